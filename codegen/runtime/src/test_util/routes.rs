//! Responses for requests of one method and path.

use std::{collections::VecDeque, fmt};

use reqwest::Request;
use serde::Serialize;

use super::{Failure, Fixture, Reply, Script, Step};

/// The responses of a [`Script`] for requests of one method and path: see [`Script::on`].
#[derive(Clone)]
pub struct Route {
    script: Script,
    method: String,
    path: String,
}

/// The responses of a script by method and path, in the order in which these were named.
#[derive(Default)]
pub(super) struct Routes(Vec<Responses>);

struct Responses {
    method: String,
    path: String,
    steps: VecDeque<Step>,
    /// When none of these is left.
    always: Option<Step>,
}

impl Route {
    pub(super) fn new(script: Script, method: &str, path: String) -> Self {
        Self { script, method: method.to_ascii_uppercase(), path }
    }

    /// Adds a response.
    pub fn push(&self, reply: Reply) -> &Self {
        self.add(|responses| responses.steps.push_back(Step::Reply(Box::new(reply))))
    }

    /// Adds a response with a JSON body.
    pub fn push_json(&self, status: u16, body: impl Serialize) -> &Self {
        self.push(Reply::new(status).json(body))
    }

    /// Adds a ready-made response.
    pub fn push_fixture<T>(&self, fixture: &Fixture<T>) -> &Self {
        self.push(fixture.into())
    }

    /// Adds a failure.
    pub fn push_failure(&self, failure: Failure) -> &Self {
        self.add(|responses| responses.steps.push_back(Step::Failure(failure)))
    }

    /// Sets the response of all further requests, once no other is left.
    pub fn always(&self, reply: impl Into<Reply>) -> &Self {
        let reply = reply.into();
        self.add(|responses| responses.always = Some(Step::Reply(Box::new(reply))))
    }

    fn add(&self, add: impl FnOnce(&mut Responses)) -> &Self {
        let mut state = self.script.state();
        add(state.routes.of(&self.method, &self.path));
        drop(state);
        self
    }
}

impl Routes {
    fn of(&mut self, method: &str, path: &str) -> &mut Responses {
        let known = self.0.iter().position(|known| known.method == method && known.path == path);
        let place = known.unwrap_or(self.0.len());
        if known.is_none() {
            let (method, path) = (method.to_owned(), path.to_owned());
            self.0.push(Responses { method, path, steps: VecDeque::new(), always: None });
        }
        // It exists: it was found, or has just been added.
        #[expect(clippy::indexing_slicing, reason = "see above")]
        &mut self.0[place]
    }

    /// Returns the next response for a request.
    pub(super) fn take(&mut self, request: &Request) -> Option<Step> {
        let (method, path) = (request.method().as_str(), request.url().path());
        let mut all = self.0.iter_mut().filter(|known| known.method == method && matches(&known.path, path));
        all.find_map(|responses| responses.steps.pop_front().or_else(|| responses.always.clone()))
    }

    pub(super) fn remaining(&self) -> usize {
        self.0.iter().map(|responses| responses.steps.len()).sum()
    }
}

/// Whether a path ends with a pattern, segment by segment.
fn matches(pattern: &str, path: &str) -> bool {
    let mut segments = path.rsplit('/').filter(|segment| !segment.is_empty());
    let mut wanted = pattern.rsplit('/').filter(|segment| !segment.is_empty());
    wanted.all(|wanted| segments.next().is_some_and(|segment| wanted == "*" || wanted == segment))
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Route").field("method", &self.method).field("path", &self.path).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_pattern_is_the_end_of_a_path() {
        for (pattern, path, expected) in [
            ("/pets", "/v1/pets", true),
            ("/v1/pets", "/v1/pets", true),
            ("pets/", "/v1/pets", true),
            ("/pets", "/v1/pets/7", false),
            ("/pets/*", "/v1/pets/7", true),
            ("/pets/*", "/v1/pets", false),
            ("/pets/*/toys", "/v1/pets/7/toys", true),
            ("/pets/*/toys", "/v1/pets/7/8/toys", false),
            ("/ets", "/v1/pets", false),
            ("/v2/v1/pets", "/v1/pets", false),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }
}
