//! The differences for a terminal.

use codegen::drift::{Difference, Drift, Mismatch, Place, RULES, Traffic};

use super::Found;
use crate::report::plural;

pub(super) fn text(found: &Found) -> String {
    let mut out = String::new();
    if let Some(drift) = &found.drift {
        of_documents(&mut out, found, drift);
    }
    for (file, traffic) in &found.traffic {
        of_traffic(&mut out, found, file, traffic);
    }
    out
}

fn of_documents(out: &mut String, found: &Found, drift: &Drift) {
    let unexplained = drift.unexplained().count();
    let by_rules: usize = RULES.iter().map(|rule| drift.by_rule(rule)).sum();
    out.push_str(&format!(
        "{} against {}: {} in both\n{unexplained} unexplained, {} marked, {by_rules} by rule\n",
        found.ours,
        found.theirs.join(", "),
        plural(drift.operations, "operation"),
        plural(drift.deliberate(), "deliberate deviation"),
    ));
    for rule in RULES.iter().filter(|rule| drift.by_rule(rule) > 0) {
        out.push_str(&format!("  {:>4}  {} ({})\n", drift.by_rule(rule), rule.reason, rule.section));
    }
    if !drift.not_compared.is_empty() {
        out.push_str(&format!("not compared, for want of an operation: {}\n", drift.not_compared.join(", ")));
    }
    for difference in drift.unexplained() {
        one(out, difference);
    }
}

/// A line with the position, and one with each side.
fn one(out: &mut String, difference: &Difference) {
    let Difference { position, what, ours, theirs, here, there, .. } = difference;
    out.push_str(&format!("\n{position}: {}\n", what.as_str()));
    out.push_str(&format!("  ours    {ours}  {} {}\n", line(here), here.pointer));
    out.push_str(&format!("  theirs  {theirs}  {}\n", line(there)));
}

fn line(place: &Place) -> String {
    format!("{}:{}", place.file, place.line)
}

fn of_traffic(out: &mut String, found: &Found, file: &str, traffic: &Traffic) {
    out.push_str(&format!(
        "{file} against {}: {} of {} known, {}\n",
        found.ours,
        traffic.known,
        plural(traffic.entries, "exchange"),
        match traffic.mismatches.len() {
            0 => "nothing contradicts the documents".to_owned(),
            count => plural(count, "contradiction"),
        }
    ));
    for Mismatch { position, message, count, place, .. } in &traffic.mismatches {
        let times = if *count == 1 { String::new() } else { format!(" ({count} times)") };
        let place = place.as_ref().map(|place| format!("\n  {} {}", line(place), place.pointer)).unwrap_or_default();
        out.push_str(&format!("\n{position}: {message}{times}{place}\n"));
    }
}
