//! What differs between two elements, and in which way.

use std::collections::BTreeSet;

use crate::surface::{Aspect, Element, Subject};

/// What of an element differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum What {
    Whole,
    /// Its name on the wire, while that in Rust is the same.
    WireName,
    /// Its name in Rust, while the former one still works.
    FormerName,
    /// Any of the limits of a value.
    Limit,
    Aspect(Aspect),
}

/// In which way it differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Added,
    AddedRequired,
    Removed,
    RemovedRequired,
    /// Fewer values are possible than before.
    Narrower,
    /// More values are possible than before.
    Wider,
    Changed,
}

/// Returns the kind of the addition of an element.
pub(super) fn added(element: &Element) -> Kind {
    if is_required(element) { Kind::AddedRequired } else { Kind::Added }
}

/// Returns the kind of the removal of an element.
pub(super) fn removed(element: &Element) -> Kind {
    if is_required(element) { Kind::RemovedRequired } else { Kind::Removed }
}

/// Whether a value must be given.
pub(super) fn is_required(element: &Element) -> bool {
    matches!(element.aspect(Aspect::Presence), "required" | "nullable")
}

/// Returns whether callers do not write the name of an element: required arguments have none.
pub(super) fn is_nameless(element: &Element) -> bool {
    let subjects = [Subject::Parameter, Subject::Body, Subject::Variable, Subject::Credential];
    subjects.contains(&element.subject) && is_required(element)
}

/// Returns whether two names on the wire, or two values of an aspect, are the same one: names of headers ignore case.
pub(super) fn is_same(subject: Subject, aspect: Option<Aspect>, before: &str, after: &str) -> bool {
    let is_header = match (subject, aspect) {
        (Subject::Header, None) | (Subject::Version, Some(Aspect::RateLimit | Aspect::RequestId)) => true,
        (Subject::Parameter, None) | (Subject::Credential, Some(Aspect::Location)) => before.starts_with("header "),
        _ => false,
    };
    before == after || is_header && before.eq_ignore_ascii_case(after)
}

/// Returns what a difference of an aspect is about, and its kind; `None` if callers cannot tell the two apart.
pub(super) fn of_aspect(aspect: Aspect, before: Option<&str>, after: Option<&str>) -> Option<(What, Kind)> {
    let own = What::Aspect(aspect);
    Some(match aspect {
        Aspect::MinLength | Aspect::MinItems | Aspect::Minimum => (What::Limit, of_bound(before, after, true)),
        Aspect::MaxLength | Aspect::MaxItems | Aspect::Maximum => (What::Limit, of_bound(before, after, false)),
        Aspect::ItemsPerCall => (own, of_bound(before, after, false)),
        Aspect::Pattern => (What::Limit, of_pattern(before, after)),
        Aspect::Values => (What::Limit, of_values(before, after)?),
        // Any of the scopes is sufficient, and without a list all tokens are.
        Aspect::Scopes => (own, of_values(before, after)?),
        Aspect::Conversions | Aspect::Setters => (own, of_list(before, after)?),
        Aspect::Presence => (own, of_presence(before?, after?)),
        Aspect::Arguments => (own, of_arguments(before?, after?)?),
        // Their order is that of the document, and means nothing.
        Aspect::Statuses
        | Aspect::Redirects
        | Aspect::Fixed
        | Aspect::Split
        | Aspect::FilterRequired
        | Aspect::Key
        | Aspect::ProblemKeys
            if parts(before) == parts(after) =>
        {
            return None;
        }
        _ => (own, of_option(before, after)),
    })
}

fn of_option(before: Option<&str>, after: Option<&str>) -> Kind {
    match (before, after) {
        (None, _) => Kind::Added,
        (_, None) => Kind::Removed,
        _ => Kind::Changed,
    }
}

/// A bound that is absent restricts nothing.
fn of_bound(before: Option<&str>, after: Option<&str>, is_least: bool) -> Kind {
    let number = |text: &str| text.parse::<i128>().ok();
    match (before, after) {
        (None, _) => Kind::Narrower,
        (_, None) => Kind::Wider,
        (Some(before), Some(after)) => match number(before).zip(number(after)) {
            Some((before, after)) if (after > before) == is_least => Kind::Narrower,
            Some(_) => Kind::Wider,
            None => Kind::Changed,
        },
    }
}

fn of_pattern(before: Option<&str>, after: Option<&str>) -> Kind {
    match (before, after) {
        (None, _) => Kind::Narrower,
        (_, None) => Kind::Wider,
        _ => Kind::Changed,
    }
}

fn parts(list: Option<&str>) -> BTreeSet<&str> {
    list.unwrap_or_default().split(", ").filter(|part| !part.is_empty()).collect()
}

/// A list that is absent is empty. The order means nothing.
fn of_list(before: Option<&str>, after: Option<&str>) -> Option<Kind> {
    let (before, after) = (parts(before), parts(after));
    match (before.is_subset(&after), after.is_subset(&before)) {
        (true, true) => None,
        (true, false) => Some(Kind::Wider),
        (false, true) => Some(Kind::Narrower),
        (false, false) => Some(Kind::Changed),
    }
}

/// Without a list of values, all values are possible.
fn of_values(before: Option<&str>, after: Option<&str>) -> Option<Kind> {
    match (before, after) {
        (None, _) => Some(Kind::Narrower),
        (_, None) => Some(Kind::Wider),
        _ => of_list(before, after),
    }
}

fn of_presence(before: &str, after: &str) -> Kind {
    let states = |presence: &str| match presence {
        "required" => (false, false),
        "optional" => (true, false),
        "nullable" => (false, true),
        _ => (true, true),
    };
    let ((was_absent, was_null), (absent, null)) = (states(before), states(after));
    match (was_absent <= absent && was_null <= null, was_absent >= absent && was_null >= null) {
        (true, _) => Kind::Wider,
        (_, true) => Kind::Narrower,
        _ => Kind::Changed,
    }
}

/// The names of arguments are nothing to a caller, but their order is something.
fn of_arguments(before: &str, after: &str) -> Option<Kind> {
    let split = |list: &str| {
        let arguments = list.split(", ").filter_map(|argument| argument.split_once(": "));
        arguments.map(|(name, ty)| (name.to_owned(), ty.to_owned())).collect::<Vec<_>>()
    };
    let (before, after) = (split(before), split(after));
    let types = |list: &[(String, String)]| list.iter().map(|(_, ty)| ty.clone()).collect::<Vec<_>>();
    let names = |list: &[(String, String)]| list.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>();
    (types(&before) != types(&after) || names(&before) == names(&after)).then_some(Kind::Changed)
}
