//! Functions that call every operation by its name, with strings as arguments: for programs that learn only at run time
//! what to call, such as tests that read requests from files.
//!
//! Each version has a file, to be a module of a program that uses the crate. Its parent module contains the helpers:
//! `Arguments`, functions that parse a value from a string, and `send`, which erases the types of a call.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust_type::RustType;
use super::tokens::ident;
use super::{File, Output, Piece};
use crate::ir::{BodyKind, Ident, Module, Operation, ParamLocation, Parameter, TypeId, TypeRef, Version};

/// Returns the files, one for each version.
pub(super) fn files(output: &Output<'_>) -> Vec<File> {
    output.api.versions.iter().map(|version| file(output, version)).collect()
}

fn file(output: &Output<'_>, version: &Version) -> File {
    let modules = version.modules.iter().filter_map(|module| Some((module, module.resource.as_ref()?)));
    let rows = modules.flat_map(|(module, resource)| {
        // Variants of an operation are not listed.
        let operations = resource.operations.iter().filter(|operation| !operation.origin.is_variant);
        operations.map(move |operation| row(output, version, module, operation))
    });
    let rows: Vec<_> = rows.collect();
    let client = ident(&output.krate);
    File {
        path: format!("{}.rs", version.name.plain()),
        source: version.source.clone(),
        docs: format!("The operations of {} by their names.", version.name),
        pieces: vec![
            Piece::Item(quote!(use #client as client;)),
            // The operations determine which of its functions are used.
            Piece::Item(quote!(
                use super::*;
            )),
            Piece::Item(quote! {
                #[allow(deprecated, reason = "deprecated operations are operations")]
                pub(super) const ROWS: &[Row] = &[#((#rows)),*];
            }),
        ],
        comments: Vec::new(),
    }
}

/// Returns the name of an operation, and a closure that calls it.
fn row(output: &Output<'_>, version: &Version, module: &Module, operation: &Operation) -> TokenStream {
    let name = format!("{}.{}.{}", version.name.plain(), module.name.plain(), operation.names.method.plain());
    match call(output, version, module, operation) {
        Ok(call) => quote!(#name, |client, arguments| { #call }),
        Err(problem) => quote!(#name, |_, _| Err(#problem.to_owned())),
    }
}

/// Returns the statements that call an operation; or why strings are not sufficient to call it.
fn call(
    output: &Output<'_>,
    version: &Version,
    module: &Module,
    operation: &Operation,
) -> Result<TokenStream, &'static str> {
    let mut taken = Vec::new();
    let mut in_query = Vec::new();
    for parameter in operation.request.arguments(None) {
        let wire_name = &parameter.wire_name;
        if matches!(parameter.ty, TypeRef::Mapped(_)) {
            return Err("a required parameter has a type of another crate");
        }
        let text = if parameter.location.is_path() {
            quote!(arguments.path(#wire_name)?)
        } else if is_in_query(parameter) {
            in_query.push(wire_name);
            quote!(arguments.query(#wire_name)?)
        } else {
            return Err("a required parameter stands neither in the path nor in the query");
        };
        taken.push(value(parameter, &text));
    }
    let mut body_setter = None;
    if let Some(body) = &operation.request.body {
        if body.kind != BodyKind::Json {
            return Err("the body is no JSON");
        }
        let ty = ty(output, &body.ty);
        if body.required {
            taken.push(quote!(arguments.body::<#ty>()?));
        } else {
            let setter = ident(&body.name);
            body_setter = Some(quote! {
                if arguments.body.is_some() {
                    request = request.#setter(arguments.body::<#ty>()?);
                }
            });
        }
    }
    let [of_version, of_module, method] = [&version.name, &module.name, &operation.names.method].map(ident);
    let request = quote!(client.#of_version().#of_module().#method(#(#taken),*));
    let optional = operation.request.parameters.iter().filter(|parameter| is_settable(parameter));
    let setters: Vec<_> = optional
        .map(|parameter| {
            let (wire_name, setter) = (&parameter.wire_name, ident(&parameter.name));
            let value = value(parameter, &quote!(text));
            quote!(#wire_name => request.#setter(#value),)
        })
        .collect();
    let everything = operation.request.guard.as_ref().map(|_| {
        quote! {
            if arguments.query.is_empty() {
                request = request.all();
            }
        }
    });
    let query = if setters.is_empty() {
        quote!(arguments.nothing_but(&[#(#in_query),*])?;)
    } else {
        quote! {
            for (name, text) in arguments.others(&[#(#in_query),*]) {
                request = match name {
                    #(#setters)*
                    other => return Err(unknown(other)),
                };
            }
        }
    };
    let request = if setters.is_empty() && body_setter.is_none() && everything.is_none() {
        quote!(let request = #request;)
    } else {
        quote!(let mut request = #request;)
    };
    Ok(quote!(#request #query #body_setter #everything Ok(send(request))))
}

/// Whether an optional parameter is in the query, and of a type that text converts into.
fn is_settable(parameter: &Parameter) -> bool {
    !parameter.required && is_in_query(parameter) && !matches!(parameter.ty, TypeRef::Mapped(_))
}

fn is_in_query(parameter: &Parameter) -> bool {
    matches!(parameter.location, ParamLocation::Query | ParamLocation::QueryList(..))
}

/// Returns the value of a parameter, parsed from a string.
fn value(parameter: &Parameter, text: &TokenStream) -> TokenStream {
    let name = &parameter.wire_name;
    match &parameter.ty {
        TypeRef::List(item) => match &**item {
            TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean => quote!(numbers(#name, #text)?),
            TypeRef::JsonNumber => quote!(numbers::<client::JsonNumber>(#name, #text)?),
            TypeRef::Named(_) => quote!(#text.split(',').map(Into::into)),
            _ => quote!(#text.split(',')),
        },
        TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean => quote!(number(#name, #text)?),
        TypeRef::JsonNumber => quote!(number::<client::JsonNumber>(#name, #text)?),
        TypeRef::Number => quote!(number::<client::Decimal>(#name, #text)?),
        TypeRef::Base64 => quote!(#text.as_bytes()),
        TypeRef::Named(_) => quote!(#text.into()),
        _ => text.clone(),
    }
}

/// Returns the type of a body; `_` if the method determines it.
fn ty(output: &Output<'_>, ty: &TypeRef) -> RustType {
    match ty {
        TypeRef::String => RustType::string(),
        TypeRef::Named(id) => path(output, *id),
        TypeRef::List(item) => self::ty(output, item).list(),
        _ => RustType::Inferred,
    }
}

/// Returns the path of a named type in a program that uses the crate.
fn path(output: &Output<'_>, id: TypeId) -> RustType {
    output.path_of(&Ident::snake("client"), id).map_or(RustType::Inferred, RustType::Path)
}

#[cfg(test)]
mod tests {
    use crate::{Generated, Options};

    const API: &str = "\
openapi: 3.0.3
info: {title: Pets, version: '1', description: A shop of pets.}
servers:
  - url: https://pets.example.org
paths: {}
components:
  securitySchemes:
    Key: {type: apiKey, in: header, name: X-Key, x-env: PETS_KEY, description: Key of the shop.}
";

    fn generated(paths: &str, calls: bool) -> Generated {
        let folder = tempfile::tempdir().unwrap();
        let version = folder.path().join("v1");
        std::fs::create_dir(&version).unwrap();
        std::fs::write(version.join("api.yaml"), API).unwrap();
        let head = API.lines().take(4).collect::<Vec<_>>().join("\n");
        std::fs::write(version.join("pets.yaml"), format!("{head}\npaths:\n{paths}")).unwrap();
        let options = Options { calls, ..Options::modules("generated-client", "spec") };
        crate::generate(&[folder.path().to_owned()], &options)
    }

    /// Returns the file without its fixed beginning.
    fn calls(paths: &str) -> String {
        let generated = generated(paths, true);
        let text = generated.calls.map(|tree| tree.files["v1.rs"].clone());
        let text = text.unwrap_or_else(|| panic!("{:?}", generated.diagnostics));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_operation_is_called_with_texts() {
        let text = calls(
            "  /pets/{pet}:
    put:
      operationId: changePet
      x-rust-name: change
      summary: Changes a pet.
      parameters:
        - {name: pet, in: path, required: true, description: A pet., schema: {type: integer}, example: 1}
        - {name: 'mood:in', in: query, description: Moods., style: form, explode: false, schema: {type: array, items: {type: string}}}
      requestBody:
        required: true
        description: Names.
        content: {application/json: {schema: {type: array, items: {type: string}}, example: [Momo]}}
      responses: {'204': {description: Done.}}
    delete:
      operationId: deletePets
      x-rust-name: delete
      summary: Deletes pets.
      x-requires-filter: true
      parameters:
        - {name: pet, in: path, required: true, description: A pet., schema: {type: integer}, example: 1}
      responses: {'204': {description: Done.}}
",
        );
        for expected in [
            r#""v1.pets.change", |client, arguments| {"#,
            r#".change( number("pet", arguments.path("pet")?)?, arguments.body::<Vec<String>>()?, );"#,
            r#""mood:in" => request.mood_in(text.split(',')),"#,
            "other => return Err(unknown(other)),",
            "if arguments.query.is_empty() { request = request.all(); }",
        ] {
            assert!(text.contains(expected), "{expected} is not in {text}");
        }
    }

    #[test]
    fn what_texts_cannot_say_is_an_error_of_its_call() {
        let text = calls(
            "  /pets:
    get:
      operationId: listPets
      x-rust-name: list
      summary: Lists pets.
      parameters:
        - {name: X-Shop, in: header, required: true, description: A shop., schema: {type: string}, example: a}
      responses: {'204': {description: Done.}}
",
        );
        let expected =
            r#""v1.pets.list", |_, _| Err( "a required parameter stands neither in the path nor in the query""#;
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn nothing_is_written_unless_it_is_asked_for() {
        let paths = "  /pets:
    get: {operationId: listPets, x-rust-name: list, summary: Lists pets., responses: {'204': {description: Done.}}}
";
        assert!(generated(paths, false).calls.is_none());
        assert!(generated("  /pets: 7\n", true).calls.is_none());
    }
}
