use super::*;
use crate::types::secret::Secret;

#[test]
fn goes_back_letter_by_letter() {
    for json in ["null", "1.50", "1e400", r#"{"b": [1,  2], "a":"\u00e9"}"#] {
        let read: Json = serde_json::from_str(json).unwrap();
        assert_eq!(read.get(), json);
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        assert_eq!(read, Json::parse(json).unwrap());
    }
}

#[test]
fn becomes_a_tree_and_back() {
    let tree = serde_json::json!({"a": [1, null]});
    assert_eq!(Json::from(tree.clone()).to_value().unwrap(), tree);
    assert_eq!(Json::from(serde_json::Value::Null), Json::default());
    assert!(Json::parse("{").is_err());
}

#[test]
fn decodes_as_any_type() {
    let json = Json::parse(r#"["gold", "1.50"]"#).unwrap();
    assert_eq!(json.decode::<Vec<String>>().unwrap(), ["gold", "1.50"]);
    assert!(json.decode::<String>().is_err());
    assert_eq!(Json::default().decode::<Option<i64>>().unwrap(), None);
}

#[test]
fn debug_hides_the_text() {
    assert_eq!(format!("{:?}", Json::parse(r#""jane""#).unwrap()), "Json(<6 bytes>)");
}

#[test]
fn secrets_are_sent_but_not_shown() {
    let secret = Secret::from("hush");
    assert_eq!(format!("{secret:?}"), "Secret(***)");
    assert_eq!(serde_json::to_string(&secret).unwrap(), r#""hush""#);
    assert_eq!(serde_json::from_str::<Secret>(r#""hush""#).unwrap().expose(), "hush");
}
