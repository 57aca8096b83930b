//! Finds sensitive values within longer texts.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::pattern::is_number;
use super::vocabulary::Vocabulary;

/// The number of characters by which values are looked up.
const HEAD: usize = 4;
/// Values with fewer letters are not found within words.
const SHORTEST_PART: usize = 6;

/// Values to search for, in all spellings.
#[derive(Debug)]
pub(super) struct Index<'v> {
    vocabulary: &'v Vocabulary,
    /// By their first characters; the longest first.
    needles: HashMap<[char; HEAD], Vec<Needle>>,
}

#[derive(Debug)]
struct Needle {
    spelling: String,
    /// The spelling in lowercase.
    characters: Vec<char>,
    /// The value that it is a spelling of.
    original: String,
}

impl<'v> Index<'v> {
    pub(super) fn new<'t>(texts: impl Iterator<Item = &'t str>, vocabulary: &'v Vocabulary) -> Self {
        let mut needles: HashMap<_, Vec<Needle>> = HashMap::new();
        for (spelling, original) in texts.flat_map(|text| spellings(text).into_iter().map(move |it| (it, text))) {
            let characters: Vec<char> = spelling.chars().map(small).collect();
            if let Some(head) = characters.first_chunk().copied() {
                needles.entry(head).or_default().push(Needle { spelling, characters, original: original.to_owned() });
            }
        }
        needles.values_mut().for_each(|same| same.sort_by_key(|needle| Reverse(needle.characters.len())));
        Self { vocabulary, needles }
    }

    /// Returns where sensitive values occur in a text, from left to right, ignoring case, each with its original.
    pub(super) fn occurrences(&self, text: &str) -> Vec<(Range<usize>, &str)> {
        let places: Vec<(usize, char)> = text.char_indices().collect();
        let (written, folded): (Vec<char>, Vec<char>) = places.iter().map(|(_, c)| (*c, small(*c))).unzip();
        let offset = |at: usize| places.get(at).map_or(text.len(), |(offset, _)| *offset);
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(rest) = folded.get(at..).filter(|rest| !rest.is_empty()) {
            let same_head = rest.first_chunk().and_then(|head| self.needles.get(head));
            let fitting = same_head.into_iter().flatten().filter(|needle| {
                rest.starts_with(&needle.characters)
                    && !is_said(self.vocabulary, &written, &(at..at + needle.characters.len()))
            });
            let longest: Vec<&Needle> = fitting.fold(Vec::new(), |mut longest: Vec<&Needle>, needle| {
                if longest.first().is_none_or(|first| first.characters.len() == needle.characters.len()) {
                    longest.push(needle);
                }
                longest
            });
            let end = at + longest.first().map_or(0, |needle| needle.characters.len());
            let range = offset(at)..offset(end);
            // Of `anna` and `Anna`, prefers the exact spelling.
            let exact = longest.iter().find(|needle| text.get(range.clone()) == Some(&needle.spelling));
            if let Some(needle) = exact.or(longest.first()) {
                found.push((range, needle.original.as_str()));
            }
            at = end.max(at + 1);
        }
        found
    }
}

/// Returns a text as in forms and user names.
fn spellings(text: &str) -> Vec<String> {
    let mut all = vec![text.to_owned()];
    if text.contains(' ') {
        all.extend(["+", "_", ""].map(|space| text.replace(' ', space)));
    }
    all
}

/// Returns the lowercase letter, if it is a single one.
fn small(c: char) -> char {
    let mut lower = c.to_lowercase();
    lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
}

/// Whether the occurrence is a word of the API, or only part of a longer word.
fn is_said(vocabulary: &Vocabulary, characters: &[char], range: &Range<usize>) -> bool {
    let part = characters.get(range.clone()).unwrap_or_default();
    let before = range.start.checked_sub(1).and_then(|at| characters.get(at));
    let neighbours = |is: fn(&char) -> bool| before.is_some_and(is) || characters.get(range.end).is_some_and(is);
    let text: String = part.iter().collect();
    if is_number(&text) {
        return neighbours(char::is_ascii_digit);
    }
    if !part.iter().all(|c| c.is_alphanumeric()) {
        return vocabulary.is_name(&text);
    }
    let other = |c: &char| !c.is_alphanumeric();
    let start = characters.get(..range.start).and_then(|part| part.iter().rposition(other)).map_or(0, |at| at + 1);
    let length = characters.get(range.end..).and_then(|part| part.iter().position(other));
    let end = length.map_or(characters.len(), |length| range.end + length);
    let word = characters.get(start..end).unwrap_or_default();
    let said: String = word.iter().collect();
    if word.len() == part.len() {
        // `Mark` may be a name, `mark` is not.
        let small = !word.iter().any(|c| c.is_uppercase());
        return vocabulary.is_key(&said) || (small && vocabulary.knows(&said));
    }
    // `Lang` is not part of `language`, nor of other words that are not listed. Not all scripts separate words.
    let short = part.len() < SHORTEST_PART && part.iter().all(|c| c.is_alphabetic() && *c < '\u{250}');
    vocabulary.knows(&said) || (short && neighbours(|c| c.is_alphabetic()))
}
