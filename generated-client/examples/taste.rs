//! A taste of the client: one call, a whole list, a change, errors by status, and any number of changes at once.
//!
//! It changes customers, so run it against a test store. Set `BIGCOMMERCE_STORE_HASH` and `BIGCOMMERCE_ACCESS_TOKEN`,
//! and run `cargo run -p generated-client --example taste`.

use std::time::{Duration, SystemTime};

use generated_client::Client;
use generated_client::v3::common::Problem;
use generated_client::v3::customers::{CustomerUpdate, Include};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), generated_client::Error> {
    // BIGCOMMERCE_STORE_HASH and BIGCOMMERCE_ACCESS_TOKEN; or `Client::builder(…)`, which has settings.
    let client = Client::from_env()?;
    taste(&client).await
}

/// Runs the whole tour.
///
/// # Errors
/// If a call fails finally.
pub async fn taste(client: &Client) -> Result<(), generated_client::Error> {
    // One call: the value, with its status, headers, request id and rate limit.
    let page = client.v3().customers().list().id_in([4, 5, 6]).include([Include::Addresses]).await?;
    for customer in &page.data {
        println!("customer {} has {} addresses", customer.id, customer.address_count.unwrap_or_default());
    }
    if let Some(budget) = page.rate_limit() {
        println!("{} of {} calls left, all of them again in {:?}", budget.left, budget.quota, budget.reset);
    }

    // Every item of every page, by cursor or by offset, in constant memory; the next page is read in the meantime.
    let yesterday = SystemTime::now() - Duration::from_secs(24 * 60 * 60);
    let mut many = Vec::new();
    let mut changed = client.v3().customers().list().date_modified_min(yesterday).stream();
    while let Some(customer) = changed.try_next().await? {
        if customer.company.trim() != customer.company {
            many.push(CustomerUpdate::new(customer.id).company(customer.company.trim()));
        }
    }

    // Absent, null and a value are three different things: `None` opens all channels, and the phone stays as it is.
    let change = CustomerUpdate::new(4).first_name("Aiko").channel_ids(None);

    // All operations have one error type; the body has the type that is declared for the status.
    match client.v3().customers().update([change]).await {
        Ok(updated) => println!("changed, by request {}", updated.request_id().unwrap_or("without id")),
        Err(error) => match error.api::<Problem>() {
            Some(problem) => println!("{}: {:?}", problem.title, error.field_keys()),
            None => return Err(error),
        },
    }

    // What was read can be changed and sent back.
    if let Some(customer) = page.data.last() {
        many.push(CustomerUpdate::from(customer).notes("Prefers deliveries in the morning."));
    }

    // Any number of items: as many per call and as many concurrent calls as the API accepts, paced by the store's quota.
    // The stream has one outcome per item, so that a failed call never hides the results of the others.
    let mut outcomes = client.v3().customers().update_batches(many);
    while let Some(outcome) = outcomes.next().await {
        match outcome.error() {
            None => println!("customer {} is changed", outcome.item.id),
            Some(error) => println!("customer {} is not: {error}", outcome.item.id),
        }
    }
    Ok(())
}
