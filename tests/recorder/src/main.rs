//! `cargo xtask record`: calls a real store, and writes its responses.

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::Arg;
use recorder::plan::{Planned, Writes, parse, reads};
use recorder::{Settings, prepare, record};
use replay::{Exact, Recordings};
use test_support::Spec;

use test_support::command::{self, Failure, INCOMPLETE, IO, OK, UNREADABLE, USAGE, codes, print};

const HELP: &str = "\
Calls a real store through the client, and writes its responses to
tests/recordings: scrubbed of everything personal before it reaches the disk.

Usage: cargo xtask record [flags] CALL [--case NAME] [--body FILE] [CALL …]

A CALL is an operation as `cargo xtask coverage` names it, with its parameters:
  v3.customers.list
  'v3.customers.list?limit=3&include=addresses' --case includes
  'v3.consent.get?customerId=4107'
  v3.customers.update --body change.json --allow-writes customers:4107

The store and its token are those of the environment: BIGCOMMERCE_STORE_HASH and
BIGCOMMERCE_ACCESS_TOKEN. Only what reads or checks is called, unless --allow-writes
names what may be touched; a refusal says what to write. A call that deletes by
a filter other than ids is never made.

Flags:
  --case NAME         name the case of the preceding call: its file is
                      <status>-NAME.json
  --body FILE         send this JSON body with the preceding call
  --reads             make every call that reads without an id
  --allow-writes IDS  allow writes that touch only these, separated by commas:
                      ids, each with its resource as the paths of the API
                      call it, `customers:41,addresses:311`; `new` to create
                      anything; `store` to change what has no id, such as
                      settings of the store
  --force             replace recordings that exist
  --base-url URL      call this host instead of the API
  --out DIR           write to this folder instead of tests/recordings
  --dry-run           show what would be called, and call nothing
  -h, --help          print this text

Exit codes:
";

const CODES: &[(u8, &str)] = &[
    (OK, "everything was recorded, and agrees with the spec"),
    (INCOMPLETE, "a call failed, a file was kept, or a response contradicts the spec"),
    (UNREADABLE, "the spec cannot be understood"),
    (USAGE, "the command line is wrong, or a call cannot be made or is not allowed; nothing was called"),
    (IO, "a file cannot be read or written; all that can be was"),
];

const STORE_HASH: &str = "BIGCOMMERCE_STORE_HASH";
const TOKEN: &str = "BIGCOMMERCE_ACCESS_TOKEN";

/// The parsed command line.
struct Flags<'s> {
    planned: Vec<Planned<'s>>,
    writes: Writes,
    force: bool,
    dry_run: bool,
    base_url: Option<String>,
    out: PathBuf,
}

fn main() -> ExitCode {
    command::end(run(lexopt::Parser::from_env()))
}

fn run(parser: lexopt::Parser) -> Result<u8, Failure> {
    let spec = Spec::read(&Spec::folder()).map_err(|problem| Failure::new(UNREADABLE, &problem))?;
    let Some(flags) = flags(&spec, parser)? else {
        return print(&format!("{HELP}{}", codes(CODES))).map(|()| OK);
    };
    let forbidden: Vec<_> = flags.planned.iter().filter_map(|planned| planned.forbidden(&flags.writes)).collect();
    if !forbidden.is_empty() {
        return Err(usage(&format!("{}; nothing was called", forbidden.join("\nerror: "))));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(IO, &error))?;
    runtime
        .block_on(prepare(&flags.planned, flags.base_url.as_deref()))
        .map_err(|problems| usage(&format!("{}; nothing was called", problems.join("\nerror: "))))?;
    print(&format!("{} {}:\n", flags.planned.len(), if flags.planned.len() == 1 { "call" } else { "calls" }))?;
    for planned in &flags.planned {
        print(&format!("  {}\n", planned.shown()))?;
    }
    if flags.dry_run {
        return Ok(OK);
    }
    let settings = Settings {
        store: variable(STORE_HASH)?,
        token: variable(TOKEN)?,
        base_url: flags.base_url,
        out: flags.out,
        force: flags.force,
        date: today(),
    };
    // Write the recordings even if the report cannot be printed.
    let mut said = Ok(());
    let mut progress = |line: String| {
        if said.is_ok() {
            said = print(&format!("{line}\n"));
        }
    };
    let report = runtime.block_on(record(&spec, &settings, flags.planned, &mut progress)).map_err(|e| usage(&e))?;
    for line in report.lines(&settings.out) {
        progress(line);
    }
    if !report.broken.is_empty() {
        return Err(Failure::new(IO, &report.broken.join("\nerror: ")));
    }
    said.map(|()| if report.is_whole() { OK } else { INCOMPLETE })
}

