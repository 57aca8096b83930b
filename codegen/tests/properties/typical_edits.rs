//! What people do to a spec most often: which generated files each edit touches, and what the comparison says of it.
//! Expectations follow from the edit and the conventions of the generated code, and were written before the first run.

use std::collections::BTreeSet;
use std::fs;

use codegen::{Comparison, Model, Options, compare, generate, model};

use crate::spec::Copy;

/// In a fragment, behind a text: another text, and its replacement.
type Replacement = (&'static str, &'static str, &'static str, &'static str);

struct Row {
    edit: &'static str,
    replacements: &'static [Replacement],
    /// The generated files that differ.
    files: &'static [&'static str],
    /// Rule, item and aspect of each finding, sorted.
    findings: &'static [&'static str],
}

const SEGMENTS: &str = "v3/segments.yaml";
const LIST: &str = "GetPaginatedSegmentsList";

/// A fragment with one operation.
const BADGES: &str = "openapi: 3.0.3
info: {title: Badges, version: '3.0', description: Signs that shoppers wear.}
servers:
  - url: https://api.bigcommerce.com/stores/{store_hash}/v3
    variables:
      store_hash: {default: store_hash, description: Hash that names the store., x-env: BIGCOMMERCE_STORE_HASH}
tags:
  - {name: badges, description: Signs.}
security:
  - AccessToken: []
paths:
  /badges:
    get:
      operationId: GetBadges
      x-rust-name: ping
      tags: [badges]
      summary: Asks for badges.
      description: Says whether there are any.
      x-scopes: [store_v2_customers_read_only]
      responses:
        '204': {description: There are.}
        '401': {$ref: 'common.yaml#/components/responses/Unauthorized'}
        '403': {$ref: 'common.yaml#/components/responses/Forbidden'}
        '404': {$ref: 'common.yaml#/components/responses/NotFound'}
        '429': {$ref: 'common.yaml#/components/responses/TooManyRequests'}
        5XX: {$ref: 'common.yaml#/components/responses/ServerError'}
components:
  securitySchemes:
    AccessToken: {$ref: 'api.yaml#/components/securitySchemes/AccessToken'}
";

