//! A process of Prism that serves one fragment.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::Setting;

/// Longer than Prism takes to read a fragment on a busy machine.
const START_TIMEOUT: Duration = Duration::from_secs(60);

/// Killed when this is dropped.
pub struct Prism {
    pub url: String,
    child: Child,
}

impl Prism {
    /// Starts Prism, and waits until it listens.
    pub fn serve(setting: &Setting, document: &Path, name: &str) -> Result<Self, String> {
        let port = free_port().map_err(|error| format!("no port is free: {error}"))?;
        let log = setting.logs.join(format!("{}.log", name.replace('/', "-")));
        let output = fs::create_dir_all(&setting.logs).and_then(|()| File::create(&log));
        let output = output.map_err(|error| format!("{}: {error}", log.display()))?;
        let errors = output.try_clone().map_err(|error| format!("{}: {error}", log.display()))?;
        let mut command = Command::new(&setting.program);
        command.args(["mock", "--errors", "--host", "127.0.0.1", "--port", &port.to_string()]).arg(document);
        let child = command.stdin(Stdio::null()).stdout(output).stderr(errors).spawn();
        let child = child.map_err(|error| format!("{}: {error}", setting.program.display()))?;
        let mut prism = Self { url: format!("http://127.0.0.1:{port}"), child };
        let began = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = prism.child.try_wait().map_err(|error| error.to_string())?;
            if ended.is_some() || began.elapsed() > START_TIMEOUT {
                return Err(format!("Prism does not serve {name}: see {}", log.display()));
            }
            sleep(Duration::from_millis(100));
        }
        Ok(prism)
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
