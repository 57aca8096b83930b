//! The rules are the runtime's own.

use openapi_client_runtime::rt::expand::{self as rt, Constant, Inner, KeyFacts, Kinds};

use super::choose::{Choice, Inside};
use super::facts::{self, Facts, Texts};
use super::value::{Maker, Value, Values, objects};
use crate::ir::{Api, Branch, Shape};
use crate::lower::tests::support::lower_pets;
use crate::schema::Literal;

const SCHEMAS: &str = "
Tagged: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Any'}]}
Kinds: {oneOf: [{type: string}, {type: integer}, {type: boolean}, {type: array, items: {type: string}}]}
Texts: {oneOf: [{type: string, format: date}, {type: array, items: {type: string, enum: [a, b]}}, {type: array, items: {type: number}}]}
Outside: {oneOf: [{$ref: '#/components/schemas/Small'}, {$ref: '#/components/schemas/Large'}, {$ref: '#/components/schemas/Loose'}]}
Inside: {oneOf: [{$ref: '#/components/schemas/Days'}, {$ref: '#/components/schemas/Names'}, {$ref: '#/components/schemas/Lists'}]}
Maps: {oneOf: [{type: object, additionalProperties: {type: integer}}, {type: object, additionalProperties: {type: string}}]}
Levels: {oneOf: [{$ref: '#/components/schemas/Low'}, {$ref: '#/components/schemas/High'}, {$ref: '#/components/schemas/Named'}]}
Unions: {oneOf: [{$ref: '#/components/schemas/Tagged'}, {$ref: '#/components/schemas/Outside'}]}
Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}, purr: {type: string}}}
Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog, wolf]}, bark: {type: boolean}}}
Any: {type: object, required: [kind], properties: {kind: {type: string, enum: [any]}, purr: {type: integer}, bark: {type: boolean}}}
Small: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string, nullable: true}}}
Large: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}, size: {type: integer}}}
Loose: {type: object, properties: {id: {type: string}}, additionalProperties: {type: integer}}
Days: {type: object, required: [by], properties: {by: {type: object, additionalProperties: {$ref: '#/components/schemas/Day'}}}}
Names: {type: object, required: [by], properties: {by: {type: object, additionalProperties: {$ref: '#/components/schemas/Name'}}}}
Lists: {type: object, required: [by], properties: {by: {type: object, additionalProperties: {type: array, items: {$ref: '#/components/schemas/Name'}}}}}
Day: {type: object, required: [count], properties: {count: {type: integer}, day: {type: integer}}}
Name: {type: object, required: [count], properties: {count: {type: integer}, name: {type: string}}}
Low: {type: object, properties: {id: {type: integer}, level: {type: string, enum: [a, b]}}}
High: {type: object, properties: {id: {type: integer}, level: {type: string, enum: [c, d]}}}
Named: {type: object, properties: {level: {type: string, enum: [b, c]}, name: {type: string}}}
";

#[test]
fn the_runtime_selects_the_same_branches() {
    let outcome = lower_pets("", SCHEMAS);
    outcome.is_clean("the schemas");
    let api = &outcome.api;
    let (mut compared, inside) = (0, Inside::new(api));
    for def in &api.types {
        let Shape::Union(branches) = &def.shape else { continue };
        let known: Vec<_> = branches.iter().map(|branch| facts::of_branch(api, branch)).collect();
        let choice = Choice::new(&inside, &known.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let runtime =
            rt::Choice::new(known.iter().map(|all| all.iter().map(|one| described(api, one, 3)).collect()).collect());
        for value in branches.iter().flat_map(|branch| values(api, branch)) {
            let json = json(&value).to_string();
            assert_eq!(choice.choose(&value), runtime.choose(&json), "{} {json}", def.name);
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

fn values(api: &Api, branch: &Branch) -> Vec<Value> {
    let all = Maker::new(api, 1_000).of_branch(branch, 4).into_iter();
    let each = all.flat_map(|values| match values {
        Values::Listed(values) => values,
        Values::Parts(parts) => objects(&parts, 200),
    });
    // Some keys, and values that no branch has.
    let part = |value: Value| match value {
        Value::Object(mut entries) if entries.len() > 1 => {
            let other = Value::Object(entries.split_off(1));
            let mut more = entries.clone();
            more.push(("more".to_owned(), Value::Null));
            vec![Value::Object(entries), other, Value::Object(more)]
        }
        other => vec![other],
    };
    each.flat_map(|value| [vec![value.clone()], part(value)].concat()).collect()
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Boolean(value) => (*value).into(),
        Value::Integer(value) => (*value).into(),
        Value::Fraction => 1.5.into(),
        Value::FractionOf(text) => serde_json::from_str(text).unwrap(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}

/// The same facts, as the runtime has them.
fn described(api: &Api, facts: &Facts, levels: u8) -> rt::Facts<'static> {
    let of = |all: &[Facts]| all.iter().map(|one| described(api, one, levels)).collect::<Vec<_>>();
    let key = |key: &facts::Key| {
        let inner = key.ty.as_ref().filter(|_| levels > 0).map(|ty| facts::of(api, ty, true, facts::DEPTH));
        let inner = inner.unwrap_or_default();
        KeyFacts {
            key: leaked(&key.key),
            required: key.is_required,
            kinds: kinds(key.kinds),
            texts: texts(&key.texts),
            constant: key.constant.as_ref().map(constant),
            inner: Inner::Known(inner.iter().map(|one| described(api, one, levels - 1)).collect()),
        }
    };
    let tag = |(key, values): &(String, Vec<Literal>)| rt::Tag {
        key: leaked(key),
        values: values.iter().map(constant).collect(),
    };
    rt::Facts {
        kinds: kinds(facts.kinds),
        texts: texts(&facts.texts),
        items: of(&facts.items),
        keys: facts.keys.iter().map(key).collect(),
        rest: facts.rest.map(kinds),
        tags: facts.tags.iter().map(tag).collect(),
    }
}

fn constant(literal: &Literal) -> Constant<'static> {
    match literal {
        Literal::Text(text) => Constant::from(leaked(text)),
        Literal::Integer(number) => Constant::from(*number),
        Literal::Boolean(value) => Constant::from(*value),
        Literal::Number(text) => Constant::from(text.parse::<f64>().unwrap()),
    }
}

fn kinds(kinds: facts::Kinds) -> Kinds {
    let all = [
        (facts::NULL, Kinds::NULL),
        (facts::BOOLEAN, Kinds::BOOLEAN),
        (facts::INTEGER, Kinds::INTEGER),
        (facts::FRACTION, Kinds::FRACTION),
        (facts::STRING, Kinds::STRING),
        (facts::ARRAY, Kinds::ARRAY),
        (facts::OBJECT, Kinds::OBJECT),
    ];
    all.iter().filter(|(ours, _)| kinds & ours != 0).fold(Kinds::NONE, |all, (_, kind)| all | *kind)
}

fn texts(texts: &Texts) -> rt::Texts<'static> {
    match texts {
        Texts::Any => rt::Texts::Any,
        Texts::Values(values) => rt::Texts::Values(values.iter().map(|value| leaked(value)).collect::<Vec<_>>().into()),
        Texts::Date => rt::Texts::Date,
        Texts::DateTime => rt::Texts::DateTime,
        Texts::Number => rt::Texts::Number,
    }
}

fn leaked(text: &str) -> &'static str {
    text.to_owned().leak()
}
