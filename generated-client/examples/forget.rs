//! Deletes a person's data: shows what the store has, exports it, asks, deletes it, and checks that it is gone.
//!
//! ```text
//! cargo run -p generated-client --example forget -- --email noor@example.org --output noor.json
//! ```
//!
//! Only exported data is deleted. The file is complete and on the disk before anything else happens. Then everything is
//! read again; if it differs from the file, or if the API sent a field that this version of the client does not know,
//! nothing is deleted. The data is deleted by the ids in the file.
//!
//! The token needs the scopes `store_v2_customers` and `store_stored_payment_instruments_read_only`.

mod support;

use std::{
    collections::BTreeSet,
    io::{self, BufRead as _},
    path::PathBuf,
    process::ExitCode,
};

use generated_client::{
    Client, Error,
    reqwest::StatusCode,
    v3::{
        addresses::{self, Address},
        attribute_values::AttributeValue,
        attributes::Attribute,
        consent::Consent,
        customers::{Customer, Include},
        form_field_values::FormFieldEntry,
        metafields::Metafield,
        segments::Segment,
        stored_instruments::StoredInstrument,
        subscribers::Subscriber,
    },
};
use lexopt::prelude::*;
use serde::Serialize;
use support::{EXIT_CODES, Failure, STORE_HASH, UnknownFields, exit, files};

const HELP: &str = "\
Shows the data that a store has about a person, exports it to a file, deletes it
after confirmation, and checks that it is gone.

Usage: forget [options] --email ADDRESS --output FILE

Options:
  --email ADDRESS  e-mail address of a customer or subscriber
  --id ID          id of a customer; both can be repeated
  --output FILE    the file for the export; it must not exist yet
  --yes            do not ask for confirmation
  --base-url URL   base URL of another server, such as a simulated store
  -h, --help       print this text

Exit codes:
   0  everything that was found is deleted
   1  something is left, or the deletion was declined
  68  nothing was found
";

/// Data that the customer API cannot access.
const KEPT: &str = "\
Not deleted, because the customer API cannot access it: orders with the
names and addresses in them, carts, reviews, gift certificates, invoices; what
other apps keep, metafields that only they can see included; and statistics,
logs and backups.";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    support::end(run().await)
}

async fn run() -> Result<u8, Failure> {
    let Some(options) = options()? else {
        print!("{HELP}{EXIT_CODES}");
        return Ok(exit::DONE);
    };
    let Options { wanted, output, .. } = &options;
    if output.exists() {
        return Err(Failure::new(exit::IO, format!("{} is there already", output.display())).help("name another file"));
    }
    let unknown = UnknownFields::default();
    let noted = unknown.clone();
    let client = support::builder(options.base_url.clone())?.on_drift(move |report| noted.note(report)).build()?;

    let found = Everything::read(&client, wanted).await?;
    for name in found.missing(wanted) {
        eprintln!("nothing is known about {name}");
    }
    if found.is_empty() {
        return Ok(exit::NOT_FOUND);
    }
    found.lines().iter().for_each(|line| eprintln!("{line}"));

    let export = Export { store: support::variable(STORE_HASH)?, found: &found };
    let text = serde_json::to_vec_pretty(&export).map_err(io::Error::from);
    text.and_then(|text| files::write_whole(output, &text)).map_err(|error| Failure::io(output, &error))?;
    eprintln!("exported to {}", output.display());
    if let Some(names) = unknown.names() {
        let message = format!("nothing is deleted: the API sent fields that are not in the export: {names}");
        return Err(Failure::new(exit::BAD_DATA, message).help("a newer version of the client may know them"));
    }

    if !options.yes && !is_confirmed() {
        eprintln!("nothing is deleted");
        return Ok(exit::INCOMPLETE);
    }
    // The user may have taken a while to confirm.
    if Everything::read(&client, wanted).await? != found || unknown.names().is_some() {
        let message = format!("nothing is deleted: there have been changes since {} was written", output.display());
        return Err(Failure::new(exit::INCOMPLETE, message).help("begin again, with another file"));
    }
    found.delete(&client).await.map_err(|failure| {
        failure.help("some of it may be deleted; begin again, with another file: the one that is there stays complete")
    })?;
    let left = found.left(&client).await?;
    left.iter().for_each(|name| eprintln!("still there: {name}"));
    if left.is_empty() {
        eprintln!("deleted, and nothing of it is found any more\n{KEPT}");
    }
    Ok(if left.is_empty() { exit::DONE } else { exit::INCOMPLETE })
}

