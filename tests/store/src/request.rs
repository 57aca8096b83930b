//! A request as handlers see it: the operation, the path parameters, the query and the body.

use bytes::Bytes;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::moment::Moment;
use super::response::{Errors, Response, Version, failure, wrong, wrong_field};

/// A request for an operation of the API.
pub(super) struct Request<'a> {
    pub(super) operation: &'static str,
    pub(super) version: Version,
    /// The values of the `{}` in the path of the route.
    pub(super) path: Vec<&'a str>,
    pub(super) query: Query,
    pub(super) body: &'a Bytes,
}

impl Request<'_> {
    /// Returns the number at this position in the path. Anything else is not found.
    pub(super) fn id(&self, place: usize) -> Result<u64, Response> {
        let id = self.path.get(place).and_then(|text| text.parse().ok());
        id.ok_or_else(|| self.version.error(404, "There is nothing at this address."))
    }

    /// Parses the body as JSON.
    pub(super) fn json(&self) -> Result<Value, Response> {
        serde_json::from_slice(self.body).map_err(|error| match self.version {
            Version::V2 => failure(400, "The body is no JSON."),
            Version::V3 => {
                let (status, title) = (400, "The body is no JSON.");
                let body = serde_json::json!({"status": status, "title": title, "detail": error.to_string()});
                super::response::json(status, &body)
            }
        })
    }
}

/// The decoded query parameters.
pub(super) struct Query {
    version: Version,
    pairs: Vec<(String, String)>,
}

/// A range of times.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    exactly: Option<Moment>,
    min: Option<Moment>,
    max: Option<Moment>,
}

impl Span {
    pub(super) fn is_open(&self) -> bool {
        self.exactly.is_none() && self.min.is_none() && self.max.is_none()
    }

    pub(super) fn holds(&self, moment: Moment) -> bool {
        self.exactly.is_none_or(|exactly| moment == exactly)
            && self.min.is_none_or(|min| moment >= min)
            && self.max.is_none_or(|max| moment <= max)
    }
}

impl Query {
    /// Decodes a form: a literal `+` must be sent as `%2B`.
    pub(super) fn of(version: Version, text: &str) -> Self {
        let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        });
        Self { version, pairs: pairs.collect() }
    }

    pub(super) fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Refuses unknown parameters. Version 3 does not say which one is unknown.
    pub(super) fn knows(&self, names: &[&[&str]]) -> Result<(), Response> {
        let unknown = |name: &&(String, String)| !names.iter().any(|names| names.contains(&name.0.as_str()));
        match self.pairs.iter().find(unknown) {
            None => Ok(()),
            Some((name, _)) => Err(match self.version {
                Version::V2 => failure(400, &format!("There is no parameter '{name}'.")),
                Version::V3 => wrong(422, "A filter of this request cannot be used.", &Errors::new()),
            }),
        }
    }

    /// Returns the last value of a parameter.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Creates an error about the value of a parameter.
    pub(super) fn refuse(&self, name: &str, why: &str) -> Response {
        match self.version {
            Version::V2 => failure(400, &format!("'{name}' {why}.")),
            Version::V3 => wrong_field(422, "A filter of this request cannot be used.", name, why),
        }
    }

    /// Returns the texts of a comma-separated list.
    pub(super) fn texts(&self, name: &str) -> Result<Option<Vec<&str>>, Response> {
        match self.get(name) {
            None => Ok(None),
            Some("") => Err(self.refuse(name, "is empty")),
            Some(list) => Ok(Some(list.split(',').collect())),
        }
    }

    /// Returns the ids of a comma-separated list, in ascending order, without duplicates.
    pub(super) fn ids(&self, name: &str) -> Result<Option<Vec<u64>>, Response> {
        let Some(texts) = self.texts(name)? else { return Ok(None) };
        let ids = texts.iter().map(|text| text.trim().parse().map_err(|_| self.refuse(name, "holds no id")));
        let mut ids: Vec<u64> = ids.collect::<Result<_, _>>()?;
        ids.sort_unstable();
        ids.dedup();
        Ok(Some(ids))
    }

    /// Returns an integer.
    pub(super) fn whole(&self, name: &str) -> Result<Option<u64>, Response> {
        let parse = |text: &str| text.parse().map_err(|_| self.refuse(name, "is no whole number"));
        self.get(name).map(parse).transpose()
    }

    /// Returns `true` or `false`.
    pub(super) fn truth(&self, name: &str) -> Result<Option<bool>, Response> {
        let parse = |text: &str| text.parse().map_err(|_| self.refuse(name, "is neither true nor false"));
        self.get(name).map(parse).transpose()
    }

    pub(super) fn moment(&self, name: &str) -> Result<Option<Moment>, Response> {
        let parse = |text: &str| Moment::parse(text).ok_or_else(|| self.refuse(name, "is no date"));
        self.get(name).map(parse).transpose()
    }

    /// Returns the range of `name`, `name:min` and `name:max`.
    pub(super) fn span(&self, name: &str) -> Result<Span, Response> {
        let bound = |suffix: &str| self.moment(&format!("{name}{suffix}"));
        Ok(Span { exactly: bound("")?, min: bound(":min")?, max: bound(":max")? })
    }
}

/// Parameters of lists.
pub(super) const PAGES: &[&str] = &["page", "limit"];
/// Parameters of lists with cursors.
pub(super) const CURSORS: &[&str] = &["before", "after"];
/// Parameters of lists whose items have dates.
pub(super) const DATES: &[&str] = &[
    "date_created",
    "date_created:min",
    "date_created:max",
    "date_modified",
    "date_modified:min",
    "date_modified:max",
];
