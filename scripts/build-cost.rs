//! The first program of README with reqwest and serde, for scripts/build-cost.sh.

use serde::Deserialize;

#[derive(Deserialize)]
struct Page {
    data: Vec<Customer>,
    meta: Meta,
}
#[derive(Deserialize)]
struct Meta {
    pagination: Pagination,
}
#[derive(Deserialize)]
struct Pagination {
    current_page: u64,
    total_pages: u64,
}
#[derive(Deserialize)]
struct Customer {
    id: i64,
    email: String,
    addresses: Option<Vec<Address>>,
}
#[derive(Deserialize)]
struct Address {}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // TLS
    let store = std::env::var("BIGCOMMERCE_STORE_HASH")?;
    let token = std::env::var("BIGCOMMERCE_ACCESS_TOKEN")?;
    let client = reqwest::Client::new();
    let mut number = 1;
    loop {
        let page = client
            .get(format!("https://api.bigcommerce.com/stores/{store}/v3/customers"))
            .query(&[("include", "addresses"), ("page", &number.to_string())])
            .header("X-Auth-Token", &token)
            .send()
            .await?
            .error_for_status()?
            .json::<Page>()
            .await?;
        for customer in page.data {
            let addresses = customer.addresses.as_ref().map_or(0, Vec::len);
            println!("{}: {}, {addresses} addresses", customer.id, customer.email);
        }
        if page.meta.pagination.current_page >= page.meta.pagination.total_pages {
            return Ok(());
        }
        number += 1;
    }
}
