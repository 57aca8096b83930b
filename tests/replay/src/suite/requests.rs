//! Checks the requests of recordings against something other than their own files: a pinned list, and their responses.
//!
//! A request is sent with the arguments of its recording. What was meant has to be written elsewhere, or a typo in a
//! query would be sent as willingly as the right one.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::problem::Problem;
use crate::recording::{Name, REQUESTS, Recorded, RecordedRequest, Recordings, file_of};

/// The command that writes the list anew.
const WRITE: &str = "UPDATE_REQUESTS=1 cargo test -p replay --test suite recordings";

/// The list of what all recordings ask for: a line each, with the body behind it.
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

/// Requests that are not those of the list, and lines of the list without a request.
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

/// Where an answer is not one to what was asked: another page, another size of pages, other ids.
pub(super) fn answered(recorded: &Recorded) -> Vec<Problem> {
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
            let message = format!("{told} is no answer to `{name}={asked}`");
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
