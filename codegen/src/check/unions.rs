//! Whether each branch of each union can be selected.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Api, TypeId};
use crate::lower;
use crate::source::Sources;

/// Reports branches that no JSON selects: lowering leaves them out, with a problem of its own.
pub(super) fn check(api: &Api, sources: &Sources) -> Vec<Diagnostic> {
    let report = |(union, message): (TypeId, String)| {
        let def = api.types.get(union.0)?;
        let message = format!("{message}, `{}`", def.name.plain());
        let help = "this is a bug in the generator: please report it, with the documents";
        Some(Diagnostic::new(Code::Internal, sources.location(def.origin), message).help(help))
    };
    lower::never_selected(api).into_iter().filter_map(report).collect()
}
