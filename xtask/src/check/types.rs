//! Judges the types that would be generated: by values that the schemas accept, and by recordings.

use std::path::Path;

use openapi_client_prove::{Finding, prove};

use super::{Fragment, recordings};
use crate::{regen, workspace};

/// The result of judging types.
#[derive(Debug, Default)]
pub struct Judged {
    /// How many values came back.
    pub values: usize,
    /// Which do not, and branches that never match, a line each.
    pub findings: Vec<String>,
    /// How many recordings there are.
    pub recordings: usize,
    /// What is wrong with them, a line each.
    pub problems: Vec<String>,
}

/// Judges the types of the fragments, and the recordings. Nothing is judged if the fragments have errors.
///
/// # Errors
/// Files cannot be read, or the schemas cannot be used.
pub fn judge(root: &Path, fragment: Option<&Fragment>) -> Result<Judged, String> {
    let options = regen::options_for(workspace::SPEC.to_owned());
    let Some(plan) = codegen::plan::plan(&[root.join(workspace::SPEC)], &options).plan else {
        return Ok(Judged::default());
    };
    let proof = prove(&plan, 0)?;
    let is_of = |finding: &&Finding| match fragment {
        Some(fragment) => finding.position.document.ends_with(&fragment.path()),
        None => true,
    };
    let line = |finding: &Finding| format!("{}: {}: {}", finding.position, finding.subject, finding.message);
    let (count, problems) = recordings::judge(root, &plan, fragment)?;
    Ok(Judged {
        values: proof.values,
        findings: proof.findings.iter().filter(is_of).map(line).collect(),
        recordings: count,
        problems,
    })
}
