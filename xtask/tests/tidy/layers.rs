//! The imports of each crate: its folders are layers, and no layer is part of a cycle.
//!
//! Files of one folder may import each other. From outside, a folder is a unit.

use std::collections::{BTreeMap, BTreeSet};

use super::{code, files, none, root};

/// Returns the source folders of the workspace's crates, as listed in its manifest.
///
/// A member without `src` has only tests.
fn sources() -> Vec<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let (_, members) = manifest.split_once("members = [").unwrap();
    let (members, _) = members.split_once(']').unwrap();
    let members = members.split(',').map(|member| member.trim().trim_matches('"')).filter(|member| !member.is_empty());
    members.map(|member| format!("{member}/src")).filter(|folder| root().join(folder).is_dir()).collect()
}

/// The imports of emit from the root of the generator.
const AT_THE_ROOT: &[&str] = &["RUNTIME_REVISION"];

/// The file at the root of a folder, as a part of that folder.
const SELF: &str = "its own file";

/// A module path from the root of its crate.
type Module = Vec<String>;

/// Returns the hand-written modules of a crate, each with its code without comments, strings and tests.
fn modules(folder: &str) -> BTreeMap<Module, String> {
    let all = files(folder, ".rs");
    // A program beside a library is not the root of the crate.
    let root = if all.contains_key(&format!("{folder}/lib.rs")) { "lib" } else { "main" };
    let (mut modules, mut tests) = (BTreeMap::new(), Vec::new());
    for (path, text) in all {
        let path = path.strip_prefix(folder).unwrap().trim_start_matches('/').trim_end_matches(".rs").to_owned();
        let mut module: Module = path.split('/').map(str::to_owned).collect();
        if module == [root] || module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let lines = || text.lines().map(str::trim);
        for declared in lines().zip(lines().skip(1)).filter(|(line, _)| *line == "#[cfg(test)]").map(|(_, next)| next) {
            let name = declared.strip_prefix("mod ").and_then(|name| name.strip_suffix(';'));
            tests.extend(name.map(|name| [&module[..], &[name.to_owned()]].concat()));
        }
        let is_test = module.iter().any(|part| part == "tests" || part.ends_with("_tests"))
            || lines().any(|line| line == "#![cfg(test)]");
        if is_test || module.first().is_some_and(|first| first == "bin") || text.starts_with("// @generated") {
            continue;
        }
        let code: Vec<_> = code(&text).map(|(_, line)| line).collect();
        modules.insert(module, without_texts(&code.join("\n")));
    }
    modules.retain(|module: &Module, _| !tests.iter().any(|test: &Module| module.starts_with(test)));
    modules
}

/// Returns code without its string literals.
fn without_texts(code: &str) -> String {
    let mut result = String::new();
    // A quote as a character begins no string.
    let code = code.replace("'\"'", "''");
    let mut chars = code.chars();
    while let Some(char) = chars.next() {
        result.push(char);
        if char == '"' {
            while let Some(inside) = chars.next() {
                match inside {
                    '\\' => drop(chars.next()),
                    '"' => break,
                    _ => {}
                }
            }
            result.push('"');
        }
    }
    result
}

/// Returns the paths at `start` of the code, each split at `::`, with braces expanded.
fn paths(code: &str, before: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = before.to_vec();
    let mut rest = code.trim_start();
    loop {
        let end = rest.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        path.extend((!name.is_empty()).then(|| name.to_owned()));
        let Some(next) = behind.trim_start().strip_prefix("::").map(str::trim_start) else { break };
        if let Some(list) = next.strip_prefix('{') {
            for part in parts(list) {
                paths(part, &path, found);
            }
            return;
        }
        if !next.starts_with(|char: char| char.is_alphanumeric() || char == '_') {
            break;
        }
        rest = next;
    }
    found.push(path);
}

/// Splits at commas, up to the closing brace.
fn parts(list: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut parts) = (0, 0, Vec::new());
    for (at, char) in list.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&list[begin..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Returns where `word` begins a path in the code: not after a part of a name or path. Visibility is not an import.
fn beginnings<'a>(code: &'a str, word: &str) -> Vec<&'a str> {
    let is_begin = |at: usize| {
        let before = &code[..at];
        !before.ends_with(|char: char| char.is_alphanumeric() || "_:$".contains(char)) && !before.ends_with("pub(in ")
    };
    code.match_indices(word).filter(|(at, _)| is_begin(*at)).map(|(at, _)| &code[at..]).collect()
}

