//! Arrays and objects as text: OpenAPI's `style` and `explode`.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::{types::value, wire::param_location::ParamLocation};

/// How an array or an object is written into a URL, a header or a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `a,b`, and `key,value` of an object.
    Simple,
    /// `a,b`, and `key=value` of an object.
    SimpleExploded,
    /// `.a,b`
    Label,
    /// `.a.b`
    LabelExploded,
    /// `;x=a,b`
    Matrix,
    /// `;x=a;x=b`
    MatrixExploded,
    /// `x=a,b`
    Form,
    /// `x=a&x=b`, and `key=value` of an object.
    FormExploded,
    /// `x=a%20b`
    Space,
    /// `x=a%7Cb`
    Pipe,
    /// `x[key]=value`, and `x[key][]=a` of an array.
    Deep,
    /// `x[key]=value`, and `x[key]=a&x[key]=b` of an array.
    DeepRepeat,
    /// `x[key]=value`, and `x[key][0]=a` of an array.
    DeepIndexed,
    /// JSON as text.
    Json,
}

/// A JSON value whose scalars are strings, so that numbers keep their digits.
pub(crate) enum Node {
    /// Null, which is left out.
    Null,
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Parses JSON.
    pub(crate) fn read(json: &str) -> serde_json::Result<Self> {
        Ok(match json.trim_ascii_start().as_bytes().first() {
            Some(b'{') => {
                let Entries(entries) = serde_json::from_str(json)?;
                let node = |(key, value): (String, &RawValue)| Ok((key, Self::read(value.get())?));
                Self::Object(entries.into_iter().map(node).collect::<serde_json::Result<_>>()?)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(json)?;
                Self::List(items.into_iter().map(|item| Self::read(item.get())).collect::<serde_json::Result<_>>()?)
            }
            Some(b'"') => Self::Text(serde_json::from_str(json)?),
            Some(b'n') => Self::Null,
            // `50`, never `50.0`.
            _ => Self::Text(json.strip_suffix(".0").unwrap_or(json).to_owned()),
        })
    }
}

/// The entries of an object, in their order.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

/// Why a value cannot be written in a style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// Nothing would be sent.
    Empty,
    /// The style has no text for an array or an object inside another.
    Nested,
    /// An element contains the delimiter.
    Delimiter(char),
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("empty, so that nothing would be sent; leave it out instead"),
            Self::Nested => f.write_str("an array or an object inside another, which cannot be written here"),
            Self::Delimiter(delimiter) => {
                write!(f, "contains {delimiter:?}, which would split it into several elements")
            }
        }
    }
}

type Pairs = Vec<(String, String)>;

/// Encodes each text before delimiters are inserted.
type Encode = fn(&str) -> String;

/// Returns a value as names and texts; a style of a single text returns one pair.
fn pairs(name: &str, json: &str, style: Style, encode: Encode) -> Result<Pairs, Unwritable> {
    if style == Style::Json {
        return Ok(vec![(name.to_owned(), encode(json))]);
    }
    let node = Node::read(json).map_err(|_| Unwritable::Nested)?;
    let pairs = match style {
        Style::Deep | Style::DeepRepeat | Style::DeepIndexed => {
            let mut pairs = Vec::new();
            deep(name.to_owned(), node, style, &mut pairs);
            pairs
        }
        Style::FormExploded => {
            let mut pairs = Vec::new();
            match node {
                Node::Object(entries) => {
                    entries.into_iter().for_each(|(key, value)| spread(key, value, &mut pairs));
                }
                node => spread(name.to_owned(), node, &mut pairs),
            }
            pairs
        }
        style => vec![(name.to_owned(), text(name, node, style, encode)?)],
    };
    if pairs.is_empty() { Err(Unwritable::Empty) } else { Ok(pairs) }
}

