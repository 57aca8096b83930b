//! Problems as text, for a reader and for a comparison.

use std::fmt::Write as _;

use codegen::{Diagnostic, Label, Sources};

/// The problems of a run, a block for each.
pub fn report(problems: &[Diagnostic], sources: &Sources) -> String {
    problems.iter().map(|problem| block(problem, sources)).collect::<Vec<_>>().join("\n")
}

fn block(problem: &Diagnostic, sources: &Sources) -> String {
    let mut text = problem.code.to_string();
    if let Some(label) = &problem.primary {
        write!(text, " {}", place(label, sources)).unwrap();
    }
    writeln!(text, " {}", problem.message).unwrap();
    if let Some(label) = problem.primary.as_ref().filter(|label| !label.text.is_empty()) {
        writeln!(text, "  here {}", label.text).unwrap();
    }
    for label in &problem.secondary {
        writeln!(text, "  also {} {}", place(label, sources), label.text).unwrap();
    }
    if let Some(help) = &problem.help {
        writeln!(text, "  help: {help}").unwrap();
    }
    text
}

fn place(label: &Label, sources: &Sources) -> String {
    let file = sources.file(label.location.file).unwrap();
    let (line, column) = file.line_column(label.location.span.start);
    format!("{}:{line}:{column}", file.path)
}
