//! Values of a type that the user of the generator chose for a format.

use std::{
    fmt::{self, Debug, Display},
    str::FromStr,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    check::{At, Check, Limits, Violation},
    empty::Empty,
    facts::{Depth, Facts, Kinds},
    redact::{Privacy, Redact},
    scalar::{self, Form},
    value::{PathValue, QueryValue},
};

/// A type that the generator can use for a format: `--map FORMAT=PATH`.
///
/// It is parsed from the text of the JSON string or number by [`FromStr`], and written with [`Display`]. Every type with
/// these implements the trait, such as `uuid::Uuid`, `url::Url` or [`std::net::IpAddr`].
pub trait MappedType: FromStr + Display + Clone + PartialEq + Debug + Send + Sync + 'static {}

impl<T: FromStr + Display + Clone + PartialEq + Debug + Send + Sync + 'static> MappedType for T {}

/// A string of a format that the generator maps to `T`; with `NUMBER`, a number.
///
/// A value that was read is kept as it is, even if it is no `T`, and written back unchanged.
///
/// ```
/// use std::net::IpAddr;
///
/// use openapi_client_runtime::Mapped;
///
/// let address: Mapped<IpAddr> = serde_json::from_str("\"127.0.0.1\"")?;
/// assert_eq!(address.value(), Some(&IpAddr::from([127, 0, 0, 1])));
/// assert_eq!(Mapped::<IpAddr>::from(IpAddr::from([127, 0, 0, 1])), address);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Mapped<T, const NUMBER: bool = false> {
    form: Form,
    text: String,
    value: Option<T>,
}

impl<T, const NUMBER: bool> Mapped<T, NUMBER> {
    const FORM: Form = if NUMBER { Form::Number } else { Form::Text };

    /// Returns the value, unless the text is none.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Returns the value, unless the text is none.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        self.value
    }

    /// Returns the string, or the digits of the number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T: MappedType, const NUMBER: bool> From<T> for Mapped<T, NUMBER> {
    fn from(value: T) -> Self {
        Self { form: Self::FORM, text: value.to_string(), value: Some(value) }
    }
}

/// Compares the values, or the texts where parsing failed.
impl<T: PartialEq, const NUMBER: bool> PartialEq for Mapped<T, NUMBER> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Some(value), Some(other)) => value == other,
            (None, None) => (self.form, &self.text) == (other.form, &other.text),
            _ => false,
        }
    }
}

impl<T, const NUMBER: bool> Display for Mapped<T, NUMBER> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<T, const NUMBER: bool> Debug for Mapped<T, NUMBER> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, Privacy::Hidden)
    }
}

impl<T, const NUMBER: bool> Serialize for Mapped<T, NUMBER> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A value may be displayed as something that is no number.
        match self.form {
            Form::Number if scalar::is_json_number(&self.text) => scalar::write_number(self.text.clone(), serializer),
            _ => serializer.serialize_str(&self.text),
        }
    }
}

impl<'de, T: MappedType, const NUMBER: bool> Deserialize<'de> for Mapped<T, NUMBER> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (form, text) = scalar::read(deserializer)?;
        Ok(Self { form, value: text.parse().ok(), text })
    }
}

impl<T: MappedType, const NUMBER: bool> Empty for Mapped<T, NUMBER> {
    fn empty() -> Self {
        let text = if NUMBER { "0" } else { "" };
        Self { form: Self::FORM, value: text.parse().ok(), text: text.to_owned() }
    }
}

impl<T: MappedType, const NUMBER: bool> Check for Mapped<T, NUMBER> {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts::of(if NUMBER { Kinds::NUMBER } else { Kinds::STRING })]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(&self.text, at)
    }
}

impl<T, const NUMBER: bool> Redact for Mapped<T, NUMBER> {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        privacy.show(&self.text, f)
    }
}

impl<T, const NUMBER: bool> QueryValue for Mapped<T, NUMBER> {
    fn query_text(&self) -> std::borrow::Cow<'_, str> {
        self.as_str().into()
    }
}

impl<T, const NUMBER: bool> PathValue for Mapped<T, NUMBER> {
    fn path_text(&self) -> std::borrow::Cow<'_, str> {
        self.as_str().into()
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_value_is_written_as_its_schema_says() {
        let address = Ipv4Addr::new(10, 0, 0, 1);
        assert_eq!(serde_json::to_string(&Mapped::<Ipv4Addr>::from(address)).unwrap(), "\"10.0.0.1\"");
        assert_eq!(serde_json::to_string(&Mapped::<u64, true>::from(u64::MAX)).unwrap(), "18446744073709551615");
        assert_eq!(serde_json::to_string(&Mapped::<u64>::from(7)).unwrap(), "\"7\"");
        // Whatever is displayed, JSON is written.
        assert_eq!(serde_json::to_string(&Mapped::<Ipv4Addr, true>::from(address)).unwrap(), "\"10.0.0.1\"");
    }

    #[test]
    fn what_is_no_value_is_kept() {
        for (json, value) in
            [("\"10.0.0.1\"", Some(Ipv4Addr::new(10, 0, 0, 1))), ("\"everywhere\"", None), ("167772161", None)]
        {
            let mapped: Mapped<Ipv4Addr> = serde_json::from_str(json).unwrap();
            assert_eq!(mapped.value(), value.as_ref(), "{json}");
            assert_eq!(serde_json::to_string(&mapped).unwrap(), json);
            assert!(!format!("{mapped:?}").contains("10"), "{json}");
        }
        assert!(serde_json::from_str::<Mapped<Ipv4Addr>>("null").is_err());
        let mapped = |json: &str| serde_json::from_str::<Mapped<Ipv4Addr>>(json).unwrap();
        assert!(mapped("\"a\"") != mapped("\"b\"") && mapped("\"a\"") == mapped("\"a\""));
    }
}
