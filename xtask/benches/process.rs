//! Measures whole processes: `xtask regen` on all of `spec/`, against one that only parses the same YAML with
//! serde_yaml.
//!
//! `cargo bench -p xtask` runs both in turn and prints the medians and their ratio. The second process is this program
//! too.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed measurement may end in a panic")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 20;
const PARSE_ONLY: &str = "--parse-only";

fn main() {
    let spec = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec"));
    if std::env::args().any(|argument| argument == PARSE_ONLY) {
        return parse(&spec);
    }
    let this = std::env::current_exe().unwrap();
    let (mut floor, mut regen) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        floor.push(time(Command::new(&this).arg(PARSE_ONLY)));
        regen.push(time(Command::new(env!("CARGO_BIN_EXE_xtask")).arg("regen")));
    }
    let (floor, regen) = (median(floor), median(regen));
    println!("parsing the YAML of spec/ with serde_yaml: {floor:.2?}");
    println!("xtask regen, nothing to change:            {regen:.2?}");
    println!("ratio:                                     {:.2}", regen.as_secs_f64() / floor.as_secs_f64());
}

fn parse(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            parse(&path);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            let text = std::fs::read_to_string(&path).unwrap();
            std::hint::black_box(serde_yaml::from_str::<serde_yaml::Value>(&text).unwrap());
        }
    }
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?} failed");
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
