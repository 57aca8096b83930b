//! `check` and `new-fragment`, in a copy of this workspace's spec and recordings.

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::support::Workspace;

/// A workspace with the real spec and the real recordings.
fn real() -> Workspace {
    let workspace = Workspace::empty();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for folder in ["spec", "tests/recordings"] {
        copy(&root.join(folder), &workspace.path(folder));
    }
    workspace
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn the_spec_as_it_is_holds() {
    let workspace = real();
    workspace.run("regen").expect(0);
    let files = workspace.files("");
    let begin = Instant::now();
    let ran = workspace.run("check").expect(0);
    // Two orders of magnitude more than it takes on an idle machine would be missed by nobody.
    assert!(begin.elapsed().as_secs() < 30, "{:?}", begin.elapsed());
    assert_eq!(ran.err, "");
    ran.says(&[
        "spec: ",
        " operations, no warnings\ntypes: ",
        " values that the schemas accept, all of which come back\nrecordings: ",
        ", all of which fit\ngenerated files: up to date\n",
        "the edit holds (",
        "\nnext: cargo test --workspace, before you commit\n",
    ]);
    assert_eq!(workspace.files(""), files, "the check wrote something");
    // Stale generated files are what an edit makes of them, and no mistake.
    workspace.edit("spec/v3/segments.yaml", "A page of segments.", "Some segments.");
    let changed = workspace.run("check v3/segments").expect(0).says(&[
        " of v3/segments, all of which fit\n",
        "generated files: regen has 1 change to do\n  write generated-client/src/generated/v3/segments.rs\n",
        "the edit holds (",
        "next: cargo xtask regen, and read its diff",
    ]);
    assert!(!changed.out.contains("cargo xtask diff"), "a description is no part of the public API: {}", changed.out);
}

#[test]
fn check_points_to_diff_where_the_public_api_changes() {
    let workspace = real();
    workspace.run("regen").expect(0);
    let kept = "        updated_at:\n";
    let added = format!("        color: {{type: string, description: Color.}}\n{kept}");
    workspace.edit("spec/v3/segments.yaml", kept, &added);
    let step = "next: cargo xtask diff, which says whether callers have to change anything\n";
    workspace.run("check v3/segments").expect(0).says(&["the edit holds (", step]);
}

/// A fragment, an edit of it, the exit code, and what is said: on stderr, and as the verdict.
type Row = (&'static str, [&'static str; 2], i32, &'static [&'static str], &'static str);

const EDITS: &[Row] = &[
    (
        "v3/segments",
        ["        '401':\n", "        '418': {description: No.}\n        '401':\n"],
        1,
        &["error: tests/recordings/v3/segments/list/418.json: is missing: v3.segments.list declares it"],
        ": 1 problem with recordings",
    ),
    (
        "v2/customer_groups",
        ["        - name: 'name:like'\n", "        - name: 'name:resembles'\n"],
        1,
        &["list/200-name-like.json /request/query: `name:like` is not a parameter of v2.customer_groups.list"],
        ": 2 problems with recordings",
    ),
    (
        "v2/customer_groups",
        [
            "    CustomerGroup:\n      type: object\n",
            "    CustomerGroup:\n      type: object\n      maxProperties: 2\n",
        ],
        1,
        &["tests/recordings/v2/customer_groups/", "/200.json /response/body", "properties"],
        "problems with recordings",
    ),
    (
        "v3/segments",
        ["      description: |-\n        Returns the store's segments, page by page.\n", ""],
        1,
        &["warning[W"],
        ": 1 warning",
    ),
    ("v3/segments", ["x-paging: offset", "x-pagin: offset"], 2, &["error[E", "did you mean `x-paging`?"], ": 1 error"),
];

#[test]
fn what_an_edit_contradicts_is_said() {
    let workspace = real();
    for (fragment, [old, new], code, texts, verdict) in EDITS {
        let path = format!("spec/{fragment}.yaml");
        let text = workspace.read(&path);
        workspace.edit(&path, old, new);
        let ran = workspace.run(&format!("check {fragment}"));
        assert_eq!(ran.code, Some(*code), "{fragment}, {old:?} → {new:?}:\n{}\n{}", ran.out, ran.err);
        let ran = ran.complains(texts).says(&["the edit does not hold", verdict, "next: fix "]);
        assert!(!ran.out.contains("cargo test"), "{}", ran.out);
        workspace.write(&path, &text);
    }
    // What is wrong elsewhere is not said of a fragment, unless nothing can be generated.
    let path = "spec/v3/segments.yaml";
    workspace.edit(path, "      description: |-\n        Returns the store's segments, page by page.\n", "");
    workspace.run("check v2/customers").expect(0).says(&["no warnings"]);
    workspace.run("check").expect(1).complains(&["warning[W"]);
    workspace.edit(path, "x-paging: offset", "x-pagin: offset");
    workspace.run("check v2/customers").expect(2).complains(&["error[E"]);
}

