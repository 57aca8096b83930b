//! Texts for readers say what is there.

use std::path::Path;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Pages that show the first program.
const PAGES: &[&str] = &["../README.md"];

#[test]
fn pages_show_the_first_program_as_it_is() {
    let file = read("examples/first.rs");
    let (_, program) = file.split_once("\n\n").unwrap();
    for page in PAGES {
        assert!(read(page).contains(&format!("\n{program}```\n")), "{page} has another program than examples/first.rs");
    }
}

/// The fields of spans and events are written down once in the code, and once for readers.
#[test]
fn the_page_about_monitoring_lists_the_fields() {
    let page = read("docs/monitoring.md");
    let code = ["trace", "log"].map(|file| read(&format!("../codegen/runtime/src/transport/{file}.rs"))).concat();
    for field in code.split('"').skip(1).step_by(2).filter(|text| text.contains('.') && !text.contains(' ')) {
        assert!(page.contains(&format!("`{field}`")), "{field}");
    }
}
