//! The same values through the compiled crate: the proof that the model of it does what it does.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::plan::{Kind, Plan};
use codegen::{Generated, Options, generate};

use crate::finding::{Finding, Reason};
use crate::json::{Json, is_same_number};
use crate::proof::{Proof, Sample, position_of};

/// The name of the package, by which its test imports it.
pub const PACKAGE: &str = "proved";

/// The test, without its table of types.
const PROGRAM: &str = include_str!("compiled/program.rs.txt");

/// How many differences are reported.
const MOST: usize = 100;

/// How cargo runs.
#[derive(Clone, Debug, Default)]
pub struct Cargo {
    /// Where it keeps what it builds; beside the crate by default.
    pub target: Option<PathBuf>,
    /// The versions of dependencies; the newest by default.
    pub lock: Option<PathBuf>,
}

/// Why a crate was not compiled and run.
#[derive(Debug)]
#[non_exhaustive]
pub enum CompileError {
    /// The generator refuses the documents, or cannot write the crate.
    Generate(String),
    /// A file cannot be read or written.
    Io(PathBuf, io::Error),
    /// Cargo fails, with what it says.
    Cargo(String),
}

/// Writes the crate of the documents to an empty folder, with a test that decodes and encodes the values of a proof, and
/// runs it. Whatever differs from the proof becomes a finding. Returns how many values were compared.
///
/// If the options ask for tests of the documents' examples, these run as well.
///
/// # Errors
/// When the crate cannot be written, compiled or run, or an example does not come back.
pub fn compile(
    documents: &[PathBuf],
    options: &Options,
    plan: &Plan,
    proof: &mut Proof,
    (folder, cargo): (&Path, &Cargo),
) -> Result<usize, CompileError> {
    let Generated { tree, .. } = generate(documents, options);
    let Some(tree) = tree else {
        return Err(CompileError::Generate("the documents have errors".to_owned()));
    };
    let written = tree.compare_package(folder).and_then(|changes| tree.apply(folder, &changes));
    written.map_err(|error| CompileError::Io(error.path, error.source))?;
    let io = |path: &Path| {
        let path = path.to_owned();
        |error| CompileError::Io(path, error)
    };
    let tests = folder.join("tests");
    let (program, values, results) = (tests.join("proof.rs"), folder.join("values.txt"), folder.join("results.txt"));
    fs::create_dir_all(&tests).map_err(io(&tests))?;
    let (types, lines) = table(plan, &proof.samples);
    fs::write(&program, types + PROGRAM).map_err(io(&program))?;
    fs::write(&values, lines).map_err(io(&values))?;
    if let Some(lock) = &cargo.lock {
        fs::copy(lock, folder.join("Cargo.lock")).map_err(io(lock))?;
    }
    let has_examples = tree.files.contains_key("tests/examples/main.rs");
    let names: &[&str] = if has_examples { &["proof", "examples"] } else { &["proof"] };
    run(folder, cargo, names)?;
    let text = fs::read_to_string(&results).map_err(io(&results))?;
    Ok(compare(plan, proof, &text))
}

/// Returns the table of the types of values, and the values: a line for each, with the number of its type.
fn table(plan: &Plan, samples: &[Sample]) -> (String, String) {
    let mut numbers: HashMap<&Kind, usize> = HashMap::new();
    let (mut rows, mut lines) = (String::new(), String::new());
    for sample in samples {
        let next = numbers.len();
        let number = *numbers.entry(&sample.kind).or_insert_with(|| {
            rows.push_str(&format!("    pass::<{}>,\n", rust(plan, &sample.kind)));
            next
        });
        lines.push_str(&format!("{number} {}\n", sample.value));
    }
    (format!("const TYPES: &[fn(&str) -> Result<String, String>] = &[\n{rows}];\n\n"), lines)
}

/// Returns a type as the test names it.
fn rust(plan: &Plan, kind: &Kind) -> String {
    let runtime = |name: &str| format!("openapi_client_runtime::{name}");
    match kind {
        Kind::Integer => "i64".to_owned(),
        Kind::Unsigned => "u64".to_owned(),
        Kind::Float => "f64".to_owned(),
        Kind::JsonNumber => runtime("JsonNumber"),
        Kind::Boolean => "bool".to_owned(),
        Kind::String => "String".to_owned(),
        Kind::Number => runtime("Number"),
        Kind::NumericString => runtime("NumericString"),
        Kind::Base64 => runtime("Base64"),
        Kind::Text => runtime("Text"),
        Kind::Flag => runtime("Flag"),
        Kind::Date => runtime("Date"),
        Kind::DateTime => runtime("DateTime"),
        Kind::Secret => runtime("Secret"),
        Kind::Named(index) => match plan.types.get(*index) {
            Some(ty) => format!("{PACKAGE}::{}", ty.path.join("::")),
            None => runtime("Json"),
        },
        Kind::List(item) => format!("Vec<{}>", rust(plan, item)),
        Kind::Map(value) => format!("{}<{}>", runtime("rt::Map"), rust(plan, value)),
        Kind::Nullable(inner) => format!("Option<{}>", rust(plan, inner)),
        _ => runtime("Json"),
    }
}

/// Runs tests of the crate.
fn run(folder: &Path, settings: &Cargo, names: &[&str]) -> Result<(), CompileError> {
    let cargo = std::env::var_os("CARGO");
    let mut cargo = Command::new(cargo.as_deref().unwrap_or(OsStr::new("cargo")));
    cargo.args(["test", "--quiet", "--manifest-path"]).arg(folder.join("Cargo.toml"));
    cargo.args(names.iter().flat_map(|name| ["--test", name]));
    if let Some(target) = &settings.target {
        cargo.arg("--target-dir").arg(target);
    }
    // It is compiled once.
    cargo.args(["--config", "profile.dev.debug=false", "--config", "profile.dev.incremental=false"]);
    let output = cargo.output().map_err(|error| CompileError::Cargo(format!("cannot run cargo: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Err(CompileError::Cargo(text(&output.stderr) + &text(&output.stdout)))
}

/// Compares what came back with what the model says.
fn compare(plan: &Plan, proof: &mut Proof, results: &str) -> usize {
    let lines: Vec<_> = results.lines().collect();
    let mut findings = Vec::new();
    for (index, sample) in proof.samples.iter().enumerate() {
        let result = lines.get(index).copied().unwrap_or("nothing");
        let encoded = result.strip_prefix('=').and_then(Json::parse);
        let is_same = match (&encoded, &sample.encoded) {
            (None, None) => result.starts_with('!'),
            (Some(compiled), Some(model)) => is_same(compiled, model),
            _ => false,
        };
        if !is_same && findings.len() < MOST {
            let model = sample.encoded.as_ref().map_or_else(|| "refused".to_owned(), crate::decode::shown);
            let position = position_of(plan, sample.schema);
            findings.push(Finding {
                reason: Reason::Compiled,
                subject: format!("#{}", position.pointer),
                position,
                message: format!("{}: the model says {model}, the crate {result}", crate::decode::shown(&sample.value)),
                count: 1,
            });
        }
    }
    proof.findings.extend(findings);
    lines.len()
}

/// Returns whether two values are the same JSON. The compiled crate writes an `f64` in its own way.
fn is_same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => {
            is_same_number(one, other) || one.parse::<f64>() == other.parse::<f64>()
        }
        (Json::List(one), Json::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Json::Object(entries), Json::Object(others)) => {
            let found = |key: &str, value: &Json| other.get(key).is_some_and(|other| is_same(value, other));
            entries.len() == others.len() && entries.iter().all(|(key, value)| found(key, value))
        }
        (one, other) => one == other,
    }
}
