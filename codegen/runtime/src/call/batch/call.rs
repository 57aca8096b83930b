//! One call of a batch, and the calls that it is split into.

use std::sync::Arc;

use reqwest::StatusCode;
use serde::Serialize;

use super::{
    FieldProblem, ItemResult, Outcome,
    closed::Closed,
    pair::{pair, problems},
};
use crate::{
    call::{
        decode::Decoder,
        single::{self, Called},
    },
    transport::{
        error::{Error, ErrorKind},
        raw_response::RawResponse,
        request::Request,
        response::Response,
        sent_values::SentValues,
    },
    types::check::{Check, Limits},
    wire::{errors::ErrorResponse, listing::Listing, spec::Operation},
};

/// What all calls of a stream have in common.
pub(super) struct Call<A> {
    pub(super) request: Request,
    pub(super) limits: Limits,
    pub(super) decoder: Decoder<A>,
    pub(super) isolates: bool,
}

impl<A> Clone for Call<A> {
    fn clone(&self) -> Self {
        Self { request: self.request.clone(), ..*self }
    }
}

/// The outcomes of a call, and of those that it was split into.
pub(super) struct Sent<I, R> {
    pub(super) outcomes: Vec<Outcome<I, R>>,
    /// Why further calls are pointless.
    pub(super) stop: Option<Arc<Error>>,
    /// Whether the API is closed, as far as these calls tell.
    pub(super) closed: Closed,
}

type Items<I> = Vec<(usize, I)>;

/// The items of one call.
struct Group<I> {
    items: Items<I>,
    /// The error of an earlier call with these items that may have taken effect. Whatever becomes of this call, that
    /// stays so.
    indeterminate: Option<Arc<Error>>,
}

impl<A: Listing> Call<A> {
    /// Sets the operation of an error.
    pub(super) fn fails(&self, error: Error) -> Error {
        error.of(self.request.operation())
    }

    /// Sends items, in one call if that succeeds.
    pub(super) async fn send<I>(self, items: Items<I>) -> Sent<I, A::Item>
    where
        I: Serialize + Check,
        A::Item: Serialize,
    {
        let mut sent = Sent { outcomes: Vec::with_capacity(items.len()), stop: None, closed: Closed::default() };
        let mut groups = vec![Group { items, indeterminate: None }];
        while let Some(Group { items, indeterminate }) = groups.pop() {
            if let Some(stop) = &sent.stop {
                let skipped = |(index, item)| match &indeterminate {
                    None => Outcome::not_attempted(index, item, stop),
                    // These may have taken effect.
                    Some(earlier) => Outcome::failed(index, item, earlier, Vec::new()),
                };
                sent.outcomes.extend(items.into_iter().map(skipped));
                continue;
            }
            let body = items.iter().map(|(_, item)| item);
            let request = self.request.clone().json_list_within(body, self.limits);
            // Walking through what was sent is for failures.
            let sent_request = request.clone();
            match single::call::<A>(request, &self.decoder).await {
                Ok(called) => {
                    sent.closed = Closed::not();
                    sent.outcomes.extend(self.succeeded(items, called, &sent_request));
                }
                Err(error) => {
                    let error = Arc::new(if indeterminate.is_some() { error.with_indeterminate(true) } else { error });
                    sent.closed.add(Closed::after(&error));
                    sent.stop = sent.closed.error().cloned();
                    self.failed(items, error, &sent_request, &mut sent, &mut groups);
                }
            }
        }
        sent
    }

