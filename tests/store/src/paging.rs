//! Pages of version 3, by number and by cursor.

use std::cmp::Ordering;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use super::data::sparse::Ranked;
use super::request::{Query, Request};
use super::response::{Response, json};

/// The primary sort key of a list; the id is the secondary one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Key {
    Number(i64),
    Text(String),
}

/// A position in a sorted list. It stays valid while items come and go, so cursors hold it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Place {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<Key>,
    id: u64,
}

/// The items to page through.
pub(super) enum Listed<'a> {
    /// All items, by id.
    All(&'a dyn Ranked),
    /// These items, by id.
    Ids(Vec<u64>),
    /// These items, in another order.
    Sorted { places: Vec<Place>, descending: bool },
}

impl Listed<'_> {
    /// Sorts the given items.
    pub(super) fn sorted(places: impl Iterator<Item = (Option<Key>, u64)>, descending: bool) -> Self {
        let mut places: Vec<_> = places.map(|(key, id)| Place { key, id }).collect();
        places.sort_unstable();
        if descending {
            places.reverse();
        }
        Self::Sorted { places, descending }
    }

    fn len(&self) -> usize {
        match self {
            Self::All(all) => all.len(),
            Self::Ids(ids) => ids.len(),
            Self::Sorted { places, .. } => places.len(),
        }
    }

    fn place(&self, at: usize) -> Option<Place> {
        match self {
            Self::All(all) => all.nth(at).map(|id| Place { key: None, id }),
            Self::Ids(ids) => ids.get(at).map(|id| Place { key: None, id: *id }),
            Self::Sorted { places, .. } => places.get(at).cloned(),
        }
    }

    /// Returns how many items precede this position.
    fn in_front_of(&self, place: &Place) -> usize {
        match self {
            Self::All(all) => all.rank(place.id),
            Self::Ids(ids) => ids.partition_point(|id| *id < place.id),
            Self::Sorted { places, descending } => {
                let in_front = if *descending { Ordering::Greater } else { Ordering::Less };
                places.partition_point(|other| other.cmp(place) == in_front)
            }
        }
    }
}

enum Turn {
    Page(u64),
    After(Place),
    Before(Place),
}

/// The requested page.
pub(super) struct Paging<'q> {
    query: &'q Query,
    turn: Turn,
    limit: u64,
    /// Whether the list supports cursors.
    cursors: bool,
}

/// The ids of a page, and its metadata.
pub(super) struct Slice {
    pub(super) ids: Vec<u64>,
    meta: Meta,
}

#[derive(Serialize)]
struct Meta {
    #[serde(skip_serializing_if = "Option::is_none")]
    pagination: Option<Pagination>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor_pagination: Option<CursorPagination>,
}

#[derive(Serialize)]
struct Pagination {
    total: u64,
    count: u64,
    per_page: u64,
    current_page: u64,
    total_pages: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<Links>,
}

#[derive(Serialize)]
struct CursorPagination {
    count: u64,
    per_page: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_cursor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_cursor: Option<String>,
    links: Links,
}

#[derive(Serialize)]
struct Links {
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    current: String,
    /// A query string, empty if there is no such page.
    next: String,
}

impl<'q> Paging<'q> {
    /// # Errors
    /// Fails for invalid numbers and cursors.
    pub(super) fn of(request: &'q Request<'_>, cursors: bool) -> Result<Self, Response> {
        let query = &request.query;
        let at_least_1 = |name: &str| match query.whole(name)? {
            Some(0) => Err(query.refuse(name, "begins with 1")),
            number => Ok(number),
        };
        let cursor = |name: &str| match query.get(name).filter(|_| cursors) {
            Some(text) => decode(text).map(Some).ok_or_else(|| query.refuse(name, "is no cursor")),
            None => Ok(None),
        };
        let limit = at_least_1("limit")?.unwrap_or(50).min(250);
        let page = at_least_1("page")?.unwrap_or(1);
        let turn = match (cursor("after")?, cursor("before")?) {
            (Some(place), _) => Turn::After(place),
            (None, Some(place)) => Turn::Before(place),
            (None, None) => Turn::Page(page),
        };
        Ok(Self { query, turn, limit, cursors })
    }

