//! Formats diagnostics: code, message, location, source line, caret, other locations, help.

mod machine;

use std::env;
use std::io::{self, IsTerminal};
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use codegen::{Diagnostic, Label, Severity, SourceFile, Sources};

use crate::format::Format;

/// Returns all `diagnostics` in that format; `program` is the name of the tool that reports them.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, format: Format, program: &str) -> String {
    match format {
        Format::Text => all(diagnostics, sources, &renderer()),
        Format::Json => machine::json(diagnostics, sources),
        Format::Github => machine::github(diagnostics, sources),
        Format::Sarif => machine::sarif(diagnostics, sources, program),
    }
}

/// Whether stderr is coloured: on a terminal, unless the user objects.
fn renderer() -> Renderer {
    let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if io::stderr().is_terminal() && !plain { Renderer::styled() } else { Renderer::plain() }
}

/// Formats all `diagnostics` in the given order, with an empty line after each.
fn all(diagnostics: &[Diagnostic], sources: &Sources, renderer: &Renderer) -> String {
    diagnostics.iter().map(|diagnostic| one(diagnostic, sources, renderer) + "\n\n").collect()
}

fn one(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(one_line(&diagnostic.message)).id(diagnostic.code.as_str());
    let excerpts = excerpts(diagnostic, sources);
    let mut group = Group::with_title(title).elements(excerpts.iter().map(Excerpt::snippet));
    if let Some(help) = &diagnostic.help {
        group = group
            .element(Level::HELP.message(help.lines().map(normalize_untrusted_str).collect::<Vec<_>>().join("\n")));
    }
    with_places(&renderer.render(&[group]), &excerpts)
}

/// How many bytes around a location are read: locations that are further apart are shown separately, and longer lines
/// are cut on either side. The renderer takes time for all the text that it gets.
const NEAR: usize = 4096;

/// The maximum length of a caret, in characters.
const WIDE: usize = 80;

/// A part of a file, with the locations of a diagnostic in it.
struct Excerpt<'a> {
    file: &'a SourceFile,
    labels: Vec<(&'a Label, AnnotationKind)>,
}

/// Returns an excerpt for each group of nearby locations in a file; that of the primary location comes first.
fn excerpts<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Excerpt<'a>> {
    let primary = diagnostic.primary.iter().map(|label| (label, AnnotationKind::Primary));
    let secondary = diagnostic.secondary.iter().map(|label| (label, AnnotationKind::Context));
    let mut excerpts: Vec<Excerpt<'_>> = Vec::new();
    for (label, kind) in primary.chain(secondary) {
        let Label { location, .. } = label;
        let is_near = |(other, _): &(&Label, _)| {
            other.location.file == location.file && other.location.span.start.abs_diff(location.span.start) <= NEAR
        };
        match excerpts.iter_mut().find(|excerpt| excerpt.labels.iter().any(is_near)) {
            Some(excerpt) => excerpt.labels.push((label, kind)),
            None => {
                let file = sources.file(location.file);
                excerpts.extend(file.map(|file| Excerpt { file, labels: vec![(label, kind)] }));
            }
        }
    }
    excerpts
}

impl<'a> Excerpt<'a> {
    fn snippet(&self) -> Snippet<'a, Annotation<'a>> {
        let text = &self.file.text;
        let spans: Vec<_> = self.labels.iter().map(|(label, _)| first_line(&label.location.span, text)).collect();
        let lines = lines_of(&spans, text);
        let annotations = self.labels.iter().zip(&spans).map(|((label, kind), span)| {
            let annotation = kind.span(span.start - lines.start..span.end - lines.start);
            if label.text.is_empty() { annotation } else { annotation.label(one_line(&label.text)) }
        });
        Snippet::source(text.get(lines.clone()).unwrap_or_default())
            .line_start(self.file.line_column(lines.start).0)
            .path(PLACE)
            .annotations(annotations)
    }

