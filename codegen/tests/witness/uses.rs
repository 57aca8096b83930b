//! What a caller can write with each line of a digest: a function on a line of its own, by a template for each kind of
//! line. It knows the digest alone, and nothing of how crates are compared.

use std::collections::BTreeMap;

/// A function that uses an item of a crate.
#[derive(Clone, Debug)]
pub struct Use {
    /// The path of the item.
    pub item: String,
    /// The function, on one line.
    pub code: String,
}

/// A line of a digest.
struct Line<'a> {
    declaration: &'a str,
    path: &'a str,
    subject: &'a str,
    /// Behind the subject.
    about: &'a str,
}

const SUBJECTS: &[&str] = &[
    "server variable",
    "request body",
    "response header",
    "batch method",
    "constant property",
    "enum value",
    "union branch",
    "version",
    "server",
    "credential",
    "resource",
    "operation",
    "parameter",
    "success",
    "error",
    "lookup",
    "fixture",
    "type",
    "field",
];

fn line(text: &str) -> Option<Line<'_>> {
    let (declaration, about) = text.split_once(" # ")?;
    let subject = SUBJECTS.iter().find(|subject| about.starts_with(**subject))?;
    let end = declaration.find(['(', ' ']).unwrap_or(declaration.len());
    let path = declaration[..end].trim_end_matches(':');
    Some(Line { declaration, path, subject, about: &about[subject.len()..] })
}

impl Line<'_> {
    fn fact(&self, key: &str) -> Option<&str> {
        let facts = self.about.rsplit_once(" @ ").map_or(self.about, |(facts, _)| facts);
        facts.split("; ").find_map(|fact| fact.strip_prefix(key)?.strip_prefix(": "))
    }

    /// Between the parentheses.
    fn arguments(&self) -> &str {
        let inside = self.declaration.split_once('(').map_or("", |(_, rest)| rest);
        inside.split_once(") -> ").map(|(inside, _)| inside).unwrap_or(inside.trim_end_matches(')'))
    }

    /// What stands behind the arrows.
    fn returned(&self) -> Vec<&str> {
        self.declaration.split(" -> ").skip(1).collect()
    }

    /// What stands behind the path.
    fn ty(&self) -> &str {
        self.declaration.split_once(": ").map_or("", |(_, ty)| ty)
    }

    /// The path without its last part.
    fn parent(&self) -> &str {
        self.path.rsplit_once("::").map_or("", |(parent, _)| parent)
    }

    fn name(&self) -> &str {
        self.path.rsplit("::").next().unwrap_or(self.path)
    }
}

/// The type as the program spells it: modules are beside it, the runtime is a crate.
fn spelled(ty: &str) -> String {
    let mut spelled = String::new();
    let mut rest = ty;
    let is_name = |next: char| next.is_alphanumeric() || next == '_' || next == ':' || next == '#';
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|next| is_name(next) != is_name(first)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        if let Some(name) = piece.strip_prefix("rt::") {
            spelled.push_str(&format!("rt::{name}"));
        } else if ["Bytes", "EventStream", "BatchResponse", "FilePart", "Nullable", "Text"].contains(&piece) {
            spelled.push_str(&format!("rt::{piece}"));
        } else if piece.contains("::") && is_name(first) {
            spelled.push_str(&format!("super::{piece}"));
        } else {
            spelled.push_str(piece);
        }
    }
    spelled
}

