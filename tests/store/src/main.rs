//! `cargo xtask mock-store`: a simulated store, to try the client with.

use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use lexopt::Arg;
use mock_store::{Latency, Logged, Store, StoreConfig, StoreHandle};

use test_support::command::{self, Failure, IO, OK, USAGE, codes, print};

const HELP: &str = "\
Runs a simulated store on this machine, to try a client with: with customers,
with the quota of a plan, and with a line for each request. It keeps what is
written until it is ended, by Ctrl-C.

Usage: cargo xtask mock-store [flags]

Flags:
  --port PORT         where it listens on 127.0.0.1; 0 is any free port
                      [default: 8080]
  --customers N       customers of the beginning, computed when they are read:
                      shopper-1@example.org and so on  [default: 1000]
  --addresses N       addresses that each of them has  [default: 1]
  --quota N           requests in a window; `none` is a plan without a limit
                      [default: 150]
  --window TIME       length of a window  [default: 30s]
  --latency TIME      how long a response takes; 50ms-150ms is a time between
                      the two  [default: 0ms]
  --store-hash HASH   the hash that names the store  [default: k7qd2m]
  --token TOKEN       its token  [default: token-of-the-tests]
  --gzip              compress responses for clients that accept it
  -h, --help          print this text

A TIME is a number with ms, s or m behind it.

Exit codes:
";

const CODES: &[(u8, &str)] = &[
    (OK, "help was printed; a store runs until it is killed"),
    (USAGE, "the command line is wrong"),
    (IO, "the port is taken"),
];

/// The start of the store: log lines show the time since then.
static BEGAN: OnceLock<Instant> = OnceLock::new();

fn main() -> ExitCode {
    command::end(run(lexopt::Parser::from_env()))
}

fn run(parser: lexopt::Parser) -> Result<u8, Failure> {
    let Some(config) = flags(parser)? else {
        return print(&format!("{HELP}{}", codes(CODES))).map(|()| OK);
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Failure::new(IO, &error))?.block_on(async {
        let (port, customers) = (config.port, config.customers);
        let store = Store::start(config).await;
        let store = store.map_err(|error| Failure::new(IO, &format_args!("port {port}: {error}")))?;
        BEGAN.get_or_init(Instant::now);
        print(&greeting(&store, customers))?;
        std::future::pending().await
    })
}

fn greeting(store: &StoreHandle, customers: u64) -> String {
    let (uri, hash, token) = (store.uri(), store.hash(), store.token());
    let exports = store.environment().map(|(name, value)| format!("  export {name}={value}\n")).concat();
    format!(
        "\
A store with {customers} customers runs at {uri}

{exports}
  Client::from_env()
  Client::builder(\"{hash}\", \"{token}\").base_url(\"{uri}\").build()
  curl -H 'X-Auth-Token: {token}' '{uri}/stores/{hash}/v3/customers?limit=3'

"
    )
}

/// Prints a line for a request with a response.
fn line(request: &Logged) {
    let seconds = BEGAN.get().map_or(0.0, |began| began.elapsed().as_secs_f64());
    let status = request.status.map_or_else(|| "cut".to_owned(), |status| status.to_string());
    let query = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
    let mut about = request.operation.to_owned();
    if request.written > 0 {
        about.push_str(&format!(", {} written", request.written));
    }
    if let Some(because) = request.because {
        about.push_str(&format!(", {because}"));
    }
    // Nothing can be done about a closed terminal.
    let _ = print(&format!("{seconds:9.3}s {status} {:<6} {}{query}  {about}\n", request.method, request.path));
}

fn usage(message: &str) -> Failure {
    Failure::usage(message, "cargo xtask help mock-store")
}

/// Returns `None` if help is requested.
fn flags(mut parser: lexopt::Parser) -> Result<Option<StoreConfig>, Failure> {
    let mut config = StoreConfig {
        port: 8080,
        customers: 1000,
        addresses_each: 1,
        quota: Some(150),
        keep_log: false,
        watch: Some(line),
        ..StoreConfig::default()
    };
    while let Some(argument) = parser.next().map_err(|error| usage(&error.to_string()))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("port") => config.port = number(&mut parser, "--port")?,
            Arg::Long("customers") => config.customers = number(&mut parser, "--customers")?,
            Arg::Long("addresses") => config.addresses_each = number(&mut parser, "--addresses")?,
            Arg::Long("quota") => {
                let text = text(&mut parser)?;
                let no_quota = |_| usage("--quota takes a number of requests, or `none`");
                config.quota = if text == "none" { None } else { Some(text.parse().map_err(no_quota)?) };
            }
            Arg::Long("window") => config.window = time("--window", &text(&mut parser)?)?,
            Arg::Long("latency") => config.latency = latency(&text(&mut parser)?)?,
            Arg::Long("store-hash") => config.hash = word(&mut parser, "--store-hash")?,
            Arg::Long("token") => config.token = word(&mut parser, "--token")?,
            Arg::Long("gzip") => config.gzip = true,
            other => {
                let message = other.unexpected().to_string();
                return Err(usage(&message));
            }
        }
    }
    Ok(Some(config))
}

