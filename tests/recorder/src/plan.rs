//! Plans what to record: the calls of the command line, and what they may change.

mod writes;

use replay::calls::Arguments;
use test_support::{Operation, Spec};

pub use self::writes::Writes;

/// A call to record.
#[derive(Clone, Debug)]
pub struct Planned<'s> {
    /// The name of the operation.
    pub operation: Operation<'s>,
    /// Its arguments.
    pub arguments: Arguments,
    /// The name of the case, if there is one.
    pub case: Option<String>,
}

/// Parses `v3.consent.get?customerId=4107`. The path and query parameters may be percent-encoded.
///
/// # Errors
/// Fails if there is no such operation, or a parameter has no value or more than one.
pub fn parse<'s>(spec: &'s Spec, text: &str) -> Result<Planned<'s>, String> {
    let (name, parameters) = text.split_once('?').unwrap_or((text, ""));
    let operations = spec.operations();
    let operation = operations.iter().find(|operation| operation.name() == name).ok_or_else(|| {
        let names: Vec<String> = operations.iter().map(Operation::name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match similar::get_close_matches(name, &names, 1, 0.6).first() {
            Some(near) => format!("there is no operation `{name}`; did you mean `{near}`?"),
            None => format!("there is no operation `{name}`; `cargo xtask coverage` lists them all"),
        }
    })?;
    let mut arguments = Arguments::default();
    for pair in parameters.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').ok_or_else(|| format!("`{pair}` of `{text}` has no `=`"))?;
        let decoded = |text: &str| {
            let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
            decoded.map(String::from).map_err(|_| format!("`{text}` is not UTF-8"))
        };
        let (name, value) = (decoded(name)?, decoded(value)?);
        let mut given = arguments.path.iter().chain(&arguments.query);
        if given.any(|(known, _)| *known == name) {
            return Err(format!("`{name}` stands twice in `{text}`"));
        }
        let in_path = operation.parameters("path").iter().any(|parameter| parameter.text("name") == name);
        if in_path { arguments.path.push((name, value)) } else { arguments.query.push((name, value)) }
    }
    Ok(Planned { operation: operation.clone(), arguments, case: None })
}

/// Returns the calls of all lists and single resources that need no id.
#[must_use]
pub fn reads(spec: &Spec) -> Vec<Planned<'_>> {
    let mut operations = spec.operations();
    operations.retain(|operation| operation.method == "GET" && operation.parameters("path").is_empty());
    let plan = |operation| Planned { operation, arguments: Arguments::default(), case: None };
    operations.into_iter().map(plan).collect()
}

impl Planned<'_> {
    /// Formats the call as `PUT /v3/customers/4107/consent?…`.
    #[must_use]
    pub fn shown(&self) -> String {
        let fill = |path: String, (name, value): &(String, String)| path.replace(&format!("{{{name}}}"), value);
        let path = self.arguments.path.iter().fold(self.operation.path.clone(), fill);
        let pairs: Vec<_> = self.arguments.query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        let body = if self.arguments.body.is_some() { " with a body" } else { "" };
        format!("{} /{}{path}{query}{body}", self.operation.method, self.operation.version)
    }

    /// Whether the call is read-only.
    #[must_use]
    pub fn is_read(&self) -> bool {
        writes::is_read(&self.operation)
    }
}

#[cfg(test)]
mod tests;
