//! A command that runs a server is a single process: ending it ends the server.
#![cfg(unix)]

use std::fs;
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use super::support::Workspace;

/// Waits for a condition that other processes bring about. Returns whether it came true.
fn soon(mut is_so: impl FnMut() -> bool) -> bool {
    (0..600).any(|_| {
        let done = is_so();
        if !done {
            thread::sleep(Duration::from_millis(50));
        }
        done
    })
}

fn end(child: &mut Child) {
    // The signal of service managers and of `kill`.
    let sent = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    assert!(sent.expect("there is a `kill`").success());
    child.wait().expect("it was started here");
}

/// A script in place of cargo that does what `cargo run` does on unix: it replaces itself by another program.
#[test]
fn a_terminated_command_leaves_nothing_behind() {
    let workspace = Workspace::generated();
    let (script, told) = (workspace.path("cargo.sh"), workspace.path("told"));
    let text = format!("#!/bin/sh\necho $$ \"$@\" > {0}.new\nmv {0}.new {0}\nexec sleep 600\n", told.display());
    fs::write(&script, text).expect("the folder is ours");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("the file is ours");
    let mut command = Command::new(crate::PROGRAM);
    command.args(["mock-store", "--port", "0"]).current_dir(workspace.path("")).env("CARGO", &script);
    let mut child = command.env_remove("CARGO_MANIFEST_DIR").spawn().expect("it was built");
    assert!(soon(|| told.exists()), "cargo was not called");
    let line = fs::read_to_string(&told).expect("the script wrote it");
    end(&mut child);
    let (process, arguments) = line.trim().split_once(' ').expect("an id and arguments");
    assert_eq!(process, child.id().to_string(), "the server is a process of its own, which is still there");
    assert!(arguments.ends_with("-- --port 0"), "{arguments}");
}

/// The real server, if it has been built: this test does not build it.
#[test]
fn a_terminated_store_gives_its_port_back() {
    let program = std::path::Path::new(crate::PROGRAM).with_file_name("mock-store");
    if !program.exists() {
        return;
    }
    let workspace = Workspace::generated();
    let (script, log) = (workspace.path("cargo.sh"), workspace.path("log"));
    let text = format!(
        "#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec {} \"$@\" > {}\n",
        program.display(),
        log.display()
    );
    fs::write(&script, text).expect("the folder is ours");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("the file is ours");
    let mut command = Command::new(crate::PROGRAM);
    command.args(["mock-store", "--port", "0"]).current_dir(workspace.path("")).env("CARGO", &script);
    let mut child = command.env_remove("CARGO_MANIFEST_DIR").spawn().expect("it was built");
    let address = || {
        let text = fs::read_to_string(&log).ok()?;
        Some(text.split_once("runs at http://")?.1.split_whitespace().next()?.to_owned())
    };
    assert!(soon(|| address().is_some()), "the store does not say where it is");
    let address = address().expect("it was there");
    assert!(TcpStream::connect(&address).is_ok());
    end(&mut child);
    assert!(TcpStream::connect(&address).is_err(), "the store still runs");
}
