//! HTTP methods, and paths as they are sent.

/// Returns the part of a path that is sent. A `#` is not the start of a fragment if a segment with a parameter follows:
/// its value must be sent.
pub(crate) fn without_fragment(path: &str) -> &str {
    match path.split_once('#') {
        Some((before, fragment)) if !fragment.contains("/{") => before,
        _ => path,
    }
}

/// A method that clients can send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
}

impl Method {
    pub(crate) const ALL: [(&'static str, Self); 7] = [
        ("get", Self::Get),
        ("put", Self::Put),
        ("post", Self::Post),
        ("delete", Self::Delete),
        ("options", Self::Options),
        ("head", Self::Head),
        ("patch", Self::Patch),
    ];

    /// Returns the key in a path item.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, method)| *method == self).map_or("", |(key, _)| key)
    }

    /// Returns whether the method is idempotent (RFC 9110, section 9.2.2).
    pub(crate) fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_is_what_stands_behind_the_path() {
        for (path, sent) in [
            ("/files/{id}", "/files/{id}"),
            ("/files/{id}#add_link", "/files/{id}"),
            ("/files/{id}#remove_{link}", "/files/{id}"),
            ("/#X-Amz-Target=Zoo_2020.List", "/"),
            ("/#a/b", "/"),
            ("/send/#env/v1/partners/{partner}/transfer", "/send/#env/v1/partners/{partner}/transfer"),
        ] {
            assert_eq!(without_fragment(path), sent, "{path}");
        }
    }
}
