//! `fleet work`: takes stores that nobody owns, several at once, and imports their rows.

use std::{
    collections::HashSet,
    process,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use generated_client::{Client, HttpClient};
use sqlx::{Connection as _, PgConnection};
use tokio::{sync::watch, task::JoinSet, time::timeout};
use tracing::{Instrument as _, info, info_span, warn};

use crate::{
    database::Database,
    failure::{Failure, exit},
    import::{Trouble, import},
    owned::{Candidate, Owned, candidates},
    stop::stop_signal,
    token::TokenSource,
};

/// How often a task without a store looks for one: the stores of a process that died are taken over as soon.
const POLL: Duration = Duration::from_secs(1);

/// How long a task waits after it has lost the database.
const RECONNECT: Duration = Duration::from_secs(5);

/// What the tasks of a process share.
struct Worker {
    database: Database,
    /// Connections. Limits and pacing belong to the client of a store.
    http_client: HttpClient,
    keep_running: bool,
    /// Becomes true when the process has to end.
    stop: watch::Receiver<bool>,
    /// The stores whose token this process lacks, and has said so.
    locked_out: Mutex<HashSet<i32>>,
}

/// Imports until no rows wait, or for as long as the process runs. Returns whether a signal has stopped it.
pub async fn work(database: &Database, concurrency: usize, keep_running: bool) -> Result<bool, Failure> {
    let http_client = HttpClient::new().map_err(|error| Failure::new(exit::CONFIG, error.to_string()))?;
    let (database, stop, locked_out) = (database.clone(), stop_signal()?, Mutex::default());
    let worker = Arc::new(Worker { database, http_client, keep_running, stop, locked_out });
    let tasks: JoinSet<_> = (0..concurrency).map(|_| run(Arc::clone(&worker))).collect();
    tasks.join_all().await;
    Ok(worker.has_to_stop())
}

/// A task, which owns one store at a time.
async fn run(worker: Arc<Worker>) {
    while !worker.has_to_stop() {
        match worker.import_stores().await {
            Ok(()) => return,
            Err(error) => {
                warn!("the database: {error}");
                worker.wait(RECONNECT).await;
            }
        }
    }
}

impl Worker {
    fn has_to_stop(&self) -> bool {
        *self.stop.borrow()
    }

    /// Waits, but not when the process has to end.
    async fn wait(&self, time: Duration) {
        let _ = timeout(time, self.stop.clone().wait_for(|stop| *stop)).await;
    }

    /// Imports one store after another, in one session of the database. Fails when that is lost.
    async fn import_stores(&self) -> sqlx::Result<()> {
        let mut session = self.database.connect().await?;
        while !self.has_to_stop() {
            let mut stores = candidates(&mut session).await?;
            stores.retain(|store| self.has_token_of(store));
            if stores.is_empty() && !self.keep_running {
                break;
            }
            session = match take_any(session, &stores).await? {
                Ok(store) => {
                    let span = info_span!("store", hash = store.hash);
                    self.import_store(store).instrument(span).await?
                }
                Err(session) => {
                    self.wait(POLL).await;
                    session
                }
            };
        }
        session.close().await
    }

    /// Imports the rows of a store, until none wait or something is wrong with the store.
    async fn import_store(&self, mut store: Owned) -> sqlx::Result<PgConnection> {
        info!("taken");
        let client = match self.client(&store) {
            Ok(client) => client,
            Err(problem) => {
                warn!("{problem}");
                store.fail(&problem).await?;
                return store.release().await;
            }
        };
        while !self.has_to_stop() {
            let rows = store.next_rows().await?;
            if rows.is_empty() {
                break;
            }
            let imported = store.while_owned(import(&client, &rows)).await?;
            store.record(&imported.outcomes).await?;
            info!("{}", imported.summary());
            match imported.trouble {
                None => continue,
                Some(Trouble::Closed(problem)) => {
                    warn!("its rows fail: {problem}");
                    store.fail(&problem).await?;
                }
                Some(Trouble::Passing(problem)) => {
                    warn!("left alone for a while: {problem}");
                    store.pause(&problem).await?;
                }
            }
            break;
        }
        info!("released");
        store.release().await
    }

    /// Returns a client for the store, or says what is wrong. Its pacing is that of the store, as long as nobody else
    /// has one.
    fn client(&self, store: &Owned) -> Result<Client, String> {
        let builder = Client::builder(&store.hash, store.token.read()?)
            .user_agent(format!("fleet/{}", process::id()))
            .http_client(self.http_client.clone());
        let builder = match &store.base_url {
            Some(url) => builder.base_url(url),
            None => builder,
        };
        builder.build().map_err(|error| error.to_string())
    }

    fn has_token_of(&self, store: &Candidate) -> bool {
        let token = store.token.parse().map_err(str::to_owned).and_then(|token: TokenSource| token.read());
        let mut locked_out = self.locked_out.lock().unwrap_or_else(PoisonError::into_inner);
        match token {
            Ok(_) => {
                locked_out.remove(&store.id);
                true
            }
            Err(problem) => {
                if locked_out.insert(store.id) {
                    warn!(store = store.hash, "left to processes that have its token: {problem}");
                }
                false
            }
        }
    }
}

/// Takes the first of the stores that is free. Returns the session if there is none.
async fn take_any(mut session: PgConnection, stores: &[Candidate]) -> sqlx::Result<Result<Owned, PgConnection>> {
    for store in stores.iter().filter(|store| store.is_due) {
        match Owned::take(session, store.id).await? {
            Ok(owned) => return Ok(Ok(owned)),
            Err(free) => session = free,
        }
    }
    Ok(Err(session))
}
