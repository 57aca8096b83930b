//! The API as a whole: versions, modules and the client.

use super::Side;
use super::operation::Operation;
use super::types::{TypeDef, TypeId, TypeRef};
use crate::bundle::ModuleId;
use crate::diagnostic::FileId;
use crate::name::Ident;
use crate::source::NodeId;

#[derive(Clone, Debug)]
pub(crate) struct Api {
    pub(crate) versions: Vec<Version>,
    pub(crate) types: Vec<TypeDef>,
    pub(crate) client: Client,
    pub(crate) examples: Vec<Example>,
    /// The operations that are not generated, each with a warning.
    pub(crate) left_out: Vec<OperationKey>,
}

/// Identifies an operation by its position in the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OperationKey {
    pub(crate) file: FileId,
    /// The key in `paths`.
    pub(crate) path: String,
    /// The key in the path item.
    pub(crate) method: &'static str,
}

/// An example value of the documents. If it fits its schema, decoding and encoding it as its type must not change it.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// The module whose document contains it.
    pub(crate) module: ModuleId,
    pub(crate) ty: TypeRef,
    pub(crate) nullable: bool,
    pub(crate) node: NodeId,
    /// `None` if any JSON is allowed.
    pub(crate) schema: Option<NodeId>,
    /// The direction of its body; `None` for an example of a schema.
    pub(crate) side: Option<Side>,
    pub(crate) fits: bool,
}

/// A bundle, which becomes a module with a module for each fragment.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    /// The module, which is also the first part of the full names of operations.
    pub(crate) name: Ident,
    /// The handle that returns the resources.
    pub(crate) handle: Ident,
    /// The method of the handle for requests that the document does not describe.
    pub(crate) raw: Ident,
    pub(crate) docs: String,
    pub(crate) source: String,
    pub(crate) server: String,
    /// The environment variable with the URL that replaces scheme and host of the servers.
    pub(crate) base_url_env: Option<String>,
    /// The inner module with the servers.
    pub(crate) servers_module: Ident,
    /// All servers, if the document has several.
    pub(crate) servers: Vec<Server>,
    pub(crate) request_id: Option<String>,
    pub(crate) correlation_id: Option<String>,
    pub(crate) rate_limit: Option<RateLimit>,
    pub(crate) problem: Problem,
    pub(crate) pagination: Option<Pagination>,
    /// The length of the longest URL that the API accepts.
    pub(crate) max_url: Option<usize>,
    /// The security of operations that do not declare their own.
    pub(crate) security: Security,
    /// The security of requests that no operation describes, if it differs.
    pub(crate) raw_security: Option<Security>,
    pub(crate) modules: Vec<Module>,
}

impl Version {
    /// Clears the security of operations where it equals that of the version.
    pub(crate) fn state_security_once(&mut self) {
        let resources = self.modules.iter_mut().filter_map(|module| module.resource.as_mut());
        let of_operations =
            resources.flat_map(|resource| &mut resource.operations).map(|one| &mut one.request.security);
        for own in of_operations.chain([&mut self.raw_security]) {
            own.take_if(|own| *own == self.security);
        }
    }
}

/// Alternative sets of credentials, as indices into those of the client. Without a set, no credentials are sent.
pub(crate) type Security = Vec<Vec<usize>>;

/// The names of the rate limit headers.
#[derive(Clone, Debug)]
pub(crate) struct RateLimit {
    pub(crate) quota: String,
    pub(crate) left: String,
    pub(crate) reset_ms: String,
    pub(crate) window_ms: String,
    pub(crate) retry_after_s: Option<String>,
}

/// The properties that error bodies have. All but those in `keys` may be paths, with dots between the names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Problem {
    pub(crate) title: Vec<String>,
    pub(crate) keys: Vec<String>,
    pub(crate) detail: Vec<String>,
    pub(crate) code: Vec<String>,
}

/// How pages are requested, and where they contain paging facts.
#[derive(Clone, Debug)]
pub(crate) struct Pagination {
    /// The query parameter for the number of the page.
    pub(crate) page: Option<String>,
    /// The query parameter for the number of items before the page.
    pub(crate) skip: Option<String>,
    /// The query parameter for the maximum number of items of a page.
    pub(crate) limit: String,
    /// The query parameter for the cursor after which the page starts.
    pub(crate) after: Option<String>,
    /// The query parameter for the cursor before which the page ends.
    pub(crate) before: Option<String>,
    /// The largest page that the API returns.
    pub(crate) largest: Option<i64>,
    /// The property with the list, for responses with several arrays.
    pub(crate) items: Option<String>,
    pub(crate) fact_paths: Vec<PageFactPath>,
    pub(crate) origin: NodeId,
}

/// A fact about a list that a page may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageFact {
    CurrentPage,
    TotalPages,
    PerPage,
    Total,
    Count,
    EndCursor,
    NextLink,
    Cursors,
}

/// Where pages contain a fact about the list.
#[derive(Clone, Debug)]
pub(crate) struct PageFactPath {
    /// The key in `x-pagination`.
    pub(crate) key: &'static str,
    pub(crate) fact: PageFact,
    /// The names of the properties, from the page down.
    pub(crate) path: Vec<String>,
}

