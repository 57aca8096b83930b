//! The API as a whole: versions, modules and the client.

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

/// Names an operation as its document has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OperationKey {
    pub(crate) file: FileId,
    /// The key in `paths`.
    pub(crate) path: String,
    /// The key in the path item.
    pub(crate) method: &'static str,
}

/// A value that the documents show, which its type has to read and to write as it is.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// The module that it stands in.
    pub(crate) module: ModuleId,
    pub(crate) ty: TypeRef,
    pub(crate) nullable: bool,
    pub(crate) node: NodeId,
}

/// A bundle: a module of modules.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    /// The module, and the name in the names of operations.
    pub(crate) name: Ident,
    /// The handle that gives out resources.
    pub(crate) handle: Ident,
    /// The handle's method for whatever else the API has.
    pub(crate) raw: Ident,
    pub(crate) docs: String,
    pub(crate) source: String,
    pub(crate) server: String,
    /// The inner module of the servers.
    pub(crate) servers_module: Ident,
    /// All servers, where there is a choice.
    pub(crate) servers: Vec<Server>,
    pub(crate) request_id: Option<String>,
    pub(crate) correlation_id: Option<String>,
    pub(crate) rate_limit: Option<RateLimit>,
    pub(crate) problem: Problem,
    pub(crate) pagination: Option<Pagination>,
    /// Longer URLs are not understood.
    pub(crate) max_url: Option<usize>,
    /// What operations ask for that state nothing else.
    pub(crate) security: Security,
    /// What calls send that no operation describes, where it is something else.
    pub(crate) raw_security: Option<Security>,
    pub(crate) modules: Vec<Module>,
}

impl Version {
    /// Takes out of operations what is true of the version.
    pub(crate) fn state_security_once(&mut self) {
        let resources = self.modules.iter_mut().filter_map(|module| module.resource.as_mut());
        let of_operations =
            resources.flat_map(|resource| &mut resource.operations).map(|one| &mut one.request.security);
        for own in of_operations.chain([&mut self.raw_security]) {
            own.take_if(|own| *own == self.security);
        }
    }
}

/// Sets of credentials, any one of which suffices, as indices of those of the client. No set: nothing is sent.
pub(crate) type Security = Vec<Vec<usize>>;

/// The names of the headers that tell the rate budget.
#[derive(Clone, Debug)]
pub(crate) struct RateLimit {
    pub(crate) quota: String,
    pub(crate) left: String,
    pub(crate) reset_ms: String,
    pub(crate) window_ms: String,
    pub(crate) retry_after_s: Option<String>,
}

/// The names of the properties that error bodies have.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem {
    pub(crate) title: Vec<String>,
    pub(crate) keys: Vec<String>,
    pub(crate) detail: Vec<String>,
}

/// How pages are asked for, and where they tell their place.
#[derive(Clone, Debug)]
pub(crate) struct Pagination {
    /// The query parameter that takes the number of a page.
    pub(crate) page: String,
    /// The one that takes the most items of a page.
    pub(crate) limit: String,
    /// The one that takes the cursor after which a page begins.
    pub(crate) after: Option<String>,
    /// The one that takes the cursor before which a page ends.
    pub(crate) before: Option<String>,
    /// The most items that the API gives in a page.
    pub(crate) largest: Option<i64>,
    /// The property that is the list, where an answer has several arrays.
    pub(crate) items: Option<String>,
    pub(crate) places: Vec<PagePlace>,
    pub(crate) origin: NodeId,
}

/// What a page can tell about its list.
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

/// Where a page tells something about the list.
#[derive(Clone, Debug)]
pub(crate) struct PagePlace {
    /// What the document calls it.
    pub(crate) key: &'static str,
    pub(crate) fact: PageFact,
    /// The properties that lead there.
    pub(crate) path: Vec<String>,
}

/// A fragment.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    pub(crate) name: Ident,
    /// The document that it is, or is a part of.
    pub(crate) file: FileId,
    pub(crate) docs: String,
    /// The descriptions of its component responses, by name.
    pub(crate) responses: Vec<(String, String)>,
    pub(crate) source: String,
    pub(crate) types: Vec<TypeId>,
    pub(crate) resource: Option<Resource>,
}

