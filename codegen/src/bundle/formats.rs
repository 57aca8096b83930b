//! The types that the options choose for formats.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::diagnostic::{Code, Diagnostic};

/// The types by format, each with whether a schema has the format.
#[derive(Debug, Default)]
pub(crate) struct Formats(BTreeMap<String, (Arc<str>, AtomicBool)>);

impl Formats {
    pub(crate) fn new(formats: &BTreeMap<String, String>) -> Self {
        let known =
            |(format, path): (&String, &String)| (format.clone(), (path.as_str().into(), AtomicBool::default()));
        Self(formats.iter().map(known).collect())
    }

    /// Returns the path of the type for a format.
    pub(crate) fn get(&self, format: &str) -> Option<Arc<str>> {
        let (path, is_used) = self.0.get(format)?;
        is_used.store(true, Ordering::Relaxed);
        Some(Arc::clone(path))
    }

    /// Reports the formats that no schema has.
    pub(crate) fn report_unused(&self, diagnostics: &mut Vec<Diagnostic>) {
        for (format, _) in self.0.iter().filter(|(_, (_, is_used))| !is_used.load(Ordering::Relaxed)) {
            let message = format!("no schema has the format `{format}`, which is mapped to a type");
            let help = "correct the format, or map it no longer";
            diagnostics.push(Diagnostic::without_location(Code::UnknownFormat, message).help(help));
        }
    }
}
