//! Exports all customers of a store to a file, with everything that can be included: as NDJSON or CSV.
//!
//! ```text
//! cargo run -p generated-client --example export -- customers.ndjson
//! cargo run -p generated-client --example export -- --modified-since 2025-01-01 changed.csv
//! ```
//!
//! It can be killed at any time; the same command resumes the export, and no customer is lost or repeated:
//!
//! - A page of customers is appended to the file and flushed to the disk. Only then a second file,
//!   `customers.ndjson.state`, records the length of the first one and the page after which to resume. It is written to
//!   a temporary file and renamed, so it is either the old state or the new one.
//! - When the export resumes, the file is truncated to the recorded length: whatever was appended later is read again.
//! - Pages follow each other by cursor, which stays valid while customers are created and deleted. The state is recorded
//!   between pages, so no position within a page is needed.
//! - The state file is created before the file, and removed when the export is complete: while it exists, the export is
//!   not complete.

mod support;

use std::{
    fs::{self, File, TryLockError},
    io::{self, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use generated_client::{
    Client, DateTime, ErrorKind, ResumeToken,
    v3::customers::{Customer, Include},
};
use lexopt::prelude::*;
use serde::{Deserialize, Serialize};
use support::{EXIT_CODES, Failure, STORE_HASH, UnknownFields, exit, files, progress::Progress};

const HELP: &str = "\
Exports all customers of a store to a file. After an interruption, the same
command resumes the export.

Usage: export [options] FILE

Options:
  --format FORMAT        ndjson (one customer per line, in JSON) or csv
                         [default: csv if FILE ends in .csv, else ndjson]
  --modified-since DATE  only customers that were modified since then:
                         2025-01-31, or 2025-01-31T12:00:00Z
  --restart              start over, and overwrite FILE
  --base-url URL         base URL of another server, such as a simulated store
  -h, --help             print this text

Exit codes:
   0  FILE is complete
";

/// Everything that can be included.
const INCLUDE: [Include; 6] = [
    Include::Addresses,
    Include::Storecredit,
    Include::Attributes,
    Include::Formfields,
    Include::ShopperProfileId,
    Include::SegmentIds,
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    support::end(run().await)
}

async fn run() -> Result<u8, Failure> {
    let Some(options) = options()? else {
        print!("{HELP}{EXIT_CODES}");
        return Ok(exit::DONE);
    };
    let unknown = UnknownFields::default();
    let noted = unknown.clone();
    let client = support::builder(options.base_url.clone())?.on_drift(move |report| noted.note(report)).build()?;

    let mut output = Output::open(&options)?;
    let before = output.note.customers;
    let path = options.path.display();
    if before > 0 {
        eprintln!("{path} holds {before} customers already: going on behind them");
    }
    if let Err(failure) = export(&client, &options, &mut output).await {
        let done = output.note.customers;
        return Err(failure.help(format!("{path} holds {done} customers; the same command goes on behind them")));
    }
    let done = output.finish()?;
    eprintln!("{path}: {done} customers");
    if let Some(names) = unknown.names() {
        eprintln!("warning: the API sent fields that this version does not know, and that are not exported: {names}");
    }
    Ok(exit::DONE)
}

async fn export(client: &Client, options: &Options, output: &mut Output) -> Result<(), Failure> {
    let mut list = client.v3().customers().list().include(INCLUDE);
    if let Some(since) = &options.modified_since {
        list = list.date_modified_min(since.clone());
    }
    let mut pages = list.pages();
    if let Some(place) = &output.note.place {
        pages = pages.resume(place);
    }
    let progress = Progress::new("customers", output.note.customers);
    loop {
        let page = match pages.try_next().await {
            Ok(Some(page)) => page,
            Ok(None) => return Ok(()),
            Err(error) if error.kind() == ErrorKind::InvalidRequest => {
                return Err(Failure::from(error).help("--restart begins anew"));
            }
            Err(error) => return Err(error.into()),
        };
        // Not all pages have the total number of customers.
        if let Some(pagination) = &page.meta.pagination {
            output.note.total = u64::try_from(pagination.total).ok();
        }
        output.append(&page.data, pages.resume_token())?;
        progress.show(output.note.customers, output.note.total);
    }
}

struct Options {
    path: PathBuf,
    format: Format,
    modified_since: Option<DateTime>,
    restart: bool,
    base_url: Option<String>,
}

/// Parses the command line. Returns `None` if help is requested.
fn options() -> Result<Option<Options>, Failure> {
    let (mut path, mut format, mut modified_since, mut restart, mut base_url) = (None, None, None, false, None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("format") => {
                let name = arguments.value()?.string()?;
                let known = match name.as_str() {
                    "ndjson" => Format::Ndjson,
                    "csv" => Format::Csv,
                    _ => return Err(Failure::usage(format!("--format is ndjson or csv, not `{name}`"))),
                };
                format = Some(known);
            }
            Long("modified-since") => {
                let text = arguments.value()?.string()?;
                let problem = |_| Failure::usage(format!("--modified-since is a date as 2025-01-31, not `{text}`"));
                modified_since = Some(text.parse().map_err(problem)?);
            }
            Long("restart") => restart = true,
            Long("base-url") => base_url = Some(arguments.value()?.string()?),
            Value(value) if path.is_none() => path = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path.ok_or_else(|| Failure::usage("the file to write is missing"))?;
    let by_name = || if path.extension().is_some_and(|it| it == "csv") { Format::Csv } else { Format::Ndjson };
    Ok(Some(Options { format: format.unwrap_or_else(by_name), path, modified_since, restart, base_url }))
}

/// What is exported: an export can only be resumed with the same selection.
#[derive(PartialEq, Serialize, Deserialize)]
struct Job {
    store: String,
    format: Format,
    modified_since: Option<DateTime>,
}

/// The progress of the export.
#[derive(Serialize, Deserialize)]
struct Note {
    job: Job,
    customers: u64,
    total: Option<u64>,
    /// The length of the file with these customers.
    bytes: u64,
    /// Where the next page begins; `None` at the beginning.
    place: Option<ResumeToken>,
}

struct Output {
    path: PathBuf,
    note_path: PathBuf,
    file: File,
    note: Note,
}

impl Output {
    fn open(options: &Options) -> Result<Self, Failure> {
        let path = options.path.clone();
        let note_path = files::beside(&path, ".state");
        let job = Job {
            store: support::variable(STORE_HASH)?,
            format: options.format,
            modified_since: options.modified_since.clone(),
        };
        let noted = if options.restart { None } else { read_note(&note_path)? };
        let (is_new, note) = match noted {
            Some(note) if note.job == job => (false, note),
            Some(_) => {
                let message = format!("{} is part of another export: of another store, date or format", path.display());
                return Err(Failure::new(exit::BAD_DATA, message).help("--restart begins anew"));
            }
            None if path.exists() && !options.restart => {
                let message = format!("{} is there already, and complete", path.display());
                return Err(Failure::new(exit::IO, message).help("--restart writes it anew"));
            }
            None => (true, Note { job, customers: 0, total: None, bytes: 0, place: None }),
        };
        if is_new {
            write_note(&note_path, &note)?;
        }
        let io = |error: io::Error| Failure::io(&path, &error);
        let mut file = files::private().create(true).write(true).truncate(false).open(&path).map_err(io)?;
        #[expect(clippy::incompatible_msrv, reason = "this program needs Rust 1.89, the crate less")]
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::new(exit::IO, format!("{}: another process writes to it", path.display())));
            }
            Err(TryLockError::Error(error)) => return Err(io(error)),
        }
        if file.metadata().map_err(io)?.len() < note.bytes {
            let message = format!("{} is shorter than it was when the export was interrupted", path.display());
            return Err(Failure::new(exit::BAD_DATA, message).help("--restart begins anew"));
        }
        file.set_len(note.bytes).map_err(io)?;
        file.seek(SeekFrom::End(0)).map_err(io)?;
        Ok(Self { note_path, file, note, path })
    }

    /// Appends a page, and then records it in the state.
    fn append(&mut self, customers: &[Customer], next: ResumeToken) -> Result<(), Failure> {
        let io = |error: io::Error| Failure::io(&self.path, &error);
        let text = self.note.job.format.write(customers, self.note.bytes == 0).map_err(io)?;
        self.file.write_all(&text).map_err(io)?;
        self.file.sync_data().map_err(io)?;
        self.note.customers += customers.len() as u64;
        self.note.bytes += text.len() as u64;
        self.note.place = Some(next);
        write_note(&self.note_path, &self.note)
    }

    /// Returns the number of customers.
    fn finish(self) -> Result<u64, Failure> {
        fs::remove_file(&self.note_path).map_err(|error| Failure::io(&self.note_path, &error))?;
        Ok(self.note.customers)
    }
}

