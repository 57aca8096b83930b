//! Requests as data: built by generated code, sent when awaited.

mod extras;
mod length;
mod lookup;
mod param;
mod query;
mod sent;

use std::fmt;

use bytes::Bytes;
use serde::Serialize;

use crate::{
    transport::{call_options::CallOptions, core::Core, lookup::Lookup},
    types::{
        check::{At, Check, Limits, Violation},
        secret::{self, Secret},
        value::{self, PathValue, Segment},
    },
    wire::{encode, param_location::ParamLocation, spec::Operation},
};

use self::extras::Extras;
pub use self::param::Param;

/// A request that is being built.
///
/// Builders cannot fail in the middle of a chain, so the first problem is kept, and reported instead of sending the
/// request. `Debug` shows the operation and the names of the parameters, never values.
#[derive(Clone)]
pub struct Request {
    core: Core,
    operation: &'static Operation,
    /// The path and query, instead of those of the operation.
    target: Option<String>,
    path: Vec<(&'static str, PathText)>,
    query: Vec<(&'static str, QueryText)>,
    body: Option<Bytes>,
    extras: Option<Box<Extras>>,
    /// Secrets in the body, and in parameters that are arrays or objects.
    secrets: Vec<Secret>,
    everything: bool,
    violation: Option<Violation>,
    options: Option<Box<CallOptions>>,
    /// What it looks up, if it does.
    lookup: Option<Lookup>,
}

#[derive(Clone)]
enum PathText {
    Plain(String),
    /// Percent-encoded, with delimiters.
    Encoded(String),
}

impl PathText {
    fn segment(&self) -> Segment<'_> {
        match self {
            Self::Plain(text) => Segment::Text(text),
            Self::Encoded(text) => Segment::Encoded(text),
        }
    }
}

#[derive(Clone)]
enum QueryText {
    One(String),
    Repeated(Vec<String>),
    /// With other names.
    Named(Vec<(String, String)>),
}

impl QueryText {
    /// Returns the names and texts of the parameter `name`.
    fn pairs<'t>(&'t self, name: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
        let (texts, named) = match self {
            Self::One(text) => (std::slice::from_ref(text), &[][..]),
            Self::Repeated(texts) => (&texts[..], &[][..]),
            Self::Named(pairs) => (&[][..], &pairs[..]),
        };
        let named = named.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        texts.iter().map(move |text| (name, text.as_str())).chain(named)
    }
}

impl Request {
    /// Creates an empty request.
    #[must_use]
    pub fn new(core: &Core, operation: &'static Operation) -> Self {
        Self {
            core: core.clone(),
            operation,
            target: None,
            path: Vec::new(),
            query: Vec::new(),
            body: None,
            extras: None,
            secrets: Vec::new(),
            everything: false,
            violation: None,
            options: None,
            lookup: None,
        }
    }

    /// Sets a path parameter.
    #[must_use]
    pub fn path<V: PathValue>(mut self, name: &'static str, value: V) -> Self {
        self.put_path(name, value.path_text().into_owned());
        self
    }

    /// Sets options of this call, which override those of the client.
    pub fn set_options(&mut self, options: CallOptions) {
        self.options = Some(Box::new(options));
    }

    /// Allows a guarded operation without a filter.
    pub fn allow_all(&mut self) {
        self.everything = true;
    }

    /// Sets the body to a JSON value.
    #[must_use]
    pub fn json(mut self, body: &(impl Serialize + Check)) -> Self {
        let checked = body.check(Limits::NONE, BODY);
        self.put_json(checked, secret::collect(|| encode::to_vec(body)));
        self
    }

    /// Sets the body to a JSON array.
    #[must_use]
    pub fn json_list<T: Serialize + Check>(self, body: impl IntoIterator<Item = T>) -> Self {
        self.json_list_within(body, Limits::NONE)
    }

    /// Sets the body to a JSON array with limits.
    #[must_use]
    pub fn json_list_within<T: Serialize + Check>(mut self, body: impl IntoIterator<Item = T>, limits: Limits) -> Self {
        let body: Vec<T> = body.into_iter().collect();
        let checked = body.check(limits, BODY);
        let checked = if limits.is_exceeded_by(body.len()) { self.help_with_items(checked) } else { checked };
        self.put_json(checked, secret::collect(|| encode::to_vec(&body)));
        self
    }

    // The following functions are not generic, so that they are compiled once.

    /// Names the method that takes as many items as there are.
    #[cold]
    fn help_with_items(&self, checked: Result<(), Violation>) -> Result<(), Violation> {
        let Some(batches) = self.operation.batches else { return checked };
        checked.map_err(|violation| violation.help(format_args!("call `{batches}`, which takes any number of items")))
    }

    fn put_path(&mut self, name: &'static str, text: String) {
        if let Some(problem) = value::segment_problem(&text) {
            self.note(Err(Violation::new(At::Root(name), problem)));
        }
        self.path.push((name, PathText::Plain(text)));
    }

    fn put_query(&mut self, name: &'static str, text: QueryText) {
        match self.query.iter_mut().find(|(known, _)| *known == name) {
            Some((_, place)) => *place = text,
            None => self.query.push((name, text)),
        }
    }

