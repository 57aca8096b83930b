//! JSON that keeps every digit and the order of keys.

use std::fmt::{self, Write as _};

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::Value;
use serde_json::value::RawValue;

/// A JSON value whose numbers are strings: `42.10` stays `42.10`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words of JSON")]
pub enum Exact {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Self>),
    Object(IndexMap<String, Self>),
}

impl Exact {
    /// Parses JSON.
    ///
    /// # Errors
    /// Fails if the text is not JSON.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        Self::read(serde_json::from_str(text)?)
    }

    fn read(raw: &RawValue) -> Result<Self, serde_json::Error> {
        let text = raw.get();
        Ok(match text.as_bytes().first() {
            Some(b'{') => {
                let entries: IndexMap<String, &RawValue> = serde_json::from_str(text)?;
                Self::Object(
                    entries.into_iter().map(|(key, raw)| Ok((key, Self::read(raw)?))).collect::<Result<_, _>>()?,
                )
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                Self::List(items.into_iter().map(Self::read).collect::<Result<_, _>>()?)
            }
            Some(b'"') => Self::Text(serde_json::from_str(text)?),
            Some(b't' | b'f') => Self::Bool(serde_json::from_str(text)?),
            Some(b'n') => Self::Null,
            _ => Self::Number(text.to_owned()),
        })
    }

    /// Converts to [`Value`], whose numbers are rounded.
    #[must_use]
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.to_string()).unwrap_or_default()
    }

    /// Returns the value under a key of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        if let Self::Object(entries) = self { entries.get(key) } else { None }
    }

    /// Formats like `jq .`: indented by two spaces, one value per line.
    #[must_use]
    pub fn pretty(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, Some(0));
        text
    }

    /// `depth` is that of the indentation; `None` writes everything on one line.
    fn write(&self, out: &mut String, depth: Option<usize>) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => out.push_str(&Value::from(text.as_str()).to_string()),
            Self::List(items) => between(out, ['[', ']'], items, depth, |out, item, depth| item.write(out, depth)),
            Self::Object(entries) => between(out, ['{', '}'], entries, depth, |out, (key, value), depth| {
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push_str(if depth.is_some() { ": " } else { ":" });
                value.write(out, depth);
            }),
        }
    }
}

/// Writes items between brackets.
fn between<I: IntoIterator<IntoIter: ExactSizeIterator>>(
    out: &mut String,
    [open, close]: [char; 2],
    items: I,
    depth: Option<usize>,
    write: impl Fn(&mut String, I::Item, Option<usize>),
) {
    let items = items.into_iter();
    let inner = depth.filter(|_| items.len() > 0).map(|depth| depth + 1);
    let line = |out: &mut String, depth: Option<usize>| {
        if let Some(depth) = depth {
            let _ = write!(out, "\n{:1$}", "", depth * 2);
        }
    };
    out.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        line(out, inner);
        write(out, item, inner);
    }
    line(out, inner.and(depth));
    out.push(close);
}

/// Formats on one line.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text, None);
        f.write_str(&text)
    }
}

impl From<&Value> for Exact {
    fn from(value: &Value) -> Self {
        Self::parse(&value.to_string()).unwrap_or(Self::Null)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(&Box::<RawValue>::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.to_string()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}
