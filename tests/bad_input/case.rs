//! One bad input, what the command must say of it, and the run that holds it to that.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::tempdir;

/// No case may take longer: a hang is killed and fails. Generous, since other builds may share the machine.
const BOUND: Duration = Duration::from_secs(120);

/// Most address space of a child in KiB (1.5 GiB): an input of a few megabytes that needs more is a bomb that went off.
const MEMORY: u64 = 1_500_000;

/// A bad input.
pub(crate) struct Case {
    /// What is wrong, distinct among all cases.
    pub(crate) name: String,
    /// The arguments; `{}` stands for the folder of the case.
    args: Vec<String>,
    /// Files of that folder.
    files: Vec<(String, Vec<u8>)>,
    /// Standard input.
    stdin: Vec<u8>,
    /// The exit code that must come.
    code: i32,
    /// What standard error must hold.
    says: Vec<String>,
    /// What standard output must hold.
    shows: Vec<String>,
}

impl Case {
    /// A case of these arguments, separated by blanks, that must end with this code.
    pub(crate) fn new(name: impl Into<String>, args: &str, code: i32) -> Self {
        Case {
            name: name.into(),
            args: args.split_whitespace().map(str::to_owned).collect(),
            files: Vec::new(),
            stdin: Vec::new(),
            code,
            says: Vec::new(),
            shows: Vec::new(),
        }
    }

    /// With this file.
    pub(crate) fn file(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.push((name.to_owned(), bytes.into()));
        self
    }

    /// With this standard input.
    pub(crate) fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
        self
    }

    /// Standard error must hold these.
    pub(crate) fn says(mut self, words: &[&str]) -> Self {
        self.says.extend(words.iter().map(|w| (*w).to_owned()));
        self
    }

    /// Standard output must hold these.
    pub(crate) fn shows(mut self, words: &[&str]) -> Self {
        self.shows.extend(words.iter().map(|w| (*w).to_owned()));
        self
    }

    /// Runs the case in a folder of its own. What was there is there afterwards, and nothing else.
    fn fault(&self) -> Option<String> {
        let folder = tempdir().unwrap();
        for (name, bytes) in &self.files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let before = listing(folder.path());
        let here = folder.path().to_str().unwrap();
        let args: Vec<String> = self.args.iter().map(|arg| arg.replace("{}", here)).collect();
        let ran = match run(&mut limited(&args), &self.stdin) {
            Ok(ran) => ran,
            Err(hung) => return Some(hung),
        };
        let mut faults = Vec::new();
        if ran.status.code() != Some(self.code) {
            faults.push(format!("ended with {} instead of {}", ran.status, self.code));
        }
        faults.extend(missing(&self.says, &ran.stderr, "standard error"));
        faults.extend(missing(&self.shows, &ran.stdout, "standard output"));
        if ran.stderr.contains("panicked") || ran.stderr.contains("overflowed its stack") {
            faults.push("panicked".to_owned());
        }
        if self.code == 2 && !self.shows.iter().any(|s| !s.is_empty()) && !ran.stdout.is_empty() {
            faults.push(format!("wrote data and failed: {:.200}", ran.stdout));
        }
        if ran.stderr.len() > 20_000 {
            faults.push(format!("said {} bytes; a screen holds 2,000", ran.stderr.len()));
        }
        if ran.stderr.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            faults.push("sent control characters to the terminal".to_owned());
        }
        if listing(folder.path()) != before {
            faults.push("changed an input or left a file behind".to_owned());
        }
        (!faults.is_empty()).then(|| format!("{}\n  stderr: {:.1500}", faults.join("\n  "), ran.stderr))
    }
}

fn missing(words: &[String], text: &str, place: &str) -> Vec<String> {
    words.iter().filter(|word| !text.contains(*word)).map(|word| format!("{place} lacks {word:?}")).collect()
}

/// Every file of a folder with its bytes.
fn listing(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.display().to_string(), fs::read(&path).unwrap_or_default())
        })
        .collect();
    all.sort();
    all
}

/// Runs all cases of a group; the message names every one that fails.
pub(crate) fn hold(cases: &[Case]) {
    let faults: Vec<String> = cases
        .iter()
        .filter_map(|case| Some(format!("{}: {}\n  {}", case.name, case.args.join(" "), case.fault()?)))
        .collect();
    assert!(faults.is_empty(), "{} of {} cases:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// What a run left behind.
pub(crate) struct Ran {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The command with these arguments under a limit of memory, where there is one to set.
pub(crate) fn limited(args: &[String]) -> Command {
    let program = env!("CARGO_BIN_EXE_hemat");
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\""), program]);
        shell
    } else {
        Command::new(program)
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    command.args(args).current_dir(root).env_remove("COLUMNS");
    command
}

/// Runs a command to its end, or kills it at [`BOUND`] and says so.
pub(crate) fn run(command: &mut Command, stdin: &[u8]) -> Result<Ran, String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| e.to_string())?;
    let mut input = child.stdin.take().unwrap();
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    thread::scope(|scope| {
        // A child that stops reading closes the pipe: no fault of ours.
        scope.spawn(move || input.write_all(stdin).is_ok());
        let stdout = scope.spawn(move || text_of(&mut out));
        let stderr = scope.spawn(move || text_of(&mut err));
        let status = ended(&mut child)?;
        Ok(Ran { status, stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap() })
    })
}

fn text_of(from: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Waits for a child, and kills it at [`BOUND`].
pub(crate) fn ended(child: &mut Child) -> Result<ExitStatus, String> {
    let from = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            return Ok(status);
        }
        if from.elapsed() > BOUND {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("still running after {} s: killed", BOUND.as_secs()));
        }
        thread::sleep(Duration::from_millis(3));
    }
}
