//! Sessions of the database.

use std::{env, process, str::FromStr as _};

use sqlx::{Connection as _, PgConnection, postgres::PgConnectOptions};

use crate::failure::{Failure, exit};

/// The variable with the URL of the database.
pub const VARIABLE: &str = "DATABASE_URL";

/// How to reach the database.
#[derive(Clone)]
pub struct Database(PgConnectOptions);

impl Database {
    /// Reads the URL from the environment, and creates the tables unless they exist. Returns a session as well.
    pub async fn open() -> Result<(Self, PgConnection), Failure> {
        let url = env::var(VARIABLE).map_err(|_| {
            Failure::new(exit::CONFIG, format!("the environment variable {VARIABLE} is not set"))
                .help("it names a PostgreSQL database: postgres://user:password@host/database")
        })?;
        let options = PgConnectOptions::from_str(&url).map_err(|error| {
            Failure::new(exit::CONFIG, format!("{VARIABLE} is not the URL of a database: {error}"))
                .help("it looks like postgres://user:password@host/database")
        })?;
        let database = Self(options.application_name(&format!("fleet {}", process::id())).options([
            // A machine that lost its power or its network says nothing. The server ends its sessions after 11 seconds,
            // and frees its stores.
            ("tcp_keepalives_idle", "5"),
            ("tcp_keepalives_interval", "2"),
            ("tcp_keepalives_count", "3"),
            ("tcp_user_timeout", "11000"),
            // Tables that exist already are no news.
            ("client_min_messages", "warning"),
        ]));
        let mut session = database.connect().await?;
        sqlx::raw_sql(include_str!("../schema.sql")).execute(&mut session).await?;
        Ok((database, session))
    }

    pub async fn connect(&self) -> sqlx::Result<PgConnection> {
        PgConnection::connect_with(&self.0).await
    }
}
