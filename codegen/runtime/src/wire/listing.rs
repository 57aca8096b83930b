//! Responses that are lists, and what a page tells about its list.

use crate::types::nullable::Nullable;

/// A response that is a list, or holds one.
pub trait Listing: Sized {
    /// The type of the items.
    type Item;

    /// The key of the array in JSON; `None` if the response itself is the array.
    const KEY: Option<&'static str>;

    /// Returns the items.
    fn items(&self) -> &[Self::Item];

    /// Returns the items, by value.
    fn into_items(self) -> Vec<Self::Item>;

    /// Appends items.
    fn add_items(&mut self, items: Vec<Self::Item>);
}

impl<T> Listing for Vec<T> {
    type Item = T;

    const KEY: Option<&'static str> = None;

    #[inline]
    fn items(&self) -> &[T] {
        self
    }

    #[inline]
    fn into_items(self) -> Self {
        self
    }

    #[inline]
    fn add_items(&mut self, items: Self) {
        self.extend(items);
    }
}

/// A page of a list.
pub trait Page: Listing {
    /// Returns what the page tells about its position in the list.
    fn info(&self) -> PageInfo<'_>;

    /// Turns the page, to which the items of others were added, into the only one of its list: sets its numbers
    /// accordingly.
    fn set_merged_totals(&mut self);
}

/// A bare array tells nothing.
impl<T> Page for Vec<T> {
    #[inline]
    fn info(&self) -> PageInfo<'_> {
        PageInfo::default()
    }

    #[inline]
    fn set_merged_totals(&mut self) {}
}

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

/// A field that may have no value.
pub trait Maybe {
    /// The type of the value.
    type Value;

    /// Returns the value.
    fn get(&self) -> Option<&Self::Value>;

    /// Returns the value, to change it.
    fn get_mut(&mut self) -> Option<&mut Self::Value>;
}

impl<T> Maybe for Option<T> {
    type Value = T;

    #[inline]
    fn get(&self) -> Option<&T> {
        self.as_ref()
    }

    #[inline]
    fn get_mut(&mut self) -> Option<&mut T> {
        self.as_mut()
    }
}

impl<T> Maybe for Nullable<T> {
    type Value = T;

    #[inline]
    fn get(&self) -> Option<&T> {
        self.value()
    }

    #[inline]
    fn get_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

/// Declares which field of a response is its list: `rt::listing! { PetPage: data "data" [Pet] }`; a `?` follows a field
/// that may be absent.
#[doc(hidden)]
#[macro_export]
macro_rules! __listing {
    ($name:ident: $field:ident $key:literal [$item:ty]) => {
        impl $crate::rt::expand::Listing for $name {
            type Item = $item;

            const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some($key);

            #[inline]
            fn items(&self) -> &[$item] {
                &self.$field
            }

            #[inline]
            fn into_items(self) -> ::std::vec::Vec<$item> {
                self.$field
            }

            #[inline]
            fn add_items(&mut self, items: ::std::vec::Vec<$item>) {
                self.$field.extend(items);
            }
        }
    };
    ($name:ident: $field:ident ? $key:literal [$item:ty]) => {
        impl $crate::rt::expand::Listing for $name {
            type Item = $item;

            const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some($key);

            #[inline]
            fn items(&self) -> &[$item] {
                self.$field.as_deref().unwrap_or_default()
            }

            #[inline]
            fn into_items(self) -> ::std::vec::Vec<$item> {
                self.$field.unwrap_or_default()
            }

            #[inline]
            fn add_items(&mut self, items: ::std::vec::Vec<$item>) {
                self.$field.get_or_insert_default().extend(items);
            }
        }
    };
}

/// Declares where a page tells its position in the list; a `?` follows a field that may have no value:
/// `rt::page! { PetPage { current_page(meta.pagination?.current_page), cursors(meta.cursor_pagination), } }`.
///
/// The rows are the fields of [`PageInfo`](crate::rt::expand::PageInfo), and `total`, `count` and `cursors`. When several
/// pages are merged, the numbers are set accordingly, and `cursors` is cleared.
#[doc(hidden)]
#[macro_export]
macro_rules! __page {
    ($name:ident { $($row:ident($($path:tt)+)),* $(,)? }) => {
        impl $crate::rt::expand::Page for $name {
            #[inline]
            fn info(&self) -> $crate::rt::expand::PageInfo<'_> {
                #[allow(unused_mut)]
                let mut info = $crate::rt::expand::PageInfo::default();
                $({
                    $crate::__page!(@read $row $name self info $($path)+);
                })*
                info
            }

            #[inline]
            fn set_merged_totals(&mut self) {
                let items = $crate::rt::expand::Listing::items(self).len();
                let items = ::core::convert::TryInto::<i64>::try_into(items).unwrap_or(i64::MAX);
                let _ = items;
                $({
                    $crate::__page!(@write $row $name self items $($path)+);
                })*
            }
        }
    };

