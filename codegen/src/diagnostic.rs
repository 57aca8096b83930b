//! Problems as data: what is wrong, where, and what to write instead. The caller renders them.

mod report;

use std::fmt;
use std::ops::Range;

pub(crate) use report::Report;

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Code is generated, but less than the document describes; or a lint rule applies.
    Warning,
}

/// The index of a source file in [`Sources`](crate::Sources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A range of a source file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// Byte offsets into the text of the file.
    pub span: Range<usize>,
}

/// A location with a message about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The location.
    pub location: Location,
    /// The message; may be empty.
    pub text: String,
}

/// A problem in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The node that has to change. `None` if the problem has no location.
    pub primary: Option<Label>,
    /// Other relevant locations, such as the first of two equal names.
    pub secondary: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// Creates a problem at `location`.
    pub fn new(code: Code, location: Location, message: impl Into<String>) -> Self {
        let primary = Some(Label { location, text: String::new() });
        Self { code, message: message.into(), primary, secondary: Vec::new(), help: None }
    }

    /// Creates a problem without a location.
    pub fn without_location(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), primary: None, secondary: Vec::new(), help: None }
    }

    /// Adds a message to the primary location.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.text = text.into();
        }
        self
    }

    /// Adds another location.
    #[must_use]
    pub fn also(mut self, location: Location, text: impl Into<String>) -> Self {
        self.secondary.push(Label { location, text: text.into() });
        self
    }

    /// Adds a help text: what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Creates a problem about a schema that no Rust type expresses.
    pub(crate) fn inexpressible(location: Location, what: &str) -> Self {
        Self::new(Code::Inexpressible, location, format!("{what}; it becomes raw JSON"))
    }

    /// Returns the severity of the code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Returns whether there is an error.
pub(crate) fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|problem| problem.severity() == Severity::Error)
}

/// Sorts the problems and removes duplicates: a schema may be read once for each reference to it.
pub(crate) fn in_source_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|left, right| source_order(left).cmp(&source_order(right)));
    diagnostics.dedup();
}

fn source_order(problem: &Diagnostic) -> (Option<(FileId, usize)>, Code, &str) {
    let location = problem.primary.as_ref().map(|label| (label.location.file, label.location.span.start));
    (location, problem.code, &problem.message)
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// The stable code of a kind of problem: `E…` are errors, `W…` warnings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Returns the code as it is printed, such as `E0201`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// Returns the page about the code, in Markdown: what it means, and usually a wrong and a right example.
            pub const fn page(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("diagnostic/pages/", $text, ".md")),)+ }
            }
        }
    };
}

