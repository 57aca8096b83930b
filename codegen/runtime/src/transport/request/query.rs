//! Query parameters with one value, or an array of values.

use super::{Param, QueryText, Request};
use crate::{
    types::{
        check::{At, Check, Violation},
        value::QueryValue,
    },
    wire::spec::ListStyle,
};

impl Request {
    /// Sets a required query parameter.
    #[must_use]
    pub fn query<V: QueryValue + Check>(mut self, param: impl Into<Param>, value: V) -> Self {
        self.set_query(param, value);
        self
    }

    /// Sets a required array parameter that filters. An empty array is refused, since it would select everything.
    #[must_use]
    pub fn filter<V: QueryValue + Check>(
        mut self,
        param: impl Into<Param>,
        values: impl IntoIterator<Item = V>,
        style: ListStyle,
    ) -> Self {
        self.set_filter(param, values, style);
        self
    }

    /// Sets a required array parameter that selects what is included. An empty array is left out.
    #[must_use]
    pub fn selection<V: QueryValue + Check>(
        mut self,
        param: impl Into<Param>,
        values: impl IntoIterator<Item = V>,
        style: ListStyle,
    ) -> Self {
        self.set_selection(param, values, style);
        self
    }

    /// Sets a query parameter, replacing an earlier value.
    pub fn set_query<V: QueryValue + Check>(&mut self, param: impl Into<Param>, value: V) {
        let Param { name, limits } = param.into();
        let checked = value.check(limits, At::Root(name));
        self.note(checked);
        self.put_query(name, QueryText::One(value.query_text().into_owned()));
    }

    /// Sets a [filter](Self::filter), replacing an earlier one.
    pub fn set_filter<V: QueryValue + Check>(
        &mut self,
        param: impl Into<Param>,
        values: impl IntoIterator<Item = V>,
        style: ListStyle,
    ) {
        let (name, texts) = self.checked_list(param.into(), values);
        if texts.is_empty() {
            let empty = "an empty array, which would select everything; leave the filter out instead";
            return self.note(Err(Violation::new(At::Root(name), empty)));
        }
        self.put_query_list(name, &texts, style);
    }

    /// Sets a [selection](Self::selection), replacing an earlier one.
    pub fn set_selection<V: QueryValue + Check>(
        &mut self,
        param: impl Into<Param>,
        values: impl IntoIterator<Item = V>,
        style: ListStyle,
    ) {
        let (name, texts) = self.checked_list(param.into(), values);
        if texts.is_empty() {
            return self.query.retain(|(known, _)| *known != name);
        }
        self.put_query_list(name, &texts, style);
    }

    /// Returns the texts of the elements of an array, after checking its limits.
    fn checked_list<V: QueryValue + Check>(
        &mut self,
        param: Param,
        values: impl IntoIterator<Item = V>,
    ) -> (&'static str, Vec<String>) {
        let Param { name, limits } = param;
        let values: Vec<V> = values.into_iter().collect();
        let checked = if values.is_empty() { Ok(()) } else { values.check(limits, At::Root(name)) };
        self.note(checked);
        (name, values.iter().map(|value| value.query_text().into_owned()).collect())
    }

    // Not generic, so that it is compiled once.
    fn put_query_list(&mut self, name: &'static str, texts: &[String], style: ListStyle) {
        let delimiter = match style {
            ListStyle::Comma => ",",
            ListStyle::Space => " ",
            ListStyle::Pipe => "|",
            ListStyle::Repeat => return self.put_query(name, QueryText::Repeated(texts.to_vec())),
        };
        for (index, text) in texts.iter().enumerate() {
            if text.is_empty() {
                self.note(Err(Violation::new(At::Root(name).index(index), "an empty element")));
            } else if text.contains(delimiter) {
                let what = format_args!("contains {delimiter:?}, which would split it into several elements");
                self.note(Err(Violation::new(At::Root(name).index(index), what)));
            }
        }
        self.put_query(name, QueryText::One(texts.join(delimiter)));
    }
}
