// A small client by hand, which the examples of the documentation use. The README shows such a one whole.

use openapi_client_runtime::{ClientBuilder, rt};

static API: rt::Api = rt::Api {
    name: "v1",
    server: "https://zoo.example/v1",
    request_id: Some("x-request-id"),
    correlation_id: None,
    rate_limit: Some(rt::RateLimitHeaders {
        quota: "x-quota",
        left: "x-left",
        reset_ms: "x-reset-ms",
        window_ms: "x-window-ms",
        retry_after_s: Some("retry-after"),
    }),
    problem: rt::ProblemKeys { title: &["title"], keys: &[], detail: &["detail"], code: &[] },
    pagination: None,
    max_url: None,
    security: &[&[&TOKEN]],
};

static TOKEN: rt::Credential =
    rt::Credential { scheme: "token", location: rt::CredentialLocation::Header, name: "x-token", env: Some("ZOO_TOKEN") };

static CLIENT: rt::ClientSpec =
    rt::ClientSpec { user_agent: "zoo/1", variables: &[], credentials: &[&TOKEN], needs: &[&[&TOKEN]] };

static LIST: rt::Operation =
    rt::Operation { id: "listPets", name: "v1.pets.list", path: "/pets", ..rt::Operation::new(&API) };

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "v1.raw");

#[derive(Clone, Debug)]
pub struct Client {
    core: rt::Core,
}

impl Client {
    pub fn builder(token: &str) -> ClientBuilder<Self> {
        ClientBuilder::new(&CLIENT).credential(&TOKEN, token)
    }

    pub fn list_pets(&self) -> ListPets {
        ListPets(rt::Request::new(&self.core, &LIST))
    }

    pub fn raw(&self, method: rt::reqwest::Method, path: impl AsRef<str>) -> rt::RawRequest {
        rt::RawRequest::new(&self.core, &RAW, &method, path.as_ref())
    }
}

impl rt::FromCore for Client {
    fn from_core(core: rt::Core) -> Self {
        Self { core }
    }
}

#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets(rt::Request);

impl ListPets {
    pub fn name(mut self, name: &str) -> Self {
        self.0.set_query("name", name);
        self
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<PetPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<PetPage>;

    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

#[derive(Clone, PartialEq)]
pub struct PetPage {
    pub data: Vec<Pet>,
    _unknown_fields: rt::UnknownFields,
}

rt::object! { PetPage { data: "data" required, } }

#[derive(Clone, PartialEq)]
pub struct Pet {
    pub id: i64,
    pub name: String,
    _unknown_fields: rt::UnknownFields,
}

rt::object! { Pet { id: "id" required, name: "name" required, } }

rt::fixtures! { fixtures { LIST: LIST => 200 PetPage, r#"{"data": [{"id": 7, "name": "Tilda"}]}"#; } }
