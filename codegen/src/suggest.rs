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
