// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! The types that the document names.

use openapi_client_runtime::rt;

/// Somebody who lives here.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `id`.
    pub id: i64,
    /// `name`.
    pub name: String,
    /// Somebody who works here.
    pub keeper: Option<Keeper>,
}

rt::object! {
    Animal {
        id: "id" required,
        name: "name" required,
        keeper: "keeper" optional,
    }
}

/// `GetAnimalNotFound`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAnimalNotFound {
    /// `title`.
    pub title: Option<String>,
}

rt::object! {
    GetAnimalNotFound {
        title: "title" optional,
    }
}

/// Somebody who works here.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Keeper {
    /// `name`.
    pub name: String,
}

rt::object! {
    Keeper {
        name: "name" required,
    }
}

/// `Hours`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Hours {
    /// `from`.
    pub from: String,
    /// `to`.
    pub to: Option<String>,
}

rt::object! {
    Hours {
        from: "from" required,
        to: "to" optional,
    }
}
