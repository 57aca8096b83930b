//! Marks of deliberate deviations, `x-deviations`: which difference is meant, and what it rests on.

use std::collections::BTreeSet;

use super::{Difference, Explanation};
use crate::check::Deviation;
use crate::diagnostic::{Code, Diagnostic, FileId};

/// The word for everything below a place.
const EVERYTHING: &str = "everything";

/// A mark, and whether it explains anything.
pub(super) struct Mark {
    deviation: Deviation,
    is_used: bool,
}

impl From<Deviation> for Mark {
    fn from(deviation: Deviation) -> Self {
        Self { deviation, is_used: false }
    }
}

/// Explains differences by marks: `files` are those of the places of the differences.
pub(super) fn explain(marks: &mut [Mark], differences: &mut [(FileId, Difference)]) {
    for (file, difference) in differences.iter_mut().filter(|(_, difference)| difference.explanation.is_none()) {
        let pointer = difference.here.pointer.as_str();
        let is_exact = |mark: &Mark| {
            mark.deviation.file == *file
                && mark.deviation.what == difference.what.as_str()
                && mark.deviation.pointer == pointer
        };
        let is_around = |mark: &Mark| {
            let rest = pointer.strip_prefix(mark.deviation.pointer.as_str());
            mark.deviation.file == *file
                && mark.deviation.what == EVERYTHING
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let found = marks.iter().position(is_exact).or_else(|| marks.iter().position(is_around));
        if let Some(mark) = found.and_then(|at| marks.get_mut(at)) {
            mark.is_used = true;
            difference.explanation = Some(Explanation::Mark(mark.deviation.source.clone()));
        }
    }
}

/// Returns the problems with marks that explain nothing, in the files that were compared as a whole.
pub(super) fn unused(marks: &[Mark], compared: &BTreeSet<FileId>) -> Vec<Diagnostic> {
    let unused = marks.iter().filter(|mark| !mark.is_used && compared.contains(&mark.deviation.file));
    let problem = |mark: &Mark| {
        let message = format!("nothing differs here any more: {}", mark.deviation.what);
        Diagnostic::new(Code::BadExtension, mark.deviation.location.clone(), message).help("remove the mark")
    };
    unused.map(problem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drift::What;
    use crate::openapi::DEVIATION_WORDS;

    #[test]
    fn marks_can_name_whatever_differs() {
        let words: Vec<_> = What::ALL.iter().map(|what| what.as_str()).chain([EVERYTHING]).collect();
        assert_eq!(DEVIATION_WORDS, words);
    }
}
