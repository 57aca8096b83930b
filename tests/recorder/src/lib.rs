//! Records a real store, through the client itself.

mod capture;
pub mod plan;
mod report;
pub mod scrub;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use generated_client::{Client, RetryPolicy};

use self::capture::{Tap, Wall};
use self::plan::Planned;
use self::scrub::{Secrets, scrub};
use replay::calls;
use replay::recording::{Name, README, Recording, UNDECLARED, rows};
use test_support::{Operation, Spec};

/// The store to record, and where to write the recordings.
#[derive(Debug)]
pub struct Settings {
    /// The store hash.
    pub store: String,
    /// Its token.
    pub token: String,
    /// Replaces the host of the API.
    pub base_url: Option<String>,
    /// The folder of the recordings.
    pub out: PathBuf,
    /// Whether existing recordings are replaced.
    pub force: bool,
    /// The current date, such as `2026-11-21`.
    pub date: String,
}

/// The result of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// New or replaced files.
    pub written: Vec<Name>,
    /// Files that existed already and were not replaced.
    pub kept: Vec<Name>,
    /// Files that an earlier call of the same run has written.
    pub twice: Vec<Name>,
    /// Calls without a response, or with one that the client cannot decode.
    pub failed: Vec<String>,
    /// Where the responses contradict the spec.
    pub contradictions: Vec<String>,
    /// New cases that the list of cases does not describe yet.
    pub unlisted: Vec<Name>,
    /// Files that cannot be written, or why the spec cannot be used.
    pub broken: Vec<String>,
}