fn read_note(path: &Path) -> Result<Option<Note>, Failure> {
    let text = match fs::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::io(path, &error)),
    };
    let note = serde_json::from_slice(&text);
    note.map(Some).map_err(|error| {
        Failure::new(exit::BAD_DATA, format!("{}: {error}", path.display())).help("--restart begins anew")
    })
}

fn write_note(path: &Path, note: &Note) -> Result<(), Failure> {
    let text = serde_json::to_vec(note).map_err(io::Error::from);
    text.and_then(|text| files::write_whole(path, &text)).map_err(|error| Failure::io(path, &error))
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
enum Format {
    Ndjson,
    Csv,
}

impl Format {
    fn write(self, customers: &[Customer], is_begin: bool) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        match self {
            Self::Ndjson => {
                for customer in customers {
                    serde_json::to_writer(&mut text, customer)?;
                    text.push(b'\n');
                }
            }
            Self::Csv => {
                let mut writer = csv::Writer::from_writer(&mut text);
                if is_begin {
                    writer.write_record(COLUMNS.iter().map(|(name, _)| name))?;
                }
                for customer in customers {
                    let cells = COLUMNS.iter().map(|(_, cell)| cell(customer)).collect::<Result<Vec<_>, _>>()?;
                    writer.write_record(cells)?;
                }
                writer.flush()?;
                drop(writer);
            }
        }
        Ok(text)
    }
}

