//! The pages that explain the rules of comparisons: the two documents of each differ as its rule says, in both
//! directions, and the near miss does not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use codegen::{Comparison, Model, Options, Rule, Runtime, compare, model};

/// Stands before a document that does not say more about itself.
const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\n";

/// Stands before one without servers.
const SERVERS: &str = "servers: [{url: 'https://zoo.example'}]\n";

/// Begins the line of a page that lists the rules of other findings that its documents have.
const COMPANIONS: &str = "Comes with ";

/// Rules that no document can show, each with the reason.
const WITHOUT_EXAMPLE: &[(&str, &str)] = &[
    ("D0013", "a former name stands in a ledger, and examples are documents"),
    ("D0014", "the same"),
    ("D0015", "the same"),
    ("D0016", "the same"),
    ("D0999", "it stands for differences that the rules leave out by mistake"),
];

fn shown() -> impl Iterator<Item = &'static Rule> {
    let is_shown = |rule: &&Rule| !WITHOUT_EXAMPLE.iter().any(|(code, _)| *code == rule.code);
    Rule::all().iter().filter(is_shown)
}

fn rule(code: &str) -> &'static Rule {
    Rule::all().iter().find(|rule| rule.code == code).unwrap_or_else(|| panic!("there is no rule {code}"))
}

/// The documents of an example, by file: a comment with the name begins each, unless there is only one.
fn documents(rule: &Rule, title: &str) -> BTreeMap<String, String> {
    let after = rule.page.split_once(&format!("\n## {title}\n\n```yaml\n")).map(|(_, after)| after);
    let example = after.and_then(|after| after.split_once("\n```\n")).map(|(example, _)| example);
    let example = example.unwrap_or_else(|| panic!("{} has no example under `{title}`", rule.code));
    let mut documents = BTreeMap::new();
    let mut name = "pets.yaml";
    for line in example.lines() {
        match line.strip_prefix("# ").filter(|name| name.ends_with(".yaml")) {
            Some(next) => name = next,
            None => {
                let text: &mut String = documents.entry(name.to_owned()).or_default();
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    documents
}

/// The model of an example, in which nothing may be wrong.
fn modelled(rule: &Rule, title: &str) -> Result<Model, String> {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (name, text) in documents(rule, title) {
        let servers = if text.starts_with("servers:") { "" } else { SERVERS };
        let path = folder.path().join(name);
        fs::write(&path, format!("{HEAD}{servers}{text}")).unwrap();
        paths.push(path);
    }
    let modelled = model(&paths, &Options::new("zoo", Runtime::Version("0.1".to_owned())), None);
    let problems: Vec<_> = modelled.diagnostics.iter().map(|problem| format!("{problem:?}")).collect();
    match modelled.model.filter(|_| problems.is_empty()) {
        Some(model) => Ok(model),
        None => Err(format!("{}, {title}: {problems:#?}", rule.code)),
    }
}

fn codes(comparison: &Comparison) -> BTreeSet<&str> {
    comparison.findings.iter().map(|finding| finding.rule.code).collect()
}

fn described(comparison: &Comparison) -> String {
    let lines = comparison.findings.iter().map(|finding| {
        format!(
            "    {} {} {:?}: `{}` -> `{}`\n",
            finding.rule.code, finding.item, finding.aspect, finding.before, finding.after
        )
    });
    lines.collect()
}

/// The rules of the findings that the documents of a page have: its own and those that come with it.
fn expected(rule: &'static Rule) -> BTreeSet<&'static str> {
    let line = rule.page.lines().find_map(|line| line.strip_prefix(COMPANIONS)).unwrap_or_default();
    let companions = line.split([' ', ',', '.']).filter(|word| word.starts_with('D'));
    companions.chain([rule.code]).collect()
}

/// What is wrong with the examples of a page.
fn problems(rule: &'static Rule) -> Vec<String> {
    let code = rule.code;
    let models = ["Before", "After", "Not this"].map(|title| modelled(rule, title));
    let (before, after, other) = match models {
        [Ok(before), Ok(after), Ok(other)] => (before, after, other),
        models => return models.into_iter().filter_map(Result::err).collect(),
    };
    let mut problems = Vec::new();
    let expected = expected(rule);
    let forth = compare(&before, &after);
    if codes(&forth) != expected {
        problems.push(format!("{code}: expected {expected:?}, but found\n{}", described(&forth)));
    }
    let mirrors: BTreeSet<_> = expected.iter().map(|code| self::rule(code).mirror).collect();
    let back = compare(&after, &before);
    if codes(&back) != mirrors {
        problems.push(format!("{code}: expected {mirrors:?} the other way round, but found\n{}", described(&back)));
    }
    let near = compare(&before, &other);
    if codes(&near).contains(code) {
        problems.push(format!("{code}: the near miss is no miss\n{}", described(&near)));
    }
    problems
}

#[test]
fn each_page_is_about_its_rule() {
    for rule in Rule::all() {
        let (code, page) = (rule.code, rule.page);
        let (first, rest) = rule.title.split_at(1);
        let title = format!("# {code}: {}{rest}\n\n", first.to_uppercase());
        let text = page.strip_prefix(&title).unwrap_or_else(|| panic!("{code} does not begin with {title}"));
        assert!(!text.starts_with('#') && !text.starts_with(COMPANIONS), "{code} has no text");
        assert!(page.lines().all(|line| line.chars().count() <= 80), "{code} is too wide");
    }
}

#[test]
fn documents_differ_as_their_page_says() {
    let problems: Vec<_> = shown().flat_map(problems).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn the_opposite_of_an_opposite_is_the_change_itself() {
    for rule in Rule::all() {
        assert_eq!(self::rule(rule.mirror).mirror, rule.code);
    }
}
