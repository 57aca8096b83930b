//! Whether a branch of a union can be selected: by a value that is looked for.

use super::choose::Choice;
use super::value::{Maker, Part, Value, Values, objects};
use crate::ir::{Api, Branch};

/// How many values of a branch are tried.
const MOST_TRIALS: usize = 4_000;

/// How many values of its parts are made.
const MOST_VALUES: usize = 20_000;

/// Returns whether some value selects a branch.
pub(super) fn is_selected(api: &Api, choice: &Choice<'_>, index: usize, branch: &Branch) -> bool {
    // Most branches differ by their own keys.
    (1..=4).any(|levels| {
        let all = Maker::new(api, MOST_VALUES).of_branch(branch, levels);
        let selects = |value: &Value| choice.choose(value) == Some(index);
        all.iter().any(|values| match values {
            Values::Listed(values) => values.iter().any(selects),
            Values::Parts(parts) => {
                objects(parts, 0).iter().any(selects)
                    || levels > 1 && [true, false].into_iter().any(|all| climbs(choice, index, parts, all))
            }
        })
    })
}

/// Returns the branches that read the first values of a branch.
pub(super) fn readers(api: &Api, choice: &Choice<'_>, branch: &Branch) -> Vec<usize> {
    let mut readers = Vec::new();
    for values in Maker::new(api, MOST_VALUES).of_branch(branch, 2) {
        let values = match values {
            Values::Listed(values) => values,
            Values::Parts(parts) => objects(&parts, 128),
        };
        for reader in values.iter().filter_map(|value| choice.choose(value)) {
            if !readers.contains(&reader) {
                readers.push(reader);
            }
        }
    }
    readers.sort_unstable();
    readers
}

/// Changes one part of an object after the other, as long as fewer other branches are preferred; from the object with
/// all parts, or from that with the required ones.
fn climbs(choice: &Choice<'_>, index: usize, parts: &[Part], has_all: bool) -> bool {
    let first = |part: &Part| ((has_all || part.is_required) && !part.values.is_empty()).then_some(0);
    let mut chosen: Vec<Option<usize>> = parts.iter().map(first).collect();
    let mut best = choice.rivals(&object(parts, &chosen), index).unwrap_or(usize::MAX);
    let mut trials = 0;
    while best > 0 && trials < MOST_TRIALS {
        let mut better = None;
        'search: for (at, part) in parts.iter().enumerate() {
            let absent = (!part.is_required).then_some(None);
            for other in (0..part.values.len()).map(Some).chain(absent) {
                let Some(place) = chosen.get_mut(at) else { continue };
                let before = std::mem::replace(place, other);
                let rivals = choice.rivals(&object(parts, &chosen), index).unwrap_or(usize::MAX);
                trials += 1;
                if rivals < best {
                    (best, better) = (rivals, Some(()));
                    break 'search;
                }
                if let Some(place) = chosen.get_mut(at) {
                    *place = before;
                }
            }
        }
        if better.is_none() {
            return false;
        }
    }
    choice.choose(&object(parts, &chosen)) == Some(index)
}

fn object(parts: &[Part], chosen: &[Option<usize>]) -> Value {
    let entry =
        |(part, chosen): (&Part, &Option<usize>)| Some((part.key.clone(), part.values.get((*chosen)?)?.clone()));
    Value::Object(parts.iter().zip(chosen).filter_map(entry).collect())
}
