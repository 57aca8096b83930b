//! The invariants of ARCHITECTURE.md that a text search can check, and the documents against the spec.
mod layers;
mod promises;
mod rustdoc;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Returns the files below a folder of the workspace with this extension, by their path from the root.
fn files(folder: &str, ending: &str) -> BTreeMap<String, String> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![PathBuf::from(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            let name = path.to_string_lossy().replace('\\', "/");
            if entry.file_type().unwrap().is_dir() {
                // A workspace of its own has its own build.
                folders.extend((entry.file_name() != "target").then_some(path));
            } else if name.ends_with(ending) {
                found.insert(name, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    found
}

/// Returns what is written for readers, by its path: the papers at the root, and each README and `docs/` below.
fn papers() -> BTreeMap<String, String> {
    let top = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        .map(|name| (name.to_owned(), fs::read_to_string(root().join(name)).unwrap()));
    let below = [".github", "codegen", "generated-client", "spec", "tests", "xtask"]
        .into_iter()
        .flat_map(|it| files(it, ".md"));
    top.into_iter()
        .chain(below.filter(|(path, _)| {
            path.ends_with("/README.md") || path.contains("/docs/") || path.starts_with(".github/")
        }))
        .collect()
}

/// Returns the code of a file without comments and tests. It continues after a test item of one line, such as `mod
/// tests;`.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut lines = (1..).zip(text.lines()).peekable();
    let next = move || loop {
        let (number, line) = lines.next()?;
        if line == "#[cfg(test)]" {
            lines.next_if(|(_, item)| item.ends_with(';'))?;
        } else if !line.trim_start().starts_with("//") {
            return Some((number, line));
        }
    };
    std::iter::from_fn(next).fuse()
}

#[track_caller]
fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn no_hand_written_file_is_too_long_to_read() {
    let all =
        ["codegen", "generated-client", "tests", "xtask"].map(|folder| files(folder, ".rs")).into_iter().flatten();
    let written = all.filter(|(_, text)| !text.starts_with("// @generated"));
    let long = written.map(|(name, text)| (name, text.lines().count())).filter(|(_, lines)| *lines > 400);
    none(long.map(|(name, lines)| format!("{name} has {lines} lines: split it by subject")).collect());
}

#[test]
fn stages_keep_to_their_own_dependencies() {
    let rules: &[(&str, &[&str])] = &[
        ("saphyr_parser", &["source"]),
        ("serde_yaml", &["source"]),
        ("openapiv3", &["openapi", "schema", "examples", "lower"]),
        ("TokenStream", &["emit", "format"]),
        ("quote!", &["emit", "format"]),
        ("prettyplease", &["format"]),
        ("std::fs", &["source", "output"]),
    ];
    let mut problems = Vec::new();
    for (path, text) in files("codegen/src", ".rs") {
        let stage = path.trim_start_matches("codegen/src/").split(['/', '.']).next().unwrap_or_default().to_owned();
        // Tests may read the cases.
        let is_test = |word: &str| word == "std::fs" && path.ends_with("/tests.rs");
        for (line, code) in code(&text) {
            for (word, stages) in rules
                .iter()
                .filter(|(word, stages)| code.contains(word) && !stages.contains(&&*stage) && !is_test(word))
            {
                problems.push(format!("{path}:{line}: `{word}` belongs to {}", stages.join(" and ")));
            }
        }
    }
    none(problems);
}

/// `emit/rt.rs` is compared with the runtime; a runtime path that another file spells out would not be.
#[test]
fn one_file_spells_the_paths_of_the_runtime() {
    let mut problems = Vec::new();
    for (path, text) in files("codegen/src/emit", ".rs") {
        for (line, code) in code(&text).filter(|_| !path.ends_with("emit/rt.rs")) {
            let names = code.split("rt::").skip(1).zip(code.split("rt::"));
            // `rt::JSON` is the file's constant, `super::…` ends with the same letters.
            let spelt = names.filter(|(name, before)| {
                let name = name.split(|char: char| !char.is_alphanumeric() && char != '_').next().unwrap_or_default();
                let is_ours = ["Item", "Macro", "import", "export"].contains(&name) || name == name.to_uppercase();
                !is_ours && !before.ends_with(char::is_alphanumeric)
            });
            problems.extend(spelt.map(|_| format!("{path}:{line}: {code}: name it in emit/rt.rs")));
        }
    }
    none(problems);
}

/// Every key of the grammar is read somewhere.
#[test]
fn every_extension_of_the_grammar_is_read() {
    let (grammar, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
        files("codegen/src", ".rs").into_iter().partition(|(path, _)| path.contains("/openapi/grammar"));
    let keys = grammar.values().flat_map(|text| code(text)).flat_map(|(_, line)| line.split("key(\"x-").skip(1));
    let keys: BTreeSet<_> =
        keys.filter_map(|rest| rest.split('"').next()).map(|name| format!("\"x-{name}\"")).collect();
    assert!(keys.len() > 20, "{keys:?}");
    let is_read = |key: &String| others.values().any(|text| code(text).any(|(_, line)| line.contains(key)));
    // The key that may be anywhere is read by the name of its constant.
    let unread = keys.iter().filter(|key| !key.contains("x-lint-allow") && !is_read(key));
    none(unread.map(|key| format!("{key} is in the grammar, and nothing reads it")).collect());
}

#[test]
fn neither_generator_nor_runtime_knows_an_api() {
    let generator = files("codegen/src", ".rs");
    let mut problems = Vec::new();
    for (path, text) in generator {
        for (line, code) in code(&text) {
            let code = code.to_lowercase();
            for word in ["bigcommerce", "customer", "x-auth-token", "x-rate-limit-", "store_hash"] {
                if code.contains(word) {
                    problems.push(format!("{path}:{line}: `{word}` belongs into the spec"));
                }
            }
        }
    }
    // All of the runtime is published, including its documentation.
    let runtime = ["src", "docs"].map(|folder| files(&format!("codegen/runtime/{folder}"), ".rs"));
    let papers = ["README.md", "Cargo.toml"].map(|name| {
        let path = format!("codegen/runtime/{name}");
        let text = fs::read_to_string(root().join(&path)).unwrap();
        BTreeMap::from([(path, text)])
    });
    for (path, text) in runtime.into_iter().chain(papers).flatten() {
        for (line, text) in text.lines().enumerate() {
            let text = text.to_lowercase();
            for word in ["bigcommerce", "generated-client", "customer", "x-auth-token", "store_hash"] {
                if text.contains(word) {
                    problems.push(format!("{path}:{}: `{word}` is of one API", line + 1));
                }
            }
        }
    }
    none(problems);
}

#[test]
fn links_of_the_papers_lead_somewhere() {
    let mut problems = Vec::new();
    for (paper, text) in papers() {
        let path = root().join(&paper);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let is_heading = |line: &str| line.starts_with('#') && slug(line) == anchor;
            let target = if file.is_empty() { path.clone() } else { path.with_file_name(file) };
            if link.contains("://") {
                continue;
            } else if !target.exists() {
                problems.push(format!("{paper}: there is no {file}"));
            } else if !anchor.is_empty() && !fs::read_to_string(&target).unwrap().lines().any(is_heading) {
                problems.push(format!("{paper}: {file} has no heading for #{anchor}"));
            }
        }
    }
    none(problems);
}

/// What went over the wire decides most issues.
#[test]
fn issue_templates_ask_for_a_recording() {
    let mut templates = files(".github/ISSUE_TEMPLATE", ".yml");
    assert!(templates.remove(".github/ISSUE_TEMPLATE/config.yml").is_some() && templates.len() > 2, "{templates:?}");
    for (path, text) in templates {
        let form: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        let fields = form["body"].as_sequence().unwrap();
        assert!(fields.iter().any(|field| field["id"] == "recording"), "{path} has no field `recording`");
        assert!(form["name"].is_string() && form["description"].is_string(), "{path}");
    }
}

#[test]
fn paths_of_the_code_map_exist() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let paths = text.split('`').skip(1).step_by(2).filter(|path| path.ends_with(".rs") && !path.contains('*'));
    none(paths.filter(|path| !root().join(path).exists()).map(|path| format!("there is no {path}")).collect());
}

fn slug(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
    text.chars().filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect()
}

/// Returns the methods of each resource, such as `v3 customers`, with the marks of the README: from the YAML of the
/// fragments.
fn methods_of_the_spec() -> BTreeMap<String, Vec<String>> {
    let mut methods: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in files("spec", ".yaml") {
        let resource = path.trim_start_matches("spec/").trim_end_matches(".yaml").replace('/', " ");
        let document: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        let items = document["paths"].as_mapping().into_iter().flat_map(|paths| paths.values());
        let operations = items.flat_map(|item| item.as_mapping().unwrap().values());
        for operation in operations.filter(|operation| operation["x-rust-name"].is_string()) {
            let marks = [("deprecated", "¹"), ("x-requires-filter", "²")];
            let marks: Vec<_> =
                marks.iter().filter(|(key, _)| operation[*key] == true).map(|(_, mark)| *mark).collect();
            let method = format!("`{}`{}", operation["x-rust-name"].as_str().unwrap(), marks.join(" "));
            methods.entry(resource.clone()).or_default().push(method);
        }
    }
    methods
}

#[test]
fn the_coverage_table_is_that_of_the_spec() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (mut version, mut table, mut total) = (String::new(), BTreeMap::new(), 0);
    for line in readme.split("## Coverage").nth(1).unwrap().split("\n## ").next().unwrap().lines() {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        if let [_, v, resource, count, methods, _] = cells[..]
            && let Ok(count) = count.parse::<usize>()
        {
            version = if v.is_empty() { version } else { v.to_lowercase() };
            let methods: Vec<_> = methods.replace(" `", "\n`").lines().map(str::to_owned).collect();
            assert_eq!(count, methods.len(), "{line}");
            total += count;
            table.insert(format!("{version} {}", resource.trim_matches('`')), methods);
        }
    }
    assert_eq!(table, methods_of_the_spec(), "run `cargo xtask regen`");
    assert!(readme.contains(&format!("**{total}**")), "the total is {total}");
}
