//! The tests of lists and of batches once more, over connections that bring their responses in pieces, each of which is
//! waited for.

#![allow(clippy::duplicate_mod, reason = "once for each version of HTTP")]

#[path = "."]
mod http1 {
    #[path = "batches.rs"]
    mod batches;
    #[path = "paging.rs"]
    mod paging;
}
#[path = "."]
mod http2 {
    #[path = "batches.rs"]
    mod batches;
    #[path = "paging.rs"]
    mod paging;
}
