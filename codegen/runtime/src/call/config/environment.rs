//! Settings from environment variables.

use std::env;

use super::{ClientBuilder, check_base_url, credentials};
use crate::{transport::error::Error, wire::spec::ClientSpec};

impl<C> ClientBuilder<C> {
    #[doc(hidden)]
    pub fn from_env(spec: &'static ClientSpec) -> Result<Self, Error> {
        let mut builder = Self::new(spec);
        for variable in spec.variables {
            if let Some(name) = variable.env {
                builder = builder.variable(variable.name, read_env(name)?);
            }
        }
        for credential in spec.credentials {
            if let Some(name) = credential.env.filter(|name| env::var_os(name).is_some()) {
                builder = builder.credential(credential, read_env(name)?);
            }
        }
        credentials::check_env(spec, &builder.credentials)?;
        Ok(builder)
    }

    /// Sets the base URL to the value of an environment variable, if it is set.
    #[doc(hidden)]
    pub fn base_url_from_env(self, name: &str) -> Result<Self, Error> {
        if env::var_os(name).is_none() {
            return Ok(self);
        }
        let url = read_env(name)?;
        let invalid =
            |why: &str| Error::configuration(format!("the environment variable {name} is not a base URL: it {why}"));
        check_base_url(&url, invalid)?;
        Ok(self.base_url(url))
    }
}

fn read_env(name: &str) -> Result<String, Error> {
    match env::var(name) {
        Ok(value) if value.is_empty() => Err(Error::configuration(format!("the environment variable {name} is empty"))),
        Ok(value) => Ok(value),
        Err(env::VarError::NotPresent) => {
            Err(Error::configuration(format!("the environment variable {name} is not set")))
        }
        Err(env::VarError::NotUnicode(_)) => {
            Err(Error::configuration(format!("the environment variable {name} is not UTF-8")))
        }
    }
}
