use super::*;
use crate::sample::{DELETE, GET, LIST, Pet, request};

fn headers(request: &Request) -> Vec<String> {
    request.own_headers().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect()
}

#[test]
fn headers_and_cookies_replace_earlier_ones() {
    let mut sent = request(&LIST).header("X-Tenant", "zoo").cookie("session", "a b;");
    sent.set_header("X-Tenant", 7_i64);
    sent.set_styled(ParamLocation::Header, "X-Ids", &vec![1_i64, 2], Style::Simple);
    sent.set_styled(ParamLocation::Cookie, "flags", &vec![true, false], Style::Form);
    assert_eq!(headers(&sent), ["x-tenant: 7", "x-ids: 1,2"]);
    assert_eq!(sent.own_cookies(), "session=a%20b%3B; flags=true%2Cfalse");
    assert_eq!(sent.target().unwrap(), "/pets");
    let shown = format!("{sent:?}");
    assert!(shown.contains("X-Tenant") && !shown.contains('7'), "{shown}");
}

#[test]
fn styled_parameters_stand_in_path_and_query() {
    let sent = request(&GET)
        .styled(ParamLocation::Path, "petId", &vec![1_i64, 2], Style::Simple)
        .path("owner", "a,b")
        .styled(ParamLocation::Query, "filter", &Pet::new(7), Style::Deep);
    assert_eq!(sent.target().unwrap(), "/pets/1,2/of/a%2Cb?filter%5Bid%5D=7");
    // A filter counts in any style.
    let narrowed = request(&DELETE).styled(ParamLocation::Query, "id:in", &vec![4_i64], Style::Form);
    assert_eq!(narrowed.target().unwrap(), "/pets?id:in=4");
}

#[test]
fn what_cannot_be_sent_is_told_with_its_name() {
    for (request, problem) in [
        (request(&LIST).header("X-Name", "Zoë\n"), "X-Name: has characters that no header can carry"),
        (request(&LIST).header(Param::new("X-Name").chars(2, None), "a"), "X-Name: 1 character, must be at least 2"),
        (
            request(&LIST).styled(ParamLocation::Query, "ids", &Vec::<i64>::new(), Style::Form),
            "ids: empty, so that nothing would be sent; leave it out instead",
        ),
        (request(&LIST).part_header("photo", "X-Kind", "a\n"), "X-Kind: has characters that no header can carry"),
        (request(&LIST).content_of("png", "x"), "content_type: is not a media type such as `image/png`"),
        (
            request(&LIST)
                .form(&std::collections::BTreeMap::from([("a".to_owned(), vec![vec![1_i64]])]), &[("a", Style::Form)]),
            "body.a: an array or an object inside another, which cannot be written here",
        ),
    ] {
        assert_eq!(request.target().unwrap_err().to_string(), problem);
    }
}

#[test]
fn bodies_have_their_media_type() {
    let of = |request: Request| {
        let (body, media_type) = request.content_with_type()?;
        Some((String::from_utf8_lossy(&body).into_owned(), media_type.into_owned()))
    };
    let some = |body: &str, media_type: &str| Some((body.to_owned(), media_type.to_owned()));
    assert_eq!(of(request(&LIST)), None);
    assert_eq!(of(request(&LIST).json(&Pet::new(1))), some(r#"{"id":1}"#, "application/json"));
    assert_eq!(of(request(&LIST).form(&Pet::new(1), &[])), some("id=1", "application/json"));
    assert_eq!(of(request(&LIST).content_of("image/png", "PNG")), some("PNG", "image/png"));
    let mut parts = request(&LIST).file("photo", "PNG").part("note", &"x".to_owned(), "");
    parts.set_file("photo", "JPEG");
    let (body, media_type) = of(parts).unwrap();
    assert!(body.contains("JPEG") && body.contains("name=\"note\"") && !body.contains("PNG"), "{body}");
    assert_eq!(media_type, "multipart/form-data; boundary=part-of-the-body");
}
