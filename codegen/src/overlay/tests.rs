//! The rules of the Overlay Specification, one by one: the documents after actions, and their locations.

use serde_json::{Value as Json, json};

use super::apply;
use crate::diagnostic::{Diagnostic, FileId, Location};
use crate::source::{Sources, parse};

/// The document after the actions, and the problems.
fn overlaid(document: &str, actions: &str) -> (Sources, Vec<Diagnostic>) {
    let overlay = format!("overlay: 1.0.0\ninfo: {{title: Test, version: '1'}}\nactions:\n{actions}\n");
    overlaid_by(document, &overlay)
}

fn overlaid_by(document: &str, overlay: &str) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    for (name, text) in [("api.yaml", document), ("overlay.yaml", overlay)] {
        let id = FileId(sources.ids().count() as u32);
        let (file, problems) = parse(id, name.to_owned(), text.to_owned());
        assert!(problems.is_empty(), "{text}: {problems:?}");
        sources.push(file);
    }
    let mut problems = Vec::new();
    apply(&mut sources, FileId(1), &[FileId(0)], &mut problems);
    (sources, problems)
}

fn document(sources: &Sources) -> Json {
    sources.to_json(sources.root(FileId(0)).unwrap())
}

#[test]
fn each_rule() {
    let cases = [
        ("a new key is added", "{a: {}}", "- {target: $.a, update: {b: 1}}", json!({"a": {"b": 1}})),
        ("a primitive is replaced", "{a: {b: 1}}", "- {target: $.a, update: {b: x}}", json!({"a": {"b": "x"}})),
        ("also by null", "{a: {b: 1}}", "- {target: $.a, update: {b: null}}", json!({"a": {"b": null}})),
        ("and null", "{a: {b: null}}", "- {target: $.a, update: {b: 1}}", json!({"a": {"b": 1}})),
        (
            "objects are merged at any depth",
            "{a: {b: {c: 1, d: 2}}, e: 3}",
            "- {target: $, update: {a: {b: {d: 4, f: 5}}}}",
            json!({"a": {"b": {"c": 1, "d": 4, "f": 5}}, "e": 3}),
        ),
        (
            "an array in the update is added to that of the document",
            "{a: {tags: [x]}}",
            "- {target: $.a, update: {tags: [y, z]}}",
            json!({"a": {"tags": ["x", "y", "z"]}}),
        ),
        (
            "an array that is selected gets an entry",
            "{a: [1]}",
            "- {target: $.a, update: {b: 2}}",
            json!({"a": [1, {"b": 2}]}),
        ),
        ("also a primitive one", "{a: [1]}", "- {target: $.a, update: 2}", json!({"a": [1, 2]})),
        ("an array is one entry too", "{a: [1]}", "- {target: $.a, update: [2, 3]}", json!({"a": [1, [2, 3]]})),
        (
            "an object is removed from a map",
            "{a: {b: {}, c: {}}}",
            "- {target: $.a.b, remove: true}",
            json!({"a": {"c": {}}}),
        ),
        ("a primitive as well", "{a: {b: 1, c: 2}}", "- {target: $.a.b, remove: true}", json!({"a": {"c": 2}})),
        (
            "all that match are removed from an array",
            "{a: [{n: x}, {n: y}, {n: x}, {n: z}]}",
            "- {target: \"$.a[?@.n == 'x']\", remove: true}",
            json!({"a": [{"n": "y"}, {"n": "z"}]}),
        ),
        (
            "`remove` wins over `update`",
            "{a: {b: {}}}",
            "- {target: $.a.b, remove: true, update: {c: 1}}",
            json!({"a": {}}),
        ),
        (
            "`remove: false` is nothing",
            "{a: {}}",
            "- {target: $.a, remove: false, update: {b: 1}}",
            json!({"a": {"b": 1}}),
        ),
        (
            "all that match are updated",
            "{p: {x: {get: {}}, y: {get: {s: 1}, put: {}}}}",
            "- {target: $.p.*.get, update: {s: 2}}",
            json!({"p": {"x": {"get": {"s": 2}}, "y": {"get": {"s": 2}, "put": {}}}}),
        ),
        (
            "one that is selected twice is updated once",
            "{a: []}",
            "- {target: \"$['a', 'a']\", update: 1}",
            json!({"a": [1]}),
        ),
        (
            "one in another: both",
            "{a: {a: {}}}",
            "- {target: $..a, update: {b: 1}}",
            json!({"a": {"a": {"b": 1}, "b": 1}}),
        ),
        (
            "an action sees what those before it did",
            "{a: {b: [1]}}",
            "- {target: $.a.b, remove: true}\n- {target: $.a, update: {b: {c: {}}}}\n- {target: $.a.b.c, update: {d: 1}}",
            json!({"a": {"b": {"c": {"d": 1}}}}),
        ),
        (
            "what is brought to two places can be changed at one",
            "{a: {}, b: {}}",
            "- {target: $.*, update: {c: {}}}\n- {target: $.a.c, update: {d: 1}}",
            json!({"a": {"c": {"d": 1}}, "b": {"c": {}}}),
        ),
        (
            "of a YAML alias only what is selected changes",
            "{a: &x {b: {c: 1}}, d: *x}",
            "- {target: $.d.b, update: {c: 2}}",
            json!({"a": {"b": {"c": 1}}, "d": {"b": {"c": 2}}}),
        ),
        (
            "also by a merge, and at all of its places",
            "{a: &x {b: {c: [1]}}, d: *x, e: *x}",
            "- {target: $, update: {d: {b: {c: [2]}}}}\n- {target: $.a.b.c, update: 3}\n- {target: '$.*.b.c', update: 4}",
            json!({"a": {"b": {"c": [1, 3, 4]}}, "d": {"b": {"c": [1, 2, 4]}}, "e": {"b": {"c": [1, 4]}}}),
        ),
    ];
    for (what, before, actions, after) in cases {
        let (sources, problems) = overlaid(before, actions);
        assert!(problems.iter().all(|problem| problem.code.as_str().starts_with('W')), "{what}: {problems:?}");
        assert_eq!(document(&sources), after, "{what}");
    }
}