/// `a: A, b: B` as names and types.
fn split(arguments: &str) -> Vec<(String, String)> {
    let (mut depth, mut parts, mut part) = (0_i32, Vec::new(), String::new());
    for next in arguments.chars().chain([',']) {
        match next {
            '<' | '(' => depth += 1,
            '>' | ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(next);
    }
    let split = parts.iter().filter_map(|part| part.trim().split_once(": "));
    split.map(|(name, ty)| (name.to_owned(), spelled(ty))).collect()
}

/// The functions that use every item that a digest lists.
pub fn uses(digest: &str) -> Vec<Use> {
    let lines: Vec<_> = digest.lines().skip(2).filter_map(line).collect();
    let builders: BTreeMap<_, _> = lines
        .iter()
        .filter(|line| line.subject == "operation")
        .filter_map(|line| Some((line.path, (*line.returned().first()?, line.arguments()))))
        .collect();
    let sent: Vec<_> = lines
        .iter()
        .filter(|line| line.subject == "type" && line.fact("new").is_some())
        .map(|line| line.path)
        .collect();
    let fields: BTreeMap<_, _> =
        lines.iter().filter(|line| line.subject == "field").map(|line| (line.path, line.ty())).collect();
    let mut uses = Vec::new();
    client(&lines, &mut uses);
    for line in &lines {
        let mut add = |code: String| uses.push(Use { item: line.path.to_owned(), code });
        let (path, parent, name) = (spelled(line.path), spelled(line.parent()), line.name());
        match line.subject {
            "resource" => {
                let parts: Vec<_> = line.path.split("::").collect();
                let [version, module, _] = parts.as_slice() else { continue };
                add(format!("(c: &super::client::Client) {{ let _: {path}<'_> = c.{version}().{module}(); }}"));
            }
            "operation" => {
                let builder = spelled(builders[line.path].0);
                add(called(&parent, name, &split(line.arguments()), &builder));
                if line.fact("pages").is_some() {
                    add(format!("(b: {builder}) {{ let _ = (b.clone().pages(), b.stream()); }}"));
                }
                if line.fact("needs one of").is_some() {
                    add(format!("(b: {builder}) -> {builder} {{ b.all() }}"));
                }
            }
            "parameter" | "request body" if !line.arguments().contains(": ") => {
                add(format!("(b: {parent}, v: {}) -> {parent} {{ b.{name}(v) }}", spelled(line.arguments())));
            }
            "success" => {
                let ty = line.returned().first().map_or_else(|| "()".to_owned(), |ty| spelled(ty));
                match builders.get(line.path) {
                    Some((builder, _)) => {
                        let builder = spelled(builder);
                        add(format!("(b: {builder}) {{ async {{ let _: {ty} = b.await.unwrap().into_inner(); }}; }}"));
                    }
                    // A variant of an enum of successes.
                    None if line.returned().is_empty() => add(format!("() -> {parent} {{ {path} }}")),
                    None => add(format!("(v: {ty}) -> {parent} {{ {path}(v) }}")),
                }
            }
            "batch method" => {
                let operation = line.path.trim_end_matches("_batches");
                let arguments = builders.get(operation).map(|(_, arguments)| split(arguments)).unwrap_or_default();
                if arguments.last().is_some_and(|(_, ty)| ty.starts_with("Vec<")) {
                    add(called(&parent, name, &arguments, "()")
                        .replace(" -> () {", " { let _ =")
                        .replace(") }", "); }"));
                }
            }
            "lookup" => {
                let returned = line.returned();
                let [builder, found] = returned.as_slice() else { continue };
                let (builder, found) = (spelled(builder), spelled(found));
                add(called(&parent, name, &split(line.arguments()), &builder));
                add(format!("(b: {builder}) {{ async {{ let _: {found} = b.await.unwrap().into_inner(); }}; }}"));
                for setter in line.fact("setters").unwrap_or_default().split("), ") {
                    if let Some((setter, ty)) = setter.split_once('(') {
                        let ty = spelled(ty.trim_end_matches(')'));
                        add(format!("(b: {builder}, v: {ty}) -> {builder} {{ b.{setter}(v) }}"));
                    }
                }
            }
            "type" => {
                add(format!("(v: {path}) {{ let _ = v; }}"));
                if let Some(taken) = line.fact("new") {
                    add(constructor(line, &path, taken, &fields));
                }
                for source in line.fact("from").unwrap_or_default().split(", ").filter(|from| !from.is_empty()) {
                    let (function, source) = match source.strip_prefix("TryFrom<&") {
                        Some(source) => ("try_from(v).ok()", source),
                        None => ("from(v)", source.trim_start_matches("From<&")),
                    };
                    let source = spelled(source.trim_end_matches('>'));
                    add(format!("(v: &{source}) {{ let _ = {path}::{function}; }}"));
                }
                if let Some((rest, _)) = line.fact("other properties").and_then(|rest| rest.split_once(": ")) {
                    add(format!("(v: {path}) {{ let _ = v.{rest}; }}"));
                }
            }
            "field" => {
                let ty = line.ty();
                add(format!("(v: {parent}) -> {} {{ v.{name} }}", spelled(ty)));
                let optional = ty.strip_prefix("Option<").filter(|_| !line.about.contains("nullable"));
                let optional = optional.map(|ty| &ty[..ty.len() - 1]);
                let three = ty.starts_with("Nullable<").then_some(ty);
                if let Some(ty) =
                    optional.or(three).filter(|_| sent.contains(&line.parent()) && is_settable(line, &lines))
                {
                    let ty = spelled(ty.strip_prefix("Box<").map_or(ty, |ty| &ty[..ty.len() - 1]));
                    add(format!("(t: {parent}, v: {ty}) -> {parent} {{ t.{name}(v) }}"));
                }
            }
            "enum value" => add(format!("() -> {parent} {{ {path} }}")),
            "union branch" => add(format!("(v: {}) -> {parent} {{ {path}(v) }}", spelled(line.arguments()))),
            "response header" => {
                add(format!("(r: &rt::Response<()>) -> Option<{}> {{ r.header(&{path}) }}", spelled(line.ty())));
            }
            "fixture" => {
                let ty = spelled(line.ty());
                add(format!("() {{ let _: openapi_client_runtime::test_util::Fixture<{ty}> = {path}; }}"));
            }
            "server" => add(format!("() {{ let _ = {path}; }}")),
            _ => {}
        }
    }
    uses
}

/// What may be null and must be there is an argument of the constructor, and has no setter.
fn is_settable(field: &Line<'_>, lines: &[Line<'_>]) -> bool {
    let owner = lines.iter().find(|line| line.subject == "type" && line.path == field.parent());
    let taken = owner.and_then(|owner| owner.fact("new")).unwrap_or_default();
    let names = taken.trim_matches(['(', ')', '}', ' ']).rsplit("{ ").next().unwrap_or_default();
    !names.split(", ").any(|name| name.trim() == field.name())
}

