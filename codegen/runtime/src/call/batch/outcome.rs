//! What became of an item.

use std::{fmt, ops::Deref, sync::Arc};

use crate::transport::error::Error;

/// What became of one item.
///
/// `Debug` shows the index and the kind of the result, not the item.
#[derive(Clone)]
#[non_exhaustive]
pub struct Outcome<I, R> {
    /// The place of the item in its source, from 0.
    pub index: usize,
    /// The item as it was given.
    pub item: I,
    /// What became of it.
    pub result: ItemResult<R>,
}

/// What became of one item of many.
#[derive(Clone)]
pub enum ItemResult<R> {
    /// It was carried out. With what the API answered about it, if that can be told: an API may leave an item out of its
    /// answer, such as one that was there before.
    Done(Option<R>),
    /// It was refused, or its call failed. [`Error::may_have_taken_effect`](crate::Error::may_have_taken_effect)
    /// tells whether it may have happened all the same.
    Failed(ItemError),
    /// Nothing happened to it, because of an error of another item or call, which is this one.
    NotAttempted(ItemError),
}

impl<I, R> Outcome<I, R> {
    /// Whether the item was carried out.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.result, ItemResult::Done(_))
    }

    /// What the API answered about the item, if it was carried out, and the answer tells.
    #[must_use]
    pub fn done(&self) -> Option<&R> {
        match &self.result {
            ItemResult::Done(result) => result.as_ref(),
            ItemResult::Failed(_) | ItemResult::NotAttempted(_) => None,
        }
    }

    /// Why the item was not carried out; `None` if it was.
    #[must_use]
    pub fn error(&self) -> Option<&ItemError> {
        match &self.result {
            ItemResult::Done(_) => None,
            ItemResult::Failed(error) | ItemResult::NotAttempted(error) => Some(error),
        }
    }

    pub(super) fn new(index: usize, item: I, result: ItemResult<R>) -> Self {
        Self { index, item, result }
    }

    pub(super) fn failed(index: usize, item: I, error: &Arc<Error>, problems: Vec<FieldProblem>) -> Self {
        Self::new(index, item, ItemResult::Failed(ItemError { error: Arc::clone(error), problems }))
    }

    pub(super) fn not_attempted(index: usize, item: I, error: &Arc<Error>) -> Self {
        let error = ItemError { error: Arc::clone(error), problems: Vec::new() };
        Self::new(index, item, ItemResult::NotAttempted(error))
    }
}

/// Why an item was not carried out: the error of its call, which other items may share, and what of it is about this item.
///
/// It derefs to the [`Error`]. `Display` shows that of the error, and the names of the fields at fault
/// that are in the request.
pub struct ItemError {
    error: Arc<Error>,
    problems: Vec<FieldProblem>,
}

impl ItemError {
    /// What is wrong with this item, a field at a time: what the API says about it, or which limit of the specification
    /// it breaks; empty if no field is named.
    #[must_use]
    pub fn problems(&self) -> &[FieldProblem] {
        &self.problems
    }
}

/// What is wrong with a field of an item.
///
/// `Debug` shows the name of the field alone, if it is one of the request: the text may repeat what was sent.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldProblem {
    /// The name of the field; empty if it is about the item as a whole.
    pub field: String,
    /// What is wrong there: in the API's words, or in those of [`Error`](crate::Error) where the item was not sent.
    pub text: String,
    /// Whether the field is one of the request: others may be anyone's words.
    pub(crate) is_known: bool,
}

impl FieldProblem {
    /// The name of the field, if it may be shown.
    fn shown_field(&self) -> Option<&str> {
        (self.is_known || self.field.is_empty()).then_some(&self.field)
    }
}

impl fmt::Debug for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldProblem").field("field", &self.shown_field().unwrap_or("<key>")).finish_non_exhaustive()
    }
}

impl Clone for ItemError {
    fn clone(&self) -> Self {
        Self { error: Arc::clone(&self.error), problems: self.problems.clone() }
    }
}

impl Deref for ItemError {
    type Target = Error;

    fn deref(&self) -> &Error {
        &self.error
    }
}

impl fmt::Display for ItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)?;
        let named: Vec<_> = self.problems.iter().filter(|problem| !problem.field.is_empty()).collect();
        let shown: Vec<_> = named.iter().filter_map(|problem| problem.shown_field()).collect();
        match (shown.join(", "), named.len() - shown.len()) {
            (shown, 0) if shown.is_empty() => Ok(()),
            (shown, 0) => write!(f, " (here: {shown})"),
            (shown, more) if shown.is_empty() => write!(f, " (here: {more} that the request does not name)"),
            (shown, more) => write!(f, " (here: {shown}, and {more} more)"),
        }
    }
}

impl fmt::Debug for ItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemError").field("error", &self.error).field("problems", &self.problems).finish()
    }
}

impl std::error::Error for ItemError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&*self.error)
    }
}

impl<R> fmt::Debug for ItemResult<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Done(result) => f.write_str(if result.is_some() { "Done(..)" } else { "Done" }),
            Self::Failed(error) => f.debug_tuple("Failed").field(error).finish(),
            Self::NotAttempted(error) => f.debug_tuple("NotAttempted").field(error).finish(),
        }
    }
}

impl<I, R> fmt::Debug for Outcome<I, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome").field("index", &self.index).field("result", &self.result).finish_non_exhaustive()
    }
}
