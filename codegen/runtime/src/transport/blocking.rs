//! Waits for futures on threads without an async runtime, with the feature `blocking`.
//!
//! One runtime serves all clients of the process. Its only thread, `openapi-client`, is started by the first call that
//! is waited for, and drives connections and timers; the futures themselves run on the threads that wait for them.

use std::sync::{Mutex, OnceLock, PoisonError};

use tokio::runtime::{Builder, Handle, Runtime};

use crate::transport::error::Error;

/// Blocks until the future completes.
///
/// # Errors
/// Inside an async runtime, which would stop or deadlock, and if no thread can be started. The future has not run then.
pub(crate) fn wait<F: Future>(future: F) -> Result<F::Output, Error> {
    // Without this check tokio would panic. While a thread ends, the result is unknown.
    match Handle::try_current() {
        Err(error) if error.is_missing_context() => Ok(runtime()?.block_on(future)),
        Ok(_) | Err(_) => Err(Error::blocks_async()),
    }
}

fn runtime() -> Result<&'static Runtime, Error> {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    static START: Mutex<()> = Mutex::new(());
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let _start = START.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let mut builder = Builder::new_multi_thread();
    let builder = builder.worker_threads(1).thread_name("openapi-client").enable_all();
    // A failure is not cached: the next call may succeed.
    let runtime = builder.build().map_err(Error::no_thread)?;
    Ok(RUNTIME.get_or_init(|| runtime))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{
        sample::{self, LIST, ListPets},
        transport::error::ErrorKind,
    };

    #[test]
    fn what_borrows_and_stays_on_its_thread_is_waited_for() {
        let text = std::rc::Rc::new("ready".to_owned());
        let borrowed = &text;
        let length = wait(async move {
            tokio::time::sleep(Duration::from_millis(1)).await;
            tokio::spawn(async {}).await.unwrap();
            borrowed.len()
        });
        assert_eq!(length.unwrap(), text.len());
    }

    #[tokio::test]
    async fn nothing_runs_inside_a_runtime() {
        let mut has_run = false;
        let error = wait(async { has_run = true }).unwrap_err();
        assert_eq!((error.kind(), has_run), (ErrorKind::Configuration, false));
        let error = ListPets(sample::request(&LIST)).into_future().wait().map(|_| ()).unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Configuration, Some("v1.pets.list")));
    }
}
