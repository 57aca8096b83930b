//! A small API by hand, for the tests of the runtime: it looks like generated code.

#![cfg(test)]

use crate::{
    call::config::ClientBuilder,
    rt,
    transport::{
        core::{Core, FromCore},
        error::Error,
        http_client::HttpClient,
        request::Request,
    },
    types::{datetime::DateTime, json::Json, nullable::Nullable, number::Number, secret::Secret, text::Text},
};

pub(crate) static API: rt::Api = rt::Api {
    name: "v1",
    server: "https://api.example.com/shops/{shop}/v1",
    request_id: Some("x-request-id"),
    correlation_id: Some("x-chain"),
    rate_limit: Some(rt::RateLimitHeaders {
        quota: "x-quota",
        left: "x-left",
        reset_ms: "x-reset-ms",
        window_ms: "x-window-ms",
        retry_after_s: Some("x-retry-after"),
    }),
    problem: rt::ProblemKeys {
        title: &["title"],
        keys: &["errors"],
        detail: &["detail", "message", "error"],
        code: &["code"],
    },
    pagination: Some(rt::Pagination {
        page: Some("page"),
        skip: Some("offset"),
        limit: "limit",
        after: Some("after"),
        before: Some("before"),
        largest: Some(250),
    }),
    max_url: Some(2048),
    security: &[&[&TOKEN]],
};

pub(crate) static LIST: rt::Operation = rt::Operation {
    id: "getPets",
    name: "v1.pets.list",
    path: "/pets",
    errors: &[rt::json_error::<Json>(rt::statuses![4xx]), rt::json_error::<Owner>(rt::statuses![404])],
    ..rt::Operation::new(&API)
};

pub(crate) static GET: rt::Operation =
    rt::Operation { id: "getPet", name: "v1.pets.get", path: "/pets/{petId}/of/{owner}", ..rt::Operation::new(&API) };

pub(crate) static DELETE: rt::Operation = rt::Operation {
    id: "deletePets",
    name: "v1.pets.delete",
    method: rt::Method::Delete,
    path: "/pets",
    guard: Some(&["id:in", "name"]),
    ..rt::Operation::new(&API)
};

pub(crate) static SPEC: rt::ClientSpec = rt::ClientSpec {
    user_agent: "zoo/1",
    variables: &[rt::Variable { name: "shop", env: Some("OPENAPI_CLIENT_RUNTIME_TEST_SHOP"), default: None }],
    credentials: &[&TOKEN],
    needs: &[&[&TOKEN]],
};

pub(crate) static TOKEN: rt::Credential =
    rt::Credential { scheme: "token", location: rt::CredentialLocation::Header, name: "X-Token", env: None };

#[derive(Clone, Debug)]
pub(crate) struct Client {
    pub(crate) core: Core,
}

impl FromCore for Client {
    fn from_core(core: Core) -> Self {
        Self { core }
    }
}

pub(crate) fn builder() -> ClientBuilder<Client> {
    ClientBuilder::new(&SPEC).variable("shop", "s 1").credential(&TOKEN, "hush-hush")
}

pub(crate) fn client() -> Result<Client, Error> {
    builder().http_client(HttpClient::new()?).build()
}

pub(crate) fn request(operation: &'static rt::Operation) -> Request {
    Request::new(&client().unwrap().core, operation)
}

pub(crate) struct ListPets(pub(crate) Request);

impl ListPets {
    pub(crate) fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<Vec<Pet>>, Error>;
    type IntoFuture = rt::CallFuture<Vec<Pet>>;

    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

#[derive(Clone, PartialEq)]
pub(crate) enum MakePetOutput {
    Ok(Owner),
    MultiStatus(Json),
    NoContent,
}

rt::outputs! {
    MakePetOutput {
        200 => Ok(Owner),
        207 => MultiStatus(Json),
        204 => NoContent,
    }
}

#[derive(Clone, PartialEq)]
pub(crate) struct Pet {
    pub(crate) id: i64,
    pub(crate) r#type: Option<Kind>,
    pub(crate) name: Option<String>,
    pub(crate) chip: Nullable<Text>,
    pub(crate) price: Option<Number>,
    pub(crate) born: Option<DateTime>,
    pub(crate) tags: Nullable<Vec<String>>,
    pub(crate) owner: Option<Box<Owner>>,
    pub(crate) toys: Option<Vec<Toy>>,
    pub(crate) password: Option<Secret>,
    pub(crate) _unknown_fields: rt::UnknownFields,
}

impl Pet {
    pub(crate) fn new(id: i64) -> Self {
        Self { id, ..rt::Empty::empty() }
    }
}

rt::object! {
    Pet {
        id: "id" required,
        r#type: "type" optional,
        name: "name" optional [chars(3, Some(5))],
        chip: "chip" optional [chars(1, None)],
        price: "price" optional [range(Some(0), None)],
        born: "born" optional,
        tags: "tags" optional [chars(1, Some(4)) items(0, Some(2))],
        owner: "owner" optional,
        toys: "toys" optional,
        password: "password" optional,
    }
}

/// An open object with required fields, one of which can be null.
#[derive(Clone, PartialEq)]
pub(crate) struct Owner {
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
    pub(crate) rest: rt::Map<Number>,
    pub(crate) _unknown_fields: rt::UnknownFields,
}

rt::object! {
    Owner {
        name: "name" required [chars(1, None)],
        phone: "phone" required,
        const "class" = "owner",
        ..rest,
    }
}

#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Cat,
    Dog,
    Unknown(rt::UnknownText),
}

rt::string_enum! { Kind { Cat = "cat", Dog = "dog" } }

#[derive(Clone, PartialEq)]
pub(crate) enum Toy {
    Name(String),
    Price(Number),
    Ball(Ball),
    Owned(Box<Owner>),
    Set(Vec<String>),
    Unknown(Json),
}

rt::union! {
    Toy {
        Name(String),
        Price(Number),
        Ball(Ball) if "type" = "ball" | "globe",
        Owned(Box<Owner>),
        Set(Vec<String>),
    }
}

#[derive(Clone, PartialEq)]
pub(crate) struct Ball {
    pub(crate) radius: i64,
    pub(crate) _unknown_fields: rt::UnknownFields,
}

rt::object! { Ball { const "type" = "ball", radius: "radius" required, } }
