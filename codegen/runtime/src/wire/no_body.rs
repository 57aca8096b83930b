//! The `Content-Length` of requests without a body.

use reqwest::{
    Method, Request,
    header::{CONTENT_LENGTH, HeaderValue},
};

/// Adds `Content-Length: 0` if the method usually has a body: RFC 9110, 8.6 asks for it, and gateways respond with 411
/// otherwise.
///
/// This is the last step before the HTTP client, because a layer may add a body.
pub(crate) fn state_no_body(request: &mut Request) {
    let has_body = request.body().is_some_and(|body| body.as_bytes().is_none_or(|bytes| !bytes.is_empty()));
    if matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH) && !has_body {
        request.headers_mut().entry(CONTENT_LENGTH).or_insert(HeaderValue::from_static("0"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_a_body_was_to_be_expected() {
        let length = |method: Method, body: Option<&'static str>| {
            let mut request = Request::new(method, "https://zoo.example/".parse().unwrap());
            *request.body_mut() = body.map(Into::into);
            state_no_body(&mut request);
            request.headers().get(CONTENT_LENGTH).map(|value| value.to_str().unwrap().to_owned())
        };
        for method in [Method::POST, Method::PUT, Method::PATCH] {
            assert_eq!(length(method.clone(), None).as_deref(), Some("0"), "{method}");
            assert_eq!(length(method.clone(), Some("")).as_deref(), Some("0"), "{method}");
            // The HTTP client knows the length.
            assert_eq!(length(method.clone(), Some("{}")), None, "{method}");
        }
        for method in [Method::GET, Method::HEAD, Method::DELETE, Method::OPTIONS] {
            assert_eq!(length(method.clone(), None), None, "{method}");
        }
    }
}
