//! Operations as the spec has them.

use serde_json::Value;

use super::Node;

/// An operation with its location.
#[derive(Clone, Debug)]
pub struct Operation<'s> {
    /// `v2` or `v3`.
    pub version: &'s str,
    /// The fragment without version and extension, such as `customers`.
    pub fragment: &'s str,
    /// In upper case.
    pub method: String,
    /// As the fragment has it, such as `/customers/{customerId}/consent`.
    pub path: String,
    /// The operation itself.
    pub node: Node<'s>,
}

/// A response that an operation declares.
#[derive(Clone, Debug)]
pub struct Declared<'s> {
    /// As in the spec: `422`, `5XX`.
    pub status: String,
    /// The response, with references followed.
    pub node: Node<'s>,
    /// Whether it is a response component, which several operations share.
    pub component: Option<Component<'s>>,
}

/// A response component: `Unauthorized` of `common`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words of the spec")]
pub struct Component<'s> {
    pub fragment: &'s str,
    pub name: String,
}

impl<'s> Operation<'s> {
    pub(super) fn new(method: String, path: String, node: Node<'s>) -> Option<Self> {
        let (version, file) = node.file.split_once('/')?;
        Some(Self { version, fragment: stem(file), method, path, node })
    }

    /// Returns the name in the client: `v3.customers.list`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}.{}", self.version, self.fragment, self.method_name())
    }

    /// Returns the name of its function: `list`.
    #[must_use]
    pub fn method_name(&self) -> &'s str {
        self.node.text("x-rust-name")
    }

    /// Returns the responses in the order of the spec.
    #[must_use]
    pub fn declared(&self) -> Vec<Declared<'s>> {
        let responses = self.node.get("responses");
        responses
            .entries()
            .into_iter()
            .map(|(status, node)| {
                let component = node.pointer.strip_prefix("/components/responses/").and_then(|name| {
                    let (_, file) = node.file.split_once('/')?;
                    Some(Component { fragment: stem(file), name: name.to_owned() })
                });
                Declared { status, node, component }
            })
            .collect()
    }

    /// Returns the response for a status: the exact one, else that of its range.
    #[must_use]
    pub fn response(&self, status: u16) -> Option<Declared<'s>> {
        let (own, range) = (status.to_string(), format!("{}XX", status / 100));
        let mut declared = self.declared();
        let index = [own, range].iter().find_map(|wanted| declared.iter().position(|it| it.status == *wanted))?;
        Some(declared.swap_remove(index))
    }

    /// Returns the parameters in `path` or `query`.
    #[must_use]
    pub fn parameters(&self, place: &str) -> Vec<Node<'s>> {
        let mut parameters = self.node.get("parameters").items();
        parameters.retain(|parameter| parameter.text("in") == place);
        parameters
    }

    /// Returns the values of the path parameters, if `path` (without the version) matches this operation.
    #[must_use]
    pub fn match_path(&self, path: &str) -> Option<Vec<(String, String)>> {
        let (template, path): (Vec<_>, Vec<_>) = (self.path.split('/').collect(), path.split('/').collect());
        if template.len() != path.len() {
            return None;
        }
        let mut values = Vec::new();
        for (expected, found) in template.into_iter().zip(path) {
            match expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some(name) => values.push((name.to_owned(), found.to_owned())),
                None if expected == found => {}
                None => return None,
            }
        }
        Some(values)
    }

    /// Returns the schema of the request body; `null` if there is none.
    #[must_use]
    pub fn body_schema(&self) -> Node<'s> {
        self.node.get("requestBody").get("content").get("application/json").child("schema")
    }

    /// Returns the example of the request body.
    #[must_use]
    pub fn body_example(&self) -> Option<&'s Value> {
        let example = self.node.get("requestBody").get("content").get("application/json").child("example");
        example.exists().then_some(example.value)
    }
}

impl<'s> Declared<'s> {
    /// Returns the schema of the JSON body; `null` if there is none.
    #[must_use]
    pub fn schema(&self) -> Node<'s> {
        self.node.get("content").get("application/json").child("schema")
    }

    /// Whether a response with this body is a partial success, although its status is that of an error.
    #[must_use]
    pub fn tells_of_items(&self, body: &Value) -> bool {
        let items = body.get("data").and_then(Value::as_array);
        *self.node.child("x-partial").value == true && items.is_some_and(|items| !items.is_empty())
    }

    /// Returns the example of the JSON body.
    #[must_use]
    pub fn example(&self) -> Option<&'s Value> {
        let example = self.node.get("content").get("application/json").child("example");
        example.exists().then_some(example.value)
    }
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".yaml").unwrap_or(file)
}
