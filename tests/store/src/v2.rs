//! What the lists of version 2 have in common.

use serde_json::{Value, json};

use super::answer::{Answer, Reply, json, no_content, ok};
use super::request::Request;

const MOST: u64 = 250;

/// Cuts the page that is asked for out of a list of so many, and shows its items. The end is 204.
pub(super) fn page(request: &Request<'_>, count: usize, mut show: impl FnMut(usize) -> Option<Value>) -> Reply {
    let (page, limit) = page_and_limit(request)?;
    let start = (page as usize - 1).saturating_mul(limit as usize).min(count);
    let items: Vec<_> = (start..(start + limit as usize).min(count)).filter_map(&mut show).collect();
    if items.is_empty() { no_content() } else { ok(&items) }
}

fn page_and_limit(request: &Request<'_>) -> Result<(u64, u64), Answer> {
    let number = |name: &str, default: u64| match request.query.whole(name)? {
        Some(0) => Err(request.query.refuse(name, "begins with 1")),
        number => Ok(number.unwrap_or(default)),
    };
    let limit = number("limit", 50)?;
    if limit > MOST {
        let message = "The limit is larger than a page can be.";
        return Err(json(413, &json!([{"status": 413, "message": message, "details": {"max_limit": MOST}}])));
    }
    Ok((number("page", 1)?, limit))
}

pub(super) fn count(count: usize) -> Reply {
    ok(&json!({"count": count}))
}
