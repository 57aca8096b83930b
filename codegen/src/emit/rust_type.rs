//! Rust types as data, which are converted to tokens for code, and to text for tables and documentation.

use std::fmt;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

use super::rt;
use super::tokens::ident;
use crate::ir::Ident;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(private_interfaces)]
pub(crate) enum RustType {
    /// `()`
    Unit,
    /// `_`
    Inferred,
    /// `i64`, `Option<T>`: a primitive type or one of the prelude.
    Prelude(&'static str, Vec<RustType>),
    /// `rt::Json`, `rt::Map<T>`
    Runtime(rt::Item, Vec<RustType>),
    /// A generated type.
    Path(Path),
    /// A type of another crate, by its path.
    External(String),
}

/// The path of a generated item, relative to the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    /// The number of `super` segments.
    pub(crate) up: usize,
    pub(crate) names: Vec<Ident>,
}

impl RustType {
    /// A type of the prelude without arguments.
    pub(super) fn plain(name: &'static str) -> Self {
        Self::Prelude(name, Vec::new())
    }

    /// A type of the runtime without arguments.
    pub(super) fn runtime(item: rt::Item) -> Self {
        Self::Runtime(item, Vec::new())
    }

    /// A type of the same module.
    pub(super) fn local(name: &Ident) -> Self {
        Self::Path(Path { up: 0, names: vec![name.clone()] })
    }

    /// `String`
    pub(super) fn string() -> Self {
        Self::plain("String")
    }

    /// `Vec<Self>`
    pub(super) fn list(self) -> Self {
        Self::Prelude("Vec", vec![self])
    }

    /// `Option<Self>`
    pub(super) fn option(self) -> Self {
        Self::Prelude("Option", vec![self])
    }

    /// `rt::Nullable<Self>`
    pub(super) fn nullable(self) -> Self {
        Self::Runtime(rt::NULLABLE, vec![self])
    }

    /// Returns whether the type has arguments, so that documentation cannot link to it.
    pub(super) fn has_arguments(&self) -> bool {
        matches!(self, Self::Prelude(_, arguments) | Self::Runtime(_, arguments) if !arguments.is_empty())
    }
}

impl fmt::Display for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let arguments = match self {
            Self::Unit => return f.write_str("()"),
            Self::Inferred => return f.write_str("_"),
            Self::Path(path) => return path.fmt(f),
            Self::External(path) => return f.write_str(path),
            Self::Prelude(name, arguments) => f.write_str(name).map(|()| arguments)?,
            Self::Runtime(item, arguments) => item.fmt(f).map(|()| arguments)?,
        };
        for (index, argument) in arguments.iter().enumerate() {
            write!(f, "{}{argument}", if index == 0 { "<" } else { ", " })?;
        }
        f.write_str(if arguments.is_empty() { "" } else { ">" })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for _ in 0..self.up {
            f.write_str("super::")?;
        }
        for (index, name) in self.names.iter().enumerate() {
            write!(f, "{}{name}", if index == 0 { "" } else { "::" })?;
        }
        Ok(())
    }
}

impl ToTokens for RustType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let arguments = match self {
            Self::Unit => return tokens.extend(quote!(())),
            Self::Inferred => return tokens.extend(quote!(_)),
            Self::Path(path) => return path.to_tokens(tokens),
            Self::External(path) => {
                let segments = path.split("::").map(|segment| proc_macro2::Ident::new(segment, Span::call_site()));
                return tokens.extend(quote!(#(#segments)::*));
            }
            Self::Prelude(name, arguments) => {
                proc_macro2::Ident::new(name, Span::call_site()).to_tokens(tokens);
                arguments
            }
            Self::Runtime(item, arguments) => {
                item.to_tokens(tokens);
                arguments
            }
        };
        if !arguments.is_empty() {
            tokens.extend(quote!(<#(#arguments),*>));
        }
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let up = (0..self.up).map(|_| quote!(super));
        let names = self.names.iter().map(|name| ident(name).into_token_stream());
        let parts = up.chain(names);
        tokens.extend(quote!(#(#parts)::*));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parsing the tokens gives the same type as parsing the text.
    #[test]
    fn types_are_the_same_as_text_and_as_tokens() {
        let pet = |up| {
            let names = ["type", "Pet"].map(|name| Ident::exact(name).unwrap());
            RustType::Path(Path { up, names: names.into() })
        };
        for (ty, expected) in [
            (RustType::Unit, "()"),
            (RustType::Inferred, "_"),
            (RustType::plain("i64"), "i64"),
            (RustType::runtime(rt::JSON), "rt::Json"),
            (RustType::string().list().option(), "Option<Vec<String>>"),
            (
                RustType::Runtime(rt::BATCH_RESPONSE, vec![pet(0), pet(1)]),
                "rt::BatchResponse<r#type::Pet, super::r#type::Pet>",
            ),
            (RustType::Runtime(rt::MAP, vec![pet(2).list()]), "rt::Map<Vec<super::super::r#type::Pet>>"),
        ] {
            assert_eq!(ty.to_string(), expected);
            let tokens: syn::Type = syn::parse2(ty.to_token_stream()).unwrap();
            let text: syn::Type = syn::parse_str(expected).unwrap();
            assert_eq!(tokens.to_token_stream().to_string(), text.to_token_stream().to_string());
        }
    }
}
