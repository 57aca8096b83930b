//! Where the access token of a store is. Only this is written to files, the database and logs; the token itself is read
//! by the process that owns the store, when it begins.

use std::{env, fmt, fs, path::PathBuf, str::FromStr};

/// The source of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenSource {
    /// `env:NAME`: an environment variable of the worker.
    Variable(String),
    /// `file:PATH`: a file on the worker's machine, as secrets are mounted into containers.
    File(PathBuf),
}

impl TokenSource {
    /// Reads the token, or says why this process cannot.
    pub fn read(&self) -> Result<String, String> {
        let token = match self {
            Self::Variable(name) => env::var(name).map_err(|_| format!("the variable {name} is not set"))?,
            Self::File(path) => fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?,
        };
        let token = token.trim();
        if token.is_empty() { Err(format!("{self} is empty")) } else { Ok(token.to_owned()) }
    }
}

impl fmt::Display for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => write!(f, "env:{name}"),
            Self::File(path) => write!(f, "file:{}", path.display()),
        }
    }
}

impl FromStr for TokenSource {
    type Err = &'static str;

    /// The error does not repeat the text, which may be a token.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            Some(("env", name)) if !name.is_empty() => Ok(Self::Variable(name.to_owned())),
            Some(("file", path)) if !path.is_empty() => Ok(Self::File(path.into())),
            _ => Err("write env:NAME or file:PATH; the token itself does not belong here"),
        }
    }
}
