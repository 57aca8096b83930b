//! Random schemas with random values: what a schema accepts has to become the generated type, and the same JSON again.
//!
//! The `jsonschema` crate, which knows nothing of this one, says what a schema accepts. All schemas of a run are one
//! document and one crate, which is compiled once; the values are read by its test, and compared there.
//!
//! `SEED=7 SCHEMAS=500 INSTANCES=100 cargo test --workspace --test random_schemas`; the same numbers make the same run.
//! `cargo test` leaves it out, because it compiles a crate. Even seeds make documents of OpenAPI 3.0, odd ones of 3.1.
//!
//! Three things are accepted by schemas, and not by design of the types; no value has them:
//!
//! - keys that an object does not name, unless it has `additionalProperties`: they are reported as drift, and not kept,
//!   also where another branch of its union has a property of that name;
//! - anything but an object, where a schema has `properties` and no `type`;
//! - whole numbers beyond 64 bits, or written as `1.0`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod closed;
mod instances;
mod older;
mod schemas;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use codegen::{Code, Generated, Options, Runtime, Severity, generate};
use fastrand::Rng;
use jsonschema::{Draft, Registry};
use serde_json::{Map, Value, json};

/// Where the document, the crate and the values are.
const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/random_schemas");

/// How often a value that no schema accepts is replaced.
const TRIALS: usize = 8;

fn number(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

fn main() -> ExitCode {
    let (seed, count, instances) = (number("SEED", 1), number("SCHEMAS", 120), number("INSTANCES", 50));
    let mut rng = Rng::with_seed(seed as u64);
    let newer = seed % 2 == 1;
    let mut components = schemas::components(&mut rng, count, newer);
    let lines = values(&mut rng, &mut components, count, instances);

    let folder = Path::new(FOLDER);
    let package = folder.join("crate");
    let _ = fs::remove_dir_all(&package);
    fs::create_dir_all(&package).unwrap();
    let document = folder.join("api.json");
    fs::write(&document, format!("{:#}", self::document(&components, newer))).unwrap();
    let mut options = Options::new("random", Runtime::Path(runtime()));
    options.example_tests = true;
    let generated = generate(&[document], &options);
    let wrong = problems(&generated);
    let Some(tree) = generated.tree.filter(|_| wrong.is_empty()) else {
        eprintln!("SEED={seed} SCHEMAS={count}: {FOLDER}/api.json\n{wrong}");
        return ExitCode::FAILURE;
    };
    tree.apply(&package, &tree.compare(&package).unwrap()).unwrap();
    fs::write(package.join("instances.txt"), lines.join("\n")).unwrap();
    fs::write(package.join("tests/instances.rs"), program(count)).unwrap();
    println!("SEED={seed}: {count} schemas as {} types, {} values", generated.summary.types, lines.len());
    if test(&package) {
        return ExitCode::SUCCESS;
    }
    eprintln!("SEED={seed} SCHEMAS={count} INSTANCES={instances} does it again; the schemas are in {FOLDER}/api.json");
    ExitCode::FAILURE
}

/// What the generator should have nothing to say about: errors, and examples that `jsonschema` accepts.
fn problems(generated: &Generated) -> String {
    let mut text = String::new();
    for problem in &generated.diagnostics {
        if problem.severity() == Severity::Error || problem.code == Code::WrongExample {
            let label = problem.primary.as_ref().unwrap();
            let file = generated.sources.file(label.location.file).unwrap();
            let (line, column) = file.line_column(label.location.span.start);
            writeln!(text, "{} {line}:{column} {}", problem.code, problem.message).unwrap();
        }
    }
    text
}

fn document(components: &Map<String, Value>, newer: bool) -> Value {
    let version = if newer { "3.1.0" } else { "3.0.3" };
    let mut schemas: Map<_, _> = match newer {
        true => components.clone(),
        false => components.iter().map(|(name, schema)| (name.clone(), older::schema(schema))).collect(),
    };
    schemas.values_mut().for_each(schemas::without_marked);
    json!({
        "openapi": version,
        "info": {"title": "Random", "version": "1"},
        "servers": [{"url": "https://zoo.example"}],
        "paths": {},
        "components": {"schemas": schemas},
    })
}

/// Values that the schemas accept, each on a line behind the name of its type. One of each type is its example.
fn values(rng: &mut Rng, components: &mut Map<String, Value>, count: usize, instances: usize) -> Vec<String> {
    let document = json!({"components": {"schemas": closed::components(components)}});
    let registry = Registry::new().draft(Draft::Draft202012).add("doc:///api", &document).unwrap().prepare().unwrap();
    let mut lines = Vec::new();
    for index in 0..count {
        let name = schemas::holder(index);
        let root = json!({"$ref": format!("doc:///api#/components/schemas/{name}")});
        let options = jsonschema::options().with_draft(Draft::Draft202012).with_registry(&registry);
        let validator = options.build(&root).unwrap();
        let (mut accepted, mut example) = (0, None);
        for _ in 0..instances * TRIALS {
            let Some((value, is_changed)) = instances::holder(rng, components, &name) else { continue };
            // What stands as `1.0` where only whole numbers may is refused by design.
            let fractions = instances::with_fractions(&value);
            if !validator.is_valid(&value) || (fractions != value && !validator.is_valid(&fractions)) {
                continue;
            }
            lines.push(format!("{name} {value}"));
            example = example.or((!is_changed).then_some(value));
            accepted += 1;
            if accepted == instances {
                break;
            }
        }
        if let Some(example) = example {
            components[&name]["example"] = example;
        }
    }
    lines
}

/// The path of the runtime from the crate.
fn runtime() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime").to_str().unwrap().to_owned()
}

/// The test of the crate.
fn program(count: usize) -> String {
    let row = |index| {
        let name = schemas::holder(index);
        format!("    (\"{name}\", round_trip::<random::api::untagged::{name}>),\n")
    };
    let rows: String = (0..count).map(row).collect();
    format!("const TYPES: &[(&str, RoundTrip)] = &[\n{rows}];\n\n{}", include_str!("program.rs.txt"))
}

fn test(package: &Path) -> bool {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["test", "--quiet", "--test", "instances", "--manifest-path"]);
    cargo.arg(package.join("Cargo.toml")).arg("--target-dir").arg(target);
    // Nothing of it is compiled a second time, or debugged.
    for setting in ["debug=0", "incremental=false"] {
        cargo.args(["--config", &format!("profile.dev.package.random.{setting}")]);
    }
    cargo.status().unwrap().success()
}
