//! Paging of version 2.

use serde_json::{Value, json};

use super::request::Request;
use super::response::{Reply, Response, json, no_content, ok};

const MOST: u64 = 250;

/// Returns the items of the requested page of a list of this length. A page past the end is 204.
pub(super) fn page(request: &Request<'_>, count: usize, mut show: impl FnMut(usize) -> Option<Value>) -> Reply {
    let (page, limit) = page_and_limit(request)?;
    let start = (page as usize - 1).saturating_mul(limit as usize).min(count);
    let items: Vec<_> = (start..(start + limit as usize).min(count)).filter_map(&mut show).collect();
    if items.is_empty() { no_content() } else { ok(&items) }
}

fn page_and_limit(request: &Request<'_>) -> Result<(u64, u64), Response> {
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