/// Returns a value as a single text.
fn text(name: &str, node: Node, style: Style, encode: Encode) -> Result<String, Unwritable> {
    let (prefix, delimiter) = match style {
        Style::Label => (".", ','),
        Style::LabelExploded => (".", '.'),
        Style::Matrix | Style::MatrixExploded => (";", if style == Style::Matrix { ',' } else { ';' }),
        Style::Space => ("", ' '),
        Style::Pipe => ("", '|'),
        _ => ("", ','),
    };
    let is_single = matches!(node, Node::Text(_));
    let keyed = |(key, value): (String, String)| format!("{}={}", encode(&key), encode(&value));
    let texts: Vec<String> = match (style, node) {
        (Style::SimpleExploded | Style::LabelExploded | Style::MatrixExploded, Node::Object(entries)) => {
            let pairs = in_keys(entries)?;
            check(pairs.iter().flat_map(|(key, value)| [key, value]), delimiter)?;
            pairs.into_iter().map(keyed).collect()
        }
        (style, node) => {
            let texts = elements(node)?;
            // A single value is not split.
            if !is_single {
                check(texts.iter(), delimiter)?;
            }
            let named = |text: String| match style {
                Style::MatrixExploded => format!("{}={}", encode(name), encode(&text)),
                _ => encode(&text),
            };
            texts.into_iter().map(named).collect()
        }
    };
    if texts.is_empty() {
        return Err(Unwritable::Empty);
    }
    let joined = texts.join(delimiter.encode_utf8(&mut [0; 4]));
    Ok(match style {
        Style::Matrix => format!(";{}={joined}", encode(name)),
        _ => format!("{prefix}{joined}"),
    })
}

fn check<'t>(mut texts: impl Iterator<Item = &'t String>, delimiter: char) -> Result<(), Unwritable> {
    let is_split = texts.any(|text| text.contains(delimiter));
    if is_split { Err(Unwritable::Delimiter(delimiter)) } else { Ok(()) }
}

/// Returns the elements of an array, or the alternating keys and values of an object.
fn elements(node: Node) -> Result<Vec<String>, Unwritable> {
    match node {
        Node::Null => Ok(Vec::new()),
        Node::Text(text) => Ok(vec![text]),
        Node::List(items) => {
            items.into_iter().filter(|item| !matches!(item, Node::Null)).map(Node::into_text).collect()
        }
        Node::Object(entries) => Ok(in_keys(entries)?.into_iter().flat_map(|(key, value)| [key, value]).collect()),
    }
}

fn in_keys(entries: Vec<(String, Node)>) -> Result<Pairs, Unwritable> {
    let present = entries.into_iter().filter(|(_, value)| !matches!(value, Node::Null));
    present.map(|(key, value)| Ok((key, value.into_text()?))).collect()
}

impl Node {
    fn into_text(self) -> Result<String, Unwritable> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Null => Ok(String::new()),
            Self::List(_) | Self::Object(_) => Err(Unwritable::Nested),
        }
    }
}

/// Writes a value by its name: an array of scalars repeats it, and what is nested has brackets behind it.
fn spread(name: String, node: Node, pairs: &mut Pairs) {
    let Node::List(items) = node else { return deep(name, node, Style::Deep, pairs) };
    for (index, item) in items.into_iter().enumerate() {
        let name = if matches!(item, Node::Text(_)) { name.clone() } else { format!("{name}[{index}]") };
        deep(name, item, Style::Deep, pairs);
    }
}

/// Writes nested keys in brackets, which OpenAPI leaves open for an array or an object inside an object. Servers in PHP
/// and Ruby, and those that read like the `qs` package, take `[]` for another element. Elements that are not scalars
/// are numbered.
fn deep(name: String, node: Node, style: Style, pairs: &mut Pairs) {
    match node {
        Node::Null => {}
        Node::Text(text) => pairs.push((name, text)),
        Node::Object(entries) => {
            entries.into_iter().for_each(|(key, value)| deep(format!("{name}[{key}]"), value, style, pairs));
        }
        Node::List(items) => {
            for (index, item) in items.into_iter().enumerate() {
                let name = match (&item, style) {
                    (Node::Text(_), Style::DeepRepeat) => name.clone(),
                    (Node::Text(_), Style::Deep) => format!("{name}[]"),
                    _ => format!("{name}[{index}]"),
                };
                deep(name, item, style, pairs);
            }
        }
    }
}

