//! A file server for the built page: GET, one folder, the MIME types that browsers insist on.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// What is served otherwise than the folder holds it.
#[derive(Default)]
struct Changed {
    /// Files whose path begins like this are not there.
    withheld: Option<String>,
    /// Pages of the test's own, with their paths.
    added: Vec<(String, String)>,
}

/// Serves a folder on a free port of this machine until it is dropped.
pub struct Server {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    changed: Arc<Mutex<Changed>>,
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
        let changed = Arc::new(Mutex::new(Changed::default()));
        let (flag, folder) = (Arc::clone(&stopping), Arc::<Path>::from(folder));
        let shared = Arc::clone(&changed);
        let listener = thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if flag.load(Ordering::Acquire) {
                    break;
                }
                let (folder, changed) = (Arc::clone(&folder), Arc::clone(&shared));
                // A browser that goes away in the middle of an answer is no fault.
                thread::spawn(move || drop(answer_all(&connection, &folder, &changed)));
            }
        });
        Ok(Self { address, stopping, changed, listener: Some(listener) })
    }

    /// From now on files whose path begins like this are not there.
    pub fn withhold(&self, path: &str) {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).withheld = Some(path.to_owned());
    }

    /// From now on there is this page, too.
    pub fn add(&self, path: &str, html: &str) {
        let mut changed = self.changed.lock().unwrap_or_else(PoisonError::into_inner);
        changed.added.push((path.to_owned(), html.to_owned()));
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
fn answer_all(connection: &TcpStream, folder: &Path, changed: &Mutex<Changed>) -> io::Result<()> {
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
        let path = target.trim_start_matches('/');
        let (withheld, added) = {
            let changed = changed.lock().unwrap_or_else(PoisonError::into_inner);
            let added = changed.added.iter().find(|(added, _)| added == path);
            let withheld = changed.withheld.as_ref().is_some_and(|withheld| path.starts_with(withheld));
            (withheld, added.map(|(_, html)| html.clone()))
        };
        let file = file_of(target, folder).filter(|_| !withheld);
        let found = match added {
            Some(html) => Some((mime(Path::new("index.html")), html.into_bytes())),
            None => file.and_then(|path| Some((mime(&path), fs::read(path).ok()?))),
        };
        answer(connection, found)?;
    }
}

fn answer(mut connection: &TcpStream, found: Option<(&str, Vec<u8>)>) -> io::Result<()> {
    let (status, kind, body) = match found {
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
