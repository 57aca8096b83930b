//! A store that this process owns: nobody else imports into it.
//!
//! The owner holds an advisory lock of a database session of its own, and whatever it reads or records goes through
//! that session. So no lease has to be renewed, or can expire while its owner is only slow: PostgreSQL frees the
//! lock when the session ends, for whatever reason, and after that the session cannot record anything either.

use std::{io, pin::pin, time::Duration};

use sqlx::{Connection as _, PgConnection, Row as _, postgres::PgRow, types::Json};
use tokio::time::{sleep, timeout};

use crate::{
    cells::Cells,
    import::{Outcome, Row},
    token::TokenSource,
};

/// The first key of the locks, so that they are not confused with those of other programs; the second is the store.
pub const LOCKS: i32 = 1_718_379_877;

/// Rows that are looked up, written and recorded together. After a kill, as many are looked up again.
const BATCH: i64 = 100;

/// How often the session is checked while the store is written to, and how long the server may take to respond.
/// Together this is less than the time after which the server gives up a session without a sign of life.
const BEAT: Duration = Duration::from_millis(500);
const PATIENCE: Duration = Duration::from_millis(1500);

/// How long a new owner waits if the last one has not given the store back: it may be alive, and have lost nothing but
/// its session. It stops within `BEAT` and `PATIENCE`.
const GRACE: Duration = Duration::from_secs(3);

/// How long a statement may take.
const STATEMENT: Duration = Duration::from_secs(30);

/// After so many attempts a row fails.
const ATTEMPTS: i32 = 5;

/// A store with waiting rows.
pub struct Candidate {
    pub id: i32,
    pub hash: String,
    pub token: String,
    /// Whether it may be taken now, and not only later because it has failed.
    pub is_due: bool,
}

/// Returns all stores with waiting rows, in random order, so that processes do not try the same.
pub async fn candidates(session: &mut PgConnection) -> sqlx::Result<Vec<Candidate>> {
    let found = sqlx::query(
        "SELECT id, hash, token, not_before <= now() AS is_due FROM fleet.stores
         WHERE EXISTS (SELECT FROM fleet.rows WHERE store = stores.id AND state = 'waiting')
         ORDER BY random()",
    );
    let candidate = |row: PgRow| {
        Ok(Candidate {
            id: row.try_get("id")?,
            hash: row.try_get("hash")?,
            token: row.try_get("token")?,
            is_due: row.try_get("is_due")?,
        })
    };
    timely(found.try_map(candidate).fetch_all(session)).await
}

/// The right to import into a store. Dropping it ends the session, and with that the right.
pub struct Owned {
    session: PgConnection,
    store: i32,
    pub hash: String,
    pub token: TokenSource,
    pub base_url: Option<String>,
}

impl Owned {
    /// Takes the store with this id, unless somebody else owns it. Returns the session if so.
    pub async fn take(mut session: PgConnection, store: i32) -> sqlx::Result<Result<Self, PgConnection>> {
        let locked = sqlx::query_scalar("SELECT pg_try_advisory_lock($1, $2)").bind(LOCKS).bind(store);
        if !timely(locked.fetch_one(&mut session)).await? {
            return Ok(Err(session));
        }
        // Read under the lock: its last owner may have changed it since it was found.
        let found = sqlx::query(
            "WITH old AS (SELECT * FROM fleet.stores WHERE id = $1 AND not_before <= now())
             UPDATE fleet.stores SET is_taken = true FROM old WHERE stores.id = old.id
             RETURNING old.hash, old.token, old.base_url, old.is_taken",
        );
        let Some(row) = timely(found.bind(store).fetch_optional(&mut session)).await? else {
            return Ok(Err(unlock(session, store).await?));
        };
        let token: &str = row.try_get("token")?;
        let token = token.parse().map_err(|problem: &str| sqlx::Error::Decode(problem.into()))?;
        let (hash, base_url) = (row.try_get("hash")?, row.try_get("base_url")?);
        let mut owned = Self { session, store, hash, token, base_url };
        if row.try_get("is_taken")? {
            owned.while_owned(sleep(GRACE)).await?;
        }
        Ok(Ok(owned))
    }

    /// Gives the store back.
    pub async fn release(mut self) -> sqlx::Result<PgConnection> {
        let free = sqlx::query("UPDATE fleet.stores SET is_taken = false WHERE id = $1").bind(self.store);
        timely(free.execute(&mut self.session)).await?;
        unlock(self.session, self.store).await
    }

