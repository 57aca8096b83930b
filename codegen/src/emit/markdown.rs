//! Converts the CommonMark of a document to CommonMark that rustdoc renders without a warning.
//!
//! A parser and a printer of CommonMark would rewrite everything in the printer's style. This module keeps the author's
//! text except for line breaks and what rustdoc would warn about, so that a diff shows what the author changed.

/// Lines longer than this are wrapped.
const WIDTH: usize = 96;

/// Converts text for a doc comment: wraps its paragraphs, and escapes what looks like links or HTML.
pub(super) fn prose(text: &str) -> String {
    let mut result: Vec<String> = Vec::new();
    let mut open = String::new();
    let mut fence: Option<String> = None;
    let mut lists = Lists::default();
    for line in text.trim().lines() {
        let trimmed = line.trim();
        if let Some(mark) = &fence {
            let ends = trimmed.starts_with(mark.as_str());
            result.push(line.trim_end().to_owned());
            if ends {
                fence = None;
            }
            continue;
        }
        let begins_fence = trimmed.starts_with("```") || trimmed.starts_with("~~~");
        if begins_fence || trimmed.is_empty() || is_item(trimmed) || trimmed.starts_with(['|', '#', '>']) {
            fill(&std::mem::take(&mut open), &mut result);
        }
        if begins_fence {
            let (mark, language) = trimmed.split_at(3);
            result.push(format!("{mark}{}", self::language(language)));
            fence = Some(mark.to_owned());
        } else if trimmed.is_empty() {
            result.push(String::new());
        } else if trimmed.starts_with(['|', '#', '>']) {
            result.push(escape(trimmed));
        } else if open.is_empty() {
            open = format!("{}{trimmed}", " ".repeat(lists.indent(line)));
        } else {
            open = format!("{open} {trimmed}");
        }
        // Two spaces at the end are a hard line break.
        if line.ends_with("  ") && !open.is_empty() {
            open.push('\\');
            fill(&std::mem::take(&mut open), &mut result);
        }
    }
    fill(&open, &mut result);
    result.extend(fence);
    result.join("\n")
}

/// Returns the language of a code block. Without one, or with that of Rust, rustdoc would compile the code; and it
/// treats what follows the language as attributes.
fn language(info: &str) -> &str {
    let is_part = |char: char| char.is_alphanumeric() || "+-_#".contains(char);
    let language = info.trim().split(|char| !is_part(char)).next().unwrap_or_default();
    let is_rust = ["rust", "ignore", "no_run", "should_panic", "compile_fail", "edition", "standalone", "test_harness"]
        .iter()
        .any(|attribute| language.starts_with(attribute));
    if language.is_empty() || is_rust { "text" } else { language }
}

/// The list items that may contain a line: the original indentation of each, and the new one of its content.
#[derive(Default)]
struct Lists(Vec<(usize, usize)>);

impl Lists {
    /// Returns the indentation of the first line of an item or a paragraph. Indentation varies between documents, and
    /// four extra spaces would start a code block.
    fn indent(&mut self, line: &str) -> usize {
        let trimmed = line.trim_start();
        let written = line.len() - trimmed.len();
        let item = is_item(trimmed);
        while self.0.last().is_some_and(|(outer, _)| *outer >= written) {
            self.0.pop();
        }
        let indent = self.0.last().map_or(0, |(_, text)| *text);
        if item {
            let marker = trimmed.find(' ').map_or(2, |at| at + 1);
            self.0.push((written, indent + marker));
        }
        indent
    }
}

