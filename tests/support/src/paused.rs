//! Paused time beside real sockets.
//!
//! A paused clock of tokio jumps to the next timer as soon as the runtime is idle. Bytes that the system has not
//! delivered yet do not count, so on a busy machine a timeout can fire while its response is on the way.

use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};

/// The maximum step of the clock before the sockets get another chance; shorter than any timeout of a test.
const STEP: Duration = Duration::from_secs(1);
/// The real duration of that chance.
const CHANCE: Duration = Duration::from_millis(1);

/// Lets a paused clock advance in short steps only, and gives the system real time to deliver bytes between them.
///
/// Runs until it is dropped, or returns at once if time is not paused. A server that tests call in paused time runs
/// this beside its own work. A timeout of five seconds then fires only after its bytes were late in four chances in a
/// row.
pub async fn wait_for_sockets() {
    if !is_paused() {
        return;
    }
    // All steps end together, so that several servers wait for their sockets at the same time.
    static BEGIN: OnceLock<Instant> = OnceLock::new();
    let begin = *BEGIN.get_or_init(Instant::now);
    loop {
        let elapsed = Instant::now().saturating_duration_since(begin);
        sleep(STEP - Duration::from_nanos(elapsed.subsec_nanos().into())).await;
        // A paused clock does not advance while a blocking task runs, and sockets are served meanwhile.
        if spawn_blocking(|| thread::sleep(CHANCE)).await.is_err() {
            return;
        }
    }
}

/// Whether tokio's clock is paused.
fn is_paused() -> bool {
    let before = Instant::now();
    thread::sleep(Duration::from_micros(1));
    Instant::now() == before
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use tokio::io::AsyncReadExt as _;
    use tokio::net::{TcpListener, TcpStream};
    use tokio::time::timeout;

    use super::*;

    /// Returns whether a byte that is late by some real time arrives before a timeout of five seconds.
    async fn late_byte_arrives() -> bool {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let mut server = listener.accept().await.unwrap().0.into_std().unwrap();
        let sender = thread::spawn(move || {
            thread::sleep(Duration::from_millis(3));
            // The reader may be gone.
            let _ = server.write_all(b"!");
        });
        let has_arrived = timeout(Duration::from_secs(5), client.read_u8()).await.is_ok_and(|byte| byte.is_ok());
        sender.join().unwrap();
        has_arrived
    }

    #[tokio::test(start_paused = true)]
    async fn a_late_byte_is_waited_for() {
        let waiting = tokio::spawn(wait_for_sockets());
        assert!(late_byte_arrives().await);
        waiting.abort();
    }

    /// Documents the behaviour of tokio that makes this module necessary.
    #[tokio::test(start_paused = true)]
    async fn without_it_the_timeout_fires_first() {
        assert!(!late_byte_arrives().await);
    }

    #[tokio::test]
    async fn where_time_passes_there_is_nothing_to_do() {
        wait_for_sockets().await;
    }
}
