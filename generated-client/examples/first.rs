//! The first program, as the page about installation shows it: lists all customers of a store.

use generated_client::{Client, v3::customers::Include};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), generated_client::Error> {
    // BIGCOMMERCE_STORE_HASH and BIGCOMMERCE_ACCESS_TOKEN
    let client = Client::from_env()?;

    // Every customer of the store, page after page, in constant memory.
    let mut customers = client.v3().customers().list().include([Include::Addresses]).stream();
    while let Some(customer) = customers.try_next().await? {
        let addresses = customer.addresses.as_ref().map_or(0, Vec::len);
        println!("{}: {}, {addresses} addresses", customer.id, customer.email);
    }
    Ok(())
}
