//! Subscribers, version 3.

use serde_json::Value;

use super::customers::is_email;
use crate::data::state::State;
use crate::data::subscribers::Subscriber;
use crate::fields::Fields;
use crate::paging::{Listed, Paging};
use crate::request::{DATES, PAGES, Query, Request, Span};
use crate::response::{Errors, Reply, Response, data, no_content, problem, wrong, wrong_field};

const CONSENTS: &[&str] = &["marketing_newsletter", "abandoned_cart"];
const FILTERS: &[&str] = &["email", "first_name", "last_name", "source", "order_id"];

struct Filter<'q> {
    query: &'q Query,
    ids: Option<Vec<u64>>,
    order: Option<u64>,
    created: Span,
    modified: Span,
}

impl<'q> Filter<'q> {
    fn of(query: &'q Query) -> Result<Self, Response> {
        let ids = query.whole("id")?.map(|id| vec![id]).or(query.ids("id:in")?);
        let (created, modified) = (query.span("date_created")?, query.span("date_modified")?);
        Ok(Self { query, ids, order: query.whole("order_id")?, created, modified })
    }

    fn keeps(&self, subscriber: &Subscriber) -> bool {
        let is = |name: &str, value: &str| self.query.get(name).is_none_or(|wanted| wanted == value);
        self.ids.as_ref().is_none_or(|ids| ids.binary_search(&subscriber.id).is_ok())
            && self.order.is_none_or(|order| subscriber.order_id == Some(order))
            && self.query.get("email").is_none_or(|email| subscriber.email.eq_ignore_ascii_case(email))
            && is("first_name", &subscriber.first_name)
            && is("last_name", &subscriber.last_name)
            && is("source", &subscriber.source)
            && self.created.holds(subscriber.date_created)
            && self.modified.holds(subscriber.date_modified)
    }
}

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES, DATES, FILTERS, &["id", "id:in"]])?;
    let paging = Paging::of(request, false)?;
    let filter = Filter::of(&request.query)?;
    let kept = state.subscribers.all.values().filter(|subscriber| filter.keeps(subscriber));
    let slice = paging.cut(&Listed::Ids(kept.map(|subscriber| subscriber.id).collect()));
    let page = slice.ids.iter().filter_map(|id| state.subscribers.all.get(id)).collect();
    Ok(slice.page(page))
}

/// Deletes all subscribers if there is no filter.
pub(crate) fn delete_matching(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[FILTERS, &["date_created", "date_modified"]])?;
    let filter = Filter::of(&request.query)?;
    let kept = state.subscribers.all.values().filter(|subscriber| filter.keeps(subscriber));
    for id in kept.map(|subscriber| subscriber.id).collect::<Vec<_>>() {
        state.subscribers.remove(id);
        state.writes.add(request.operation, id, &());
    }
    no_content()
}

pub(crate) fn get(state: &mut State, request: &Request<'_>) -> Reply {
    data(200, subscriber(state, request)?)
}

fn subscriber<'s>(state: &'s State, request: &Request<'_>) -> Result<&'s Subscriber, Response> {
    state.subscribers.all.get(&request.id(0)?).ok_or_else(|| problem(404, "There is no such subscriber."))
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    let now = state.now();
    let subscriber = Subscriber {
        id: state.subscribers.last + 1,
        email: String::new(),
        first_name: String::new(),
        last_name: String::new(),
        source: "custom".to_owned(),
        order_id: None,
        channel_id: 1,
        consents: Vec::new(),
        date_created: now,
        date_modified: now,
    };
    write(state, request, subscriber, &["email"])
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let mut changed = subscriber(state, request)?.clone();
    changed.date_modified = state.now();
    write(state, request, changed, &[])
}

fn write(state: &mut State, request: &Request<'_>, mut subscriber: Subscriber, needed: &[&str]) -> Reply {
    const TITLE: &str = "The subscriber was not saved.";
    let body = request.json()?;
    let object = body.as_object().ok_or_else(|| wrong_field(422, TITLE, "data", "must be an object"))?;
    let mut errors = Errors::new();
    let mut fields = Fields::alone(object, &mut errors);
    fields.must_have(needed);
    if let Some(email) = fields.filled("email", 255) {
        if !is_email(&email) {
            fields.wrong("email", "invalid email");
        }
        subscriber.email = email.into();
    }
    let texts = ["first_name", "last_name", "source"].map(|name| fields.text(name, 255));
    let own = [&mut subscriber.first_name, &mut subscriber.last_name, &mut subscriber.source];
    for (own, text) in own.into_iter().zip(texts) {
        if let Some(text) = text {
            *own = text.into();
        }
    }
    match fields.get("order_id") {
        None => {}
        Some(Value::Null) => subscriber.order_id = None,
        Some(_) => subscriber.order_id = fields.whole("order_id"),
    }
    subscriber.channel_id = fields.whole("channel_id").unwrap_or(subscriber.channel_id);
    if let Some(consents) = fields.list("consents", CONSENTS.len()) {
        let texts = consents.iter().filter_map(Value::as_str).filter(|text| CONSENTS.contains(text));
        subscriber.consents = texts.map(str::to_owned).collect();
        if subscriber.consents.len() != consents.len() {
            fields.wrong("consents", "holds something that is none");
        }
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    let owner = state.subscribers.emails.get(&subscriber.email.to_lowercase());
    if owner.is_some_and(|owner| *owner != subscriber.id) {
        return Err(wrong_field(409, "This e-mail address subscribes already.", "email", "taken"));
    }
    let key = if needed.is_empty() { subscriber.id.to_string() } else { subscriber.email.clone() };
    state.writes.add(request.operation, key, &body);
    let response = data(200, &subscriber);
    state.subscribers.put(subscriber);
    response
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    let id = subscriber(state, request)?.id;
    state.subscribers.remove(id);
    state.writes.add(request.operation, id, &());
    no_content()
}
