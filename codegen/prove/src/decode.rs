//! Decodes and encodes values as the generated crate does, without compiling it: structs and unions by the plan, scalars
//! by the types of the runtime.

mod scalar;

use codegen::plan::{Branch, Field, Kind, Plan, Shape, Struct};

use crate::choice::Choices;
use crate::finding::Reason;
use crate::json::Json;

/// Something that decoding and encoding changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The innermost named type, as an index in [`Plan::types`], and the key in it.
    pub owner: Option<(usize, String)>,
    /// What kind of change it is.
    pub reason: Reason,
    /// Where it is in the value, such as `data[3].id`.
    pub path: String,
    /// What happens.
    pub message: String,
}

/// The result of decoding and encoding a value.
#[derive(Debug, Default)]
pub struct Passed {
    /// What comes back; `None` if the value is refused.
    pub encoded: Option<Json>,
    /// What changes.
    pub losses: Vec<Loss>,
    /// The unions that read a part of the value, as indexes in [`Plan::types`], with the branch that did.
    pub chosen: Vec<(usize, usize)>,
}

/// Decodes a value as a type, and encodes it again.
pub fn pass<'p>(plan: &'p Plan, choices: &Choices<'p>, kind: &Kind, value: &Json) -> Passed {
    let mut walk = Walk { plan, choices, passed: Passed::default(), path: String::new(), owner: None };
    match walk.value(kind, value) {
        Ok(encoded) => walk.passed.encoded = Some(encoded),
        Err(refused) => walk.passed.losses = vec![*refused],
    }
    walk.passed
}

/// Why a value is refused.
type Refused = Box<Loss>;

struct Walk<'a, 'p> {
    plan: &'p Plan,
    choices: &'a Choices<'p>,
    passed: Passed,
    path: String,
    owner: Option<(usize, String)>,
}

