//! Creates and updates customers from a CSV file: customers whose e-mail address exists in the store are updated.
//!
//! ```text
//! cargo run -p generated-client --example import -- --dry-run customers.csv
//! cargo run -p generated-client --example import -- --report report.csv customers.csv
//! ```
//!
//! The first line names the columns; `--help` lists them. An empty cell changes nothing. For an existing customer, only
//! differences are sent, so the same file can be imported again after an interruption: finished rows are reported as
//! unchanged.
//!
//! Rows are processed in chunks; memory use grows only by sixteen bytes per row, to detect duplicate e-mail addresses. A
//! bad row does not affect others: rows that cannot be read are skipped, and if the API rejects a call of ten because of
//! one, the client sends the other nine again.

mod cells;
mod report;
mod rows;
#[path = "../support/mod.rs"]
mod support;

use std::{collections::HashMap, path::PathBuf, process::ExitCode};

use generated_client::{
    Client, Error, ErrorKind, ItemResult, Layer, LayerFuture, Next, Outcome,
    reqwest::{Method, Request, StatusCode},
};
use lexopt::prelude::*;

use self::{
    cells::{changes, new_customer},
    report::Report,
    rows::{Row, Rows},
    support::{EXIT_CODES, Failure, exit, progress::Progress},
};

const HELP: &str = "\
Creates customers from a CSV file, and updates those whose e-mail address exists
in the store.

Usage: import [options] FILE

Options:
  --dry-run         report what would be done, without writing
  --report REPORT   the file for the report, which must not exist yet
                    [default: standard output]
  --ignore-unknown  skip columns that are not listed below
  --base-url URL    base URL of another server, such as a simulated store
  -h, --help        print this text

Columns, in any order; all but email are optional:
  email, first_name, last_name  a new customer needs all three
  company, phone, notes, tax_exempt_category
  customer_group_id             a number; 0 means no group
  accepts_product_review_abandoned_cart_emails, force_password_reset
                                true or false

The report is CSV, with one line per row: its number, as in a spreadsheet; the
e-mail address; the action, create or update; the result; the invalid or changed
fields; and the problem, if there is one.
  done, unchanged  the customer is as the row says
  planned          it would be done without --dry-run
  invalid          the row is invalid
  refused          the API rejected it
  failed           it was not done
  indeterminate    it may have taken effect: import the row again
  not attempted    an earlier error stopped the import

Exit codes:
   0  every row is done, unchanged or planned
   1  some rows are not
";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    support::end(run().await)
}

struct Options {
    file: PathBuf,
    report: Option<PathBuf>,
    dry_run: bool,
    ignore_unknown: bool,
    base_url: Option<String>,
}

/// Parses the command line. Returns `None` if help is requested.
fn options() -> Result<Option<Options>, Failure> {
    let (mut file, mut report, mut dry_run, mut ignore_unknown, mut base_url) = (None, None, false, false, None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("report") => report = Some(PathBuf::from(arguments.value()?)),
            Long("dry-run") => dry_run = true,
            Long("ignore-unknown") => ignore_unknown = true,
            Long("base-url") => base_url = Some(arguments.value()?.string()?),
            Value(value) if file.is_none() => file = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| Failure::usage("the file to import is missing"))?;
    Ok(Some(Options { file, report, dry_run, ignore_unknown, base_url }))
}

async fn run() -> Result<u8, Failure> {
    let Some(options) = options()? else {
        print!("{HELP}{EXIT_CODES}");
        return Ok(exit::DONE);
    };
    let mut builder = support::builder(options.base_url.clone())?;
    if options.dry_run {
        builder = builder.layer(ReadOnly);
    }
    let client = builder.build()?;
    let mut rows = Rows::open(&options.file, options.ignore_unknown)?;
    let mut report = Report::open(options.report.as_deref())?;
    let progress = Progress::new("rows", 0);
    let mut stopped = None;
    loop {
        let mut chunk = rows.next_chunk()?;
        if chunk.is_empty() {
            break;
        }
        if stopped.is_none() {
            stopped = import(&client, &mut chunk, options.dry_run).await.err();
        }
        report.add(&chunk)?;
        progress.show(report.rows, None);
    }
    drop(progress);
    eprintln!("{}", report.summary());
    match stopped {
        Some(failure) => {
            Err(failure.help("import the file again when the problem is fixed: finished rows stay unchanged"))
        }
        None => Ok(if report.is_complete() { exit::DONE } else { exit::INCOMPLETE }),
    }
}

