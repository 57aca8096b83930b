//! The rules: what each kind of change means for callers, and for programs that are already deployed.

use super::change::{Kind, What};
use crate::surface::{Aspect, Subject};

/// What a change means for the callers of a generated crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Callers {
    /// Only documentation differs.
    Documentation,
    /// There is more than before, and nothing to do.
    Addition,
    /// Programs compile as before, and something differs when they run.
    RunTime,
    /// There are programs that compiled before and do not compile any more.
    Breaking,
}

/// What a change means for programs that were compiled before it, once the API is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wire {
    /// What they send is accepted as before, and they understand what they receive.
    Compatible,
    /// Some of their requests may be refused, or some responses not be understood.
    Breaking,
}

/// What a change means in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Impact {
    pub(super) callers: Callers,
    pub(super) wire: Wire,
}

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable code, such as `D0801`.
    pub code: &'static str,
    /// What happened, in a sentence without a full stop.
    pub title: &'static str,
    /// The code of the rule for the opposite change.
    pub mirror: &'static str,
    /// The page about the rule, in Markdown.
    pub page: &'static str,
    /// `None` for rules about all subjects.
    pub(super) subject: Option<Subject>,
    pub(super) what: What,
    /// `None` for any kind of change.
    pub(super) kind: Option<Kind>,
    pub(super) sent: Impact,
    pub(super) received: Impact,
}

const DOCS: Impact = Impact { callers: Callers::Documentation, wire: Wire::Compatible };
const ADDS: Impact = Impact { callers: Callers::Addition, wire: Wire::Compatible };
const RUNS: Impact = Impact { callers: Callers::RunTime, wire: Wire::Compatible };
const RUNS_WIRE: Impact = Impact { callers: Callers::RunTime, wire: Wire::Breaking };
const BREAKS: Impact = Impact { callers: Callers::Breaking, wire: Wire::Compatible };
const BREAKS_WIRE: Impact = Impact { callers: Callers::Breaking, wire: Wire::Breaking };

/// A row for each rule: its code and its mirror's; the subject, what of it changes, and how; the impact of the change
/// on what is sent, and on what is received; and the title.
macro_rules! rules {
    ($($code:ident $mirror:ident: $subject:tt $what:expr, $kind:tt => $sent:ident $received:ident, $title:literal;)+) => {
        /// All rules, by code.
        pub(super) static RULES: &[Rule] = &[$(Rule {
            code: stringify!($code),
            title: $title,
            mirror: stringify!($mirror),
            page: include_str!(concat!("pages/", stringify!($code), ".md")),
            subject: rules!(@subject $subject),
            what: $what,
            kind: rules!(@kind $kind),
            sent: $sent,
            received: $received,
        }),+];
    };
    (@subject any) => { None };
    (@subject $subject:ident) => { Some(Subject::$subject) };
    (@kind any) => { None };
    (@kind $kind:ident) => { Some(Kind::$kind) };
}

use Aspect as A;
use What::{Aspect as Of, Limit, Whole, WireName};

