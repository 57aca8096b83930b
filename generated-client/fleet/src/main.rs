//! Imports customers into many stores from several processes.
//!
//! What is to be done is in a PostgreSQL database, which also says who does it: one process at a time imports into a
//! store. `README.md` beside the sources explains it.

// The same columns, and the same fields of a customer.
#[path = "../../examples/import/cells.rs"]
mod cells;
mod database;
mod enqueue;
mod failure;
mod import;
mod owned;
mod status;
mod stop;
mod token;
mod worker;

use std::{io, num::NonZeroUsize, path::PathBuf, process::ExitCode};

use lexopt::prelude::*;
use sqlx::Connection as _;

use self::{
    database::Database,
    failure::{Failure, exit},
};

const HELP: &str = "\
Imports customers into many stores from several processes: one process at a time
imports into a store, and when it dies another one takes over.

Usage: fleet enqueue STORES
       fleet work [--concurrency N] [--keep-running]
       fleet status
       fleet report [HASH]
       fleet retry [HASH]

Commands:
  enqueue  read the customers of each store that the file STORES names into the
           database; one that was enqueued before is imported again, as it is
           now
  work     import until no rows wait. Start it as often as you like, on as many
           machines as you like. After SIGTERM or Ctrl-C it finishes the batches
           that are under way.
  status   print how many rows of each store wait or are done, and who imports
           it
  report   print each row as CSV, with the id of its customer, or its problem
  retry    let failed rows wait again, of one store or of all

Options:
  --concurrency N  how many stores a process imports at once; it has as many
                   sessions of the database  [default: 8]
  --keep-running   wait for more rows when none wait
  -h, --help       print this text

STORES is a CSV file with these columns:
  hash       the hash that names the store
  token      where a worker finds its access token: env:NAME is an environment
             variable, file:PATH a file. The token itself is never stored.
             Workers leave a store to others if they lack its token.
  customers  the CSV file of its customers, relative to STORES
  base_url   optional: another server, such as a simulated store

A file of customers has these columns, in any order; all but email are optional:
  email, first_name, last_name  a new customer needs all three
  company, phone, notes, tax_exempt_category
  customer_group_id             a number; 0 means no group
  accepts_product_review_abandoned_cart_emails, force_password_reset
                                true or false
Customers whose e-mail address exists in the store are updated. An empty cell
changes nothing.

A row is in one of these states:
  waiting                      it is imported sooner or later
  created, updated, unchanged  the customer is as the row says
  refused                      it cannot be imported as it is: correct it, and
                               enqueue it again
  failed                       the store, or the API, was at fault: see to it,
                               then use `retry`

The environment variable DATABASE_URL names the database, such as
postgres://user:password@host/database. The tables are in its schema `fleet`.

Exit codes:
   0  no error; after status and work, every row is done, or a signal has come
   1  some rows are not done
  64  the command line is wrong
  65  a file does not hold what it should
  69  the database could not be reached, or refuses
  74  a file cannot be read
  78  an environment variable is missing or wrong
";

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(io::stderr).with_target(false).init();
    let code = run().await.unwrap_or_else(|failure| {
        eprintln!("error: {}", failure.message);
        failure.help.iter().for_each(|line| eprintln!("  help: {line}"));
        failure.code
    });
    code.into()
}

enum Command {
    Help,
    Enqueue(PathBuf),
    Work { concurrency: usize, keep_running: bool },
    Status,
    Report(Option<String>),
    Retry(Option<String>),
}

/// Parses the command line.
fn command(mut arguments: lexopt::Parser) -> Result<Command, Failure> {
    let (mut words, mut concurrency, mut keep_running) = (Vec::new(), None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("concurrency") => concurrency = Some(arguments.value()?.parse::<NonZeroUsize>()?),
            Long("keep-running") => keep_running = true,
            Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let has_options = keep_running || concurrency.is_some();
    let command = match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => return Err(Failure::usage("a command is missing")),
        ["work"] => {
            let concurrency = concurrency.map_or(8, NonZeroUsize::get);
            return Ok(Command::Work { concurrency, keep_running });
        }
        ["enqueue", stores] => Command::Enqueue(stores.into()),
        ["enqueue"] => return Err(Failure::usage("the file of the stores is missing")),
        ["status"] => Command::Status,
        ["report"] => Command::Report(None),
        ["report", store] => Command::Report(Some((*store).to_owned())),
        ["retry"] => Command::Retry(None),
        ["retry", store] => Command::Retry(Some((*store).to_owned())),
        ["work" | "enqueue" | "status" | "report" | "retry", .., word] => {
            return Err(Failure::usage(format!("`{word}` is one word too many")));
        }
        [name, ..] => return Err(Failure::usage(format!("there is no command `{name}`"))),
    };
    if has_options { Err(Failure::usage("the options are for `fleet work`")) } else { Ok(command) }
}

async fn run() -> Result<u8, Failure> {
    let command = command(lexopt::Parser::from_env())?;
    if let Command::Help = command {
        print!("{HELP}");
        return Ok(exit::DONE);
    }
    let (database, mut session) = Database::open().await?;
    let is_complete = match command {
        Command::Help => true,
        Command::Enqueue(stores) => {
            enqueue::enqueue(&mut session, &stores).await?;
            true
        }
        Command::Report(store) => {
            status::report(&mut session, store.as_deref()).await?;
            true
        }
        Command::Retry(store) => {
            println!("{} rows wait again", status::retry(&mut session, store.as_deref()).await?);
            true
        }
        Command::Work { concurrency, keep_running } => {
            session.close().await?;
            let was_stopped = worker::work(&database, concurrency, keep_running).await?;
            was_stopped | status::status(&mut database.connect().await?).await?
        }
        Command::Status => status::status(&mut session).await?,
    };
    Ok(if is_complete { exit::DONE } else { exit::INCOMPLETE })
}
