//! Values with fields that no schema describes, which have to come back.

use crate::json::Json;

/// The key of the fields.
const KEY: &str = "unknown-1";

/// How many objects of a value get such a field alone.
const MOST: usize = 12;

/// Returns a value with an unknown field in each of its objects.
pub(super) fn everywhere(value: &Json) -> Json {
    match value {
        Json::List(items) => Json::List(items.iter().map(everywhere).collect()),
        Json::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), everywhere(value)));
            Json::Object(entries.chain([field()]).collect())
        }
        other => other.clone(),
    }
}

/// Returns copies of a value, each with an unknown field in another of its objects: where one of them must not have
/// any, or only such as it describes, the others may.
pub(super) fn each_alone(value: &Json) -> Vec<Json> {
    let mut copies = Vec::new();
    for at in 0..MOST {
        let mut left = at;
        let copy = extend(value, &mut left);
        if copy == *value {
            break;
        }
        copies.push(copy);
    }
    copies
}

/// Adds the field to the object that is reached after `left` others.
fn extend(value: &Json, left: &mut usize) -> Json {
    match value {
        Json::List(items) => Json::List(items.iter().map(|item| extend(item, left)).collect()),
        Json::Object(entries) => {
            let is_it = *left == 0;
            *left = left.wrapping_sub(1);
            let entries = entries.iter().map(|(key, value)| (key.clone(), extend(value, left))).collect::<Vec<_>>();
            Json::Object(entries.into_iter().chain(is_it.then(field)).collect())
        }
        other => other.clone(),
    }
}

/// Returns the path of the first unknown field that did not come back as it was.
pub(super) fn lost(before: &Json, after: &Json) -> Option<String> {
    match (before, after) {
        (Json::List(before), Json::List(after)) => {
            let items = before.iter().zip(after).enumerate();
            items.into_iter().find_map(|(index, (before, after))| Some(format!("[{index}]{}", lost(before, after)?)))
        }
        (Json::Object(entries), Json::Object(_)) => entries.iter().find_map(|(key, before)| {
            let path = match (key == KEY, after.get(key)) {
                (true, found) if found != Some(before) => String::new(),
                (false, Some(after)) => lost(before, after)?,
                _ => return None,
            };
            Some(format!(".{key}{path}"))
        }),
        _ => None,
    }
}

fn field() -> (String, Json) {
    // A number whose spelling only its text keeps.
    (KEY.to_owned(), Json::List(vec![Json::Number("1.50".to_owned()), Json::Null]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Json {
        Json::parse(text).unwrap_or(Json::Null)
    }

    #[test]
    fn each_object_gets_a_field_with_the_others_or_alone() {
        let value = parse(r#"{"a":[{"b":1},2],"c":{}}"#);
        let field = r#""unknown-1":[1.50,null]"#;
        assert_eq!(everywhere(&value), parse(&format!(r#"{{"a":[{{"b":1,{field}}},2],"c":{{{field}}},{field}}}"#)));
        let alone = [
            format!(r#"{{"a":[{{"b":1}},2],"c":{{}},{field}}}"#),
            format!(r#"{{"a":[{{"b":1,{field}}},2],"c":{{}}}}"#),
            format!(r#"{{"a":[{{"b":1}},2],"c":{{{field}}}}}"#),
        ];
        assert_eq!(each_alone(&value), alone.map(|text| parse(&text)));
        assert_eq!(each_alone(&parse("[1]")), []);
    }

    #[test]
    fn what_does_not_come_back_is_found() {
        let before = everywhere(&parse(r#"{"a":[{},{"b":{}}]}"#));
        assert_eq!(lost(&before, &before), None);
        for (after, path) in [
            (before.to_string().replace("1.50", "1.5"), ".a[0].unknown-1"),
            (r#"{"a":[{"unknown-1":[1.50,null]},{}]}"#.to_owned(), ".a[1].unknown-1"),
            (r#"{"a":[],"unknown-1":[1.50]}"#.to_owned(), ".unknown-1"),
        ] {
            assert_eq!(lost(&before, &parse(&after)).as_deref(), Some(path), "{after}");
        }
    }
}
