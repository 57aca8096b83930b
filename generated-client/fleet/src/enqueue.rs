//! `fleet enqueue`: reads the stores and the files of their customers into the database.

use std::{
    collections::HashMap,
    fs::File,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use sqlx::{Connection as _, PgConnection, types::Json};

use crate::{
    cells::{COLUMNS, Cells},
    failure::{Failure, exit},
    token::TokenSource,
};

/// Rows that are sent to the database together.
const CHUNK: usize = 2_000;

/// Mistakes of a file that are shown.
const SHOWN: usize = 20;

/// A line of the file of stores.
#[derive(Deserialize)]
struct Line {
    hash: String,
    token: String,
    /// A path, from the folder of the file.
    customers: PathBuf,
    base_url: Option<String>,
}

/// Enqueues the rows of all stores in a file. Each store is enqueued as a whole or not at all.
pub async fn enqueue(session: &mut PgConnection, stores: &Path) -> Result<(), Failure> {
    for (line, token) in read_stores(stores)? {
        let customers = stores.with_file_name("").join(&line.customers);
        let count = enqueue_store(session, &line, &token, &customers).await?;
        println!("{}: {count} rows enqueued", line.hash);
    }
    Ok(())
}

fn read_stores(path: &Path) -> Result<Vec<(Line, TokenSource)>, Failure> {
    let bad = |problem: String| {
        Failure::new(exit::BAD_DATA, format!("{}: {problem}", path.display()))
            .help("the columns are hash, token, customers and, for another server, base_url")
    };
    let file = File::open(path).map_err(|error| Failure::io(path, &error))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(file);
    let mut stores: Vec<(Line, TokenSource)> = Vec::new();
    for (number, line) in (2..).zip(reader.deserialize::<Line>()) {
        // The error shows the line's number and the column, and no cell.
        let line = line.map_err(|error| bad(error.to_string()))?;
        let token = line.token.parse().map_err(|problem| bad(format!("row {number}, token: {problem}")))?;
        if stores.iter().any(|(other, _)| other.hash == line.hash) {
            return Err(bad(format!("row {number}: the store {} occurs twice", line.hash)));
        }
        stores.push((line, token));
    }
    Ok(stores)
}

/// Enqueues the customers of a store. A row of the same customer that was there before is replaced.
async fn enqueue_store(
    session: &mut PgConnection,
    store: &Line,
    token: &TokenSource,
    path: &Path,
) -> Result<u64, Failure> {
    // Dropped without a commit if there is a mistake.
    let mut transaction = session.begin().await?;
    let add = "INSERT INTO fleet.stores (hash, token) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING";
    sqlx::query(add).bind(&store.hash).bind(token.to_string()).execute(&mut *transaction).await?;
    let find = sqlx::query_scalar("SELECT id FROM fleet.stores WHERE hash = $1").bind(&store.hash);
    let id: i32 = find.fetch_one(&mut *transaction).await?;
    let mut rows = Rows::open(path)?;
    let (mut count, mut mistakes) = (0, Vec::new());
    loop {
        let chunk = rows.next_chunk(&mut mistakes)?;
        if chunk.is_empty() {
            break;
        }
        if mistakes.is_empty() {
            count += insert(&mut transaction, id, chunk).await?;
        }
    }
    if mistakes.is_empty() {
        // At the end, because the owner of the store has to wait for this change to be committed.
        let change = sqlx::query(
            "UPDATE fleet.stores SET token = $2, base_url = $3, not_before = DEFAULT, failures = 0, problem = NULL
             WHERE id = $1",
        );
        let change = change.bind(id).bind(token.to_string()).bind(store.base_url.as_deref());
        change.execute(&mut *transaction).await?;
        transaction.commit().await?;
        return Ok(count);
    }
    let message = format!("{} has {} mistakes; nothing of this file is enqueued", path.display(), mistakes.len());
    let more = (mistakes.len() > SHOWN).then(|| "…".to_owned());
    mistakes.truncate(SHOWN);
    Err(mistakes.into_iter().chain(more).fold(Failure::new(exit::BAD_DATA, message), Failure::help))
}

/// A row of a file.
struct Row {
    line: i64,
    email: String,
    cells: Cells,
}

async fn insert(session: &mut PgConnection, store: i32, rows: Vec<Row>) -> sqlx::Result<u64> {
    let (mut lines, mut emails, mut cells) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        lines.push(row.line);
        emails.push(row.email);
        cells.push(Json(row.cells));
    }
    // With a new id, so that nobody takes the outcome of the old row for that of the new one.
    let insert = sqlx::query(
        "INSERT INTO fleet.rows (store, line, email, cells)
         SELECT $1::int, * FROM unnest($2::bigint[], $3::text[], $4::jsonb[])
         ON CONFLICT (store, lower(email)) DO UPDATE SET
             id = DEFAULT, line = excluded.line, email = excluded.email, cells = excluded.cells,
             state = DEFAULT, attempts = DEFAULT, customer = NULL, problem = NULL",
    );
    let done = insert.bind(store).bind(lines).bind(emails).bind(cells).execute(session).await?;
    Ok(done.rows_affected())
}