fn is_confirmed() -> bool {
    eprint!("Delete all this for good? Type yes: ");
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.is_ok() && answer.trim() == "yes"
}

struct Options {
    wanted: Wanted,
    output: PathBuf,
    yes: bool,
    base_url: Option<String>,
}

/// The person to look for.
#[derive(Default)]
struct Wanted {
    emails: BTreeSet<String>,
    ids: BTreeSet<i64>,
}

/// Parses the command line. Returns `None` if help is requested.
fn options() -> Result<Option<Options>, Failure> {
    let (mut wanted, mut output, mut yes, mut base_url) = (Wanted::default(), None, false, None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("email") => {
                let email = arguments.value()?.string()?;
                if !email.contains('@') {
                    return Err(Failure::usage(format!("--email is an e-mail address, not `{email}`")));
                }
                wanted.emails.insert(email.trim().to_lowercase());
            }
            Long("id") => {
                wanted.ids.insert(arguments.value()?.parse()?);
            }
            Long("output") => output = Some(PathBuf::from(arguments.value()?)),
            Long("yes") => yes = true,
            Long("base-url") => base_url = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if wanted.emails.is_empty() && wanted.ids.is_empty() {
        return Err(Failure::usage("--email or --id is missing: who is to be forgotten?"));
    }
    let output = output.ok_or_else(|| Failure::usage("--output is missing: where is the export to go?"))?;
    Ok(Some(Options { wanted, output, yes, base_url }))
}

/// The file.
#[derive(Serialize)]
struct Export<'a> {
    store: String,
    #[serde(flatten)]
    found: &'a Everything,
}

/// Everything that the customer API returns about a person.
#[derive(PartialEq, Serialize)]
struct Everything {
    customers: Vec<Person>,
    /// Subscribers to the newsletter have an e-mail address, and need not be customers.
    subscribers: Vec<Subscriber>,
    /// The attributes that the values belong to.
    attributes: Vec<Attribute>,
}

#[derive(PartialEq, Serialize)]
struct Person {
    customer: Customer,
    /// Read separately, because a customer may include only the first ones. The same applies to the values.
    addresses: Vec<Address>,
    attribute_values: Vec<AttributeValue>,
    form_field_values: Vec<FormFieldEntry>,
    metafields: Vec<Metafield>,
    consent: Option<Consent>,
    stored_instruments: Vec<StoredInstrument>,
    segments: Vec<Segment>,
}

impl Everything {
    async fn read(client: &Client, wanted: &Wanted) -> Result<Self, Failure> {
        let v3 = client.v3();
        let mut customers = Vec::new();
        for customer in find_customers(client, wanted).await? {
            customers.push(Person::read(client, customer).await?);
        }
        let own = customers.iter().map(|person| person.customer.email.to_lowercase());
        let emails: BTreeSet<_> = wanted.emails.iter().cloned().chain(own).collect();
        let mut subscribers = Vec::new();
        for email in emails {
            subscribers.extend(v3.subscribers().list().email(email).stream().collect().await?);
        }
        let mut attributes = Vec::new();
        if customers.iter().any(|person| !person.attribute_values.is_empty()) {
            attributes = v3.attributes().list().stream().collect().await?;
            let values = || customers.iter().flat_map(|person| &person.attribute_values);
            attributes.retain(|attribute| values().any(|value| value.attribute_id == attribute.id));
        }
        Ok(Self { customers, subscribers, attributes })
    }

    fn is_empty(&self) -> bool {
        self.customers.is_empty() && self.subscribers.is_empty()
    }

    /// The persons that were not found.
    fn missing(&self, wanted: &Wanted) -> Vec<String> {
        let customers = || self.customers.iter().map(|person| &person.customer);
        let emails = || customers().map(|it| &it.email).chain(self.subscribers.iter().map(|it| &it.email));
        let ids = wanted.ids.iter().filter(|id| !customers().any(|customer| customer.id == **id));
        let lost = wanted.emails.iter().filter(|wanted| !emails().any(|email| email.to_lowercase() == **wanted));
        ids.map(|id| format!("customer {id}")).chain(lost.cloned()).collect()
    }

    fn lines(&self) -> Vec<String> {
        let customers = self.customers.iter().map(Person::line);
        let subscribers = self.subscribers.iter().map(|it| format!("subscriber {}: {}", it.id, it.email));
        customers.chain(subscribers).collect()
    }

