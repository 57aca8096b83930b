//! The servers of a document, and the variables of their URLs.

use super::ClientBuilder;
use crate::{
    transport::{error::Error, server::Server},
    types::value::segment_problem,
    wire::spec::Variable,
};

impl<C> ClientBuilder<C> {
    /// Sends the calls of a document to another of its servers; by default to the first one. Operations that have a
    /// server of their own are not affected.
    ///
    /// Set the variables of the server with [`server_variable`](Self::server_variable); one without a default is
    /// required.
    pub fn server(mut self, server: Server) -> Self {
        self.servers.retain(|known| known.api() != server.api());
        self.servers.push(server);
        self
    }

    /// Returns all variables of the server URLs.
    fn all_variables(&self) -> impl Iterator<Item = &'static Variable> {
        self.spec.variables.iter().chain(self.servers.iter().flat_map(|server| server.variables()))
    }

    /// Returns the variables that were set, including those of chosen servers.
    pub(super) fn set_variables(&self) -> Vec<(&'static str, String)> {
        let of_servers = self.other_variables.iter().filter_map(|(name, value)| {
            let variable = self.all_variables().find(|variable| variable.name == name)?;
            Some((variable.name, value.clone()))
        });
        self.variables.iter().cloned().chain(of_servers).collect()
    }

    pub(super) fn check_variables(&self) -> Result<(), Error> {
        let is_known = |name: &str| self.all_variables().any(|variable| variable.name == name);
        if let Some((name, _)) = self.other_variables.iter().find(|(name, _)| !is_known(name)) {
            let known: Vec<_> = self.all_variables().map(|variable| format!("`{}`", variable.name)).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            return Err(Error::configuration(format!("`{name}` is not a variable of the servers; they have {known}")));
        }
        let set = self.set_variables();
        for variable in self.all_variables() {
            let name = variable.name;
            match set.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => {
                    if let Some(problem) = segment_problem(value) {
                        return Err(Error::configuration(format!("`{name}`: {problem}")));
                    }
                }
                None if variable.default.is_some() => {}
                None => return Err(Error::configuration(format!("`{name}` is not set"))),
            }
        }
        Ok(())
    }
}
