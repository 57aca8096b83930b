use super::*;

fn in_query(json: &str, style: Style) -> Result<String, Unwritable> {
    query("color", json, style).map(|pairs| urlencoded(&pairs))
}

const EMPTY: &str = "[]";
const TEXT: &str = r#""blue""#;
const LIST: &str = r#"["blue", "black", "brown"]"#;
const OBJECT: &str = r#"{"R": 100, "G": 200, "B": 150}"#;

/// The table of OpenAPI 3.0.4, "Style Examples".
#[test]
fn styles_are_those_of_the_specification() {
    for (style, text, list, object) in [
        (Style::Matrix, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
        (Style::MatrixExploded, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
        (Style::Label, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        (Style::LabelExploded, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        (Style::Simple, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        (Style::SimpleExploded, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ] {
        for (json, expected) in [(TEXT, text), (LIST, list), (OBJECT, object)] {
            assert_eq!(path("color", json, style).as_deref(), Ok(expected), "{style:?}");
        }
        assert_eq!(path("color", EMPTY, style), Err(Unwritable::Empty), "{style:?}");
    }
    let or_none = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    for (style, text, list, object) in [
        (Style::Form, "color=blue", "color=blue%2Cblack%2Cbrown", "color=R%2C100%2CG%2C200%2CB%2C150"),
        (Style::FormExploded, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        (Style::Space, "", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"),
        (Style::Pipe, "", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"),
        (Style::Deep, "", "", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ] {
        for (json, expected) in [(TEXT, text), (LIST, list), (OBJECT, object)] {
            if let Some(expected) = or_none(expected) {
                assert_eq!(in_query(json, style), Ok(expected), "{style:?}");
            }
        }
        assert_eq!(in_query(EMPTY, style), Err(Unwritable::Empty), "{style:?}");
    }
    assert_eq!(header("x", OBJECT, Style::SimpleExploded).as_deref(), Ok("R=100,G=200,B=150"));
    assert_eq!(in_query(r#"{"a": [1, {}]}"#, Style::Json).unwrap(), "color=%7B%22a%22%3A%20%5B1%2C%20%7B%7D%5D%7D");
}

#[test]
fn what_means_something_is_encoded() {
    assert_eq!(path("x", r#"["a/b", "ü"]"#, Style::Simple).as_deref(), Ok("a%2Fb,%C3%BC"));
    assert_eq!(path("x", r#"{"a?": "=;"}"#, Style::MatrixExploded), Err(Unwritable::Delimiter(';')));
    assert_eq!(path("x", r#"{"a?": "="}"#, Style::SimpleExploded).as_deref(), Ok("a%3F=%3D"));
    assert_eq!(in_query(r#"{"a&b": "c=d"}"#, Style::Deep).unwrap(), "color%5Ba%26b%5D=c%3Dd");
    let cookie = cookies("c", r#""a b;""#, Style::Form).unwrap();
    assert_eq!(cookie, [("c".to_owned(), "a%20b%3B".to_owned())]);
}

#[test]
fn numbers_keep_their_digits_and_null_is_nothing() {
    let json = "[50.0, 0.10, 12345678901234567890.123, null, true]";
    let expected = "color=50&color=0.10&color=12345678901234567890.123&color=true";
    assert_eq!(in_query(json, Style::FormExploded).unwrap(), expected);
    assert_eq!(in_query("[null]", Style::Form), Err(Unwritable::Empty));
    assert_eq!(in_query(r#"{"a": null, "b": 1}"#, Style::Deep).unwrap(), "color%5Bb%5D=1");
}

/// What `http_build_query` of PHP, `to_query` of Rails and `qs.stringify` write for the same values.
#[test]
fn deep_objects_go_on_in_brackets() {
    let json = r#"{"tags": ["a", "b"], "size": {"min": 1}, "rules": [{"x": 1}, {"x": 2}]}"#;
    let all = |json: &str, style| -> Vec<String> {
        query("f", json, style).unwrap().into_iter().map(|(name, text)| name + "=" + &text).collect()
    };
    let rest = ["f[size][min]=1", "f[rules][0][x]=1", "f[rules][1][x]=2"];
    for (style, tags, list) in [
        (Style::Deep, ["f[tags][]=a", "f[tags][]=b"], ["f[]=a", "f[]=b"]),
        (Style::DeepRepeat, ["f[tags]=a", "f[tags]=b"], ["f=a", "f=b"]),
        (Style::DeepIndexed, ["f[tags][0]=a", "f[tags][1]=b"], ["f[0]=a", "f[1]=b"]),
    ] {
        assert_eq!(all(json, style), [&tags[..], &rest].concat(), "{style:?}");
        assert_eq!(all(r#"["a", "b"]"#, style), list, "{style:?}");
    }
    // An exploded object gives each of its keys a parameter.
    let expected = ["tags=a", "tags=b", "size[min]=1", "rules[0][x]=1", "rules[1][x]=2"];
    assert_eq!(all(json, Style::FormExploded), expected);
    assert_eq!(all(r#"[{"x": 1}, {"y": [2]}]"#, Style::FormExploded), ["f[0][x]=1", "f[1][y][]=2"]);
}

#[test]
fn what_would_be_read_as_something_else_is_refused() {
    for (json, style, problem) in [
        (r#"["a,b", "c"]"#, Style::Form, Unwritable::Delimiter(',')),
        (r#"["a b"]"#, Style::Space, Unwritable::Delimiter(' ')),
        (r#"["a|b"]"#, Style::Pipe, Unwritable::Delimiter('|')),
        (r#"[["a"], "b"]"#, Style::Form, Unwritable::Nested),
        (r#"{"a": {"b": 1}}"#, Style::Form, Unwritable::Nested),
    ] {
        assert_eq!(in_query(json, style), Err(problem), "{json}");
    }
    // A single text is not split.
    assert_eq!(in_query(r#""a,b""#, Style::Form).unwrap(), "color=a%2Cb");
}

#[test]
fn forms_have_a_field_for_each_property() {
    let body = r#"{"name": "Nia & Co", "tags": ["a", "b"], "none": [], "at": {"x": 1}, "deep": {"y": 2}}"#;
    let pairs = form(body, &[("deep", Style::Deep)]).unwrap();
    assert_eq!(urlencoded(&pairs), "name=Nia%20%26%20Co&tags=a&tags=b&at=%7B%22x%22%3A%201%7D&deep%5By%5D=2");
    // OpenAPI 3.0.4, `contentType` of an encoding: an object is JSON, and an array depends on its items.
    let pairs =
        form(r#"{"lines": [{"sku": "a"}, null, {"sku": "b"}], "matrix": [[1], [2]], "no": [null]}"#, &[]).unwrap();
    let pairs: Vec<_> = pairs.into_iter().map(|(name, text)| name + "=" + &text).collect();
    assert_eq!(pairs, [r#"lines={"sku": "a"}"#, r#"lines={"sku": "b"}"#, "matrix=[1]", "matrix=[2]"]);
    assert_eq!(form(r#"{"a": [[1]]}"#, &[("a", Style::Form)]), Err(("a".to_owned(), Unwritable::Nested)));
}
