// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Every example of the documents is decoded, and encoded again: the same JSON has to come back.

mod api;