/// A fragment.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    pub(crate) name: Ident,
    /// The document that the module belongs to.
    pub(crate) file: FileId,
    pub(crate) docs: String,
    /// The names and descriptions of the component responses.
    pub(crate) responses: Vec<(String, String)>,
    pub(crate) source: String,
    pub(crate) types: Vec<TypeId>,
    pub(crate) resource: Option<Resource>,
    /// The names that types, builders and the handle had before.
    pub(crate) aliases: Vec<TypeAlias>,
}

/// A name that an item of a module had before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypeAlias {
    pub(crate) old: Ident,
    pub(crate) name: Ident,
    /// The module of the item now, if it moved.
    pub(crate) module: Option<ModuleId>,
    /// Whether the type has a lifetime.
    pub(crate) borrows: bool,
}

impl Module {
    /// Returns whether nothing would be generated.
    pub(crate) fn is_empty(&self) -> bool {
        self.types.is_empty() && self.resource.is_none()
    }
}

impl Api {
    /// Returns all modules, version by version.
    pub(crate) fn modules(&self) -> impl Iterator<Item = (ModuleId, &Module)> {
        self.versions.iter().enumerate().flat_map(|(version, bundle)| {
            let modules = bundle.modules.iter().enumerate();
            modules.map(move |(fragment, module)| (ModuleId { version, fragment }, module))
        })
    }

    /// Returns all operations; each variant is an operation of its own.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        let resources = self.modules().filter_map(|(_, module)| module.resource.as_ref());
        resources.flat_map(|resource| &resource.operations)
    }

    /// Returns the example values that appear in documentation and fixtures.
    pub(crate) fn shown_values(&self) -> Vec<NodeId> {
        let of_operation = |operation: &Operation| {
            let sent = operation.request.parameters.iter().map(|parameter| parameter.example);
            let sent = sent.chain([operation.request.body.as_ref().and_then(|body| body.example)]).flatten();
            let received = operation.responses.fixtures.iter().map(|fixture| fixture.example);
            let looked_up = operation.calls.finds.iter().filter_map(|find| find.by.example);
            sent.chain(received).chain(looked_up).collect::<Vec<_>>()
        };
        self.operations().flat_map(of_operation).collect()
    }

    /// Returns the paths of the documents, for file headers.
    pub(crate) fn documents(&self) -> String {
        self.versions.iter().map(|version| version.source.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// The operations of a fragment.
#[derive(Clone, Debug)]
pub(crate) struct Resource {
    /// The handle whose methods are the operations.
    pub(crate) name: Ident,
    /// The inner module with the example responses.
    pub(crate) fixtures: Ident,
    pub(crate) operations: Vec<Operation>,
    /// The headers of their success responses.
    pub(crate) headers: Vec<ResponseHeader>,
}

/// A response header.
#[derive(Clone, Debug)]
pub(crate) struct ResponseHeader {
    /// The constant that reads it.
    pub(crate) name: Ident,
    pub(crate) wire_name: String,
    pub(crate) ty: TypeRef,
    pub(crate) docs: String,
}

/// The configuration of the client.
#[derive(Clone, Debug, Default)]
pub(crate) struct Client {
    pub(crate) variables: Vec<Variable>,
    pub(crate) credentials: Vec<Credential>,
    /// The environment variable of the base URL.
    pub(crate) base_url_env: Option<String>,
    /// The alternative sets of credentials: without any of them, the client could call no operation.
    pub(crate) needs: Security,
    /// The servers of the documents that have several.
    pub(crate) servers: Vec<ListedServer>,
}

/// A server as the documentation of the client lists it.
#[derive(Clone, Debug)]
pub(crate) struct ListedServer {
    /// The path of its constant.
    pub(crate) path: String,
    pub(crate) url: String,
    pub(crate) docs: String,
}

/// One of several servers of a document.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    /// The constant.
    pub(crate) name: Ident,
    pub(crate) url: String,
    pub(crate) docs: String,
    pub(crate) variables: Vec<Variable>,
}

/// A server variable.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Variable {
    pub(crate) argument: Ident,
    pub(crate) name: String,
    pub(crate) env: Option<String>,
    /// `None` if the variable must be set.
    pub(crate) default: Option<String>,
    /// The allowed values, if the document restricts them.
    pub(crate) values: Vec<String>,
    pub(crate) docs: String,
}

/// A credential that is sent with the operations that require it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Credential {
    /// The argument of the function that returns the client's builder, or the setter of the builder.
    pub(crate) argument: Ident,
    /// The static that describes it.
    pub(crate) constant: Ident,
    /// The argument for the user name of Basic authentication.
    pub(crate) user: Option<Ident>,
    /// The name of the security scheme.
    pub(crate) scheme: String,
    /// The version whose document declares it.
    pub(crate) version: String,
    pub(crate) location: CredentialLocation,
    /// The name of the header, the query parameter or the cookie.
    pub(crate) name: String,
    pub(crate) env: Option<String>,
    pub(crate) docs: String,
    pub(crate) origin: NodeId,
}

/// Where a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CredentialLocation {
    Header,
    Bearer,
    Basic,
    Query,
    Cookie,
}
