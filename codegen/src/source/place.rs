//! Between the parser's markers (lines, characters) and byte offsets.

/// Where each line of a text begins.
#[derive(Debug)]
pub(super) struct Lines(Vec<u32>);

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        Self(std::iter::once(0).chain(after_breaks).collect())
    }

    /// Where a line (from 1) begins; the end of the text for one that it does not have.
    pub(super) fn start(&self, text: &str, line: usize) -> usize {
        let start = line.checked_sub(1).and_then(|index| self.0.get(index));
        start.map_or(text.len(), |start| *start as usize)
    }

    /// The byte offset of a line (from 1) and a column (from 0, in characters).
    pub(super) fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let start = self.start(text, line);
        let rest = text.get(start..).unwrap_or_default();
        // Most lines are ASCII up to the column.
        match rest.as_bytes().get(..column) {
            Some(head) if head.is_ascii() => start + column,
            _ => start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at),
        }
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub(super) fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let before = text.get(..offset).unwrap_or(text);
        let line = self.0.partition_point(|start| *start as usize <= before.len());
        (line, before.get(self.start(text, line)..).unwrap_or_default().chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_offsets_count_bytes() {
        let text = "a: b\nß: é x\n";
        let lines = Lines::new(text);
        for (line, column, offset) in [(1, 0, 0), (1, 3, 3), (2, 0, 5), (2, 1, 7), (2, 5, 12), (9, 0, text.len())] {
            assert_eq!(lines.offset(text, line, column), offset, "{line}:{column}");
        }
        assert_eq!(lines.line_column(text, 0), (1, 1));
        assert_eq!(lines.line_column(text, 12), (2, 6));
        assert_eq!(lines.line_column(text, 99), (3, 1));
    }
}