    /// The location: that of the first label, which is the primary one in the first excerpt.
    fn place(&self) -> String {
        let offset = self.labels.first().map_or(0, |(label, _)| label.location.span.start);
        let (line, column) = self.file.line_column(offset);
        format!("{}:{line}:{column}", self.file.shown)
    }
}

/// A placeholder for the path of a snippet, because the renderer counts lines and columns from the start of the
/// excerpt. It escapes control characters in other texts, so this cannot occur there.
const PLACE: &str = "\0";

/// Replaces the placeholders in the rendered text by the locations of these excerpts.
fn with_places(shown: &str, excerpts: &[Excerpt<'_>]) -> String {
    let mut parts = shown.split(PLACE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (excerpt, part) in excerpts.iter().zip(parts) {
        text += &excerpt.place();
        text += part.trim_start_matches(|next: char| next == ':' || next.is_ascii_digit());
    }
    text
}

/// Returns the lines of the spans, and those between, as far as they are near. For an empty line, where there is
/// nothing to point at, returns the whole text.
fn lines_of(spans: &[Range<usize>], text: &str) -> Range<usize> {
    let first = spans.iter().map(|span| span.start).min().unwrap_or_default();
    let last = spans.iter().map(|span| span.end).max().unwrap_or_default();
    let (begin, end) = (boundary_before(text, first.saturating_sub(NEAR)), boundary_after(text, last + NEAR));
    let start = text.get(begin..first).and_then(|before| before.rfind('\n')).map_or(begin, |at| begin + at + 1);
    let end = text.get(last..end).and_then(|after| after.find('\n')).map_or(end, |at| last + at + 1);
    if text.get(start..end).is_none_or(|lines| lines.trim().is_empty()) { 0..text.len() } else { start..end }
}

/// Returns the part of `span` on its first line: a caret under the key of a mapping says more than a bracket around all
/// of it. The renderer panics at offsets outside of the text or inside of a character, so this avoids both.
fn first_line(span: &Range<usize>, text: &str) -> Range<usize> {
    let start = boundary_before(text, span.start);
    let end = boundary_after(text, span.end.max(start));
    let part = text.get(start..end).unwrap_or_default();
    let part = part.char_indices().nth(WIDE).map_or(part, |(at, _)| part.split_at(at).0);
    start..start + part.lines().next().unwrap_or_default().trim_end().len()
}

/// Returns the last boundary of a character at `index` or before.
fn boundary_before(text: &str, index: usize) -> usize {
    (0..=index.min(text.len())).rev().find(|index| text.is_char_boundary(*index)).unwrap_or_default()
}

/// Returns the first boundary of a character at `index` or after.
fn boundary_after(text: &str, index: usize) -> usize {
    (index..text.len()).find(|index| text.is_char_boundary(*index)).unwrap_or(text.len())
}

fn one_line(text: &str) -> String {
    normalize_untrusted_str(&text.lines().collect::<Vec<_>>().join(" "))
}

/// Returns how many of the diagnostics are errors, and how many are warnings.
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
    (errors, diagnostics.len() - errors)
}

/// Returns the count with the noun: `1 file`, `2 files`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_cut_to_their_first_line_and_to_the_text() {
        let text = "paths:\n  /käse:\n    get: {}\n";
        let cases = [
            ("a word", 0..5, "paths"),
            ("a mapping", 9..27, "/käse:"),
            ("from within a character", 12..17, "äse:"),
            ("to within a character", 9..12, "/kä"),
            ("nothing", 7..7, ""),
            ("the end", 28..28, ""),
            ("reversed", Range { start: 9, end: 3 }, ""),
            ("past the end", 900..901, ""),
        ];
        for (what, span, expected) in cases {
            let part = first_line(&span, text);
            assert_eq!(text.get(part), Some(expected), "{what}");
        }
    }

    #[test]
    fn lines_are_whole_and_those_of_all_spans() {
        let text = "a: 1\nbé: 2\n\nc: 3";
        for (what, spans, expected) in [
            ("one", [(0, 1)].as_slice(), "a: 1\n"),
            ("from within", &[(8, 11)], "bé: 2\n"),
            ("with those between", &[(13, 14), (5, 6)], "bé: 2\n\nc: 3"),
            ("an empty one", &[(12, 12)], text),
            ("none", &[], "a: 1\n"),
        ] {
            let spans: Vec<_> = spans.iter().map(|(start, end)| *start..*end).collect();
            assert_eq!(text.get(lines_of(&spans, text)), Some(expected), "{what}");
        }
    }

    #[test]
    fn of_a_long_line_only_what_is_near_is_read() {
        let text = format!("first\n{}", "é".repeat(9 * NEAR));
        for (start, expected) in
            [(20, 6..22 + NEAR), (5 * NEAR, 4 * NEAR..6 * NEAR + 2), (text.len(), text.len() - NEAR..text.len())]
        {
            assert_eq!(lines_of(std::slice::from_ref(&(start..start + 2)), &text), expected, "{start}");
        }
    }

    #[test]
    fn places_in_a_document_of_one_line_are_exact() {
        let tags = vec!["\"fur and feathers\""; 9 * NEAR].join(",");
        let text = format!(
            r#"{{"x-ü":[{tags}],"openapi":"3.0.3","info":{{"title":"Zoo","version":"1"}},"paths":{{"/a":{{"get":{{}}}}}}}}"#
        );
        let column = text.chars().count() - 4;
        assert!(text.ends_with(r#"{}}}}"#));
        let path = std::path::PathBuf::from("zoo.json");
        let files = [(path.clone(), text.into_bytes())].into();
        let options = codegen::Options::new("zoo".to_owned(), codegen::Runtime::Version("1".to_owned()));
        let generated = codegen::generate_from(&files, &[path], &options);
        for renderer in [Renderer::plain(), Renderer::styled()] {
            let shown = all(&generated.diagnostics, &generated.sources, &renderer);
            assert!(shown.contains(&format!("zoo.json:1:{column}")), "{shown}");
            assert!(!shown.contains('\0') && shown.len() < 2000, "{shown}");
        }
    }

    #[test]
    fn places_far_apart_are_shown_each_by_itself() {
        let text = |gap: usize| {
            let operation = "{operationId: read, responses: {'200': {description: It.}}}";
            let gap = "# Nothing.\n".repeat(gap);
            format!(
                "openapi: 3.0.3\ninfo: {{title: Zoo, version: '1'}}\npaths:\n  /a: {{get: {operation}}}\n{gap}  /b: {{get: {operation}}}\n"
            )
        };
        for (gap, second) in [(10, "\n...\n15 |"), (NEAR, ":::")] {
            let path = std::path::PathBuf::from("zoo.yaml");
            let files = [(path.clone(), text(gap).into_bytes())].into();
            let options = codegen::Options::new("zoo".to_owned(), codegen::Runtime::Version("1".to_owned()));
            let generated = codegen::generate_from(&files, &[path], &options);
            let shown = all(&generated.diagnostics, &generated.sources, &Renderer::plain());
            assert!(shown.contains("zoo.yaml:") && shown.contains(second), "{gap}:\n{shown}");
        }
    }

    #[test]
    fn places_at_the_edges_of_a_text_are_rendered() {
        for text in ["", "a", "a\n", "a\r\n", "ä"] {
            let spans = (0..=text.len()).map(|start| first_line(&(start..text.len()), text));
            for span in spans {
                let snippet = Snippet::source(text).path("a.yaml").annotation(AnnotationKind::Primary.span(span));
                let shown =
                    Renderer::plain().render(&[Group::with_title(Level::ERROR.primary_title("x")).element(snippet)]);
                assert!(shown.contains("--> a.yaml:1:") || shown.contains("--> a.yaml:2:"), "{text:?}\n{shown}");
            }
        }
    }
}
