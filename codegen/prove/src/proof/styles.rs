//! Arrays and objects in parameters: what the runtime writes, read again by OpenAPI's table of styles.
//!
//! The reader shares nothing with the writer. It knows which value is to be expected, since a style alone does not tell an
//! array from an object.

use codegen::plan::{Parameter, Styled};
use openapi_client_runtime::rt::expand::{Unwritable, write_style};
use openapi_client_runtime::rt::{ParamLocation, Style};

use crate::decode::shown;
use crate::finding::Reason;
use crate::json::{Json, is_same_number};

/// Checks that a value is written as the style of the document says.
pub(super) fn check(parameter: &Parameter, styled: &Styled, value: &Json) -> Result<(), (Reason, String)> {
    let value = sent(value);
    let (Some(style), Some(location)) = (style(&styled.style), location(parameter.location)) else { return Ok(()) };
    // The generator has said that there is no text in the style of the document.
    if style == Style::Json && !styled.is_content {
        return Ok(());
    }
    let pairs = match write_style(location, &parameter.name, &value.to_string(), style) {
        Ok(pairs) => pairs,
        Err(Unwritable::Nested) => {
            let message = format!("{} is refused: an array or an object inside another", shown(&value));
            return Err((Reason::NotSent, message));
        }
        // Nothing would be sent, or something else: the caller is told.
        Err(_) => return Ok(()),
    };
    // A cookie is decoded as a whole, since its value cannot have a comma (RFC 6265). In a path, delimiters stay.
    let decoded =
        |(name, text): (String, String)| (name, if location == ParamLocation::Cookie { decode(&text) } else { text });
    let pairs: Vec<_> = pairs.into_iter().map(decoded).collect();
    let written = Written { name: &parameter.name, pairs: &pairs, is_encoded: location == ParamLocation::Path };
    let is_read = match styled.is_content {
        true => pairs.first().and_then(|(_, text)| Json::parse(&written.plain(text))) == Some(value.clone()),
        false => written.reads_as(&value, parameter.location, styled),
    };
    if is_read {
        return Ok(());
    }
    let text: Vec<_> = pairs.iter().map(|(name, text)| format!("{name}={text}")).collect();
    let message = format!("{} is sent as `{}`, which its style reads as something else", shown(&value), text.join("&"));
    Err((Reason::NotAccepted, message))
}

/// The part of a value that is sent: no null, and nothing empty.
fn sent(value: &Json) -> Json {
    let is_nothing = |value: &Json| match value {
        Json::Null => true,
        Json::List(items) => items.is_empty(),
        Json::Object(entries) => entries.is_empty(),
        _ => false,
    };
    match value {
        Json::List(items) => Json::List(items.iter().map(sent).filter(|item| !is_nothing(item)).collect()),
        Json::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), sent(value)));
            Json::Object(entries.filter(|(_, value)| !is_nothing(value)).collect())
        }
        value => value.clone(),
    }
}

/// What a request has for a parameter.
struct Written<'a> {
    name: &'a str,
    pairs: &'a [(String, String)],
    /// Whether the texts are percent-encoded.
    is_encoded: bool,
}