type Column = (&'static str, fn(&Customer) -> serde_json::Result<String>);

/// The columns of CSV. Strings are written unchanged, so import the file as data: a spreadsheet that guesses may read a
/// phone number such as `+1 555` as a formula.
const COLUMNS: [Column; 24] = [
    ("id", |customer| cell(&customer.id)),
    ("email", |customer| cell(&customer.email)),
    ("first_name", |customer| cell(&customer.first_name)),
    ("last_name", |customer| cell(&customer.last_name)),
    ("company", |customer| cell(&customer.company)),
    ("phone", |customer| cell(&customer.phone)),
    ("notes", |customer| cell(&customer.notes)),
    ("tax_exempt_category", |customer| cell(&customer.tax_exempt_category)),
    ("customer_group_id", |customer| cell(&customer.customer_group_id)),
    ("accepts_product_review_abandoned_cart_emails", |customer| {
        cell(&customer.accepts_product_review_abandoned_cart_emails)
    }),
    ("force_password_reset", |customer| cell(&customer.authentication.force_password_reset)),
    ("registration_ip_address", |customer| cell(&customer.registration_ip_address)),
    ("origin_channel_id", |customer| cell(&customer.origin_channel_id)),
    ("channel_ids", |customer| cell(&customer.channel_ids)),
    ("date_created", |customer| cell(&customer.date_created)),
    ("date_modified", |customer| cell(&customer.date_modified)),
    ("store_credit_amounts", |customer| cell(&customer.store_credit_amounts)),
    ("address_count", |customer| cell(&customer.address_count)),
    ("addresses", |customer| cell(&customer.addresses)),
    ("attribute_count", |customer| cell(&customer.attribute_count)),
    ("attributes", |customer| cell(&customer.attributes)),
    ("form_fields", |customer| cell(&customer.form_fields)),
    ("shopper_profile_id", |customer| cell(&customer.shopper_profile_id)),
    ("segment_ids", |customer| cell(&customer.segment_ids)),
];

/// A string unchanged, an empty cell for `null`, and everything else as JSON.
fn cell(value: &impl Serialize) -> serde_json::Result<String> {
    let json = serde_json::to_string(value)?;
    match json.as_str() {
        "null" => Ok(String::new()),
        text if text.starts_with('"') => serde_json::from_str(text),
        _ => Ok(json),
    }
}
