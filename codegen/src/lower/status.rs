//! Statuses, and the names of their variants.

use super::input::Input;
use crate::ir::{Ident, Status, StatusClass};
use crate::source::NodeId;

/// A key of `responses`.
pub(super) fn status(key: &str) -> Option<Status> {
    match key.strip_suffix("XX") {
        _ if key == "default" => Some(Status::Default),
        Some(digit) => digit.parse().ok().and_then(StatusClass::of).map(Status::Range),
        None => key.parse().ok().map(Status::Code),
    }
}

/// The first digit of an operation's success statuses: 2. If it declares none of these, the success is a redirect, such
/// as to a download.
pub(super) fn success_class(input: Input<'_>, operation: NodeId) -> u16 {
    let responses = input.sources.get(operation, "responses").map_or(&[][..], |node| input.sources.entries(node));
    let is_declared = |digit: u16| {
        let mut statuses = responses.iter().filter_map(|entry| status(&entry.key));
        statuses.any(|status| status.digit() == Some(digit))
    };
    if is_declared(3) && !is_declared(2) { 3 } else { 2 }
}

/// The variant name of a status, from its name in RFC 9110.
pub(super) fn variant(status: Status) -> Ident {
    let name = match status {
        Status::Code(200) => "Ok",
        Status::Code(201) => "Created",
        Status::Code(202) => "Accepted",
        Status::Code(203) => "NonAuthoritativeInformation",
        Status::Code(204) => "NoContent",
        Status::Code(205) => "ResetContent",
        Status::Code(206) => "PartialContent",
        Status::Code(207) => "MultiStatus",
        Status::Code(301) => "MovedPermanently",
        Status::Code(302) => "Found",
        Status::Code(303) => "SeeOther",
        Status::Code(304) => "NotModified",
        Status::Code(307) => "TemporaryRedirect",
        Status::Code(308) => "PermanentRedirect",
        Status::Code(400) => "BadRequest",
        Status::Code(401) => "Unauthorized",
        Status::Code(402) => "PaymentRequired",
        Status::Code(403) => "Forbidden",
        Status::Code(404) => "NotFound",
        Status::Code(405) => "MethodNotAllowed",
        Status::Code(406) => "NotAcceptable",
        Status::Code(408) => "RequestTimeout",
        Status::Code(409) => "Conflict",
        Status::Code(410) => "Gone",
        Status::Code(411) => "LengthRequired",
        Status::Code(412) => "PreconditionFailed",
        Status::Code(413) => "ContentTooLarge",
        Status::Code(414) => "UriTooLong",
        Status::Code(415) => "UnsupportedMediaType",
        Status::Code(422) => "UnprocessableEntity",
        Status::Code(423) => "Locked",
        Status::Code(424) => "FailedDependency",
        Status::Code(428) => "PreconditionRequired",
        Status::Code(429) => "TooManyRequests",
        Status::Code(500) => "InternalServerError",
        Status::Code(501) => "NotImplemented",
        Status::Code(502) => "BadGateway",
        Status::Code(503) => "ServiceUnavailable",
        Status::Code(504) => "GatewayTimeout",
        Status::Default => "Default",
        Status::Range(StatusClass::Successful) => "Success",
        Status::Range(StatusClass::Redirection) => "Redirection",
        Status::Range(StatusClass::ClientError) => "ClientError",
        Status::Range(StatusClass::ServerError) => "ServerError",
        Status::Code(code) => return Ident::camel(&format!("status_{code}")),
        Status::Range(StatusClass::Informational) => "Status1xx",
    };
    // `Ident::camel` would avoid names of the prelude, but variants are qualified by their enum.
    Ident::exact(name).unwrap_or_else(|| Ident::camel(name))
}
