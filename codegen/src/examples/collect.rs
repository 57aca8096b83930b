//! Collects the examples of all documents with their schemas: those of bodies, and those of schemas that become named
//! types.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::bundle::{Documents, Media, ModuleId, media, operations_of};
use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::ir::{Example, Side, TypeRef};
use crate::lower::{Pair, Sides, Use};
use crate::openapi::media_type::Kind;
use crate::source::{EXAMPLES, NodeId};

/// An example, and the module whose document contains it.
pub(super) struct Shown {
    module: ModuleId,
    /// Where it is, if it is in a message.
    pub(super) side: Option<Side>,
    /// `None` if any JSON is allowed.
    schema: Option<NodeId>,
    example: NodeId,
}

impl Shown {
    pub(super) fn pair(&self) -> Option<Pair> {
        Some(Pair { schema: self.schema?, value: self.example })
    }
}

/// The Rust types of schemas, by node.
type Uses = BTreeMap<NodeId, Use>;

/// Finds all examples of bodies and of schemas that become named types.
pub(super) fn collect(
    documents: &Documents<'_>,
    uses: &Uses,
    modules: &HashMap<FileId, ModuleId>,
    untested: &mut Vec<Diagnostic>,
) -> Vec<Shown> {
    let mut found = of_bodies(documents, uses, untested);
    found.extend(of_schemas(documents, uses, modules));
    found
}

fn of_bodies(documents: &Documents<'_>, uses: &Uses, untested: &mut Vec<Diagnostic>) -> Vec<Shown> {
    let mut found = Vec::new();
    let sources = documents.sources;
    for (module, fragment) in documents.fragments() {
        for operation in operations_of(sources, fragment) {
            let responses = sources.get(operation.node, "responses").map_or(&[][..], |node| sources.entries(node));
            let request = sources.get(operation.node, "requestBody").into_iter().map(|request| (request, Side::Sent));
            let holders = request.chain(responses.iter().map(|entry| (entry.value, Side::Received)));
            for (holder, side) in holders.filter_map(|(node, side)| Some((documents.resolve(node)?, side))) {
                for media in media(documents, holder) {
                    found.extend(of_media_type(documents, uses, (module, side), &media, untested));
                }
            }
        }
    }
    found
}

fn of_media_type(
    documents: &Documents<'_>,
    uses: &Uses,
    (module, side): (ModuleId, Side),
    media: &Media,
    untested: &mut Vec<Diagnostic>,
) -> Vec<Shown> {
    let mut shown = Vec::new();
    for example in values(documents, media.node, untested) {
        let schema = media.schema.and_then(|schema| documents.resolve(schema));
        if media.kind != Kind::Json {
            let why = format!("this example is not tested: `{}` is not JSON", media.key);
            untested.push(self::untested(documents, example, &why));
        } else if schema.is_some_and(|schema| !uses.contains_key(&schema)) {
            let why = "this example is not tested: no type is generated for its schema";
            untested.push(self::untested(documents, example, why));
        } else {
            shown.push(Shown { module, side: Some(side), schema, example });
        }
    }
    shown
}

/// Returns the examples of a media type.
fn values(documents: &Documents<'_>, node: NodeId, untested: &mut Vec<Diagnostic>) -> Vec<NodeId> {
    let sources = documents.sources;
    let mut values: Vec<_> = sources.get(node, "example").into_iter().collect();
    for entry in sources.get(node, "examples").map_or(&[][..], |node| sources.entries(node)) {
        let Some(example) = documents.resolve(entry.value) else { continue };
        if sources.get(example, "externalValue").is_some() {
            let why = "this example is not tested: its value is external";
            untested.push(self::untested(documents, example, why));
        }
        values.extend(sources.get(example, "value"));
    }
    values
}

/// Creates the diagnostic that an example is not tested.
pub(super) fn untested(documents: &Documents<'_>, example: NodeId, why: &str) -> Diagnostic {
    let problem = Diagnostic::new(Code::Untested, documents.sources.location(example), why);
    problem.help("no action is needed: `--with-example-tests` skips it")
}

fn of_schemas(documents: &Documents<'_>, uses: &Uses, modules: &HashMap<FileId, ModuleId>) -> Vec<Shown> {
    let sources = documents.sources;
    let mut all = Vec::new();
    for (schema, _) in uses.iter().filter(|(_, used)| used.ty.named().is_some()) {
        let several = sources.get(*schema, EXAMPLES).map_or(&[][..], |list| sources.items(list));
        let examples: BTreeSet<_> =
            sources.get(*schema, "example").into_iter().chain(several.iter().copied()).collect();
        let module = modules.get(&schema.file()).copied().unwrap_or_default();
        all.extend(examples.into_iter().map(|example| Shown { module, side: None, schema: Some(*schema), example }));
    }
    all
}

/// Returns the examples, each once. Those that match their schemas are to be tested.
pub(super) fn of_types(
    documents: &Documents<'_>,
    (uses, sides): (&Uses, &Sides),
    shown: Vec<Shown>,
    misfits: &HashSet<(Pair, Option<Side>)>,
) -> Vec<Example> {
    let mut seen = HashSet::new();
    let example = |shown: Shown| {
        let fits = shown.pair().is_none_or(|pair| !misfits.contains(&(pair, shown.side)));
        let mut used = match shown.schema {
            None => Use::json(),
            Some(schema) => uses.get(&schema)?.clone(),
        };
        if shown.side == Some(Side::Sent) {
            used.ty.replace(|id| sides.sent(id));
        }
        // Raw JSON includes null.
        let nullable = used.nullable && used.ty != TypeRef::Json;
        let is_first = seen.insert((shown.example, used.ty.clone(), nullable, fits));
        let Shown { module, side, schema, example: node } = shown;
        is_first.then_some(Example { module, ty: used.ty, nullable, node, schema, side, fits })
    };
    let mut examples: Vec<_> = shown.into_iter().filter_map(example).collect();
    examples.sort_by_key(|example| (example.module, documents.sources.location(example.node).span.start, example.node));
    examples
}
