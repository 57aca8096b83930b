//! `regen --check` detects every difference, and writes nothing.

use super::support::{OUT, Spoil, Workspace};

#[test]
fn the_check_passes_on_what_regen_wrote() {
    let ran = Workspace::generated().run("regen --check").expect(0).says(&["1 operation, ", "files: up to date ("]);
    assert_eq!((ran.out.lines().count(), ran.err.as_str()), (1, ""));
}

#[test]
fn the_check_shows_each_difference_as_a_diff() {
    let cases: &[(&str, Spoil, &[&str])] = &[
        (
            "missing",
            |w| w.remove(&w.pets()),
            &[
                "missing generated-client/src/generated/v1/pets.rs\n",
                "--- /dev/null\n+++ b/generated-client/src/generated/v1/pets.rs\n@@ -0,0 ",
                "\n+// @generated",
            ],
        ),
        (
            "changed",
            |w| w.edit(&w.pets(), "What it is called.", "Edited by hand."),
            &[
                "changed generated-client/src/generated/v1/pets.rs\n",
                "--- a/generated-client/src/generated/v1/pets.rs\n+++ b/generated-client/src/generated/v1/pets.rs\n@@ ",
                "\n-",
                "Edited by hand.",
                "\n+",
                "What it is called.",
            ],
        ),
        (
            "stray",
            |w| w.write(&format!("{OUT}/v1/cats.rs"), "// @generated\nmeow\n"),
            &[
                "stray generated-client/src/generated/v1/cats.rs\n",
                "--- a/generated-client/src/generated/v1/cats.rs\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-// @generated\n-meow\n",
            ],
        ),
        (
            "the schema for editors",
            |w| w.edit("spec/fragment.schema.json", "\"Operation\"", "\"Surgery\""),
            &["changed spec/fragment.schema.json\n", "\n-    \"Surgery\"", "\n+    \"Operation\""],
        ),
        (
            "the spec is newer",
            |w| w.edit("spec/v1/pets.yaml", "What it is called.", "The name on its collar."),
            &["changed generated-client/src/generated/v1/pets.rs\n", "What it is called.", "The name on its collar."],
        ),
    ];
    for (name, spoil, texts) in cases {
        let workspace = Workspace::generated();
        spoil(&workspace);
        let files = workspace.files("");
        let ran = workspace
            .run("regen --check")
            .expect(1)
            .says(texts)
            .says(&["files: 1 ", "\nto fix this, run: cargo xtask regen\n"]);
        assert_eq!(ran.err, "", "{name}");
        assert_eq!(workspace.files(""), files, "{name}: the check wrote something");
    }
}

#[test]
fn the_check_goes_on_past_the_first_difference() {
    let workspace = Workspace::generated();
    workspace.edit(&workspace.pets(), "Pet", "Cat");
    workspace.write(&format!("{OUT}/a.rs"), "// @generated\n");
    workspace.write(&format!("{OUT}/z.rs"), "// @generated\n");
    let texts = [
        "stray generated-client/src/generated/a.rs",
        "changed generated-client/src/generated/v1/pets.rs",
        "stray generated-client/src/generated/z.rs",
    ];
    workspace.run("regen --check").expect(1).says(&texts).says(&["files: 1 changed, 2 stray ("]);
}
