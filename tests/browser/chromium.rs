//! A real browser without a window: opens a file, prints it, and tells what its console said.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::thread;

/// Names the browser goes by.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// The browser of `HEMAT_CHROMIUM`, or the first that is found. `None` says plainly that nothing is tested.
///
/// # Panics
/// With `CI=true` if there is none: the gate must not skip in silence.
pub(crate) fn find() -> Option<PathBuf> {
    let named = std::env::var_os("HEMAT_CHROMIUM").map(PathBuf::from).filter(|p| p.is_file());
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = named.or_else(|| {
        std::env::split_paths(&path)
            .flat_map(|folder| NAMES.map(|name| folder.join(name)))
            .find(|candidate| candidate.is_file())
    });
    if found.is_none() {
        let told = "no browser: HEMAT_CHROMIUM names none and none of the usual names is in PATH";
        assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{told}");
        println!("skipped, {told}");
    }
    found
}

/// Runs the browser with a profile of its own and what keeps it from talking to the world.
fn run(browser: &Path, profile: &Path, args: &[&str]) -> Output {
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--disable-extensions", "--enable-logging=stderr", "--window-size=1280,900"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(args)
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}\n{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// The page after its scripts have run, and what the console said.
pub(crate) fn dom(browser: &Path, profile: &Path, url: &str) -> (String, Vec<String>) {
    let output = run(browser, profile, &["--virtual-time-budget=60000", "--dump-dom", url]);
    let said = String::from_utf8_lossy(&output.stderr);
    let console = said.lines().filter(|l| l.contains("CONSOLE")).map(str::to_owned).collect();
    (String::from_utf8(output.stdout).unwrap(), console)
}

/// Prints the page to this file.
pub(crate) fn print(browser: &Path, profile: &Path, url: &str, pdf: &Path) {
    let target = format!("--print-to-pdf={}", pdf.display());
    run(browser, profile, &["--no-pdf-header-footer", &target, url]);
}

/// A server of one page that remembers what it was asked for.
pub(crate) struct Server {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves this page under `/page.html` until the test ends; everything else is not there.
    pub(crate) fn of(page: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/page.html", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut request = [0_u8; 4096];
                let Ok(length) = stream.read(&mut request) else { continue };
                let text = String::from_utf8_lossy(&request[..length]);
                // Browsers open connections in advance and never use them.
                let Some(path) = text.split_whitespace().nth(1) else { continue };
                log.lock().unwrap().push(path.to_owned());
                let (status, body) =
                    if path == "/page.html" { ("200 OK", page.as_str()) } else { ("404 Not Found", "") };
                let head = format!(
                    "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                    body.len()
                );
                let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
            }
        });
        Server { url, asked }
    }

    /// The paths that were asked for, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}
