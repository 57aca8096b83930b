//! The page for the generator's users: its files are written, and its commands are run in their order.

use std::collections::BTreeSet;

use crate::support::Folder;

const PAGE: &str = include_str!("../../README.md");
const DOCUMENT: &str = include_str!("../../../examples/build-script/museum.yaml");
const OVERLAY: &str = include_str!("../../../examples/build-script/fixes.yaml");
const PROGRAM: &str = include_str!("../../../examples/build-script/src/main.rs");

/// The code blocks of the page: language and text.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let blocks = PAGE.split("\n```").skip(1).step_by(2);
    blocks.map(|block| block.split_once('\n').unwrap()).collect()
}

fn of(language: &str) -> impl Iterator<Item = &'static str> {
    blocks().into_iter().filter(move |(of, _)| *of == language).map(|(_, text)| text)
}

/// A folder with the files of the page: those that begin with their name.
fn museum() -> Folder {
    let folder = Folder::new();
    folder.write("museum/museum.yaml", DOCUMENT);
    for text in of("toml").chain(of("yaml")) {
        let (name, text) = text.strip_prefix("# ").unwrap().split_once('\n').unwrap();
        folder.write(&format!("museum/{name}"), text);
    }
    folder
}

#[test]
fn the_commands_of_the_page_do_what_it_says() {
    let folder = museum();
    assert_eq!(folder.read("museum/fixes.yaml").trim_end(), OVERLAY.trim_end());
    let before = DOCUMENT.replace("      required: [id, name]\n", "      required: [id, name, price]\n");
    assert_ne!(before, DOCUMENT);
    folder.write("museum/museum-1.yaml", &before);
    let lines =
        of("sh").flat_map(str::lines).map(|line| line.split(" # ").next().unwrap_or(line).trim().replace(" #", ""));
    let commands: Vec<_> = lines.filter_map(|line| line.strip_prefix("openapi-client ").map(str::to_owned)).collect();
    assert!(commands.len() > 6, "{commands:?}");
    for command in &commands {
        let ran = folder.run_in("museum", command);
        // What is optional now is a difference that callers notice.
        let expected = if command.contains("--exit-code") { 1 } else { 0 };
        ran.expect(expected);
    }
    let manifest = folder.read("museum-client/Cargo.toml");
    assert!(manifest.contains("license = \"MIT OR Apache-2.0\"\n") && !manifest.contains("publish"), "{manifest}");
    let digest = folder.read("museum-client/API.txt");
    assert!(digest.contains("museum::events::Events::list() -> museum::events::ListEvents"), "{digest}");
    assert!(digest.contains("pages: by number") && !digest.contains("Report"), "{digest}");
    assert!(folder.path("museum-client/tests/examples/main.rs").is_file());
    let digest = folder.read("events-client/API.txt");
    assert!(!digest.contains("EventCreate"), "{digest}");
}

/// The program of the page is that of the example, which is compiled and run by its own test.
#[test]
fn the_program_of_the_page_is_compiled() {
    let normal = |text: &str| text.replace("museum_client::", "api::");
    let mut count = 0;
    for text in of("rust") {
        let (imports, function) = text.split_once("\n\n").unwrap();
        for line in imports.lines() {
            assert!(PROGRAM.contains(&normal(line)), "{line}");
        }
        assert!(PROGRAM.contains(function.trim_end()), "{function}");
        count += 1;
    }
    assert_eq!(count, 1);
}

#[test]
fn the_page_lists_every_option() {
    let help = Folder::new().run("help generate").expect(0).out;
    let flags: BTreeSet<_> = help
        .lines()
        .filter_map(|line| line.split_whitespace().find(|word| word.starts_with("--")))
        .filter(|flag| !["--help", "--format", "--map", "--dep"].contains(flag))
        .collect();
    assert!(flags.len() > 8, "{flags:?}");
    for flag in flags.iter().chain(["--map", "--dep"].iter()) {
        assert!(PAGE.contains(&format!("`{flag}`")), "{flag} is not on the page");
    }
}
