//! The examples of the documents, as the tests of generated crates have them.

use crate::finding::Unproved;
use crate::json::Json;

use super::{Prover, findings};

impl Prover<'_> {
    /// Decodes and encodes each example. The validator says which are wrong, and not the generator, for which misspelt
    /// keys are wrong as well.
    pub(super) fn examples(&mut self) {
        for example in &self.plan.examples {
            let Some(schema) = example.schema else { continue };
            let (Some(number), Some(value)) = (self.schemas.number(schema), Json::parse(&example.json)) else {
                continue;
            };
            self.proof.examples += 1;
            if self.verdict.accepts(number, &value) || self.verdict.nearly_accepts(number, &value) {
                self.value(schema, value);
            } else {
                let subject = self.verdict.refusal(number, &value).unwrap_or_default();
                let position = findings::position(self.plan, &example.place);
                self.proof.wrong_examples.push(Unproved { position, subject });
            }
        }
    }
}
