//! Between the parser's markers (lines, characters) and byte offsets.

/// Where each line of a text begins.
#[derive(Debug)]
pub(super) struct Lines(Vec<u32>);

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        // A `\r` alone is a break to YAML's parser, which counts the lines.
        let is_break = |at: usize, byte: u8| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let breaks = bytes.iter().enumerate().filter(|(at, byte)| is_break(*at, **byte));
        Self(std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect())
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
    fn breaks_are_those_of_yaml() {
        let text = "a\nb\r\nc\rd";
        let lines = Lines::new(text);
        for (offset, place) in [(0, (1, 1)), (2, (2, 1)), (4, (2, 3)), (5, (3, 1)), (7, (4, 1)), (8, (4, 2))] {
            assert_eq!(lines.line_column(text, offset), place, "{offset}");
        }
        assert_eq!(lines.offset(text, 4, 0), 7);
    }

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