#[test]
fn recordings_that_cannot_be_read_are_said() {
    let workspace = real();
    workspace.write("tests/recordings/v3/segments/list/200.json", "{");
    let ran = workspace.run("check").expect(1);
    ran.complains(&["error: tests/recordings/v3/segments/list/200.json: EOF"]).says(&["1 problem with recordings"]);
}

#[test]
fn a_fragment_is_named_as_one_likes() {
    let workspace = real();
    for name in ["segments", "v3/segments", "spec/v3/segments.yaml", "./spec/v3/segments.yaml"] {
        workspace.run(&format!("check {name}")).expect(0).says(&[" of v3/segments, all of which fit"]);
    }
    let refused = workspace.run("check customers").expect(64);
    refused.complains(&["several versions have a fragment `customers`", "help: write v2/customers or v3/customers"]);
    let refused = workspace.run("check v3/segmens").expect(64);
    refused.complains(&["there is no fragment `v3/segmens`", "help: expected one of ", "v3/segments"]);
}

#[test]
fn a_new_fragment_is_complete() {
    let workspace = real();
    workspace.run("regen").expect(0);
    for (name, path, url) in [
        ("wishlists", "v3/wishlists", "/wishlists"),
        ("v3/price_lists", "v3/price_lists", "/price-lists"),
        ("v2/coupon_categories", "v2/coupon_categories", "/coupon_categories"),
    ] {
        let ran = workspace.run(&format!("new-fragment {name}")).expect(0);
        ran.says(&[
            &format!("wrote spec/{path}.yaml\n"),
            "next: replace ",
            "next: cargo xtask check ",
            "cargo xtask record",
        ]);
        let ran = workspace.run("lint --strict").expect(0);
        assert_eq!(ran.err, "", "{name}");
        let ran = workspace.run("regen").expect(0);
        assert_eq!(ran.err, "", "{name}");
        ran.says(&["left to do by hand:\n", &format!("tests/recordings/{path}/get: record 200.json")]);
        let api = workspace.read("generated-client/API.txt");
        assert!(api.contains(&format!("# operation GET {url}; ")), "{name}: {api}");
        // Only what nobody can make up is missing.
        let ran = workspace.run(&format!("check {path}")).expect(1);
        let problems: Vec<_> = ran.err.lines().filter(|line| !line.contains("200.json: is missing")).collect();
        let expected = if name.starts_with("v2") { 1 } else { 0 };
        assert_eq!(problems.len(), expected, "{}", ran.err);
    }
}

#[test]
fn a_new_fragment_takes_the_place_of_nothing() {
    let workspace = real();
    let files = workspace.files("");
    for (name, problem) in [
        ("segments", "spec/v3/segments.yaml exists already; nothing was written"),
        ("v2/customers", "spec/v2/customers.yaml exists already"),
        ("common", "a fragment cannot be called `common`"),
        ("v9/wishlists", "there is no version `v9` in spec\n  help: expected one of v2, v3"),
        ("Wishlists", "a fragment cannot be called `Wishlists`"),
        ("wish-lists", "help: write the resource in snake case"),
        ("v3/../v2/x", "a fragment cannot be called `../v2/x`"),
        ("v3/", "a fragment cannot be called ``"),
    ] {
        let ran = workspace.run(&format!("new-fragment {name}")).expect(64);
        ran.complains(&[problem]);
    }
    assert_eq!(workspace.files(""), files);
}

#[test]
fn each_fragment_names_its_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let mut count = 0;
    for version in fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for fragment in fs::read_dir(&version).unwrap().map(|entry| entry.unwrap().path()) {
            let text = fs::read_to_string(&fragment).unwrap();
            let first = text.lines().next().unwrap();
            let schema = first.strip_prefix("# yaml-language-server: $schema=");
            let schema = schema.unwrap_or_else(|| panic!("{}: the first line names no schema", fragment.display()));
            assert!(version.join(schema).is_file(), "{}: there is no {schema}", fragment.display());
            count += 1;
        }
    }
    assert!(count > 15, "{count}");
}

#[test]
fn recordings_of_a_renamed_operation_are_moved() {
    let workspace = real();
    workspace.edit("spec/v3/segments.yaml", "x-rust-name: add_profiles", "x-rust-name: add");
    let ran = workspace.run("check").expect(1);
    let (from, to) = ("tests/recordings/v3/segments/add_profiles", "tests/recordings/v3/segments/add");
    ran.says(&[&format!("next: git mv {from} {to}, if the operation was renamed"), "\nnext: fix what is reported"]);
    fs::rename(workspace.path(from), workspace.path(to)).unwrap();
    workspace.edit("tests/recordings/README.md", "| v3/segments/add_profiles/", "| v3/segments/add/");
    let ran = workspace.run("check");
    assert!(!ran.out.contains("git mv") && !ran.err.contains("is of an operation"), "{}{}", ran.out, ran.err);
    // A new operation has nothing to move.
    let workspace = real();
    workspace.run("new-fragment v3/wishlists").expect(0);
    let ran = workspace.run("check").expect(1);
    assert!(!ran.out.contains("git mv"), "{}", ran.out);
}
