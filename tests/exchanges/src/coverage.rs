//! Which declared responses are recorded.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::recording::{Name, Recorded, Recordings};
use crate::spec::{Operation, Spec};

/// An operation, with the recordings for each status that it declares.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Such as `v3.customers.list`.
    pub operation: String,
    /// Such as `GET /customers`.
    pub call: String,
    /// By status. A range such as `5XX` is replaced by the statuses that are recorded for it.
    pub statuses: BTreeMap<u16, Cell>,
}

/// A declared status of an operation.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The recordings, such as `v3/customers/list/200-cursor`.
    pub recordings: Vec<String>,
    /// The name that the recording must have; for further statuses of a range, any name will do.
    #[serde(skip)]
    pub required: Option<Name>,
    /// The missing file, or `None`.
    pub missing: Option<String>,
    /// Where the status is declared.
    pub place: String,
}

/// The output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "said by their names")]
pub enum Format {
    Text,
    Markdown,
    Json,
}

/// The statuses by which a range is recorded: the plain failure, and those of gateways.
const SERVER_ERRORS: [u16; 3] = [500, 502, 503];

/// Returns all operations with their recordings.
#[must_use]
pub fn coverage(spec: &Spec, recordings: &Recordings) -> Vec<Row> {
    let mut names = Names::new();
    for Recorded { name, .. } in &recordings.all {
        names.entry((&name.version, &name.fragment, &name.owner, name.status)).or_default().push(name);
    }
    spec.operations().iter().map(|operation| row(operation, &names)).collect()
}

/// Recordings by version, fragment, owner and status.
type Names<'r> = BTreeMap<(&'r str, &'r str, &'r str, u16), Vec<&'r Name>>;

fn row(operation: &Operation<'_>, names: &Names<'_>) -> Row {
    let mut statuses = BTreeMap::new();
    for declared in operation.declared() {
        let shared = declared.component.as_ref();
        let owners = [
            Some((operation.fragment, operation.method_name())),
            shared.map(|component| (component.fragment, component.name.as_str())),
        ];
        let single = declared.status.parse().ok();
        for status in single.map_or(SERVER_ERRORS.to_vec(), |status| vec![status]) {
            let keys = owners.iter().flatten().map(|(fragment, owner)| (operation.version, *fragment, *owner, status));
            let own: Vec<&Name> = keys.filter_map(|key| names.get(&key)).flatten().copied().collect();
            let is_required = single.is_some() || status == SERVER_ERRORS[0];
            let found = own.iter().any(|name| name.case.is_none() || !is_required);
            let (fragment, owner) = shared.map_or((operation.fragment, operation.method_name()), |component| {
                (component.fragment, component.name.as_str())
            });
            let expected = Name {
                version: operation.version.to_owned(),
                fragment: fragment.to_owned(),
                owner: owner.to_owned(),
                status,
                case: None,
            };
            statuses.insert(
                status,
                Cell {
                    recordings: own.iter().map(ToString::to_string).collect(),
                    missing: (!found).then(|| expected.to_string()),
                    required: is_required.then_some(expected),
                    place: declared.node.place(),
                },
            );
        }
    }
    Row { operation: operation.name(), call: format!("{} {}", operation.method, operation.path), statuses }
}

/// Returns the declared responses without a recording: operation, status, missing file.
pub fn holes(rows: &[Row]) -> impl Iterator<Item = (&Row, u16, &Cell)> {
    rows.iter().flat_map(|row| {
        let missing = row.statuses.iter().filter(|(_, cell)| cell.missing.is_some());
        missing.map(move |(status, cell)| (row, *status, cell))
    })
}

/// Formats the table as text.
#[must_use]
pub fn print(rows: &[Row], format: Format) -> String {
    match format {
        Format::Json => serde_json::to_string_pretty(rows).unwrap_or_default() + "\n",
        Format::Text => table(rows, ["", "  ", ""], None),
        Format::Markdown => table(rows, ["| ", " | ", " |"], Some("---")),
    }
}

/// Formats a cell: the number of recordings, `-` for an undeclared status, `HOLE` for one that is not recorded.
fn table(rows: &[Row], [open, between, close]: [&str; 3], rule: Option<&str>) -> String {
    let statuses: BTreeSet<u16> = rows.iter().flat_map(|row| row.statuses.keys().copied()).collect();
    let mut lines = vec![std::iter::once("operation".to_owned()).chain(statuses.iter().map(u16::to_string)).collect()];
    lines.extend(rule.map(|rule| vec![rule.to_owned(); statuses.len() + 1]));
    lines.extend(rows.iter().map(|row| {
        let cells = statuses.iter().map(|status| match row.statuses.get(status) {
            None => "-".to_owned(),
            Some(cell) if cell.missing.is_some() => "HOLE".to_owned(),
            Some(cell) => cell.recordings.len().to_string(),
        });
        std::iter::once(row.operation.clone()).chain(cells).collect::<Vec<_>>()
    }));
    let width = |column: usize| lines.iter().map(|line| line.get(column).map_or(0, String::len)).max().unwrap_or(0);
    let widths: Vec<_> = (0..=statuses.len()).map(width).collect();
    let print = |line: &Vec<String>| {
        let cells = line.iter().zip(&widths).enumerate();
        let cells: Vec<_> = cells
            .map(
                |(column, (cell, width))| {
                    if column == 0 { format!("{cell:width$}") } else { format!("{cell:>width$}") }
                },
            )
            .collect();
        format!("{open}{}{close}\n", cells.join(between))
    };
    lines.iter().map(print).collect()
}

/// Summarizes how many responses are declared and recorded, and by how many recordings.
#[must_use]
pub fn summary(rows: &[Row], recordings: &Recordings) -> String {
    let declared: usize = rows.iter().map(|row| row.statuses.len()).sum();
    let open = holes(rows).count();
    format!(
        "{} operations, {declared} declared responses, {} recorded by {} recordings, {open} holes",
        rows.len(),
        declared - open,
        recordings.all.len()
    )
}
