//! Runs the program in temporary workspaces: successes, and every kind of failure. `codegen/cli/tests/` tests
//! `generate`, `lint` and `explain`; these tests are about this workspace's defaults.

mod check;
mod defaults;
mod diff;
mod edit;
#[path = "../../../codegen/cli/tests/cli/support.rs"]
mod folder;
mod left;
mod line;
mod names;
mod one_process;
mod readme;
mod refuse;
mod support;
mod write;
