//! Suggestions: "did you mean …?"

/// Returns the candidate that is most similar to `word`, if it is close enough to ask whether it is meant.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 3);
    let word = word.to_lowercase();
    candidates
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns the only candidate that begins with `word`, if it is long enough to be an abbreviation.
pub fn abbreviated<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut found = candidates.filter(|candidate| word.len() > 2 && candidate.starts_with(word));
    found.next().filter(|_| found.next().is_none())
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

    #[test]
    fn completes_what_can_be_completed_in_one_way() {
        let keys = ["description", "required", "requestBody", "parameters"];
        for (word, expected) in [
            ("desc", Some("description")),
            ("descr", Some("description")),
            ("param", Some("parameters")),
            ("requi", Some("required")),
            ("req", None),
            ("pa", None),
            ("body", None),
        ] {
            assert_eq!(abbreviated(word, keys.into_iter()), expected, "{word}");
        }
    }
}
