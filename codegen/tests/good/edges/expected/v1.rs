// @generated from spec/v1/api.yaml by `cargo xtask regen`: change that, not this.

//! A shop without a description

use generated_client::runtime as rt;
pub mod pets;
pub mod r#type;

/// The resources of v1, one method each.
#[derive(Clone, Copy, Debug)]
pub struct V1<'a> {
    core: &'a rt::Core,
}

impl<'a> V1<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Pets without a description
    #[inline]
    pub fn pets(&self) -> pets::Pets<'a> {
        pets::Pets::new(self.core)
    }

    /// Types without a description
    #[inline]
    pub fn r#type(&self) -> r#type::TypeApi<'a> {
        r#type::TypeApi::new(self.core)
    }
}

static API: rt::Api = rt::Api {
    name: "v1",
    server: "https://{token}.example.org/{type}",
    request_id: None,
    correlation_id: None,
    rate_limit: None,
    problem: rt::ProblemKeys {
        title: &[],
        keys: &[],
        detail: &[],
    },
    pagination: None,
    max_url: None,
};