/// Returns the fields of a form: arrays repeat their key, and objects and arrays in them are JSON, unless `styles` says
/// otherwise.
pub(crate) fn form(json: &str, styles: &[(&str, Style)]) -> Result<Pairs, (String, Unwritable)> {
    let fields: Entries<'_> = serde_json::from_str(json).map_err(|_| (String::new(), Unwritable::Nested))?;
    let mut all = Vec::new();
    for (key, value) in fields.0 {
        let json = value.get();
        let stated = styles.iter().find(|(name, _)| *name == key).map(|(_, style)| *style);
        let written = match stated {
            Some(style) => query(&key, json, style),
            None if json.starts_with('{') => query(&key, json, Style::Json),
            None => field(&key, json),
        };
        match written {
            Ok(pairs) => all.extend(pairs),
            // An empty array has no field, as in the forms of browsers.
            Err(Unwritable::Empty) => {}
            Err(problem) => return Err((key, problem)),
        }
    }
    Ok(all)
}

/// Returns a field of a form whose style is not stated: each object or array in an array is JSON.
fn field(key: &str, json: &str) -> Result<Pairs, Unwritable> {
    let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(json) else {
        return query(key, json, Style::FormExploded);
    };
    let is_nested = |item: &&RawValue| item.get().starts_with(['{', '[']);
    let one = |item: &RawValue| match is_nested(&item) {
        true => query(key, item.get(), Style::Json),
        false => query(key, item.get(), Style::FormExploded),
    };
    let nulls = |item: &&RawValue| item.get() != "null";
    let pairs = items.into_iter().filter(nulls).map(one).collect::<Result<Vec<_>, _>>()?.concat();
    if pairs.is_empty() { Err(Unwritable::Empty) } else { Ok(pairs) }
}

/// Returns what a request has for a parameter: names and texts, percent-encoded in paths and cookies.
///
/// # Errors
/// If the style cannot write the value.
pub fn written(location: ParamLocation, name: &str, json: &str, style: Style) -> Result<Pairs, Unwritable> {
    let named = |text: String| vec![(name.to_owned(), text)];
    match location {
        ParamLocation::Path => path(name, json, style).map(named),
        ParamLocation::Query => query(name, json, style),
        ParamLocation::Header => header(name, json, style).map(named),
        ParamLocation::Cookie => cookies(name, json, style),
    }
}

/// Returns a value of the query or of a form as names and texts, before percent-encoding.
pub(crate) fn query(name: &str, json: &str, style: Style) -> Result<Pairs, Unwritable> {
    pairs(name, json, style, str::to_owned)
}

/// Returns a value as the text of a header.
pub(crate) fn header(name: &str, json: &str, style: Style) -> Result<String, Unwritable> {
    single(pairs(name, json, style, str::to_owned)?)
}

/// Returns a value as a part of the path, percent-encoded except for the delimiters.
pub(crate) fn path(name: &str, json: &str, style: Style) -> Result<String, Unwritable> {
    single(pairs(name, json, style, value::encoded)?)
}

/// Returns a value as percent-encoded cookies.
pub(crate) fn cookies(name: &str, json: &str, style: Style) -> Result<Pairs, Unwritable> {
    let pairs = pairs(name, json, style, str::to_owned)?;
    Ok(pairs.into_iter().map(|(name, text)| (name, value::encoded(&text))).collect())
}

fn single(pairs: Pairs) -> Result<String, Unwritable> {
    match <[_; 1]>::try_from(pairs) {
        Ok([(_, text)]) => Ok(text),
        Err(_) => Err(Unwritable::Nested),
    }
}

/// `a=1&b=2`, percent-encoded.
pub(crate) fn urlencoded(pairs: &[(String, String)]) -> String {
    let pair = |(name, text): &(String, String)| format!("{}={}", value::encoded(name), value::encoded(text));
    pairs.iter().map(pair).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests;
