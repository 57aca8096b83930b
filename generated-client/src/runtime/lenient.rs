//! Pages of which an item is not what the specification says: it is set aside, and the others arrive.
//!
//! Only a page that cannot be decoded as a whole comes here, so this may take the detour of splitting its text.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{
    Answer, DecodeFailure,
    decode::{failure, locate_drift, utf8},
    drift, trail,
};
use crate::{Json, Rejected};

impl Answer {
    /// Decodes a page `P` of a list of `T`s, which is under the key `list`, or is the whole body. Items that do not
    /// decode are set aside.
    ///
    /// # Errors
    /// When the body is not such a page even without them.
    pub fn json_lenient<T: DeserializeOwned, P: DeserializeOwned>(
        &self,
        list: Option<&str>,
    ) -> Result<(P, Vec<Rejected>), DecodeFailure> {
        match self.json() {
            Ok(page) => Ok((page, Vec::new())),
            Err(strict) => decode::<T, P>(utf8(&self.body)?, list, strict),
        }
    }
}

/// Decodes a page that failed to decode as a whole with `strict`, without the items that do not decode.
///
/// # Errors
/// With `strict` when it is not for the items that the page failed; otherwise with what is wrong beside them.
#[cold]
pub fn decode<T: DeserializeOwned, P: DeserializeOwned>(
    json: &str,
    list: Option<&str>,
    strict: DecodeFailure,
) -> Result<(P, Vec<Rejected>), DecodeFailure> {
    let Some(page) = Page::split(json, list) else { return Err(strict) };
    let mut rejected = Vec::new();
    let mut kept = Vec::new();
    for (index, item) in page.items.iter().enumerate() {
        match serde_json::from_str::<T>(item.get()) {
            Ok(_) => kept.push(index),
            Err(error) => {
                let (_, path) = trail::follow::<T>(item.get());
                rejected.push(page.reject(index, item, path.as_deref(), &error));
            }
        }
    }
    if rejected.is_empty() {
        return Err(strict);
    }
    // What was met so far counts only if it is in what arrives.
    drift::forget();
    let rest = page.rest(&kept);
    let result = serde_json::from_str::<P>(&rest);
    if drift::is_met() {
        locate_drift::<P>(&rest);
        drift::renumber(list, &kept);
    }
    match result {
        Ok(page) => Ok((page, rejected)),
        Err(error) => {
            let (_, path) = trail::follow::<P>(&rest);
            Err(failure(path, &without_position(&error)))
        }
    }
}

/// A body, taken apart.
struct Page<'a> {
    /// The key of the list; `None` if it is the whole.
    list: Option<&'a str>,
    /// What is around the list: that of the list is `None`.
    entries: Vec<(String, Option<&'a RawValue>)>,
    items: Vec<&'a RawValue>,
}

impl<'a> Page<'a> {
    /// `None` if there is no list.
    fn split(json: &'a str, list: Option<&'a str>) -> Option<Self> {
        let Some(key) = list else {
            return Some(Self { list, entries: Vec::new(), items: serde_json::from_str(json).ok()? });
        };
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let all = deserializer.deserialize_map(Entries).ok()?;
        deserializer.end().ok()?;
        // Of several, the last one counts, as it does for all keys: the others would not arrive in any case.
        let place = all.iter().rposition(|(name, _)| name == key)?;
        let mut items = None;
        let mut entries = Vec::new();
        for (index, (name, value)) in all.into_iter().enumerate() {
            if index == place {
                items = Some(serde_json::from_str(value.get()).ok()?);
                entries.push((name, None));
            } else if name != key {
                entries.push((name, Some(value)));
            }
        }
        Some(Self { list, entries, items: items? })
    }

    /// The text without the items that are not kept.
    fn rest(&self, kept: &[usize]) -> String {
        let items: Vec<&str> = kept.iter().filter_map(|index| self.items.get(*index).map(|item| item.get())).collect();
        let items = format!("[{}]", items.join(","));
        if self.list.is_none() {
            return items;
        }
        let entry = |(name, value): &(String, Option<&RawValue>)| {
            let value = value.map_or(items.as_str(), RawValue::get);
            format!("{}:{value}", serde_json::Value::from(name.as_str()))
        };
        format!("{{{}}}", self.entries.iter().map(entry).collect::<Vec<_>>().join(","))
    }

    fn reject(&self, index: usize, item: &RawValue, inner: Option<&str>, error: &serde_json::Error) -> Rejected {
        let mut path = format!("{}[{index}]", self.list.unwrap_or_default());
        if let Some(inner) = inner {
            path.push_str(if inner.starts_with('[') { "" } else { "." });
            path.push_str(inner);
        }
        let message = failure(None, &without_position(error)).message;
        Rejected { index, path, message, raw: Json::from(item.to_owned()) }
    }
}

/// What serde says, without the place in a text that nobody has.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).map_or(text.clone(), str::to_owned)
}

/// All that an object holds, in its order, keys that come twice included.
struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

#[cfg(test)]
mod tests;
