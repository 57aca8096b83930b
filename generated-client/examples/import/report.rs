//! The report: one line per row.

use std::{collections::BTreeMap, io, path::Path};

use serde::Serialize;

use crate::{
    rows::Row,
    support::{Failure, exit, files},
};

/// A line of the report.
#[derive(Serialize)]
pub struct Line {
    pub row: u64,
    pub email: String,
    pub action: &'static str,
    pub result: &'static str,
    pub fields: String,
    pub problem: String,
}

impl Line {
    pub fn about(&mut self, action: &'static str, fields: &[&str]) {
        self.action = action;
        self.fields = fields.join(" ");
    }

    pub fn ends(&mut self, result: &'static str, problem: impl Into<String>) {
        self.result = result;
        self.problem = problem.into();
    }
}

/// The report, and the number of rows with each result.
pub struct Report {
    writer: csv::Writer<Box<dyn io::Write>>,
    pub rows: u64,
    counts: BTreeMap<(&'static str, &'static str), u64>,
}

impl Report {
    pub fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let output: Box<dyn io::Write> = match path {
            Some(path) => {
                let file = files::private().create_new(true).write(true).open(path);
                Box::new(file.map_err(|error| Failure::io(path, &error))?)
            }
            None => Box::new(io::stdout()),
        };
        Ok(Self { writer: csv::Writer::from_writer(output), rows: 0, counts: BTreeMap::new() })
    }

    pub fn add(&mut self, chunk: &[Row]) -> Result<(), Failure> {
        let fails = |error: io::Error| Failure::new(exit::IO, format!("the report: {error}"));
        for Row { line, .. } in chunk {
            self.rows += 1;
            *self.counts.entry((line.result, line.action)).or_default() += 1;
            self.writer.serialize(line).map_err(|error| fails(error.into()))?;
        }
        self.writer.flush().map_err(fails)
    }

    pub fn summary(&self) -> String {
        let counts = self.counts.iter().map(|((result, action), count)| match *action {
            "" => format!("{count} {result}"),
            action => format!("{count} {result} ({action})"),
        });
        format!("{} rows: {}", self.rows, counts.collect::<Vec<_>>().join(", "))
    }

    pub fn is_complete(&self) -> bool {
        self.counts.keys().all(|(result, _)| ["done", "unchanged", "planned"].contains(result))
    }
}
