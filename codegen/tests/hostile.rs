//! Documents made to hurt: an error, or a crate, and work that grows no faster than they do.
//!
//! Work is counted, not timed: the nodes that were looked at, and the bytes that were allocated. Each document comes in
//! two sizes, and three times the document may be little more than three times the work.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test may panic")]

use std::alloc::System;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Mutex;

use cap::Cap;
use codegen::{Generated, Options, Runtime, generate_from, lint_from};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// The allocator counts for the whole process: one run at a time.
static TURN: Mutex<()> = Mutex::new(());

const SMALL: usize = 500;

const LARGE: usize = 3 * SMALL;

/// How often the work may be done that is done once for a third of the document.
const GROWTH: u64 = 4;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n";

/// Makes a document of a size.
type Make<'a> = &'a dyn Fn(usize) -> Vec<u8>;

#[derive(Clone, Copy, Debug)]
struct Work {
    visits: u64,
    bytes: u64,
}

/// Needs the turn.
fn run(document: Vec<u8>) -> (Generated, Work) {
    let path = PathBuf::from("api.yaml");
    let files = BTreeMap::from([(path.clone(), document)]);
    let before = ALLOCATOR.total_allocated();
    let options = Options::new("zoo", Runtime::Version("0.1".to_owned()));
    let run = generate_from(&files, std::slice::from_ref(&path), &options);
    let linted = lint_from(&files, &[path], &Options::default(), &[]);
    let bytes = (ALLOCATOR.total_allocated() - before) as u64;
    let visits = run.sources.visits() + linted.sources.visits();
    assert!(run.diagnostics.iter().all(|problem| linted.diagnostics.contains(problem)), "lint passes over something");
    (run, Work { visits, bytes })
}

/// Runs both sizes of a document, and compares the work. Gives the larger run.
fn grows_as_the_document(what: &str, document: Make<'_>) -> Generated {
    let turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    // What is made once, such as tables, is no part of the comparison.
    run(document(1));
    let (_, small) = run(document(SMALL));
    let (large_run, large) = run(document(LARGE));
    drop(turn);
    assert!(large.visits <= GROWTH * small.visits, "{what}: {small:?}, and three times the document {large:?}");
    assert!(large.bytes <= GROWTH * small.bytes, "{what}: {small:?}, and three times the document {large:?}");
    large_run
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
    let nested = |open: &str, close: &str, depth: usize| (open.repeat(depth) + &close.repeat(depth)).into_bytes();
    let bytes = |size: usize| (0..=255).cycle().take(size * 256).collect();
    let lists = |_| bomb("[x, x]", |alias| format!("[{}]", [alias; 10].join(", "))).into_bytes();
    let maps = |_| {
        let entries = |alias: &str| (0..10).map(|index| format!("k{index}: {alias}")).collect::<Vec<_>>().join(", ");
        bomb("{a: x}", |alias| format!("{{{}}}", entries(alias))).into_bytes()
    };
    let cases: &[(&str, Make<'_>, &str)] = &[
        ("nothing", &|_| Vec::new(), "empty"),
        ("bytes", &bytes, "UTF-8"),
        ("lists in lists", &|size| nested("[", "]", size), "recursion"),
        ("maps in maps", &|size| nested("{\"a\":", "}", size), "levels deep"),
        ("maps in maps that are no JSON", &|size| nested("{a: ", "}", size), ""),
        ("an unfinished list", &|size| "[".repeat(size * 30).into_bytes(), ""),
        ("a list of aliases", &lists, "aliases"),
        ("a map of aliases", &maps, "aliases"),
    ];
    for (what, document, message) in cases {
        let run = grows_as_the_document(what, document);
        assert!(run.tree.is_none(), "{what}");
        let problem = run.diagnostics.first().expect(what);
        assert!(problem.message.contains(message), "{what}: {}", problem.message);
    }
}

#[test]
fn what_is_only_large_becomes_a_crate() {
    let reference = |at: usize| format!("{{$ref: '#/components/schemas/S{}'}}", at + 1);
    let last = |document: String, count: usize| format!("{document}    S{count}: {{type: string}}\n").into_bytes();
    let object = |at: usize| format!("{{type: object, properties: {{next: {}}}}}", reference(at));
    let chain = |size: usize| last(schemas(size, object), size);
    let circle =
        |size: usize| schemas(size, |at| format!("{{$ref: '#/components/schemas/S{}'}}", (at + 1) % size)).into_bytes();
    let astray = |size: usize| schemas(size, |at| format!("{{$ref: '#/components/schemas/T{at}'}}")).into_bytes();
    let inner =
        |size: usize| schemas(size, |at| format!("{{properties: {{x: {{$ref: '#/$defs/T{at}'}}}}}}")).into_bytes();
    let wrong = |size: usize| {
        schemas(size, |at| format!("{{type: [string, integer], required: {at}, items: []}}")).into_bytes()
    };
    let plain = |_: usize| "{type: object, properties: {name: {type: string}}}".to_owned();
    // Two ways lead from each schema to the next, and 2²³ to the last.
    let twice = |last: &'static str| {
        move |size: usize| {
            let schema = |at: usize| match at % 24 {
                23 => last.to_owned(),
                _ => format!("{{allOf: [{0}, {0}]}}", reference(at)),
            };
            schemas(size / 24 * 24, schema).into_bytes()
        }
    };
    let tags = |size: usize| {
        let mut document = HEAD.replace("paths: {}\n", "paths:\n");
        for number in 0..size {
            let answer = "responses: {'204': {description: Done.}}";
            let tag = number / 10;
            writeln!(document, "  /p{number}: {{get: {{operationId: get{number}, tags: [t{tag}], {answer}}}}}")
                .unwrap();
        }
        document.into_bytes()
    };
    let cases: &[(&str, Make<'_>, usize)] = &[
        ("a chain of references", &|size| last(schemas(size, reference), size), 0),
        ("a chain of objects", &chain, LARGE),
        ("many objects", &|size| schemas(size, plain).into_bytes(), LARGE),
        ("many tags", &tags, 0),
        ("a circle of references", &circle, 0),
        ("references that lead nowhere", &astray, 0),
        ("references to definitions that are nowhere", &inner, LARGE),
        ("schemas with mistakes", &wrong, 0),
        ("objects taken in twice", &twice("{type: object, properties: {name: {type: string}}}"), LARGE / 24 * 24),
        ("enums taken in twice", &twice("{type: string, enum: [a, b]}"), LARGE / 24 * 24),
        ("a long text", &|size| format!("{HEAD}x-text: '{}'\n", "é".repeat(size * 1_000)).into_bytes(), 0),
    ];
    for (what, document, types) in cases {
        let run = grows_as_the_document(what, document);
        let problems: Vec<_> = run.diagnostics.iter().map(|problem| &problem.message).collect();
        assert!(run.tree.is_some(), "{what}: {problems:?}");
        assert_eq!(run.summary.types, *types, "{what}");
    }
}
