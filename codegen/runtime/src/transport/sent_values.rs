//! What a call sent, as data: the API may repeat it in its response to a call that failed.

use std::collections::HashSet;

use crate::types::secret::Secret;

/// The values and names that a call sent. It has no `Debug`: they may be personal data.
#[derive(Clone, Default)]
pub(crate) struct SentValues {
    /// The name of the operation, as in `v1.pets.create`.
    pub(crate) operation: &'static str,
    /// What must never be shown, of any length: the credentials, and secrets in parameters and in the body.
    pub(crate) secrets: Vec<Secret>,
    /// All values of the parameters, the headers and the body.
    pub(crate) values: Vec<String>,
    pub(crate) names: SentNames,
}

/// The names that a call sent: of its parameters, and of the fields of its body.
#[derive(Clone, Default)]
pub(crate) struct SentNames {
    pub(crate) names: HashSet<String>,
    /// The length of its longest array.
    pub(crate) items: usize,
}
