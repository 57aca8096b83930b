//! The tests of lists and of batches once more, over connections that bring their responses in pieces, each of which is
//! waited for.

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
