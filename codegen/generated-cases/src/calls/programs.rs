//! Programs as users write them, against small servers that behave as well-known APIs do: what they send is compared
//! with what such an API asks for, and what comes back is used.

mod charges;
mod chat;
mod cluster;
mod components;
mod points;
