use super::*;

#[test]
fn goes_back_as_it_came() {
    for (json, value) in [
        ("true", true),
        ("false", false),
        (r#""true""#, true),
        (r#""false""#, false),
        ("1", true),
        ("0", false),
        (r#""1""#, true),
        (r#""0""#, false),
    ] {
        let flag: Flag = serde_json::from_str(json).unwrap();
        assert_eq!(flag.get(), value, "{json}");
        assert_eq!(serde_json::to_string(&flag).unwrap(), json);
    }
}

#[test]
fn refuses_what_is_no_flag_without_repeating_it() {
    for json in [r#""jane""#, r#""""#, "2", "-1", "0.5", "null", "[]"] {
        let error = serde_json::from_str::<Flag>(json).unwrap_err().to_string();
        assert!(error.contains("expected a boolean") && !error.contains("jane"), "{error}");
    }
}

#[test]
fn compares_with_booleans() {
    assert_eq!(Flag::from(true), true);
    assert_ne!(Flag::from(true), serde_json::from_str::<Flag>("1").unwrap());
    assert_eq!(format!("{0} {0:?}", Flag::from(false)), "false false");
}
