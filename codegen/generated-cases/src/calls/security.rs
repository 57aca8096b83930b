//! Documents with every way to ask for credentials, at work: what their clients send, byte by byte, and to whom.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex};

use crate::documents::security::{Client, ClientBuilder};
use openapi_client_runtime::reqwest::Method;
use openapi_client_runtime::{CallOptions, Error};

/// The requests that servers saw, in their order.
type Log = Arc<Mutex<Vec<String>>>;

/// A server that notes what arrives, and says that it is done; below `/v1/moved` it sends the caller elsewhere.
fn server(name: &'static str, log: &Log, abroad: u16) -> u16 {
    let (listener, log) = (TcpListener::bind("127.0.0.1:0").unwrap(), Arc::clone(log));
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            answer(name, &log, abroad, &connection.unwrap());
        }
    });
    port
}

fn answer(name: &str, log: &Log, abroad: u16, mut connection: &TcpStream) {
    let mut lines = BufReader::new(connection).lines().map(Result::unwrap).take_while(|line| !line.is_empty());
    let Some(first) = lines.next() else { return };
    let path = first.split(' ').nth(1).unwrap().to_owned();
    // What is the same in every request.
    let usual = ["host: ", "user-agent: ", "accept: ", "accept-encoding: ", "content-length: "];
    let headers: Vec<_> = lines.filter(|line| !usual.iter().any(|usual| line.starts_with(usual))).collect();
    log.lock().unwrap().push(format!("{name} {path} [{}]", headers.join(" | ")));
    let head = match path.as_str() {
        "/v1/moved" => "302 Found\r\nlocation: /v1/plain".to_owned(),
        "/v1/moved/abroad" => format!("302 Found\r\nlocation: http://127.0.0.1:{abroad}/partners/hours"),
        _ => "204 No Content".to_owned(),
    };
    write!(connection, "HTTP/1.1 {head}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
}

/// The address of the document, that of some of its operations and of the other document, and a `base_url`.
struct Servers {
    log: Log,
    home: u16,
    abroad: u16,
    base: u16,
}

impl Servers {
    fn start() -> Self {
        let log = Log::default();
        let abroad = server("abroad", &log, 0);
        let [home, base] = ["home", "base"].map(|name| server(name, &log, abroad));
        Self { log, home, abroad, base }
    }

    /// What they have seen since the last look.
    fn seen(&self) -> String {
        std::mem::take(&mut *self.log.lock().unwrap()).join(", ")
    }

    fn builder(&self, has: &str) -> ClientBuilder {
        let builder = Client::builder();
        let builder = builder.server_variable("home", self.home.to_string());
        let builder = builder.server_variable("abroad", self.abroad.to_string());
        has.split_whitespace().fold(builder, |builder, name| match name {
            "ticket" => builder.api_ticket("T-1"),
            "badge" => builder.badge("B-2"),
            // RFC 7617 has this very example.
            "visitor" => builder.visitor("Aladdin", "open sesame"),
            "code" => builder.code("a&b"),
            // `timeout` is a method of every builder.
            "visit" => builder.timeout2("v"),
            "day" => builder.day("d"),
            "browser" => builder.browser("F-3"),
            "partner" => builder.also_partners_ticket("P-4"),
            "base" => builder.base_url(format!("http://127.0.0.1:{}", self.base)),
            other => panic!("{other}"),
        })
    }
}

async fn call(client: &Client, name: &str) -> Result<(), Error> {
    macro_rules! calls {
        ($($name:ident: $handle:ident),* $(,)?) => {
            match name {
                $(stringify!($name) => client.$handle().zoo().$name().await.map(drop).map_err(Error::from),)*
                "raw" => client.api().raw(Method::GET, "/raw").await.map(drop).map_err(Error::from),
                "partner_raw" => client.also_partners().raw(Method::GET, "/raw").await.map(drop).map_err(Error::from),
                other => panic!("{other}"),
            }
        };
    }
    calls! {
        plain: api, open: api, staff: api, either: api, both: api, optional: api, visitors: api, parts: api, clash: api,
        misspelt: api, digest: api, digest_too: api, flows: api, flows_again: api, abroad: api, abroad_open: api,
        abroad_staff: api, moved: api, moved_abroad: api, offers: also_partners, orders: also_partners,
        hours: also_partners,
    }
}

/// What the client has, what it calls, and what arrives where; or why nothing does.
const ROWS: &[(&str, &str, &str)] = &[
    // Declared for the document.
    ("ticket badge", "plain", "home /v1/plain [x-ticket: T-1]"),
    ("badge", "plain", "api.zoo.plain was not sent: the client has no credentials for it: set `Ticket`"),
    ("ticket badge", "raw", "home /v1/raw [x-ticket: T-1]"),
    ("badge", "raw", "api.raw was not sent: the client has no credentials for it: set `Ticket`"),
    // `[]`.
    ("ticket badge", "open", "home /v1/open []"),
    ("", "open", "home /v1/open []"),
    // Another one, for one operation.
    ("ticket badge", "staff", "home /v1/staff [authorization: Bearer B-2]"),
    ("ticket", "staff", "api.zoo.staff was not sent: the client has no credentials for it: set `Badge`"),
    // Either.
    ("ticket badge", "either", "home /v1/either [x-ticket: T-1]"),
    ("badge", "either", "home /v1/either [authorization: Bearer B-2]"),
    ("day", "either", "api.zoo.either was not sent: the client has no credentials for it: set `Ticket`, or `Badge`"),
    // Both together.
    ("badge ticket", "both", "home /v1/both [x-ticket: T-1 | authorization: Bearer B-2]"),
    ("badge", "both", "api.zoo.both was not sent: the client has no credentials for it: set `Ticket` and `Badge`"),
    // `{}` beside one.
    ("ticket badge", "optional", "home /v1/optional [x-ticket: T-1]"),
    ("badge", "optional", "home /v1/optional []"),
    // Each place, and what cannot be together.
    ("visitor ticket", "visitors", "home /v1/visitors [authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==]"),
    ("day ticket code visit", "parts", "home /v1/parts?code=a%26b [cookie: visit=v; day=d]"),
    (
        "code visit",
        "parts",
        "api.zoo.parts was not sent: the client has no credentials for it: set `Code` and `Visit` and `Day`",
    ),
    ("badge visitor", "clash", "home /v1/clash [authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==]"),
    ("badge", "clash", "home /v1/clash [authorization: Bearer B-2]"),
    // What the caller sends by a layer or a header.
    ("ticket badge", "misspelt", "home /v1/misspelt []"),
    ("badge", "digest", "home /v1/digest [authorization: Bearer B-2]"),
    ("ticket", "digest", "home /v1/digest []"),
    ("ticket", "digest_too", "home /v1/digest-too [x-ticket: T-1]"),
    // One token of two flows.
    ("browser badge", "flows", "home /v1/flows [authorization: Bearer F-3]"),
    ("browser", "flows_again", "home /v1/flows-again [authorization: Bearer F-3]"),
    // An operation with a server of its own.
    ("ticket badge", "abroad", "abroad /api/abroad [x-ticket: T-1]"),
    ("ticket badge", "abroad_open", "abroad /api/abroad/open []"),
    ("ticket badge", "abroad_staff", "abroad /api/abroad/staff [authorization: Bearer B-2]"),
    // Another document, with a scheme of the same name.
    (
        "ticket badge",
        "offers",
        "also_partners.zoo.offers was not sent: the client has no credentials for it: set `Ticket`",
    ),
    ("ticket partner", "offers", "abroad /partners/offers [x-ticket: P-4]"),
    ("ticket partner", "plain", "home /v1/plain [x-ticket: T-1]"),
    ("ticket partner", "hours", "abroad /partners/hours []"),
    // It has no word about the whole: what its operations send, and nothing if there is nothing.
    ("ticket partner", "partner_raw", "abroad /partners/raw [x-ticket: P-4]"),
    ("ticket", "partner_raw", "abroad /partners/raw []"),
    // `base_url` in place of the document's server.
    ("ticket badge base", "plain", "base /v1/plain [x-ticket: T-1]"),
    ("ticket badge base", "open", "base /v1/open []"),
    ("ticket badge base", "staff", "base /v1/staff [authorization: Bearer B-2]"),
    ("ticket badge base", "raw", "base /v1/raw [x-ticket: T-1]"),
    // Redirects.
    ("ticket badge", "moved", "home /v1/moved [x-ticket: T-1], home /v1/plain [x-ticket: T-1]"),
];

#[tokio::test]
async fn each_operation_sends_what_it_asks_for() {
    let servers = Servers::start();
    for (has, name, expected) in ROWS {
        let client = servers.builder(has).build().unwrap();
        let outcome = match call(&client, name).await {
            Ok(()) => servers.seen(),
            Err(error) => {
                assert_eq!(servers.seen(), "", "{name} with {has} was not sent");
                error.to_string()
            }
        };
        assert_eq!(outcome, *expected, "{name} with {has}");
    }
}

#[tokio::test]
async fn a_redirect_to_another_origin_takes_no_credential_there() {
    let servers = Servers::start();
    let client = servers.builder("ticket badge partner").build().unwrap();
    let _ = call(&client, "moved_abroad").await;
    let seen = servers.seen();
    let (first, rest) = seen.split_once(", ").unwrap_or((&seen, ""));
    assert_eq!(first, "home /v1/moved/abroad [x-ticket: T-1]");
    // It need not be followed at all.
    assert!(["", "abroad /partners/hours []"].contains(&rest), "{rest}");
}

#[tokio::test]
async fn what_the_client_does_not_send_the_caller_may() {
    let servers = Servers::start();
    let client = servers.builder("ticket").build().unwrap();
    let options = || CallOptions::new().header("X-Ticket", "mine").header("Authorization", "Digest x");
    client.api().zoo().digest().with(options()).await.unwrap();
    assert_eq!(servers.seen(), "home /v1/digest [x-ticket: mine | authorization: Digest x]");
    // A credential cannot be replaced.
    client.api().zoo().plain().with(options()).await.unwrap();
    assert_eq!(servers.seen(), "home /v1/plain [x-ticket: T-1 | authorization: Digest x]");
}

/// A document with one scheme.
#[tokio::test]
async fn a_single_credential_is_an_argument() {
    use crate::documents::security_one::Client;
    let servers = Servers::start();
    let port = servers.home.to_string();
    let with = Client::builder("T-1").server_variable("home", &port).build().unwrap();
    let without = Client::builder_without_credentials().server_variable("home", &port).build().unwrap();
    let notes = "home /notes [authorization: Bearer T-1]";
    let refused = "api.notes.read was not sent: the client has no credentials for it: set `Token`";
    for (client, expected) in [
        (&with, ["home /sign-in []", notes, "home /news [authorization: Bearer T-1]"]),
        (&without, ["home /sign-in []", refused, "home /news []"]),
    ] {
        client.sign_in().sign_in().await.unwrap();
        assert_eq!(servers.seen(), expected[0]);
        let outcome = client.notes().read().await.map_or_else(|error| error.to_string(), |_| servers.seen());
        assert_eq!(outcome, expected[1]);
        client.news().read().await.unwrap();
        assert_eq!(servers.seen(), expected[2]);
    }
}

#[test]
fn a_client_that_could_call_nothing_is_not_built() {
    use crate::documents::partly::Client;
    let error = Client::builder().build().unwrap_err().to_string();
    assert_eq!(error, "no operation can be called without credentials: set `Session`, or `Password`");
    Client::builder().session("s").build().unwrap();
    let builder = Client::builder().password("Aladdin", "open sesame");
    assert!(!format!("{builder:?} {:?}", builder.clone().build().unwrap()).contains("sesame"));
    let error = Client::builder().session("a;b").build().unwrap_err().to_string();
    assert_eq!(error, "the credential for `session` has characters that no cookie can carry");
}

/// What a process with these variables makes of them.
fn from_env(servers: &Servers, variables: &[(&str, &str)]) -> String {
    let ports = [("ZOO_HOME", servers.home), ("ZOO_ABROAD", servers.abroad)];
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["calls::security::a_client_of_the_environment", "--exact", "--ignored", "--nocapture"]);
    child.envs(ports.map(|(name, port)| (name, port.to_string()))).envs(variables.iter().copied());
    let output = String::from_utf8(child.output().unwrap().stdout).unwrap();
    let line = output.lines().find_map(|line| line.split_once("outcome: ")).map(|(_, line)| line.to_owned());
    line.unwrap_or_else(|| panic!("{output}"))
}

