//! Splits a call whose URL would be too long into several calls that together ask for the same.

use std::collections::HashSet;

use crate::{
    transport::request::Request,
    types::{
        check::{At, Violation},
        value,
    },
    wire::spec::Split,
};

/// Filters of up to this many bytes leave enough room for the rest of a URL.
const SHORT: usize = 1024;
/// Room for what is added to the URL of a part later, such as a cursor.
const ROOM_FOR_PAGING: usize = 256;

impl Request {
    /// Returns whether the URL may be too long because of filters that can be split.
    pub(crate) fn is_long(&self) -> bool {
        let text = |list: &&'static str| self.query_text(list).map_or(0, value::query_length);
        let operation = self.operation();
        // Without the filters a URL is short, so that this is quick for most calls.
        operation.split.is_some_and(|split| split.lists.iter().map(text).sum::<usize>() > SHORT)
    }

    /// Returns the calls that this one takes: only itself, unless its URL would be too long.
    ///
    /// A call that cannot be split is sent unchanged: whether its URL is too long is for the API to say.
    ///
    /// # Errors
    /// When the request violates its limits, or would have to be split and asks for something that only a single call can return.
    pub(crate) fn into_parts(self) -> Result<Vec<Self>, Violation> {
        let operation = self.operation();
        let target = self.target()?;
        let (Some(split), Some(most)) = (operation.split, operation.api.max_url) else { return Ok(vec![self]) };
        let server = self.core().url_of(operation, self.server_variables()).map_or(0, |url| url.as_str().len());
        let room = if operation.paging.is_some() { ROOM_FOR_PAGING } else { 0 };
        let most = most.saturating_sub(server + room);
        if target.len() <= most {
            return Ok(vec![self]);
        }
        let Some(list) = longest(&self, &split) else { return Ok(vec![self]) };
        if let Some(name) = split.whole.iter().find(|name| self.query_text(name).is_some()) {
            let what = format_args!("too long for one call, and `{name}` cannot be applied to several: leave that out");
            return Err(Violation::new(At::Root(list), what));
        }
        let mut parts = Vec::new();
        divide(self, &split, most, &mut parts);
        Ok(parts)
    }
}

/// Splits by the longest list, and the parts by the next one, until they fit or nothing is left to split.
fn divide(request: Request, split: &Split, most: usize, parts: &mut Vec<Request>) {
    let length = request.target().map_or(0, |target| target.len());
    let list = if length > most { longest(&request, split) } else { None };
    let Some((list, text)) = list.and_then(|list| Some((list, request.query_text(list)?))) else {
        return parts.push(request);
    };
    // The space that the other arrays leave, or an equal share of it once they are split too.
    let lengths: Vec<usize> = divisible(&request, split).map(|(length, _)| length).collect();
    let all = (most + lengths.iter().sum::<usize>()).saturating_sub(length);
    let room = (most + value::query_length(text)).saturating_sub(length).max(all / lengths.len().max(1));
    let mut seen = HashSet::new();
    let elements: Vec<&str> = text.split(',').filter(|element| seen.insert(*element)).collect();
    for chunk in chunks(&elements, room) {
        let mut part = request.clone();
        part.replace_query(list, Some(chunk.join(",")));
        divide(part, split, most, parts);
    }
}

/// Returns the lists of more than one element, and the length of each.
fn divisible(request: &Request, split: &Split) -> impl Iterator<Item = (usize, &'static str)> {
    split.lists.iter().filter_map(|name| {
        let text = request.query_text(name).filter(|text| text.contains(','))?;
        Some((value::query_length(text), *name))
    })
}

/// Returns the longest of these lists.
fn longest(request: &Request, split: &Split) -> Option<&'static str> {
    divisible(request, split).max_by_key(|(length, _)| *length).map(|(_, name)| name)
}

/// Returns the smallest number of pieces of `elements` that fit into `room`, joined by commas; each has at least one
/// element.
fn chunks<'e, 't>(elements: &'e [&'t str], room: usize) -> Vec<&'e [&'t str]> {
    let mut chunks = Vec::new();
    let (mut rest, mut length, mut count) = (elements, 0, 0);
    for element in elements {
        let added = value::query_length(element) + usize::from(count > 0);
        if count > 0 && length + added > room {
            let (chunk, others) = rest.split_at(count);
            chunks.push(chunk);
            (rest, length, count) = (others, value::query_length(element), 1);
        } else {
            (length, count) = (length + added, count + 1);
        }
    }
    chunks.push(rest);
    chunks
}

#[cfg(test)]
mod tests;
