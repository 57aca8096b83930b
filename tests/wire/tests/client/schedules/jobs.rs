//! Runs a task, and records its results.

use std::future::Future;
use std::time::Duration;

use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate};
use generated_client::v3::metafields::{MetafieldBatchCreate, MetafieldBatchCreateRequired, PermissionSet};
use generated_client::{Client, Outcome, ResumeToken, v2, v3};
use serde::Serialize;
use tokio::time::{sleep, timeout};

use super::facts::{Fact, Facts, Place, Said};
use super::plan::{Bad, Batch, EACH, GivesUp, Job, List, STABLE, Task};

/// The results of a task.
#[derive(Debug, Default)]
pub struct Log {
    pub facts: Facts,
    pub stream: Option<Streamed>,
}

/// The ids that a stream returned.
#[derive(Debug)]
pub struct Streamed {
    pub list: List,
    pub limit: i64,
    pub ids: Vec<i64>,
    /// The resume token, unless the stream has ended.
    pub rest: Option<String>,
    pub failed: bool,
}

/// A metafield that exists from the beginning.
pub const TAKEN_KEY: &str = "taken";
const NOBODY: i64 = 9_000_000;

/// Passes items to `each` until there are no more, or the task gives up. Returns whether all items were taken.
macro_rules! taken {
    ($stream:ident, $gives_up:expr, $each:expr) => {{
        let mut each = $each;
        let mut left = match $gives_up {
            GivesUp::Items(items) => items,
            _ => usize::MAX,
        };
        let all = async {
            while left > 0 {
                let next = match $gives_up {
                    GivesUp::Short(millis) => match timeout(Duration::from_millis(millis), $stream.next()).await {
                        Ok(next) => next,
                        Err(_) => continue,
                    },
                    _ => $stream.next().await,
                };
                let Some(next) = next else { return true };
                left -= 1;
                each(next);
            }
            false
        };
        match $gives_up {
            GivesUp::Millis(millis) => timeout(Duration::from_millis(millis), all).await.unwrap_or(false),
            _ => all.await,
        }
    }};
}

/// Takes the outcomes of a batch, and records each.
macro_rules! outcomes {
    ($batches:expr, $batch:ident, $items:ident, $facts:ident, $gives_up:ident) => {{
        let batches = $batches.isolate($batch.isolate).batch_size($batch.size).concurrency($batch.at_once);
        let mut batches = batches;
        let mut wrong = None;
        let is_all = taken!(batches, $gives_up, |outcome| {
            if let Err(why) = told(&$items, &$facts, outcome) {
                wrong.get_or_insert(why);
            }
        });
        if let Some(why) = wrong {
            return Err(why);
        }
        if is_all {
            $facts.all_told()?;
        }
    }};
}

/// Runs the stream of a list; the macro names its types.
macro_rules! of_list {
    ($client:expr, $list:expr, $limit:expr, |$stream:ident, $id:ident| $work:expr) => {
        match $list {
            List::Customers => {
                let ($stream, $id) =
                    ($client.v3().customers().list().limit($limit).stream(), |it: &v3::customers::Customer| it.id);
                $work
            }
            List::Addresses => {
                // There is one per customer.
                let ($stream, $id) =
                    ($client.v3().addresses().list().limit($limit).stream(), |it: &v3::addresses::Address| {
                        it.customer_id
                    });
                $work
            }
            List::OldCustomers => {
                let ($stream, $id) =
                    ($client.v2().customers().list().limit($limit).stream(), |it: &v2::customers::Customer| it.id);
                $work
            }
        }
    };
}

pub async fn run(client: Client, number: usize, task: Task) -> Result<Log, String> {
    sleep(Duration::from_millis(task.start)).await;
    let log = Log::default();
    let (facts, gives_up) = (&log.facts, task.gives_up);
    let ids = || (number * EACH + 1..).map(|id| id as i64);
    let customers = client.v3().customers();
    match &task.job {
        Job::Read => {
            let wanted: Vec<i64> = ids().take(9).collect();
            if let Some(Ok(page)) = waited(gives_up, customers.list().id_in(wanted.clone()).into_future()).await {
                let found: Vec<i64> = page.data.iter().map(|customer| customer.id).collect();
                if found != wanted {
                    return Err(format!("{found:?} was read in place of {wanted:?}"));
                }
            }
        }
        Job::Stream { list, limit, prefetch } => {
            return Ok(Log { stream: Some(stream(&client, (*list, *limit), *prefetch, gives_up).await), ..log });
        }
        Job::Update { count } => {
            let items: Vec<_> = (0..*count).map(|index| update(number, index, None, facts, true)).collect();
            if let Some(outcome) = waited(gives_up, customers.update(items).into_future()).await {
                facts.say_all(Said::of_call(&outcome));
            }
        }
        Job::Create { count } => {
            let items: Vec<_> = (0..*count).map(|index| create(number, index, None, facts, true)).collect();
            if let Some(outcome) = waited(gives_up, customers.create(items).into_future()).await {
                facts.say_all(Said::of_call(&outcome));
            }
        }
        Job::Delete => {
            let id = (STABLE + number + 1) as i64;
            let (operation, place) = ("v3.customers.delete", Place::Gone(id));
            let said = Said::Nothing;
            facts.add(Fact { operation, item: id.to_string(), place, said, must_succeed: true });
            if let Some(outcome) = waited(gives_up, customers.delete([id]).into_future()).await {
                facts.say_all(Said::of_call(&outcome));
            }
        }
        Job::UpdateBatches(batch) => {
            let item = |index| update(number, index, batch.bad(index), facts, batch.isolate || batch.bad.is_empty());
            let items: Vec<_> = (0..batch.count).map(item).collect();
            outcomes!(customers.update_batches(items.clone()), batch, items, facts, gives_up);
        }
        Job::CreateBatches(batch) => {
            let item = |index| create(number, index, batch.bad(index), facts, batch.isolate || batch.bad.is_empty());
            let items: Vec<_> = (0..batch.count).map(item).collect();
            outcomes!(customers.create_batches(items.clone()), batch, items, facts, gives_up);
        }
        Job::MetafieldBatches(batch) => {
            let items: Vec<_> = (0..batch.count).map(|index| metafield(number, index, batch, facts)).collect();
            outcomes!(client.v3().metafields().create_batches(items.clone()), batch, items, facts, gives_up);
        }
    }
    Ok(log)
}

