//! "Did you mean …?"

/// The candidate that is most like `word`, if one is like enough to be meant.
pub(crate) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 3);
    candidates
        .map(|candidate| (distance(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    let mut last = None;
    for (line, a) in left.chars().enumerate() {
        let mut next = vec![line + 1];
        for (at, b) in right.iter().enumerate() {
            let cell = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut best = (cell(&row, at) + usize::from(a != *b)).min(cell(&row, at + 1) + 1).min(cell(&next, at) + 1);
            if let Some(previous) = at.checked_sub(1)
                && last == Some(*b)
                && right.get(previous) == Some(&a)
            {
                best = best.min(cell(&before, previous) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
        last = Some(a);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_close_and_nothing_else() {
        let keys = ["description", "required", "properties", "type", "items"];
        for (word, expected) in [
            ("descripton", Some("description")),
            ("propreties", Some("properties")),
            ("tpye", Some("type")),
            ("Items", Some("items")),
            ("nullable", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, keys.into_iter()), expected, "{word}");
        }
    }
}
