//! Runs the program in temporary workspaces: good runs, and every way to go wrong. What `generate`, `lint` and `explain`
//! do is tested in `codegen/cli/tests/`; here it is this workspace's defaults.

mod check;
mod defaults;
#[path = "../../../codegen/cli/tests/cli/support.rs"]
mod folder;
mod line;
mod one_process;
mod refuse;
mod support;
mod write;
