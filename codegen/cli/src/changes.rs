//! Differences between disk and output as text: a line, a diff, a count.

use std::time::Duration;

use codegen::{Change, ChangeKind, OutputTree};
use similar::TextDiff;

/// A diff that takes longer than this is still correct, but may not be minimal.
const DIFF_TIMEOUT: Duration = Duration::from_secs(2);

const NO_FILE: &str = "/dev/null";

/// The words for a missing, a changed and a stray file.
type Words = [&'static str; 3];

/// As found by a check.
pub const FOUND: Words = ["missing", "changed", "stray"];
/// As done by a run.
pub const DONE: Words = ["created", "updated", "removed"];

/// Formats a line about a file that was updated.
pub fn line(change: &Change, path: &str) -> String {
    format!("{} {path}\n", word(change, ["wrote", "wrote", "removed"]))
}

/// Formats the diff of a file that differs from `tree`.
pub fn difference(change: &Change, path: &str, tree: &OutputTree) -> String {
    let note = change.missing_mark().map_or_else(String::new, |mark| {
        format!(" (it does not begin with `{mark}`: regen does not touch it; move it elsewhere)")
    });
    let new = tree.files.get(&change.path).map_or("", String::as_str);
    format!("{} {path}{note}\n{}\n", word(change, FOUND), unified(change, path, new))
}

/// Formats the diff of a file of which only a part is generated.
pub fn part(change: &Change, path: &str, new: &str) -> String {
    format!("{} {path}\n{}\n", word(change, FOUND), unified(change, path, new))
}

/// Formats how many files are in which state.
pub fn counts(changes: &[Change], words: Words) -> String {
    let counts = words.map(|name| (name, changes.iter().filter(|change| word(change, words) == name).count()));
    let counts: Vec<_> =
        counts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{count} {name}")).collect();
    if counts.is_empty() { "up to date".to_owned() } else { counts.join(", ") }
}

fn word(change: &Change, [missing, changed, stray]: Words) -> &'static str {
    match change.kind {
        ChangeKind::Missing => missing,
        ChangeKind::Changed { .. } => changed,
        ChangeKind::Stray { .. } => stray,
    }
}

/// Returns a unified diff that `git apply` accepts: `a/` is the file on disk, `b/` is `new`, the generated one.
fn unified(change: &Change, path: &str, new: &str) -> String {
    let path = path.trim_start_matches('/');
    let (before, after) = (format!("a/{path}"), format!("b/{path}"));
    let (old, new, before, after) = match &change.kind {
        ChangeKind::Missing => ("", new, NO_FILE, after.as_str()),
        ChangeKind::Changed { old } => (old.as_str(), new, before.as_str(), after.as_str()),
        ChangeKind::Stray { old } => (old.as_str(), "", before.as_str(), NO_FILE),
    };
    let diff = TextDiff::configure().timeout(DIFF_TIMEOUT).diff_lines(old, new);
    let text = diff.unified_diff().header(before, after).to_string();
    if text.is_empty() { format!("--- {before}\n+++ {after}\n") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(kind: ChangeKind, path: &str, new: &str) -> String {
        unified(&Change { path: String::new(), kind }, path, new)
    }

    #[test]
    fn each_kind_names_both_sides() {
        let old = || "one\ntwo\nthree\n".to_owned();
        let cases = [
            (ChangeKind::Missing, "x/a.rs", "one\n", "--- /dev/null\n+++ b/x/a.rs\n@@ -0,0 +1 @@\n+one\n"),
            (
                ChangeKind::Changed { old: old() },
                "x/a.rs",
                "one\n2\nthree\n",
                "--- a/x/a.rs\n+++ b/x/a.rs\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n",
            ),
            (
                ChangeKind::Changed { old: "one".to_owned() },
                "a.rs",
                "one\n",
                "--- a/a.rs\n+++ b/a.rs\n@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+one\n",
            ),
            (
                ChangeKind::Stray { old: old() },
                "/tmp/out/a.rs",
                "",
                "--- a/tmp/out/a.rs\n+++ /dev/null\n@@ -1,3 +0,0 @@\n-one\n-two\n-three\n",
            ),
            (ChangeKind::Stray { old: String::new() }, "a.rs", "", "--- a/a.rs\n+++ /dev/null\n"),
        ];
        for (kind, path, new, expected) in cases {
            assert_eq!(diff(kind, path, new), expected);
        }
    }
}
