//! Reading a whole store under its quota: `cargo bench -p wire-tests --bench read`.
//!
//! The simulated store has a million customers and allows 150 calls per window, of one second instead of 30: four
//! thousand calls, which take at least 26 windows. Clients are separate processes, so that their memory can be
//! measured. The baseline is the quota: the last window cannot begin before all the others are over.

mod support;

use std::process::{Command, Stdio};
use std::time::Duration;

use generated_client::Client;
use mock_store::{Logged, Store, StoreConfig, StoreHandle};
use support::memory;
use support::rounds::is_measuring;
use support::table::Table;

/// The argument that makes this program a client.
const CLIENT: &str = "--read-from";
/// The number of calls that a window allows.
const QUOTA: u32 = 150;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    match arguments.iter().position(|argument| argument == CLIENT) {
        Some(at) => runtime.block_on(read(&arguments[at + 1..])),
        None => runtime.block_on(measure()),
    }
}

async fn measure() {
    let (customers, window) = if is_measuring() { (1_000_000, 1_000) } else { (60_000, 100) };
    let mut table = Table::new(&[
        "read",
        "calls",
        "windows",
        "of the quota",
        "refused",
        "at 25 %",
        "at 50 %",
        "at the end",
        "most",
    ]);
    for processes in [1, 4] {
        let config = StoreConfig {
            customers: customers / processes,
            quota: Some(QUOTA),
            window: Duration::from_millis(window),
            ..StoreConfig::default()
        };
        let store = Store::start(config).await.unwrap();
        let memory = run(&store, processes).await;
        let log = store.requests();
        let (used, windows) = used(&log, Duration::from_millis(window));
        let refused = log.iter().filter(|request| request.status == Some(429)).count();
        let mut row = vec![
            if processes == 1 { "by one process".to_owned() } else { format!("by {processes} processes") },
            log.len().to_string(),
            windows.to_string(),
            percent(used),
            percent(refused as f64 / log.len() as f64),
        ];
        row.extend(memory.iter().map(|bytes| format!("{:.1} MiB", *bytes as f64 / f64::from(1 << 20))));
        table.row(&row);
        store.shutdown().await;
    }
    table.print();
    println!("resident memory is that of the largest process");
}

fn percent(part: f64) -> String {
    format!("{:.2} %", part * 100.0)
}

/// Runs this many clients, each of which reads everything, at the same time. Returns the memory of the largest at each
/// stage.
async fn run(store: &StoreHandle, processes: u64) -> Vec<u64> {
    let program = std::env::current_exe().unwrap();
    let arguments = [CLIENT, store.uri(), store.hash(), store.token(), &store.customer_count().to_string()];
    let client = || Command::new(&program).args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let clients: Vec<_> = (0..processes).map(|_| client()).collect();
    let mut most = vec![0; 4];
    for client in clients {
        let output = tokio::task::spawn_blocking(|| client.wait_with_output().unwrap()).await.unwrap();
        assert!(output.status.success(), "a client failed");
        let text = String::from_utf8(output.stdout).unwrap();
        for (most, own) in most.iter_mut().zip(text.split_whitespace()) {
            *most = own.parse::<u64>().unwrap().max(*most);
        }
    }
    most
}

/// A client: reads every customer, and prints its memory on the way and at the end, and the maximum.
async fn read(arguments: &[String]) {
    let [uri, hash, token, count] = arguments else { panic!("{CLIENT} URI HASH TOKEN COUNT") };
    let count: usize = count.parse().unwrap();
    let client = Client::builder(hash, token.as_str()).base_url(uri).build().unwrap();
    let mut customers = client.v3().customers().list().stream();
    let (mut read, mut sum) = (0, 0);
    while let Some(customer) = customers.try_next().await.unwrap() {
        read += 1;
        sum += customer.id;
        if read == count / 4 || read == count / 2 {
            print!("{} ", memory::resident().unwrap_or_default());
        }
    }
    println!("{} {}", memory::resident().unwrap_or_default(), memory::peak().unwrap_or_default());
    let last = i64::try_from(count).unwrap();
    assert_eq!((read, sum), (count, last * (last + 1) / 2), "each customer once");
}

/// Returns how much of the quota was used until the last window began, and how many windows that were.
fn used(log: &[Logged], window: Duration) -> (f64, usize) {
    let successes: Vec<_> =
        log.iter().filter(|request| request.status == Some(200)).map(|request| request.at).collect();
    let full = (successes.len() - 1) / QUOTA as usize;
    let least = window * u32::try_from(full).unwrap();
    let took = successes[full * QUOTA as usize].duration_since(successes[0]);
    (least.as_secs_f64() / took.as_secs_f64(), full)
}
