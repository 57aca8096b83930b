//! The pages of generated types show what a caller can use.

use std::fs;

use super::{files, root};

/// The traits whose implementations tell a caller something, although only generated code names them: the items of a
/// list.
const TELLING: &[&str] = &["Listing", "Page"];

/// Returns the public traits of a file that rustdoc shows.
fn shown(text: &str) -> Vec<&str> {
    let lines: Vec<_> = text.lines().collect();
    let traits = lines.iter().enumerate().filter_map(|(index, line)| {
        let name = line.trim_start().strip_prefix("pub trait ")?;
        let mut above = lines[..index].iter().rev().map(|line| line.trim_start());
        let is_hidden = above.by_ref().take_while(|line| line.starts_with("#[")).any(|line| line == "#[doc(hidden)]");
        (!is_hidden).then(|| name.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or(name))
    });
    traits.collect()
}

/// rustdoc lists an implementation on the page of its type, with all methods, unless the trait is hidden.
#[test]
fn traits_for_generated_code_are_hidden_from_the_pages_of_types() {
    for (text, expected) in [
        ("/// A value.\npub trait Check {}\npub struct Check;", &["Check"][..]),
        ("#[doc(hidden)]\npub trait Check: Sized {}", &[]),
        ("#[doc(hidden)]\n#[allow(dead_code)]\npub trait Check<T> {}", &[]),
        ("#[doc(hidden)]\npub struct One;\npub trait Two<'a> {}\npub(crate) trait Three {}", &["Two"]),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
    let public = fs::read_to_string(root().join("codegen/runtime/src/lib.rs")).unwrap();
    let words: Vec<_> = public.split(|letter: char| !letter.is_alphanumeric()).chain(TELLING.iter().copied()).collect();
    let sources = files("codegen/runtime/src", ".rs");
    let left = sources.iter().flat_map(|(path, text)| shown(text).into_iter().map(move |name| (path, name)));
    let left: Vec<_> = left.filter(|(_, name)| !words.contains(name)).collect();
    assert!(left.is_empty(), "add #[doc(hidden)], or export it for callers: {left:#?}");
}