#[test]
fn everything_keeps_its_place() {
    let (sources, problems) = overlaid("{a: {b: 1, c: [2]}}", "- target: $.a\n  update: {b: 3, c: [4], d: {e: 5}}");
    assert!(problems.is_empty(), "{problems:?}");
    let text = |location: Location| {
        sources.file(location.file).map(|file| (file.path.as_str(), &file.text[location.span])).unwrap()
    };
    let a = sources.get(sources.root(FileId(0)).unwrap(), "a").unwrap();
    let [b, c, d] = ["b", "c", "d"].map(|key| sources.get(a, key).unwrap());
    let item = |index: usize| sources.items(c)[index];
    for (location, expected) in [
        (sources.location(a), ("api.yaml", "{b: 1, c: [2]}")),
        (sources.key_location(a, "b"), ("api.yaml", "b")),
        (sources.location(b), ("overlay.yaml", "3")),
        (sources.location(c), ("api.yaml", "[2]")),
        (sources.location(item(0)), ("api.yaml", "2")),
        (sources.location(item(1)), ("overlay.yaml", "4")),
        (sources.key_location(a, "d"), ("overlay.yaml", "d")),
        (sources.key_location(d, "e"), ("overlay.yaml", "e")),
        (sources.location(sources.get(d, "e").unwrap()), ("overlay.yaml", "5")),
    ] {
        assert_eq!(text(location), expected);
    }
    // References in added nodes are resolved relative to the document.
    assert_eq!(d.file(), FileId(0));
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let deep = format!("- {{target: $.a.b.c, update: {}1{}}}", "{x: ".repeat(125), "}".repeat(125));
    for (what, actions, message) in [
        ("text", "- {target: $.a.t, update: x}", "`$.a.t` selects a string, which cannot be updated"),
        ("null", "- {target: $.a.n, update: {x: 1}}", "`$.a.n` selects null, which cannot be updated"),
        ("an item", "- {target: '$.a.l[0]', update: {x: 1}}", "`$.a.l[0]` selects a number, which cannot be updated"),
        ("no object", "- {target: $.a, update: x}", "a string cannot be merged into an object"),
        ("an array", "- {target: $.a, update: [x]}", "an array cannot be merged into an object"),
        ("an object for text", "- {target: $.a, update: {t: {}}}", "an object cannot replace a string"),
        ("nothing for an object", "- {target: $, update: {a: }}", "null cannot replace an object"),
        ("an object for an array", "- {target: $.a, update: {l: {}}}", "an object cannot replace an array"),
        ("the document", "- {target: $, remove: true}", "an action cannot remove the whole document"),
        ("too deep", deep.as_str(), "this update nests the document more than 128 levels deep"),
    ] {
        let before = "{a: {t: text, n: null, l: [1], b: {c: {}}}}";
        let (sources, problems) = overlaid(before, actions);
        let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(messages, [message], "{what}");
        assert!(problems.iter().all(|problem| problem.help.is_some()), "{what}");
        assert_eq!(document(&sources), json!({"a": {"t": "text", "n": null, "l": [1], "b": {"c": {}}}}), "{what}");
    }
}

