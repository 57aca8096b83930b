//! Moves from one page of a list to the next.

use super::{
    ResumeToken,
    guard::{Endless, Guard, Step},
};
use crate::{
    transport::{error::Error, request::Request},
    types::check::{At, Violation},
    wire::{
        listing::PageInfo,
        spec::{Pagination, Paging},
    },
};

/// The position of a walk.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Mark {
    /// The call, if long filters were split among several.
    pub(super) part: usize,
    pub(super) position: Position,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Position {
    /// The page that is returned by default.
    First,
    Number(i64),
    /// The page after so many items.
    Skip(u64),
    After(String),
    /// No page is left.
    End,
}

/// A walk through all pages that a request finds.
#[derive(Debug)]
pub(super) struct Walk {
    /// The request, split if its filters are long.
    parts: Vec<Request>,
    mark: Mark,
    style: Paging,
    names: &'static Pagination,
    /// The maximum number of items of a page, if the request sets it.
    limit: Option<i64>,
    filters: u64,
    guard: Guard,
}

impl Walk {
    /// Starts at the page that the request asks for.
    pub(super) fn new(request: Request) -> Result<Self, Error> {
        let operation = request.operation();
        begin(request).map_err(|violation| Error::invalid_request(&violation).of(operation))
    }

    pub(super) fn mark(&self) -> &Mark {
        &self.mark
    }

    pub(super) fn operation(&self) -> &'static str {
        self.parts.first().map_or("", |part| part.operation().name)
    }

    /// Returns a fingerprint of the filters and the page size.
    pub(super) fn filters(&self) -> u64 {
        self.filters
    }

    /// Continues at the position of another walk through the same list.
    pub(super) fn resume(&mut self, token: &ResumeToken) -> Result<(), Error> {
        if *token.operation != *self.operation() {
            let message = format!("the resume token belongs to {}", token.operation);
            return Err(self.refused(&message));
        }
        let is_known = token.mark.part < self.parts.len().max(1) || token.mark.position == Position::End;
        if token.filters != self.filters || !is_known {
            return Err(self.refused("the resume token belongs to a list with other filters or another page size"));
        }
        self.mark = token.mark.clone();
        Ok(())
    }

    fn refused(&self, message: &str) -> Error {
        let error = Error::invalid_request(&Violation::overall(message));
        match self.parts.first() {
            Some(part) => error.of(part.operation()),
            None => error,
        }
    }

    /// Returns the request of the page; `None` at the end.
    pub(super) fn request(&self) -> Option<Request> {
        let mut request = self.parts.get(self.mark.part)?.clone();
        match &self.mark.position {
            Position::First => {}
            Position::Number(number) => request.replace_query(self.names.page?, Some(number.to_string())),
            Position::Skip(items) => request.replace_query(self.names.skip?, Some(items.to_string())),
            Position::After(cursor) => request.replace_query(self.names.after?, Some(cursor.clone())),
            Position::End => return None,
        }
        Some(request)
    }

    /// Moves to the page after the one with `items` items. `text` returns their JSON.
    pub(super) fn advance<'a>(
        &mut self,
        info: PageInfo<'_>,
        items: usize,
        text: impl FnOnce() -> &'a [u8],
    ) -> Result<(), Error> {
        // Pages are counted from 1: a smaller number, such as a `null` that was read leniently, means nothing. Neither does
        // an empty cursor.
        let info = PageInfo {
            end_cursor: info.end_cursor.filter(|cursor| !cursor.is_empty()),
            current_page: info.current_page.filter(|page| *page > 0),
            total_pages: info.total_pages.filter(|pages| *pages > 0),
            ..info
        };
        let next = self.next(info, items);
        if let Some(endless) = next.as_ref().and_then(|next| self.endless(next, info, text())) {
            let error = match endless {
                Endless::Repeated => Error::endless_pages(),
                Endless::Growing => Error::growing_pages(),
            };
            return Err(match self.parts.first() {
                Some(part) => error.of(part.operation()),
                None => error,
            });
        }
        self.mark = match next {
            Some(position) => Mark { position, ..self.mark },
            None => {
                self.guard = Guard::default();
                let part = self.mark.part + 1;
                let position = if part < self.parts.len() { Position::First } else { Position::End };
                Mark { part, position }
            }
        };
        Ok(())
    }

    /// Returns whether the walk would not end, given a page that `next` follows.
    fn endless(&mut self, next: &Position, info: PageInfo<'_>, items: &[u8]) -> Option<Endless> {
        let asked = match self.mark.position {
            Position::Number(number) => Some(number),
            _ => None,
        };
        let cursor = match next {
            Position::After(cursor) => Some(cursor.as_str()),
            _ => None,
        };
        // The response is about another page than was asked for.
        let is_other = asked.zip(info.current_page).is_some_and(|(asked, number)| asked != number);
        if is_other && cursor.is_none() {
            return Some(Endless::Repeated);
        }
        let number = info.current_page.or(asked).unwrap_or(1);
        self.guard.see(Step { cursor, number, total_pages: info.total_pages, items })
    }

    /// Returns the position after a page of `items` items; `None` after the last one.
    fn next(&self, info: PageInfo<'_>, items: usize) -> Option<Position> {
        if self.style == Paging::Cursor && self.names.page.is_none() {
            // Nothing but the cursor tells whether there is more: pages may be short, and even empty.
            let is_same = |cursor: &str| matches!(&self.mark.position, Position::After(asked) if asked == cursor);
            let cursor = info.end_cursor.filter(|cursor| items > 0 || !is_same(cursor))?;
            return Some(Position::After(cursor.to_owned()));
        }
        if items == 0 {
            return None;
        }
        let (number, skipped) = match self.mark.position {
            Position::Number(number) => (Some(number), 0),
            Position::Skip(items) => (None, items),
            _ => (None, 0),
        };
        // After a cursor the number of the page is unknown: a page without a cursor and a number is the last one.
        let is_counted = self.names.page.is_some() && !matches!(self.mark.position, Position::After(_));
        let here = number.or(info.current_page).or(is_counted.then_some(1)).filter(|_| self.names.page.is_some());
        let by_number = || here.map(|here| Position::Number(here + 1));
        let is_short = self.is_short(info, items);
        let leads_on = info.next_link.is_some_and(|link| !link.is_empty());
        let is_last_by_number = info.total_pages.map(|pages| info.current_page.or(number).unwrap_or(1) >= pages);
        match self.style {
            Paging::List => (!is_short).then(by_number).flatten(),
            Paging::Skip => {
                let skipped = skipped.saturating_add(u64::try_from(items).unwrap_or(u64::MAX));
                (leads_on || !is_short).then_some(Position::Skip(skipped))
            }
            Paging::Cursor if info.end_cursor.is_some() && self.names.after.is_some() => {
                let is_last = is_last_by_number.unwrap_or(is_short && !leads_on);
                (!is_last).then(|| Position::After(info.end_cursor.unwrap_or_default().to_owned()))
            }
            Paging::Cursor | Paging::Offset => (!is_last_by_number.unwrap_or(is_short)).then(by_number).flatten(),
        }
    }

    /// Returns whether a page is not full. If that is unknown, it may be full.
    fn is_short(&self, info: PageInfo<'_>, items: usize) -> bool {
        // An API may return fewer items than were asked for, if that is more than it allows.
        let asked = self.limit.filter(|limit| self.names.largest.is_some_and(|largest| *limit <= largest));
        let full = info.per_page.or(asked).and_then(|full| usize::try_from(full).ok());
        full.is_some_and(|full| items < full)
    }
}

