//! The names of the arguments and setters of an operation.

use super::asked;
use super::input::Input;
use crate::diagnostic::Location;
use crate::ir::{Aliases, Ident, Names, Sparse};
use crate::ledger::{Key, Place, Role, Settled};
use crate::source::NodeId;

/// The methods of every builder.
pub(super) const RESERVED: &[&str] = &["all", "request", "new", "into_future", "core", "with", "wait", "bytes_stream"];

/// Names of arguments that do not stand for a parameter.
pub(super) const BODY: &str = "body";
pub(super) const CONTENT_TYPE: &str = "content_type";

/// The names so far.
pub(super) struct Arguments<'a> {
    pub(super) names: Names,
    /// The operation in the ledger.
    pub(super) place: &'a str,
}

impl Arguments<'_> {
    /// Takes the known names.
    pub(super) fn reserve(&mut self, input: Input<'_>, has_body: bool) {
        let ledger = input.ledger;
        ledger.reserve(&mut self.names, input.report, Role::Argument, Place::Text(self.place));
        for own in [BODY, CONTENT_TYPE].into_iter().filter(|_| has_body) {
            ledger.hold(&mut self.names, key(self.place, [own, ""]), &Ident::snake(own));
        }
    }

    /// Holds the name of a parameter that is named later.
    pub(super) fn hold(&mut self, input: Input<'_>, location: &str, wire_name: &str) {
        let detail = [location, wire_name];
        input.ledger.hold(&mut self.names, key(self.place, detail), &Ident::snake(wire_name));
    }

    /// Names the argument for a parameter, a part or a variable.
    pub(super) fn name(&mut self, input: Input<'_>, location: &str, wire_name: &str) -> Settled {
        let (key, wanted) = (key(self.place, [location, wire_name]), Ident::snake(wire_name));
        // `wait` is a method of every builder.
        let fresh = |names: &mut Names, wanted: Ident| match RESERVED.contains(&wanted.plain()) {
            true => names.free(wanted.with_suffix("_value")),
            false if names.claim(&wanted) => wanted,
            // Something else has the name, such as a parameter in the query beside one in a header.
            false => names.free(wanted.with_suffix(&format!("_{}", Ident::snake(location).plain()))),
        };
        input.ledger.settle(&mut self.names, key, wanted, fresh)
    }

    /// Names an argument as the document asks.
    pub(super) fn asked(
        &mut self,
        input: Input<'_>,
        (location, wire_name): (&str, &str),
        asked: (Ident, Location),
        node: NodeId,
    ) -> Settled {
        let fresh = |names: &mut Names, name| asked::free(input, names, name, node);
        let key = key(self.place, [location, wire_name]);
        input.ledger.settle_asked(&mut self.names, input.report, key, asked, fresh)
    }

    /// Returns the aliases of a setter. The name of an argument needs none, because callers do not write it.
    pub(super) fn aliases(&self, input: Input<'_>, settled: &Settled, is_required: bool) -> Sparse<Aliases> {
        if is_required {
            input.ledger.refuse_aliases(
                input.report,
                settled,
                "an argument has no alias: callers do not write its name",
            );
            return Sparse::default();
        }
        settled.was.clone().into()
    }

    /// Names an argument that does not stand for a parameter.
    pub(super) fn own(&mut self, input: Input<'_>, own: &'static str) -> Settled {
        input.ledger.settle(&mut self.names, key(self.place, [own, ""]), Ident::snake(own), Names::free)
    }
}

fn key<'k>(place: &'k str, detail: [&'k str; 2]) -> Key<'k> {
    Key { role: Role::Argument, place: Place::Text(place), detail }
}
