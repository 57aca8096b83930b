//! Documents from texts, and types as short texts.

use crate::bundle::{Layout, bundle};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::ir::{Api, Field, Operation, Shape, Struct, TypeDef, TypeRef};
use crate::ledger::Ledger;
use crate::source::{Sources, parse};

/// A minimal document of a version.
pub(crate) const API: &str = "\
openapi: 3.0.3
info: {title: Zoo, version: '1', description: All of the zoo.}
servers: [{url: 'https://zoo.example'}]
paths: {}
";

/// The result of lowering.
pub(crate) struct Outcome {
    pub(crate) api: Api,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) sources: Sources,
}

/// Lowers documents, each a path such as `spec/v1/pets.yaml` and its text.
pub(crate) fn lower(files: &[(&str, &str)]) -> Outcome {
    lower_as(&Layout::Folders, files)
}

/// Lowers a published document.
pub(crate) fn lower_published(text: &str) -> Outcome {
    lower_as(&Layout::Documents(vec![crate::FileId(0)]), &[("api.yaml", text)])
}

fn lower_as(layout: &Layout, files: &[(&str, &str)]) -> Outcome {
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    for (path, text) in files {
        let id = crate::FileId(u32::try_from(sources.ids().count()).unwrap());
        let (file, problems) = parse(id, (*path).to_owned(), (*text).to_owned());
        assert!(problems.is_empty(), "{problems:?}\n{text}");
        sources.push(file);
    }
    let ledger = Ledger::new(matches!(layout, Layout::Folders));
    let documents = bundle(&mut sources, layout, &ledger, &mut diagnostics);
    let report = Report::default();
    let lowered = super::super::lower(&documents, &ledger, &report);
    // Examples that do not match their schemas are removed, as in code generation.
    let api = crate::examples::check(&documents, lowered, &report, &mut Vec::new());
    diagnostics.extend(report.into_problems());
    drop(documents);
    Outcome { api, diagnostics, sources }
}

/// Lowers one fragment, `pets`, of the version `v1`.
pub(crate) fn lower_pets(paths: &str, schemas: &str) -> Outcome {
    lower(&[("spec/v1/api.yaml", API), ("spec/v1/pets.yaml", &fragment(paths, schemas))])
}

/// A document with these paths and schemas.
pub(crate) fn fragment(paths: &str, schemas: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{title: Pets, version: '1', description: All pets.}}\n\
         servers: [{{url: 'https://zoo.example'}}]\npaths:{}\ncomponents:\n  schemas:{}\n",
        block(paths, 2),
        block(schemas, 4),
    )
}

/// An indented block below a key; an empty map if there is no text.
fn block(text: &str, spaces: usize) -> String {
    if text.trim().is_empty() {
        return " {}".to_owned();
    }
    let indent = " ".repeat(spaces);
    text.trim_end().lines().map(|line| format!("\n{indent}{line}")).collect()
}

/// Lowers `schema` as the property `it` of the type `Subject`, beside other components.
pub(crate) fn property(schema: &str, required: bool, others: &str) -> (Outcome, Option<Field>) {
    let list = if required { "required: [it], " } else { "" };
    let subject = format!("Subject: {{type: object, {list}properties: {{it: {schema}}}}}\n{others}");
    let outcome = lower_pets("", &subject);
    let field = outcome.object("Subject").fields.first().cloned();
    (outcome, field)
}

impl Outcome {
    pub(crate) fn def(&self, name: &str) -> &TypeDef {
        let found = self.api.types.iter().find(|def| def.name.as_str() == name);
        found.unwrap_or_else(|| panic!("there is no type `{name}` among {:?}", self.type_names()))
    }

    pub(crate) fn type_names(&self) -> Vec<&str> {
        self.api.types.iter().map(|def| def.name.as_str()).collect()
    }

    pub(crate) fn object(&self, name: &str) -> &Struct {
        match &self.def(name).shape {
            Shape::Struct(object) => object,
            other => panic!("`{name}` is {other:?}"),
        }
    }

    pub(crate) fn operations(&self) -> Vec<&Operation> {
        let modules = self.api.versions.iter().flat_map(|version| &version.modules);
        modules.filter_map(|module| module.resource.as_ref()).flat_map(|resource| &resource.operations).collect()
    }

    pub(crate) fn operation(&self) -> &Operation {
        match self.operations().as_slice() {
            [single] => single,
            other => panic!("one operation is expected, but there are {other:?}\n{:?}", self.diagnostics),
        }
    }

    /// A type as text, such as `List<Pet>`.
    pub(crate) fn show(&self, ty: &TypeRef) -> String {
        match ty {
            TypeRef::Named(id) => self.api.types[id.0].name.as_str().to_owned(),
            TypeRef::List(inner) => format!("List<{}>", self.show(inner)),
            TypeRef::Map(inner) => format!("Map<{}>", self.show(inner)),
            TypeRef::Boxed(inner) => format!("Box<{}>", self.show(inner)),
            TypeRef::Nullable(inner) => format!("Option<{}>", self.show(inner)),
            plain => format!("{plain:?}"),
        }
    }

    /// Asserts that there are no problems.
    pub(crate) fn is_clean(&self, what: &str) {
        assert!(self.diagnostics.is_empty(), "{what}: {:#?}", self.diagnostics);
    }

    /// Asserts that there is a single problem, whose message contains this piece.
    pub(crate) fn reports(&self, code: Code, piece: &str, what: &str) {
        let found: Vec<_> = self.diagnostics.iter().map(|problem| (problem.code, problem.message.as_str())).collect();
        assert!(
            matches!(found.as_slice(), [(only, message)] if *only == code && message.contains(piece)),
            "{what}: {found:?}"
        );
    }

    /// Returns the text at the location of the only problem.
    pub(crate) fn pointed_at(&self) -> &str {
        let location = &self.diagnostics[0].primary.as_ref().unwrap().location;
        &self.sources.file(location.file).unwrap().text[location.span.clone()]
    }
}

/// Lowers one operation of a path, a flow map such as `{operationId: a}` without its braces.
pub(crate) fn lower_operation(path: &str, method: &str, operation: &str, schemas: &str) -> Outcome {
    lower_pets(&format!("{path}: {{{method}: {{{operation}}}}}"), schemas)
}

/// The responses of an operation in tests of something else.
pub(crate) const ANSWERS: &str = "responses: {'204': {description: Done.}}";