rules! {
    D0001 D0001: any Of(A::Documentation), any => DOCS DOCS, "the documentation changed";
    D0002 D0002: any Of(A::Link), any => DOCS DOCS, "the link to the vendor's documentation changed";
    D0003 D0004: any Of(A::Deprecated), Added => RUNS RUNS, "it is deprecated now, and the compiler warns";
    D0004 D0003: any Of(A::Deprecated), Removed => ADDS ADDS, "it is not deprecated any more";
    D0005 D0006: any Limit, Narrower => RUNS_WIRE DOCS, "a limit is narrower";
    D0006 D0005: any Limit, Wider => RUNS DOCS, "a limit is wider";
    D0007 D0007: any Limit, Changed => RUNS_WIRE DOCS, "a limit allows other values";
    D0008 D0008: any Of(A::Default), any => RUNS DOCS, "the default that the API assumes changed";
    D0009 D0010: any Of(A::ReadOnly), Added => RUNS_WIRE DOCS, "it is read-only now";
    D0010 D0009: any Of(A::ReadOnly), Removed => RUNS DOCS, "it is not read-only any more";
    D0011 D0012: Field Of(A::Deprecated), Added => DOCS DOCS, "a property is deprecated now";
    D0012 D0011: Field Of(A::Deprecated), Removed => DOCS DOCS, "a property is not deprecated any more";

    D0013 D0013: any What::FormerName, any => RUNS RUNS, "it has another name, and the compiler warns of the former one";
    D0014 D0015: Alias Whole, Added => ADDS ADDS, "a former name works again";
    D0015 D0014: Alias Whole, Removed => BREAKS BREAKS, "a former name does not work any more";
    D0016 D0016: Alias Of(A::Type), any => BREAKS BREAKS, "a former name stands for something else";

    D0101 D0102: Version Whole, Added => ADDS ADDS, "a version was added";
    D0102 D0101: Version Whole, Removed => BREAKS_WIRE BREAKS_WIRE, "a version was removed";
    D0103 D0103: Version Of(A::Environment), any => RUNS RUNS, "the environment variable of the base URL changed";
    D0104 D0104: Version Of(A::Server), any => RUNS_WIRE RUNS_WIRE, "the URL of the server changed";
    D0105 D0105: Version Of(A::Security), any => RUNS_WIRE RUNS_WIRE, "the credentials that operations send changed";
    D0106 D0106: Version Of(A::RateLimit), any => RUNS RUNS, "the headers of the rate limit changed";
    D0107 D0107: Version Of(A::Pagination), any => RUNS_WIRE RUNS_WIRE, "how pages are requested or described changed";
    D0108 D0108: Version Of(A::MaxUrl), any => RUNS RUNS, "the length of the longest URL changed";
    D0109 D0109: Version Of(A::RequestId), any => RUNS RUNS, "the headers that identify a request changed";
    D0110 D0110: Version Of(A::ProblemKeys), any => RUNS RUNS, "the properties that describe errors changed";
    D0111 D0112: Server Whole, Added => ADDS ADDS, "a server was added";
    D0112 D0111: Server Whole, Removed => BREAKS BREAKS, "a server was removed";
    D0113 D0113: Server Of(A::Name), any => BREAKS BREAKS, "the constant of a server was renamed";
    D0114 D0114: Server WireName, any => RUNS_WIRE RUNS_WIRE, "the URL of a server changed";
    D0121 D0122: Variable Whole, Added => ADDS ADDS, "a server variable with a default was added";
    D0122 D0121: Variable Whole, Removed => BREAKS_WIRE BREAKS_WIRE, "a server variable was removed";
    D0123 D0124: Variable Whole, AddedRequired => BREAKS_WIRE BREAKS_WIRE, "a server variable without a default was added";
    D0124 D0123: Variable Whole, RemovedRequired => BREAKS_WIRE BREAKS_WIRE, "a server variable without a default was removed";
    D0125 D0125: Variable Of(A::Name), any => BREAKS BREAKS, "the setter of a server variable was renamed";
    D0126 D0126: Variable Of(A::Environment), any => RUNS RUNS, "the environment variable of a server variable changed";
    D0127 D0127: Variable Of(A::Presence), any => BREAKS BREAKS, "a server variable became a setter of the client, or an argument";
    D0128 D0128: Variable WireName, any => RUNS_WIRE RUNS_WIRE, "the name of a server variable changed";
    D0141 D0142: Credential Whole, Added => ADDS ADDS, "a credential with a setter was added";
    D0142 D0141: Credential Whole, Removed => BREAKS_WIRE BREAKS_WIRE, "a credential was removed";
    D0143 D0144: Credential Whole, AddedRequired => BREAKS_WIRE BREAKS_WIRE, "a credential that the client takes as an argument was added";
    D0144 D0143: Credential Whole, RemovedRequired => BREAKS_WIRE BREAKS_WIRE, "a credential that the client takes as an argument was removed";
    D0145 D0145: Credential Of(A::Name), any => BREAKS BREAKS, "the setter of a credential was renamed";
    D0146 D0146: Credential Of(A::Location), any => RUNS_WIRE RUNS_WIRE, "a credential is sent elsewhere";
    D0147 D0147: Credential Of(A::Environment), any => RUNS RUNS, "the environment variable of a credential changed";
    D0148 D0148: Credential Of(A::Presence), any => BREAKS BREAKS, "a credential became a setter of the client, or an argument";
    D0149 D0149: Credential WireName, any => DOCS DOCS, "the name of the security scheme changed";
    D0151 D0152: Handle Whole, Added => ADDS ADDS, "a resource was added";
    D0152 D0151: Handle Whole, Removed => BREAKS BREAKS, "a resource was removed";
    D0153 D0153: Handle Of(A::Name), any => BREAKS BREAKS, "the handle of a resource was renamed";

    D0201 D0202: Operation Whole, Added => ADDS ADDS, "an operation was added";
    D0202 D0201: Operation Whole, Removed => BREAKS_WIRE BREAKS_WIRE, "an operation was removed";
    D0203 D0203: Operation Of(A::Name), any => BREAKS BREAKS, "the method of an operation was renamed";
    D0204 D0204: Operation WireName, any => RUNS_WIRE RUNS_WIRE, "the HTTP method or the path of an operation changed";
    D0205 D0205: Operation Of(A::Arguments), any => BREAKS BREAKS, "the order of a method's arguments changed";
    D0206 D0206: Operation Of(A::Builder), any => BREAKS BREAKS, "the request builder of an operation was renamed";
    D0207 D0207: Operation Of(A::Server), any => RUNS_WIRE RUNS_WIRE, "the server of an operation changed";
    D0208 D0208: Operation Of(A::Security), any => RUNS_WIRE RUNS_WIRE, "the credentials that an operation sends changed";
    D0209 D0210: Operation Of(A::Scopes), Wider => DOCS DOCS, "further scopes are sufficient for an operation";
    D0210 D0209: Operation Of(A::Scopes), Narrower => RUNS_WIRE RUNS_WIRE, "fewer scopes are sufficient for an operation";
    D0211 D0211: Operation Of(A::Scopes), Changed => RUNS_WIRE RUNS_WIRE, "other scopes are sufficient for an operation";
    D0212 D0212: Operation Of(A::Accept), any => RUNS RUNS, "the media type that an operation asks for changed";
    D0213 D0213: Operation Of(A::Fixed), any => RUNS_WIRE RUNS_WIRE, "the parameters that every call sends changed";
    D0214 D0215: Operation Of(A::FilterRequired), Added => RUNS RUNS, "a call requires a filter now";
    D0215 D0214: Operation Of(A::FilterRequired), Removed => BREAKS BREAKS, "a call requires no filter any more, and `all` is gone";
    D0216 D0216: Operation Of(A::FilterRequired), any => RUNS RUNS, "the filters of which a call requires one changed";
    D0217 D0217: Operation Of(A::Idempotent), any => RUNS RUNS, "whether an operation can be retried safely changed";
    D0218 D0218: Operation Of(A::Statuses), any => RUNS RUNS, "the statuses of successes changed";
    D0219 D0219: Operation Of(A::Redirects), any => RUNS RUNS, "the declared redirects changed";
    D0220 D0221: Operation Of(A::Paging), Added => ADDS ADDS, "a list has pages now";
    D0221 D0220: Operation Of(A::Paging), Removed => BREAKS BREAKS, "a list has no pages any more";
    D0222 D0222: Operation Of(A::Paging), Changed => RUNS_WIRE RUNS_WIRE, "the pages of a list are requested in another way";
    D0223 D0224: Operation Of(A::ItemsPerCall), Narrower => RUNS_WIRE RUNS_WIRE, "a call takes fewer items";
    D0224 D0223: Operation Of(A::ItemsPerCall), Wider => RUNS RUNS, "a call takes more items";
    D0225 D0225: Operation Of(A::Concurrency), any => RUNS RUNS, "the number of concurrent calls changed";
    D0226 D0226: Operation Of(A::Split), any => RUNS RUNS, "the arrays that are divided among several calls changed";

    D0301 D0302: Parameter Whole, Added => ADDS ADDS, "an optional parameter was added";
    D0302 D0301: Parameter Whole, Removed => BREAKS_WIRE BREAKS_WIRE, "an optional parameter was removed";
    D0303 D0304: Parameter Whole, AddedRequired => BREAKS_WIRE BREAKS_WIRE, "a required parameter was added";
    D0304 D0303: Parameter Whole, RemovedRequired => BREAKS_WIRE BREAKS_WIRE, "a required parameter was removed";
    D0305 D0305: Parameter Of(A::Name), any => BREAKS BREAKS, "the setter of a parameter was renamed";
    D0306 D0306: Parameter WireName, any => RUNS_WIRE RUNS_WIRE, "a parameter has another name or location";
    D0307 D0307: Parameter Of(A::Type), any => BREAKS_WIRE BREAKS_WIRE, "the type of a parameter changed";
    D0308 D0309: Parameter Of(A::Presence), Narrower => BREAKS_WIRE BREAKS_WIRE, "a parameter became required";
    D0309 D0308: Parameter Of(A::Presence), Wider => BREAKS BREAKS, "a parameter became optional";
    D0310 D0310: Parameter Of(A::Location), any => RUNS_WIRE RUNS_WIRE, "a parameter is serialized in another way";

    D0401 D0402: Body Whole, Added => ADDS ADDS, "an optional request body was added";
    D0402 D0401: Body Whole, Removed => BREAKS_WIRE BREAKS_WIRE, "an optional request body was removed";
    D0403 D0404: Body Whole, AddedRequired => BREAKS_WIRE BREAKS_WIRE, "a required request body was added";
    D0404 D0403: Body Whole, RemovedRequired => BREAKS_WIRE BREAKS_WIRE, "a required request body was removed";
    D0405 D0405: Body Of(A::Name), any => BREAKS BREAKS, "the setter of a request body was renamed";
    D0406 D0406: Body Of(A::Type), any => BREAKS_WIRE BREAKS_WIRE, "the type of a request body changed";
    D0407 D0408: Body Of(A::Presence), Narrower => BREAKS_WIRE BREAKS_WIRE, "a request body became required";
    D0408 D0407: Body Of(A::Presence), Wider => BREAKS BREAKS, "a request body became optional";
    D0409 D0409: Body Of(A::Location), any => BREAKS_WIRE BREAKS_WIRE, "a request body is encoded in another way";
    D0410 D0410: Body Of(A::MediaType), any => RUNS_WIRE RUNS_WIRE, "the media type of a request body changed";

    D0501 D0501: Success Of(A::Type), any => BREAKS_WIRE BREAKS_WIRE, "the type of a success changed";
    D0502 D0503: Success Whole, Added => RUNS RUNS, "a success status was added";
    D0503 D0502: Success Whole, Removed => BREAKS BREAKS, "a success status was removed";
    D0511 D0512: Error Whole, Added => RUNS RUNS, "an error status was added";
    D0512 D0511: Error Whole, Removed => RUNS RUNS, "an error status was removed";
    D0513 D0513: Error Of(A::Type), any => RUNS_WIRE RUNS_WIRE, "the type of the body of an error changed";
    D0521 D0522: Header Whole, Added => ADDS ADDS, "a response header was added";
    D0522 D0521: Header Whole, Removed => BREAKS BREAKS, "a response header was removed";
    D0524 D0524: Header Of(A::Type), any => BREAKS_WIRE BREAKS_WIRE, "the type of a response header changed";
    D0525 D0525: Header WireName, any => RUNS_WIRE RUNS_WIRE, "a response header has another name";
    D0531 D0532: Fixture Whole, Added => ADDS ADDS, "a fixture for tests was added";
    D0532 D0531: Fixture Whole, Removed => BREAKS BREAKS, "a fixture for tests was removed";
    D0534 D0534: Fixture Of(A::Type), any => BREAKS BREAKS, "the type of a fixture for tests changed";
    D0535 D0535: Fixture Of(A::Statuses), any => RUNS RUNS, "the status of a fixture for tests changed";

    D0601 D0602: Batch Whole, Added => ADDS ADDS, "a batch method was added";
    D0602 D0601: Batch Whole, Removed => BREAKS BREAKS, "a batch method was removed";
    D0603 D0603: Batch Of(A::Name), any => BREAKS BREAKS, "a batch method was renamed";
    D0604 D0604: Batch Of(A::Key), any => RUNS RUNS, "the properties that identify an item in a response changed";
    D0605 D0605: Batch Of(A::Atomic), any => RUNS RUNS, "whether a batch call is atomic changed";
    D0611 D0612: Lookup Whole, Added => ADDS ADDS, "a lookup was added";
    D0612 D0611: Lookup Whole, Removed => BREAKS BREAKS, "a lookup was removed";
    D0613 D0613: Lookup Of(A::Name), any => BREAKS BREAKS, "a lookup was renamed";
    D0614 D0614: Lookup Of(A::Builder), any => BREAKS BREAKS, "the request builder of a lookup was renamed";
    D0615 D0615: Lookup Of(A::Arguments), any => BREAKS BREAKS, "the arguments of a lookup changed";
    D0616 D0617: Lookup Of(A::Setters), Wider => ADDS ADDS, "a lookup gained a setter";
    D0617 D0616: Lookup Of(A::Setters), Narrower => BREAKS BREAKS, "a lookup lost a setter";
    D0618 D0618: Lookup Of(A::Setters), Changed => BREAKS BREAKS, "a lookup has other setters";
    D0619 D0619: Lookup Of(A::Type), any => BREAKS BREAKS, "the type that a lookup finds changed";
    D0620 D0620: Lookup Of(A::Matching), any => RUNS RUNS, "how a lookup recognizes its item changed";
    D0621 D0621: Lookup WireName, any => RUNS_WIRE RUNS_WIRE, "a lookup filters by another parameter";

    D0701 D0702: Type Whole, Added => ADDS ADDS, "a type was added";
    D0702 D0701: Type Whole, Removed => BREAKS BREAKS, "a type was removed";
    D0703 D0703: Type Of(A::Name), any => BREAKS BREAKS, "a type was renamed or moved";
    D0704 D0704: Type Of(A::Shape), any => BREAKS_WIRE BREAKS_WIRE, "a type became another kind of type";
    D0705 D0706: Type Of(A::Sent), Added => ADDS ADDS, "a type can be created by callers now";
    D0706 D0705: Type Of(A::Sent), Removed => BREAKS BREAKS, "a type cannot be created by callers any more";
    D0707 D0708: Type Of(A::Conversions), Wider => ADDS ADDS, "a conversion was added";
    D0708 D0707: Type Of(A::Conversions), Narrower => BREAKS BREAKS, "a conversion was removed";
    D0709 D0709: Type Of(A::Conversions), Changed => BREAKS BREAKS, "a conversion was replaced by another one";
    D0710 D0711: Type Of(A::Rest), Added => ADDS ADDS, "unlisted properties are kept now";
    D0711 D0710: Type Of(A::Rest), Removed => BREAKS BREAKS, "unlisted properties are not kept any more";
    D0712 D0712: Type Of(A::Rest), Changed => BREAKS_WIRE BREAKS_WIRE, "the type of unlisted properties changed";
    D0713 D0713: Type Of(A::Constructor), any => BREAKS BREAKS, "the struct of a constructor's required fields was renamed";

    D0801 D0802: Field Whole, Added => ADDS ADDS, "an optional property was added";
    D0802 D0801: Field Whole, Removed => BREAKS_WIRE BREAKS, "an optional property was removed";
    D0803 D0804: Field Whole, AddedRequired => BREAKS_WIRE ADDS, "a required property was added";
    D0804 D0803: Field Whole, RemovedRequired => BREAKS_WIRE BREAKS_WIRE, "a required property was removed";
    D0805 D0805: Field Of(A::Name), any => BREAKS BREAKS, "the field of a property was renamed";
    D0806 D0806: Field WireName, any => RUNS_WIRE RUNS_WIRE, "a property has another name";
    D0807 D0807: Field Of(A::Type), any => BREAKS_WIRE BREAKS_WIRE, "the type of a property changed";
    D0808 D0809: Field Of(A::Presence), Narrower => BREAKS_WIRE BREAKS, "a property is always present now, or never null";
    D0809 D0808: Field Of(A::Presence), Wider => BREAKS BREAKS_WIRE, "a property may be absent now, or null";
    D0810 D0810: Field Of(A::Presence), Changed => BREAKS_WIRE RUNS_WIRE, "a property may be null now instead of absent, or absent instead of null";
    D0821 D0822: Constant Whole, Added => RUNS_WIRE RUNS, "a property with a single value was added";
    D0822 D0821: Constant Whole, Removed => RUNS_WIRE RUNS, "a property with a single value was removed";
    D0823 D0823: Constant Of(A::Value), any => RUNS_WIRE RUNS, "the single value of a property changed";

    D0901 D0902: Variant Whole, Added => ADDS RUNS, "an enum value was added";
    D0902 D0901: Variant Whole, Removed => BREAKS_WIRE BREAKS, "an enum value was removed";
    D0903 D0903: Variant Of(A::Name), any => BREAKS BREAKS, "the variant of an enum value was renamed";
    D0904 D0904: Variant WireName, any => RUNS_WIRE RUNS_WIRE, "a variant stands for another value";
    D0911 D0912: Branch Whole, Added => ADDS RUNS, "a union branch was added";
    D0912 D0911: Branch Whole, Removed => BREAKS_WIRE BREAKS, "a union branch was removed";
    D0913 D0913: Branch Of(A::Name), any => BREAKS BREAKS, "a union branch was renamed";
    D0914 D0914: Branch Of(A::Type), any => BREAKS_WIRE BREAKS_WIRE, "the type of a union branch changed";
    D0915 D0915: Branch Of(A::Guard), any => RUNS_WIRE RUNS_WIRE, "a union branch is recognized by something else";

    D0999 D0999: any Whole, any => BREAKS_WIRE BREAKS_WIRE, "something changed that no rule describes";
}

impl Rule {
    /// All rules, by code.
    pub fn all() -> &'static [Self] {
        RULES
    }

    fn fits(&self, subject: Subject, what: What, kind: Kind) -> bool {
        self.subject.is_none_or(|own| own == subject) && self.what == what && self.kind.is_none_or(|own| own == kind)
    }
}

/// Returns the rule for a change: one about the subject comes before one about all subjects, and the last rule is for
/// changes without a rule of their own.
pub(super) fn rule(subject: Subject, what: What, kind: Kind) -> Option<&'static Rule> {
    let fitting = RULES.iter().filter(|rule| rule.fits(subject, what, kind));
    fitting.min_by_key(|rule| rule.subject.is_none()).or(RULES.last())
}
