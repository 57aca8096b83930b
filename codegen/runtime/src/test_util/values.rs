//! Values as responses hold them.

use reqwest::{StatusCode, header::HeaderMap};

use crate::{
    transport::response::{Response, ResponseMeta},
    types::empty::Empty,
};

/// Returns a value with all fields empty: no text, 0, `false`, no elements, and absent wherever that is possible. An enum
/// is an unknown value. The fields are public, so a test sets those that it is about; [`build!`](super::build) does both.
#[must_use]
pub fn empty<T: Empty>() -> T {
    T::empty()
}

/// Returns a value as a call returns it: with the status 200, without headers.
#[must_use]
pub fn response<T>(value: T) -> Response<T> {
    Response { value, meta: ResponseMeta::bare(StatusCode::OK, HeaderMap::new()) }
}

/// Builds a value of a generated type from some of its fields; all others are [empty].
///
/// Types of responses have no constructors, because a later version may add fields to them. Tests that need a value of
/// one, without a response to decode, build it like this; a field that was added later is empty there.
///
/// ```
/// use openapi_client_runtime::test_util::build;
/// # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
/// # use zoo::Pet;
///
/// let pet = build!(Pet { id: 7 });
/// assert_eq!((pet.id, pet.name), (7, String::new()));
/// ```
///
/// [empty]: crate::test_util::empty
#[doc(hidden)]
#[macro_export]
macro_rules! __build {
    ($type:ty { $($field:ident: $value:expr),* $(,)? }) => {{
        #[allow(unused_mut)]
        let mut value: $type = $crate::test_util::empty();
        $(value.$field = $value;)*
        value
    }};
    ($($path:ident)::+ { $($field:ident: $value:expr),* $(,)? }) => {
        $crate::__build!(<$($path)::+> { $($field: $value),* })
    };
}