#[test]
fn a_target_that_matches_nothing_says_how_far_it_leads() {
    let before = "{paths: {/pets: {get: {parameters: [{name: x}]}}}, info: {}}";
    for (target, label, help) in [
        ("$.path", "`$` has no `path`", Some("did you mean `paths`?")),
        ("$.paths['/pet'].get", "`$.paths` has no `/pet`", Some("did you mean `/pets`?")),
        ("$.paths[\"/pet\"].get", "`$.paths` has no `/pet`", Some("did you mean `/pets`?")),
        ("$.paths.*.gte", "`$.paths.*` has no `gte`", Some("did you mean `get`?")),
        ("$.paths['/pets'].delete", "`$.paths['/pets']` has no `delete`", None),
        ("$.info.*", "nothing in `$.info` matches", None),
        ("$..gte", "nothing in `$` matches", None),
        ("$.paths.*.get.parameters[?@.name == 'y']", "nothing in `$.paths.*.get.parameters` matches", None),
    ] {
        let quoted = format!("'{}'", target.replace('\'', "''"));
        let (_, problems) = overlaid(before, &format!("- {{target: {quoted}, remove: true}}"));
        let [problem] = problems.as_slice() else { panic!("{target}: {problems:?}") };
        assert_eq!(problem.message, format!("nothing matches `{target}`"));
        assert_eq!(problem.primary.as_ref().unwrap().text, label, "{target}");
        let help_given = problem.help.as_deref().unwrap();
        assert_eq!(help_given.starts_with("did you mean"), help.is_some(), "{target}: {help_given}");
        assert!(help_given.starts_with(help.unwrap_or("if the document has changed")), "{target}: {help_given}");
    }
}

#[test]
fn no_overlay_makes_a_document_larger_than_it_can_be_held() {
    let before = format!("a: [{}]\n", "{},".repeat(500));
    let update = format!("{{{}}}", (0..500).map(|index| format!("k{index}: 1,")).collect::<String>());
    let (_, problems) = overlaid(&before, &format!("- {{target: '$.a.*', update: {update}}}"));
    let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["this update adds 250500 nodes in total, more than the limit of 250000"]);
}

#[test]
fn targets_made_to_hurt_are_refused_at_once() {
    let (open, close) = ("@[?".repeat(40), "]".repeat(40));
    for target in [format!("$[?{open}@.a{close}]"), format!("$[?{}", "(".repeat(100_000))] {
        let (_, problems) = overlaid("{a: 1}", &format!("- {{target: '{target}', remove: true}}"));
        let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(messages, ["brackets are nested more than 8 levels deep"]);
    }
    let (_, problems) = overlaid("{a: [{b: [{c: 1}]}]}", "- {target: '$.a[?(@.b[?(@.c == 1)])]', remove: true}");
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn copies_and_reusable_actions_do_what_updates_do() {
    let before = "{a: {x: 1, l: [1]}, b: {y: 2, l: [2]}, t: text}";
    let of = |version: &str, actions: &str, more: &str| {
        let overlay = format!(
            "overlay: {version}\ninfo: {{title: T, version: '1', description: D.}}\nactions: {actions}\n{more}"
        );
        overlaid_by(before, &overlay)
    };
    for (version, actions, more, after) in [
        (
            "1.1.0",
            "[{target: $.b, copy: $.a}]",
            "",
            json!({"a": {"x": 1, "l": [1]}, "b": {"y": 2, "l": [2, 1], "x": 1}, "t": "text"}),
        ),
        (
            "1.1.2",
            "[{target: $.t, update: new}, {target: $.a.l, update: [3, 4]}, {target: '$.a[\"x\"]', copy: $.b.y}]",
            "",
            json!({"a": {"x": 2, "l": [1, 3, 4]}, "b": {"y": 2, "l": [2]}, "t": "new"}),
        ),
        (
            "1.2.0",
            "[{target: $.a, $ref: '#/components/actions/z'}, {target: $.b, $ref: '#/components/actions/z'}]",
            "components: {actions: {z: {fields: {update: {z: 1}}}}}\n",
            json!({"a": {"x": 1, "l": [1], "z": 1}, "b": {"y": 2, "l": [2], "z": 1}, "t": "text"}),
        ),
    ] {
        let (sources, problems) = of(version, actions, more);
        assert!(problems.is_empty(), "{actions}: {problems:?}");
        assert_eq!(document(&sources), after, "{actions}");
    }
    for (version, actions, message) in [
        ("1.0.0", "[{target: $.b, copy: $.a}]", "`copy` needs a newer version of the Overlay Specification"),
        ("1.1.0", "[{target: $.b, $ref: '#/x'}]", "there is no reusable action `#/x`"),
        (
            "1.2.0",
            "[{target: $.b, $ref: '#/components/actions/y'}]",
            "there is no reusable action `#/components/actions/y`",
        ),
        ("1.1.0", "[{target: $.b, copy: '$.*'}]", "`$.*` selects 3 nodes, but one is copied"),
        ("1.1.0", "[{target: $.b, copy: $.c}]", "nothing matches `$.c`"),
        (
            "1.1.0",
            "[{target: $.b, copy: $.a, update: {}}]",
            "an action has either `update` or `copy`: neither has an effect next to the other",
        ),
        ("1.3.0", "[{target: $.b, update: {}}]", "Overlay 1.3.0 is not supported"),
        ("1.0.0", "[{target: $.t, update: new}]", "`$.t` selects a string, which cannot be updated"),
    ] {
        let (sources, problems) = of(version, actions, "");
        let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(messages, [message], "{actions}");
        assert_eq!(document(&sources)["t"], "text", "{actions}");
    }
}
