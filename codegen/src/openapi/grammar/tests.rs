//! Compares the table with the documentation of our extensions.

use super::extensions::kind_in;
use super::{EVERYWHERE, Kind, Shape, holders};

const PAPER: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/README.md"));

const GUIDE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/cli/README.md"));

/// Extensions of others that are read as well.
const OF_OTHERS: [&str; 4] = ["x-enum-varnames", "x-enum-names", "x-enum-descriptions", "x-ms-discriminator-value"];

/// The extensions, with the shapes of their values.
fn extensions() -> Vec<(Kind, &'static str, Shape)> {
    super::extensions().map(|(kind, key)| (kind, key.name, key.shape)).collect()
}

/// The section of an extension, if there is one.
fn section<'p>(paper: &'p str, name: &str) -> Option<&'p str> {
    let (_, rest) = paper.split_once(&format!("\n### `{name}`\n"))?;
    Some(rest.split("\n### ").next().unwrap_or(rest))
}

#[test]
fn every_extension_has_a_row_and_a_section() {
    let paper = PAPER;
    let everywhere = (EVERYWHERE.name, EVERYWHERE.shape);
    for (name, shape) in extensions().into_iter().map(|(_, name, shape)| (name, shape)).chain([everywhere]) {
        assert!(paper.contains(&format!("\n| [`{name}`](#{name}) |")), "{name} has no row in spec/README.md");
        let section = section(paper, name).unwrap_or_else(|| panic!("{name} has no section in spec/README.md"));
        assert!(section.contains("```yaml"), "{name} has no example in spec/README.md");
        let (keys, words) = match shape {
            Shape::Word(words) => (Vec::new(), words),
            shape => (
                kind_in(shape).map_or_else(Vec::new, |kind| kind.keys().iter().map(|key| key.name).collect()),
                [].as_slice(),
            ),
        };
        for key in keys {
            let is_shown = section.contains(&format!("`{key}`")) || section.contains(&format!("{key}:"));
            assert!(is_shown, "`{key}` of {name} is not explained in spec/README.md");
        }
        for word in words {
            assert!(paper.contains(&format!("`{word}`")), "`{word}` of {name} is not explained in spec/README.md");
        }
    }
}

#[test]
fn the_guide_lists_every_extension_once() {
    let rows = GUIDE.split("\n| `x-").skip(1).filter_map(|rest| rest.split_once("` |"));
    let mut rows: Vec<_> = rows.map(|(name, _)| format!("x-{name}")).collect();
    rows.sort_unstable();
    let names = extensions().into_iter().map(|(_, name, _)| name).chain(OF_OTHERS).chain([EVERYWHERE.name]);
    let names: std::collections::BTreeSet<_> = names.collect();
    assert_eq!(rows, names.into_iter().collect::<Vec<_>>());
}

#[test]
fn every_section_is_about_an_extension() {
    let paper = PAPER;
    let names: Vec<_> = extensions().into_iter().map(|(_, name, _)| name).chain([EVERYWHERE.name]).collect();
    let sections = paper.split("\n### `").skip(1).filter_map(|rest| rest.split_once('`')).map(|(name, _)| name);
    let rows =
        paper.split("\n| [`x-").skip(1).filter_map(|rest| rest.split_once('`')).map(|(name, _)| format!("x-{name}"));
    let (sections, rows): (Vec<_>, Vec<_>) = (sections.collect(), rows.collect());
    assert_eq!(sections, rows, "the sections stand in the order of the rows");
    for name in sections {
        assert!(names.contains(&name), "spec/README.md explains {name}, which does not exist");
    }
}

#[test]
fn holders_are_all_that_have_extensions() {
    for (kind, name, _) in extensions() {
        assert!(holders(name).any(|holder| holder == kind), "{name} of {}", kind.noun());
    }
}