/// Returns the first paragraph on one line, for a list.
pub(super) fn first_paragraph(text: &str) -> String {
    let mut paragraphs = text.trim().split("\n\n").map(str::trim);
    let first = paragraphs.clone().next().unwrap_or_default();
    // A heading alone says nothing.
    let paragraph = paragraphs.find(|paragraph| !paragraph.starts_with('#')).unwrap_or(first);
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_item(line: &str) -> bool {
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || line
            .split_once(". ")
            .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns text as a code span, even if it contains backticks.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    if longest == 0 {
        return format!("`{text}`");
    }
    let marks = "`".repeat(longest + 1);
    format!("{marks} {text} {marks}")
}

/// Wraps a paragraph of generated text, whose links are kept.
pub(super) fn filled(paragraph: &str) -> String {
    let mut lines = Vec::new();
    break_lines(paragraph, paragraph, &mut lines);
    lines.join("\n")
}

/// Escapes a paragraph, and wraps it.
fn fill(paragraph: &str, result: &mut Vec<String>) {
    if !paragraph.is_empty() {
        break_lines(paragraph, &escape(paragraph.trim_start()), result);
    }
}

/// Wraps a text; lines after the first are indented like the content of an item.
fn break_lines(paragraph: &str, text: &str, result: &mut Vec<String>) {
    let outer = paragraph.len() - paragraph.trim_start().len();
    let inner = outer + if is_item(text) { text.find(' ').map_or(0, |at| at + 1) } else { 0 };
    let mut line = " ".repeat(outer);
    let mut words = 0;
    for word in text.split_whitespace() {
        // A line must not start with something that starts a list or a heading.
        if words > 0 && line.chars().count() + 1 + word.chars().count() > WIDTH && !begins_block(word) {
            result.push(std::mem::replace(&mut line, " ".repeat(inner)));
            words = 0;
        }
        if words > 0 {
            line.push(' ');
        }
        line.push_str(word);
        words += 1;
    }
    result.push(line);
}

fn begins_block(word: &str) -> bool {
    is_item(&format!("{word} ")) || word.starts_with(['#', '>', '=', '|', '~'])
}

/// Escapes text that rustdoc would treat as an intra-doc link or a tag, outside code spans; converts bare URLs to
/// links.
fn escape(line: &str) -> String {
    if !line.contains(['<', '[']) && !line.contains("://") {
        return line.to_owned();
    }
    let mut result = String::with_capacity(line.len());
    for (index, part) in line.split('`').enumerate() {
        if index > 0 {
            result.push('`');
        }
        // Every second part is a code span, if the span ends on this line.
        let in_code = index % 2 == 1 && index < line.split('`').count() - 1;
        if in_code { result.push_str(part) } else { escape_prose(part, &mut result) }
    }
    result
}

fn escape_prose(text: &str, result: &mut String) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let before = result.chars().next_back();
        let (taken, tail) = rest.split_at(first.len_utf8());
        match first {
            '<' if !tail.starts_with("http")
                && tail.starts_with(|next: char| next.is_alphabetic() || "/!?".contains(next)) =>
            {
                result.push_str("\\<");
            }
            '[' if !is_link(tail) => result.push_str("\\["),
            'h' if (rest.starts_with("https://") || rest.starts_with("http://"))
                && !matches!(before, Some('<' | '(')) =>
            {
                let end =
                    rest.find(|char: char| char.is_whitespace() || "<>)]\"'".contains(char)).unwrap_or(rest.len());
                let (url, tail) = rest.split_at(end);
                let trimmed = url.trim_end_matches(['.', ',', ';', ':', '!', '?']);
                result.push_str(&format!("<{trimmed}>{}", url.get(trimmed.len()..).unwrap_or_default()));
                rest = tail;
                continue;
            }
            _ => result.push_str(taken),
        }
        rest = tail;
    }
}

/// Returns whether the text after a `[` is the rest of an inline link, and not of one that rustdoc would resolve as a
/// name.
fn is_link(tail: &str) -> bool {
    let target = tail.split_once("](").and_then(|(text, after)| (!text.contains(']')).then_some(after));
    target.and_then(|after| after.split_once(')')).is_some_and(|(target, _)| target.contains(['/', '#', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_kept_from_rustdocs_mistakes() {
        for (text, expected) in [
            ("see https://example.org/a.", "see <https://example.org/a>."),
            ("<https://example.org>", "<https://example.org>"),
            ("[docs](https://example.org)", "[docs](https://example.org)"),
            ("a list [1, 2]", "a list \\[1, 2]"),
            ("`Vec<T>` and [x] `[y]`", "`Vec<T>` and \\[x] `[y]`"),
            ("text <b>bold</b>, 1 < 2", "text \\<b>bold\\</b>, 1 < 2"),
            ("```\nlet x;\n```", "```text\nlet x;\n```"),
            ("```json\n{}\n```", "```json\n{}\n```"),
            ("```json title=\"An item\" copy\n{}\n```", "```json\n{}\n```"),
            ("```rust\nfn main() {}\n```", "```text\nfn main() {}\n```"),
            ("    indented", "indented"),
            ("callout:\n      * one\n        * inner\n      * two", "callout:\n* one\n  * inner\n* two"),
            ("- item\n\n    more of it\n\nall else", "- item\n\n  more of it\n\nall else"),
            ("a\n\n- item\n- item", "a\n\n- item\n- item"),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
    }

    #[test]
    fn long_lines_wrap_below_their_list_item() {
        let words = ["word"; 30].join(" ");
        let wrapped = prose(&format!("- {words}"));
        let lines: Vec<_> = wrapped.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("- word") && lines[1].starts_with("  word"));
        assert!(lines.iter().all(|line| line.len() <= WIDTH));
    }

    #[test]
    fn a_filled_line_begins_no_list() {
        let long = "x".repeat(WIDTH - 2);
        assert_eq!(
            prose(&format!("{long} - after 7. that")),
            format!("{long} - after 7.\nthat").replace(" - after 7.\n", " -\nafter 7. ")
        );
    }

    #[test]
    fn paragraphs_are_filled() {
        assert_eq!(prose("one\ntwo\n\nthree\n- four\n  five\nsix"), "one two\n\nthree\n- four five six");
        assert_eq!(prose("one  \ntwo"), "one\\\ntwo");
    }
}
