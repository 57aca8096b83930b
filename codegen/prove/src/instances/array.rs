//! Arrays.

use serde_json::Value;

use super::{Extent, Maker, Pieces};
use crate::json::Json;

/// Longer arrays are not made.
const LONGEST: usize = 64;

impl<'a> Maker<'a> {
    /// Returns arrays: as short as allowed, and one for each of several items.
    pub(super) fn arrays(&self, pieces: &Pieces<'a>, extent: Extent) -> Vec<Json> {
        let count =
            |key: &'static str| pieces.iter().filter_map(|piece| piece.get(key)?.as_u64()).map(|count| count as usize);
        let shortest = count("minItems").max().unwrap_or_default();
        let longest = count("maxItems").min().unwrap_or(usize::MAX);
        if shortest > LONGEST || shortest > longest {
            return Vec::new();
        }
        let first: Vec<_> = pieces.iter().filter_map(|piece| piece.get("prefixItems")?.as_array()).flatten().collect();
        let mut head = Vec::new();
        for schema in &first {
            match self.smallest(schema) {
                Some(item) => head.push(item),
                None => break,
            }
        }
        head.truncate(longest);
        let items: Vec<_> = pieces.iter().filter_map(|piece| piece.get("items")).collect();
        let mut values = self.elements(extent, |extent| self.all_of(&items, extent));
        let is_unique = pieces.iter().any(|piece| piece.get("uniqueItems") == Some(&Value::Bool(true)));
        if is_unique && shortest > values.len() {
            values = self.all_of(&items, Extent::Some);
        }
        let padded = |item: Option<&Json>, length: usize| {
            let mut array: Vec<_> = head.iter().chain(item).cloned().collect();
            let others = values.iter().filter(|other| !is_unique || Some(*other) != item).cycle();
            let others = others.take(if is_unique { values.len() } else { LONGEST });
            array.extend(others.take(length.saturating_sub(array.len())).cloned());
            (array.len() >= length && array.len() <= longest).then_some(Json::List(array))
        };
        let mut arrays: Vec<Json> = padded(None, shortest).into_iter().collect();
        if extent != Extent::Least {
            arrays.extend(values.iter().filter_map(|item| padded(Some(item), shortest)));
            arrays.extend(padded(None, longest.min(8)).filter(|_| longest <= 8 || values.len() > 1));
            if head.is_empty() && longest > 0 && shortest == 0 {
                arrays.extend(padded(None, 2.min(longest)));
            }
        }
        arrays
    }

    /// Returns values that several schemas are meant to accept.
    pub(super) fn all_of(&self, schemas: &[&'a Value], extent: Extent) -> Vec<Json> {
        match schemas {
            [] => vec![Json::Text("any".to_owned())],
            [only] => self.candidates(only, extent),
            several => {
                let mut alternatives = vec![Vec::new()];
                for schema in several {
                    let others = self.alternatives(schema);
                    if others.is_empty() {
                        return Vec::new();
                    }
                    let length = alternatives.len().max(others.len());
                    let pairs = alternatives.iter().cycle().zip(others.iter().cycle()).take(length);
                    alternatives = pairs.map(|(one, other)| [one.as_slice(), other.as_slice()].concat()).collect();
                }
                let values = alternatives.iter().flat_map(|pieces| self.of_pieces(pieces, extent));
                values.take(super::TRIALS).collect()
            }
        }
    }
}
