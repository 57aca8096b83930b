//! Small tables for terminals.

use std::time::Duration;

/// Rows of cells under a header: the first column is aligned left, the others right.
pub struct Table(Vec<Vec<String>>);

impl Table {
    /// Creates a table with this header.
    pub fn new(head: &[&str]) -> Self {
        Self(vec![head.iter().map(|&text| text.to_owned()).collect()])
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[String]) {
        self.0.push(cells.to_vec());
    }

    /// Prints the table to stdout.
    pub fn print(&self) {
        let columns = self.0.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            self.0.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in &self.0 {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| match column {
                0 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            });
            println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
        }
    }
}

/// Formats `61.2 µs`.
pub fn micros(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}

/// Formats `1.03`.
pub fn ratio(ratio: f64) -> String {
    format!("{ratio:.2}")
}

/// Formats `312 MB/s`.
pub fn speed(bytes: usize, time: Duration) -> String {
    #[allow(clippy::cast_precision_loss, reason = "nobody reads so many digits")]
    let bytes = bytes as f64;
    format!("{:.0} MB/s", bytes / time.as_secs_f64() / 1e6)
}
