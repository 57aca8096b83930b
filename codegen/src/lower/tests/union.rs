//! Unions: how the branches are distinguished and named.

use super::support::{Outcome, lower_pets};
use crate::diagnostic::Code;
use crate::ir::{Guard, JsonType, Shape};
use crate::schema::Literal;

const OTHERS: &str = "
Cat: {type: object, required: [kind, purr], properties: {kind: {type: string, enum: [cat]}, purr: {type: string}}}
Dog: {type: object, required: [kind, bark], properties: {kind: {type: string, enum: [dog]}, bark: {type: string}}}
OddRule: {type: object, required: [odd], properties: {odd: {type: string}, name: {type: string}}}
EvenRule: {type: object, required: [even], properties: {even: {type: string}, name: {type: string}}}
Rule: {type: object, required: [rule], properties: {rule: {type: string}}}
Plain: {type: object, properties: {name: {type: string}}}
Same: {type: object, properties: {name: {type: string}}}
Wrapped: {description: A cat., allOf: [{$ref: '#/components/schemas/Cat'}]}
";

/// The branches of `Subject`, each with its type and guard.
fn show(outcome: &Outcome) -> Vec<String> {
    let Shape::Union(branches) = &outcome.def("Subject").shape else { panic!("{:?}", outcome.def("Subject")) };
    let guard = |guard: &Guard| match guard {
        Guard::Type(ty) => ty.as_str().to_owned(),
        Guard::Key(key) => format!("has {key}"),
        Guard::Tag { property, values } => {
            format!("{property} = {}", values.iter().map(Literal::to_string).collect::<Vec<_>>().join("|"))
        }
        Guard::Shape(shape) => shape.clone(),
    };
    let line = |branch: &crate::ir::Branch| {
        format!("{}({}) if {}", branch.name, outcome.show(&branch.ty), guard(&branch.guard))
    };
    branches.iter().map(line).collect()
}

fn reference(names: &str) -> String {
    let refs: Vec<_> = names.split(' ').map(|name| format!("{{$ref: '#/components/schemas/{name}'}}")).collect();
    refs.join(", ")
}

