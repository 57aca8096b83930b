//! Lenient decoding: violations of the specification are tolerated or set aside, and the rest is decoded.
//!
//! A `null` in a field that is not nullable is read as the empty value. Any other violation costs the innermost array
//! element that it is in, or else the call. Only a body that cannot be decoded strictly gets here, so this may be slow.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::{
    transport::raw_response::RawResponse,
    types::{json::Json, rejected::Rejected},
    wire::{
        decode::{DecodeFailure, failure, from_text, utf8},
        drift,
        json_path::{self, Failed, Skipped, without_position},
        union::depth,
    },
};

/// How many array elements are set aside in one item of a list, or in another body, before it is given up. Each takes
/// another reading.
const MOST: usize = 64;

/// The maximum depth, as in serde_json. Values are read separately here, each with a limit of its own.
const DEEPEST: usize = 127;

impl RawResponse {
    /// Decodes a page `P` of a list of `T`s, which is under the key `list`, or is the whole body. Sets aside what
    /// cannot be decoded.
    ///
    /// # Errors
    /// When the body is not such a page even without that.
    pub fn json_lenient<T: DeserializeOwned, P: DeserializeOwned>(
        &self,
        list: Option<&str>,
    ) -> Result<(P, Vec<Rejected>), DecodeFailure> {
        let text = utf8(&self.body)?;
        from_text(text).map(|page| (page, Vec::new())).or_else(|strict| {
            decode(text, strict, |body| {
                body.list_depth = Some(usize::from(list.is_some()));
                for (index, item) in body.items(list).into_iter().enumerate() {
                    body.repair_item::<T>(list, index, item);
                }
            })
        })
    }

    /// Decodes a body that failed to decode with `strict`. What was set aside is kept in the response.
    ///
    /// # Errors
    /// When the body is not a `T` even without that.
    #[cold]
    pub(crate) fn repair<T: DeserializeOwned>(&self, text: &str, strict: DecodeFailure) -> Result<T, DecodeFailure> {
        let (value, rejected) = decode(text, strict, |_| ())?;
        self.rejected.replace(rejected);
        Ok(value)
    }
}

/// Decodes a body that failed to decode with `strict`; `prepare` sets aside what is known to be wrong.
#[cold]
fn decode<T: DeserializeOwned>(
    json: &str,
    strict: DecodeFailure,
    prepare: impl FnOnce(&mut Body<'_>),
) -> Result<(T, Vec<Rejected>), DecodeFailure> {
    if depth(json) > DEEPEST || serde_json::from_str::<&RawValue>(json).is_err() {
        return Err(strict);
    }
    let mut body = Body { json, skipped: Skipped::default(), rejected: Vec::new(), list_depth: None };
    prepare(&mut body);
    let mut left = MOST;
    loop {
        // Drift counts only if it is in the final result.
        drift::forget();
        let failed = match json_path::repair(json, None, &mut body.skipped) {
            Ok(value) => return Ok((value, body.rejected)),
            Err(failed) => failed,
        };
        match body.reject(&failed).filter(|_| left > 0) {
            Some(rejected) => body.rejected.push(rejected),
            None if failed.path == strict.path => return Err(strict),
            None => return Err(failure(failed.path, &without_position(&failed.error))),
        }
        left -= 1;
    }
}

/// A body that is decoded leniently.
struct Body<'a> {
    json: &'a str,
    skipped: Skipped,
    rejected: Vec<Rejected>,
    /// How deep the items of its list are nested, if it is a list.
    list_depth: Option<usize>,
}

impl<'a> Body<'a> {
    /// Returns the items of the list; empty if the list is missing.
    fn items(&mut self, list: Option<&str>) -> Vec<&'a RawValue> {
        let Some(key) = list else { return serde_json::from_str(self.json).unwrap_or_default() };
        let mut deserializer = serde_json::Deserializer::from_str(self.json);
        let Ok(entries) = deserializer.deserialize_map(Entries) else { return Vec::new() };
        let lists = entries.into_iter().filter(|(name, _)| name == key);
        let mut lists: Vec<Vec<&RawValue>> =
            lists.map(|(_, value)| serde_json::from_str(value.get()).unwrap_or_default()).collect();
        // The last of duplicate keys counts; the others are dropped in any case.
        let items = lists.pop().unwrap_or_default();
        lists.into_iter().flatten().for_each(|item| self.skipped.insert(item));
        items
    }

    /// Finds what must be set aside of an item: nothing, elements of its arrays, or the whole item.
    fn repair_item<T: DeserializeOwned>(&mut self, list: Option<&str>, index: usize, item: &'a RawValue) {
        if serde_json::from_str::<T>(item.get()).is_ok() {
            return;
        }
        let whole = self.rejected.len();
        loop {
            let Err(failed) = json_path::repair::<T>(item.get(), Some((list, index)), &mut self.skipped) else {
                return;
            };
            match self.reject(&failed).filter(|_| self.rejected.len() - whole < MOST) {
                Some(rejected) => self.rejected.push(rejected),
                None => {
                    self.rejected.truncate(whole);
                    self.skipped.insert(item);
                    let mut rejected = rejected(&failed, index, item);
                    rejected.is_item = true;
                    return self.rejected.push(rejected);
                }
            }
        }
    }

    /// Sets aside the element in which decoding failed; `None` if it failed outside of arrays.
    fn reject(&mut self, failed: &Failed) -> Option<Rejected> {
        let element = failed.element.as_ref()?;
        self.skipped.add(element);
        let mut rejected = rejected(failed, element.index, &element.raw);
        rejected.is_item = self.list_depth == Some(element.depth);
        Some(rejected)
    }
}

fn rejected(failed: &Failed, index: usize, raw: &RawValue) -> Rejected {
    let message = failure(None, &without_position(&failed.error)).message;
    let path = failed.path.clone().unwrap_or_default();
    Rejected { index, path, message, raw: Json::from(raw.to_owned()), is_item: false }
}

/// The entries of an object in order, including duplicate keys.
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
mod table_tests;
#[cfg(test)]
mod tests;
