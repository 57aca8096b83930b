//! Judges recorded exchanges by the fragments as they are on the disk.

use std::path::Path;

use codegen::plan::{Kind, Operation, Plan};
use exchanges::{Declared, Node, Problem, Recorded, Recordings, Spec, file_of, suite};
use openapi_client_prove::Model;
use percent_encoding::percent_decode_str;

use super::{Fragment, bodies};
use crate::workspace;

/// The folder of the recordings.
const FOLDER: &str = "tests/recordings";

/// Judges the recordings of a fragment, or all of them. Returns how many there are, and what is wrong.
///
/// # Errors
/// Files cannot be read.
pub fn judge(root: &Path, plan: &Plan, fragment: Option<&Fragment>) -> Result<(usize, Vec<String>), String> {
    let folder = root.join(FOLDER);
    if !folder.is_dir() {
        return Ok((0, Vec::new()));
    }
    let spec = Spec::read(&root.join(workspace::SPEC))?;
    let recordings = match Recordings::read(&folder) {
        Ok(recordings) => recordings,
        Err(problems) => return Ok((0, problems)),
    };
    let mut problems = suite::problems(&spec, &recordings)?;
    let of_fragment = |file: &str| match fragment {
        Some(Fragment { version, name }) => file.starts_with(&format!("{FOLDER}/{version}/{name}/")),
        None => true,
    };
    problems.retain(|problem| of_fragment(&problem.file));
    let chosen = || recordings.all.iter().filter(|recorded| of_fragment(&file_of(&recorded.name)));
    let types = Types { plan, model: Model::new(plan), spec: &spec };
    problems.extend(chosen().flat_map(|recorded| types.problems(recorded)));
    problems.sort();
    problems.dedup();
    Ok((chosen().count(), problems.iter().map(ToString::to_string).collect()))
}

/// The types that would be generated.
struct Types<'a> {
    plan: &'a Plan,
    model: Model<'a>,
    spec: &'a Spec,
}

impl Types<'_> {
    fn problems(&self, recorded: &Recorded) -> Vec<Problem> {
        let operations = self.spec.operations();
        // What does not belong to any operation is reported already.
        let Ok(owners) = suite::owners(&operations, &recorded.name) else { return Vec::new() };
        let Some(owner) = owners.first() else { return Vec::new() };
        let (request, response) = (&recorded.recording.request, &recorded.recording.response);
        let mut problems = Vec::new();
        if let Some(planned) = self.plan.operations.iter().find(|operation| operation.name == owner.name())
            && let Some(request) = request
        {
            let found = query(planned, &request.query).into_iter();
            problems.extend(found.map(|message| ("/request/query".to_owned(), message)));
            if let (Some(sent), Some(body)) = (&request.body, &planned.body) {
                problems.extend(bodies::changes(&self.model, &body.kind, sent, false, "/request/body"));
            }
        }
        let declared = owner.response(recorded.name.status);
        if let (Some(body), Some(kind)) = (&response.body, declared.as_ref().and_then(|one| self.kind(one))) {
            let is_unknown = recorded.name.is_unknown();
            problems.extend(bodies::changes(&self.model, kind, body, is_unknown, "/response/body"));
        }
        let place = declared.filter(|_| recorded.name.is_shared()).map_or_else(|| owner.node.place(), place_of);
        let problem =
            |(at, message): (String, String)| Problem::new(file_of(&recorded.name), message).at(at).by(&place);
        problems.into_iter().map(problem).collect()
    }

    /// Returns the type of the body of a response.
    fn kind(&self, declared: &Declared<'_>) -> Option<&Kind> {
        let schema = declared.schema();
        self.kind_at(&schema).or_else(|| self.kind_at(&schema.resolved()))
    }

    fn kind_at(&self, node: &Node<'_>) -> Option<&Kind> {
        let path = format!("{}/{}", workspace::SPEC, node.file);
        let document = self.plan.documents.iter().position(|document| document.path == path)?;
        let is_here =
            |schema: &&codegen::plan::Schema| schema.place.document == document && schema.place.pointer == node.pointer;
        Some(&self.plan.schemas.iter().find(is_here)?.kind)
    }
}

fn place_of(declared: Declared<'_>) -> String {
    declared.node.place()
}

/// Returns what is wrong with a recorded query: the client would not send it.
fn query(operation: &Operation, query: &str) -> Vec<String> {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let known = || operation.parameters.iter().filter(|parameter| parameter.location == "query");
    let one = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name), decoded(value));
        match known().find(|parameter| parameter.name == name) {
            None => Some(format!("`{name}` is not a parameter of {}", operation.name)),
            Some(parameter) if !fits(&parameter.kind, &value) => {
                Some(format!("`{value}` is not a value of the parameter `{name}`"))
            }
            Some(_) => None,
        }
    };
    query.split('&').filter(|pair| !pair.is_empty()).filter_map(one).collect()
}

/// Whether a text is how a value of a type may be written in a query.
fn fits(kind: &Kind, text: &str) -> bool {
    match kind {
        Kind::Integer => text.parse::<i64>().is_ok(),
        Kind::Unsigned => text.parse::<u64>().is_ok(),
        Kind::Float | Kind::JsonNumber | Kind::Number => text.parse::<f64>().is_ok(),
        Kind::Boolean => text == "true" || text == "false",
        Kind::List(item) => text.split(',').all(|part| fits(item, part)),
        Kind::Nullable(inner) => fits(inner, text),
        _ => true,
    }
}
