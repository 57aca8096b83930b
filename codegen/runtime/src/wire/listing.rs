//! Responses that are lists, and what a page of a list tells about the rest of it.

/// A response that is a list, or holds one.
pub trait Listing: Sized {
    /// What is listed.
    type Item;

    /// The key of the list in JSON; `None` where the response itself is the list.
    const KEY: Option<&'static str>;

    /// Returns the list.
    fn items(&self) -> &[Self::Item];

    /// Returns the list, to change it.
    fn items_mut(&mut self) -> &mut Vec<Self::Item>;

    /// Returns the list alone.
    #[inline]
    fn into_items(mut self) -> Vec<Self::Item> {
        std::mem::take(self.items_mut())
    }

    /// Appends the items of another list.
    #[inline]
    fn add_items(&mut self, items: Vec<Self::Item>) {
        self.items_mut().extend(items);
    }
}

impl<T> Listing for Vec<T> {
    type Item = T;

    const KEY: Option<&'static str> = None;

    #[inline]
    fn items(&self) -> &[T] {
        self
    }

    #[inline]
    fn items_mut(&mut self) -> &mut Self {
        self
    }
}

/// What a page tells about its list: of the page itself, or of a part that pages have in common. By default, nothing.
pub trait PageInfo {
    /// Returns what is told about the page's place in the list.
    #[inline]
    fn place(&self) -> Place<'_> {
        Place::default()
    }

    /// Sets the numbers to those of a single page with so many items, and removes cursors.
    #[inline]
    fn renumber(&mut self, items: i64) {
        let _ = items;
    }
}

/// A bare list tells nothing.
impl<T> PageInfo for Vec<T> {}

/// A page of a list.
pub trait Page: Listing + PageInfo {
    /// Makes the page the only one of its list.
    #[inline]
    fn make_whole(&mut self) {
        let items = i64::try_from(self.items().len()).unwrap_or(i64::MAX);
        self.renumber(items);
    }
}

impl<T: Listing + PageInfo> Page for T {}

/// Where a page stands in its list, as far as it tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place<'a> {
    /// The number of this page, from 1.
    pub current_page: Option<i64>,
    /// The number of pages.
    pub total_pages: Option<i64>,
    /// The most items of a page.
    pub per_page: Option<i64>,
    /// What to ask for to get what follows.
    pub end_cursor: Option<&'a str>,
    /// Leads to the next page; absent or empty where it leads nowhere.
    pub next_link: Option<&'a str>,
}

#[cfg(test)]
mod tests;