#[test]
fn the_environment_has_some_of_them() {
    let servers = Servers::start();
    assert_eq!(from_env(&servers, &[("ZOO_BADGE", "B-2")]), "sent");
    assert_eq!(servers.seen(), "home /v1/either [authorization: Bearer B-2]");
    assert_eq!(from_env(&servers, &[("ZOO_BADGE", "B-2"), ("ZOO_TICKET", "T-1")]), "sent");
    assert_eq!(servers.seen(), "home /v1/either [x-ticket: T-1]");
    assert_eq!(from_env(&servers, &[("ZOO_TICKET", "")]), "the environment variable ZOO_TICKET is empty");
    let nothing = "api.zoo.either was not sent: the client has no credentials for it: set `Ticket`, or `Badge`";
    assert_eq!(from_env(&servers, &[]), nothing);
    assert_eq!(servers.seen(), "");
}

/// Run in a process of its own by the test before.
#[tokio::test]
#[ignore = "the environment is that of the process"]
async fn a_client_of_the_environment() {
    let outcome = match Client::from_env() {
        Ok(client) => call(&client, "either").await,
        Err(error) => Err(error),
    };
    println!("outcome: {}", outcome.map_or_else(|error| error.to_string(), |()| "sent".to_owned()));
}

#[test]
fn setters_avoid_the_settings_of_the_builder() {
    let reserved = include_str!("../../../src/lower/security/names.rs");
    let settings = include_str!("../../../runtime/src/call/client_builder.rs");
    for after in settings.split("pub fn ").skip(1) {
        let name = after.split('(').next().unwrap();
        assert!(reserved.contains(&format!("\"{name}\",")), "`{name}` is no name for a setter");
    }
}
