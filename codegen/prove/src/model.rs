//! Decodes and encodes values that somebody else made, such as recorded bodies.

use codegen::plan::{Kind, Plan};

use crate::choice::Choices;
use crate::decode::{Passed, pass};
use crate::finding::Reason;
use crate::json::Json;

/// What a generated crate does with JSON, ready to be asked.
pub struct Model<'a> {
    plan: &'a Plan,
    choices: Choices<'a>,
}

/// The result of decoding and encoding a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The JSON that comes back; `None` if the text is refused.
    pub encoded: Option<String>,
    /// What changes, in the order of the text.
    pub changes: Vec<Change>,
}

/// Something that decoding and encoding changes, or that no type describes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is.
    pub reason: Reason,
    /// Where it is in the value, such as `data[3].id`; empty for the whole.
    pub path: String,
    /// What happens.
    pub message: String,
}

impl<'a> Model<'a> {
    /// Creates the model of a plan.
    pub fn new(plan: &'a Plan) -> Self {
        Self { plan, choices: Choices::of(plan) }
    }

    /// Decodes a text as a type, and encodes it again. `None` if it is not JSON.
    pub fn pass(&self, kind: &Kind, text: &str) -> Option<Decoded> {
        let Passed { encoded, losses, .. } = pass(self.plan, &self.choices, kind, &Json::parse(text)?);
        let changes =
            losses.into_iter().map(|loss| Change { reason: loss.reason, path: loss.path, message: loss.message });
        Some(Decoded { encoded: encoded.map(|json| json.to_string()), changes: changes.collect() })
    }
}