const ROWS: &[Row] = &[
    Row {
        edit: "add a property",
        replacements: &[(
            SEGMENTS,
            "    SegmentCreate:",
            "properties:",
            "properties:\n        badge: {type: string, description: A sign.}",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0801 v3::segments::SegmentCreate::badge"],
    },
    Row {
        edit: "add an operation",
        replacements: &[(
            SEGMENTS,
            "paths:",
            "",
            "\n  /segments/check:\n    get:\n      operationId: CheckSegments\n      x-rust-name: check\n      tags: \
             [segments]\n      summary: Checks.\n      description: Checks all.\n      x-scopes: \
             [store_v2_customers]\n      responses:\n        '204': {description: Done.}\n",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0201 v3::segments::Segments::check"],
    },
    Row {
        edit: "add an enum value",
        replacements: &[(
            "v3/addresses.yaml",
            "",
            "enum: [residential, commercial]",
            "enum: [residential, other, commercial]",
        )],
        files: &["v3/addresses.rs"],
        findings: &["D0901 v3::addresses::AddressType::Other"],
    },
    Row {
        edit: "add a status",
        replacements: &[(
            SEGMENTS,
            LIST,
            "        '404':",
            "        '409':\n          $ref: 'common.yaml#/components/responses/NotFound'\n        '404':",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0511 v3::segments::Segments::list"],
    },
    Row {
        edit: "add a fragment",
        replacements: &[("v3/badges.yaml", "", "", BADGES)],
        files: &["v3.rs", "v3/badges.rs"],
        findings: &["D0151 v3::badges::Badges", "D0201 v3::badges::Badges::ping"],
    },
    Row {
        edit: "reorder properties",
        replacements: &[
            (
                SEGMENTS,
                "    SegmentCreate:",
                "        description:\n          type: string\n          description: What the segment is for.\n",
                "",
            ),
            (
                SEGMENTS,
                "    SegmentCreate:",
                "properties:\n",
                "properties:\n        description:\n          type: string\n          description: What the segment is for.\n",
            ),
        ],
        files: &["v3/segments.rs"],
        findings: &[],
    },
    Row {
        edit: "reword a description",
        replacements: &[(SEGMENTS, "", "A segment to create.", "A segment that is to be made.")],
        files: &["v3/segments.rs"],
        findings: &["D0001 v3::segments::SegmentCreate documentation"],
    },
    Row {
        edit: "tighten a limit",
        replacements: &[(
            SEGMENTS,
            "    SegmentCreate:",
            "          type: string\n",
            "          type: string\n          maxLength: 255\n",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0005 v3::segments::SegmentCreate::name maxLength"],
    },
    Row {
        edit: "loosen a limit",
        replacements: &[(SEGMENTS, "SegmentsPostRequest", "              minItems: 1\n", "")],
        files: &["v3/segments.rs"],
        findings: &["D0006 v3::segments::Segments::create minItems"],
    },
    Row {
        edit: "deprecate an operation",
        replacements: &[(
            SEGMENTS,
            LIST,
            "      x-rust-name: list\n",
            "      x-rust-name: list\n      deprecated: true\n",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0003 v3::segments::Segments::list deprecated"],
    },
    Row {
        edit: "rename a method",
        replacements: &[(SEGMENTS, LIST, "x-rust-name: list", "x-rust-name: all")],
        files: &["v3/segments.rs"],
        findings: &[
            "D0203 v3::segments::Segments::list name",
            "D0531 v3::segments::fixtures::ALL",
            "D0532 v3::segments::fixtures::LIST",
        ],
    },
    Row {
        edit: "allow null",
        replacements: &[(
            SEGMENTS,
            "    SegmentCreate:",
            "        description:\n          type: string\n",
            "        description:\n          type: string\n          nullable: true\n",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0809 v3::segments::SegmentCreate::description presence"],
    },
    Row {
        edit: "require a parameter",
        replacements: &[(SEGMENTS, LIST, "required: false", "required: true")],
        files: &["v3/segments.rs"],
        findings: &["D0308 v3::segments::ListSegments::id_in presence"],
    },
    Row {
        edit: "change a type",
        replacements: &[(
            SEGMENTS,
            LIST,
            "type: string\n              format: uuid",
            "type: integer\n              format: int64",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0307 v3::segments::ListSegments::id_in type"],
    },
    Row {
        edit: "change a default",
        replacements: &[(
            SEGMENTS,
            "    SegmentCreate:",
            "          description: What the segment is for.\n",
            "          description: What the segment is for.\n          default: None.\n",
        )],
        files: &["v3/segments.rs"],
        findings: &["D0008 v3::segments::SegmentCreate::description default"],
    },
    Row {
        edit: "change how many calls run at once",
        replacements: &[(SEGMENTS, "SegmentsPostRequest", "x-concurrency: 10", "x-concurrency: 5")],
        files: &["v3/segments.rs"],
        findings: &["D0225 v3::segments::Segments::create calls at once"],
    },
    Row {
        edit: "change the paging",
        replacements: &[("v3/form_field_values.yaml", "", "x-paging: cursor", "x-paging: offset")],
        files: &["v3/form_field_values.rs"],
        findings: &["D0222 v3::form_field_values::FormFieldValues::list pages"],
    },
    Row {
        edit: "change a scope",
        replacements: &[(SEGMENTS, LIST, "x-scopes: [store_v2_customers_read_only]", "x-scopes: [store_v2_customers]")],
        files: &["v3/segments.rs"],
        findings: &["D0211 v3::segments::Segments::list scopes"],
    },
    Row {
        edit: "change the server",
        replacements: &[("v3/*", "", "https://api.bigcommerce.com/stores", "https://api2.bigcommerce.com/stores")],
        files: &["v3.rs"],
        findings: &["D0104 v3 server"],
    },
    Row {
        edit: "move a schema to common",
        replacements: &[
            (SEGMENTS, "", "'#/components/schemas/SegmentCreate'", "'common.yaml#/components/schemas/SegmentCreate'"),
            (
                SEGMENTS,
                "  schemas:\n",
                "    SegmentCreate:\n      type: object\n      description: A segment to create.\n      required: \
                 [name]\n      properties:\n        name:\n          type: string\n          description: Name, unique in \
                 the store.\n        description:\n          type: string\n          description: What the segment is \
                 for.\n",
                "",
            ),
            (
                "v3/common.yaml",
                "  schemas:\n",
                "",
                "    SegmentCreate:\n      type: object\n      description: A segment to create.\n      required: \
                 [name]\n      properties:\n        name:\n          type: string\n          description: Name, unique in \
                 the store.\n        description:\n          type: string\n          description: What the segment is \
                 for.\n",
            ),
        ],
        files: &["v3/common.rs", "v3/segments.rs"],
        findings: &["D0703 v3::segments::SegmentCreate name"],
    },
];

fn options() -> Options {
    Options::modules("zoo", "spec")
}

fn modelled(folder: &std::path::Path) -> Model {
    let modelled = model(&[folder.to_owned()], &options(), None);
    modelled.model.unwrap_or_else(|| panic!("{:#?}", modelled.diagnostics))
}

/// The fragments that the edits are about, and what they refer to: all of them would take longer.
fn some() -> Copy {
    const KEPT: &[&str] = &[
        "addresses",
        "api",
        "attribute_values",
        "attributes",
        "common",
        "customers",
        "form_field_values",
        "segments",
        "shopper_profiles",
    ];
    let copy = Copy::new();
    fs::remove_dir_all(copy.path("v2")).unwrap();
    for entry in fs::read_dir(copy.path("v3")).unwrap() {
        let path = entry.unwrap().path();
        if !KEPT.iter().any(|kept| path.ends_with(format!("{kept}.yaml"))) {
            fs::remove_file(path).unwrap();
        }
    }
    copy
}

fn edit(copy: &Copy, (fragment, behind, old, new): Replacement) {
    let fragments: Vec<_> = match fragment.strip_suffix("/*") {
        Some(folder) => fs::read_dir(copy.path(folder)).unwrap().map(|entry| entry.unwrap().path()).collect(),
        None => vec![copy.path(fragment)],
    };
    for path in fragments {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let from = text.find(behind).unwrap_or_else(|| panic!("{} has no {behind:?}", path.display())) + behind.len();
        let rest = &text[from..];
        assert!(rest.contains(old), "{} has no {old:?} behind {behind:?}", path.display());
        // Without an anchor, all of them.
        let replaced =
            if behind.is_empty() && !old.is_empty() { rest.replace(old, new) } else { rest.replacen(old, new, 1) };
        fs::write(&path, format!("{}{replaced}", &text[..from])).unwrap();
    }
}

fn told(comparison: &Comparison) -> Vec<String> {
    let told = comparison.findings.iter().map(|finding| {
        let aspect = finding.aspect.map(|aspect| format!(" {aspect}")).unwrap_or_default();
        format!("{} {}{aspect}", finding.rule.code, finding.item)
    });
    told.collect()
}

#[test]
fn typical_edits_touch_little_and_are_told_exactly() {
    let base = some();
    let before = modelled(base.folder());
    let files = generate(&[base.folder().to_owned()], &options()).tree.unwrap().files;
    let mut wrong = Vec::new();
    for row in ROWS {
        let copy = some();
        for replacement in row.replacements {
            edit(&copy, *replacement);
        }
        let comparison = compare(&before, &modelled(copy.folder()));
        let mut findings = told(&comparison);
        findings.sort();
        if findings != row.findings {
            wrong.push(format!("{}: {findings:?} instead of {:?}", row.edit, row.findings));
        }
        let generated = generate(&[copy.folder().to_owned()], &options()).tree.unwrap().files;
        let paths: BTreeSet<_> = files.keys().chain(generated.keys()).collect();
        let touched: Vec<_> = paths.into_iter().filter(|path| files.get(*path) != generated.get(*path)).collect();
        if touched != row.files {
            wrong.push(format!("{}: {touched:?} differ, instead of {:?}", row.edit, row.files));
        }
        let lines: usize = touched.iter().map(|path| lines(files.get(*path), generated.get(*path))).sum();
        println!("{}: {} lines of {}; {}", row.edit, lines, touched.len(), findings.join(", "));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// How many lines a diff of two files has.
fn lines(before: Option<&String>, after: Option<&String>) -> usize {
    let [before, after] = [before, after].map(|text| text.map_or("", String::as_str));
    let diff = similar::TextDiff::from_lines(before, after);
    diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal).count()
}