    /// Deletes the customers last: while they exist, the rest can be found again.
    async fn delete(&self, client: &Client) -> Result<(), Failure> {
        let v3 = client.v3();
        for subscriber in &self.subscribers {
            v3.subscribers().delete(subscriber.id).await?;
        }
        let profiles: Vec<_> = self.customers.iter().filter_map(Person::profile).collect();
        if !profiles.is_empty() {
            v3.shopper_profiles().delete(profiles).await?;
        }
        let ids = self.ids();
        if !ids.is_empty() {
            v3.customers().delete(ids).await?;
        }
        Ok(())
    }

    /// What can still be found after the deletion; the API responds in the same way for missing items.
    async fn left(&self, client: &Client) -> Result<Vec<String>, Failure> {
        let v3 = client.v3();
        let emails = self.customers.iter().map(|person| person.customer.email.to_lowercase());
        let wanted = Wanted { ids: self.ids().into_iter().collect(), emails: emails.collect() };
        let mut left: Vec<_> = Everything::read(client, &wanted).await?.lines();
        for subscriber in &self.subscribers {
            let found = v3.subscribers().list().email(&subscriber.email).stream().collect().await?;
            left.extend(found.iter().map(|it| format!("subscriber {}: {}", it.id, it.email)));
        }
        for id in self.ids() {
            let addresses = v3.addresses().list().customer_id_in([id]).stream().collect().await?;
            let values = v3.attribute_values().list().customer_id_in([id]).stream().collect().await?;
            let metafields = if_there(v3.metafields().list(id).stream().collect().await)?.unwrap_or_default();
            let counts = [("addresses", addresses.len()), ("attribute values", values.len())];
            for (what, count) in counts.into_iter().chain([("metafields", metafields.len())]) {
                if count > 0 {
                    left.push(format!("{count} {what} of customer {id}"));
                }
            }
        }
        Ok(left)
    }

    fn ids(&self) -> Vec<i64> {
        self.customers.iter().map(|person| person.customer.id).collect()
    }
}

impl Person {
    async fn read(client: &Client, customer: Customer) -> Result<Self, Failure> {
        let (v3, id) = (client.v3(), customer.id);
        let include = [addresses::Include::Formfields];
        let segments = match &customer.shopper_profile_id {
            Some(profile) => v3.shopper_profiles().list_segments(profile).stream().collect().await?,
            None => Vec::new(),
        };
        let instruments = if_there(v3.stored_instruments().list(id).await)?;
        Ok(Self {
            addresses: v3.addresses().list().customer_id_in([id]).include(include).stream().collect().await?,
            attribute_values: v3.attribute_values().list().customer_id_in([id]).stream().collect().await?,
            form_field_values: v3.form_field_values().list().customer_id(id).stream().collect().await?,
            metafields: v3.metafields().list(id).stream().collect().await?,
            consent: if_there(v3.consent().get(id).await)?.map(|consent| consent.into_inner()),
            stored_instruments: instruments.map(|instruments| instruments.into_inner()).unwrap_or_default(),
            segments,
            customer,
        })
    }

    fn profile(&self) -> Option<&str> {
        self.customer.shopper_profile_id.as_deref().filter(|id| !id.is_empty())
    }

    fn line(&self) -> String {
        let Customer { id, email, first_name, last_name, .. } = &self.customer;
        format!(
            "customer {id}: {email}, {first_name} {last_name}; {} addresses, {} attribute values, {} form field values, \
             {} metafields, {} stored instruments, {} segments",
            self.addresses.len(),
            self.attribute_values.len(),
            self.form_field_values.len(),
            self.metafields.len(),
            self.stored_instruments.len(),
            self.segments.len(),
        )
    }
}

/// Customers by id or by e-mail address, each of them once.
async fn find_customers(client: &Client, wanted: &Wanted) -> Result<Vec<Customer>, Failure> {
    let list = || {
        client.v3().customers().list().include([
            Include::Addresses,
            Include::Storecredit,
            Include::Attributes,
            Include::Formfields,
            Include::ShopperProfileId,
            Include::SegmentIds,
        ])
    };
    let mut found = Vec::new();
    if !wanted.ids.is_empty() {
        found.extend(list().id_in(wanted.ids.iter().copied()).stream().collect().await?);
    }
    if !wanted.emails.is_empty() {
        found.extend(list().email_in(wanted.emails.iter().cloned()).stream().collect().await?);
    }
    found.sort_by_key(|customer| customer.id);
    found.dedup_by_key(|customer| customer.id);
    Ok(found)
}

/// Returns the result of a call; `None` if there is no such item.
fn if_there<T>(result: Result<T, Error>) -> Result<Option<T>, Failure> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
