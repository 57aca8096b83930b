//! Responses that are lists, and what a page tells about its list.

/// A response that is a list, or holds one.
pub trait Listing: Sized {
    /// The type of the items.
    type Item;

    /// The key of the array in JSON; `None` if the response itself is the array.
    const KEY: Option<&'static str>;

    /// Returns the items.
    fn items(&self) -> &[Self::Item];

    /// Returns the items, to change them.
    fn items_mut(&mut self) -> &mut Vec<Self::Item>;

    /// Returns the items, by value.
    #[inline]
    fn into_items(mut self) -> Vec<Self::Item> {
        std::mem::take(self.items_mut())
    }

    /// Appends items.
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

/// What tells about a list: a page of it, or a part that several pages have in common. By default, it tells nothing.
#[doc(hidden)]
pub trait Paged {
    /// Returns what is told about the page.
    #[inline]
    fn info(&self) -> PageInfo<'_> {
        PageInfo::default()
    }

    /// Sets the numbers to those of a single page with this many items, and removes cursors.
    #[inline]
    fn renumber(&mut self, items: i64) {
        let _ = items;
    }
}

/// A bare array tells nothing.
impl<T> Paged for Vec<T> {}

/// A page of a list.
pub trait Page: Listing + Paged {
    /// Turns the page, to which the items of others were added, into the only one of its list: sets its numbers
    /// accordingly.
    #[inline]
    fn set_merged_totals(&mut self) {
        let items = i64::try_from(self.items().len()).unwrap_or(i64::MAX);
        self.renumber(items);
    }
}

impl<T: Listing + Paged> Page for T {}

/// The position of a page in its list, as far as it tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageInfo<'a> {
    /// The number of this page, from 1.
    pub current_page: Option<i64>,
    /// The number of pages.
    pub total_pages: Option<i64>,
    /// The maximum number of items of a page.
    pub per_page: Option<i64>,
    /// The cursor of the next page.
    pub end_cursor: Option<&'a str>,
    /// The link to the next page; absent or empty if there is none.
    pub next_link: Option<&'a str>,
}

#[cfg(test)]
mod tests;
