//! Strings that match a regular expression.

use regex_syntax::hir::{Class, Hir, HirKind};

/// How many times more than necessary an expression is repeated.
const MORE: u32 = 3;

/// Longer strings are not made.
const LONGEST: usize = 4_096;

/// Returns strings that match a pattern, of these lengths if possible; nothing for a pattern that looks around.
pub(super) fn texts(pattern: &str, shortest: usize, longest: usize) -> Vec<String> {
    // JSON Schema's patterns are those of JavaScript, which escapes more characters.
    let plain = pattern.replace("\\/", "/").replace("\\-", "-").replace("(?<", "(?P<");
    let parsed = [pattern, plain.as_str()].into_iter().find_map(|text| regex_syntax::parse(text).ok());
    let Some(hir) = parsed else { return Vec::new() };
    let mut texts = Vec::new();
    for more in 0..=MORE {
        for choice in 0..3 {
            let mut text = String::new();
            write(&hir, Wanted { more, choice, length: 0 }, &mut text);
            texts.push(text);
        }
    }
    if shortest > 0 {
        let mut text = String::new();
        write(&hir, Wanted { more: 0, choice: 0, length: shortest }, &mut text);
        texts.insert(0, text);
    }
    texts.retain(|text| (shortest..=longest).contains(&text.chars().count()));
    texts.sort();
    texts.dedup();
    texts.sort_by_key(String::len);
    texts
}

/// Which of the strings is wanted.
#[derive(Clone, Copy)]
struct Wanted {
    more: u32,
    choice: usize,
    /// The length that repetitions have to reach.
    length: usize,
}

fn write(hir: &Hir, wanted: Wanted, text: &mut String) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(char_of(class, wanted.choice + text.len())),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let count = repetition.min.saturating_add(wanted.more).min(most);
            let mut written = 0;
            while (written < count || (written < most && text.len() < wanted.length)) && text.len() < LONGEST {
                let before = text.len();
                write(&repetition.sub, wanted, text);
                written += 1;
                if text.len() == before {
                    break;
                }
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, wanted, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, wanted, text)),
        HirKind::Alternation(parts) => {
            if let Some(part) = parts.get(wanted.choice % parts.len().max(1)) {
                write(part, wanted, text);
            }
        }
    }
}

/// Returns a character of a class, a letter or digit if it has one.
fn char_of(class: &Class, choice: usize) -> Option<char> {
    const USUAL: &str = "a1b2A0cdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ3456789-_.";
    let contains = |char: char| match class {
        Class::Unicode(class) => class.iter().any(|range| (range.start()..=range.end()).contains(&char)),
        Class::Bytes(class) => {
            u8::try_from(char).is_ok_and(|byte| class.iter().any(|range| (range.start()..=range.end()).contains(&byte)))
        }
    };
    let usual: Vec<_> = USUAL.chars().filter(|char| contains(*char)).take(6).collect();
    let other = match class {
        Class::Unicode(class) => class.iter().next().map(|range| range.start()),
        Class::Bytes(class) => class.iter().next().map(|range| char::from(range.start())),
    };
    usual.get(choice % usual.len().max(1)).copied().or(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_match_their_patterns() {
        for pattern in
            ["^[a-z]{3,5}$", "^(cat|dog)-\\d+$", "^v[0-9]+\\.[0-9]+$", "x?y*z+", "^\\w{8}$", "^[^/]+\\/[^/]+$"]
        {
            let schema = serde_json::json!({"pattern": pattern});
            let validator = jsonschema::validator_for(&schema).unwrap();
            let texts = texts(pattern, 0, 100);
            assert!(!texts.is_empty(), "{pattern}");
            for text in texts {
                assert!(validator.is_valid(&text.clone().into()), "{pattern} {text:?}");
            }
        }
        assert!(texts("^a(?=b)", 0, 100).is_empty());
        assert!(texts("^[a-z]*$", 20, 30).iter().any(|text| text.len() >= 20));
    }
}
