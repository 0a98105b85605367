//! A file server for the built page: GET, one folder, the MIME types that browsers insist on.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// Serves a folder on a free port of this machine until it is dropped.
pub struct Server {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    withheld: Arc<Mutex<Option<String>>>,
    listener: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve `folder`.
    ///
    /// # Errors
    /// If no port can be opened.
    pub fn start(folder: &Path) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let withheld = Arc::new(Mutex::new(None));
        let (flag, folder) = (Arc::clone(&stopping), Arc::<Path>::from(folder));
        let missing = Arc::clone(&withheld);
        let listener = thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if flag.load(Ordering::Acquire) {
                    break;
                }
                let (folder, missing) = (Arc::clone(&folder), Arc::clone(&missing));
                // A browser that goes away in the middle of an answer is no fault.
                thread::spawn(move || drop(answer_all(&connection, &folder, &missing)));
            }
        });
        Ok(Self { address, stopping, withheld, listener: Some(listener) })
    }

    /// From now on files whose path begins like this are not there.
    pub fn withhold(&self, path: &str) {
        *self.withheld.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_owned());
    }

    /// The address of the folder, with a slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Release);
        // The listener looks at the flag when the next connection comes: this one.
        drop(TcpStream::connect(self.address));
        if let Some(listener) = self.listener.take() {
            drop(listener.join());
        }
    }
}

/// Answers the requests of one connection until the browser closes it.
fn answer_all(connection: &TcpStream, folder: &Path, withheld: &Mutex<Option<String>>) -> io::Result<()> {
    let mut reader = BufReader::new(connection);
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
        let mut header = String::new();
        while reader.read_line(&mut header)? > 0 && !header.trim_end().is_empty() {
            header.clear();
        }
        let target = request.split(' ').nth(1).unwrap_or("/");
        let withheld = withheld.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let file = file_of(target, folder)
            .filter(|_| withheld.is_none_or(|path| !target.trim_start_matches('/').starts_with(&path)));
        answer(connection, file)?;
    }
}

fn answer(mut connection: &TcpStream, file: Option<PathBuf>) -> io::Result<()> {
    let (status, kind, body) = match file.and_then(|path| Some((mime(&path), fs::read(path).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let length = body.len();
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\r\n"
    )?;
    connection.write_all(&body)
}

/// The file that a request asks for: nothing outside the folder.
fn file_of(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json" | "webmanifest") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{file_of, mime};

    #[test]
    fn a_request_reaches_only_files_of_the_folder() {
        let folder = Path::new("dist");
        assert_eq!(file_of("/", folder).as_deref(), Some(Path::new("dist/index.html")));
        assert_eq!(file_of("/?embed=1", folder).as_deref(), Some(Path::new("dist/index.html")));
        assert_eq!(file_of("/a/b.js?v=1", folder).as_deref(), Some(Path::new("dist/a/b.js")));
        assert_eq!(file_of("/../Cargo.toml", folder), None);
        assert_eq!(file_of("/a/../../Cargo.toml", folder), None);
    }

    #[test]
    fn a_browser_compiles_wasm_only_under_its_own_type() {
        assert_eq!(mime(Path::new("page_bg.wasm")), "application/wasm");
    }
}
