//! What is left to do by hand after a change of the spec, as the files of the workspace show it.
//!
//! Everything here is found by comparing the operations with files; what a file does not show is left to the tests.

mod lists;
mod recordings;

use std::path::Path;
use std::process::Command;

use codegen::OperationSummary;

/// The digest of the public API.
pub const DIGEST: &str = "generated-client/API.txt";
/// The file that says what changes for users.
const CHANGELOG: &str = "CHANGELOG.md";

/// Returns what is left, a line for each file or folder.
pub fn left(root: &Path, operations: &[OperationSummary]) -> Vec<String> {
    let mut left = lists::versions(root, operations);
    left.extend(recordings::left(root, operations));
    left.extend(lists::operations(root, operations));
    left.extend(changelog(root));
    left
}

/// Returns a line for each folder with declared responses that are not recorded.
pub fn recordings(root: &Path, operations: &[OperationSummary]) -> Vec<String> {
    recordings::left(root, operations)
}

/// Formats the list; empty if nothing is left.
pub fn text(left: &[String]) -> String {
    match left {
        [] => String::new(),
        left => {
            let lines = left.iter().map(|line| format!("  {line}\n"));
            std::iter::once("left to do by hand:\n".to_owned()).chain(lines).collect()
        }
    }
}

/// Whether users notice a change since the last commit that the changelog does not mention. Without git, nothing is
/// known.
fn changelog(root: &Path) -> Option<String> {
    if !root.join(".git").exists() {
        return None;
    }
    let mut git = Command::new("git");
    git.arg("-C").arg(root).args(["diff", "--name-only", "--no-relative", "HEAD", "--", DIGEST, CHANGELOG]);
    let output = git.output().ok().filter(|output| output.status.success())?;
    let names = String::from_utf8_lossy(&output.stdout);
    let is_changed = |file: &str| names.lines().any(|name| name == file);
    let is_missing = is_changed(DIGEST) && !is_changed(CHANGELOG);
    is_missing.then(|| format!("{CHANGELOG}: say what changes for users; {DIGEST} differs from the last commit"))
}

/// Returns `a, b and c`.
fn and<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<_> = before.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", before.join(", "), last.as_ref())
        }
    }
}
