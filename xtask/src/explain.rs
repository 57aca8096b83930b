//! `cargo xtask explain`: the page about a code.

use codegen::Code;

use crate::exit;
use crate::outcome::Outcome;

/// Runs the command.
pub fn run(code: &str) -> Outcome {
    let wanted = code.to_ascii_uppercase();
    if let Some(code) = Code::ALL.iter().find(|code| code.as_str() == wanted) {
        return Outcome::success(code.page().to_owned());
    }
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let problem = format!("there is no code `{code}`\n  help: there are {}", codes.join(", "));
    Outcome::failure(exit::USAGE, &problem)
}
