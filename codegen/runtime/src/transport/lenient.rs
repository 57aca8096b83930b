//! Bodies that are not what the specification says: what is wrong in them is forgiven or set aside, and the rest arrives.
//!
//! A `null` where a field has a value reads as the empty value. What is still wrong costs the innermost element of an array
//! that it is in, or else the call. Only a body that cannot be decoded as it is comes here, so this may take its time.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::{
    transport::answer::Answer,
    types::{json::Json, rejected::Rejected},
    wire::{
        decode::{DecodeFailure, failure, from_text, utf8},
        drift,
        trail::{self, Aside, Failed, without_position},
        union::depth,
    },
};

/// How many elements of arrays are set aside in one item of a list, or in a body that is none, before it is given up.
/// Each is a reading of its own.
const MOST: usize = 64;

/// What is nested deeper is refused, as serde_json does: values are read by themselves here, each with a limit of its own.
const DEEPEST: usize = 127;

impl Answer {
    /// Decodes a page `P` of a list of `T`s, which is under the key `list`, or is the whole body. What does not decode is
    /// set aside.
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
                    body.mend_item::<T>(list, index, item);
                }
            })
        })
    }

    /// Decodes a body that failed to decode with `strict`. What was set aside stays with the answer.
    ///
    /// # Errors
    /// When the body is no `T` even without that.
    #[cold]
    pub(crate) fn mend<T: DeserializeOwned>(&self, text: &str, strict: DecodeFailure) -> Result<T, DecodeFailure> {
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
    let mut body = Body { json, aside: Aside::default(), rejected: Vec::new(), list_depth: None };
    prepare(&mut body);
    let mut left = MOST;
    loop {
        // What was met so far counts only if it is in what arrives.
        drift::forget();
        let failed = match trail::mend(json, None, &mut body.aside) {
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

/// A body that is read leniently.
struct Body<'a> {
    json: &'a str,
    aside: Aside,
    rejected: Vec<Rejected>,
    /// How many steps lead to the items of its list, if it is one.
    list_depth: Option<usize>,
}

impl<'a> Body<'a> {
    /// The items of the list; empty if the list is missing.
    fn items(&mut self, list: Option<&str>) -> Vec<&'a RawValue> {
        let Some(key) = list else { return serde_json::from_str(self.json).unwrap_or_default() };
        let mut deserializer = serde_json::Deserializer::from_str(self.json);
        let Ok(entries) = deserializer.deserialize_map(Entries) else { return Vec::new() };
        let lists = entries.into_iter().filter(|(name, _)| name == key);
        let mut lists: Vec<Vec<&RawValue>> =
            lists.map(|(_, value)| serde_json::from_str(value.get()).unwrap_or_default()).collect();
        // Of several, the last one counts, as it does for all keys: the others do not arrive in any case.
        let items = lists.pop().unwrap_or_default();
        lists.into_iter().flatten().for_each(|item| self.aside.insert(item));
        items
    }

    /// Finds out what of an item has to be set aside: nothing, elements of its arrays, or all of it.
    fn mend_item<T: DeserializeOwned>(&mut self, list: Option<&str>, index: usize, item: &'a RawValue) {
        if serde_json::from_str::<T>(item.get()).is_ok() {
            return;
        }
        let whole = self.rejected.len();
        loop {
            let Err(failed) = trail::mend::<T>(item.get(), Some((list, index)), &mut self.aside) else { return };
            match self.reject(&failed).filter(|_| self.rejected.len() - whole < MOST) {
                Some(rejected) => self.rejected.push(rejected),
                None => {
                    self.rejected.truncate(whole);
                    self.aside.insert(item);
                    let mut rejected = rejected(&failed, index, item);
                    rejected.is_item = true;
                    return self.rejected.push(rejected);
                }
            }
        }
    }

    /// Sets aside the element in which the reading failed; `None` if it failed in none.
    fn reject(&mut self, failed: &Failed) -> Option<Rejected> {
        let element = failed.element.as_ref()?;
        self.aside.add(element);
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
mod table_tests;
#[cfg(test)]
mod tests;