fn usage(message: &str) -> Failure {
    Failure::usage(message, "cargo xtask help record")
}

/// Returns `None` if help is requested.
fn flags<'s>(spec: &'s Spec, mut parser: lexopt::Parser) -> Result<Option<Flags<'s>>, Failure> {
    let wrong = |error: lexopt::Error| usage(&error.to_string());
    let mut flags = Flags {
        planned: Vec::new(),
        writes: Writes::default(),
        force: false,
        dry_run: false,
        base_url: None,
        out: Recordings::folder(),
    };
    // Whether the last argument with a call has a single one, so that `--case` and `--body` can apply to it.
    let mut single = false;
    while let Some(argument) = parser.next().map_err(wrong)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Value(call) => {
                flags.planned.push(parse(spec, &call.to_string_lossy()).map_err(|e| usage(&e))?);
                single = true;
            }
            Arg::Long("reads") => {
                flags.planned.extend(reads(spec));
                single = false;
            }
            Arg::Long("force") => flags.force = true,
            Arg::Long("dry-run") => flags.dry_run = true,
            Arg::Long("base-url") => flags.base_url = Some(text(&mut parser)?),
            Arg::Long("out") => flags.out = text(&mut parser)?.into(),
            Arg::Long("allow-writes") => {
                let allowed = text(&mut parser)?;
                flags.writes.allow(spec, &allowed).map_err(|problem| usage(&format!("--allow-writes: {problem}")))?;
            }
            Arg::Long("case") => {
                let name = case(&text(&mut parser)?)?;
                let call = last(&mut flags.planned, single, "--case")?;
                once(call.case.replace(name).is_none(), call, "--case")?;
            }
            Arg::Long("body") => {
                let file = text(&mut parser)?;
                let call = last(&mut flags.planned, single, "--body")?;
                once(call.arguments.body.replace(body(&file)?).is_none(), call, "--body")?;
            }
            other => {
                let message = other.unexpected().to_string();
                return Err(usage(&message));
            }
        }
    }
    if flags.planned.is_empty() {
        return Err(usage("there is nothing to call: name an operation, or say --reads"));
    }
    Ok(Some(flags))
}

fn text(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    let value = parser.value().map_err(|error| usage(&error.to_string()))?;
    value.into_string().map_err(|value| usage(&format!("{} is not UTF-8", value.display())))
}

fn last<'p, 's>(planned: &'p mut [Planned<'s>], single: bool, flag: &str) -> Result<&'p mut Planned<'s>, Failure> {
    match planned.last_mut() {
        None => Err(usage(&format!("{flag} belongs to the call before it, and there is none"))),
        Some(_) if !single => Err(usage(&format!("{flag} belongs to one call, and --reads are many: name the call"))),
        Some(call) => Ok(call),
    }
}

fn once(first: bool, call: &Planned<'_>, flag: &str) -> Result<(), Failure> {
    if first { Ok(()) } else { Err(usage(&format!("{} has two {flag}", call.operation.name()))) }
}

/// Checks the name of a case, which becomes part of a file name.
fn case(text: &str) -> Result<String, Failure> {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if text.is_empty() || !text.chars().all(fits) {
        return Err(usage(&format!("a case has a name like `first-page`, not `{text}`")));
    }
    Ok(text.to_owned())
}

fn body(file: &str) -> Result<Exact, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| Failure::new(IO, &format!("{file}: {error}")))?;
    Exact::parse(&text).map_err(|error| usage(&format!("{file} is no JSON: {error}")))
}

fn variable(name: &str) -> Result<String, Failure> {
    let value = std::env::var(name).ok().filter(|value| !value.is_empty());
    value.ok_or_else(|| usage(&format!("the environment variable {name} is not set")))
}

fn today() -> String {
    let now = generated_client::DateTime::from(std::time::SystemTime::now());
    now.date().map(|today| today.to_string()).unwrap_or_default()
}
