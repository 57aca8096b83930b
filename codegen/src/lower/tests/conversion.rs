//! `x-from`: conversions of response types to request types.

use super::support::{API, Outcome, fragment, lower, lower_pets};
use crate::diagnostic::Code;

/// A `Pet` in responses and a `PetUpdate` in requests.
fn with(read: &str, sent: &str) -> Outcome {
    lower_pets(
        "",
        &format!(
            "Pet: {{type: object, {read}}}
PetUpdate: {{type: object, x-from: '#/components/schemas/Pet', {sent}}}
Kind: {{type: string, enum: [a, b]}}"
        ),
    )
}

/// The wire names of the fields that are copied.
fn copied(outcome: &Outcome) -> Vec<&str> {
    let (from, to) = (outcome.object("Pet"), outcome.object("PetUpdate"));
    let [conversion] = to.conversions.as_slice() else { panic!("{:?}", to.conversions) };
    assert_eq!(outcome.api.types[conversion.source.0].name.as_str(), "Pet");
    let name = |(target, source): &(usize, usize)| {
        assert_eq!(to.fields[*target].wire_name, from.fields[*source].wire_name);
        to.fields[*target].wire_name.as_str()
    };
    conversion.fields.iter().map(name).collect()
}

#[test]
fn properties_of_equal_name_and_type_are_copied() {
    let (text, null) = ("{type: string}", "{type: string, nullable: true}");
    for (read, sent, expected) in [
        // Any presence can become optional: a null that cannot be sent is left out.
        (format!("required: [a], properties: {{a: {text}}}"), format!("properties: {{a: {text}}}"), vec!["a"]),
        (format!("properties: {{a: {null}}}"), format!("properties: {{a: {text}}}"), vec!["a"]),
        (format!("properties: {{a: {text}}}"), format!("properties: {{a: {null}}}"), vec!["a"]),
        // A property that is always present can become a required one.
        (
            format!("required: [a], properties: {{a: {text}}}"),
            format!("required: [a], properties: {{a: {text}}}"),
            vec!["a"],
        ),
        (
            format!("required: [a], properties: {{a: {null}}}"),
            format!("required: [a], properties: {{a: {null}}}"),
            vec!["a"],
        ),
        (
            format!("required: [a], properties: {{a: {text}}}"),
            format!("required: [a], properties: {{a: {null}}}"),
            vec!["a"],
        ),
        // A required property may be missing from the response: then the conversion can fail.
        (format!("properties: {{a: {text}}}"), format!("required: [a], properties: {{a: {text}}}"), vec!["a"]),
        (
            format!("required: [a], properties: {{a: {null}}}"),
            format!("required: [a], properties: {{a: {text}}}"),
            vec!["a"],
        ),
        // Properties with other names or types are not copied.
        (format!("properties: {{a: {text}, b: {text}}}"), format!("properties: {{b: {text}, c: {text}}}"), vec!["b"]),
        (format!("properties: {{a: {text}}}"), "properties: {a: {type: integer}}".to_owned(), vec![]),
        // The order is that of the request.
        (
            format!("properties: {{a: {text}, b: {text}}}"),
            format!("properties: {{b: {text}, a: {text}}}"),
            vec!["b", "a"],
        ),
        (
            "properties: {a: {$ref: '#/components/schemas/Kind'}}".to_owned(),
            "properties: {a: {$ref: '#/components/schemas/Kind'}}".to_owned(),
            vec!["a"],
        ),
    ] {
        let outcome = with(&read, &sent);
        outcome.is_clean(&read);
        assert_eq!(copied(&outcome), expected, "{read} -> {sent}");
    }
}

#[test]
fn the_source_may_stand_in_another_fragment() {
    let pets = fragment("", "Pet: {type: object, properties: {a: {type: string}}}");
    let update =
        "PetUpdate: {type: object, x-from: 'pets.yaml#/components/schemas/Pet', properties: {a: {type: string}}}";
    let outcome = lower(&[
        ("spec/v1/api.yaml", API),
        ("spec/v1/pets.yaml", &pets),
        ("spec/v1/updates.yaml", &fragment("", update)),
    ]);
    outcome.is_clean("");
    assert_eq!(copied(&outcome), ["a"]);
}

#[test]
fn mistakes_in_conversions() {
    let (text, null) = ("{type: string}", "{type: string, nullable: true}");
    for (read, sent, piece) in [
        (
            "properties: {a: {type: integer}}".to_owned(),
            format!("required: [a], properties: {{a: {text}}}"),
            "`a` is required here",
        ),
        (
            format!("properties: {{a: {text}}}"),
            format!("required: [a], properties: {{a: {null}}}"),
            "`a` is required here",
        ),
        (format!("properties: {{b: {text}}}"), format!("required: [a], properties: {{a: {text}}}"), "does not have it"),
        (
            "additionalProperties: true".to_owned(),
            format!("properties: {{a: {text}}}"),
            "is not an object with properties",
        ),
    ] {
        with(&read, &sent).reports(Code::BadExtension, piece, &format!("{read} -> {sent}"));
    }
    for (reference, piece) in [
        ("#/components/schemas/Pett", "there is no `Pett`"),
        ("#/components/schemas/Kind", "is not an object with properties"),
        ("zoo.yaml#/components/schemas/Pet", "there is no file"),
        ("#/info", "is not an object with properties"),
    ] {
        let schemas = format!(
            "Pet: {{type: object, properties: {{a: {text}}}}}
PetUpdate: {{type: object, x-from: '{reference}', properties: {{a: {text}}}}}
Kind: {{type: string, enum: [a, b]}}"
        );
        let outcome = lower_pets("", &schemas);
        outcome.reports(Code::BadExtension, piece, reference);
        assert!(outcome.pointed_at().contains(reference), "{reference}: {}", outcome.pointed_at());
    }
}
