//! Recording a real store, through the client itself.

mod capture;
pub mod plan;
mod report;
pub mod scrub;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

use generated_client::Client;

use self::capture::Tap;
use self::plan::Planned;
use self::scrub::{Secrets, scrub};
use crate::calls;
use crate::recording::{Name, Recording, UNDECLARED, file_of};
use crate::spec::{Operation, Spec};

/// Whose answers are recorded, and where they are written.
#[derive(Debug)]
pub struct Settings {
    /// The hash that names the store.
    pub store: String,
    /// Its token.
    pub token: String,
    /// Another host than the API's.
    pub base_url: Option<String>,
    /// The folder of the recordings.
    pub out: PathBuf,
    /// Whether recordings that exist are replaced.
    pub force: bool,
    /// Today, `2026-11-21`.
    pub date: String,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Report {
    /// New or replaced files.
    pub written: Vec<Name>,
    /// Files that exist, or that two calls of the run would be written to.
    pub kept: Vec<Name>,
    /// Calls that brought no answer, or one that the client cannot take.
    pub failed: Vec<String>,
    /// Where the answers contradict the spec.
    pub contradictions: Vec<String>,
    /// New cases of which the list of cases does not say yet what they show.
    pub unlisted: Vec<Name>,
}

/// Why nothing, or not everything, was recorded.
#[derive(Debug)]
pub enum Stop {
    /// A call cannot be made of its arguments; none was made.
    Call(String),
    /// A file cannot be written, or the spec not be used.
    Output(String),
}

/// Makes the calls one after the other, and writes what they brought, scrubbed. `progress` gets a line for each.
///
/// # Errors
/// When a call cannot be made of its arguments, before any is made; or when a file cannot be written.
pub async fn record(
    spec: &Spec,
    settings: &Settings,
    planned: Vec<Planned<'_>>,
    progress: &mut dyn FnMut(String),
) -> Result<Report, Stop> {
    let tap = Tap::default();
    let mut builder = Client::builder(&*settings.store, settings.token.clone()).layer(tap.clone());
    if let Some(base_url) = &settings.base_url {
        builder = builder.base_url(base_url);
    }
    let client = builder.build().map_err(|error| Stop::Call(error.to_string()))?;
    let mut calls = Vec::new();
    for planned in planned {
        let outgoing = calls::call(&client, &planned.operation.name(), &planned.arguments).map_err(Stop::Call)?;
        calls.push((planned, outgoing));
    }
    let (mut report, mut recorded) = (Report::default(), Vec::new());
    for (planned, outgoing) in calls {
        let begin = Instant::now();
        let outcome = outgoing.await;
        let elapsed = begin.elapsed().as_millis();
        let name = planned.operation.name();
        let Some(recording) = tap.take(&settings.store, &settings.date) else {
            let why = outcome.err().map(|failure| failure.error.to_string()).unwrap_or_default();
            progress(format!("{name}: no answer"));
            report.failed.push(format!("{name}: {why}"));
            continue;
        };
        progress(format!(
            "{name}: {} in {elapsed} ms, {} bytes",
            recording.response.status,
            recording.response.bytes().len()
        ));
        if let Err(failure) = outcome
            && failure.error.decode_path().is_some()
        {
            report.failed.push(failure.error.to_string());
        }
        recorded.push((planned, recording));
    }
    let seen: Vec<(&Operation<'_>, &Recording)> =
        recorded.iter().map(|(planned, recording)| (&planned.operation, recording)).collect();
    report.contradictions = report::contradictions(spec, &seen).map_err(Stop::Output)?;
    let (planned, recordings): (Vec<_>, Vec<_>) = recorded.into_iter().unzip();
    let secrets = Secrets { token: settings.token.clone(), store_hash: settings.store.clone() };
    let scrubbed = scrub(spec, recordings, &secrets);
    write(settings, planned.into_iter().zip(scrubbed), &mut report).map_err(Stop::Output)?;
    Ok(report)
}

fn write<'s>(
    settings: &Settings,
    recorded: impl Iterator<Item = (Planned<'s>, Recording)>,
    report: &mut Report,
) -> Result<(), String> {
    let mut taken = BTreeSet::new();
    let readme = std::fs::read_to_string(settings.out.join("README.md")).unwrap_or_default();
    for (planned, mut recording) in recorded {
        let name = name_of(&planned.operation, recording.response.status, planned.case);
        let path = settings.out.join(format!("{name}.json"));
        if !taken.insert(name.clone()) || (path.exists() && !settings.force) {
            report.kept.push(name);
            continue;
        }
        if name.is_shared() {
            recording.request = None;
        }
        let text = recording.text().map_err(|error| error.to_string())?;
        let problem = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(problem)?;
        }
        // Under its own name only when it is whole.
        let half = path.with_extension("json.part");
        std::fs::write(&half, text).and_then(|()| std::fs::rename(&half, &path)).map_err(problem)?;
        if name.case.is_some() && !readme.contains(&format!("| {name} |")) {
            report.unlisted.push(name.clone());
        }
        report.written.push(name);
    }
    Ok(())
}

/// Where an answer belongs: to the operation, or to the response that several operations share.
fn name_of(operation: &Operation<'_>, status: u16, case: Option<String>) -> Name {
    let declared = operation.response(status);
    let (fragment, owner) = match declared.map(|declared| declared.component) {
        Some(Some(component)) => (component.fragment.to_owned(), component.name),
        Some(None) => (operation.fragment.to_owned(), operation.method_name().to_owned()),
        None => ("common".to_owned(), UNDECLARED.to_owned()),
    };
    Name { version: operation.version.to_owned(), fragment, owner, status, case }
}

impl Report {
    /// Everything that was done and is left to do, as lines.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let written = self.written.iter().map(|name| format!("wrote {}", file_of(name)));
        let kept = self.kept.iter().map(|name| {
            format!(
                "kept {}: it exists; --force replaces it, --case gives the new one a name of its own",
                file_of(name)
            )
        });
        let failed = self.failed.iter().map(|problem| format!("failed {problem}"));
        let unlisted = self
            .unlisted
            .iter()
            .map(|name| format!("to do: say in tests/recordings/README.md what it shows, `| {name} | … |`"));
        let contradictions = self.contradictions.iter().map(|line| format!("contradicts the spec: {line}"));
        written.chain(kept).chain(failed).chain(unlisted).chain(contradictions).collect()
    }
}