/// Checks that every call can be made, with a client that sends nothing.
///
/// # Errors
/// Lists every call that cannot be made, and why.
pub async fn prepare(planned: &[Planned<'_>], base_url: Option<&str>) -> Result<(), Vec<String>> {
    let wall = Wall::default();
    let mut builder = Client::builder("store", "token").layer(wall.clone());
    if let Some(base_url) = base_url {
        builder = builder.base_url(base_url);
    }
    let client = builder.build().map_err(|error| vec![error.to_string()])?;
    let mut problems = Vec::new();
    for planned in planned {
        let (operation, arguments) = (&planned.operation, &planned.arguments);
        let name = operation.name();
        if arguments.body.is_some() && !operation.body_schema().exists() {
            // The client would silently leave it out.
            problems.push(format!("{name}: has no body, and is given one"));
        }
        match calls::call(&client, &name, arguments) {
            Err(problem) => problems.push(problem),
            // Everything else is refused just before it would be sent.
            Ok(outgoing) => match outgoing.await {
                Err(failure) if !wall.take() => problems.push(failure.to_string()),
                _ => {}
            },
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Makes the calls one after the other, and writes the scrubbed responses. `progress` gets one line for each.
///
/// Goes on after a call that fails or a file that cannot be written: the other responses are kept.
///
/// # Errors
/// Fails before the first call if the arguments of a call are wrong.
pub async fn record(
    spec: &Spec,
    settings: &Settings,
    planned: Vec<Planned<'_>>,
    progress: &mut dyn FnMut(String),
) -> Result<Report, String> {
    let tap = Tap::default();
    // Records every response as it arrives, refusals included.
    let builder = Client::builder(&*settings.store, settings.token.clone()).layer(tap.clone());
    let mut builder = builder.retry(RetryPolicy::none());
    if let Some(base_url) = &settings.base_url {
        builder = builder.base_url(base_url);
    }
    let client = builder.build().map_err(|error| error.to_string())?;
    let mut calls = Vec::new();
    for planned in planned {
        let outgoing = calls::call(&client, &planned.operation.name(), &planned.arguments)?;
        calls.push((planned, outgoing));
    }
    let (mut report, mut recorded) = (Report::default(), Vec::new());
    for (planned, outgoing) in calls {
        let begin = Instant::now();
        let outcome = outgoing.await;
        let elapsed = begin.elapsed().as_millis();
        let name = planned.operation.name();
        let Some(recording) = tap.take(&settings.store, &settings.date) else {
            let why = outcome.err().map(|failure| failure.to_string()).unwrap_or_default();
            progress(format!("{name}: no response"));
            report.failed.push(format!("{name}: {why}"));
            continue;
        };
        progress(format!(
            "{name}: {} in {elapsed} ms, {} bytes",
            recording.response.status,
            recording.response.bytes().len()
        ));
        if let Err(failure) = outcome
            && failure.decode_path().is_some()
        {
            report.failed.push(failure.to_string());
        }
        recorded.push((planned, recording));
    }
    let seen: Vec<(&Operation<'_>, &Recording)> =
        recorded.iter().map(|(planned, recording)| (&planned.operation, recording)).collect();
    match report::contradictions(spec, &seen) {
        Ok(contradictions) => report.contradictions = contradictions,
        Err(problem) => report.broken.push(problem),
    }
    let (planned, recordings): (Vec<_>, Vec<_>) = recorded.into_iter().unzip();
    let secrets = Secrets { token: settings.token.clone(), store_hash: settings.store.clone() };
    let scrubbed = scrub(spec, recordings, &secrets);
    write(settings, planned.into_iter().zip(scrubbed), &mut report);
    Ok(report)
}

fn write<'s>(settings: &Settings, recorded: impl Iterator<Item = (Planned<'s>, Recording)>, report: &mut Report) {
    let mut taken = BTreeSet::new();
    let readme = std::fs::read_to_string(settings.out.join(README)).unwrap_or_default();
    for (planned, mut recording) in recorded {
        let name = name_of(&planned.operation, recording.response.status, planned.case);
        let path = file(&settings.out, &name);
        if !taken.insert(name.clone()) {
            report.twice.push(name);
            continue;
        }
        if path.exists() && !settings.force {
            report.kept.push(name);
            continue;
        }
        if name.is_shared() {
            recording.request = None;
        }
        if let Err(problem) = replace(&path, &recording) {
            report.broken.push(format!("cannot write {}: {problem}", shown(&path)));
            continue;
        }
        if name.case.is_some() && !rows(&readme).any(|row| row == name.to_string()) {
            report.unlisted.push(name.clone());
        }
        report.written.push(name);
    }
}

/// Writes a file atomically.
fn replace(path: &Path, recording: &Recording) -> std::io::Result<()> {
    let text = recording.text()?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let half = path.with_extension("json.part");
    std::fs::write(&half, text).and_then(|()| std::fs::rename(&half, path)).inspect_err(|_| {
        // A partial file is useless. If removing it fails too, the first error says enough.
        let _ = std::fs::remove_file(&half);
    })
}

fn file(folder: &Path, name: &Name) -> PathBuf {
    folder.join(format!("{name}.json"))
}

/// Returns the path to show: relative to the current folder if it is inside, else absolute.
fn shown(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let here = std::env::current_dir().unwrap_or_default();
    whole.strip_prefix(&here).unwrap_or(&whole).display().to_string()
}

/// Returns the owner of a response: the operation, or the response component that several operations share. An
/// undeclared success belongs to the operation, because its request shows what has to be declared.
fn name_of(operation: &Operation<'_>, status: u16, case: Option<String>) -> Name {
    let declared = operation.response(status);
    let own = || (operation.fragment.to_owned(), operation.method_name().to_owned());
    let (fragment, owner) = match declared.map(|declared| declared.component) {
        Some(Some(component)) => (component.fragment.to_owned(), component.name),
        Some(None) => own(),
        None if (200..300).contains(&status) => own(),
        None => ("common".to_owned(), UNDECLARED.to_owned()),
    };
    Name { version: operation.version.to_owned(), fragment, owner, status, case }
}

impl Report {
    /// Returns what was done in this folder, and what is left to do, as lines.
    #[must_use]
    pub fn lines(&self, folder: &Path) -> Vec<String> {
        let file = |name: &Name| shown(&file(folder, name));
        let written = self.written.iter().map(|name| format!("wrote {}", file(name)));
        let kept = self.kept.iter().map(|name| {
            format!("kept {}: it exists; --force replaces it, --case gives the new one a name of its own", file(name))
        });
        let twice = self
            .twice
            .iter()
            .map(|name| format!("dropped {}: two calls of this run have this name: give one a --case", file(name)));
        let failed = self.failed.iter().map(|problem| format!("failed {problem}"));
        let readme = shown(&folder.join(README));
        let unlisted =
            self.unlisted.iter().map(|name| format!("to do: say in {readme} what it shows, `| {name} | … |`"));
        let contradictions = self.contradictions.iter().map(|line| format!("contradicts the spec: {line}"));
        written.chain(kept).chain(twice).chain(failed).chain(unlisted).chain(contradictions).collect()
    }

    /// Whether every response was recorded, and none contradicts the spec.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        [&self.kept, &self.twice].iter().all(|names| names.is_empty())
            && [&self.failed, &self.contradictions, &self.broken].iter().all(|lines| lines.is_empty())
    }
}
