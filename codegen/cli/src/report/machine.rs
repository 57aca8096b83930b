//! Diagnostics for programs: JSON, annotations of GitHub, SARIF.
//!
//! Crates for SARIF define hundreds of types. A report needs a dozen keys, so it is written by hand.

use codegen::{Code, Diagnostic, Label, Severity, Sources};
use serde_json::{Value, json};

/// Formats an object with an array of the problems.
pub fn json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let problem = |problem: &Diagnostic| {
        json!({
            "code": problem.code.as_str(),
            "severity": level(problem),
            "message": problem.message,
            "help": problem.help,
            "place": problem.primary.as_ref().and_then(|label| Location::of(label, sources)).map(|place| place.json()),
            "labels": labels(problem, sources).map(|(place, text)| {
                json!({"place": place.json(), "text": text})
            }).collect::<Vec<_>>(),
        })
    };
    pretty(&json!({"diagnostics": diagnostics.iter().map(problem).collect::<Vec<_>>()}))
}

/// Formats a workflow command for each problem, which GitHub shows beside the line.
pub fn github(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let property = |text: &str| message(text).replace(':', "%3A").replace(',', "%2C");
    let command = |problem: &Diagnostic| {
        let place = problem.primary.as_ref().and_then(|label| Location::of(label, sources));
        let place = place.map(|Location { file, begin, end }| {
            let file = property(file);
            format!("file={file},line={},col={},endLine={},endColumn={},", begin.0, begin.1, end.0, end.1)
        });
        let help = problem.help.as_ref().map(|help| format!("\nhelp: {help}"));
        format!(
            "::{} {}title={}::{}\n",
            level(problem),
            place.unwrap_or_default(),
            problem.code,
            message(&format!("{}{}", problem.message, help.unwrap_or_default())),
        )
    };
    diagnostics.iter().map(command).collect()
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Formats a log of SARIF 2.1.0, which review tools read.
pub fn sarif(diagnostics: &[Diagnostic], sources: &Sources, program: &str) -> String {
    let mut codes: Vec<Code> = diagnostics.iter().map(|problem| problem.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rule = |code: &Code| {
        let title = code.page().lines().next().unwrap_or_default();
        let title = title.split_once(": ").map_or(title, |(_, title)| title);
        json!({"id": code.as_str(), "shortDescription": {"text": title}, "help": {"text": title, "markdown": code.page()}})
    };
    let result = |problem: &Diagnostic| {
        let place = problem.primary.as_ref().and_then(|label| Location::of(label, sources));
        let help = problem.help.as_ref().map(|help| format!("; {help}"));
        let related = labels(problem, sources)
            .map(|(place, text)| json!({"physicalLocation": place.sarif(), "message": {"text": text}}));
        json!({
            "ruleId": problem.code.as_str(),
            "level": level(problem),
            "message": {"text": format!("{}{}", problem.message, help.unwrap_or_default())},
            "locations": place.iter().map(|place| json!({"physicalLocation": place.sarif()})).collect::<Vec<_>>(),
            "relatedLocations": related.collect::<Vec<_>>(),
        })
    };
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": program,
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": diagnostics.iter().map(result).collect::<Vec<_>>(),
        }],
    }))
}

/// Returns lines and columns from 1; the end is after the last character.
struct Location<'a> {
    file: &'a str,
    begin: (usize, usize),
    end: (usize, usize),
}

impl<'a> Location<'a> {
    fn of(label: &Label, sources: &'a Sources) -> Option<Self> {
        let file = sources.file(label.location.file)?;
        let span = super::first_line(&label.location.span, &file.text);
        Some(Self { file: &file.shown, begin: file.line_column(span.start), end: file.line_column(span.end) })
    }

    fn json(&self) -> Value {
        let Self { file, begin, end } = self;
        json!({"file": file, "line": begin.0, "column": begin.1, "end_line": end.0, "end_column": end.1})
    }

    fn sarif(&self) -> Value {
        let Self { file, begin, end } = self;
        let region = json!({"startLine": begin.0, "startColumn": begin.1, "endLine": end.0, "endColumn": end.1});
        json!({"artifactLocation": {"uri": file}, "region": region})
    }
}

fn labels<'a>(problem: &'a Diagnostic, sources: &'a Sources) -> impl Iterator<Item = (Location<'a>, &'a str)> {
    problem.secondary.iter().filter_map(|label| Some((Location::of(label, sources)?, label.text.as_str())))
}

fn level(problem: &Diagnostic) -> &'static str {
    match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
