//! Mistakes of a generator, planted into the plan of a good document: the proof has to see each of them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test ends by panicking"
)]

use codegen::Options;
use codegen::plan::{Kind, Limits, Plan, Shape, Struct, plan};
use openapi_client_prove::{Proof, Reason, prove};

/// A document of which everything comes back.
const GOOD: &str = include_str!("zoo.yaml");

/// Another one, with types that requests and responses do not share.
const SIDES: &str = include_str!("mended/sides.yaml");

fn read(document: &str) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zoo.yaml");
    std::fs::write(&path, document).unwrap();
    let planned = plan(&[path], &Options::default());
    let problems: Vec<_> = planned.diagnostics.iter().map(|one| format!("{} {}", one.code, one.message)).collect();
    planned.plan.unwrap_or_else(|| panic!("{}", problems.join("\n")))
}

fn structure<'p>(plan: &'p mut Plan, name: &str) -> &'p mut Struct {
    let mut types = plan.types.iter_mut();
    match types.find(|ty| ty.path.last().is_some_and(|last| last == name)).map(|ty| &mut ty.shape) {
        Some(Shape::Struct(object)) => object,
        other => panic!("{name} is {other:?}"),
    }
}

fn field<'p>(plan: &'p mut Plan, name: &str, key: &str) -> &'p mut codegen::plan::Field {
    structure(plan, name).fields.iter_mut().find(|field| field.key == key).unwrap()
}

fn found(proof: &Proof) -> Vec<(Reason, &str)> {
    proof.findings.iter().map(|finding| (finding.reason, finding.subject.as_str())).collect()
}

#[test]
fn a_good_document_is_proved() {
    let proof = prove(&read(GOOD), 0).unwrap();
    assert_eq!(found(&proof), []);
    assert_eq!((proof.unions, proof.branches, proof.operations), (3, 7, 1));
    assert!(proof.unproved_schemas.is_empty() && proof.unproved_branches.is_empty(), "{proof:?}");
    assert!(proof.values > 100, "{}", proof.values);
}

#[test]
fn each_seed_makes_the_same_values_each_time() {
    let plan = read(GOOD);
    let [one, other] = [7, 7].map(|seed| format!("{:?}", prove(&plan, seed).unwrap()));
    assert_eq!(one, other);
}

/// A mistake, by name, and the finding: its reason, and the end of its subject.
type Mistake = (fn(&mut Plan), Reason, &'static str);

const MISTAKES: &[Mistake] = &[
    (
        |plan| structure(plan, "Pet").fields.retain(|field| field.key != "weight"),
        Reason::Lost,
        "Pet, property `weight`",
    ),
    (|plan| field(plan, "Pet", "note").nullable = false, Reason::NullLost, "Pet, property `note`"),
    (|plan| field(plan, "Pet", "note").required = true, Reason::Appeared, "Pet, property `note`"),
    (|plan| field(plan, "Pet", "tame").required = true, Reason::Refused, "Pet, property `tame`"),
    (|plan| field(plan, "Pet", "weight").kind = Kind::Integer, Reason::Refused, "Pet, property `weight`"),
    (|plan| field(plan, "Pet", "id").kind = Kind::Float, Reason::Number, "Pet, property `id`"),
    (|plan| field(plan, "Sizes", "girth").kind = Kind::Float, Reason::Number, "Sizes, property `girth`"),
    (|plan| field(plan, "Sizes", "steps").kind = Kind::Integer, Reason::Refused, "Sizes, property `steps`"),
    (|plan| field(plan, "Sizes", "hairs").kind = Kind::Integer, Reason::Refused, "Sizes, property `hairs`"),
    (|plan| field(plan, "Pet", "color").kind = Kind::Boolean, Reason::Refused, "Pet, property `color`"),
    (|plan| structure(plan, "House").constants.clear(), Reason::Lost, "House, property `kind`"),
    (
        |plan| {
            let mut limits = Limits::default();
            limits.chars = Some((0, Some(3)));
            field(plan, "Pet", "name").limits = limits;
        },
        Reason::NotSent,
        "pets.create (POST /pets), body",
    ),
    (|plan| field(plan, "Pet", "name").required = false, Reason::NotAccepted, "pets.create (POST /pets), body"),
    (|plan| style(plan, "at", "FormExploded"), Reason::NotAccepted, "query parameter `at`"),
    (|plan| style(plan, "near", "Deep"), Reason::NotAccepted, "query parameter `near`"),
    (|plan| style(plan, "near", "Form"), Reason::NotSent, "query parameter `near`"),
    (|plan| style(plan, "far", "Pipe"), Reason::NotAccepted, "query parameter `far`"),
    (|plan| style(plan, "spots", "Form"), Reason::NotSent, "query parameter `spots`"),
    (|plan| style(plan, "X-Point", "Simple"), Reason::NotAccepted, "header parameter `X-Point`"),
    (|plan| style(plan, "rooms", "FormExploded"), Reason::NotAccepted, "cookie parameter `rooms`"),
    (|plan| style(plan, "where", "Deep"), Reason::NotAccepted, "query parameter `where`"),
    (|plan| branches(plan).truncate(2), Reason::Untyped, "Home"),
    (|plan| never(branches(plan)), Reason::NeverMatches, "Home::House"),
];

/// Writes a parameter in another style.
fn style(plan: &mut Plan, name: &str, style: &str) {
    let mut parameters = plan.operations[0].parameters.iter_mut();
    parameters.find(|parameter| parameter.name == name).unwrap().styled.as_mut().unwrap().style = style.to_owned();
}

fn branches(plan: &mut Plan) -> &mut Vec<codegen::plan::Branch> {
    let unions = plan.types.iter_mut().filter_map(|ty| match &mut ty.shape {
        Shape::Union(branches) => Some(branches),
        _ => None,
    });
    unions.into_iter().find(|branches| branches.len() == 3).unwrap()
}

#[test]
fn planted_mistakes_are_found() {
    for (plant, reason, subject) in MISTAKES {
        let mut plan = read(GOOD);
        plant(&mut plan);
        let proof = prove(&plan, 0).unwrap();
        let found = found(&proof);
        let is_found = found.iter().any(|(found, about)| found == reason && about.ends_with(subject));
        assert!(is_found, "{reason:?} {subject}: {found:#?}");
    }
}

/// Moves a property to the type of the other direction.
fn moved(plan: &mut Plan, key: &str, from: &str, to: &str) {
    let fields = &mut structure(plan, from).fields;
    let at = fields.iter().position(|field| field.key == key).unwrap();
    let field = fields.remove(at);
    structure(plan, to).fields.push(field);
}

#[test]
fn a_property_of_the_wrong_direction_is_found() {
    for (key, from, to) in [("id", "Cat", "CatInput"), ("pin", "CatInput", "Cat")] {
        let mut plan = read(SIDES);
        assert_eq!(found(&prove(&plan, 0).unwrap()), []);
        moved(&mut plan, key, from, to);
        let proof = prove(&plan, 0).unwrap();
        for (reason, owner) in [(Reason::Refused, to), (Reason::Lost, from)] {
            let subject = format!("::{owner}, property `{key}`");
            let is_found = found(&proof).iter().any(|(found, about)| *found == reason && about.ends_with(&subject));
            assert!(is_found, "{reason:?} {subject}: {:#?}", proof.findings);
        }
    }
}

/// Makes the first branch read what no value is.
fn never(branches: &mut [codegen::plan::Branch]) {
    branches[0].tag = Some(("kind".to_owned(), vec![codegen::plan::Literal::Text("castle".to_owned())]));
}
