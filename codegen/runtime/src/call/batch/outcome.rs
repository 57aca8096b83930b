//! The outcome of an item of a batch.

use std::{fmt, ops::Deref, sync::Arc};

use crate::transport::error::{Error, ItemKeys};

/// The outcome of one item.
///
/// `Debug` shows the index and the kind of the result, not the item.
#[derive(Clone)]
#[non_exhaustive]
pub struct Outcome<I, R> {
    /// The position of the item in its source, from 0.
    pub index: usize,
    /// The item.
    pub item: I,
    /// The result of the item.
    pub result: ItemResult<R>,
}

/// The result of one item of a batch.
#[derive(Clone)]
pub enum ItemResult<R> {
    /// The item succeeded. Holds what the API returned for it, if that can be told: an API may leave out items, such as
    /// those that existed before.
    Done(Option<R>),
    /// The item was refused, or its call failed. [`Error::may_have_taken_effect`](crate::Error::may_have_taken_effect)
    /// tells whether it may have taken effect all the same.
    Failed(ItemError),
    /// The item was not sent, or not processed, because of the error of another item or call. Holds that error.
    NotAttempted(ItemError),
}

impl<I, R> Outcome<I, R> {
    /// Returns whether the item succeeded.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.result, ItemResult::Done(_))
    }

    /// Returns what the API returned for the item, if it succeeded and the response tells.
    #[must_use]
    pub fn done(&self) -> Option<&R> {
        match &self.result {
            ItemResult::Done(result) => result.as_ref(),
            ItemResult::Failed(_) | ItemResult::NotAttempted(_) => None,
        }
    }

    /// Returns why the item did not succeed, or `None` if it did.
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

/// Why an item did not succeed: the error of its call, which other items may share, and the problems of this item.
///
/// It derefs to the [`Error`]. `Display` shows the error; if the API says which fields of which items are at fault, it
/// names those of this item, as far as the request has them, and not those of its neighbours.
pub struct ItemError {
    error: Arc<Error>,
    problems: Vec<FieldProblem>,
}

impl ItemError {
    /// Returns the problems of this item, one per field: what the API says about it, or which limit of the
    /// specification it violates. Empty if no field is named.
    #[must_use]
    pub fn problems(&self) -> &[FieldProblem] {
        &self.problems
    }

    /// Returns the names of the fields of this item that are at fault.
    ///
    /// [`Error::field_keys`] returns those of the whole call, where each begins with the position of its item.
    pub fn field_keys(&self) -> impl Iterator<Item = &str> {
        self.problems.iter().map(|problem| problem.field.as_str()).filter(|field| !field.is_empty())
    }

    /// Returns what concerns this item, if the API says that.
    fn keys(&self) -> Option<ItemKeys<'_>> {
        let shown: Vec<_> = self.problems.iter().filter_map(FieldProblem::shown_field).collect();
        let more = self.problems.len() - shown.len();
        (!self.problems.is_empty()).then(|| ItemKeys {
            raw: self.problems.iter().map(|problem| problem.key.as_str()).collect(),
            shown: shown.into_iter().filter(|field| !field.is_empty()).map(str::to_owned).collect(),
            more,
        })
    }
}

/// A problem with a field of an item.
///
/// `Debug` shows only the name of the field, and only if the request has it: the text may repeat a value that was sent.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldProblem {
    /// The name of the field; empty if the problem is about the whole item.
    pub field: String,
    /// The problem, in the words of the API, or in those of [`Error`](crate::Error) if the item was not sent.
    pub text: String,
    /// The key in the response, with the position of the item.
    pub(crate) key: String,
    /// Whether the request has the field: other names may be personal data.
    pub(crate) is_known: bool,
}

impl FieldProblem {
    /// Returns the name of the field, if it may be shown.
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
        self.error.write(f, self.keys().as_ref())
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
