//! The pseudonyms of a run: sensitive values and their replacements.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::fake::fake;
use super::kind::{Kind, refined};
use super::message::{self, Known, Part, SHORTEST_DIGITS};
use super::pattern::{is_email, is_number};
use super::search::Index;
use super::vocabulary::Vocabulary;

/// Shorter texts are not searched for in longer ones. Neither are shorter numbers, which could be ids.
const SHORTEST: usize = 4;
const SHORTEST_NUMBER: usize = 7;
/// The number of attempts at an unused replacement before a number is appended.
const ATTEMPTS: usize = 200;

/// The sensitive values of a run, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct SensitiveValues {
    originals: IndexMap<String, Kind>,
    /// Numbers that are kept, and therefore not searched for.
    numbers: HashSet<String>,
    /// Messages of the API. Their unknown values are collected last, when all other values are known.
    messages: Vec<String>,
}

impl SensitiveValues {
    pub(super) fn add(&mut self, kind: Kind, text: &str) {
        if text.is_empty() {
            return;
        }
        let kind = refined(kind, text);
        let known = self.originals.entry(key(text)).or_insert(kind);
        *known = kind.min(*known);
    }

    pub(super) fn keep_number(&mut self, text: &str) {
        self.numbers.insert(text.to_owned());
    }

    pub(super) fn add_message(&mut self, text: &str) {
        self.messages.push(text.to_owned());
    }

    /// Whether a value is searched for in longer texts.
    fn is_searched(&self, text: &str) -> bool {
        let length = text.chars().count();
        if is_number(text) { length >= SHORTEST_NUMBER && !self.numbers.contains(text) } else { length >= SHORTEST }
    }
}

/// Normalizes a value: e-mail addresses are case-insensitive.
fn key(text: &str) -> String {
    if is_email(text) { text.to_lowercase() } else { text.to_owned() }
}

/// The pseudonym of each sensitive value of a run.
#[derive(Debug)]
pub(super) struct Replacements<'v> {
    fakes: HashMap<String, String>,
    /// The pseudonyms by the lowercase original.
    in_any_case: HashMap<String, String>,
    /// The pseudonyms of numbers, by their digits without separators.
    digits: HashMap<String, String>,
    index: Index<'v>,
    known: Known<'v>,
}

impl<'v> Replacements<'v> {
    pub(super) fn new(values: &SensitiveValues, vocabulary: &'v Vocabulary) -> Self {
        let searched = values.originals.keys().filter(|original| values.is_searched(original));
        let index = Index::new(searched.map(String::as_str), vocabulary);
        let known = Known {
            vocabulary,
            ids: values.numbers.clone(),
            digits: values.originals.keys().filter_map(|original| digits_of(original)).collect(),
        };
        let originals = with_unknown_values(values, &index, &known);
        let mut taken: HashSet<String> = originals.keys().map(|original| original.to_lowercase()).collect();
        let mut counters: HashMap<Kind, usize> = HashMap::new();
        let mut fakes: HashMap<String, String> = HashMap::new();
        let (mut in_any_case, mut digits) = (HashMap::new(), HashMap::new());
        // Full names are replaced by the pseudonyms of their parts.
        let (full, parts): (Vec<_>, Vec<_>) = originals.iter().partition(|(_, kind)| **kind == Kind::FullName);
        for (original, kind) in parts.into_iter().chain(full) {
            let of_parts = (*kind == Kind::FullName).then(|| of_parts(original, &fakes)).flatten();
            let of_parts = of_parts.filter(|name| !taken.contains(&name.to_lowercase()));
            let counter = counters.entry(*kind).or_default();
            let fake = of_parts.unwrap_or_else(|| next_free(*kind, original, counter, &taken, &index));
            taken.insert(fake.to_lowercase());
            in_any_case.entry(original.to_lowercase()).or_insert_with(|| fake.clone());
            if let (Some(old), Some(new)) = (digits_of(original), digits_of(&fake))
                && old.len() == new.len()
            {
                digits.entry(old).or_insert(new);
            }
            fakes.insert(original.clone(), fake);
        }
        Self { fakes, in_any_case, digits, index, known }
    }

    /// Returns the pseudonym of a value that was found as a whole.
    pub(super) fn of(&self, text: &str) -> String {
        self.fakes.get(&key(text)).cloned().unwrap_or_else(|| text.to_owned())
    }

    /// Returns the pseudonym of an unknown part of a message.
    fn of_unknown(&self, text: &str) -> String {
        let same = self.fakes.get(text).or_else(|| self.in_any_case.get(&text.to_lowercase()));
        if let Some(fake) = same {
            return fake.clone();
        }
        let new = digits_of(text).and_then(|digits| self.digits.get(&digits)).map(String::as_str).unwrap_or_default();
        let mut new = new.chars();
        text.chars().map(|c| if c.is_alphanumeric() { new.next().unwrap_or('0') } else { c }).collect()
    }

    /// Returns a message of the API with its unknown parts replaced.
    pub(super) fn message(&self, text: &str) -> String {
        message::readable(text, &mut |text| {
            let (mut replaced, mut from) = (String::new(), 0);
            for (range, part) in message::parts(text, &self.index, &self.known) {
                replaced += text.get(from..range.start).unwrap_or_default();
                replaced += &match part {
                    Part::Original(original) => self.of(original),
                    Part::Unknown(_) => self.of_unknown(text.get(range.clone()).unwrap_or_default()),
                };
                from = range.end;
            }
            replaced + text.get(from..).unwrap_or_default()
        })
    }

