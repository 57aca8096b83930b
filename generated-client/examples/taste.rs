//! A taste of the client: reads three customers, changes one, and tells what went wrong.
//!
//! Run it with `BIGCOMMERCE_STORE_HASH` and `BIGCOMMERCE_ACCESS_TOKEN` in the environment:
//! `cargo run -p generated-client --example taste`.

use generated_client::Client;
use generated_client::v3::customers::{CustomerUpdate, Include, UpdateCustomersError};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), generated_client::Error> {
    let client = Client::from_env()?;

    let page = client.v3().customers().list().id_in([4, 5, 6]).include([Include::Addresses]).await?;
    for customer in &page.data {
        println!("customer {} has {} addresses", customer.id, customer.address_count.unwrap_or_default());
    }
    if let Some(budget) = page.rate_limit() {
        println!("{} of {} calls left, all of them again in {:?}", budget.left, budget.quota, budget.reset);
    }

    // What was read can be changed and sent back. Absent, null and a value are three different things.
    let Some(customer) = page.data.first() else { return Ok(()) };
    let change = CustomerUpdate::from(customer).first_name("Aiko").channel_ids(None);
    match client.v3().customers().update([change]).await {
        Ok(updated) => println!("changed, by request {}", updated.request_id().unwrap_or("without id")),
        Err(error) => match error.api() {
            Some(UpdateCustomersError::UnprocessableEntity(problem)) => {
                let errors = problem.value().and_then(|problem| problem.errors.as_ref());
                println!("refused because of {:?}", errors.map(|errors| errors.keys().collect::<Vec<_>>()));
            }
            _ => return Err(error.into()),
        },
    }
    Ok(())
}
