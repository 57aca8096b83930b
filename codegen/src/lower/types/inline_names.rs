//! The names of inline types: after their title, their place, or what their places have in common.

use super::super::short::is_same_word;
use super::Types;
use crate::ir::{Ident, Names, TypeId};

use crate::source::NodeId;

/// The maximum length of a name that is made up of a place.
const LONGEST: usize = 40;

/// The most words of a title that is a name.
const MOST_WORDS: usize = 5;

/// Words that say nothing about a type.
const GENERIC: &[&str] = &["Body", "Data", "Item", "Object", "Ok", "Request", "Response", "Result", "Type", "Value"];

/// An inline type whose name was made up, and may become that of several places.
#[derive(Debug)]
pub(super) struct Made {
    /// The words that the places have in common at their ends.
    words: Vec<String>,
    /// The same without the words at the ends that say nothing.
    says: Vec<String>,
    /// The schemas of the type.
    nodes: Vec<NodeId>,
    has_title: bool,
}

/// The names that a new type may have.
pub(super) struct Wanted {
    title: Option<Ident>,
    /// The best ones first.
    of_place: Vec<Ident>,
}

impl Wanted {
    pub(super) fn of(types: &Types<'_>, schema: NodeId, hint: &str) -> Self {
        Self { title: title(types, schema, 2), of_place: within(hint) }
    }

    /// Claims the first name that is free, or else the best name of the place with a number.
    pub(super) fn claim(&self, names: &mut Names, place: Ident) -> Ident {
        let mut wanted = self.title.iter().chain(&self.of_place);
        match wanted.find(|name| names.claim(name)) {
            Some(name) => name.clone(),
            None => names.free(self.of_place.first().cloned().unwrap_or(place)),
        }
    }
}

impl Made {
    pub(super) fn new(wanted: &Wanted, name: &Ident, schema: NodeId, hint: &str) -> Self {
        let words = words(hint);
        let says = saying(&words);
        Self { words, says, nodes: vec![schema], has_title: wanted.title.as_ref() == Some(name) }
    }
}

/// Names a type anew that another schema has as well.
pub(super) fn again(types: &mut Types<'_>, id: TypeId, schema: NodeId, hint: &str) {
    let Some(mut made) = types.made.remove(&id) else { return };
    made.nodes.push(schema);
    if !made.has_title
        && let Some(def) = types.defs.get(id.0)
    {
        let (module, old) = (def.module, def.name.clone());
        let place = words(hint);
        made.words = common_end(&made.words, &place);
        made.says = common_end(&made.says, &saying(&place));
        let title = title(types, schema, 1);
        made.has_title = title.is_some();
        // A place is a name as long as it is one for all.
        let common = if saying(&made.words).is_empty() { &made.says } else { &made.words };
        let of_places = Some(common.concat()).filter(|name| (1..=LONGEST).contains(&name.len()));
        let of_places = of_places.map(|name| Ident::camel(&name));
        let wanted = [title, of_places].into_iter().flatten();
        let names = types.names(module);
        if let Some(name) = wanted.filter(|name| *name != old).find(|name| names.claim(name)) {
            names.give_back(&old);
            types.input.ledger.rename(&made.nodes, &name);
            if let Some(def) = types.defs.get_mut(id.0) {
                def.name = name;
            }
        }
    }
    types.made.insert(id, made);
}

/// Returns the words that two places have in common at their ends: of a word and its plural, the former.
fn common_end(one: &[String], other: &[String]) -> Vec<String> {
    let both = one.iter().rev().zip(other.iter().rev());
    let same = both.take_while(|(one, other)| is_same_word(one, other));
    let mut words: Vec<_> =
        same.map(|(one, other)| if other.len() < one.len() { other } else { one }.clone()).collect();
    words.reverse();
    words
}

/// Returns words without those at the end that say nothing.
fn saying(words: &[String]) -> Vec<String> {
    let end = words.iter().rposition(|word| !GENERIC.contains(&word.as_str())).map_or(0, |at| at + 1);
    words.iter().take(end).cloned().collect()
}

/// Returns the name of a place. If it is too long, words in its middle are left out: it begins as the component around
/// it, and ends as the property.
fn within(hint: &str) -> Vec<Ident> {
    if hint.len() <= LONGEST {
        return vec![Ident::camel(hint)];
    }
    let words = words(hint);
    let name = |last: usize| {
        let (before, end) = words.split_at_checked(words.len().checked_sub(last)?)?;
        let end = end.concat();
        let mut begin = String::new();
        for word in before {
            if begin.len() + word.len() + end.len() > LONGEST {
                break;
            }
            begin.push_str(word);
        }
        (!begin.is_empty()).then(|| Ident::camel(&(begin + &end)))
    };
    [3, 4, 2, 5, 1, 6].into_iter().filter_map(name).collect()
}

/// Returns the title of a schema, if it is a name of so many words.
pub(super) fn title(types: &Types<'_>, schema: NodeId, fewest: usize) -> Option<Ident> {
    let title = types.input.sources.get_text(schema, "title")?;
    let count = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let count = count.max(words(title).len());
    // What FastAPI makes up for the responses of operations is none.
    let is_name = (fewest..=MOST_WORDS).contains(&count) && title.len() <= LONGEST && !title.starts_with("Response ");
    let is_generic = GENERIC.contains(&Ident::camel(title).plain());
    (is_name && title.is_ascii() && !is_generic).then(|| Ident::camel(title))
}

/// Returns the words of a name, such as `Pet`, `Home`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in Ident::camel(name).plain().chars() {
        match words.last_mut() {
            Some(word) if !letter.is_uppercase() => word.push(letter),
            _ => words.push(letter.to_string()),
        }
    }
    words
}
