//! Runs the tests of lists and of batches again, over connections that deliver responses in small pieces with waits
//! between them.

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