/// Returns the exports of the root of a crate: names, each with its path. An exported macro is addressed at the root,
/// and belongs to the module that defines it.
fn exported(modules: &BTreeMap<Module, String>) -> BTreeMap<String, Vec<String>> {
    let root = modules.get(&Module::new()).map(String::as_str).unwrap_or_default();
    let mut found = Vec::new();
    for text in beginnings(root, "use ") {
        paths(&text["use ".len()..], &[], &mut found);
    }
    let of_root = |path: Vec<String>| path.into_iter().skip_while(|part| part == "self" || part == "crate").collect();
    let used = found.into_iter().map(of_root).filter_map(|path: Vec<String>| Some((path.last()?.clone(), path)));
    let macros = modules.iter().flat_map(|(module, code)| {
        let defined = code.split("#[macro_export]").skip(1).filter_map(|text| text.split_once("macro_rules! "));
        defined.filter_map(|(_, text)| Some((text.split_whitespace().next()?.to_owned(), module.clone())))
    });
    used.chain(macros).collect()
}

/// Returns the modules that each module names.
fn imports(modules: &BTreeMap<Module, String>) -> BTreeSet<(Module, Module)> {
    let exported = exported(modules);
    // The longest prefix of a path that is a module.
    let resolved = |path: &[String]| {
        let mut length = path.len();
        while !modules.contains_key(&path[..length]) {
            length -= 1;
        }
        path[..length].to_vec()
    };
    let mut edges = BTreeSet::new();
    for (module, code) in modules {
        let mut named = Vec::new();
        for word in ["crate::", "super::", "self::"] {
            for text in beginnings(code, word) {
                paths(text, &[], &mut named);
            }
        }
        for path in named {
            let mut from = module.clone();
            let mut path = path.as_slice();
            while let [first, rest @ ..] = path {
                match first.as_str() {
                    "crate" => from.clear(),
                    "super" => drop(from.pop()),
                    "self" => {}
                    _ => break,
                }
                path = rest;
            }
            from.extend(path.iter().cloned());
            if from.len() == 1 && AT_THE_ROOT.contains(&from[0].as_str()) {
                continue;
            }
            let mut target = resolved(&from);
            if let (true, Some(other)) = (target.is_empty(), path.first().and_then(|name| exported.get(name))) {
                target = resolved(other);
            }
            edges.insert((module.clone(), target));
        }
        // A parent module is above its children.
        for below in modules.keys().filter(|below| below.len() == module.len() + 1 && below.starts_with(module)) {
            edges.insert((module.clone(), below.clone()));
        }
    }
    edges.retain(|(from, to)| from != to);
    edges
}

/// Returns the imports between the parts of each folder, each with an example.
type Folders = BTreeMap<Module, BTreeMap<(String, String), String>>;

fn folders(edges: &BTreeSet<(Module, Module)>) -> Folders {
    let mut folders = Folders::new();
    for (from, to) in edges {
        let common = from.iter().zip(to).take_while(|(left, right)| left == right).count();
        let part = |module: &Module| module.get(common).cloned().unwrap_or_else(|| SELF.to_owned());
        let example = format!("{} → {}", from.join("/"), to.join("/"));
        folders.entry(from[..common].to_vec()).or_default().entry((part(from), part(to))).or_insert(example);
    }
    folders
}

/// Returns the parts on cycles, each with all parts of its cycle.
fn circles(edges: &BTreeMap<(String, String), String>) -> BTreeSet<BTreeSet<String>> {
    let reached = |start: &String| {
        let (mut seen, mut todo) = (BTreeSet::new(), vec![start]);
        while let Some(next) = todo.pop() {
            for (_, to) in edges.keys().filter(|(from, _)| from == next) {
                if seen.insert(to.clone()) {
                    todo.push(to);
                }
            }
        }
        seen
    };
    let names: BTreeSet<_> = edges.keys().flat_map(|(from, to)| [from, to]).collect();
    let all: BTreeMap<_, _> = names.iter().map(|name| (*name, reached(name))).collect();
    let of = |name: &String| -> BTreeSet<String> {
        let others = all[name].iter().filter(|other| all.get(other).is_some_and(|back| back.contains(name)));
        others.cloned().collect()
    };
    names.into_iter().map(of).filter(|circle| circle.len() > 1).collect()
}

