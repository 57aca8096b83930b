//! A component of the real spec that moves to another fragment keeps its names, and its path for callers.

use codegen::{Callers, Model, compare, model};
use serde_yaml::Value;

use crate::names::{Spec, at, options, read, run, written};

fn modelled(spec: &Spec, ledger: &str) -> Model {
    let modelled = model(&[written(spec).folder().to_owned()], &options(Some(ledger)), None);
    modelled.model.unwrap_or_else(|| panic!("{:#?}", modelled.diagnostics))
}

/// Moves a component to the common fragment of its version.
fn moved(spec: &Spec, path: &str, key: &str) -> Spec {
    let (version, file) = path.split_once('/').unwrap();
    let (mut spec, common) = (spec.clone(), format!("{version}/common.yaml"));
    let schemas = |spec: &mut Spec, path: &str| {
        let document = spec.get_mut(path).unwrap();
        std::mem::take(at(document, &["components", "schemas"]).unwrap())
    };
    let (mut here, mut there) = (schemas(&mut spec, path), schemas(&mut spec, &common));
    let mut schema = here.shift_remove(key).unwrap();
    rewrite(&mut schema, &|reference| match reference.strip_prefix("common.yaml") {
        Some(local) => local.to_owned(),
        None if reference.starts_with('#') => format!("{file}{reference}"),
        None => reference.to_owned(),
    });
    there.insert(key.into(), schema);
    *at(spec.get_mut(path).unwrap(), &["components", "schemas"]).unwrap() = here;
    *at(spec.get_mut(&common).unwrap(), &["components", "schemas"]).unwrap() = there;
    let pointer = format!("#/components/schemas/{key}");
    for (other, value) in spec.iter_mut().filter(|(other, _)| other.starts_with(version)) {
        let old = if other == path { pointer.clone() } else { format!("{file}{pointer}") };
        let new = if *other == common { pointer.clone() } else { format!("common.yaml{pointer}") };
        rewrite(value, &|reference| {
            let rest = reference.strip_prefix(&old).filter(|rest| rest.is_empty() || rest.starts_with('/'));
            rest.map_or_else(|| reference.to_owned(), |rest| format!("{new}{rest}"))
        });
    }
    spec
}

/// Rewrites all references below a node, also those of extensions.
fn rewrite(node: &mut Value, new: &dyn Fn(&str) -> String) {
    match node {
        Value::Mapping(map) => map.iter_mut().for_each(|(_, value)| rewrite(value, new)),
        Value::Sequence(items) => items.iter_mut().for_each(|item| rewrite(item, new)),
        Value::String(text) if text.contains("#/components/") => *text = new(text),
        _ => {}
    }
}

#[test]
fn what_moves_to_common_keeps_its_names_and_works_under_its_old_path() {
    let before = read();
    let ledger = run(&before, None).ledger.unwrap();
    let base = modelled(&before, &ledger);
    for (path, key) in [
        // With a struct of required fields, and an enum.
        ("v3/segments.yaml", "SegmentCreate"),
        ("v2/addresses.yaml", "AddressType"),
    ] {
        let after = moved(&before, path, key);
        let generated = run(&after, Some(&ledger));
        let comparison = compare(&base, &modelled(&after, &ledger));
        let loud = comparison.findings.iter().filter(|finding| finding.callers > Callers::Documentation);
        let loud: Vec<_> = loud.map(|finding| format!("{} {}", finding.rule.code, finding.item)).collect();
        assert_eq!(loud, [""; 0], "{path} {key}");
        let (version, module) = path.trim_end_matches(".yaml").split_once('/').unwrap();
        let alias = format!("pub use common::{key};");
        let file = &generated.tree.as_ref().unwrap().files[&format!("{version}/{module}.rs")];
        assert!(file.contains(&alias), "{path} has no `{alias}`");
        // It stays until the maintainers remove its line.
        let again = run(&after, generated.ledger.as_deref());
        assert!(again.tree == generated.tree, "{path} {key}");
        assert_eq!(again.ledger, generated.ledger);
        let without: String = again
            .ledger
            .unwrap()
            .lines()
            .filter(|line| !line.starts_with("former "))
            .map(|l| format!("{l}\n"))
            .collect();
        assert!(!run(&after, Some(&without)).digest.unwrap().contains(&format!("::{module}::{key} = ")));
    }
}

#[test]
fn aliases_of_values_move_with_their_enum() {
    let line = "#/components/schemas/AddressType residential = Home, was Residential\n";
    let before = read();
    let ledger = format!("{}value v2/addresses.yaml{line}", run(&before, None).ledger.unwrap());
    let after = run(&moved(&before, "v2/addresses.yaml", "AddressType"), Some(&ledger));
    assert!(after.ledger.unwrap().contains(&format!("value v2/common.yaml{line}")));
    assert!(after.digest.unwrap().contains("v2::common::AddressType::Residential = v2::common::AddressType::Home"));
}
