//! The file: its rows, and the mistakes that can be detected before any call.

use std::{
    collections::HashMap,
    fs::File,
    hash::{BuildHasher as _, RandomState},
    path::Path,
};

use csv::StringRecord;

use crate::{
    cells::{COLUMNS, Cells},
    report::Line,
    support::{Failure, exit},
};

/// Rows that are looked up, written and reported together.
const CHUNK: usize = 250;

/// A row of the file, with its line in the report; without cells if it is invalid.
pub struct Row {
    pub line: Line,
    pub cells: Option<Cells>,
}

/// The rows of the file.
pub struct Rows {
    reader: csv::Reader<File>,
    headers: StringRecord,
    /// The number of the last row read. The first row names the columns.
    row: u64,
    /// Fingerprints of the e-mail addresses so far, and where they were.
    seen: HashMap<u64, u64>,
    hasher: RandomState,
}

impl Rows {
    pub fn open(path: &Path, ignore_unknown: bool) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| Failure::io(path, &error))?;
        // Rows that are too short or too long are reported like other invalid rows.
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(file);
        let bad = |problem: String| {
            Failure::new(exit::BAD_DATA, format!("{}: {problem}", path.display()))
                .help("the first line names the columns, separated by commas; --help lists them")
        };
        let headers = reader.headers().map_err(|error| bad(error.to_string()))?.clone();
        let count = |name: &str| headers.iter().filter(|header| *header == name).count();
        if count("email") == 0 {
            return Err(bad("there is no column `email`".to_owned()));
        }
        if let Some(name) = COLUMNS.into_iter().find(|name| count(name) > 1) {
            return Err(bad(format!("there are several columns `{name}`")));
        }
        // A misspelt name would otherwise skip a whole column.
        let unknown = headers.iter().find(|header| !COLUMNS.contains(header));
        if let Some(name) = unknown.filter(|_| !ignore_unknown) {
            return Err(bad(format!("there is no column `{name}`")).help("--ignore-unknown skips it"));
        }
        Ok(Self { reader, headers, row: 1, seen: HashMap::new(), hasher: RandomState::new() })
    }

    /// Returns the next rows; none at the end.
    pub fn next_chunk(&mut self) -> Result<Vec<Row>, Failure> {
        let mut chunk = Vec::new();
        let mut record = StringRecord::new();
        while chunk.len() < CHUNK {
            let read = self.reader.read_record(&mut record);
            if matches!(read, Ok(false)) {
                break;
            }
            self.row += 1;
            let mut line = Line {
                row: self.row,
                email: String::new(),
                action: "",
                // Until the result is known.
                result: "not attempted",
                fields: String::new(),
                problem: String::new(),
            };
            let cells = match read {
                Ok(_) => self.cells(&record, &mut line),
                Err(error) if error.is_io_error() => return Err(Failure::new(exit::IO, error.to_string())),
                Err(_) => {
                    line.ends("invalid", "the row is not UTF-8");
                    None
                }
            };
            chunk.push(Row { line, cells });
        }
        Ok(chunk)
    }

    fn cells(&mut self, record: &StringRecord, line: &mut Line) -> Option<Cells> {
        let column = self.headers.iter().position(|header| header == "email");
        line.email = column.and_then(|column| record.get(column)).unwrap_or_default().to_owned();
        if record.len() != self.headers.len() {
            line.ends("invalid", format!("the row has {} cells, not {}", record.len(), self.headers.len()));
            return None;
        }
        if !is_email(&line.email) {
            line.fields = "email".to_owned();
            line.ends("invalid", "this is not an e-mail address");
            return None;
        }
        let cells = match record.deserialize(Some(&self.headers)) {
            Ok(cells) => cells,
            Err(error) => {
                let column = match error.kind() {
                    csv::ErrorKind::Deserialize { err, .. } => {
                        err.field().and_then(|field| usize::try_from(field).ok())
                    }
                    _ => None,
                };
                line.fields = column.and_then(|column| self.headers.get(column)).unwrap_or_default().to_owned();
                line.ends("invalid", "this is not a valid value for the column: see --help");
                return None;
            }
        };
        // The API is not case-sensitive.
        let fingerprint = self.hasher.hash_one(line.email.to_lowercase());
        let first = *self.seen.entry(fingerprint).or_insert(line.row);
        if first != line.row {
            line.fields = "email".to_owned();
            line.ends("invalid", format!("row {first} has the same e-mail address"));
            return None;
        }
        Some(cells)
    }
}

/// Whether this can be an e-mail address; the API checks it later.
fn is_email(text: &str) -> bool {
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == ',';
    let sides = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    sides && text.len() <= 250 && !text.contains(is_odd)
}
