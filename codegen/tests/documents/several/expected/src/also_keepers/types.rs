// @generated from also-keepers.yaml by `cargo xtask generate`: change that, not this.

//! The types that the document names.

use openapi_client_runtime::rt;

/// `Keeper`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Keeper {
    /// `name`.
    pub name: Option<String>,
    /// `favourite`.
    pub favourite: Option<super::super::api::animals::Animal>,
}

impl Keeper {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`name`](field@Self::name).
    #[inline]
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`favourite`](field@Self::favourite).
    #[inline]
    #[must_use]
    pub fn favourite(mut self, favourite: super::super::api::animals::Animal) -> Self {
        self.favourite = Some(favourite);
        self
    }
}

impl Default for Keeper {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    Keeper {
        name: "name" optional,
        favourite: "favourite" optional,
    }
}

/// `Herd`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Herd {
    /// `animals`.
    pub animals: Vec<super::super::api::animals::Animal>,
    /// `keeper`.
    pub keeper: Option<Keeper>,
}

impl Herd {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(
        animals: impl IntoIterator<Item = super::super::api::animals::Animal>,
    ) -> Self {
        Self {
            animals: animals.into_iter().collect(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`keeper`](field@Self::keeper).
    #[inline]
    #[must_use]
    pub fn keeper(mut self, keeper: Keeper) -> Self {
        self.keeper = Some(keeper);
        self
    }
}

rt::object! {
    Herd {
        animals: "animals" required,
        keeper: "keeper" optional,
    }
}
