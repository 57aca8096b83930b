//! The parameters of paths.

use super::super::arguments::Arguments;
use super::super::input::Input;
use crate::bundle::DeclaredOperation;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{ParamLocation, Parameter, Sparse, TypeRef};
use crate::openapi::without_fragment;
use crate::source::NodeId;

/// The parameters in a path, compared with the declared ones.
pub(super) struct PathParameters {
    /// The names in the path.
    pub(super) in_path: Vec<String>,
    /// Those that are undeclared, which only a published document may have.
    pub(super) undefined: Vec<String>,
    /// The declared ones that are not in the path.
    pub(super) unused: Vec<NodeId>,
}

/// Compares the parameters in the path with the declared ones, and reports the differences.
pub(super) fn check_path(
    input: Input<'_>,
    found: &DeclaredOperation<'_>,
    nodes: &[NodeId],
    complete: bool,
) -> PathParameters {
    let sources = input.sources;
    let (mut undefined, mut unused) = (Vec::new(), Vec::new());
    let path = without_fragment(found.path);
    let named: Vec<_> = path.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
    let is_path = |node: &&NodeId| sources.get_text(**node, "in") == Some("path");
    let declared: Vec<_> = nodes.iter().filter(is_path).collect();
    for name in &named {
        if complete && !declared.iter().any(|node| sources.get_text(**node, "name") == Some(name)) {
            let location = paths_key(input, found);
            let message = format!("the path names `{{{name}}}`, but the operation defines no such parameter");
            let help = format!("add `{{name: {name}, in: path, required: true, schema: …}}` to its `parameters`");
            let code = input.policy.undeclared_path_parameter;
            let problem = match code.is_error() {
                true => Diagnostic::new(code, location, message),
                false => Diagnostic::new(code, location, format!("{message}: it is treated as a string")),
            };
            input.report.add(problem.also(sources.location(found.node), "in this operation").help(help));
            if !code.is_error() && !undefined.iter().any(|known| known == name) {
                undefined.push((*name).to_owned());
            }
        }
    }
    for node in declared {
        let Some(name) = sources.get_text(*node, "name") else { continue };
        let location = sources.get(*node, "name").map_or(sources.location(*node), |at| sources.location(at));
        if !named.contains(&name) {
            let effect = if input.policy.corrects { ": it is ignored" } else { "" };
            let message = format!("the path parameter `{name}` does not appear in the path `{}`{effect}", found.path);
            let code = input.policy.mistake(Code::UnusedPathParameter);
            unused.push(*node);
            let problem = Diagnostic::new(code, location, message).also(paths_key(input, found), "the path");
            input
                .report
                .add(problem.help(format!("write `{{{name}}}` where it belongs in the path, or remove the parameter")));
        } else if !sources.get_bool(*node, "required") {
            let location = sources.get(*node, "required").map_or(location, |at| sources.location(at));
            let effect = if input.policy.corrects { ": it is treated as required" } else { "" };
            let message = format!("the path parameter `{name}` must be required{effect}");
            let code = input.policy.mistake(Code::BadValue);
            input.report.add(Diagnostic::new(code, location, message).help("add `required: true`"));
        }
    }
    PathParameters { in_path: named.into_iter().map(str::to_owned).collect(), undefined, unused }
}

/// A string parameter for an undeclared variable of the path.
pub(super) fn any_text(input: Input<'_>, wire_name: String, arguments: &mut Arguments<'_>) -> Parameter {
    Parameter {
        name: arguments.name(input, "path", &wire_name).name,
        aliases: Sparse::default(),
        wire_name,
        location: ParamLocation::Path,
        ty: TypeRef::String,
        required: true,
        narrows: true,
        split: None,
        docs: String::new(),
        limits: Sparse::default(),
        annotations: Sparse::default(),
        deprecated: false,
        example: None,
        origin: None,
    }
}

fn paths_key(input: Input<'_>, found: &DeclaredOperation<'_>) -> crate::diagnostic::Location {
    let root = input.sources.root(found.node.file());
    match root.and_then(|root| input.sources.get(root, "paths")) {
        Some(paths) => input.sources.key_location(paths, found.path),
        None => input.sources.location(found.path_item),
    }
}
