use super::*;

fn event(data: &str) -> RawEvent {
    RawEvent { data: data.to_owned(), ..RawEvent::default() }
}

fn parsed(chunks: &[&[u8]]) -> Vec<RawEvent> {
    let (mut parser, mut events) = (Parser::default(), Vec::new());
    for chunk in chunks {
        parser.push(chunk);
        events.extend(std::iter::from_fn(|| parser.next()));
    }
    events
}

/// The examples of the standard, and its rules for lines.
#[test]
fn streams_are_read_as_the_standard_says() {
    let with = |data: &str, name: Option<&str>, id: Option<&str>, retry: Option<u64>| RawEvent {
        data: data.to_owned(),
        event: name.map(str::to_owned),
        id: id.map(str::to_owned),
        retry: retry.map(Duration::from_millis),
    };
    for (text, expected) in [
        ("", vec![]),
        ("data: YHOO\ndata: +2\ndata: 10\n\n", vec![event("YHOO\n+2\n10")]),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            vec![
                with("first event", None, Some("1"), None),
                with("second event", None, Some(""), None),
                with(" third event", None, Some(""), None),
            ],
        ),
        ("data\n\ndata\ndata\n\ndata:", vec![event(""), event("\n")]),
        ("data:test\n\ndata: test\n\n", vec![event("test"), event("test")]),
        ("event: add\ndata: 1\n\nevent: none\n\n", vec![with("1", Some("add"), None, None)]),
        ("retry: 1500\ndata: x\n\nretry: 1s\ndata: y\n\n", vec![with("x", None, None, Some(1500)), event("y")]),
        ("data: a\r\n\r\ndata: b\r\rdata: c\n\r", vec![event("a"), event("b"), event("c")]),
        ("\u{feff}data: a\n\n", vec![event("a")]),
        ("id: a\0b\nunknown: 1\ndata: x\n\n", vec![event("x")]),
        ("data: \r\n\r\n\r\ndata: b\n\n", vec![event(""), event("b")]),
        ("data: cut off", vec![]),
    ] {
        assert_eq!(parsed(&[text.as_bytes()]), expected, "{text:?}");
        // Split at every byte.
        let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(parsed(&bytes), expected, "{text:?}, byte by byte");
    }
}

/// An event is returned with the last byte that it needs: the next byte may take long.
#[test]
fn an_event_waits_for_nothing_behind_it() {
    for text in ["data: a\n\n", "data: a\r\n\r", "data: a\r\r", "data: a\n\r"] {
        let mut parser = Parser::default();
        let (last, front) = text.as_bytes().split_last().unwrap();
        parser.push(front);
        assert_eq!(parser.next(), None, "{text:?}");
        parser.push(&[*last]);
        assert_eq!(parser.next(), Some(event("a")), "{text:?}");
        // The LF of a CRLF is not an empty line.
        parser.push(b"\n");
        parser.push(b"");
        parser.push(b"data: b\n\n");
        assert_eq!((parser.next(), parser.next()), (Some(event("b")), None), "{text:?}");
    }
}

#[test]
fn what_is_pending_is_counted() {
    let mut parser = Parser::default();
    parser.push(b"data: 12345\ndata: 67");
    assert_eq!(parser.next(), None);
    assert_eq!(parser.pending(), "12345".len() + "data: 67".len());
}