#[test]
fn branches_are_told_apart() {
    let (cat_dog, rules) = (reference("Cat Dog"), reference("OddRule EvenRule"));
    for (schema, branches) in [
        // 1. By a discriminator.
        (
            format!(
                "{{oneOf: [{cat_dog}], discriminator: {{propertyName: kind, mapping: {{\
                     cat: '#/components/schemas/Cat', kitten: '#/components/schemas/Cat', dog: Dog}}}}}}"
            ),
            vec!["Cat(Cat) if kind = cat|kitten", "Dog(Dog) if kind = dog"],
        ),
        // Without a mapping, the value is the branch's own constant, or else the name of the schema.
        (
            format!("{{oneOf: [{}], discriminator: {{propertyName: kind}}}}", reference("Cat Plain")),
            vec!["Cat(Cat) if kind = cat", "Plain(Plain) if kind = Plain"],
        ),
        // Numbers and booleans, several values, a tag that may be absent.
        (
            "{oneOf: [{type: object, required: [v], properties: {v: {type: integer, enum: [1, 2]}}}, \
             {type: object, properties: {v: {type: integer, enum: [3]}}}], discriminator: {propertyName: v}}"
                .to_owned(),
            vec!["N1(SubjectN1) if v = 1|2", "N3(SubjectN3) if v = 3"],
        ),
        (
            "{oneOf: [{type: object, properties: {v: {type: boolean, enum: [true]}}}, \
             {type: object, properties: {v: {type: boolean, enum: [false]}}}]}"
                .to_owned(),
            vec!["True(SubjectTrue) if v = true", "False(SubjectTrue) if v = false"],
        ),
        // Arrays, and objects that differ only in the properties that may be absent.
        (
            "{oneOf: [{type: array, items: {type: integer}}, {type: array, items: {type: string}}]}".to_owned(),
            vec!["ListOfNumber(List<Integer>) if list of number", "ListOfText(List<String>) if list of text"],
        ),
        (
            "{oneOf: [{type: object, properties: {a: {type: string}}}, \
             {type: object, properties: {b: {type: string}}}]}"
                .to_owned(),
            vec![
                "ObjectWithA(SubjectObjectWithA) if object with a",
                "ObjectWithB(SubjectObjectWithB) if object with b",
            ],
        ),
        // 2. By JSON type.
        (
            format!("{{oneOf: [{{type: string}}, {{type: array, items: {{type: string}}}}, {}]}}", reference("Plain")),
            vec!["Text(String) if string", "List(List<String>) if array", "Plain(Plain) if object"],
        ),
        (
            "{oneOf: [{type: integer}, {type: boolean}]}".to_owned(),
            vec!["Number(Integer) if number", "Flag(Boolean) if boolean"],
        ),
        // 3. By a required property with a single value, or one that the other branches lack.
        (format!("{{oneOf: [{cat_dog}]}}"), vec!["Cat(Cat) if kind = cat", "Dog(Dog) if kind = dog"]),
        (format!("{{oneOf: [{rules}]}}"), vec!["Odd(OddRule) if has odd", "Even(EvenRule) if has even"]),
        // The common end is kept if a name consists of nothing else.
        (
            format!("{{oneOf: [{}]}}", reference("OddRule Rule")),
            vec!["OddRule(OddRule) if has odd", "Rule(Rule) if has rule"],
        ),
        // One branch may have no such property: it matches the rest.
        (
            format!("{{oneOf: [{}]}}", reference("OddRule Plain")),
            vec!["OddRule(OddRule) if has odd", "Plain(Plain) if object"],
        ),
        (
            format!("{{oneOf: [{}]}}", reference("Plain OddRule")),
            vec!["OddRule(OddRule) if has odd", "Plain(Plain) if object"],
        ),
        // Strings are one branch. Numbers are two: a float does not hold every integer.
        (
            format!(
                "{{oneOf: [{{type: number, format: double}}, {{enum: [NaN]}}, {{type: integer}}, {{type: string}}, {rules}]}}"
            ),
            vec![
                "Integer(Integer) if integer",
                "Number(Float) if number",
                "Text(String) if string",
                "OddRule(OddRule) if has odd",
                "EvenRule(EvenRule) if has even",
            ],
        ),
        // By type and by property.
        (
            format!("{{oneOf: [{{type: array, items: {{type: string}}}}, {rules}]}}"),
            vec!["List(List<String>) if array", "OddRule(OddRule) if has odd", "EvenRule(EvenRule) if has even"],
        ),
        // Inline branches are named after what distinguishes them.
        (
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, \
             {type: object, required: [b], properties: {b: {type: string}}}]}"
                .to_owned(),
            vec!["A(SubjectA) if has a", "B(SubjectB) if has b"],
        ),
        // A component that only adds a description to another one.
        (
            format!("{{oneOf: [{}]}}", reference("Wrapped Dog")),
            vec!["Cat(Cat) if kind = cat", "Dog(Dog) if kind = dog"],
        ),
    ] {
        let outcome = lower_pets("", &format!("Subject: {schema}{OTHERS}"));
        outcome.is_clean(&schema);
        assert_eq!(show(&outcome), branches, "{schema}");
    }
}

#[test]
fn texts_or_numbers_alone_are_no_union() {
    use crate::ir::Presence::{Nullable, Required};
    for (schema, ty, presence) in [
        ("{anyOf: [{type: string}, {type: string, enum: [a, b]}]}", "String", Required),
        ("{oneOf: [{type: string, format: date}, {type: string, format: date-time}]}", "DateTime", Required),
        ("{anyOf: [{type: string, format: moment}, {type: string, format: date}]}", "DateTime", Required),
        ("{oneOf: [{type: string, format: date}, {type: string, format: date}]}", "Date", Required),
        ("{oneOf: [{type: string, format: date}, {type: string, format: email}]}", "String", Required),
        ("{oneOf: [{type: string, format: date}, {type: string, nullable: true}]}", "String", Nullable),
        ("{oneOf: [{type: string, enum: [a]}, {type: string, enum: [b, a]}]}", "SubjectIt", Required),
        ("{oneOf: [{type: integer}, {type: number}]}", "JsonNumber", Required),
        ("{oneOf: [{type: string}, {type: integer}, {type: number}]}", "Text", Required),
        ("{oneOf: [{type: integer, maximum: 3}, {type: integer, minimum: 9}]}", "Integer", Required),
        ("{oneOf: [{type: number, format: decimal}, {type: integer}]}", "Number", Required),
        ("{oneOf: [{type: boolean}, {type: boolean, enum: [true]}]}", "Boolean", Required),
        // A number that may be written as a string.
        ("{oneOf: [{type: number}, {type: string}, {type: string, enum: [NaN]}]}", "Text", Required),
    ] {
        let (outcome, field) = super::support::property(schema, true, OTHERS);
        outcome.is_clean(schema);
        let field = field.unwrap();
        assert_eq!((outcome.show(&field.ty).as_str(), field.presence), (ty, presence), "{schema}");
    }
}

