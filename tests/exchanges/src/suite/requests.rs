//! Checks the requests of recordings against other data than their own files: a pinned list, and their responses.
//!
//! The client is called with the arguments of the recording, so a typo in a query would be sent as recorded. The pinned
//! list shows it as a difference.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::problem::Problem;
use crate::recording::{Name, REQUESTS, Recorded, RecordedRequest, Recordings, file_of};

/// The command that rewrites the list.
const WRITE: &str = "UPDATE_REQUESTS=1 cargo test -p replay --test suite recordings";

/// Formats the list of all requests: one line each, with the body at the end.
#[must_use]
pub fn pinned(recordings: &Recordings) -> String {
    let lines = recordings.all.iter().filter_map(|recorded| {
        let request = recorded.recording.request.as_ref()?;
        Some(format!("{} {}\n", recorded.name, line(request)))
    });
    format!("# What each recording asks for. To write it anew: {WRITE}\n{}", lines.collect::<String>())
}

fn line(request: &RecordedRequest) -> String {
    let query = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
    let body = request.body.as_ref().map_or(String::new(), |body| format!(" {body}"));
    format!("{} {}{query}{body}", request.method, request.path)
}

/// Returns the requests that are not in the list, and the lines of the list without a request.
pub(super) fn unpinned(recordings: &Recordings) -> Vec<Problem> {
    let list = recordings.requests.as_deref().unwrap_or_default().lines().filter(|line| !line.starts_with('#'));
    let mut pinned: BTreeMap<&str, &str> = list.filter_map(|line| line.split_once(' ')).collect();
    let mut problems = Vec::new();
    for recorded in &recordings.all {
        let Some(request) = &recorded.recording.request else { continue };
        let (name, is) = (recorded.name.to_string(), line(request));
        let problem = match pinned.remove(name.as_str()) {
            Some(pinned) if pinned == is => continue,
            Some(pinned) => {
                format!("asks for\n    {is}\n  and {REQUESTS} pins\n    {pinned}\n  if it is meant: {WRITE}")
            }
            None => format!("asks for what {REQUESTS} does not pin: {WRITE}"),
        };
        problems.push(Problem::new(file_of(&recorded.name), problem).at("/request"));
    }
    problems.extend(pinned.keys().map(|name| {
        let file = Name::parse(name).map_or_else(|_| format!("tests/recordings/{REQUESTS}"), |name| file_of(&name));
        Problem::new(file, format!("is missing: {REQUESTS} pins {name}"))
    }));
    problems
}

/// Returns where a response does not match its request: another page, another page size, other ids.
pub(super) fn mismatched(recorded: &Recorded) -> Vec<Problem> {
    let (Some(request), Some(body)) = (&recorded.recording.request, &recorded.recording.response.body) else {
        return Vec::new();
    };
    if recorded.recording.response.status != 200 || request.method != "GET" {
        return Vec::new();
    }
    let body = body.value();
    let asked = |name: &str| {
        request
            .query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    };
    let mut problems = Vec::new();
    let mut compare = |name: &str, pointer: &str| {
        let told = body.pointer(pointer).map(ToString::to_string);
        if let (Some(asked), Some(told)) = (asked(name), told)
            && asked != told
        {
            let message = format!("{told} does not match the request `{name}={asked}`");
            problems.push(Problem::new(file_of(&recorded.name), message).at(format!("/response/body{pointer}")));
        }
    };
    compare("page", "/meta/pagination/current_page");
    compare("limit", "/meta/pagination/per_page");
    compare("limit", "/meta/cursor_pagination/per_page");
    let items = body.get("data").unwrap_or(&body).as_array().into_iter().flatten();
    if let Some(ids) = asked("id:in") {
        let plain = |id: &Value| id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let strange =
            items.filter_map(|item| item.get("id")).map(plain).find(|id| !ids.split(',').any(|asked| asked == id));
        problems.extend(strange.map(|id| {
            let message = format!("holds the id {id}, and `id:in={ids}` was asked for");
            Problem::new(file_of(&recorded.name), message).at("/response/body")
        }));
    }
    problems
}