fn begin(mut request: Request) -> Result<Walk, Violation> {
    let operation = request.operation();
    let (Some(style), Some(names)) = (operation.paging, operation.api.pagination.as_ref()) else {
        return Err(Violation::overall("the specification does not say how to get the next page"));
    };
    if let Some(name) = names.before.filter(|name| request.query_text(name).is_some()) {
        return Err(Violation::new(At::Root(name), "pages are read forward: leave this out"));
    }
    if let (None, Some(largest)) = (request.query_text(names.limit), names.largest) {
        request.replace_query(names.limit, Some(largest.to_string()));
    }
    let limit = request.query_text(names.limit).and_then(|limit| limit.parse().ok());
    let asked = |name: Option<&str>| name.and_then(|name| request.query_text(name));
    let number = asked(names.page).and_then(|number| number.parse().ok());
    let skipped = asked(names.skip).and_then(|items| items.parse().ok());
    let after = asked(names.after).map(str::to_owned);
    let position = match (after, number, skipped) {
        (Some(cursor), ..) => Position::After(cursor),
        (None, _, Some(items)) if style == Paging::Skip => Position::Skip(items),
        (None, Some(number), _) => Position::Number(number),
        (None, None, _) => Position::First,
    };
    let first = request.clone();
    let mut parts = request.into_parts()?;
    for part in &mut parts {
        for name in [names.page, names.skip, names.after].into_iter().flatten() {
            part.replace_query(name, None);
        }
    }
    let filters = fingerprint(&first, &parts, names);
    Ok(Walk { parts, mark: Mark { part: 0, position }, style, names, limit, filters, guard: Guard::default() })
}

/// Hashes everything that decides which items are on which page. The hash must be stable across machines and versions:
/// FNV-1a.
fn fingerprint(request: &Request, parts: &[Request], names: &Pagination) -> u64 {
    let is_position = |name: &str| [names.page, names.skip, names.after].contains(&Some(name));
    let mut texts: Vec<_> = request.query_texts().filter(|(name, _)| !is_position(name)).collect();
    texts.extend(request.path_texts());
    if parts.len() > 1 {
        // The number of a part is meaningful only if the filters are split in the same way.
        texts.extend(parts.iter().flat_map(|part| part.query_texts()));
    }
    texts.sort_unstable();
    let bytes = texts.iter().flat_map(|(name, text)| [name.as_bytes(), b"=", text.as_bytes(), b"&"].concat());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests;