#[test]
fn unions_may_be_null() {
    let outcome = lower_pets(
        "",
        &format!(
            "Subject: {{nullable: true, oneOf: [{}]}}
User: {{type: object, required: [it], properties: {{it: {{$ref: '#/components/schemas/Subject'}}}}}}{OTHERS}",
            reference("Cat Dog")
        ),
    );
    outcome.is_clean("");
    let field = &outcome.object("User").fields[0];
    assert_eq!((outcome.show(&field.ty).as_str(), field.presence), ("Subject", crate::ir::Presence::Nullable));
}

#[test]
fn json_types_have_the_names_of_the_standard() {
    let names = [JsonType::String, JsonType::Number, JsonType::Boolean, JsonType::Array, JsonType::Object];
    assert_eq!(names.map(JsonType::as_str), ["string", "number", "boolean", "array", "object"]);
}

/// An object with one of some levels.
fn leveled(levels: &str) -> String {
    format!("{{type: object, properties: {{id: {{type: integer}}, level: {{type: string, enum: [{levels}]}}}}}}")
}

#[test]
fn a_branch_comes_first_if_the_others_have_values_of_their_own() {
    let all = [leveled("see, read"), leveled("write, all"), leveled("read, write")];
    let outcome = lower_pets("", &format!("Subject: {{oneOf: [{}]}}\n", all.join(", ")));
    outcome.is_clean("the union");
    let names: Vec<_> = show(&outcome).iter().map(|branch| branch.split('(').next().unwrap().to_owned()).collect();
    assert_eq!(names, ["ObjectWithId3", "ObjectWithId", "ObjectWithId2"]);
}

#[test]
fn an_object_without_keys_that_may_be_null_is_null() {
    let null = "{type: object, nullable: true, additionalProperties: false}";
    for (branch, shape) in [(null, "Nullable Plain"), ("{type: object, additionalProperties: false}", "Required Union")]
    {
        let schema = format!("{{oneOf: [{{$ref: '#/components/schemas/Plain'}}, {branch}]}}");
        let outcome = lower_pets("", &format!("Subject: {{required: [a], properties: {{a: {schema}}}}}{OTHERS}"));
        let field = &outcome.object("Subject").fields[0];
        let is_union = outcome.api.types.iter().any(|def| matches!(def.shape, Shape::Union(_)));
        let found = format!("{:?} {}", field.presence, if is_union { "Union" } else { "Plain" });
        assert_eq!(found, shape, "{branch}");
    }
}

#[test]
fn mistakes_in_unions() {
    for (schema, code, piece) in [
        ("{oneOf: [{}, {type: string}]}".to_owned(), Code::Inexpressible, "accepts any value"),
        (format!("{{oneOf: [{}]}}", reference("Plain Same")), Code::BadUnion, "from `Plain`"),
        // Each value of the last branch is one of the others.
        (
            format!(
                "{{oneOf: [{}, {}, {}]}}",
                leveled("see, read"),
                leveled("write, all"),
                leveled("see, read, write, all")
            ),
            Code::BadUnion,
            "from `ObjectWithId`, `ObjectWithId2`",
        ),
        (
            format!(
                "{{oneOf: [{}], discriminator: {{propertyName: kind, mapping: {{\
                     odd: '#/components/schemas/OddRule'}}}}}}",
                reference("Cat Dog")
            ),
            Code::BadUnion,
            "is not a branch of this union",
        ),
        (
            format!("{{oneOf: [{}], discriminator: {{mapping: {{}}}}}}", reference("Cat Dog")),
            Code::MissingKey,
            "`propertyName`",
        ),
    ] {
        let outcome = lower_pets("", &format!("Subject: {schema}{OTHERS}"));
        let found: Vec<_> = outcome.diagnostics.iter().map(|problem| (problem.code, &problem.message)).collect();
        assert!(found.iter().any(|(found, message)| *found == code && message.contains(piece)), "{schema}: {found:?}");
    }
}

#[test]
fn a_struct_keeps_all_keys_if_an_object_beside_its_properties_names_none() {
    for (branch, is_open) in [
        ("{type: object, properties: {}}", true),
        ("{type: object, properties: {}, additionalProperties: false}", false),
    ] {
        let known = "{type: object, properties: {a: {type: string}}}";
        let schema = format!("{{type: object, properties: {{a: {{type: string}}}}, anyOf: [{known}, {branch}]}}");
        let outcome = lower_pets("", &format!("Subject: {schema}\n"));
        let Shape::Struct(object) = &outcome.def("Subject").shape else { panic!("{branch}") };
        assert_eq!(object.rest.is_some(), is_open, "{branch}");
    }
}
