//! What our extensions mean, for editors: the rows of the table in `spec/README.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Returns a function from the name of an extension to its description. Without the file, there are none.
pub(super) fn described(spec: &Path) -> impl Fn(&str) -> Option<String> + use<> {
    let rows = rows(&fs::read_to_string(spec.join("README.md")).unwrap_or_default());
    move |name| rows.get(name).cloned()
}

/// Returns the rows of extensions: ``| [`x-split`](#x-split) | where | values | what it controls |``.
fn rows(readme: &str) -> BTreeMap<String, String> {
    let row = |line: &str| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let [_, name, holder, values, controls, _] = cells.as_slice() else { return None };
        let name = name.strip_prefix("[`")?.split('`').next()?;
        let text = format!("{}. On: {}. Values: {}.", plain(controls), plain(holder), plain(values));
        name.starts_with("x-").then(|| (name.to_owned(), text))
    };
    readme.lines().filter_map(row).collect()
}

/// Returns Markdown without its links: an editor would look for their targets elsewhere.
fn plain(text: &str) -> String {
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    let joined = parts.fold(first, |text, part| text + part.split_once(')').map_or("", |(_, rest)| rest));
    joined.replace('[', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_sentences_without_links() {
        let readme = "| name | where | values | controls |\n|:--|:--|:--|:--|\n\
            | [`x-split`](#x-split) | query parameter | `true`, `false` | see [`x-max-url`](#x-max-url), or not |\n\
            | `quota` | nowhere | none | nothing |\n";
        let expected = "see `x-max-url`, or not. On: query parameter. Values: `true`, `false`.".to_owned();
        assert_eq!(rows(readme), BTreeMap::from([("x-split".to_owned(), expected)]));
        assert_eq!(rows(""), BTreeMap::new());
    }
}
