//! The client over HTTP: a module for each subject.

mod auto_traits;
mod batches;
mod codings;
mod conveniences;
mod dribbling;
mod environment;
mod examples;
mod faults;
mod framing;
mod heads;
mod injection;
mod lenient;
mod limits;
mod paging;
mod pool;
mod raw_servers;
mod redirects;
mod resources;
mod safety;
mod schedules;
mod streams;
mod tls;
mod transport;
mod values;
mod wire;