fn text(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    let value = parser.value().map_err(|error| usage(&error.to_string()))?;
    value.into_string().map_err(|value| usage(&format!("{} is not UTF-8", value.display())))
}

/// Whether a text needs no escaping in a path, a header and a shell.
fn word(parser: &mut lexopt::Parser, flag: &str) -> Result<String, Failure> {
    let text = text(parser)?;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if text.is_empty() || !text.chars().all(fits) {
        return Err(usage(&format!("{flag} takes letters, digits, `-`, `_` and `.`, not `{text}`")));
    }
    Ok(text)
}

fn number<N: std::str::FromStr>(parser: &mut lexopt::Parser, flag: &str) -> Result<N, Failure> {
    let text = text(parser)?;
    text.parse().map_err(|_| usage(&format!("{flag} takes a number, not `{text}`")))
}

/// Parses `50ms`, `30s`, `2m`.
fn time(flag: &str, text: &str) -> Result<Duration, Failure> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let time = digits.parse::<u64>().ok().and_then(|number| match &text[digits.len()..] {
        "ms" => Some(Duration::from_millis(number)),
        "s" => Some(Duration::from_secs(number)),
        "m" => number.checked_mul(60).map(Duration::from_secs),
        _ => None,
    });
    time.ok_or_else(|| usage(&format!("{flag} takes a time such as 50ms, 30s or 2m, not `{text}`")))
}

fn latency(text: &str) -> Result<Latency, Failure> {
    match text.split_once('-') {
        Some((least, most)) => Ok(Latency::Uniform(time("--latency", least)?, time("--latency", most)?)),
        None => Ok(Latency::Fixed(time("--latency", text)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Option<StoreConfig>, String> {
        flags(lexopt::Parser::from_args(line.split_whitespace())).map_err(|failure| {
            assert_eq!(failure.code, USAGE);
            failure.message
        })
    }

    #[test]
    fn good_lines() {
        let line =
            "--port 0 --quota none --window 500ms --customers 7 --latency 50ms-2s --store-hash h --token t --gzip";
        let config = parsed(line).unwrap().unwrap();
        assert_eq!((config.port, config.quota, config.window), (0, None, Duration::from_millis(500)));
        assert_eq!((config.customers, config.hash.as_str(), config.token.as_str()), (7, "h", "t"));
        assert_eq!(config.latency, Latency::Uniform(Duration::from_millis(50), Duration::from_secs(2)));
        assert!(config.gzip && !config.keep_log);
        assert_eq!(parsed("").unwrap().unwrap().quota, Some(150));
        assert!(parsed("--port 0 -h").unwrap().is_none());
    }

    #[test]
    fn bad_lines_say_what_to_write() {
        for (line, message) in [
            ("--quota many", "--quota takes a number of requests, or `none`"),
            ("--window 30", "--window takes a time such as 50ms, 30s or 2m, not `30`"),
            ("--latency 1s-", "--latency takes a time such as 50ms, 30s or 2m, not ``"),
            ("--port 65536", "--port takes a number, not `65536`"),
            ("--token a'b", "--token takes letters, digits, `-`, `_` and `.`, not `a'b`"),
            ("--colour", "invalid option '--colour'"),
            ("now", "unexpected argument \"now\""),
        ] {
            let error = parsed(line).unwrap_err();
            assert!(error.starts_with(message) && error.contains("cargo xtask help mock-store"), "{line}:\n{error}");
        }
    }

    #[test]
    fn help_fits_a_terminal() {
        assert!(HELP.lines().all(|line| line.chars().count() <= 80));
    }
}