fn called(handle: &str, method: &str, arguments: &[(String, String)], builder: &str) -> String {
    // Names of arguments are nothing to a caller.
    let taken: String = arguments.iter().enumerate().map(|(at, (_, ty))| format!(", a{at}: {ty}")).collect();
    let given: Vec<_> = (0..arguments.len()).map(|at| format!("a{at}")).collect();
    format!("(h: &{handle}<'_>{taken}) -> {builder} {{ h.{method}({}) }}", given.join(", "))
}

/// A struct of required fields is taken apart, so that another field in it is noticed.
fn constructor(line: &Line<'_>, path: &str, taken: &str, fields: &BTreeMap<&str, &str>) -> String {
    if let Some((required, names)) = taken.split_once(" { ") {
        let required = format!("{}::{required}", spelled(line.parent()));
        let names = names.trim_end_matches(" }");
        return format!(
            "(v: {required}) -> {path} {{ let {required} {{ {names} }} = v; {path}::new({required} {{ {names} }}) }}"
        );
    }
    match taken.trim_matches(['(', ')']) {
        "" => format!("() -> {path} {{ {path}::new() }}"),
        name => {
            let ty = fields.get(format!("{}::{name}", line.path).as_str()).map_or_else(String::new, |ty| spelled(ty));
            let ty = ty.strip_prefix("Box<").map_or(ty.clone(), |ty| ty[..ty.len() - 1].to_owned());
            format!("(v: {ty}) -> {path} {{ {path}::new(v) }}")
        }
    }
}

/// The client with all that it takes as arguments.
fn client(lines: &[Line<'_>], uses: &mut Vec<Use>) {
    let credentials: Vec<_> = lines.iter().filter(|line| line.subject == "credential").collect();
    let variables = lines.iter().filter(|line| line.subject == "server variable" && line.fact("default").is_none());
    let variables = variables.filter(|line| line.path == "Client").count();
    // Several credentials are setters.
    let names: Vec<_> = credentials.iter().map(|line| line.arguments()).collect();
    let secrets = if credentials.len() == 1 { names[0].split(", ").count() } else { 0 };
    let arguments: Vec<_> = (0..variables + secrets).map(|at| format!("a{at}")).collect();
    let taken: Vec<_> = arguments.iter().map(|name| format!("{name}: String")).collect();
    let code =
        format!("({}) {{ let _ = super::client::Client::builder({}); }}", taken.join(", "), arguments.join(", "));
    uses.push(Use { item: "Client".to_owned(), code });
}
