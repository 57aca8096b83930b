//! A batch of rows: customers whose e-mail address the store has are updated, the others created.
//!
//! Every row is looked up before it is written. So nothing has to be remembered about rows that were under way when a
//! process died: what took effect is found, and recorded as unchanged.

use std::collections::{BTreeMap, HashMap};

use generated_client::{
    Client, Error, ErrorKind, FieldProblem, ItemError, ItemResult, reqwest::StatusCode, v3::customers::Customer,
};

use crate::cells::{Cells, changes, new_customer};

/// A row to import.
pub struct Row {
    pub id: i64,
    pub email: String,
    pub cells: Cells,
}

/// What became of a row.
pub enum Outcome {
    /// The customer is as the row says. Holds its id at the store.
    Created(i64),
    Updated(i64),
    Unchanged(i64),
    /// The row cannot be imported as it is.
    Refused(String),
    /// The row may have taken effect, or not: it is looked up again.
    Unknown(String),
}

impl Outcome {
    /// Returns the state of the row in the database.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created(_) => "created",
            Self::Updated(_) => "updated",
            Self::Unchanged(_) => "unchanged",
            Self::Refused(_) => "refused",
            Self::Unknown(_) => "waiting",
        }
    }
}

/// Why the store should not be called any more.
pub enum Trouble {
    /// Until an operator intervenes: the token is refused, or the store does not exist.
    Closed(String),
    /// For now.
    Passing(String),
}

/// What became of a batch. Rows without an outcome are as they were.
#[derive(Default)]
pub struct Imported {
    pub outcomes: Vec<(i64, Outcome)>,
    pub trouble: Option<Trouble>,
}

/// Imports rows.
pub async fn import(client: &Client, rows: &[Row]) -> Imported {
    let mut imported = Imported::default();
    let known = match find(client, rows.iter().map(|row| &row.email)).await {
        Ok(known) => known,
        Err(error) => {
            // Nothing is wrong with the rows. A store that does not exist has no list either.
            let is_closed = is_closed(&error) || error.status() == Some(StatusCode::NOT_FOUND);
            let text = error.to_string();
            imported.trouble = Some(if is_closed { Trouble::Closed(text) } else { Trouble::Passing(text) });
            return imported;
        }
    };
    // The items to send, and their rows.
    let (mut creates, mut created, mut updates, mut updated) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        match known.get(&row.email.to_lowercase()) {
            Some(now) => {
                let (update, fields) = changes(&row.cells, now);
                if fields.is_empty() {
                    imported.add(row, Outcome::Unchanged(now.id));
                } else {
                    updates.push(update);
                    updated.push((row, now.id));
                }
            }
            None => match new_customer(&row.email, &row.cells) {
                Ok(customer) => {
                    creates.push(customer);
                    created.push(row);
                }
                Err(missing) => {
                    let problem = format!("a new customer needs {}", missing.join(" and "));
                    imported.add(row, Outcome::Refused(problem));
                }
            },
        }
    }
    let customers = client.v3().customers();
    let (creates, updates) =
        tokio::join!(customers.create_batches(creates).collect(), customers.update_batches(updates).collect());
    let mut refused = Vec::new();
    for (row, outcome) in created.into_iter().zip(creates) {
        match outcome.result {
            ItemResult::Done(Some(customer)) => imported.add(row, Outcome::Created(customer.id)),
            ItemResult::Done(None) => imported.add(row, Outcome::Unknown("the response lacks the customer".to_owned())),
            ItemResult::Failed(error) if is_refused(&error) => refused.push((row, text(&error))),
            ItemResult::Failed(error) => imported.fails(row, &error),
            ItemResult::NotAttempted(error) => imported.stops(&error),
        }
    }
    for ((row, customer), outcome) in updated.into_iter().zip(updates) {
        match outcome.result {
            ItemResult::Done(_) => imported.add(row, Outcome::Updated(customer)),
            ItemResult::Failed(error) if is_refused(&error) => imported.add(row, Outcome::Refused(text(&error))),
            ItemResult::Failed(error) => imported.fails(row, &error),
            ItemResult::NotAttempted(error) => imported.stops(&error),
        }
    }
    imported.refuse(client, refused).await;
    // Rows that only fail are not sent again and again without a break.
    if let (None, Some(text)) = (&imported.trouble, imported.in_vain()) {
        imported.trouble = Some(Trouble::Passing(text));
    }
    imported
}

