//! Which branch of a union reads a value: the one place that knows how the runtime decides.

use codegen::plan::{Branch, Guard};

use crate::json::Json;

/// Returns the first branch whose guard accepts the value.
pub fn choose(branches: &[Branch], value: &Json) -> Option<usize> {
    branches.iter().position(|branch| accepts(&branch.guard, value))
}

fn accepts(guard: &Guard, value: &Json) -> bool {
    match guard {
        Guard::Type(ty) => value.type_name() == *ty,
        Guard::Key(key) => value.get(key).is_some(),
        Guard::Tag(key, values) => matches!(value.get(key), Some(Json::Text(text)) if values.contains(text)),
        _ => false,
    }
}
