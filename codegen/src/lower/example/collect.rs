//! The examples of a whole document, each with what it is an example of: those of bodies, and those of the schemas that
//! become types with a name.

use std::collections::{BTreeSet, HashSet};

use super::Pair;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Example, TypeRef};
use crate::lower::Context;
use crate::lower::media::{self, Kind, Media};
use crate::lower::naming::operations_of;
use crate::lower::schema::{Lowered, State};
use crate::source::{EXAMPLES, NodeId};

/// An example, and the module that it stands in.
pub(in crate::lower) struct Shown {
    module: (usize, usize),
    /// `None`: any JSON is as it should be.
    schema: Option<NodeId>,
    example: NodeId,
}

/// Finds them all, and has them compared with their schemas.
pub(in crate::lower) fn collect(cx: &mut Context<'_>) -> Vec<Shown> {
    let mut all = of_bodies(cx);
    all.extend(of_schemas(cx));
    let pairs = all.iter().filter_map(|shown| Some((shown.schema?, shown.example)));
    cx.examples.extend(pairs);
    // By whatever reference a schema was reached, it is one pair.
    let examples = std::mem::take(&mut cx.examples);
    let resolved =
        examples.into_iter().map(|(schema, example)| (cx.documents.resolve(schema).unwrap_or(schema), example));
    cx.examples = resolved.collect();
    all
}

fn of_bodies(cx: &mut Context<'_>) -> Vec<Shown> {
    let (documents, sources) = (cx.documents, cx.sources);
    let mut all = Vec::new();
    for (version, bundle) in documents.bundles.iter().enumerate() {
        for (index, fragment) in bundle.fragments.iter().enumerate() {
            for found in operations_of(sources, fragment) {
                let responses = sources.get(found.node, "responses").map_or(&[][..], |node| sources.entries(node));
                let request = sources.get(found.node, "requestBody").into_iter().map(|request| (request, true));
                let holders = request.chain(responses.iter().map(|entry| (entry.value, false)));
                for (holder, is_sent) in holders.filter_map(|(node, sent)| Some((documents.resolve(node)?, sent))) {
                    let begin = all.len();
                    for media in media::all(cx, holder) {
                        of_media_type(cx, (version, index), &media, &mut all);
                    }
                    let new = all.get(begin..).unwrap_or_default().iter().filter(|_| is_sent);
                    cx.sent_examples.extend(new.filter_map(|shown| Some((shown.schema?, shown.example))));
                }
            }
        }
    }
    all
}

fn of_media_type(cx: &mut Context<'_>, module: (usize, usize), media: &Media, all: &mut Vec<Shown>) {
    for example in values(cx, media.node) {
        let schema = media.schema.and_then(|schema| cx.documents.resolve(schema));
        if media.kind != Kind::Json {
            let why = format!("this example of `{}` is not read and written: it is no JSON", media.key);
            untested(cx, example, why);
        } else if schema.is_some_and(|schema| !cx.lowered.contains_key(&schema)) {
            untested(cx, example, "this example is not read and written: nothing is made of its schema".to_owned());
        } else {
            all.push(Shown { module, schema, example });
        }
    }
}

/// The examples that a media type shows.
fn values(cx: &mut Context<'_>, node: NodeId) -> Vec<NodeId> {
    let sources = cx.sources;
    let mut values: Vec<_> = sources.get(node, "example").into_iter().collect();
    for entry in sources.get(node, "examples").map_or(&[][..], |node| sources.entries(node)) {
        let Some(example) = cx.documents.resolve(entry.value) else { continue };
        if sources.get(example, "externalValue").is_some() {
            untested(cx, example, "this example is not read and written: it is somewhere else".to_owned());
        }
        values.extend(sources.get(example, "value"));
    }
    values
}

pub(super) fn untested(cx: &mut Context<'_>, example: NodeId, why: String) {
    let problem = Diagnostic::new(Code::Untested, cx.sources.place(example), why);
    cx.untested.push(problem.help("nothing has to be done: `--with-example-tests` goes on without it"));
}

fn of_schemas(cx: &Context<'_>) -> Vec<Shown> {
    let sources = cx.sources;
    let is_named = |state: &State| matches!(state, State::Done(lowered) if lowered.ty.named().is_some());
    let schemas: BTreeSet<_> = cx.lowered.iter().filter(|(_, state)| is_named(state)).map(|(node, _)| *node).collect();
    let mut all = Vec::new();
    for schema in schemas {
        let several = sources.get(schema, EXAMPLES).map_or(&[][..], |list| sources.items(list));
        let examples: BTreeSet<_> = sources.get(schema, "example").into_iter().chain(several.iter().copied()).collect();
        let shown = |example| Shown { module: cx.module_of(schema), schema: Some(schema), example };
        all.extend(examples.into_iter().map(shown));
    }
    all
}

/// What is left to be read and written: examples that fit their schemas, each once.
pub(in crate::lower) fn of_types(cx: &Context<'_>, shown: Vec<Shown>, misfits: &HashSet<Pair>) -> Vec<Example> {
    let mut seen = HashSet::new();
    let fits = shown.into_iter().filter(|shown| shown.schema.is_none_or(|it| !misfits.contains(&(it, shown.example))));
    let example = |shown: Shown| {
        let lowered = match shown.schema.map(|schema| cx.lowered.get(&schema)) {
            None => Lowered::json(),
            Some(Some(State::Done(lowered))) => lowered.clone(),
            Some(_) => return None,
        };
        // Raw JSON holds a null as well.
        let nullable = lowered.nullable && lowered.ty != TypeRef::Json;
        let is_first = seen.insert((shown.example, lowered.ty.clone(), nullable));
        is_first.then_some(Example { module: shown.module, ty: lowered.ty, nullable, node: shown.example })
    };
    let mut examples: Vec<_> = fits.filter_map(example).collect();
    examples.sort_by_key(|example| (example.module, cx.sources.place(example.node).span.start, example.node));
    examples
}
