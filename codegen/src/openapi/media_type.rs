//! Media types, and how a client handles each.

/// How a client handles a media type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Json,
    Multipart,
    Form,
    Text,
    /// Structured, but without types.
    Markup,
    Bytes,
    Events,
}

impl Kind {
    pub(crate) fn of(key: &str) -> Self {
        let essence = essence(key);
        let ends = |ends: &[&str]| ends.iter().any(|end| essence.ends_with(end));
        match essence.as_str() {
            "application/json" | "text/json" => Self::Json,
            "application/x-www-form-urlencoded" => Self::Form,
            "text/event-stream" => Self::Events,
            "*/*" | "application/*" => Self::Bytes,
            // JSON is YAML, and such a patch has a schema.
            _ if ends(&["+json", "patch+yaml"]) => Self::Json,
            _ if essence.starts_with("multipart/") => Self::Multipart,
            _ if ends(&["/xml", "+xml", "/yaml", "+yaml", "/x-yaml"]) => Self::Markup,
            _ if essence.starts_with("text/") => Self::Text,
            _ => Self::Bytes,
        }
    }

    /// Returns the suffix of a method for this kind, after `as`.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Multipart => "multipart",
            Self::Form => "form",
            Self::Text => "text",
            Self::Markup | Self::Bytes => "bytes",
            Self::Events => "events",
        }
    }
}

/// Returns a media type without its parameters.
pub(crate) fn essence(key: &str) -> String {
    key.split(';').next().unwrap_or(key).trim().to_ascii_lowercase()
}

/// Returns whether a media type is JSON: `application/json` or any `+json`.
pub(crate) fn is_json(media_type: &str) -> bool {
    Kind::of(media_type) == Kind::Json
}

/// Returns whether a key of `content` is a media type.
pub(crate) fn is_media_type(key: &str) -> bool {
    let essence = essence(key);
    essence.split_once('/').is_some_and(|(typ, subtype)| !typ.is_empty() && !subtype.is_empty())
        && !essence.contains(' ')
}