/// Returns the customers with these addresses, which are in lower case there.
async fn find(client: &Client, emails: impl Iterator<Item = &String>) -> Result<HashMap<String, Customer>, Error> {
    let mut known = HashMap::new();
    // Split into as many calls as the length of the URL requires.
    let mut found = client.v3().customers().list().email_in(emails.cloned()).limit(250).stream();
    while let Some(customer) = found.try_next().await? {
        known.insert(customer.email.to_lowercase(), customer);
    }
    Ok(known)
}

impl Imported {
    fn add(&mut self, row: &Row, outcome: Outcome) {
        self.outcomes.push((row.id, outcome));
    }

    /// Adds a row whose call failed.
    fn fails(&mut self, row: &Row, error: &ItemError) {
        if is_closed(error) { self.stops(error) } else { self.add(row, Outcome::Unknown(text(error))) }
    }

    /// Notes why no more calls were made.
    fn stops(&mut self, error: &Error) {
        let text = error.to_string();
        self.trouble.get_or_insert(if is_closed(error) { Trouble::Closed(text) } else { Trouble::Passing(text) });
    }

    /// Adds rows whose creation was refused, unless the customer is there by now: somebody else has created it, or a
    /// call of an owner that died took effect late.
    async fn refuse(&mut self, client: &Client, refused: Vec<(&Row, String)>) {
        if refused.is_empty() {
            return;
        }
        let known = find(client, refused.iter().map(|(row, _)| &row.email)).await;
        for (row, text) in refused {
            let is_certain = known.as_ref().is_ok_and(|known| !known.contains_key(&row.email.to_lowercase()));
            self.add(row, if is_certain { Outcome::Refused(text) } else { Outcome::Unknown(text) });
        }
    }

    /// Returns what is wrong if no row has come to an end.
    fn in_vain(&self) -> Option<String> {
        let mut texts = self.outcomes.iter().map(|(_, outcome)| match outcome {
            Outcome::Unknown(text) => Some(text.clone()),
            _ => None,
        });
        texts.try_fold(None, |first: Option<String>, text| text.map(|text| first.or(Some(text)))).flatten()
    }

    /// Counts the outcomes: `90 created, 8 updated, 2 refused`.
    pub fn summary(&self) -> String {
        let mut counts = BTreeMap::<_, usize>::new();
        for (_, outcome) in &self.outcomes {
            *counts.entry(outcome.name()).or_default() += 1;
        }
        let counts: Vec<_> = counts.into_iter().map(|(name, count)| format!("{count} {name}")).collect();
        if counts.is_empty() { "nothing done".to_owned() } else { counts.join(", ") }
    }
}

/// Whether the token is refused for whatever is asked.
fn is_closed(error: &Error) -> bool {
    error.status().is_some_and(|status| [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status))
}

/// Whether the item will be refused each time it is sent, and has certainly not taken effect.
fn is_refused(error: &ItemError) -> bool {
    const ABOUT_THE_CALL: [StatusCode; 4] =
        [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_MANY_REQUESTS];
    let by_api = error.status().is_some_and(|status| status.is_client_error() && !ABOUT_THE_CALL.contains(&status));
    (by_api || error.kind() == ErrorKind::InvalidRequest) && !error.may_have_taken_effect()
}

/// What the API says about the item. Errors of the client show no values of other items.
fn text(error: &ItemError) -> String {
    let problem = |problem: &FieldProblem| format!("{}: {}", problem.field, problem.text);
    let problems: Vec<_> = error.problems().iter().map(problem).collect();
    if problems.is_empty() { error.to_string() } else { problems.join("; ") }
}
