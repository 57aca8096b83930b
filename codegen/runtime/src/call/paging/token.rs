//! Resume tokens of lists.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::walk::{Mark, Position};

/// A position in a list, from which a stream of its items or pages can continue, also in another process or on another
/// day.
///
/// It is a short string (`Display`, `FromStr`, and with serde) of the operation, the position, and a fingerprint of the
/// filters, which does not reveal them. Do not show it to anyone who must not see the list: it contains a cursor of the
/// API.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ResumeToken {
    pub(super) operation: Box<str>,
    /// A fingerprint of the filters and the page size: page numbers are meaningless without these.
    pub(super) filters: u64,
    pub(super) mark: Mark,
    /// How many items of the page are skipped.
    pub(super) skip: usize,
}

impl ResumeToken {
    /// Returns the operation that the token belongs to, such as `v1.pets.list`.
    #[must_use]
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// Returns whether nothing is left to read.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.mark.position == Position::End
    }
}

/// The version of the format, which is its first field.
const FORM: &str = "1";

impl fmt::Display for ResumeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, filters, mark: Mark { part, position }, skip } = self;
        write!(f, "{FORM};{operation};{filters:x};{part};{skip};")?;
        match position {
            Position::First => f.write_str("first"),
            Position::Number(number) => write!(f, "page={number}"),
            Position::Skip(items) => write!(f, "skip={items}"),
            // It is the last field, because it may hold anything.
            Position::After(cursor) => write!(f, "after={cursor}"),
            Position::End => f.write_str("end"),
        }
    }
}

/// Shows only the operation.
impl fmt::Debug for ResumeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResumeToken").field("operation", &self.operation).finish_non_exhaustive()
    }
}

/// A string that is not a [`ResumeToken`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseResumeTokenError(());

impl fmt::Display for ParseResumeTokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a resume token of this version of the client: begin at the first page")
    }
}

impl std::error::Error for ParseResumeTokenError {}

impl FromStr for ResumeToken {
    type Err = ParseResumeTokenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or(ParseResumeTokenError(()))
    }
}

fn parse(text: &str) -> Option<ResumeToken> {
    let mut fields = text.splitn(6, ';');
    (fields.next()? == FORM).then_some(())?;
    let operation = fields.next()?.into();
    let filters = u64::from_str_radix(fields.next()?, 16).ok()?;
    let part = fields.next()?.parse().ok()?;
    let skip = fields.next()?.parse().ok()?;
    let position = match fields.next()? {
        "first" => Position::First,
        "end" => Position::End,
        place => match place.split_once('=')? {
            ("page", number) => Position::Number(number.parse().ok().filter(|number| *number > 0)?),
            ("skip", items) => Position::Skip(items.parse().ok()?),
            ("after", cursor) => Position::After(cursor.into()),
            _ => return None,
        },
    };
    Some(ResumeToken { operation, filters, mark: Mark { part, position }, skip })
}

impl Serialize for ResumeToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ResumeToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
