//! `text/event-stream`, as the HTML standard describes it under "server-sent events".

use std::time::Duration;

/// An event before its data is decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RawEvent {
    pub(crate) data: String,
    pub(crate) event: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) retry: Option<Duration>,
}

/// The state between two chunks of a stream.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    /// The bytes of an incomplete line.
    rest: Vec<u8>,
    /// How many of them were searched for the end of the line.
    searched: usize,
    /// Whether the last byte was a CR: an LF that follows belongs to it.
    ended_by_cr: bool,
    event: RawEvent,
    has_data: bool,
    /// Of the last event that had one.
    id: Option<String>,
    started: bool,
}

impl Parser {
    /// Adds a chunk.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let Some(first) = bytes.first() else { return };
        let is_rest_of_an_end = std::mem::take(&mut self.ended_by_cr) && *first == b'\n';
        self.rest.extend_from_slice(bytes.get(usize::from(is_rest_of_an_end)..).unwrap_or_default());
    }

    /// Returns the length of the incomplete event, in bytes.
    pub(crate) fn pending(&self) -> usize {
        self.rest.len() + self.event.data.len()
    }

    /// Returns the next complete event: it ends with an empty line. An event without one at the end of the stream is
    /// dropped, as the standard says.
    pub(crate) fn next(&mut self) -> Option<RawEvent> {
        while let Some(line) = self.line() {
            let line = String::from_utf8_lossy(&line);
            let line = if std::mem::replace(&mut self.started, true) {
                &line
            } else {
                line.strip_prefix('\u{feff}').unwrap_or(&line)
            };
            if let Some(event) = self.take(line) {
                return Some(event);
            }
        }
        None
    }

    /// Returns a line without its end: LF, CR, or both.
    fn line(&mut self) -> Option<Vec<u8>> {
        let unsearched = self.rest.get(self.searched..).unwrap_or_default();
        let Some(found) = unsearched.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            self.searched = self.rest.len();
            return None;
        };
        let end = self.searched + found;
        let is_cr = self.rest.get(end) == Some(&b'\r');
        let width = if is_cr && self.rest.get(end + 1) == Some(&b'\n') { 2 } else { 1 };
        // Does not wait for an LF that may follow: the API may send nothing until the next event.
        self.ended_by_cr = is_cr && end + 1 == self.rest.len();
        let mut line: Vec<u8> = self.rest.drain(..end + width).collect();
        line.truncate(end);
        self.searched = 0;
        Some(line)
    }

    fn take(&mut self, line: &str) -> Option<RawEvent> {
        if line.is_empty() {
            let event = std::mem::take(&mut self.event);
            let has_data = std::mem::take(&mut self.has_data);
            return has_data.then(|| RawEvent { id: self.id.clone(), ..event });
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => {
                if self.has_data {
                    self.event.data.push('\n');
                }
                self.event.data.push_str(value);
                self.has_data = true;
            }
            "event" => self.event.event = Some(value.to_owned()),
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event.retry = value.parse().ok().map(Duration::from_millis);
            }
            // A comment or an unknown field.
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests;
