//! Between the parser's markers (lines, characters) and byte offsets.

/// Where each line of a text begins.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, starts: line_starts(text) }
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

/// Where each line of a text begins.
pub(super) fn line_starts(text: &str) -> Vec<usize> {
    let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after_breaks).collect()
}

/// Line and column of an offset, both from 1; of one that is none, those of the end.
pub(super) fn line_column(text: &str, starts: &[usize], offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = starts.partition_point(|start| *start <= before.len());
    let start = line.checked_sub(1).and_then(|index| starts.get(index)).copied().unwrap_or_default();
    (line, before.get(start..).unwrap_or_default().chars().count() + 1)
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
        let starts = line_starts(text);
        assert_eq!(line_column(text, &starts, 0), (1, 1));
        assert_eq!(line_column(text, &starts, 12), (2, 6));
        assert_eq!(line_column(text, &starts, 99), (3, 1));
    }
}
