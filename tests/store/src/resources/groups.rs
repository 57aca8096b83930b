//! Customer groups, version 2.

use serde_json::{Value, json};

use crate::data::groups::{Group, blank, view};
use crate::data::state::State;
use crate::request::{DATES, PAGES, Request};
use crate::response::{Reply, Response, failure, json, no_content, ok};
use crate::v2;

const FILTERS: &[&str] = &["name", "name:like", "is_default", "is_group_for_guests"];

/// Groups wrap their errors in an object.
fn bad(title: &str) -> Response {
    json(
        400,
        &json!({"errors": [{"status": 400, "title": title, "type": "https://api.example.org/problems/bad-request"}]}),
    )
}

fn group<'s>(state: &'s State, request: &Request<'_>) -> Result<&'s Group, Response> {
    state.groups.all.get(&request.id(0)?).ok_or_else(|| failure(404, "There is no such group."))
}

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, DATES, FILTERS])?;
    let (default, guests) = (query.truth("is_default")?, query.truth("is_group_for_guests")?);
    let (created, modified) = (query.span("date_created")?, query.span("date_modified")?);
    let like = query.get("name:like").map(str::to_lowercase);
    let keeps = |group: &&Group| {
        let name = group.object["name"].as_str().unwrap_or_default();
        query.get("name").is_none_or(|wanted| wanted == name)
            && like.as_ref().is_none_or(|like| name.to_lowercase().contains(like))
            && default.is_none_or(|wanted| group.object["is_default"] == wanted)
            && guests.is_none_or(|wanted| group.object["is_group_for_guests"] == wanted)
            && created.holds(group.created)
            && (modified.is_open() || group.modified.is_some_and(|moment| modified.holds(moment)))
    };
    let groups: Vec<_> = state.groups.all.values().filter(keeps).collect();
    v2::page(request, groups.len(), |at| groups.get(at).map(|group| view(group)))
}

pub(crate) fn count(state: &mut State, _: &Request<'_>) -> Reply {
    v2::count(state.groups.all.len())
}

pub(crate) fn get(state: &mut State, request: &Request<'_>) -> Reply {
    ok(&view(group(state, request)?))
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    let (id, created) = (state.groups.last + 1, state.now());
    write(state, request, Group { id, object: blank(""), created, modified: None })
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let changed = Group { modified: Some(state.now()), ..group(state, request)?.clone() };
    write(state, request, changed)
}

fn write(state: &mut State, request: &Request<'_>, mut group: Group) -> Reply {
    let body = request.json()?;
    let sent = body.as_object().ok_or_else(|| bad("The body must be an object."))?;
    for (key, value) in sent {
        let value = match (key.as_str(), value) {
            ("name", Value::String(name)) if !name.is_empty() => value.clone(),
            ("is_default" | "is_group_for_guests", Value::Bool(_)) => value.clone(),
            ("category_access", Value::Object(access)) if access.contains_key("type") => value.clone(),
            ("discount_rules", Value::Array(rules)) => rules.iter().map(rule).collect::<Result<_, _>>()?,
            ("name" | "is_default" | "is_group_for_guests" | "category_access" | "discount_rules", _) => {
                return Err(bad(&format!("The field '{key}' of the group is not valid.")));
            }
            _ => continue,
        };
        group.object.insert(key.clone(), value);
    }
    let name = group.object["name"].as_str().unwrap_or_default().to_owned();
    if name.is_empty() {
        return Err(bad("The group needs a name."));
    }
    if state.groups.all.values().any(|other| other.id != group.id && other.object["name"] == name) {
        return Err(bad("Another group has this name."));
    }
    state.writes.add(request.operation, name, &body);
    state.groups.last = state.groups.last.max(group.id);
    let response = ok(&view(&group));
    state.groups.all.insert(group.id, group);
    response
}

/// Returns a rule as in responses: ids of categories are strings, amounts have four decimals.
fn rule(sent: &Value) -> Result<Value, Response> {
    let mut rule = sent.clone();
    let kind = rule["type"].as_str().map(str::to_owned).ok_or_else(|| bad("A discount rule needs a type."))?;
    let needed: &[&str] = match kind.as_str() {
        "price_list" => &["price_list_id"],
        "all" => &["method", "amount"],
        "category" => &["category_id", "method", "amount"],
        "product" => &["product_id", "method", "amount"],
        _ => &[],
    };
    if let Some(missing) = needed.iter().find(|name| rule[**name].is_null()) {
        return Err(bad(&format!("A discount rule of type '{kind}' needs '{missing}'.")));
    }
    if let Some(id) = rule["category_id"].as_u64() {
        rule["category_id"] = id.to_string().into();
    }
    if let Value::Number(amount) = &rule["amount"] {
        rule["amount"] = super::v2_customers::amount(amount).into();
    }
    Ok(rule)
}

/// Deletes a group. Its customers stay, without a group.
pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    let id = group(state, request)?.id;
    state.groups.all.remove(&id);
    state.writes.add(request.operation, id, &());
    no_content()
}