/// The rows of a file.
struct Rows {
    path: PathBuf,
    reader: csv::Reader<File>,
    headers: csv::StringRecord,
    email: usize,
    /// The addresses so far, in lower case, and their lines.
    seen: HashMap<String, u64>,
}

impl Rows {
    fn open(path: &Path) -> Result<Self, Failure> {
        let bad = |problem: String| {
            Failure::new(exit::BAD_DATA, format!("{}: {problem}", path.display()))
                .help(format!("the columns are {}", COLUMNS.join(", ")))
        };
        let file = File::open(path).map_err(|error| Failure::io(path, &error))?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(file);
        let headers = reader.headers().map_err(|error| bad(error.to_string()))?.clone();
        if let Some(unknown) = headers.iter().find(|header| !COLUMNS.contains(header)) {
            return Err(bad(format!("`{unknown}` is not a column of customers")));
        }
        if let Some(twice) = COLUMNS.iter().find(|name| headers.iter().filter(|header| header == *name).count() > 1) {
            return Err(bad(format!("there are several columns `{twice}`")));
        }
        let email = headers.iter().position(|header| header == "email");
        let email = email.ok_or_else(|| bad("there is no column `email`".to_owned()))?;
        Ok(Self { path: path.to_owned(), reader, headers, email, seen: HashMap::new() })
    }

    /// Returns the next rows, none at the end, and adds what is wrong with others.
    fn next_chunk(&mut self, mistakes: &mut Vec<String>) -> Result<Vec<Row>, Failure> {
        let (mut chunk, mut record) = (Vec::new(), csv::StringRecord::new());
        while chunk.len() < CHUNK {
            let line = match self.reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => record.position().map_or(0, csv::Position::line),
                Err(error) if error.is_io_error() => return Err(Failure::new(exit::IO, error.to_string())),
                Err(error) => {
                    mistakes.push(format!("{}: {error}", self.path.display()));
                    continue;
                }
            };
            match self.row(&record, line) {
                Ok(row) => chunk.push(row),
                Err(problem) => mistakes.push(format!("line {line}: {problem}")),
            }
        }
        Ok(chunk)
    }

    fn row(&mut self, record: &csv::StringRecord, line: u64) -> Result<Row, String> {
        if record.len() != self.headers.len() {
            return Err(format!("it has {} cells, not {}", record.len(), self.headers.len()));
        }
        let email = record.get(self.email).unwrap_or_default();
        let sides = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        if !sides || email.contains(|letter: char| letter.is_whitespace() || letter == ',') {
            return Err("email: this is not an e-mail address".to_owned());
        }
        let cells = record.deserialize(Some(&self.headers)).map_err(|error| {
            let field = match error.kind() {
                csv::ErrorKind::Deserialize { err, .. } => err.field(),
                _ => None,
            };
            let column = field.and_then(|field| self.headers.get(usize::try_from(field).ok()?)).unwrap_or_default();
            format!("{column}: this is not a valid value")
        })?;
        let first = *self.seen.entry(email.to_lowercase()).or_insert(line);
        if first != line {
            return Err(format!("email: line {first} has it too"));
        }
        Ok(Row { line: i64::try_from(line).unwrap_or(i64::MAX), email: email.to_owned(), cells })
    }
}
