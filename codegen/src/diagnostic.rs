//! Problems as data: what is wrong, where, and what to write instead. Rendering is somebody else's job.

mod report;

use std::fmt;
use std::ops::Range;

pub(crate) use report::Report;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, but less than the document says; or a reviewer would object.
    Warning,
}

/// Index of a source file in [`Sources`](crate::Sources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A stretch of a source file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Byte offsets into the text of the file.
    pub span: Range<usize>,
}

/// A place with a remark about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is there; may be empty.
    pub text: String,
}

/// One problem of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The node that has to change. `None` where no file could be read at all.
    pub primary: Option<Label>,
    /// Other places that take part, such as the first of two equal names.
    pub secondary: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at `place`.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        let primary = Some(Label { place, text: String::new() });
        Self { code, message: message.into(), primary, secondary: Vec::new(), help: None }
    }

    /// A problem that no place can be named for.
    pub fn without_place(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), primary: None, secondary: Vec::new(), help: None }
    }

    /// Adds a remark at the primary place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.text = text.into();
        }
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.secondary.push(Label { place, text: text.into() });
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Something that no Rust type expresses.
    pub(crate) fn inexpressible(place: Place, what: &str) -> Self {
        Self::new(Code::Inexpressible, place, format!("{what}; it becomes raw JSON"))
    }

    /// Whether this keeps the output from being made.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Whether something keeps the output from being made.
pub(crate) fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|problem| problem.severity() == Severity::Error)
}

/// Sorts what the stages report, each problem once: a schema that several places refer to is looked at several times.
pub(crate) fn in_source_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|left, right| source_order(left).cmp(&source_order(right)));
    diagnostics.dedup();
}

fn source_order(problem: &Diagnostic) -> (Option<(FileId, usize)>, Code, &str) {
    let place = problem.primary.as_ref().map(|label| (label.place.file, label.place.span.start));
    (place, problem.code, &problem.message)
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// The stable name of a kind of problem: `E…` are errors, `W…` warnings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code as it is printed, such as `E0201`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// A page about it, in Markdown: what it means, and mostly a wrong and a right example.
            pub const fn page(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("diagnostic/pages/", $text, ".md")),)+ }
            }
        }
    };
}

codes! {
    /// A file or folder cannot be read.
    Unreadable = "E0001",
    /// The text is no YAML, or YAML that OpenAPI has no use for.
    Syntax = "E0002",
    /// A mapping has one key twice.
    DuplicateKey = "E0003",
    /// OpenAPI knows no such key here.
    UnknownKey = "E0101",
    /// A value is of another kind than OpenAPI wants here.
    WrongKind = "E0102",
    /// A key that OpenAPI requires is missing.
    MissingKey = "E0103",
    /// A value is none of those that OpenAPI allows here.
    BadValue = "E0104",
    /// A `$ref` points at nothing.
    UnresolvedRef = "E0201",
    /// A chain of `$ref`s ends where it began, without reaching a definition.
    RefCycle = "E0202",
    /// A `$ref` points at something of another kind, or of another version.
    RefKind = "E0203",
    /// One Rust name is given to two things.
    DuplicateName = "E0301",
    /// One operationId is given to two operations of a version.
    DuplicateOperationId = "E0302",
    /// A name is no Rust identifier.
    BadName = "E0303",
    /// A path names a parameter that the operation does not define.
    UndefinedPathParameter = "E0401",
    /// A path parameter is defined, but the path does not use it.
    UnusedPathParameter = "E0402",
    /// A parameter is defined twice.
    DuplicateParameter = "E0403",
    /// The generator cannot send such a parameter, body, or response.
    Unsupported = "E0404",
    /// `required` lists a property that does not exist.
    UnknownRequired = "E0501",
    /// An example does not fit its schema.
    BadExample = "E0502",
    /// No finite value can fit the schema.
    InfiniteType = "E0503",
    /// A union's branches cannot be told apart as the document says.
    BadUnion = "E0504",
    /// The fragments of a version contradict one another.
    Disagreement = "E0601",
    /// An extension says something that does not hold.
    BadExtension = "E0602",
    /// What an overlay changes is not there.
    UnmatchedTarget = "E0701",
    /// The target of an overlay's action is no JSONPath.
    BadTarget = "E0702",
    /// An overlay changes something in a way that it cannot be changed.
    BadUpdate = "E0703",
    /// Rust cannot express it; it becomes raw JSON.
    Inexpressible = "W0901",
    /// A format that the generator does not know.
    UnknownFormat = "W0902",
    /// An extension that looks like a misspelt one of ours.
    SuspiciousExtension = "W0903",
    /// A read-only property in a schema that is sent.
    SentReadOnly = "W0904",
    /// An example of a published document does not fit its schema, and is not used.
    WrongExample = "W0905",
    /// Something of a published document, mostly an operation, cannot be sent or read yet, and is left out.
    LeftOut = "W0906",
    /// A part of a published document that nothing is made of.
    Unused = "W0907",
    /// An operationId of a published document is not unique; a method gets a number.
    Renamed = "W0908",
    /// An example that no test can read and write.
    Untested = "W0909",
    /// A mistake of a published document that leaves no doubt about what is meant; that is what the client does.
    Assumed = "W0910",
    /// An example that generating looks past does not fit its schema.
    MisfitExample = "W1001",
    /// A default does not fit its own schema.
    MisfitDefault = "W1002",
    /// A value of an enum does not fit its own schema.
    MisfitEnumValue = "W1003",
    /// No operation uses a component.
    UnusedComponent = "W1004",
    /// A list grows, and nothing asks for its next page.
    ListWithoutPaging = "W1005",
    /// A filter that takes a list is sent once for each value.
    ExplodedFilter = "W1006",
    /// A DELETE of which each filter may be left out deletes everything.
    UnguardedDelete = "W1007",
    /// A status that all other operations declare is missing.
    MissingStatus = "W1008",
    /// An operation has neither a summary nor a description.
    UndescribedOperation = "W1009",
    /// A parameter has no description.
    UndescribedParameter = "W1010",
    /// An operation has no operationId.
    MissingOperationId = "W1011",
    /// A tag is used, but not among those of the document.
    UndeclaredTag = "W1012",
    /// A security requirement names no security scheme.
    UndeclaredSecurity = "W1013",
    /// What a schema says cannot all hold.
    Contradiction = "W1014",
    /// An enum has one value twice.
    RepeatedEnumValue = "W1015",
    /// Two paths differ only in what their parameters are called.
    SamePath = "W1016",
    /// A body where HTTP has none.
    MeaninglessBody = "W1017",
    /// A parameter that cannot be left out has a default.
    DefaultOfRequired = "W1018",
    /// The URL of a server ends with a slash, as paths begin with one.
    TrailingSlash = "W1019",
    /// A header is declared as a parameter that OpenAPI ignores there.
    IgnoredHeader = "W1020",
    /// A rule is switched off where it has nothing to say.
    UnusedSwitch = "W1101",
    /// What is to be switched off is no code of a warning.
    UnknownSwitch = "W1102",
    /// A mistake of the generator itself.
    Internal = "E9999",
}

impl Code {
    /// Whether it keeps the output from being made.
    pub(crate) fn is_error(self) -> bool {
        self.severity() == Severity::Error
    }

    /// Whether problems of this kind keep the output from being made.
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('E') { Severity::Error } else { Severity::Warning }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