/// Stops every call that writes. Violations of the limits of the specification are detected before that.
struct ReadOnly;

impl Layer for ReadOnly {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        if request.method() == Method::GET {
            return next.run(request);
        }
        Box::pin(async { Err(Error::from_layer("a dry run writes nothing")) })
    }
}

/// Writes the rows of a chunk to the store. After an error, further chunks would fail as well.
async fn import(client: &Client, chunk: &mut [Row], dry_run: bool) -> Result<(), Failure> {
    let emails: Vec<_> = chunk.iter().filter(|row| row.cells.is_some()).map(|row| row.line.email.clone()).collect();
    let mut known = HashMap::new();
    if !emails.is_empty() {
        // Split into as many calls as the length of the URL requires.
        let mut found = client.v3().customers().list().email_in(emails).stream();
        while let Some(customer) = found.try_next().await? {
            known.insert(customer.email.to_lowercase(), customer);
        }
    }
    // The items to send, and their rows.
    let (mut creates, mut created, mut updates, mut updated) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (index, row) in chunk.iter_mut().enumerate() {
        let Some(cells) = &row.cells else { continue };
        match known.get(&row.line.email.to_lowercase()) {
            Some(customer) => {
                let (update, fields) = changes(cells, customer);
                row.line.about("update", &fields);
                if fields.is_empty() {
                    row.line.result = "unchanged";
                } else {
                    updates.push(update);
                    updated.push(index);
                }
            }
            None => match new_customer(&row.line.email, cells) {
                Ok(customer) => {
                    row.line.about("create", &[]);
                    creates.push(customer);
                    created.push(index);
                }
                Err(missing) => {
                    row.line.about("create", &missing);
                    row.line.ends("invalid", "a new customer needs a first and a last name");
                }
            },
        }
    }
    let customers = client.v3().customers();
    let (creates, updates) =
        tokio::join!(customers.create_batches(creates).collect(), customers.update_batches(updates).collect());
    let hopeless = hopeless(&creates).or_else(|| hopeless(&updates));
    for outcome in creates {
        settle(chunk, &created, outcome, dry_run);
    }
    for outcome in updates {
        settle(chunk, &updated, outcome, dry_run);
    }
    hopeless.map_or(Ok(()), Err)
}

/// Whether all further calls would fail in the same way: the token is rejected, or the store is closed.
fn hopeless<I, R>(outcomes: &[Outcome<I, R>]) -> Option<Failure> {
    const CLOSED: [StatusCode; 3] = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::SERVICE_UNAVAILABLE];
    let mut errors = outcomes.iter().filter_map(Outcome::error);
    let error = errors.find(|error| error.status().is_some_and(|status| CLOSED.contains(&status)))?;
    Some(Failure::of(error))
}

/// Records the result of the row that an item was created from.
fn settle<I, R>(chunk: &mut [Row], rows: &[usize], outcome: Outcome<I, R>, dry_run: bool) {
    let Some(line) = rows.get(outcome.index).and_then(|row| chunk.get_mut(*row)).map(|row| &mut row.line) else {
        return;
    };
    let (result, error) = match &outcome.result {
        ItemResult::Done(_) => return line.result = "done",
        ItemResult::NotAttempted(error) => ("not attempted", error),
        ItemResult::Failed(error) if error.kind() == ErrorKind::InvalidRequest => ("invalid", error),
        ItemResult::Failed(_) if dry_run => return line.result = "planned",
        ItemResult::Failed(error) if error.may_have_taken_effect() => ("indeterminate", error),
        ItemResult::Failed(error) if error.problems().is_empty() => ("failed", error),
        ItemResult::Failed(error) => ("refused", error),
    };
    let problems = error.problems();
    line.fields = problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>().join(" ");
    let texts: Vec<_> = problems.iter().map(|problem| problem.text.as_str()).collect();
    line.ends(result, if texts.is_empty() { error.to_string() } else { texts.join("; ") });
}
