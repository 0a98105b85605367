//! The chromedriver process and the browsers it starts.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::Result;

/// A running chromedriver. Dropping it ends the process; browsers must have been closed before.
pub struct Driver {
    process: Child,
    address: String,
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
        let mut process = Command::new(&program)
            .args(["--port=0", "--log-level=SEVERE"])
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
        Ok(Self { process, address: format!("http://127.0.0.1:{port}"), _stdout: stdout })
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
        Ok(builder.capabilities(capabilities).connect(&self.address).await?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to tell anyone.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
