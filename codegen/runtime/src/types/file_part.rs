//! Files in multipart bodies.

use std::fmt;

use bytes::Bytes;

/// A file as a part of a `multipart/form-data` body.
///
/// It can be created from anything that holds bytes. By default the file has the name of its part, and the media type
/// that the API declares for the part, or `application/octet-stream`.
///
/// ```
/// use openapi_client_runtime::FilePart;
///
/// let photo = FilePart::new(&b"\x89PNG"[..]).file_name("lion.png").content_type("image/png");
/// # assert_eq!(format!("{photo:?}"), "FilePart(<4 bytes>)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FilePart {
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Bytes,
}

impl FilePart {
    /// Creates a file from its content.
    #[must_use]
    pub fn new(body: impl Into<Bytes>) -> Self {
        Self { file_name: None, content_type: None, body: body.into() }
    }

    /// Sets the name of the file.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Sets the media type, such as `image/png`.
    #[must_use]
    pub fn content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }
}

macro_rules! from_bytes {
    ($($name:ty),+) => {
        $(impl From<$name> for FilePart {
            fn from(body: $name) -> Self {
                Self::new(body)
            }
        })+
    };
}

from_bytes!(Bytes, Vec<u8>, String, &'static [u8], &'static str);

/// Shows only the length: the name of a file may be personal data as well.
impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FilePart(<{} bytes>)", self.body.len())
    }
}
