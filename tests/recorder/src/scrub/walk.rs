//! Visits all texts of an exchange, each with its kind.

use indexmap::IndexMap;

use super::kind::{Field, Kind, counts, field, is_id, looks_like};
use super::pattern::{is_identifier, is_moment, is_number, is_uuid};
use super::schema::{Member, Place};
use super::vocabulary::Vocabulary;
use super::words::REAL_COUNTRIES;
use super::{link, markup};
use replay::{Exact, RecordedRequest, RecordedResponse, Recording};
use test_support::{Operation, Spec};

/// Receives the texts. Each function returns the text to put in place of the original.
pub(super) trait Visitor {
    /// A text that is sensitive as a whole.
    fn whole(&mut self, kind: Kind, text: &str) -> String;
    /// A message of the API or a gateway: what the API is not known to say is sensitive.
    fn message(&mut self, text: &str) -> String;
    /// A text that is harmless, or will be replaced as a whole, but may contain something sensitive.
    fn mention(&mut self, text: &str) -> String;
    /// An id, a count, or an amount, which is kept.
    fn number(&mut self, text: &str);
    /// A text that is not recorded, but may be quoted elsewhere.
    fn dropped(&mut self, name: &str, text: &str);
}

/// The state of a walk.
pub(super) struct Walk<'a, 's> {
    pub(super) spec: &'s Spec,
    pub(super) operations: &'a [Operation<'s>],
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) visitor: &'a mut dyn Visitor,
}

/// Media types that only say how to read a body.
fn is_plain_media_type(value: &str) -> bool {
    let (media_type, charset) = value.split_once(';').unwrap_or((value, ""));
    let name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/+-.*".contains(c);
    media_type.len() <= 40
        && media_type.chars().all(name)
        && ["", "charset=utf-8", "charset=iso-8859-1", "charset=us-ascii"]
            .contains(&charset.trim().to_lowercase().as_str())
}

/// Request headers that affect the response.
const SENT: [&str; 2] = ["accept", "content-type"];
/// Response headers whose values are numbers.
const RECEIVED: [&str; 7] = [
    "x-rate-limit-requests-quota",
    "x-rate-limit-requests-left",
    "x-rate-limit-time-reset-ms",
    "x-rate-limit-time-window-ms",
    "x-retry-after",
    "retry-after",
    "x-bc-apilimit-remaining",
];

