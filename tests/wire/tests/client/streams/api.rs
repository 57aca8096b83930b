//! A small API with every kind of streamed response, written like generated code.

use generated_client::{ClientBuilder, HttpClient};
use openapi_client_runtime::rt;
use serde_json::Value;

static API: rt::Api = rt::Api {
    name: "v1",
    server: "https://api.example.com",
    security: &[],
    request_id: None,
    correlation_id: None,
    rate_limit: None,
    problem: rt::ProblemKeys { title: &[], keys: &[], detail: &[], code: &[] },
    pagination: None,
    max_url: None,
};

static SPEC: rt::ClientSpec = rt::ClientSpec { user_agent: "zoo/1", variables: &[], credentials: &[], needs: &[] };

static WATCH: rt::Operation = rt::Operation { name: "v1.watch", path: "/news", ..rt::Operation::new(&API) };
static ASK: rt::Operation =
    rt::Operation { name: "v1.ask", method: rt::Method::Post, path: "/news", ..rt::Operation::new(&API) };
static PHOTO: rt::Operation = rt::Operation { name: "v1.photo", path: "/photo", ..rt::Operation::new(&API) };

#[derive(Clone, Debug)]
pub struct Client {
    core: rt::Core,
}

impl rt::FromCore for Client {
    fn from_core(core: rt::Core) -> Self {
        Self { core }
    }
}

pub struct Watch(rt::Request);
pub struct Ask(rt::Request);
pub struct Photo(rt::Request);

impl IntoFuture for Watch {
    type Output = Result<rt::Response<rt::EventStream<String>>, rt::Error>;
    type IntoFuture = rt::CallFuture<rt::EventStream<String>>;

    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::text_events())
    }
}

impl IntoFuture for Ask {
    type Output = Result<rt::Response<rt::EventStream<Value>>, rt::Error>;
    type IntoFuture = rt::CallFuture<rt::EventStream<Value>>;

    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::events())
    }
}

impl Photo {
    pub fn bytes_stream(self) -> rt::CallFuture<rt::ByteStream> {
        rt::CallFuture::new(self.0, rt::Decoder::byte_stream())
    }
}

impl Client {
    pub fn builder(uri: &str, http: &HttpClient) -> ClientBuilder<Self> {
        ClientBuilder::new(&SPEC).base_url(uri).http_client(http.clone())
    }

    pub fn watch(&self) -> Watch {
        Watch(rt::Request::new(&self.core, &WATCH))
    }

    pub fn ask(&self) -> Ask {
        Ask(rt::Request::new(&self.core, &ASK))
    }

    pub fn photo(&self) -> Photo {
        Photo(rt::Request::new(&self.core, &PHOTO))
    }
}
