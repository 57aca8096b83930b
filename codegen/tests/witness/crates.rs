//! Compiles programs beside generated crates, and says which of their functions do not compile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::uses::Use;

/// A generated crate, and functions that use one.
pub struct Subject {
    /// The files of its modules.
    pub files: BTreeMap<String, String>,
    pub uses: Vec<Use>,
}

/// Returns the indices of the functions of each subject that do not compile beside its crate, and what the compiler says.
///
/// The compiler stops at the first stage that fails: a name that is not there hides a type that does not fit. So what
/// fails is taken out, until the rest compiles.
pub fn failing(folder: &Path, subjects: &[Subject]) -> Vec<BTreeMap<usize, String>> {
    write(folder, subjects);
    let mut failing = vec![BTreeMap::new(); subjects.len()];
    loop {
        for (index, subject) in subjects.iter().enumerate() {
            fs::write(folder.join(format!("src/s{index}/uses.rs")), program(&subject.uses, &failing[index])).unwrap();
        }
        let errors = check(folder);
        if errors.is_empty() {
            return failing;
        }
        let mut is_new = false;
        for (subject, line, message) in errors {
            let function = line.checked_sub(HEAD.lines().count() + 1);
            let function = function.filter(|index| *index < subjects[subject].uses.len());
            let function = function.unwrap_or_else(|| panic!("s{subject}: {message}"));
            is_new |= failing[subject].insert(function, message).is_none();
        }
        assert!(is_new, "what was taken out still fails");
    }
}

const HEAD: &str = "#![allow(warnings)]\nuse openapi_client_runtime::rt;\n";

/// A function on each line; those that are taken out leave an empty one.
fn program(uses: &[Use], without: &BTreeMap<usize, String>) -> String {
    let mut text = HEAD.to_owned();
    for (index, one) in uses.iter().enumerate() {
        match without.contains_key(&index) {
            true => text.push('\n'),
            false => writeln!(text, "pub fn f{index}{}", one.code).unwrap(),
        }
    }
    text
}

fn write(folder: &Path, subjects: &[Subject]) {
    let _ = fs::remove_dir_all(folder.join("src"));
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
    let manifest = format!(
        "[package]\nname = \"witness\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         openapi-client-runtime = {{ path = {runtime:?}, features = [\"test-util\"] }}\n\n[workspace]\n"
    );
    let mut root = "#![allow(warnings)]\n".to_owned();
    for (index, subject) in subjects.iter().enumerate() {
        let module = folder.join(format!("src/s{index}"));
        let mut inner = "pub mod uses;\n".to_owned();
        for (path, text) in subject.files.iter().filter(|(path, _)| !path.starts_with("tests/")) {
            let path = PathBuf::from(path);
            if path.components().count() == 1 {
                writeln!(inner, "pub mod {};", path.file_stem().unwrap().to_str().unwrap()).unwrap();
            }
            fs::create_dir_all(module.join(&path).parent().unwrap()).unwrap();
            fs::write(module.join(path), text).unwrap();
        }
        fs::write(module.join("mod.rs"), inner).unwrap();
        writeln!(root, "pub mod s{index};").unwrap();
    }
    fs::write(folder.join("src/lib.rs"), root).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).unwrap();
}

/// The errors: subject, line of its program, message. An error elsewhere is a mistake of this test.
fn check(folder: &Path) -> Vec<(usize, usize, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "--message-format=json"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "--cap-lints=allow")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let mut errors = Vec::new();
    for message in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let spans = message["spans"].as_array().unwrap();
        let span = spans.iter().find(|span| span["is_primary"] == true);
        let Some(span) = span else { continue };
        let rendered = message["rendered"].as_str().unwrap_or_default().to_owned();
        let file = span["file_name"].as_str().unwrap();
        let subject = file.strip_prefix("src/s").and_then(|file| file.strip_suffix("/uses.rs"));
        let subject = subject.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{rendered}"));
        errors.push((subject, span["line_start"].as_u64().unwrap() as usize, rendered));
    }
    assert!(output.status.success() || !errors.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    errors
}
