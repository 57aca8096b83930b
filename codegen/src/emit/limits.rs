//! Limits of values, as calls of the runtime's `Limits`, in code and in tables.

use std::fmt;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::ir::Limits;

/// `chars(1, Some(255))`
pub(super) struct Call {
    function: &'static str,
    arguments: [Argument; 2],
}

enum Argument {
    Plain(i128),
    Bound(Option<i128>),
}

/// Returns the calls for the limits; none if there are no limits.
pub(super) fn calls(limits: Limits) -> Vec<Call> {
    let counted = |function, (least, most): (u64, Option<u64>)| Call {
        function,
        arguments: [Argument::Plain(least.into()), Argument::Bound(most.map(Into::into))],
    };
    let range = |(least, most): (Option<i128>, Option<i128>)| Call {
        function: "range",
        arguments: [least, most].map(Argument::Bound),
    };
    let counts = [limits.chars.map(|chars| counted("chars", chars)), limits.items.map(|items| counted("items", items))];
    counts.into_iter().flatten().chain(limits.range.map(range)).collect()
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = &self.arguments;
        write!(f, "{}({first}, {second})", self.function)
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(number) => number.fmt(f),
            Self::Bound(None) => f.write_str("None"),
            Self::Bound(Some(number)) => write!(f, "Some({number})"),
        }
    }
}

/// The call as a method: `.chars(1, Some(255))`.
impl ToTokens for Call {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let function = proc_macro2::Ident::new(self.function, proc_macro2::Span::call_site());
        let [first, second] = &self.arguments;
        tokens.extend(quote!(.#function(#first, #second)));
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let literal = |number: &i128| Literal::i128_unsuffixed(*number);
        match self {
            Self::Plain(number) => literal(number).to_tokens(tokens),
            Self::Bound(None) => tokens.extend(quote!(None)),
            Self::Bound(Some(number)) => {
                let number = literal(number);
                tokens.extend(quote!(Some(#number)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_the_same_as_text_and_as_tokens() {
        let limits = Limits { chars: Some((1, Some(255))), items: Some((0, None)), range: Some((Some(-5), Some(9))) };
        for (call, expected) in
            calls(limits).iter().zip(["chars(1, Some(255))", "items(0, None)", "range(Some(-5), Some(9))"])
        {
            assert_eq!(call.to_string(), expected);
            let tokens = format!("x.{expected}").parse::<TokenStream>().unwrap();
            assert_eq!(quote!(x #call).to_string(), tokens.to_string());
        }
        assert_eq!((calls(limits).len(), calls(Limits::default()).len()), (3, 0));
    }
}
