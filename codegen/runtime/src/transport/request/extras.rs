//! Everything that a request has besides scalars in its URL and a JSON body: headers, cookies, styles, and other
//! bodies.

use std::borrow::Cow;

use bytes::Bytes;
use reqwest::header::{HeaderName, HeaderValue};
use serde::Serialize;

use super::{BODY, Param, PathText, QueryText, Request};
use crate::{
    types::{
        check::{At, Check, Limits, Violation},
        file_part::FilePart,
        secret::{self, Secret},
        value::QueryValue,
    },
    wire::{
        encode, framing,
        multipart::{self, Part},
        param_location::ParamLocation,
        style::{self, Style, Unwritable},
    },
};

/// Most requests have none of these.
#[derive(Clone, Default)]
pub(super) struct Extras {
    headers: Vec<(&'static str, HeaderName, HeaderValue)>,
    cookies: Vec<(&'static str, Vec<(String, String)>)>,
    /// Instead of that of the operation.
    content_type: Option<Cow<'static, str>>,
    parts: Vec<Part>,
    /// The headers of parts, by the name of the part.
    part_headers: Vec<(&'static str, &'static str, HeaderValue)>,
    /// The variables of the operation's own server.
    variables: Vec<(&'static str, String)>,
}

impl Request {
    /// Sets a required header.
    #[must_use]
    pub fn header<V: QueryValue + Check>(mut self, param: impl Into<Param>, value: V) -> Self {
        self.set_header(param, value);
        self
    }

    /// Sets a header, replacing an earlier value.
    pub fn set_header<V: QueryValue + Check>(&mut self, param: impl Into<Param>, value: V) {
        let Param { name, limits } = param.into();
        let checked = value.check(limits, At::Root(name));
        self.note(checked);
        self.put_header(name, &value.query_text(), false);
    }

    /// Sets a required cookie.
    #[must_use]
    pub fn cookie<V: QueryValue + Check>(mut self, param: impl Into<Param>, value: V) -> Self {
        self.set_cookie(param, value);
        self
    }

    /// Sets a cookie, replacing an earlier value.
    pub fn set_cookie<V: QueryValue + Check>(&mut self, param: impl Into<Param>, value: V) {
        let Param { name, limits } = param.into();
        let checked = value.check(limits, At::Root(name));
        self.note(checked);
        let text = crate::types::value::encoded(&value.query_text());
        self.put_cookies(name, vec![(name.to_owned(), text)]);
    }

    /// Sets a required parameter that is an array, an object, or of any type.
    #[must_use]
    pub fn styled(
        mut self,
        location: ParamLocation,
        param: impl Into<Param>,
        value: &(impl Serialize + Check),
        style: Style,
    ) -> Self {
        self.set_styled(location, param, value, style);
        self
    }

    /// Sets a parameter that is an array, an object, or of any type, replacing an earlier value.
    pub fn set_styled(
        &mut self,
        location: ParamLocation,
        param: impl Into<Param>,
        value: &(impl Serialize + Check),
        style: Style,
    ) {
        let Param { name, limits } = param.into();
        let checked = value.check(limits, At::Root(name));
        self.note(checked);
        let (json, secrets) = secret::collect(|| encode::to_string(value));
        let is_secret = !secrets.is_empty();
        // An API may repeat a token without the name of its scheme.
        let tokens = secrets.iter().filter_map(|secret| secret.expose().split_once(' ')).map(|(_, token)| token.trim());
        self.secrets.extend(tokens.filter(|token| !token.is_empty()).map(Secret::from));
        self.secrets.extend(secrets);
        match json {
            Ok(json) => self.put_styled(location, name, &json, style, is_secret),
            Err(error) => self.note(Err(Violation::new(At::Root(name), error))),
        }
    }

    /// Sets the body to a form: arrays repeat their key and objects are JSON, unless `styles` says otherwise.
    #[must_use]
    pub fn form(mut self, body: &(impl Serialize + Check), styles: &[(&str, Style)]) -> Self {
        let checked = body.check(Limits::NONE, BODY);
        self.note(checked);
        let (json, secrets) = secret::collect(|| encode::to_string(body));
        self.secrets.extend(secrets);
        match json {
            Ok(json) => self.put_form(&json, styles),
            Err(error) => self.note(Err(Violation::new(BODY, error))),
        }
        self
    }

    /// Sets the body to text or bytes.
    #[must_use]
    pub fn content(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sets the body to text or bytes of a media type that the caller chooses.
    #[must_use]
    pub fn content_of(mut self, media_type: impl Into<String>, body: impl Into<Bytes>) -> Self {
        self.put_content_type(media_type.into());
        self.content(body)
    }

    /// Sets a required part of a multipart body to a file.
    #[must_use]
    pub fn file(mut self, name: &'static str, file: impl Into<FilePart>) -> Self {
        self.set_file(name, file);
        self
    }

    /// Sets a part of a multipart body to a file, replacing an earlier one.
    pub fn set_file(&mut self, name: &'static str, file: impl Into<FilePart>) {
        self.set_files(name, [file.into()]);
    }

    /// Sets the required parts with one name to files.
    #[must_use]
    pub fn files(mut self, name: &'static str, files: impl IntoIterator<Item = FilePart>) -> Self {
        self.set_files(name, files);
        self
    }

    /// Sets the parts with one name to files, replacing earlier ones.
    pub fn set_files(&mut self, name: &'static str, files: impl IntoIterator<Item = FilePart>) {
        self.put_parts(name, files.into_iter().map(|file| Part::file(name, file)).collect());
    }

    /// Sets a required part of a multipart body.
    #[must_use]
    pub fn part(mut self, name: &'static str, value: &(impl Serialize + Check), content_type: &'static str) -> Self {
        self.set_part(name, value, content_type);
        self
    }

    /// Sets a part of a multipart body, or one for each element of an array, replacing earlier ones. Without a content
    /// type, scalars are text and everything else is JSON.
    pub fn set_part(&mut self, name: &'static str, value: &(impl Serialize + Check), content_type: &'static str) {
        let checked = value.check(Limits::NONE, At::Root(name));
        self.note(checked);
        let (json, secrets) = secret::collect(|| encode::to_string(value));
        self.secrets.extend(secrets);
        match json.and_then(|json| Part::values(name, &json, content_type)) {
            Ok(parts) => self.put_parts(name, parts),
            Err(error) => self.note(Err(Violation::new(At::Root(name), error))),
        }
    }

    /// Sets a required header of a part.
    #[must_use]
    pub fn part_header<V: QueryValue + Check>(mut self, part: &'static str, param: impl Into<Param>, value: V) -> Self {
        self.set_part_header(part, param, value);
        self
    }

    /// Sets a header of the parts with a name, replacing an earlier value. It is sent along with these parts only.
    pub fn set_part_header<V: QueryValue + Check>(&mut self, part: &'static str, param: impl Into<Param>, value: V) {
        let Param { name, limits } = param.into();
        let checked = value.check(limits, At::Root(name));
        self.note(checked);
        self.put_part_header(part, name, &value.query_text());
    }

    /// Sets a required variable of the operation's own server.
    #[must_use]
    pub fn server_variable(mut self, name: &'static str, value: String) -> Self {
        self.set_server_variable(name, value);
        self
    }

    // The following functions are not generic, so that they are compiled once.

    /// Sets a variable of the operation's own server, replacing an earlier value.
    pub fn set_server_variable(&mut self, name: &'static str, value: String) {
        if let Some(problem) = crate::types::value::segment_problem(&value) {
            self.note(Err(Violation::new(At::Root(name), problem)));
        }
        let variables = &mut self.extras().variables;
        variables.retain(|(known, _)| *known != name);
        variables.push((name, value));
    }

    /// Returns the variables of the operation's own server.
    pub(crate) fn server_variables(&self) -> &[(&'static str, String)] {
        self.extras.as_deref().map(|extras| &extras.variables[..]).unwrap_or_default()
    }

    fn extras(&mut self) -> &mut Extras {
        self.extras.get_or_insert_default()
    }

    fn put_styled(&mut self, location: ParamLocation, name: &'static str, json: &str, style: Style, is_secret: bool) {
        let problem = |problem: Unwritable| Violation::new(At::Root(name), problem);
        let result = match location {
            ParamLocation::Path => {
                style::path(name, json, style).map(|text| self.path.push((name, PathText::Encoded(text))))
            }
            ParamLocation::Query => {
                style::query(name, json, style).map(|pairs| self.put_query(name, QueryText::Named(pairs)))
            }
            ParamLocation::Header => {
                style::header(name, json, style).map(|text| self.put_header(name, &text, is_secret))
            }
            ParamLocation::Cookie => style::cookies(name, json, style).map(|pairs| self.put_cookies(name, pairs)),
        };
        self.note(result.map_err(problem));
    }

    fn put_header(&mut self, name: &'static str, text: &str, is_secret: bool) {
        let pair = HeaderName::from_bytes(name.as_bytes()).ok().zip(HeaderValue::from_str(text).ok());
        let Some((header, mut value)) = pair else {
            return self.note(Err(Violation::new(At::Root(name), "has characters that no header can carry")));
        };
        if framing::is_framing(&header) {
            return self.note(Err(Violation::new(At::Root(name), framing::REFUSED)));
        }
        value.set_sensitive(is_secret);
        let headers = &mut self.extras().headers;
        headers.retain(|(known, ..)| *known != name);
        headers.push((name, header, value));
    }

    fn put_part_header(&mut self, part: &'static str, name: &'static str, text: &str) {
        let Ok(value) = HeaderValue::from_str(text) else {
            return self.note(Err(Violation::new(At::Root(name), "has characters that no header can carry")));
        };
        let headers = &mut self.extras().part_headers;
        headers.retain(|(known, header, _)| (*known, *header) != (part, name));
        headers.push((part, name, value));
    }

    fn put_cookies(&mut self, name: &'static str, pairs: Vec<(String, String)>) {
        let cookies = &mut self.extras().cookies;
        cookies.retain(|(known, _)| *known != name);
        cookies.push((name, pairs));
    }

    fn put_form(&mut self, json: &str, styles: &[(&str, Style)]) {
        match style::form(json, styles) {
            Ok(pairs) => self.body = Some(style::urlencoded(&pairs).into()),
            Err((key, problem)) => self.note(Err(Violation::new(BODY.key(&key), problem))),
        }
    }

    fn put_content_type(&mut self, media_type: String) {
        if HeaderValue::from_str(&media_type).is_err() || !media_type.contains('/') {
            self.note(Err(Violation::new(At::Root("content_type"), "is not a media type such as `image/png`")));
        }
        self.extras().content_type = Some(media_type.into());
    }

    fn put_parts(&mut self, name: &'static str, parts: Vec<Part>) {
        let known = &mut self.extras().parts;
        known.retain(|part| part.name != name);
        known.extend(parts);
    }

    /// Returns the body and its media type.
    pub(crate) fn content_with_type(&self) -> Option<(Bytes, Cow<'static, str>)> {
        let extras = self.extras.as_deref();
        let parts = extras.map(|extras| &extras.parts[..]).unwrap_or_default();
        if !parts.is_empty() {
            let headers = extras.map(|extras| &extras.part_headers[..]).unwrap_or_default();
            let (body, content_type) = multipart::encode(parts, headers, self.operation);
            return Some((body.into(), content_type.into()));
        }
        let stated = extras.and_then(|extras| extras.content_type.clone());
        self.body.clone().map(|body| (body, stated.unwrap_or(Cow::Borrowed(self.operation.content_type))))
    }

    pub(super) fn parts(&self) -> &[Part] {
        self.extras.as_deref().map(|extras| &extras.parts[..]).unwrap_or_default()
    }

    pub(super) fn media_type(&self) -> &str {
        let stated = self.extras.as_deref().and_then(|extras| extras.content_type.as_deref());
        stated.unwrap_or(self.operation.content_type)
    }

    /// Returns the headers of the operation's parameters.
    pub(crate) fn own_headers(&self) -> impl Iterator<Item = (&HeaderName, &HeaderValue)> {
        let headers = self.extras.as_deref().map(|extras| &extras.headers[..]).unwrap_or_default();
        headers.iter().map(|(_, name, value)| (name, value))
    }

    /// Returns the cookies as one text; empty if there is none.
    pub(crate) fn own_cookies(&self) -> String {
        let cookies = self.extras.as_deref().map(|extras| &extras.cookies[..]).unwrap_or_default();
        let fixed = self.fixed(ParamLocation::Cookie);
        let fixed = fixed.map(|(name, text)| format!("{name}={}", crate::types::value::encoded(text)));
        let pairs = cookies.iter().flat_map(|(_, pairs)| pairs).map(|(name, text)| format!("{name}={text}"));
        fixed.chain(pairs).collect::<Vec<_>>().join("; ")
    }

    /// Returns the names that `Debug` shows besides path and query.
    pub(super) fn extra_names(&self) -> impl Iterator<Item = &'static str> {
        let extras = self.extras.as_deref();
        let headers = extras.into_iter().flat_map(|extras| extras.headers.iter().map(|(name, ..)| *name));
        let cookies = extras.into_iter().flat_map(|extras| extras.cookies.iter().map(|(name, _)| *name));
        let parts = extras.into_iter().flat_map(|extras| extras.parts.iter().map(|part| part.name));
        headers.chain(cookies).chain(parts)
    }
}

#[cfg(test)]
mod tests;
