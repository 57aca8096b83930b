//! `fleet status`, `fleet report` and `fleet retry`: what became of the rows.

use std::io;

use futures_util::TryStreamExt as _;
use sqlx::{PgConnection, Row as _, postgres::PgRow};

use crate::{
    failure::{Failure, exit},
    owned::LOCKS,
};

/// The states of rows, in the order in which `status` shows them.
const STATES: [&str; 6] = ["waiting", "created", "updated", "unchanged", "refused", "failed"];

/// Prints a line for each store: how many rows are in each state, who imports it, and what is wrong with it. Returns
/// whether all rows are done.
pub async fn status(session: &mut PgConnection) -> Result<bool, Failure> {
    // Who holds the lock of a store is known to PostgreSQL, so that no table can be wrong about it.
    let stores = sqlx::query(
        "SELECT hash, stores.problem,
             (SELECT application_name || coalesce(' on ' || host(client_addr), '')
              FROM pg_locks JOIN pg_stat_activity USING (pid)
              WHERE locktype = 'advisory' AND granted AND objsubid = 2
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND classid = $1::int::oid AND objid = stores.id::oid LIMIT 1) AS owner,
             (SELECT array_agg((SELECT count(*) FROM fleet.rows WHERE store = stores.id AND state = name)
                               ORDER BY place)
              FROM unnest($2::text[]) WITH ORDINALITY AS states (name, place)) AS counts
         FROM fleet.stores ORDER BY hash",
    );
    let stores = stores.bind(LOCKS).bind(STATES.map(str::to_owned).to_vec()).fetch_all(session).await?;
    let mut total = vec![0; STATES.len()];
    println!("{:<16}{}  owner", "store", STATES.map(|state| format!("{state:>11}")).concat());
    for store in stores {
        let (hash, counts): (&str, Vec<i64>) = (store.try_get("hash")?, store.try_get("counts")?);
        let text = |column| store.try_get::<Option<&str>, _>(column).map(Option::unwrap_or_default);
        println!("{hash:<16}{}  {}", columns(&counts), text("owner")?);
        let problem = text("problem")?;
        if !problem.is_empty() {
            println!("    {problem}");
        }
        total.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
    }
    println!("{:<16}{}", "all", columns(&total));
    let [waiting, .., refused, failed] = total[..] else { return Ok(true) };
    Ok(waiting + refused + failed == 0)
}

fn columns(counts: &[i64]) -> String {
    counts.iter().map(|count| format!("{count:>11}")).collect()
}

/// Prints every row, or those of one store, as CSV.
pub async fn report(session: &mut PgConnection, store: Option<&str>) -> Result<(), Failure> {
    let rows = sqlx::query(
        "SELECT hash, line, email, state, customer, rows.problem FROM fleet.rows JOIN fleet.stores ON stores.id = store
         WHERE $1::text IS NULL OR hash = $1 ORDER BY hash, line",
    );
    let mut rows = rows.bind(store).fetch(session);
    let mut writer = csv::Writer::from_writer(io::stdout());
    let mut written = writer.write_record(["store", "line", "email", "state", "customer", "problem"]);
    while written.is_ok()
        && let Some(row) = rows.try_next().await?
    {
        written = writer.serialize(line(&row)?);
    }
    match written.and_then(|()| Ok(writer.flush()?)) {
        // Whoever reads it has seen enough.
        Err(error) if matches!(error.kind(), csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::BrokenPipe) => {
            Ok(())
        }
        written => written.map_err(|error| Failure::new(exit::IO, format!("the report: {error}"))),
    }
}

type Line<'r> = (&'r str, i64, &'r str, &'r str, Option<i64>, Option<&'r str>);

fn line(row: &PgRow) -> sqlx::Result<Line<'_>> {
    Ok((
        row.try_get("hash")?,
        row.try_get("line")?,
        row.try_get("email")?,
        row.try_get("state")?,
        row.try_get("customer")?,
        row.try_get("problem")?,
    ))
}

/// Lets failed rows wait again. Returns how many.
pub async fn retry(session: &mut PgConnection, store: Option<&str>) -> sqlx::Result<u64> {
    let retry = sqlx::query(
        "WITH chosen AS (
             UPDATE fleet.stores SET not_before = DEFAULT, failures = 0, problem = NULL
             WHERE $1::text IS NULL OR hash = $1 RETURNING id)
         UPDATE fleet.rows SET state = 'waiting', attempts = 0, problem = NULL
         WHERE state = 'failed' AND store IN (SELECT id FROM chosen)",
    );
    Ok(retry.bind(store).execute(session).await?.rows_affected())
}