impl Written<'_> {
    /// Returns a text without percent-encoding.
    fn plain(&self, text: &str) -> String {
        if self.is_encoded { decode(text) } else { text.to_owned() }
    }

    /// Whether the style of the document reads what is written as the value: OpenAPI 3.0.4, "Style Values" and "Style
    /// Examples".
    fn reads_as(&self, value: &Json, location: &str, styled: &Styled) -> bool {
        let default = if matches!(location, "path" | "header") { "simple" } else { "form" };
        let style = styled.stated.as_deref().unwrap_or(default);
        let explode = styled.explode.unwrap_or(style == "form");
        let delimiter = match (style, explode) {
            ("deepObject", _) => return self.in_brackets(value, self.name),
            ("form" | "spaceDelimited" | "pipeDelimited", true) => return self.exploded(value),
            ("spaceDelimited", _) => ' ',
            ("pipeDelimited", _) => '|',
            ("label", true) => '.',
            ("matrix", true) => ';',
            _ => ',',
        };
        let [(name, text)] = self.pairs else { return false };
        let named = format!("{}=", self.name);
        let text = match style {
            "label" => text.strip_prefix('.'),
            "matrix" if explode => text.strip_prefix(';'),
            "matrix" => text.strip_prefix(';').and_then(|text| text.strip_prefix(&named)),
            _ => Some(text.as_str()).filter(|_| name == self.name),
        };
        let Some(text) = text else { return false };
        let in_matrix = style == "matrix" && explode;
        match value {
            Json::List(items) => {
                let item = |part: &str| match in_matrix {
                    true => part.strip_prefix(&named).map(|part| self.plain(part)),
                    false => Some(self.plain(part)),
                };
                let parts: Option<Vec<_>> = text.split(delimiter).map(item).collect();
                parts.is_some_and(|parts| are_same(items, &parts))
            }
            Json::Object(entries) => {
                let parts: Vec<_> = text.split(delimiter).collect();
                let pairs: Option<Vec<(&str, &str)>> = match explode {
                    true => parts.iter().map(|part| part.split_once('=')).collect(),
                    false => parts.chunks(2).map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect(),
                };
                let is_entry = |((key, value), (name, text)): (&(String, Json), &(&str, &str))| {
                    self.plain(name) == *key && is_same(value, &self.plain(text))
                };
                pairs.is_some_and(|pairs| pairs.len() == entries.len() && entries.iter().zip(&pairs).all(is_entry))
            }
            value => {
                let text = if in_matrix { text.strip_prefix(&named).unwrap_or_default() } else { text };
                is_same(value, &self.plain(text))
            }
        }
    }

    /// Whether each element has the name of the parameter, and each property its own name.
    fn exploded(&self, value: &Json) -> bool {
        match value {
            Json::Object(entries) => {
                let count: usize = entries.iter().map(|(_, value)| leaves(value)).sum();
                count == self.pairs.len() && entries.iter().all(|(key, value)| self.has(value, key, false))
            }
            value => leaves(value) == self.pairs.len() && self.has(value, self.name, false),
        }
    }

    fn in_brackets(&self, value: &Json, name: &str) -> bool {
        leaves(value) == self.pairs.len() && self.has(value, name, true)
    }

    /// Whether the value is there under a name, with brackets behind it for what is inside.
    fn has(&self, value: &Json, name: &str, in_brackets: bool) -> bool {
        match value {
            Json::Object(entries) => {
                entries.iter().all(|(key, value)| self.has(value, &format!("{name}[{key}]"), true))
            }
            Json::List(items) if items.iter().any(|item| matches!(item, Json::List(_) | Json::Object(_))) => {
                let mut numbered = items.iter().enumerate();
                numbered.all(|(index, item)| match item {
                    Json::List(_) | Json::Object(_) => self.has(item, &format!("{name}[{index}]"), true),
                    // A scalar between others has the name of the array.
                    item => self.pairs.iter().any(|(known, text)| known.starts_with(name) && is_same(item, text)),
                })
            }
            Json::List(items) => {
                let names = [name.to_owned(), format!("{name}[]")];
                let is_one = |known: &str| match in_brackets {
                    true => names.iter().any(|name| name == known) || is_index(known, name),
                    false => known == name,
                };
                let found = self.pairs.iter().filter(|(known, _)| is_one(known));
                are_same(items, &found.map(|(_, text)| self.plain(text)).collect::<Vec<_>>())
            }
            value => self.pairs.iter().any(|(known, text)| known == name && is_same(value, &self.plain(text))),
        }
    }
}

/// Whether a name is `array[7]`.
fn is_index(name: &str, array: &str) -> bool {
    let index =
        name.strip_prefix(array).and_then(|rest| rest.strip_prefix('[')).and_then(|rest| rest.strip_suffix(']'));
    index.is_some_and(|index| !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The number of scalars.
fn leaves(value: &Json) -> usize {
    match value {
        Json::List(items) => items.iter().map(leaves).sum(),
        Json::Object(entries) => entries.iter().map(|(_, value)| leaves(value)).sum(),
        _ => 1,
    }
}

fn are_same(values: &[Json], texts: &[String]) -> bool {
    values.len() == texts.len() && values.iter().zip(texts).all(|(value, text)| is_same(value, text))
}

fn is_same(value: &Json, text: &str) -> bool {
    match value {
        Json::Text(expected) => expected == text,
        Json::Number(expected) => is_same_number(text, expected) || text.parse::<f64>() == expected.parse::<f64>(),
        Json::Bool(expected) => text == expected.to_string(),
        Json::Null | Json::List(_) | Json::Object(_) => false,
    }
}

/// Decodes percent-encoding.
fn decode(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.bytes());
    while let Some(byte) = rest.next() {
        let digits: Vec<u8> = if byte == b'%' { rest.by_ref().take(2).collect() } else { Vec::new() };
        let digits = String::from_utf8_lossy(&digits).into_owned();
        bytes.push(u8::from_str_radix(&digits, 16).unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn location(location: &str) -> Option<ParamLocation> {
    Some(match location {
        "path" => ParamLocation::Path,
        "query" => ParamLocation::Query,
        "header" => ParamLocation::Header,
        "cookie" => ParamLocation::Cookie,
        _ => return None,
    })
}

/// Returns the variant with this name.
fn style(name: &str) -> Option<Style> {
    const ALL: &[Style] = &[
        Style::Simple,
        Style::SimpleExploded,
        Style::Label,
        Style::LabelExploded,
        Style::Matrix,
        Style::MatrixExploded,
        Style::Form,
        Style::FormExploded,
        Style::Space,
        Style::Pipe,
        Style::Deep,
        Style::DeepRepeat,
        Style::DeepIndexed,
        Style::Json,
    ];
    ALL.iter().copied().find(|style| format!("{style:?}") == name)
}
