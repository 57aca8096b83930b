//! Checks the requests of the client and the fragments with Prism, an independent mock server: `scripts/prism.sh` runs
//! this with an installation of Prism.
//!
//! The fragments are served one after the other. Every operation of a fragment is called with the requests of its
//! recorded successes, and with the examples of the spec. Prism checks each request against the fragment and responds
//! with the fragment's examples, which the client has to decode.
//!
//! Third-party documents can be served in place of the fragments: then each operation that both the document and the
//! spec have is called with the examples of the spec.

mod documents;
mod exceptions;
mod server;
mod watch;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use exceptions::Exceptions;
use generated_client::Client;
use replay::calls::{Arguments, call};
use replay::{Name, Recordings, suite};
use server::Prism;
use test_support::{Operation, STORE, Spec, builder};
use watch::Watch;

/// Where Prism is installed, and where its logs go.
struct Setting {
    program: PathBuf,
    logs: PathBuf,
}

/// The results of the calls.
#[derive(Default)]
struct Tally {
    operations: usize,
    sent: usize,
    accepted: usize,
    /// Refused by a known false positive of Prism.
    excepted: usize,
    understood: usize,
    /// In the order in which they occurred.
    objections: Vec<String>,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(program), Some(logs)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: prism PROGRAM LOGS [DOCUMENT…]\n  help: scripts/prism.sh installs Prism and runs this");
        return ExitCode::from(64);
    };
    let (setting, documents) = (Setting { program, logs }, arguments.collect::<Vec<_>>());
    match if documents.is_empty() { run(&setting) } else { run_documents(&setting, &documents) } {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::from(74)
        }
    }
}

/// Whether there are no objections, for third-party documents.
fn run_documents(setting: &Setting, files: &[PathBuf]) -> Result<bool, String> {
    let spec = Spec::read(&Spec::folder())?;
    let operations = spec.operations();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let mut tally = Tally::default();
    for file in files {
        runtime.block_on(documents::call_document(setting, file, &operations, &mut tally))?;
    }
    for objection in &tally.objections {
        println!("objection: {objection}");
    }
    let Tally { operations, sent, accepted, understood, objections, .. } = &tally;
    println!(
        "{operations} operations, {sent} requests: {accepted} accepted, {understood} responses understood, {} objections",
        objections.len(),
    );
    Ok(objections.is_empty() && *operations > 0)
}

/// Whether there are no objections.
fn run(setting: &Setting) -> Result<bool, String> {
    let spec = Spec::read(&Spec::folder())?;
    let recordings = Recordings::read(&Recordings::folder()).map_err(|problems| problems.join("\n"))?;
    let operations = spec.operations();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let mut fragments: BTreeMap<&str, Vec<&Operation<'_>>> = BTreeMap::new();
    for operation in &operations {
        fragments.entry(operation.node.file).or_default().push(operation);
    }
    let (mut total, mut exceptions, mut refused) = (Tally::default(), Exceptions::default(), 0);
    for (file, of_file) in &fragments {
        let prism = Prism::serve(setting, &fragment(file), file)?;
        for operation in of_file {
            refused += usize::from(runtime.block_on(control(&prism, operation))?);
        }
        let mut tally = Tally::default();
        for operation in of_file {
            let calls = calls(operation, &operations, &recordings);
            runtime.block_on(call_all(&prism, operation, calls, &mut exceptions, &mut tally))?;
        }
        let Tally { operations, sent, accepted, understood, .. } = &tally;
        println!(
            "{file}: {operations} operations, {sent} requests, {accepted} accepted, {understood} responses understood"
        );
        total.add(tally);
    }
    print!("{}", exceptions.report());
    for unused in exceptions.unused() {
        println!("not met any more: {unused}\n  help: take it out of tests/replay/src/bin/prism/exceptions.rs");
    }
    for objection in &total.objections {
        println!("objection: {objection}");
    }
    let Tally { operations, sent, accepted, excepted, understood, objections } = &total;
    println!(
        "{operations} operations, {sent} requests: {accepted} accepted, {excepted} refused by known mistakes of Prism, \
         {understood} responses understood, {} objections; {refused} requests that are wrong on purpose, all refused",
        objections.len(),
    );
    Ok(objections.is_empty() && exceptions.unused().next().is_none())
}