    fn put_json(&mut self, checked: Result<(), Violation>, json: (serde_json::Result<Vec<u8>>, Vec<Secret>)) {
        self.note(checked);
        self.secrets.extend(json.1);
        match json.0 {
            Ok(json) => self.body = Some(json.into()),
            Err(error) => self.note(Err(Violation::new(BODY, error))),
        }
    }

    /// Sets a percent-encoded path, instead of that of the operation.
    pub(crate) fn set_target(&mut self, path: String) {
        self.target = Some(path);
    }

    /// Adds to the query of that path.
    pub(crate) fn push_target_query(&mut self, name: &str, value: &str) {
        if name.is_empty() {
            self.note(Err(Violation::new(At::Root("query"), "a name is empty")));
        }
        if let Some(target) = &mut self.target {
            value::push_query(target, name, value);
        }
    }

    /// Sets the body to JSON without known limits.
    pub(crate) fn set_unchecked_json(&mut self, body: &(impl Serialize + ?Sized)) {
        self.put_json(Ok(()), secret::collect(|| encode::to_vec(body)));
    }

    /// Keeps the first problem.
    pub(crate) fn note(&mut self, checked: Result<(), Violation>) {
        if let Err(violation) = checked {
            self.violation.get_or_insert(violation);
        }
    }

    /// Returns the text of a query parameter with a single value.
    pub(crate) fn query_text(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| *known == name).and_then(|(_, text)| match text {
            QueryText::One(text) => Some(text.as_str()),
            QueryText::Repeated(_) | QueryText::Named(_) => None,
        })
    }

    /// Sets a query parameter, or removes it.
    pub(crate) fn replace_query(&mut self, name: &'static str, text: Option<String>) {
        match text {
            Some(text) => self.put_query(name, QueryText::One(text)),
            None => self.query.retain(|(known, _)| *known != name),
        }
    }

    /// Returns the names and texts of the query, in order.
    pub(crate) fn query_texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().flat_map(|(name, text)| text.pairs(name))
    }

    /// Returns the names and texts of the path parameters.
    pub(crate) fn path_texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.path.iter().map(|(name, text)| match text {
            PathText::Plain(text) | PathText::Encoded(text) => (*name, text.as_str()),
        })
    }

    pub(crate) fn core(&self) -> &Core {
        &self.core
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    pub(crate) fn options(&self) -> Option<&CallOptions> {
        self.options.as_deref()
    }

    /// Returns the path and query after the URL of the server, or the first problem.
    pub(crate) fn target(&self) -> Result<String, Violation> {
        if let Some(violation) = &self.violation {
            return Err(violation.clone());
        }
        if let Some(target) = &self.target {
            return Ok(target.clone());
        }
        self.check_guard()?;
        let fixed = |name: &str| self.fixed(ParamLocation::Path).find(|(known, _)| *known == name);
        let parameter = |name: &str| {
            let given = self.path.iter().find(|(known, _)| *known == name).map(|(_, text)| text.segment());
            given.or_else(|| fixed(name).map(|(_, text)| Segment::Text(text)))
        };
        let mut target = value::expand(self.operation.path, parameter)
            .map_err(|name| Violation::new(At::Root(name), "missing from the path"))?;
        self.fixed(ParamLocation::Query).for_each(|(name, text)| value::push_query(&mut target, name, text));
        for (parameter, text) in &self.query {
            let push = match self.operation.reserved.contains(parameter) {
                true => value::push_reserved_query,
                false => value::push_query,
            };
            text.pairs(parameter).for_each(|(name, text)| push(&mut target, name, text));
        }
        Ok(target)
    }

    /// Returns the parameters in one location that have a fixed value.
    pub(crate) fn fixed(&self, location: ParamLocation) -> impl Iterator<Item = (&'static str, &'static str)> {
        let fixed = self.operation.fixed.iter().filter(move |(place, ..)| *place == location);
        fixed.map(|(_, name, value)| (*name, *value))
    }

    /// Checks that an operation that would affect everything without a filter has one, or is allowed.
    fn check_guard(&self) -> Result<(), Violation> {
        let Some(guard) = self.operation.guard else { return Ok(()) };
        // An API may treat an empty value like an absent filter.
        let narrows = |text: &QueryText| match text {
            QueryText::One(text) => !text.is_empty(),
            QueryText::Repeated(texts) => texts.iter().all(|text| !text.is_empty()),
            QueryText::Named(pairs) => pairs.iter().all(|(_, text)| !text.is_empty()),
        };
        let filtered = self.query.iter().any(|(name, text)| guard.contains(name) && narrows(text));
        if filtered || self.everything {
            return Ok(());
        }
        Err(match guard {
            [] => Violation::overall("this would affect everything: call `.all()` to allow that"),
            names => Violation::overall(format_args!(
                "without a filter this would affect everything: set {}, or call `.all()` to allow that",
                names.join(" or ")
            )),
        })
    }
}

const BODY: At<'static> = At::Root("body");

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_url = self.path.iter().map(|(name, _)| *name).chain(self.query.iter().map(|(name, _)| *name));
        let names: Vec<&str> = in_url.chain(self.extra_names()).collect();
        f.debug_struct("Request")
            .field("operation", &self.operation.name)
            .field("method", &self.operation.method)
            .field("path", &self.operation.path)
            .field("parameters", &names)
            .field("body", &self.body.as_ref().map(|body| format!("<{} bytes>", body.len())))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
