//! A schema as alternatives, each of which consists of schemas that have to accept a value together.

use serde_json::{Map, Value};

use super::{Maker, Pieces};

/// How many alternatives of a schema are looked at.
const MOST: usize = 48;

/// Deeper references and combinations are not followed: they may be circular.
const DEEPEST: usize = 24;

impl<'a> Maker<'a> {
    /// Returns the alternatives of a schema; none if it accepts nothing.
    pub(super) fn alternatives(&self, schema: &'a Value) -> Vec<Pieces<'a>> {
        self.deeper(self.schemas.as_union(schema), 0)
    }

    /// Returns the alternatives of each branch of a union, with what stands beside it or without. Where null stands
    /// beside a union, that one counts.
    pub(super) fn branches(&self, schema: &'a Value, with_beside: bool) -> Vec<Vec<Pieces<'a>>> {
        let (mut schema, mut beside) = (schema, Vec::new());
        for _ in 0..DEEPEST {
            if let Some(target) = self.schemas.target(schema).and_then(|number| self.schemas.get(number)) {
                schema = target;
                continue;
            }
            let Some(entries) = schema.as_object() else { return Vec::new() };
            let Some((key, branches)) = union(entries) else { return Vec::new() };
            let others: Vec<_> = branches.iter().filter(|branch| !is_null(branch)).collect();
            // What is left of a nullable schema is the schema.
            if let ([only], true) = (others.as_slice(), branches.len() > 1) {
                schema = only;
                continue;
            }
            if !with_beside {
                return others.into_iter().map(|branch| self.deeper(branch, 1)).collect();
            }
            beside.push(entries);
            let parts: Vec<_> = entries
                .iter()
                .filter(|(other, _)| *other != key && matches!(other.as_str(), "allOf" | "oneOf" | "anyOf"))
                .filter_map(|(_, list)| list.as_array())
                .collect();
            let base = parts
                .into_iter()
                .flatten()
                .fold(vec![beside.clone()], |all, part| crossed(&all, &self.deeper(part, 1)));
            return others.into_iter().map(|branch| crossed(&base, &self.deeper(branch, 1))).collect();
        }
        Vec::new()
    }

    fn deeper(&self, schema: &'a Value, depth: usize) -> Vec<Pieces<'a>> {
        if depth > DEEPEST {
            return Vec::new();
        }
        let entries = match schema {
            Value::Bool(true) => return vec![Vec::new()],
            Value::Object(entries) => entries,
            _ => return Vec::new(),
        };
        if let Some(target) = self.schemas.target(schema).and_then(|number| self.schemas.get(number)) {
            return self.deeper(target, depth + 1);
        }
        let mut all = vec![vec![entries]];
        for part in entries.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            all = crossed(&all, &self.deeper(part, depth + 1));
        }
        for key in ["oneOf", "anyOf"] {
            let Some(branches) = entries.get(key).and_then(Value::as_array) else { continue };
            let each = branches.iter().map(|branch| self.deeper(self.schemas.as_union(branch), depth + 1));
            let each: Vec<_> = each.collect();
            let mut alternatives = Vec::new();
            // The first alternative of each branch comes before the second one of any.
            let longest = each.iter().map(Vec::len).max().unwrap_or_default();
            for index in 0..longest {
                alternatives.extend(each.iter().filter_map(|branch| branch.get(index)).cloned());
            }
            alternatives.truncate(MOST);
            all = crossed(&all, &alternatives);
        }
        all
    }
}

/// The keyword and the branches of a union.
fn union(entries: &Map<String, Value>) -> Option<(&'static str, &Vec<Value>)> {
    ["oneOf", "anyOf"].into_iter().find_map(|key| Some((key, entries.get(key)?.as_array()?)))
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
}

/// Combines alternatives. Not each with each, but each at least once: there may be very many.
fn crossed<'a>(left: &[Pieces<'a>], right: &[Pieces<'a>]) -> Vec<Pieces<'a>> {
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let pairs = left.iter().cycle().zip(right.iter().cycle()).take(left.len().max(right.len()).min(MOST));
    pairs.map(|(one, other)| one.iter().chain(other).copied().collect()).collect()
}
