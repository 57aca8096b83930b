//! Between the parser's markers (lines, characters) and byte offsets.

/// Where each line of a text begins.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The byte offset of a line (from 1) and a column (from 0, in characters).
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let Some(start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return self.text.len();
        };
        let rest = self.text.get(*start..).unwrap_or_default();
        // Most lines are ASCII up to the column.
        match rest.as_bytes().get(..column) {
            Some(head) if head.is_ascii() => start + column,
            _ => start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at),
        }
    }
}

pub(super) fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before.get(line_start..).unwrap_or_default().chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_offsets_count_bytes() {
        let text = "a: b\nß: é x\n";
        let lines = Lines::new(text);
        for (line, column, offset) in [(1, 0, 0), (1, 3, 3), (2, 0, 5), (2, 1, 7), (2, 5, 12), (9, 0, text.len())] {
            assert_eq!(lines.offset(line, column), offset, "{line}:{column}");
        }
        assert_eq!(line_column(text, 0), (1, 1));
        assert_eq!(line_column(text, 12), (2, 6));
        assert_eq!(line_column(text, 99), (3, 1));
    }
}