/// Awaits one call, until the task gives up.
async fn waited<T>(gives_up: GivesUp, call: impl Future<Output = T>) -> Option<T> {
    match gives_up {
        GivesUp::Millis(millis) | GivesUp::Short(millis) => timeout(Duration::from_millis(millis), call).await.ok(),
        GivesUp::Items(0) => None,
        GivesUp::Items(_) | GivesUp::Never => Some(call.await),
    }
}

/// The item is returned unchanged, and once.
fn told<I: Serialize, R>(items: &[I], facts: &Facts, outcome: Outcome<I, R>) -> Result<(), String> {
    let json = |item: &I| serde_json::to_string(item).unwrap();
    let item = items.get(outcome.index).map(json);
    if item.as_ref() != Some(&json(&outcome.item)) {
        return Err(format!("{item:?} came back as {}", json(&outcome.item)));
    }
    facts.say(outcome.index, Said::of(&outcome))
}

fn update(number: usize, index: usize, bad: Option<Bad>, facts: &Facts, must_succeed: bool) -> CustomerUpdate {
    let id = if bad == Some(Bad::Unknown) { NOBODY + index as i64 } else { (number * EACH + index + 1) as i64 };
    let note = format!("note {index} of task {number}");
    let item = CustomerUpdate::new(id).notes(&note);
    let place = if bad.is_none() { Place::Note(id, note) } else { Place::Nowhere };
    let must_succeed = must_succeed && bad.is_none();
    facts.add(Fact {
        operation: "v3.customers.update",
        item: id.to_string(),
        place,
        said: Said::Nothing,
        must_succeed,
    });
    match bad {
        Some(Bad::Taken) => item.email(format!("shopper-{}@example.org", id as usize % STABLE + 1)),
        Some(Bad::Invalid) => item.first_name(""),
        _ => item,
    }
}

fn create(number: usize, index: usize, bad: Option<Bad>, facts: &Facts, must_succeed: bool) -> CustomerCreate {
    let email = match bad {
        Some(Bad::Taken) => format!("shopper-{}@example.org", index + 1),
        Some(Bad::Unknown) => format!("none-{number}-{index}"),
        _ => format!("new-{number}-{index}@example.org"),
    };
    let place = if bad.is_none() { Place::Email(email.clone()) } else { Place::Nowhere };
    let must_succeed = must_succeed && bad.is_none();
    let (operation, said) = ("v3.customers.create", Said::Nothing);
    facts.add(Fact { operation, item: email.clone(), place, said, must_succeed });
    CustomerCreate::new(CustomerCreateRequired {
        email: &email,
        first_name: if bad == Some(Bad::Invalid) { "" } else { "New" },
        last_name: "Customer",
    })
}

fn metafield(number: usize, index: usize, batch: &Batch, facts: &Facts) -> MetafieldBatchCreate {
    let bad = batch.bad(index);
    let customer = if bad == Some(Bad::Unknown) { NOBODY } else { (number * EACH + 1) as i64 };
    let key = match bad {
        Some(Bad::Taken) => TAKEN_KEY.to_owned(),
        Some(Bad::Invalid) => String::new(),
        _ => format!("key-{number}-{index}"),
    };
    let place = if bad.is_none() { Place::Metafield(customer, key.clone()) } else { Place::Nowhere };
    let (operation, said) = ("v3.metafields.create_batch", Said::Nothing);
    let item = format!("{customer} crm {key}");
    facts.add(Fact { operation, item, place, said, must_succeed: bad.is_none() });
    MetafieldBatchCreate::new(MetafieldBatchCreateRequired {
        resource_id: customer,
        permission_set: PermissionSet::Read,
        namespace: "crm",
        key: &key,
        value: "value",
    })
}

async fn stream(client: &Client, (list, limit): (List, i64), prefetch: usize, gives_up: GivesUp) -> Streamed {
    let (mut ids, mut failed) = (Vec::new(), false);
    let rest = of_list!(client, list, limit, |stream, id| {
        let mut stream = stream.prefetch(prefetch);
        let is_all = taken!(stream, gives_up, |item| match item {
            Ok(item) => ids.push(id(&item)),
            Err(_) => failed = true,
        });
        (failed || !is_all).then(|| stream.resume_token().to_string())
    });
    Streamed { list, limit, ids, rest, failed }
}

/// Takes the rest of a stream.
pub async fn rest(client: &Client, streamed: &Streamed) -> Result<Vec<i64>, String> {
    let Some(token) = &streamed.rest else { return Ok(Vec::new()) };
    let token: ResumeToken = token.parse().map_err(|error| format!("{token}: {error}"))?;
    of_list!(client, streamed.list, streamed.limit, |stream, id| {
        let rest = stream.resume(&token).collect().await;
        rest.map(|items| items.iter().map(id).collect()).map_err(|error| format!("{token}: {error:#}"))
    })
}