    /// Returns the next rows; none if nothing is left to do.
    pub async fn next_rows(&mut self) -> sqlx::Result<Vec<Row>> {
        // Rows that have failed before come last, so that they delay no others.
        let waiting = sqlx::query(
            "SELECT id, email, cells FROM fleet.rows WHERE store = $1 AND state = 'waiting'
             ORDER BY attempts, id LIMIT $2",
        );
        let row = |row: PgRow| {
            let Json(cells) = row.try_get::<Json<Cells>, _>("cells")?;
            Ok(Row { id: row.try_get("id")?, email: row.try_get("email")?, cells })
        };
        timely(waiting.bind(self.store).bind(BATCH).try_map(row).fetch_all(&mut self.session)).await
    }

    /// Runs what writes to the store, as long as this process owns it: the work is cancelled when the session is lost.
    pub async fn while_owned<T>(&mut self, work: impl Future<Output = T>) -> sqlx::Result<T> {
        let mut work = pin!(work);
        loop {
            tokio::select! {
                done = &mut work => return Ok(done),
                () = sleep(BEAT) => within(PATIENCE, self.session.ping()).await?,
            }
        }
    }

    /// Records what became of rows. A row that was enqueued anew meanwhile has another id, and still waits.
    pub async fn record(&mut self, outcomes: &[(i64, Outcome)]) -> sqlx::Result<()> {
        let (mut ids, mut states, mut customers, mut problems) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (id, outcome) in outcomes {
            let (customer, problem) = match outcome {
                Outcome::Created(customer) | Outcome::Updated(customer) | Outcome::Unchanged(customer) => {
                    (Some(*customer), None)
                }
                Outcome::Refused(problem) | Outcome::Unknown(problem) => (None, Some(problem.as_str())),
            };
            ids.push(*id);
            states.push(outcome.name());
            customers.push(customer);
            problems.push(problem);
        }
        let update = sqlx::query(
            "UPDATE fleet.rows SET
                 state = CASE WHEN new.state = 'waiting' AND attempts + 1 >= $5 THEN 'failed' ELSE new.state END,
                 attempts = attempts + 1, customer = new.customer, problem = new.problem,
                 cells = CASE WHEN new.customer IS NULL THEN cells END
             FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[]) AS new (id, state, customer, problem)
             WHERE rows.id = new.id",
        );
        let update = update.bind(ids).bind(states).bind(customers).bind(problems).bind(ATTEMPTS);
        timely(update.execute(&mut self.session)).await?;
        if outcomes.iter().any(|(_, outcome)| !matches!(outcome, Outcome::Unknown(_))) {
            let works = "UPDATE fleet.stores SET failures = 0, problem = NULL WHERE id = $1 AND problem IS NOT NULL";
            timely(sqlx::query(works).bind(self.store).execute(&mut self.session)).await?;
        }
        Ok(())
    }

    /// Leaves the store alone for a while, which doubles with each failure in a row: from 5 seconds to 10 minutes.
    pub async fn pause(&mut self, problem: &str) -> sqlx::Result<()> {
        let pause = sqlx::query(
            "UPDATE fleet.stores SET failures = failures + 1, problem = $2,
                 not_before = now() + least(5 * 2 ^ least(failures, 10), 600) * interval '1 second'
             WHERE id = $1",
        );
        timely(pause.bind(self.store).bind(problem).execute(&mut self.session)).await.map(drop)
    }

    /// Fails all rows that wait, because none can be imported before somebody has done something.
    pub async fn fail(&mut self, problem: &str) -> sqlx::Result<()> {
        let fail = sqlx::query(
            "WITH rows AS (UPDATE fleet.rows SET state = 'failed', problem = $2 WHERE store = $1 AND state = 'waiting')
             UPDATE fleet.stores SET problem = $2 WHERE id = $1",
        );
        timely(fail.bind(self.store).bind(problem).execute(&mut self.session)).await.map(drop)
    }
}

async fn unlock(mut session: PgConnection, store: i32) -> sqlx::Result<PgConnection> {
    let unlock = sqlx::query("SELECT pg_advisory_unlock($1, $2)").bind(LOCKS).bind(store);
    timely(unlock.execute(&mut session)).await?;
    Ok(session)
}

async fn timely<T>(statement: impl Future<Output = sqlx::Result<T>>) -> sqlx::Result<T> {
    within(STATEMENT, statement).await
}

/// Fails if the server does not respond in time. The session must not be used after that.
async fn within<T>(time: Duration, statement: impl Future<Output = sqlx::Result<T>>) -> sqlx::Result<T> {
    let late = || io::Error::new(io::ErrorKind::TimedOut, format!("no response within {time:?}"));
    timeout(time, statement).await.unwrap_or_else(|_| Err(late().into()))
}