/// Checks that Prism refuses invalid requests, or its acceptance of the others proves nothing: a body that is neither
/// an object nor an array, a number that is not one. Returns false for an operation that has neither.
async fn control(prism: &Prism, operation: &Operation<'_>) -> Result<bool, String> {
    let limit = operation.parameters("query").into_iter().any(|parameter| parameter.text("name") == "limit");
    if operation.body_example().is_none() && !limit {
        return Ok(false);
    }
    let (client, watch) = client(prism, operation)?;
    let named = Arguments::of_examples(operation).path;
    let path =
        named.iter().fold(operation.path.clone(), |path, (name, text)| path.replace(&format!("{{{name}}}"), text));
    let method = operation.method.parse().map_err(|_| format!("{} is no method", operation.method))?;
    let raw = match operation.version {
        "v2" => client.v2().raw(method, path),
        _ => client.v3().raw(method, path),
    };
    let raw = if limit { raw.query("limit", "many") } else { raw.json(&"text") };
    // The result of the call does not matter.
    let _ = raw.await;
    match watch.is_clean() {
        true => Err(format!("Prism accepts a wrong request for {}: it checks nothing", operation.name())),
        false => Ok(true),
    }
}

/// A client that calls Prism, and the layer that sees its requests.
fn client(prism: &Prism, operation: &Operation<'_>) -> Result<(Client, Watch), String> {
    let watch = Watch::new(format!("/stores/{STORE}/{}", operation.version));
    let client = builder(&prism.url).layer(watch.clone()).build().map_err(|error| error.to_string())?;
    Ok((client, watch))
}

/// The arguments to call an operation with, each with a name.
fn calls(
    operation: &Operation<'_>,
    operations: &[Operation<'_>],
    recordings: &Recordings,
) -> Vec<(String, Result<Arguments, String>)> {
    let name = operation.name();
    let is_ours = |name: &Name| {
        suite::owners(operations, name).is_ok_and(|owners| owners.iter().any(|owner| owner.name() == operation.name()))
    };
    let successes = recordings.all.iter().filter(|recorded| recorded.name.status / 100 == 2 && is_ours(&recorded.name));
    let recorded = successes.filter_map(|recorded| {
        let request = recorded.recording.request.as_ref()?;
        let path = request.path.strip_prefix(&format!("/{}", operation.version)).unwrap_or(&request.path);
        let arguments = Arguments::of_request(operation, path, &request.query, request.body.clone());
        Some((recorded.name.to_string(), arguments))
    });
    let examples = (format!("{name} with the examples of the spec"), Ok(Arguments::of_examples(operation)));
    recorded.chain([examples]).collect()
}

async fn call_all(
    prism: &Prism,
    operation: &Operation<'_>,
    calls: Vec<(String, Result<Arguments, String>)>,
    exceptions: &mut Exceptions,
    tally: &mut Tally,
) -> Result<(), String> {
    tally.operations += 1;
    for (name, arguments) in calls {
        let (client, watch) = client(prism, operation)?;
        let outcome = call(&client, &operation.name(), &arguments?)?.await;
        let (seen, objections) = watch.seen();
        tally.sent += seen;
        let objections: Vec<_> =
            objections.into_iter().filter(|objection| !exceptions.cover(&operation.name(), objection)).collect();
        if !objections.is_empty() {
            tally.objections.extend(objections.iter().map(|text| format!("{name}: {text}")));
            continue;
        }
        if !watch.is_clean() {
            // An excepted refusal counts neither way.
            tally.excepted += seen;
            continue;
        }
        tally.accepted += seen;
        match outcome {
            Ok(_) => tally.understood += seen,
            Err(failure) => tally.objections.push(format!("{name}: cannot decode the response: {}", failure)),
        }
    }
    Ok(())
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.operations += other.operations;
        self.sent += other.sent;
        self.accepted += other.accepted;
        self.excepted += other.excepted;
        self.understood += other.understood;
        self.objections.extend(other.objections);
    }
}

/// Returns the path of a fragment.
fn fragment(file: &str) -> PathBuf {
    Path::new(&Spec::folder()).join(file)
}