impl Module {
    /// Whether there is nothing to write.
    pub(crate) fn is_empty(&self) -> bool {
        self.types.is_empty() && self.resource.is_none()
    }
}

impl Api {
    /// All modules, version by version.
    pub(crate) fn modules(&self) -> impl Iterator<Item = (ModuleId, &Module)> {
        self.versions.iter().enumerate().flat_map(|(version, bundle)| {
            let modules = bundle.modules.iter().enumerate();
            modules.map(move |(fragment, module)| (ModuleId { version, fragment }, module))
        })
    }

    /// All operations, each way to call one by itself.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        let resources = self.modules().filter_map(|(_, module)| module.resource.as_ref());
        resources.flat_map(|resource| &resource.operations)
    }

    /// The values that documentation and fixtures show.
    pub(crate) fn shown_values(&self) -> Vec<NodeId> {
        let of_operation = |operation: &Operation| {
            let sent = operation.request.parameters.iter().map(|parameter| parameter.example);
            let sent = sent.chain([operation.request.body.as_ref().and_then(|body| body.example)]).flatten();
            let answered = operation.responses.fixtures.iter().map(|fixture| fixture.example);
            let looked_up = operation.calls.finds.iter().filter_map(|find| find.by.example);
            sent.chain(answered).chain(looked_up).collect::<Vec<_>>()
        };
        self.operations().flat_map(of_operation).collect()
    }

    /// The paths of the documents, for a header.
    pub(crate) fn documents(&self) -> String {
        self.versions.iter().map(|version| version.source.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// The operations of a fragment.
#[derive(Clone, Debug)]
pub(crate) struct Resource {
    /// The handle that has the operations as methods.
    pub(crate) name: Ident,
    /// The inner module of the answers that the document shows.
    pub(crate) fixtures: Ident,
    pub(crate) operations: Vec<Operation>,
    /// The headers that their successes bring.
    pub(crate) headers: Vec<ResponseHeader>,
}

/// A header that an answer brings.
#[derive(Clone, Debug)]
pub(crate) struct ResponseHeader {
    /// The constant that reads it.
    pub(crate) name: Ident,
    pub(crate) wire_name: String,
    pub(crate) ty: TypeRef,
    pub(crate) docs: String,
}

/// What the client needs to know before its first call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Client {
    pub(crate) variables: Vec<Variable>,
    pub(crate) credentials: Vec<Credential>,
    /// Those without which no operation can be called.
    pub(crate) needs: Security,
    /// The servers of the documents, where there is a choice.
    pub(crate) servers: Vec<ListedServer>,
}

/// A server that documentation of the client lists.
#[derive(Clone, Debug)]
pub(crate) struct ListedServer {
    /// The path of its constant.
    pub(crate) path: String,
    pub(crate) url: String,
    pub(crate) docs: String,
}

/// A server of a document that has several.
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
    /// `None`: it has to be given.
    pub(crate) default: Option<String>,
    /// The only values, where the document names them.
    pub(crate) values: Vec<String>,
    pub(crate) docs: String,
}

/// A secret that goes with the calls of the operations that ask for it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Credential {
    /// The argument of the function that begins a client, or the setter of its builder.
    pub(crate) argument: Ident,
    /// The static that describes it.
    pub(crate) constant: Ident,
    /// Of a user name and password: the argument for the user name.
    pub(crate) user: Option<Ident>,
    /// What the document calls it.
    pub(crate) scheme: String,
    /// The version that it is from.
    pub(crate) version: String,
    pub(crate) place: SecretPlace,
    /// The name of the header, the query parameter or the cookie.
    pub(crate) name: String,
    pub(crate) env: Option<String>,
    pub(crate) docs: String,
    pub(crate) origin: NodeId,
}

/// Where a secret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SecretPlace {
    Header,
    Bearer,
    Basic,
    Query,
    Cookie,
}