#[test]
fn folders_are_in_no_circle() {
    let mut problems = Vec::new();
    let sources = sources();
    assert!(sources.len() > 8, "{sources:?}");
    for folder in &sources {
        let modules = modules(folder);
        for (within, edges) in folders(&imports(&modules)) {
            let is_folder = |part: &String| {
                let path: Module = within.iter().cloned().chain([part.clone()]).collect();
                modules.keys().any(|module| module.len() > path.len() && module.starts_with(&path))
            };
            // At the root, each file is a layer of its own.
            let is_bad = |circle: &&BTreeSet<String>| within.is_empty() || circle.iter().any(is_folder);
            for circle in circles(&edges).iter().filter(is_bad) {
                let inside = edges.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
                let examples: Vec<_> = inside.map(|(_, example)| format!("  {example}")).collect();
                let names: Vec<_> = circle.iter().map(String::as_str).collect();
                problems.push(format!(
                    "{folder}/{}: {} are in a circle:\n{}",
                    within.join("/"),
                    names.join(", "),
                    examples.join("\n")
                ));
            }
        }
    }
    none(problems);
}

/// The layers of the generator, as in ARCHITECTURE.md, from bottom to top.
fn drawn() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let lines = text.lines().skip_while(|line| !line.contains("┌─ ")).take_while(|line| !line.trim().is_empty());
    let name = |line: &str| {
        let line = line.trim_start_matches([' ', '┌', '│', '└', '─']);
        let (names, _) = line.split_once(" ──")?;
        Some(names.split(", ").map(str::to_owned).collect::<Vec<_>>())
    };
    lines.filter_map(name).flatten().collect()
}

/// The layers of the runtime, from bottom to top. The other modules at the root of the crate may import all of them.
const RUNTIME: &[&str] = &["types", "wire", "transport", "test_util", "call"];

/// Returns the imports that violate an order of the parts of a crate, given from bottom to top.
fn against(order: &[String], folder: &str, is_bound: impl Fn(&String) -> bool) -> Vec<String> {
    let place = |part: &String| order.iter().position(|layer| layer == part);
    let edges = folders(&imports(&modules(folder))).remove(&Vec::new()).unwrap();
    let mut problems = Vec::new();
    for ((from, to), example) in edges.iter().filter(|((from, _), _)| from != SELF && is_bound(from)) {
        match (place(from), place(to)) {
            (Some(from), Some(to)) if to < from => {}
            (None, _) => problems.push(format!("`{from}` is not in the picture")),
            _ => problems.push(format!("`{from}` may not import `{to}`, which stands below it: {example}")),
        }
    }
    problems.dedup();
    problems
}

#[test]
fn the_picture_is_the_order_of_imports() {
    let drawn = drawn();
    assert!(drawn.len() > 10, "{drawn:?}");
    none(against(&drawn, "codegen/src", |_| true));
}

#[test]
fn layers_of_the_runtime_import_those_below_them() {
    let order: Vec<_> = RUNTIME.iter().map(|layer| (*layer).to_owned()).collect();
    none(against(&order, "codegen/runtime/src", |from| order.contains(from)));
}

#[test]
fn imports_are_found_wherever_they_stand() {
    let code = [
        (vec![], "pub use a::Thing;\nmod a;\nmod b;\nmod c;"),
        (vec!["a"], "use super::b::{self, inner::{Deep, Other}};"),
        (vec!["b"], "fn f() -> crate::c::Type { \"crate::a::no\"; self::inner::g() }"),
        (vec!["b", "inner"], "use crate::Thing; use super::super::c;"),
        (vec!["c"], "fn crate_path(x: mycrate::a::X) { crate::__made!() }"),
        (vec!["d"], "#[macro_export]\nmacro_rules! __made { () => {} }"),
    ];
    let module = |path: &[&str]| path.iter().map(|part| (*part).to_owned()).collect::<Module>();
    let modules = code.iter().map(|(path, code)| (module(path), without_texts(code))).collect();
    let found: Vec<_> = imports(&modules)
        .iter()
        .filter(|(from, _)| !from.is_empty())
        .map(|(from, to)| format!("{} {}", from.join("/"), to.join("/")))
        .collect();
    assert_eq!(found, ["a b", "a b/inner", "b b/inner", "b c", "b/inner a", "b/inner c", "c d"]);
    let of_root = folders(&imports(&modules)).remove(&Vec::new()).unwrap();
    let circles: Vec<_> = circles(&of_root).into_iter().flatten().collect();
    assert_eq!(circles, ["a", "b"]);
}