impl<'s> Walk<'_, 's> {
    pub(super) fn recording(&mut self, recording: &Recording) -> Recording {
        let request = recording.request.as_ref();
        let path = request.map_or("", |request| request.path.as_str());
        let operation = request.and_then(|request| self.operation(&request.method, path));
        Recording {
            source: self.visitor.message(&recording.source),
            date: recording.date.clone(),
            request: request.map(|request| self.request(request, operation.as_ref())),
            response: self.response(&recording.response, path, operation.as_ref()),
        }
    }

    /// Returns the operation of a path. `/customers/count` matches `/customers/{customer_id}` too, but less
    /// specifically.
    fn operation(&self, method: &str, path: &str) -> Option<Operation<'s>> {
        let fitting = self.operations.iter().filter_map(|operation| {
            let at = path.find(&format!("/{}/", operation.version))?;
            let rest = path.get(at + 1 + operation.version.len()..)?;
            let values = operation.match_path(rest).filter(|_| operation.method == method)?;
            Some((values.len(), operation))
        });
        fitting.min_by_key(|(variables, _)| *variables).map(|(_, operation)| operation.clone())
    }

    fn request(&mut self, request: &RecordedRequest, operation: Option<&Operation<'s>>) -> RecordedRequest {
        RecordedRequest {
            method: request.method.clone(),
            path: link::path(self, &request.path),
            query: link::query(self, &request.query, operation),
            headers: self.headers(&request.headers, |name| SENT.contains(&name)),
            body: request.body.as_ref().map(|body| self.body(body, &Place::request(operation), "", operation)),
        }
    }

    fn response(
        &mut self,
        response: &RecordedResponse,
        path: &str,
        operation: Option<&Operation<'s>>,
    ) -> RecordedResponse {
        let place = Place::response(self.spec, path, operation, response.status);
        RecordedResponse {
            status: response.status,
            // `content-encoding` is dropped too: the recorded body is decoded, and most encodings could not be
            // replayed.
            headers: self.headers(&response.headers, |name| {
                name == "content-type" || name == "x-request-id" || RECEIVED.contains(&name)
            }),
            body: response.body.as_ref().map(|body| self.body(body, &place, "", operation)),
            text: response.text.as_ref().map(|text| match Exact::parse(text) {
                Ok(body @ (Exact::Object(_) | Exact::List(_))) => self.body(&body, &place, "", operation).to_string(),
                _ => markup::text(self, text),
            }),
        }
    }

    fn headers(
        &mut self,
        headers: &IndexMap<String, String>,
        stays: impl Fn(&str) -> bool,
    ) -> IndexMap<String, String> {
        let mut kept = IndexMap::new();
        for (name, value) in headers {
            let name = name.to_lowercase();
            let is_plain = || value.chars().all(|c| c.is_ascii_digit()) || is_moment(value);
            if !stays(&name) || (RECEIVED.contains(&name.as_str()) && !is_plain()) {
                self.visitor.dropped(&name, value);
                continue;
            }
            let value = match name.as_str() {
                "x-request-id" => self.visitor.whole(Kind::RequestId, value),
                _ if is_plain_media_type(value) || RECEIVED.contains(&name.as_str()) => value.clone(),
                _ => self.visitor.message(value),
            };
            kept.insert(name, value);
        }
        kept
    }

    /// Visits a JSON value under this key, or in an array under it.
    pub(super) fn body(
        &mut self,
        value: &Exact,
        place: &Place<'s>,
        key: &str,
        operation: Option<&Operation<'s>>,
    ) -> Exact {
        match value {
            Exact::Null | Exact::Bool(_) => value.clone(),
            Exact::Number(digits) => Exact::Number(self.number(digits, place, key)),
            Exact::Text(text) => Exact::Text(self.text(text, place, key, operation)),
            Exact::List(items) => {
                let place = place.items();
                Exact::List(items.iter().map(|item| self.body(item, &place, key, operation)).collect())
            }
            Exact::Object(entries) => {
                self.full_name(entries);
                let entry = |(name, value): (&String, &Exact)| match place.member(name) {
                    Member::Field(place) => (name.clone(), self.body(value, &place, name, operation)),
                    // The name of the map says more than the key.
                    Member::Entry(place) => (self.visitor.message(name), self.body(value, &place, key, operation)),
                    Member::Unknown => (self.key(name), self.body(value, &Place::default(), name, operation)),
                };
                Exact::Object(entries.iter().map(entry).collect())
            }
        }
    }

    /// Visits the full name, for texts that contain it.
    fn full_name(&mut self, entries: &IndexMap<String, Exact>) {
        if let (Some(Exact::Text(first)), Some(Exact::Text(last))) =
            (entries.get("first_name"), entries.get("last_name"))
            && !first.is_empty()
            && !last.is_empty()
        {
            self.visitor.whole(Kind::FullName, &format!("{first} {last}"));
        }
    }

    /// Visits a key that the spec does not declare.
    pub(super) fn key(&mut self, key: &str) -> String {
        if !is_identifier(key) {
            return self.visitor.whole(looks_like(key), key);
        }
        // Field names come from programs, but digits may be data.
        let is_data = key.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 5);
        let new = if is_data { self.visitor.message(key) } else { self.visitor.mention(key) };
        if new == key { new } else { new.replace(' ', "_").to_lowercase() }
    }

    fn number(&mut self, digits: &str, place: &Place<'_>, key: &str) -> String {
        let (plain, power) = digits.split_at(digits.find(['e', 'E']).unwrap_or(digits.len()));
        let new = match field(key) {
            Some(Field::Of(kind)) => Some(kind),
            Some(Field::Message) => None,
            _ if place.keeps(plain) || counts(key) || is_id(key, self.vocabulary) || digits.len() <= 3 => {
                self.visitor.number(digits);
                return digits.to_owned();
            }
            _ => Some(Kind::Code),
        };
        let new = match new {
            _ if !plain.contains(|c| ('1'..='9').contains(&c)) => return digits.to_owned(),
            Some(kind) => self.visitor.whole(kind, plain),
            None => self.visitor.message(plain),
        };
        // If the same digits are a token elsewhere, their pseudonym is not a number.
        let number = if is_number(&new) { new } else { plain.replace(|c: char| c.is_ascii_digit(), "1") };
        number + power
    }

    /// Visits a text under this key; `operation` is the one that the response belongs to.
    pub(super) fn text(
        &mut self,
        text: &str,
        place: &Place<'s>,
        key: &str,
        operation: Option<&Operation<'s>>,
    ) -> String {
        if text.trim().is_empty() {
            return text.to_owned();
        }
        let known = field(key);
        // The spec allows numbers for phones, which does not make them harmless.
        let is_personal = matches!(known, Some(Field::Of(_) | Field::CountryCode));
        let is_id = || is_id(key, self.vocabulary) && (is_uuid(text) || is_number(text));
        if !is_personal && (place.keeps(text) || is_id()) {
            self.visitor.number(text);
            return text.to_owned();
        }
        self.hidden(text);
        let kind = match known {
            Some(Field::Of(kind)) => kind,
            Some(Field::Link) => return link::link(self, text, operation),
            Some(Field::Message) if place.is_declared() || self.vocabulary.knows_all(text) => {
                return self.visitor.message(text);
            }
            Some(Field::OneOf(harmless)) if harmless.contains(&text) => return text.to_owned(),
            Some(Field::CountryCode) if text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase()) => {
                return text.to_owned();
            }
            Some(Field::CountryCode) => Kind::Code,
            // Error responses name the field at fault.
            _ if self.vocabulary.is_name(text) => return text.to_owned(),
            _ if text.starts_with("http://") || text.starts_with("https://") => {
                return link::link(self, text, operation);
            }
            _ => looks_like(text),
        };
        if kind == Kind::Country && REAL_COUNTRIES.split('|').any(|country| country == text) {
            return text.to_owned();
        }
        self.visitor.whole(kind, text)
    }

    /// JSON inside a text is replaced with it, but its texts may occur elsewhere on their own.
    fn hidden(&mut self, text: &str) {
        if text.starts_with(['{', '['])
            && let Ok(inner) = Exact::parse(text)
        {
            self.body(&inner, &Place::default(), "", None);
        }
    }
}
