use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;
use crate::sample::{Owner, Pet};

fn place<T: DeserializeOwned>(json: &str) -> Option<String> {
    let read = follow::<T>(json);
    read.result.map(drop).unwrap_err();
    read.path
}

#[test]
fn a_failure_is_where_it_happens() {
    for (json, path) in [
        ("7", None),
        ("[7]", Some("[0]")),
        (r#"[{"id":1,"toys":[]},{"id":true}]"#, Some("[1].id")),
        // A missing key has no location of its own.
        (r#"[{"id":1,"owner":{}}]"#, Some("[0].owner")),
        (r#"[{"id":1,"owner":{"name":""#, Some("[0].owner.name")),
        (r#"[{"id":1},{"id":2]"#, Some("[1]")),
        (r#"[{"id":1} {"id":2}]"#, Some("[1]")),
        (r#"[{"id":1}] x"#, None),
        // A branch that does not fit is not an error, and leaves no trace.
        (r#"[{"id":1,"toys":[{"type":"ball","radius":[]},{"phone":null,"name":[1,"]}"#, Some("[0].toys[1]")),
        (r#"[{"id":1,"toys":[{"type":"ball","radius":[]}],"name":5}]"#, Some("[0].name")),
    ] {
        assert_eq!(place::<Vec<Pet>>(json).as_deref(), path, "{json}");
    }
}

#[test]
fn keys_of_somebodys_choice_are_not_shown() {
    assert_eq!(place::<Owner>(r#"{"name":"n","phone":"p","jane@example.com":[]}"#).as_deref(), Some("*"));
    assert_eq!(place::<BTreeMap<String, Vec<i64>>>(r#"{"a":[1],"jane@example.com":[1,""]}"#).as_deref(), Some("*[1]"));
    // The next key is tracked again.
    assert_eq!(place::<Owner>(r#"{"jane@example.com":1,"name":5}"#).as_deref(), Some("name"));
}

/// Third-party types call other methods of the deserializer than those of the runtime.
#[test]
fn whatever_serde_knows_is_read_as_without_a_trail() {
    fn same<T: DeserializeOwned + PartialEq + fmt::Debug>(json: &str) {
        assert_eq!(follow::<T>(json).result.unwrap(), serde_json::from_str::<T>(json).unwrap());
    }
    same::<serde_json::Value>(r#"{"a":[null,true,-1,1.5,"x",{"\u0062":18446744073709551615}]}"#);
    same::<BTreeMap<u32, (bool, f64, char)>>(r#"{"7":[true,1.5,"x"]}"#);
    same::<Option<i128>>("170141183460469231731687303715884105727");
    same::<Vec<Result<u8, ()>>>(r#"[{"Ok":9},{"Err":null}]"#);
    same::<std::ops::Range<u8>>(r#"{"start":1,"end":2}"#);
    same::<std::num::Wrapping<[i8; 2]>>("[1,2]");
    same::<crate::types::json::Json>(r#"{"a": 1.50}"#);
    assert!(follow::<Box<serde_json::value::RawValue>>("1.50").result.is_ok_and(|json| json.get() == "1.50"));
}

#[test]
fn pointers_escape_what_means_something_in_them() {
    assert_eq!(pointer(None), None);
    let _ = follow::<Vec<Probe>>(r#"[1,{"a/~1":{"~":2}}]"#);
    struct Probe;
    impl<'de> Deserialize<'de> for Probe {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Self)
        }
    }
    impl<'de> Visitor<'de> for Probe {
        type Value = Self;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("anything")
        }
        fn visit_u64<E: Error>(self, number: u64) -> Result<Self, E> {
            let expected = if number == 1 { "/0" } else { "/1/a~1~01/~0" };
            assert_eq!(pointer(None).as_deref(), Some(expected));
            assert_eq!(pointer(Some("/")).as_deref(), Some(format!("{expected}/~1").as_str()));
            Ok(self)
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
            struct Name;
            impl<'de> DeserializeSeed<'de> for Name {
                type Value = ();
                fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
                    deserializer.deserialize_identifier(serde::de::IgnoredAny).map(drop)
                }
            }
            while map.next_key_seed(Name)?.is_some() {
                map.next_value::<Self>()?;
            }
            Ok(self)
        }
    }
}
