//! Generates a crate in memory, and writes it: what a program of one's own does with this library.
//!
//! `cargo run -p openapi-client-codegen --example generate -- museum.yaml museum-client`

use std::error::Error;
use std::path::{Path, PathBuf};

use codegen::{Generated, Ledger, Options, Runtime, Severity, generate};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [document, out] = arguments.as_slice() else {
        return Err("pass a document, and the folder of the crate".into());
    };
    print!("{}", crate_of(document, out)?);
    Ok(())
}

/// Writes the crate of a document, and returns what there is to say about it.
fn crate_of(document: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut options = Options::new(name, Runtime::default());
    // The names that the crate has already are kept, whatever was added to the document.
    let lock = out.join(codegen::LEDGER);
    if let Ok(text) = std::fs::read_to_string(&lock) {
        options.ledger = Some(Ledger { path: lock.display().to_string(), text });
    }
    let generated = generate(&[document.to_owned()], &options);
    let mut said = problems(&generated);
    // There is no tree if there is an error; everything that is wrong is among the diagnostics.
    let tree = generated.tree.ok_or_else(|| said.clone())?;
    let changes = tree.compare_package(out)?;
    tree.apply(out, &changes)?;
    for operation in &generated.operations {
        said.push_str(&format!("{}.{}.{}\n", operation.version, operation.module, operation.method));
    }
    said.push_str(&format!("{} files changed\n", changes.len()));
    Ok(said)
}

/// Formats the diagnostics as `museum.yaml:12:3: error E0102: …`.
fn problems(generated: &Generated) -> String {
    let mut text = String::new();
    for problem in &generated.diagnostics {
        let place = problem.primary.as_ref().and_then(|label| {
            let file = generated.sources.file(label.location.file)?;
            let (line, column) = file.line_column(label.location.span.start);
            Some(format!("{}:{line}:{column}: ", file.shown))
        });
        let level = if problem.severity() == Severity::Error { "error" } else { "warning" };
        text.push_str(&format!("{}{level} {}: {}\n", place.unwrap_or_default(), problem.code, problem.message));
        text.extend(problem.help.iter().map(|help| format!("  help: {help}\n")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_written_once() -> Result<(), Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let (document, out) = (folder.path().join("museum.yaml"), folder.path().join("museum-client"));
        std::fs::write(&document, include_str!("build-script/museum.yaml"))?;
        let said = crate_of(&document, &out)?;
        assert!(said.contains("museum.events.create\n") && !said.ends_with("\n0 files changed\n"), "{said}");
        assert!(crate_of(&document, &out)?.ends_with("\n0 files changed\n"));
        std::fs::write(&document, "openapi: 3.0.3\npaths: [\n")?;
        let error = crate_of(&document, &out).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains(": error E"), "{error}");
        Ok(())
    }
}
