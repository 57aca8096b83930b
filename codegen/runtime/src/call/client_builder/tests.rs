use std::time::Duration;

use crate::{
    rt,
    sample::{Client, SPEC, TOKEN},
};

#[allow(dead_code, reason = "not every setting is used here")]
mod generated {
    use super::*;

    #[derive(Clone, Debug)]
    pub(super) struct Builder(pub(super) rt::ClientBuilder<Client>);

    rt::client_builder! {
        Builder for Client;
    }
}

use generated::Builder;

/// Returns the names of the methods that take and return a builder.
fn settings(source: &str) -> Vec<String> {
    // A signature may take several lines.
    let words = source.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
    let functions = words.split("pub fn ").skip(1).filter_map(|after| after.split_once('{'));
    let setting = |(signature, _): (&str, &str)| {
        let (name, rest) = signature.split_once('(')?;
        let takes = rest.starts_with("self") || rest.starts_with("mut self");
        (takes && rest.contains("-> Self")).then(|| name.to_owned())
    };
    let mut names: Vec<_> = functions.filter_map(setting).collect();
    names.sort();
    names
}

#[test]
fn a_generated_builder_has_all_settings() {
    let mut all = [include_str!("../config.rs"), include_str!("../config/server.rs")].map(settings).concat();
    all.sort();
    // Generated code calls these.
    all.retain(|name| !["variable", "credential", "basic"].contains(&name.as_str()));
    assert!(["server", "total_timeout"].iter().all(|name| all.iter().any(|known| known == name)), "{all:?}");
    assert_eq!(settings(include_str!("../client_builder.rs")), all);
}

#[test]
fn a_generated_builder_hands_its_settings_on() {
    let inner = rt::ClientBuilder::new(&SPEC).variable("shop", "s").credential(&TOKEN, "hush");
    let builder = Builder(inner).timeout(Duration::from_secs(7)).user_agent("zoo").base_url("http://127.0.0.1:1");
    let shown = format!("{builder:?}");
    assert!(shown.contains("timeout: 7s, user_agent: \"zoo\"") && !shown.contains("hush"), "{shown}");
    let client = builder.build().unwrap();
    assert!(format!("{client:?}").contains("base_url: Some(\"http://127.0.0.1:1\")"), "{client:?}");
    let error = Builder(rt::ClientBuilder::new(&SPEC)).build().unwrap_err();
    assert_eq!(error.to_string(), "`shop` is not set");
}
