//! A database, stores and processes for a test.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    process::{Output, Stdio},
    str::FromStr as _,
    time::Duration,
};

use mock_store::{Store, StoreConfig, StoreHandle};
use sqlx::{ConnectOptions as _, Connection as _, PgConnection, postgres::PgConnectOptions};
use tempfile::TempDir;
use tokio::process::{Child, Command};

/// The stores of a test, and the database of its fleet.
pub struct Fleet {
    pub stores: Vec<StoreHandle>,
    pub folder: TempDir,
    database: PgConnectOptions,
    /// The variables with the tokens.
    pub tokens: BTreeMap<String, String>,
}

impl Fleet {
    /// Starts stores, in which customers are already, and creates a database of this name.
    pub async fn new(name: &str, count: usize, config: StoreConfig) -> Self {
        let url = std::env::var("DATABASE_URL").expect("DATABASE_URL: run this by ./postgres.sh");
        let options = PgConnectOptions::from_str(&url).unwrap();
        let name = format!("fleet_test_{name}");
        let mut session = PgConnection::connect_with(&options).await.unwrap();
        for statement in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
            sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut session).await.unwrap();
        }
        let (mut stores, mut tokens) = (Vec::new(), BTreeMap::new());
        for number in 0..count {
            let token = format!("secret-of-store-{number}");
            tokens.insert(format!("TOKEN_{number}"), token.clone());
            let config = StoreConfig { hash: format!("store{number}"), token, ..config.clone() };
            stores.push(Store::start(config).await.unwrap());
        }
        Self { stores, folder: tempfile::tempdir().unwrap(), database: options.database(&name), tokens }
    }

    /// Writes a file, and returns its path.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Enqueues the customers that `rows` returns for each store.
    pub async fn enqueue(&self, rows: impl Fn(usize) -> String) {
        let mut text = "hash,token,customers,base_url\n".to_owned();
        for (number, store) in self.stores.iter().enumerate() {
            self.write(&format!("{number}.csv"), &rows(number));
            writeln!(text, "{},env:TOKEN_{number},{number}.csv,{}", store.hash(), store.uri()).unwrap();
        }
        let (code, _, errors) = self.run(&["enqueue", &self.write("stores.csv", &text)]).await;
        assert_eq!(code, 0, "{errors}");
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fleet"));
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        command.env("DATABASE_URL", self.database.to_url_lossy().as_str()).envs(&self.tokens);
        command
    }

    /// Runs a command to its end. Returns its exit code and what it prints.
    pub async fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        ended(self.command(arguments).spawn().unwrap()).await
    }

    pub async fn session(&self) -> PgConnection {
        PgConnection::connect_with(&self.database).await.unwrap()
    }

    /// Returns the rows of the report: store, e-mail address, state, customer, problem.
    pub async fn report(&self) -> Vec<[String; 5]> {
        let (code, text, errors) = self.run(&["report"]).await;
        assert_eq!(code, 0, "{errors}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let cells = |row: csv::StringRecord| [0, 2, 3, 4, 5].map(|column| row[column].to_owned());
        reader.records().map(|row| cells(row.unwrap())).collect()
    }
}

/// Waits for a process. Returns its exit code, -1 if it was killed, and what it printed.
pub async fn ended(child: Child) -> (i32, String, String) {
    let output = tokio::time::timeout(Duration::from_secs(60), child.wait_with_output()).await;
    let Output { status, stdout, stderr } = output.expect("it ends").unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap_or(-1), text(stdout), text(stderr))
}

/// Waits until something holds.
pub async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..6_000 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it takes too long: {what}");
}

/// Sends SIGTERM.
pub async fn terminate(child: &Child) {
    let pid = child.id().expect("it runs").to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().await.unwrap().success());
}

/// Returns the processes that have called a store, one after the other. Panics if two took turns.
pub fn owners(store: &StoreHandle) -> Vec<String> {
    let mut agents: Vec<_> = store.requests().into_iter().map(|request| request.agent).collect();
    agents.dedup();
    let different: BTreeSet<_> = agents.iter().collect();
    assert_eq!(different.len(), agents.len(), "{} was called by two processes at once: {agents:?}", store.hash());
    agents
}
