use super::*;
use crate::{
    rt,
    types::{
        json::Json, nullable::Nullable, number::Number, secret::Secret, text::Text, unknown_fields::UnknownFields,
    },
};

#[derive(Clone, PartialEq)]
struct Guest {
    name: String,
    allergies: Option<Vec<Kind>>,
    diary: Option<String>,
    country: Nullable<String>,
    token: Option<Secret>,
    notes: Map<Text>,
    _unknown_fields: UnknownFields,
}

rt::object! {
    Guest {
        name: "name" required,
        allergies: "allergies" optional,
        diary: "diary" optional [sensitive(true)],
        country: "country" optional [sensitive(false)],
        token: "token" optional,
        ..notes,
    }
}

#[derive(Clone, PartialEq)]
struct Open {
    name: String,
    guest: Option<Guest>,
    diary: Option<String>,
    _unknown_fields: UnknownFields,
}

rt::object! {
    Open with Shown {
        name: "name" required,
        guest: "guest" optional,
        diary: "diary" optional [sensitive(true)],
    }
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Kind {
    Nuts,
    Unknown(rt::UnknownText),
}

rt::string_enum! { Kind { Nuts = "nuts" } }

fn guest() -> Guest {
    serde_json::from_str(
        r#"{"name": "Noor", "allergies": ["nuts", "dill"], "diary": "Rain.", "country": "NL", "token": "t0", "seat": "4a"}"#,
    )
    .unwrap()
}

fn shown<T: Redact>(value: &T, privacy: Privacy) -> String {
    format!("{:?}", Redacted(value, privacy))
}

#[test]
fn each_mode_shows_what_it_says() {
    let hidden = "Guest { name: <text>, allergies: [Nuts, Unknown(<text>)], diary: <text>, country: Value(\"NL\"), \
                  token: ***, notes: <1 entries> }";
    let token = format!("{:?}", Secret::from("t0"));
    let hidden = hidden.replace("***", &token);
    assert_eq!(format!("{:?}", guest()), hidden);
    assert_eq!(shown(&guest(), Privacy::Hidden), hidden);
    let all = hidden.replace("name: <text>", "name: \"Noor\"").replace("Unknown(<text>)", "Unknown(\"dill\")");
    let all = all.replace("<1 entries>", "{\"seat\": \"4a\"}");
    assert_eq!(shown(&guest(), Privacy::Shown), all);
    assert_eq!(shown(&guest(), Privacy::Revealed), all.replace("diary: <text>", "diary: \"Rain.\""));
}

#[test]
fn a_type_can_show_its_texts() {
    let open: Open = serde_json::from_str(r#"{"name": "Noor", "guest": {"name": "Aiko"}, "diary": "Sun."}"#).unwrap();
    let shown = "Open { name: \"Noor\", guest: Guest { name: \"Aiko\", notes: {} }, diary: <text> }";
    assert_eq!(format!("{open:?}"), shown);
    assert_eq!(format!("{:?}", Redacted(&Some(vec![open]), <Option<Vec<Open>>>::PRIVACY)), format!("[{shown}]"));
}

#[test]
fn values_that_are_no_texts_are_always_shown() {
    let number = Number::from("0.10".parse::<rust_decimal::Decimal>().unwrap());
    for privacy in [Privacy::Hidden, Privacy::Shown, Privacy::Revealed] {
        assert_eq!(shown(&number, privacy), "0.10");
        assert_eq!(shown(&true, privacy), "true");
        assert!(!shown(&Secret::from("t0"), privacy).contains("t0"));
    }
    let json = Json::parse("{\"a\": 1}").unwrap();
    assert_eq!(shown(&json, Privacy::Hidden), format!("{json:?}"));
    assert_eq!(shown(&json, Privacy::Shown), "{\"a\": 1}");
}
