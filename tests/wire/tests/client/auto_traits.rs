//! Checks at compile time which types are `Send`, `Sync`, `Unpin` and `'static`.
//!
//! `replay::calls::send` requires the same of the builder, the value and the errors of each operation.

use generated_client::test_util::{Fixture, Reply, Script, SeenRequest};
use generated_client::v3::customers::{self, Customer, CustomerPage};
use generated_client::v3::metafields::{MetafieldBatch, MetafieldBatchCreate, MetafieldBatchFailure};
use generated_client::{
    BatchResponse, Batches, ByteStream, CallFuture, CallOptions, Client, ClientBuilder, Date, DateError, DateTime,
    Drift, DriftKind, DriftReport, Error, ErrorKind, Event, EventStream, FieldProblem, FilePart, Flag, Header,
    HttpClient, ItemError, ItemResult, Items, Json, JsonNumber, Layer, LayerFuture, Next, Nullable, Number, Outcome,
    Pacing, Pages, ParseResumeTokenError, RateLimit, RawRequest, Rejected, Response, ResponseMeta, ResumeToken,
    RetryPolicy, Secret, Server, Text, UnknownFields, UnknownText, v2, v3,
};

/// Can be sent to another thread.
const fn send<T: Send + ?Sized>() {}
/// Can be moved while it is awaited.
const fn unpin<T: Send + Unpin>() {}
/// Can be shared between threads.
const fn shared<T: Send + Sync + Unpin>() {}
/// Can be moved into a spawned task: borrows nothing.
const fn kept<T: Send + Sync + Unpin + 'static>() {}

/// Is a stream of items that can cross threads.
const fn stream<T: futures_core::Stream<Item: Send> + Send + Unpin + 'static>() {}

type MetafieldAnswer = BatchResponse<MetafieldBatch, MetafieldBatchFailure>;

const _: () = {
    // Clients and their parts.
    kept::<Client>();
    kept::<ClientBuilder<Client>>();
    kept::<HttpClient>();
    kept::<CallOptions>();
    kept::<Pacing>();
    kept::<RetryPolicy>();
    kept::<Server>();
    kept::<Secret>();
    kept::<Box<dyn Layer>>();
    shared::<Next<'_>>();
    send::<LayerFuture<'_>>();

    // Resources borrow the client.
    shared::<v3::V3<'_>>();
    shared::<v2::V2<'_>>();
    shared::<customers::Customers<'_>>();

    kept::<RawRequest>();

    // Requests: a list, a body, a required filter, a path, several successes.
    kept::<customers::ListCustomers>();
    kept::<customers::CreateCustomers>();
    kept::<customers::DeleteCustomers>();
    kept::<v3::metafields::GetMetafields>();
    kept::<v2::customer_groups::CreateCustomerGroups>();

    // Calls in progress.
    unpin::<CallFuture<CustomerPage>>();
    unpin::<CallFuture<()>>();

    // Streams of items and of pages, and their resume tokens.
    unpin::<Pages<CustomerPage>>();
    unpin::<Items<CustomerPage>>();
    unpin::<Items<Vec<v2::customers::Customer>>>();
    stream::<Pages<CustomerPage>>();
    stream::<Items<CustomerPage>>();
    kept::<ResumeToken>();
    kept::<ParseResumeTokenError>();
    kept::<Rejected>();

    // Streamed responses, and files to upload.
    stream::<ByteStream>();
    stream::<EventStream<Customer>>();
    kept::<Event<Customer>>();
    kept::<FilePart>();
    kept::<Header<i64>>();

    // Batches, and their outcomes.
    unpin::<Batches<customers::CustomerUpdate, customers::CustomerBatch>>();
    stream::<Batches<customers::CustomerUpdate, customers::CustomerBatch>>();
    unpin::<Batches<MetafieldBatchCreate, MetafieldAnswer>>();
    kept::<Outcome<customers::CustomerUpdate, Customer>>();
    kept::<ItemResult<Customer>>();
    kept::<ItemError>();
    kept::<FieldProblem>();
    kept::<MetafieldAnswer>();

    // Responses and errors.
    kept::<Response<CustomerPage>>();
    kept::<ResponseMeta>();
    kept::<RateLimit>();
    kept::<Drift>();
    kept::<DriftKind>();
    shared::<DriftReport<'_>>();
    kept::<Error>();
    kept::<ErrorKind>();

    // Values.
    kept::<Customer>();
    kept::<customers::CustomerUpdate>();
    kept::<Nullable<Vec<i64>>>();
    kept::<(JsonNumber, Number, Text, Flag, Date, DateTime, DateError, Json, UnknownFields, UnknownText)>();

    // For tests.
    kept::<(Script, Reply, SeenRequest, Fixture<CustomerPage>)>();
};

/// A call is `Send` even if its value or its error is not.
#[test]
fn a_call_is_send_whatever_comes_of_it() {
    type Bound = std::rc::Rc<()>;
    unpin::<CallFuture<Bound>>();
}

/// A call in progress can be spawned: nothing that it awaits is bound to a thread.
#[test]
fn a_function_that_awaits_calls_can_be_spawned() {
    async fn work(client: Client) -> Result<usize, Error> {
        let page = client.v3().customers().list().limit(5).await?;
        for customer in &page.data {
            client.v3().customers().delete([customer.id]).with(CallOptions::new()).await?;
        }
        client.v2().customer_groups().count().await?;
        let mut items = client.v3().customers().list().stream();
        while let Some(customer) = items.try_next().await? {
            let mut outcomes = client.v3().customers().update_batches([customers::CustomerUpdate::new(customer.id)]);
            while let Some(outcome) = outcomes.next().await {
                assert!(outcome.is_done());
            }
        }
        Ok(page.data.len())
    }
    fn spawned<F: Future<Output = Result<usize, Error>> + Send + 'static>(_: F) {}
    let client = Client::builder("k7qd2m", "token").build();
    assert!(client.is_ok_and(|client| {
        spawned(work(client));
        true
    }));
}
