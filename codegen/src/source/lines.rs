//! Converts between the parser's markers (lines, characters) and byte offsets.

/// The distance of the character counts, in bytes, so that columns are found fast even in a document of one long line.
const BLOCK: usize = 4096;

/// The start of each line of a text, and the number of characters that start before each block.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<u32>,
    characters: Vec<u32>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        // To the YAML parser, which counts the lines, a `\r` alone is a line break.
        let is_break = |at: usize, byte: u8| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let breaks = bytes.iter().enumerate().filter(|(at, byte)| is_break(*at, **byte));
        let counts = bytes.chunks_exact(BLOCK).scan(0, |before, block| {
            *before += count(block) as u32;
            Some(*before)
        });
        Self {
            starts: std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect(),
            characters: std::iter::once(0).chain(counts).collect(),
        }
    }

    /// Returns the byte offset of a line (from 1) and a column (from 0, in characters).
    pub(super) fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let start = self.start(text, line);
        // Most lines are short, and ASCII up to the column.
        match text.as_bytes().get(start..start + column) {
            Some(head) if column < BLOCK && head.is_ascii() => start + column,
            _ => self.nth(text, self.before(text, start) + column),
        }
    }

    /// Returns the line and column of a byte offset, both from 1; the column counts characters.
    pub(super) fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        (line, self.before(text, offset) - self.before(text, self.start(text, line)) + 1)
    }

    /// Returns the start of a line (from 1); the end of the text if there is no such line.
    fn start(&self, text: &str, line: usize) -> usize {
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index));
        start.map_or(text.len(), |start| *start as usize)
    }

    /// Returns the number of characters that start before a byte.
    fn before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        let counted = self.characters.get(block).map_or(0, |before| *before as usize);
        counted + count(text.as_bytes().get(block * BLOCK..offset).unwrap_or_default())
    }

    /// Returns the byte offset of the character with this index; the end of the text if there are fewer.
    fn nth(&self, text: &str, character: usize) -> usize {
        let block = self.characters.partition_point(|before| *before as usize <= character).saturating_sub(1);
        let counted = self.characters.get(block).map_or(0, |before| *before as usize);
        let bytes = text.as_bytes().iter().enumerate().skip(block * BLOCK);
        let mut starts = bytes.filter(|(_, byte)| begins(**byte)).skip(character - counted);
        starts.next().map_or(text.len(), |(at, _)| at)
    }
}

/// Returns the number of characters that start in these bytes of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins(**byte)).count()
}

/// Returns whether this byte of UTF-8 is the first of a character.
fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_are_those_of_yaml() {
        let text = "a\nb\r\nc\rd";
        let lines = Lines::new(text);
        for (offset, location) in [(0, (1, 1)), (2, (2, 1)), (4, (2, 3)), (5, (3, 1)), (7, (4, 1)), (8, (4, 2))] {
            assert_eq!(lines.line_column(text, offset), location, "{offset}");
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

    #[test]
    fn long_lines_are_counted_as_short_ones() {
        let long = "né 鳥🐦".repeat(BLOCK / 4);
        for text in [format!("ab\n{long}"), long, "a".repeat(2 * BLOCK), "é".repeat(BLOCK)] {
            let lines = Lines::new(&text);
            let (mut line, mut column) = (1, 0);
            for (offset, character) in text.char_indices() {
                assert_eq!(lines.offset(&text, line, column), offset);
                assert_eq!(lines.line_column(&text, offset), (line, column + 1));
                (line, column) = if character == '\n' { (line + 1, 0) } else { (line, column + 1) };
            }
            assert_eq!(lines.offset(&text, line, column), text.len());
            assert_eq!(lines.line_column(&text, text.len()), (line, column + 1));
        }
    }
}
