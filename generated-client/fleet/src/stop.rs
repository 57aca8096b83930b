//! The signals that end a worker.

use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};
use tracing::info;

use crate::failure::{Failure, exit};

/// Returns what becomes true at the first SIGTERM or SIGINT. The second one ends the process at once, which loses
/// nothing but time.
pub fn stop_signal() -> Result<watch::Receiver<bool>, Failure> {
    let listen = |kind| signal(kind).map_err(|error| Failure::new(exit::IO, format!("signals: {error}")));
    let (mut terminate, mut interrupt) = (listen(SignalKind::terminate())?, listen(SignalKind::interrupt())?);
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        for is_second in [false, true] {
            tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
            if is_second {
                std::process::exit(130);
            }
            info!("stops after the batches that are under way; another signal stops at once");
            stop.send_replace(true);
        }
    });
    Ok(stopped)
}