    /// Returns the outcomes of a response: all items succeeded, unless it is a partial success.
    fn succeeded<I>(&self, items: Items<I>, called: Called<A>, request: &Request) -> Vec<Outcome<I, A::Item>>
    where
        I: Serialize,
        A::Item: Serialize,
    {
        let operation = self.request.operation();
        let Called { response: Response { value, meta }, text, is_indeterminate } = called;
        let results = value.into_items();
        let is_whole = meta.status().is_success();
        let sent = if is_whole { SentValues::default() } else { request.sent_values() };
        let named = if is_whole { Vec::new() } else { problems(&operation.api.problem, &text, &sent) };
        let is_named = |place: usize| named.iter().any(|(index, _)| *index == place);
        let places: Vec<usize> = (0..items.len()).filter(|place| !is_named(*place)).collect();
        let left: Vec<&I> =
            items.iter().enumerate().filter(|(place, _)| !is_named(*place)).map(|(_, (_, i))| i).collect();
        // If the response says that all others succeeded, they did, even if it does not list each of them.
        let all_left_are_done =
            is_whole || left.len() == results.len() + meta.rejected().iter().filter(|it| it.is_item).count();
        let mut results: Vec<Option<A::Item>> = {
            let mut by_place: Vec<Option<A::Item>> = items.iter().map(|_| None).collect();
            for (place, result) in places.iter().zip(pair(operation.batch_key, &left, results)) {
                if let Some(slot) = by_place.get_mut(*place) {
                    *slot = result;
                }
            }
            by_place
        };
        let error = (!is_whole).then(|| {
            let response = RawResponse { sent, is_indeterminate, ..RawResponse::new(meta, text) };
            Arc::new(refusal(operation, response))
        });
        let mut outcomes = Vec::with_capacity(items.len());
        for (place, (index, item)) in items.into_iter().enumerate() {
            let result = results.get_mut(place).and_then(Option::take);
            outcomes.push(match &error {
                Some(error) if is_named(place) || (result.is_none() && !all_left_are_done) => {
                    Outcome::failed(index, item, error, of_item(&named, place))
                }
                _ => Outcome::new(index, item, ItemResult::Done(result)),
            });
        }
        outcomes
    }

    /// Returns the outcomes of a failed call; items that may be sent again become groups.
    fn failed<I>(
        &self,
        items: Items<I>,
        error: Arc<Error>,
        request: &Request,
        sent: &mut Sent<I, A::Item>,
        groups: &mut Vec<Group<I>>,
    ) {
        let operation = self.request.operation();
        let refused = error.status().filter(|_| error.kind() == ErrorKind::Api);
        if is_hopeless(&error) {
            sent.stop = Some(Arc::clone(&error));
        }
        // Nothing of a call that is too large was processed, nor of one that the API processes as a whole.
        let is_too_large = refused == Some(StatusCode::PAYLOAD_TOO_LARGE);
        let is_about_items =
            matches!(refused, Some(StatusCode::BAD_REQUEST | StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY));
        let named = match error.body() {
            Some(body) if is_about_items => problems(&operation.api.problem, body, &request.sent_values()),
            _ => Vec::new(),
        };
        let mut named = named;
        named.retain(|(index, _)| *index < items.len());
        let is_refused_whole = is_too_large || (is_about_items && operation.atomic);
        // Another call cannot tell what an earlier attempt did. An idempotent one may be sent again, and its outcome stays
        // indeterminate until one succeeds.
        let is_indeterminate = error.may_have_taken_effect();
        let indeterminate = is_indeterminate.then(|| Arc::clone(&error));
        let may_resend = is_refused_whole && (!is_indeterminate || operation.is_idempotent());
        let may_halve = items.len() > 1 && named.is_empty() && (is_too_large || self.isolates);
        if may_resend && may_halve {
            let mut first = items;
            let second = first.split_off(first.len() / 2);
            groups.extend([second, first].map(|items| Group { items, indeterminate: indeterminate.clone() }));
            return;
        }
        // Items that are not sent again although they could be have failed, unless it is known that nothing was done.
        let may_part = may_resend && (self.isolates || !is_indeterminate);
        let mut others = Vec::new();
        for (place, (index, item)) in items.into_iter().enumerate() {
            let problems = of_item(&named, place);
            if problems.is_empty() && !named.is_empty() && may_part {
                others.push((index, item));
            } else {
                sent.outcomes.push(Outcome::failed(index, item, &error, problems));
            }
        }
        if others.is_empty() {
            return;
        }
        if self.isolates {
            groups.push(Group { items: others, indeterminate });
        } else {
            let skipped = |(index, item)| Outcome::not_attempted(index, item, &error);
            sent.outcomes.extend(others.into_iter().map(skipped));
        }
    }
}

fn of_item(named: &[(usize, FieldProblem)], place: usize) -> Vec<FieldProblem> {
    named.iter().filter(|(index, _)| *index == place).map(|(_, problem)| problem.clone()).collect()
}

/// Returns the error of the items that a partial success refused.
fn refusal(operation: &'static Operation, response: RawResponse) -> Error {
    let declared = ErrorResponse::of(operation.errors, response.status());
    let api = declared.and_then(|declared| declared.read(&response.body));
    response.refused(operation, api)
}

/// Returns whether every further call would fail in the same way.
fn is_hopeless(error: &Error) -> bool {
    let is_refused = |status| matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
    match error.kind() {
        ErrorKind::Api => error.status().is_some_and(is_refused),
        ErrorKind::Configuration => true,
        _ => false,
    }
}
