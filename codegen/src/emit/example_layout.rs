//! The layout of example code: similar to rustfmt, as far as it matters to readers.

use crate::ir::Ident;

/// The maximum line length, which fits into a doc comment.
pub(super) const LINE: usize = 92;

/// Formats a method call. Arguments of several lines are on lines of their own, unless a single one ends with its
/// bracket.
pub(super) fn called(method: &Ident, arguments: &[String]) -> String {
    let is_hugged = |argument: &String| argument.lines().last().is_some_and(|line| line.starts_with(['}', ']']));
    match arguments {
        [single] if is_hugged(single) => format!(".{method}({single})"),
        all if all.iter().any(|argument| argument.contains('\n')) => {
            let lines: Vec<_> = all.iter().map(|argument| format!("{},\n", indent(argument))).collect();
            format!(".{method}(\n{})", lines.concat())
        }
        all => format!(".{method}({})", all.join(", ")),
    }
}

/// Separates names with commas, with as many on a line as fit.
pub(super) fn packed(names: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if line.len() + name.len() + 2 < LINE - 4 => line.push_str(&format!(" {name},")),
            _ => lines.push(format!("{name},")),
        }
    }
    lines
}

pub(super) fn indent(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// Formats an array, on one line if each of its items is.
pub(super) fn list(items: &[String]) -> String {
    let one_line = format!("[{}]", items.join(", "));
    if one_line.contains('\n') || one_line.len() > 80 {
        let items: Vec<_> = items.iter().map(|item| format!("{},", indent(item))).collect();
        format!("[\n{}\n]", items.join("\n"))
    } else {
        one_line
    }
}

/// Puts a value of several lines on lines of its own, unless it is an array, which has brackets already.
pub(super) fn hang(value: &str) -> String {
    if value.contains('\n') && !value.starts_with('[') { format!("\n{},\n", indent(value)) } else { value.to_owned() }
}