codes! {
    /// A file or folder cannot be read.
    Unreadable = "E0001",
    /// The file is not valid YAML, or uses YAML that OpenAPI does not allow.
    Syntax = "E0002",
    /// An object has a duplicate key.
    DuplicateKey = "E0003",
    /// A key is unknown to OpenAPI.
    UnknownKey = "E0101",
    /// A value has the wrong type.
    WrongKind = "E0102",
    /// A required key is missing.
    MissingKey = "E0103",
    /// A value is not allowed.
    BadValue = "E0104",
    /// An extension of ours is misspelt or misplaced.
    MisspeltExtension = "E0105",
    /// A `$ref` cannot be resolved.
    UnresolvedRef = "E0201",
    /// A chain of `$ref`s is circular.
    RefCycle = "E0202",
    /// A `$ref` points to the wrong kind of object, or to another version.
    RefKind = "E0203",
    /// A Rust name is used twice.
    DuplicateName = "E0301",
    /// An operationId is used twice in a version.
    DuplicateOperationId = "E0302",
    /// A name is not a valid Rust identifier.
    BadName = "E0303",
    /// The ledger of names cannot be used.
    BadLedger = "E0304",
    /// A path names a parameter that the operation does not define.
    UndefinedPathParameter = "E0401",
    /// A path parameter does not appear in the path.
    UnusedPathParameter = "E0402",
    /// A parameter is defined twice.
    DuplicateParameter = "E0403",
    /// The generator does not support this.
    Unsupported = "E0404",
    /// `required` lists a property that does not exist.
    UnknownRequired = "E0501",
    /// An example does not match its schema.
    BadExample = "E0502",
    /// No finite value can match the schema.
    InfiniteType = "E0503",
    /// The mapping of a discriminator does not fit its union.
    BadUnion = "E0504",
    /// An enum of a fragment lists a value twice.
    DuplicateEnumValue = "E0505",
    /// The fragments of a version contradict each other.
    Disagreement = "E0601",
    /// An extension contradicts the rest of the document.
    BadExtension = "E0602",
    /// The target of an overlay matches nothing.
    UnmatchedTarget = "E0701",
    /// The target of an overlay action is not a JSONPath.
    BadTarget = "E0702",
    /// An overlay action makes a change that is not possible.
    BadUpdate = "E0703",
    /// An entry of `include` or `exclude` matches no operation.
    UnmatchedSelection = "E0801",
    /// Rust cannot express a schema, so it becomes raw JSON.
    Inexpressible = "W0901",
    /// The generator does not know a format.
    UnknownFormat = "W0902",
    /// An extension of a published document looks like a misspelt or misplaced one of ours.
    SuspiciousExtension = "W0903",
    /// A read-only property is part of a request.
    SentReadOnly = "W0904",
    /// An example of a published document does not match its schema.
    WrongExample = "W0905",
    /// Part of a published document is not supported, and is left out.
    LeftOut = "W0906",
    /// Part of a published document is ignored.
    Unused = "W0907",
    /// An operationId of a published document is not unique.
    Renamed = "W0908",
    /// An example is not tested.
    Untested = "W0909",
    /// A mistake in a published document is corrected.
    Assumed = "W0910",
    /// A body of a published document is not decoded, although its structure is described.
    Undecoded = "W0911",
    /// Lists of a published document look paged, but nothing says how their pages follow each other.
    Unpaged = "W0912",
    /// An example that code generation does not use does not match its schema.
    MisfitExample = "W1001",
    /// A default does not match its schema.
    MisfitDefault = "W1002",
    /// A value of an enum does not match its schema.
    MisfitEnumValue = "W1003",
    /// No operation uses a component.
    UnusedComponent = "W1004",
    /// An operation returns an array without paging.
    ListWithoutPaging = "W1005",
    /// A filter that takes an array is sent once for each value.
    ExplodedFilter = "W1006",
    /// A DELETE whose filters are all optional can delete everything.
    UnguardedDelete = "W1007",
    /// A status that nearly all other operations declare is missing.
    MissingStatus = "W1008",
    /// An operation has neither a summary nor a description.
    UndescribedOperation = "W1009",
    /// A parameter has no description.
    UndescribedParameter = "W1010",
    /// An operation has no operationId.
    MissingOperationId = "W1011",
    /// A tag is not declared.
    UndeclaredTag = "W1012",
    /// A security requirement names an unknown security scheme.
    UndeclaredSecurity = "W1013",
    /// A schema contradicts itself.
    Contradiction = "W1014",
    /// An enum of a published document lists a value twice.
    RepeatedEnumValue = "W1015",
    /// Two paths differ only in the names of their parameters.
    SamePath = "W1016",
    /// A body is declared where HTTP has none.
    MeaninglessBody = "W1017",
    /// A required parameter has a default.
    DefaultOfRequired = "W1018",
    /// A server URL ends with a slash.
    TrailingSlash = "W1019",
    /// A header parameter is ignored by OpenAPI.
    IgnoredHeader = "W1020",
    /// An operation or a parameter lacks a key that nearly all others have.
    UnusualKeys = "W1021",
    /// An operation has parameters for pages, but does not say how its pages follow each other.
    UnreadPages = "W1022",
    /// A description is missing where nearly all others have one.
    MissingDescription = "W1023",
    /// An example is missing where nearly all others have one.
    MissingExample = "W1024",
    /// A rule is switched off where it reports nothing.
    UnusedSwitch = "W1101",
    /// A switch does not name the code of a warning.
    UnknownSwitch = "W1102",
    /// Internal error of the generator.
    Internal = "E9999",
}

impl Code {
    /// Returns whether this is an error.
    pub(crate) fn is_error(self) -> bool {
        self.severity() == Severity::Error
    }

    /// Returns the severity of problems with this code.
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('E') { Severity::Error } else { Severity::Warning }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