    /// Returns a text with its sensitive parts replaced.
    pub(super) fn within(&self, text: &str) -> String {
        let mut replaced = String::new();
        let mut from = 0;
        for (range, original) in self.index.occurrences(text) {
            replaced += text.get(from..range.start).unwrap_or_default();
            replaced += self.fakes.get(original).map_or("", String::as_str);
            from = range.end;
        }
        replaced + text.get(from..).unwrap_or_default()
    }
}

/// Returns the sensitive values, followed by the unknown values of messages.
fn with_unknown_values(values: &SensitiveValues, index: &Index<'_>, known: &Known<'_>) -> IndexMap<String, Kind> {
    let mut all = values.originals.clone();
    let mut have: HashSet<String> = all.keys().map(|original| original.to_lowercase()).collect();
    have.extend(all.keys().filter_map(|original| digits_of(original)));
    for text in &values.messages {
        message::readable(text, &mut |text| {
            for (range, part) in message::parts(text, index, known) {
                let Part::Unknown(kind) = part else { continue };
                let value = text.get(range).unwrap_or_default();
                let value = digits_of(value).unwrap_or_else(|| value.to_owned());
                if have.insert(value.to_lowercase()) {
                    all.insert(value, kind);
                }
            }
            text.to_owned()
        });
    }
    all
}

/// Returns the digits of a text that consists of digits and separators.
fn digits_of(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= SHORTEST_DIGITS && !text.contains(char::is_alphabetic)).then_some(digits)
}

/// Returns the pseudonym of a first and a last name, if both have one.
fn of_parts(name: &str, fakes: &HashMap<String, String>) -> Option<String> {
    name.match_indices(' ').find_map(|(at, _)| {
        let (first, last) = (name.get(..at)?, name.get(at + 1..)?);
        Some(format!("{} {}", fakes.get(&key(first))?, fakes.get(&key(last))?))
    })
}

/// Returns the next invented text of this kind that is unused: it neither is nor contains an original of the run.
fn next_free(kind: Kind, original: &str, counter: &mut usize, taken: &HashSet<String>, index: &Index<'_>) -> String {
    let (own, mut last) = (original.to_lowercase(), String::new());
    for attempt in 0..2 * ATTEMPTS {
        last = fake(kind, original, *counter);
        *counter += 1;
        let new = last.to_lowercase();
        let free = !taken.contains(&new) && index.occurrences(&last).is_empty();
        // There are only ten numbers of one digit.
        if free || (attempt >= ATTEMPTS && new != own && (is_number(original) || !taken.contains(&new))) {
            return last;
        }
    }
    if is_number(original) { last } else { format!("{last}-{counter}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_support::Spec;

    #[test]
    fn replacements_are_new_and_distinct() {
        let vocabulary = Vocabulary::of(&Spec::read(&Spec::folder()).unwrap());
        let mut values = SensitiveValues::default();
        let originals = [
            (Kind::FirstName, "Rowan"),
            (Kind::FirstName, "rowan"),
            (Kind::LastName, "Thornbury"),
            (Kind::FullName, "Rowan Thornbury"),
            (Kind::FullName, "Linnea Valdivia"),
            (Kind::Email, "person-1@example.org"),
            (Kind::Email, "Person-2@Example.org"),
            (Kind::Ip, "192.0.2.1"),
            (Kind::Ip, "2001:db8::2"),
            (Kind::Phone, "555-0100"),
            (Kind::City, "Larkfield"),
            (Kind::Street, "Larch Avenue"),
            (Kind::Prose, "amber"),
            (Kind::StoreHash, test_support::STORE),
        ];
        originals.into_iter().for_each(|(kind, original)| values.add(kind, original));
        for zip in 0..2000 {
            values.add(Kind::Code, &format!("{zip:05}"));
            values.add(Kind::LastName, &format!("Name{zip}"));
        }
        let replacements = Replacements::new(&values, &vocabulary);
        let fakes: HashSet<&String> = replacements.fakes.values().collect();
        assert_eq!(fakes.len(), values.originals.len());
        let known = fakes.iter().filter(|fake| values.originals.contains_key(&key(fake)));
        assert_eq!(known.collect::<Vec<_>>(), Vec::<&&String>::new());
        assert_eq!(replacements.of("PERSON-1@example.ORG"), replacements.of("person-1@example.org"));
    }

    #[test]
    fn short_texts_and_small_numbers_are_not_searched_for() {
        let vocabulary = Vocabulary::of(&Spec::read(&Spec::folder()).unwrap());
        let mut values = SensitiveValues::default();
        for (kind, original) in [
            (Kind::FirstName, "Al"),
            (Kind::Code, "10115"),
            (Kind::LastName, "Lang"),
            (Kind::LastName, "Mark"),
            (Kind::Company, "Customer"),
            (Kind::Phone, "4930901820"),
            (Kind::Phone, "5000000007"),
        ] {
            values.add(kind, original);
        }
        values.keep_number("5000000007");
        let replacements = Replacements::new(&values, &vocabulary);
        for same in ["Al is short", "id 10115", "a new languor", "the customer", "14930901820", "id 5000000007"] {
            assert_eq!(replacements.within(same), same);
        }
        for changed in ["Lang exists", "LANG_2", "mr Mark", "phone 4930901820."] {
            assert_ne!(replacements.within(changed), changed);
        }
    }
}