impl<'p> Walk<'_, 'p> {
    fn value(&mut self, kind: &Kind, value: &Json) -> Result<Json, Refused> {
        match kind {
            Kind::Json => Ok(value.clone()),
            Kind::Nullable(_) if *value == Json::Null => Ok(Json::Null),
            Kind::Nullable(inner) => self.value(inner, value),
            Kind::List(item) => {
                let Json::List(items) = value else { return Err(self.refused("an array", value)) };
                let items = items.iter().enumerate();
                let items = items.map(|(index, one)| self.under(&format!("[{index}]"), |walk| walk.value(item, one)));
                items.collect::<Result<_, _>>().map(Json::List)
            }
            Kind::Map(inner) => {
                let Json::Object(entries) = value else { return Err(self.refused("an object", value)) };
                let one = |(key, one): &(String, Json)| {
                    Ok((key.clone(), self.under(&step(key), |walk| walk.value(inner, one))?))
                };
                entries.iter().map(one).collect::<Result<_, _>>().map(Json::Object)
            }
            Kind::Named(index) => self.named(*index, value),
            scalar => {
                let (encoded, changed) = scalar::pass(scalar, value).map_err(|why| self.refusal(why))?;
                if let Some((reason, message)) = changed {
                    let loss = self.loss(reason, message);
                    self.passed.losses.push(loss);
                }
                Ok(encoded)
            }
        }
    }

    fn named(&mut self, index: usize, value: &Json) -> Result<Json, Refused> {
        let plan = self.plan;
        let Some(ty) = plan.types.get(index) else { return Ok(value.clone()) };
        let outer = self.owner.replace((index, String::new()));
        let encoded = match &ty.shape {
            Shape::Struct(object) => self.object(index, object, value),
            Shape::Enum(_) => match value {
                Json::Text(_) => Ok(value.clone()),
                other => Err(self.refused("a string", other)),
            },
            Shape::Union(branches) => Ok(self.union(index, branches, value)),
            _ => Ok(value.clone()),
        };
        self.owner = outer;
        encoded
    }

    fn object(&mut self, index: usize, object: &'p Struct, value: &Json) -> Result<Json, Refused> {
        let Json::Object(entries) = value else { return Err(self.refused("an object", value)) };
        let mut encoded = Vec::new();
        for field in object.fields.iter().filter(|field| field.required && value.get(&field.key).is_none()) {
            self.owner = Some((index, field.key.clone()));
            encoded.push((field.key.clone(), self.missing(object, field)?));
        }
        // Another value of a constant is kept, and so is its absence.
        let constants = object.constants.iter();
        encoded.extend(constants.filter_map(|(key, _)| Some((key.clone(), value.get(key)?.clone()))));
        for field in &object.fields {
            let Some(inner) = value.get(&field.key) else { continue };
            self.owner = Some((index, field.key.clone()));
            let made = self.under(&step(&field.key), |walk| walk.field(field, inner))?;
            encoded.extend(made.map(|made| (field.key.clone(), made)));
        }
        for (key, inner) in entries {
            let is_constant = object.constants.iter().any(|(constant, _)| constant == key);
            if is_constant || object.fields.iter().any(|field| field.key == *key) {
                continue;
            }
            self.owner = Some((index, key.clone()));
            match &object.rest {
                Some(kind) => encoded.push((key.clone(), self.under(&step(key), |walk| walk.value(kind, inner))?)),
                None => {
                    // It is kept as an unknown field.
                    encoded.push((key.clone(), inner.clone()));
                    let lost = format!("{} has no field", shown(inner));
                    let loss = self.under(&step(key), |walk| walk.loss(Reason::Lost, lost));
                    self.passed.losses.push(loss);
                }
            }
        }
        Ok(Json::Object(encoded))
    }

    /// Returns the value of a required field that is missing: its default, or null.
    fn missing(&mut self, object: &'p Struct, field: &Field) -> Result<Json, Refused> {
        let default = field.default.as_deref().and_then(Json::parse);
        let default = default.and_then(|default| pass(self.plan, self.choices, &field.kind, &default).encoded);
        if default.is_none() && !self.choices.may_be_null(object, &field.key) {
            return Err(self.refusal(format!("`{}` is missing, and the type requires it", field.key)));
        }
        let value = default.unwrap_or(Json::Null);
        let loss = self.under(&step(&field.key), |walk| {
            walk.loss(Reason::Appeared, format!("it is required and missing, and comes back as {}", shown(&value)))
        });
        self.passed.losses.push(loss);
        Ok(value)
    }

    /// Returns the value of a field; `None` if it is absent afterwards.
    fn field(&mut self, field: &Field, value: &Json) -> Result<Option<Json>, Refused> {
        match (value, field.required, field.nullable) {
            (Json::Null, _, true) => Ok(Some(Json::Null)),
            (Json::Null, false, false) => {
                let loss = self.loss(Reason::NullLost, "null is lost".to_owned());
                self.passed.losses.push(loss);
                Ok(None)
            }
            _ => self.value(&field.kind, value).map(Some),
        }
    }

    /// What no branch reads is kept as raw JSON.
    fn union(&mut self, index: usize, branches: &[Branch], value: &Json) -> Json {
        let chosen = self.choices.choose(index, value);
        let problem = match chosen.and_then(|at| Some((at, branches.get(at)?))) {
            None => format!("no branch is selected by {}", shown(value)),
            Some((at, branch)) => {
                let (losses, unions) = (self.passed.losses.len(), self.passed.chosen.len());
                self.passed.chosen.push((index, at));
                match self.value(&branch.kind, value) {
                    Ok(encoded) => return encoded,
                    Err(refused) => {
                        self.passed.losses.truncate(losses);
                        self.passed.chosen.truncate(unions);
                        let inside =
                            if refused.path.is_empty() { String::new() } else { format!("{}: ", refused.path) };
                        format!(
                            "`{}` is selected and does not decode {}: {inside}{}",
                            branch.name,
                            shown(value),
                            refused.message
                        )
                    }
                }
            }
        };
        self.owner = Some((index, String::new()));
        let loss = self.loss(Reason::Untyped, problem);
        self.passed.losses.push(loss);
        value.clone()
    }

    fn under<R>(&mut self, step: &str, inner: impl FnOnce(&mut Self) -> R) -> R {
        let length = self.path.len();
        let step = if length == 0 { step.strip_prefix('.').unwrap_or(step) } else { step };
        self.path.push_str(step);
        let result = inner(self);
        self.path.truncate(length);
        result
    }

    fn loss(&self, reason: Reason, message: String) -> Loss {
        Loss { owner: self.owner.clone(), reason, path: self.path.clone(), message }
    }

    fn refusal(&self, message: String) -> Refused {
        Box::new(self.loss(Reason::Refused, message))
    }

    fn refused(&self, expected: &str, found: &Json) -> Refused {
        self.refusal(format!("{} is not {expected}", shown(found)))
    }
}

/// The part of a path for a key.
fn step(key: &str) -> String {
    let is_plain = !key.is_empty() && key.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-'));
    if is_plain { format!(".{key}") } else { format!("[{key:?}]") }
}

/// Returns the beginning of a value for a message.
pub fn shown(value: &Json) -> String {
    const MOST: usize = 80;
    let text = value.to_string();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
