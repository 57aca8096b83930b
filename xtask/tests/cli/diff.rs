//! `diff` and `changelog`: revisions of a repository, and what is said where there is nothing to compare.

use std::process::Command;

use super::support::Workspace;

/// A workspace with a commit of its first state.
fn repository() -> Workspace {
    let workspace = Workspace::generated();
    workspace.write("Cargo.toml", "[workspace]\n\n[workspace.package]\nversion = \"0.3.1\"\n");
    workspace.write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n## [0.3.1]\n\nThe first.\n");
    git(&workspace, "init --quiet --initial-branch main");
    commit(&workspace);
    workspace
}

fn git(workspace: &Workspace, line: &str) {
    let identity = ["-c", "user.name=Aiko", "-c", "user.email=aiko@kennel.example", "-c", "commit.gpgsign=false"];
    let arguments = identity.into_iter().chain(line.split_whitespace());
    let output = Command::new("git").current_dir(workspace.path("")).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {line}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(workspace: &Workspace) {
    git(workspace, "add --all");
    git(workspace, "commit --quiet --allow-empty --message state");
}

/// An optional property instead of a required one.
fn loosen(workspace: &Workspace) {
    workspace.edit("spec/v1/pets.yaml", "required: [id, name]", "required: [id]");
}

const LOOSER: &str =
    "D0809: a property may be absent now, or null\n  v1::pets::Pet::name, presence  spec/v1/pets.yaml:";

#[test]
fn the_working_tree_is_compared_with_the_last_commit_of_main() {
    let workspace = repository();
    let ran = workspace.run("diff --exit-code").expect(0).says(&["..working tree: no change of the API\n"]);
    assert_eq!(ran.err, "");
    loosen(&workspace);
    let before = workspace.files("");
    workspace
        .run("diff")
        .expect(0)
        .says(&["..working tree: breaking for callers (0.3.1 → 0.4.0), breaking on the wire\n", LOOSER]);
    workspace.run("diff --exit-code").expect(1);
    assert_eq!(workspace.files(""), before, "diff wrote something");
}

#[test]
fn a_branch_is_compared_with_where_it_left_main() {
    let workspace = repository();
    git(&workspace, "checkout --quiet -b looser");
    loosen(&workspace);
    commit(&workspace);
    // What main did since then is not of this branch.
    git(&workspace, "checkout --quiet main");
    workspace.edit("spec/v1/pets.yaml", "What it is called.", "The name on its collar.");
    commit(&workspace);
    git(&workspace, "checkout --quiet looser");
    let ran = workspace.run("diff").expect(0).says(&["1 for callers to change\n", LOOSER]);
    assert!(!ran.out.contains("documentation"), "{}", ran.out);
    for (range, texts) in [
        ("main", &["main..working tree: breaking", "1 in documentation"][..]),
        ("main..looser", &["main..looser: breaking", "1 in documentation"]),
        ("looser..main", &["looser..main: breaking", "D0808: "]),
        ("looser~1..looser", &["looser~1..looser: breaking", "1 for callers to change\n"]),
        ("..looser", &["..looser: breaking", "1 for callers to change\n"]),
    ] {
        workspace.run(&format!("diff {range}")).expect(0).says(texts);
    }
}

#[test]
fn fragments_that_come_and_go_are_differences() {
    let workspace = repository();
    workspace.write(
        "spec/v1/toys.yaml",
        &workspace.read("spec/v1/pets.yaml").replace("/pets/", "/toys/").replace("getPet", "getToy"),
    );
    workspace.run("diff").expect(0).says(&["nothing to do for callers", "D0151: a resource was added: v1::toys::Toys"]);
    commit(&workspace);
    workspace.remove("spec/v1/toys.yaml");
    workspace
        .run("diff")
        .expect(0)
        .says(&["D0152: a resource was removed\n  v1::toys::Toys", "D0202: an operation was removed"]);
    git(&workspace, "checkout --quiet -- spec");
    // Moved as a whole.
    workspace.write("spec/v1/things.yaml", &workspace.read("spec/v1/toys.yaml"));
    workspace.remove("spec/v1/toys.yaml");
    workspace.run("diff").expect(0).says(&["D0153: the handle of a resource was renamed\n  v1::toys::Toys"]);
}

#[test]
fn what_the_generator_changed_is_told_apart() {
    let workspace = repository();
    let digest = workspace.read("generated-client/API.txt");
    let (line, _) = digest.lines().skip(2).map(|line| (line, ())).next().unwrap();
    workspace
        .write("generated-client/API.txt", &digest.replace(line, &format!("{line} as an older generator wrote it")));
    commit(&workspace);
    workspace.run("diff").expect(0).says(&[
        "no change of the API\n",
        "Caused by the generator: 1 lines of API.txt gone, 1 new, for the same documents\n",
        "as an older generator wrote it\n",
    ]);
    workspace.remove("generated-client/API.txt");
    commit(&workspace);
    workspace
        .run("diff")
        .expect(0)
        .says(&["The base has no API.txt, so it is unknown what the generator changed by itself.\n"]);
}

#[test]
fn where_there_is_nothing_to_compare_a_sentence_says_so() {
    let workspace = Workspace::generated();
    workspace
        .run("diff")
        .expect(74)
        .complains(&["error: cannot ask git: this folder is not a checkout\n  help: pass two documents"]);
    git(&workspace, "init --quiet --initial-branch main");
    workspace.run("diff").expect(74).complains(&["error: there is no revision HEAD here\n"]);
    // The first commit has no spec.
    git(&workspace, "commit --quiet --allow-empty --message nothing");
    workspace.run("diff").expect(0).says(&[" has no folder spec, so there is nothing to compare\n"]);
    workspace.run("diff v9").expect(74).complains(&["error: there is no revision v9 here\n  help: fetch it"]);
    workspace.run("changelog").expect(74).complains(&["error: there is no tag yet", "help: pass a revision"]);
}

#[test]
fn a_shallow_clone_is_told_what_to_fetch() {
    let workspace = repository();
    git(&workspace, "checkout --quiet -b looser");
    loosen(&workspace);
    commit(&workspace);
    // A server's current branch is main.
    git(&workspace, "checkout --quiet main");
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", workspace.path("").display());
    let clone_line = ["clone", "--quiet", "--depth", "1", "--branch", "looser", &from, "."];
    assert!(Command::new("git").current_dir(clone.path()).args(clone_line).status().unwrap().success());
    let ran = super::folder::run(clone.path(), "diff").expect(74);
    ran.complains(&["error: this clone lacks the history up to the main branch\n  help: run git fetch --unshallow"]);
}

#[test]
fn an_accepted_difference_passes_and_moves_to_the_changelog() {
    let workspace = repository();
    git(&workspace, "tag v0.3.1");
    loosen(&workspace);
    let ran = workspace.run("diff --exit-code").expect(1);
    let fingerprint = ran.out.split("fingerprint ").nth(1).unwrap().lines().next().unwrap();
    let accepted = format!("# Why.\n\n- fingerprint: {fingerprint}\n  reason: Old pets have no name.\n");
    workspace.write("spec/accepted.yaml", &accepted);
    workspace.run("diff --exit-code").expect(0).says(&["accepted: Old pets have no name.\n"]);
    workspace.run("regen").expect(0);
    commit(&workspace);
    let section = "## [0.4.0] - 2026-03-01\n\n### Changed\n\n- **Breaking:** `v1::pets::Pet::name`: a property may be \
                   absent now, or null (`v1::pets::Pet::name: String (required)` → `v1::pets::Pet::name: Option<String> (optional)`).\n  \
                   Old pets have no name.\n";
    let before = workspace.files("");
    workspace.run("changelog --date 2026-03-01").expect(0).says(&[section]);
    assert_eq!(workspace.files(""), before, "without --write");
    workspace.run("changelog --date 2026-03-01 --write").expect(0);
    let changelog = workspace.read("CHANGELOG.md");
    assert_eq!(changelog, format!("# Changelog\n\n## [Unreleased]\n\n{section}\n## [0.3.1]\n\nThe first.\n"));
    assert_eq!(workspace.read("spec/accepted.yaml"), "# Why.\n");
}
