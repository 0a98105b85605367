//! The chromedriver process and the browsers it starts.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{self, Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::Result;

/// How long a chromedriver may take to close its browsers before it is killed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running chromedriver. Dropping it ends it and its browsers, and takes their profiles away.
pub struct Driver {
    process: Child,
    port: u16,
    /// Where the browsers keep what they need while they run.
    folder: PathBuf,
    /// Kept open: chromedriver would die of a closed pipe.
    _stdout: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts chromedriver (from `CHROMEDRIVER`, else from PATH) on a free port.
    ///
    /// # Errors
    /// If it is not installed or does not tell its port.
    pub fn start() -> Result<Self> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        // Short: a browser's socket lies in it, and the path of a socket has little room.
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("loopscope-{}-{number}", process::id()));
        fs::create_dir_all(&folder)?;
        let mut process = Command::new(&program)
            .args(["--port=0", "--log-level=SEVERE"])
            .env("TMPDIR", &folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{program}: {error}; install Chromium and chromedriver"))?;
        let mut stdout = BufReader::new(process.stdout.take().ok_or("chromedriver has no output")?);
        let mut line = String::new();
        let port = loop {
            line.clear();
            if stdout.read_line(&mut line)? == 0 {
                return Err(format!("{program} ended before it told its port").into());
            }
            let told = line.split("started successfully on port ").nth(1);
            if let Some(port) =
                told.and_then(|rest| rest.trim_end().trim_end_matches('.').parse::<u16>().ok())
            {
                break port;
            }
        };
        Ok(Self { process, port, folder, _stdout: stdout })
    }

    /// Starts a headless Chromium with a profile of its own, which chromedriver makes and removes.
    ///
    /// # Errors
    /// If Chromium does not start.
    pub async fn browser(&self, arguments: &[String]) -> Result<Client> {
        let quiet = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
        ];
        let arguments: Vec<&str> = quiet.into_iter().chain(arguments.iter().map(String::as_str)).collect();
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let serde_json::Value::Object(capabilities) = capabilities else { unreachable!("an object literal") };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        Ok(builder.capabilities(capabilities).connect(&format!("http://127.0.0.1:{}", self.port)).await?)
    }
}

impl Driver {
    /// Asks it to close its browsers and to end, and waits until it has answered.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killed, it would leave browsers and profiles behind. It may have ended by itself; there is nothing to tell anyone.
        if self.shut_down().is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
