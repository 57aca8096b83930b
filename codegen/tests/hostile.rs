//! Documents made to hurt: an error, or a crate, in bounded time and memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use codegen::{Generated, PackageOptions, Runtime, generate_package, lint};

/// Far more than each takes, even in a debug build on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(60);

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n";

fn run(document: impl AsRef<[u8]>) -> Generated {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.yaml");
    fs::write(&path, document).unwrap();
    let begin = Instant::now();
    let paths = [path];
    let linted = lint(&paths, &[]);
    let run = generate_package(&paths, &PackageOptions::new("zoo", Runtime::Version("0.1".to_owned())));
    assert!(run.diagnostics.iter().all(|problem| linted.diagnostics.contains(problem)), "lint passes over something");
    assert!(begin.elapsed() < PATIENCE, "it takes {:?}", begin.elapsed());
    run
}

fn schemas(count: usize, schema: impl Fn(usize) -> String) -> String {
    let mut document = format!("{HEAD}components:\n  schemas:\n");
    for index in 0..count {
        writeln!(document, "    S{index}: {}", schema(index)).unwrap();
    }
    document
}

/// Ten aliases of ten aliases of ten…
fn bomb(inner: &str, outer: impl Fn(&str) -> String) -> String {
    let mut document = format!("{HEAD}x-0: &a0 {inner}\n");
    for level in 1..12 {
        writeln!(document, "x-{level}: &a{level} {}", outer(&format!("*a{}", level - 1))).unwrap();
    }
    document
}

#[test]
fn what_is_no_document_is_an_error() {
    let nested = |open: &str, close: &str| open.repeat(10_000) + &close.repeat(10_000);
    for (what, document, message) in [
        ("nothing", Vec::new(), "empty"),
        ("bytes", (0..=255).collect(), "UTF-8"),
        ("lists in lists", nested("[", "]").into(), "recursion"),
        ("maps in maps", nested("{\"a\":", "}").into(), ""),
        ("an unfinished list", "[".repeat(100_000).into(), ""),
        ("a list of aliases", bomb("[x, x]", |alias| format!("[{}]", [alias; 10].join(", "))).into(), "aliases"),
        (
            "a map of aliases",
            bomb("{a: x}", |alias| {
                let entries: Vec<_> = (0..10).map(|index| format!("k{index}: {alias}")).collect();
                format!("{{{}}}", entries.join(", "))
            })
            .into(),
            "aliases",
        ),
        (
            "a circle of references",
            schemas(3_000, |at| format!("{{$ref: '#/components/schemas/S{}'}}", (at + 1) % 3_000)).into(),
            "never reaches",
        ),
    ] {
        let run = run(document);
        assert!(run.tree.is_none(), "{what}");
        let problem = run.diagnostics.first().expect(what);
        assert!(problem.message.contains(message), "{what}: {}", problem.message);
    }
}

#[test]
fn what_is_only_large_becomes_a_crate() {
    let reference = |at: usize| format!("{{$ref: '#/components/schemas/S{}'}}", at + 1);
    let last = |document: String, count: usize| format!("{document}    S{count}: {{type: string}}\n");
    for (what, document, types) in [
        ("a chain of references", last(schemas(3_000, reference), 3_000), 0),
        (
            "a chain of objects",
            last(schemas(3_000, |at| format!("{{type: object, properties: {{next: {}}}}}", reference(at))), 3_000),
            3_000,
        ),
        ("many objects", schemas(3_000, |_| "{type: object, properties: {name: {type: string}}}".to_owned()), 3_000),
        ("a long text", format!("{HEAD}x-text: '{}'\n", "é".repeat(3_000_000)), 0),
    ] {
        let run = run(document);
        let problems: Vec<_> = run.diagnostics.iter().map(|problem| &problem.message).collect();
        assert!(run.tree.is_some(), "{what}: {problems:?}");
        assert_eq!(run.summary.types, types, "{what}");
    }
}
