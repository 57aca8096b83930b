//! How mistakes and ambiguities are treated: in our own documents, and in published ones.
//!
//! Our own documents are corrected, so most mistakes are errors. Published documents are used as far as possible: only
//! a mistake that makes them meaningless is an error. The code of a problem says how it is treated.

use crate::diagnostic::Code;

/// The policy for a kind of documents.
#[derive(Debug)]
pub(crate) struct Policy {
    /// A key that OpenAPI does not allow there.
    pub(crate) unknown_key: Code,
    /// An extension of ours that is misspelt or misplaced.
    pub(crate) misspelt_extension: Code,
    /// A key of `content` that is not a media type.
    pub(crate) bad_media_type: Code,
    /// A style that is not allowed for the location of its parameter.
    pub(crate) bad_style: Code,
    /// An example that does not match its schema.
    pub(crate) bad_example: Code,
    /// A name in `required` that is not a property.
    pub(crate) unknown_required: Code,
    /// A value of an enum of strings that is written as a number or a boolean.
    pub(crate) bare_enum_value: Code,
    /// A value of an enum of strings that cannot be converted to one.
    pub(crate) bad_enum_value: Code,
    /// A value that an enum lists twice; `None` if only `lint` reports it.
    pub(crate) repeated_enum_value: Option<Code>,
    /// A value of a discriminator that does not name a branch of its union.
    pub(crate) unknown_branch: Code,
    /// A type whose values all require another value of the type.
    pub(crate) infinite_type: Code,
    /// A parameter in a path that is not declared.
    pub(crate) undeclared_path_parameter: Code,
    /// An operationId that another operation also has.
    pub(crate) repeated_operation_id: Code,
    /// An operation without a success response.
    pub(crate) missing_success: Code,
    /// An error that is not described as JSON.
    pub(crate) unreadable_error: Code,
    /// An operation that is not supported.
    pub(crate) unsupported_operation: Code,
    /// A security scheme that is not supported.
    pub(crate) unsupported_credentials: Code,
    /// Different kinds of credentials in the same header.
    pub(crate) clashing_credentials: Code,
    /// Whether a mistake with one plain meaning is corrected with a warning, and what cannot be understood costs only
    /// itself. Otherwise, it is an error.
    pub(crate) corrects: bool,
    /// Whether OpenAPI 3.1 is supported: it is rewritten as 3.0 before.
    pub(crate) reads_newer: bool,
    /// Whether a warning tells of what is taken as less than it is: bodies that are not decoded, lists whose pages are
    /// not followed.
    pub(crate) tells_of_less: bool,
    /// Whether the schemas of errors say where their texts are, if nothing else does.
    pub(crate) finds_problems: bool,
    /// Whether references may point to unknown keys.
    pub(crate) follows_unknown_keys: bool,
    /// Whether a version must declare its servers.
    pub(crate) requires_servers: bool,
    /// Whether the default of a server variable is a value. Otherwise it is a placeholder that OpenAPI demands.
    pub(crate) trusts_server_defaults: bool,
    /// Whether the names of an operation's types contain that of its resource. An operationId is sufficient alone.
    pub(crate) names_resources: bool,
    /// Whether names are shortened: methods do not repeat their resource, and inline types are named after what they are.
    pub(crate) shortens_names: bool,
    /// Whether versions share equal credentials.
    pub(crate) shares_credentials: bool,
    /// Whether an operation may switch to another protocol, without a success response.
    pub(crate) allows_other_protocols: bool,
}

/// The policy for the documents of this workspace.
pub(crate) static OURS: Policy = Policy {
    unknown_key: Code::UnknownKey,
    misspelt_extension: Code::MisspeltExtension,
    bad_media_type: Code::BadValue,
    bad_style: Code::BadValue,
    bad_example: Code::BadExample,
    unknown_required: Code::UnknownRequired,
    bare_enum_value: Code::BadValue,
    bad_enum_value: Code::BadValue,
    repeated_enum_value: Some(Code::DuplicateEnumValue),
    unknown_branch: Code::BadUnion,
    infinite_type: Code::InfiniteType,
    undeclared_path_parameter: Code::UndefinedPathParameter,
    repeated_operation_id: Code::DuplicateOperationId,
    missing_success: Code::MissingKey,
    unreadable_error: Code::Unsupported,
    unsupported_operation: Code::Unsupported,
    unsupported_credentials: Code::Unsupported,
    clashing_credentials: Code::Unsupported,
    corrects: false,
    reads_newer: false,
    tells_of_less: false,
    finds_problems: false,
    follows_unknown_keys: false,
    requires_servers: true,
    trusts_server_defaults: false,
    names_resources: true,
    shortens_names: false,
    shares_credentials: true,
    allows_other_protocols: false,
};

/// The policy for published documents.
pub(crate) static PUBLISHED: Policy = Policy {
    unknown_key: Code::Unused,
    misspelt_extension: Code::SuspiciousExtension,
    bad_media_type: Code::Unused,
    bad_style: Code::Unused,
    bad_example: Code::WrongExample,
    unknown_required: Code::Assumed,
    bare_enum_value: Code::Assumed,
    bad_enum_value: Code::Unused,
    repeated_enum_value: None,
    unknown_branch: Code::Assumed,
    infinite_type: Code::Assumed,
    undeclared_path_parameter: Code::Assumed,
    repeated_operation_id: Code::Renamed,
    missing_success: Code::Inexpressible,
    unreadable_error: Code::Inexpressible,
    unsupported_operation: Code::LeftOut,
    unsupported_credentials: Code::LeftOut,
    clashing_credentials: Code::Assumed,
    corrects: true,
    reads_newer: true,
    tells_of_less: true,
    finds_problems: true,
    follows_unknown_keys: true,
    requires_servers: false,
    trusts_server_defaults: true,
    names_resources: false,
    shortens_names: true,
    shares_credentials: false,
    allows_other_protocols: true,
};

impl Policy {
    /// Returns the code of a mistake that is an error in our documents, and corrected in published ones.
    pub(crate) fn mistake(&self, code: Code) -> Code {
        if self.corrects { Code::Assumed } else { code }
    }
}

#[cfg(test)]
mod tests {
    use super::{OURS, PUBLISHED, Policy};

    #[test]
    fn mistakes_are_errors_in_our_documents_only() {
        let codes = |policy: &Policy| {
            [
                policy.unknown_key,
                policy.misspelt_extension,
                policy.bad_media_type,
                policy.bad_style,
                policy.bad_example,
                policy.unknown_required,
                policy.bare_enum_value,
                policy.bad_enum_value,
                policy.unknown_branch,
                policy.infinite_type,
                policy.undeclared_path_parameter,
                policy.repeated_operation_id,
                policy.missing_success,
                policy.unreadable_error,
                policy.unsupported_operation,
                policy.unsupported_credentials,
                policy.clashing_credentials,
            ]
        };
        for (ours, published) in codes(&OURS).into_iter().zip(codes(&PUBLISHED)) {
            assert!(ours.is_error() && !published.is_error(), "{ours} and {published}");
        }
    }
}
