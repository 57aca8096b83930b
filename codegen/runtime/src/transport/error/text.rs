//! `Display` and `Debug` of an error.

use std::fmt;

use super::{Error, ErrorKind, Source};
use crate::types::redact;

/// What of an error concerns one item of a call.
pub(crate) struct ItemKeys<'a> {
    /// The keys of its problems, as the API wrote them.
    pub(crate) raw: Vec<&'a str>,
    /// The names of its fields that may be shown.
    pub(crate) shown: Vec<String>,
    /// How many others it has.
    pub(crate) more: usize,
}

impl Error {
    /// Writes the error as `Display` does: of the fields at fault only those of one item, if it has some.
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, item: Option<&ItemKeys<'_>>) -> fmt::Result {
        self.write_outcome(f, item)?;
        if let Some((done, count)) = self.parts() {
            write!(f, " (after {done} of its {count} parts)")?;
        }
        if self.may_have_taken_effect() {
            f.write_str("; it may have taken effect")?;
        }
        if let Some(id) = self.request_id() {
            let id = if self.0.problem.hides_id { "***" } else { redact::id(id) };
            write!(f, " [request {id}]")?;
        }
        if f.alternate() {
            let problem = &self.0.problem;
            let is_of_item = |key: &Option<String>| match (item, key) {
                (Some(item), Some(key)) => item.raw.contains(&key.as_str()),
                _ => true,
            };
            let details = problem.details.iter().filter(|detail| is_of_item(&detail.key));
            details.into_iter().try_for_each(|detail| write!(f, "; {}", detail.text))?;
            if problem.more > 0 {
                write!(f, "… and {} bytes more", grouped(problem.more))?;
            }
        }
        Ok(())
    }

    fn write_outcome(&self, f: &mut fmt::Formatter<'_>, item: Option<&ItemKeys<'_>>) -> fmt::Result {
        let failure = &*self.0;
        let message = &failure.message;
        let Some(operation) = failure.operation else { return f.write_str(message) };
        let name = operation.name;
        match failure.kind {
            ErrorKind::InvalidRequest | ErrorKind::Configuration => write!(f, "{name} was not sent: {message}"),
            ErrorKind::Transport
            | ErrorKind::Timeout
            | ErrorKind::RateLimit
            | ErrorKind::TooLarge
            | ErrorKind::EndlessPages => write!(f, "{name} failed: {message}"),
            ErrorKind::Api => {
                write!(f, "{name} failed: ")?;
                self.write_status(f)?;
                if !message.is_empty() {
                    write!(f, ": {message}")?;
                }
                let problem = &failure.problem;
                problem.title.as_ref().or(problem.message.as_ref()).map_or(Ok(()), |title| write!(f, ": {title}"))?;
                // The status is shown already.
                let code =
                    problem.code.as_ref().filter(|code| self.status().is_none_or(|status| status.as_str() != *code));
                code.map_or(Ok(()), |code| write!(f, " (code {code})"))?;
                match item {
                    Some(item) => write_keys(f, &item.shown, item.more),
                    None => write_keys(f, &problem.shown_keys, problem.other_keys()),
                }
            }
            ErrorKind::Decode => {
                write!(f, "{name} failed: cannot decode the response (")?;
                self.write_status(f)?;
                f.write_str(")")?;
                self.decode_path().map_or(Ok(()), |path| write!(f, " at {path}"))?;
                write!(f, ": {message}")
            }
        }
    }

    fn write_status(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(status) = self.status() else { return Ok(()) };
        match status.canonical_reason() {
            Some(reason) => write!(f, "{} {reason}", status.as_u16()),
            None => write!(f, "{}", status.as_u16()),
        }
    }
}

fn write_keys(f: &mut fmt::Formatter<'_>, shown: &[String], more: usize) -> fmt::Result {
    match (shown.join(", "), more) {
        (shown, 0) if shown.is_empty() => Ok(()),
        (shown, 0) => write!(f, " (fields: {shown})"),
        (shown, more) if shown.is_empty() => write!(f, " (fields: {more} that the request does not name)"),
        (shown, more) => write!(f, " (fields: {shown}, and {more} more)"),
    }
}

/// Formats a number with a comma between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, None)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &self.kind()).field("message", &format_args!("{self}"));
        if let Some(Source::Http(source)) = &self.0.source {
            debug.field("source", source);
        }
        debug.finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|source| match source {
            Source::Http(error) => error as _,
            Source::Foreign(error) => &**error as _,
        })
    }
}