    /// Returns the page of the list.
    pub(super) fn cut(&self, list: &Listed<'_>) -> Slice {
        let (total, limit) = (list.len(), self.limit as usize);
        let (start, end) = match &self.turn {
            Turn::Page(page) => {
                let start = (*page as usize - 1).saturating_mul(limit).min(total);
                (start, (start + limit).min(total))
            }
            Turn::After(place) => {
                let in_front = list.in_front_of(place);
                let start = in_front + usize::from(list.place(in_front).as_ref() == Some(place));
                (start, (start + limit).min(total))
            }
            Turn::Before(place) => {
                let end = list.in_front_of(place);
                (end.saturating_sub(limit), end)
            }
        };
        let places: Vec<_> = (start..end).filter_map(|at| list.place(at)).collect();
        let meta = Meta {
            pagination: self.by_number(total as u64, places.len() as u64),
            cursor_pagination: self.by_cursor(&places, start > 0, end < total),
        };
        Slice { ids: places.into_iter().map(|place| place.id).collect(), meta }
    }

    fn by_number(&self, total: u64, count: u64) -> Option<Pagination> {
        let Turn::Page(page) = self.turn else { return None };
        let total_pages = total.div_ceil(self.limit);
        let link = |page: u64| self.link(&["page"], ("page", &page.to_string()));
        let links = || Links {
            previous: (page > 1).then(|| link(page - 1)),
            current: link(page),
            next: if page < total_pages { link(page + 1) } else { String::new() },
        };
        // Only the list of customers was recorded, and it has none.
        let links = (!self.cursors).then(links);
        Some(Pagination { total, count, per_page: self.limit, current_page: page, total_pages, links })
    }

    fn by_cursor(&self, places: &[Place], more_in_front: bool, more_behind: bool) -> Option<CursorPagination> {
        if !self.cursors || matches!(self.turn, Turn::Page(2..)) {
            return None;
        }
        let [start_cursor, end_cursor] = [places.first(), places.last()].map(|place| place.map(encode));
        let link = |name: &str, cursor: &Option<String>| {
            cursor.as_ref().map(|cursor| self.link(&["page", "before", "after"], (name, cursor)))
        };
        let links = Links {
            previous: link("before", &start_cursor).filter(|_| more_in_front),
            current: self.link(&[], ("limit", &self.limit.to_string())),
            next: link("after", &end_cursor).filter(|_| more_behind).unwrap_or_default(),
        };
        let (count, per_page) = (places.len() as u64, self.limit);
        Some(CursorPagination { count, per_page, start_cursor, end_cursor, links })
    }

    /// Returns the query with one parameter in place of others.
    fn link(&self, without: &[&str], with: (&str, &str)) -> String {
        const KEPT: &AsciiSet =
            &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':').remove(b',');
        let kept = self.query.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let kept = kept.filter(|(name, _)| !without.contains(name) && *name != with.0);
        let pairs = kept
            .chain([with])
            .map(|(name, value)| format!("{}={}", utf8_percent_encode(name, KEPT), utf8_percent_encode(value, KEPT)));
        format!("?{}", pairs.collect::<Vec<_>>().join("&"))
    }
}

impl Slice {
    /// Returns `{data, meta}`.
    pub(super) fn page<T: Serialize>(self, data: Vec<T>) -> Response {
        #[derive(Serialize)]
        struct Page<T> {
            data: Vec<T>,
            meta: Meta,
        }
        json(200, &Page { data, meta: self.meta })
    }
}

/// Encodes with `+`, `/` and `=`, which clients must percent-encode.
fn encode(place: &Place) -> String {
    STANDARD.encode(serde_json::to_vec(place).unwrap_or_default())
}

fn decode(text: &str) -> Option<Place> {
    serde_json::from_slice(&STANDARD.decode(text).ok()?).ok()
}