    (@read total $($rest:tt)*) => {};
    (@read count $($rest:tt)*) => {};
    (@read cursors $($rest:tt)*) => {};
    (@read end_cursor $($rest:tt)*) => { $crate::__page!(@text end_cursor $($rest)*) };
    (@read next_link $($rest:tt)*) => { $crate::__page!(@text next_link $($rest)*) };
    (@read $row:ident $name:ident $page:ident $info:ident $first:ident $($path:tt)*) => {
        fn $row(page: &$name) -> ::core::option::Option<&i64> {
            $crate::__page!(@get (page.$first) $($path)*)
        }
        $info.$row = $row($page).copied().or($info.$row);
    };
    (@text $row:ident $name:ident $page:ident $info:ident $first:ident $($path:tt)*) => {
        fn $row(page: &$name) -> ::core::option::Option<&str> {
            $crate::__page!(@get (page.$first) $($path)*).map(::std::string::String::as_str)
        }
        $info.$row = $row($page).or($info.$row);
    };

    (@write end_cursor $($rest:tt)*) => {};
    (@write next_link $($rest:tt)*) => {};
    (@write cursors $name:ident $page:ident $items:ident $($path:tt)+) => {
        $page.$($path)+ = $crate::rt::Empty::empty();
    };
    (@write current_page $($rest:tt)*) => { $crate::__page!(@one current_page $($rest)*) };
    (@write total_pages $($rest:tt)*) => { $crate::__page!(@one total_pages $($rest)*) };
    (@write $row:ident $name:ident $page:ident $items:ident $first:ident $($path:tt)*) => {
        fn $row(page: &mut $name) -> ::core::option::Option<&mut i64> {
            $crate::__page!(@get_mut (page.$first) $($path)*)
        }
        if let ::core::option::Option::Some(number) = $row($page) {
            *number = $items;
        }
    };
    (@one $row:ident $name:ident $page:ident $items:ident $($path:tt)+) => {
        let one = 1;
        $crate::__page!(@write pages $name $page one $($path)+);
    };

    (@get ($found:expr)) => { ::core::option::Option::Some(&$found) };
    (@get ($found:expr) ?) => { $crate::rt::expand::Maybe::get(&$found) };
    (@get ($found:expr) ? . $field:ident $($path:tt)*) => {
        $crate::__page!(@get ($crate::rt::expand::Maybe::get(&$found)?.$field) $($path)*)
    };
    (@get ($found:expr) . $field:ident $($path:tt)*) => { $crate::__page!(@get ($found.$field) $($path)*) };

    (@get_mut ($found:expr)) => { ::core::option::Option::Some(&mut $found) };
    (@get_mut ($found:expr) ?) => { $crate::rt::expand::Maybe::get_mut(&mut $found) };
    (@get_mut ($found:expr) ? . $field:ident $($path:tt)*) => {
        $crate::__page!(@get_mut ($crate::rt::expand::Maybe::get_mut(&mut $found)?.$field) $($path)*)
    };
    (@get_mut ($found:expr) . $field:ident $($path:tt)*) => { $crate::__page!(@get_mut ($found.$field) $($path)*) };
}

#[cfg(test)]
mod tests;
