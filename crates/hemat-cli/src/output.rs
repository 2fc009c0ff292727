//! Where output goes: data to stdout or to a file written whole or not at all, talk to stderr.

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use hemat_core::lang::Lang;
use hemat_io::write::safe::terminal_safe;

use crate::claim;
use crate::exit::Failure;
use crate::interrupt::Unfinished;

/// Width of text reports when stdout is no terminal.
const PLAIN_WIDTH: usize = 110;

/// The width to write text for.
pub(crate) fn width(to_file: bool) -> usize {
    if to_file {
        return PLAIN_WIDTH;
    }
    // Of stdout alone: what is piped must not depend on the window it was typed in.
    terminal_size::terminal_size_of(io::stdout()).map_or(PLAIN_WIDTH, |(w, _)| usize::from(w.0).max(40))
}

/// A workbook or Parquet is no text: a terminal is refused.
pub(crate) fn refuse_terminal(format: &str, path: Option<&Path>, lang: Lang) -> Result<(), Failure> {
    let to_stdout = path.is_none_or(|p| p == Path::new("-"));
    if to_stdout && io::stdout().is_terminal() {
        return Err(Failure::Said(match lang {
            Lang::Id => {
                format!("{format} adalah berkas biner: beri --out LAPORAN.{format}, atau alihkan keluarannya")
            }
            Lang::En => {
                format!("{format} is a binary file: give --out REPORT.{format}, or redirect the output")
            }
        }));
    }
    Ok(())
}

/// Says something to the user; file names and cells in it are made inert for the terminal. Nothing can be done if even
/// that fails.
pub(crate) fn say(text: &str) {
    let lines: Vec<_> = text.split('\n').map(terminal_safe).collect();
    let _ = writeln!(io::stderr(), "{}", lines.join("\n"));
}

/// Standard output that remembers whether its reader went away: some writers wrap the error beyond recognition.
struct Pipe {
    stdout: io::StdoutLock<'static>,
    closed: bool,
}

impl Pipe {
    fn noticed<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        self.closed |= result.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
        result
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.stdout.write(bytes);
        self.noticed(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.stdout.flush();
        self.noticed(result)
    }
}

/// Writes data to a file (whole, or not at all: a temporary file beside it is renamed) or to stdout.
pub(crate) fn write_data(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Some(path) = path.filter(|p| *p != Path::new("-")) else {
        let mut pipe = Pipe { stdout: io::stdout().lock(), closed: false };
        let mut out = BufWriter::new(&mut pipe);
        let written = write(&mut out).and_then(|()| out.flush());
        // What is left in the buffer has nowhere to go after a failure.
        drop(out.into_parts());
        return if pipe.closed { Err(Failure::Closed) } else { written.map_err(Failure::from) };
    };
    let failed = |error: io::Error| Failure::Said(format!("{}: {error}", path.display()));
    if path.is_dir() {
        return Err(Failure::Said(format!("{}: is a folder; give a file name", path.display())));
    }
    if path.metadata().is_ok_and(|m| !m.is_file()) {
        // A device or a named pipe is written to; renaming a file over it would remove it.
        let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(path).map_err(failed)?);
        return write(&mut out).and_then(|()| out.flush()).map_err(failed);
    }
    let target = behind_links(path)?;
    claim::output(&target)?;
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let temporary = || tempfile::Builder::new().prefix(".hemat-").tempfile_in(folder);
    let (mut file, _unfinished) = Unfinished::made(temporary).map_err(failed)?;
    {
        let mut out = BufWriter::new(&mut file);
        write(&mut out).and_then(|()| out.flush()).map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    let permissions = fs::metadata(&target).ok().map(|m| m.permissions());
    let kept = file.persist(&target).map_err(|e| failed(e.error))?;
    // A temporary file is private; a report is as readable as the file it replaces, or as usual.
    match permissions {
        Some(permissions) => kept.set_permissions(permissions).map_err(failed)?,
        None => readable(&kept).map_err(failed)?,
    }
    Ok(())
}

/// The file that a link names: a report goes there, and the link stays.
fn behind_links(path: &Path) -> Result<PathBuf, Failure> {
    if !path.is_symlink() {
        return Ok(path.to_owned());
    }
    path.canonicalize().map_err(|_| {
        Failure::Said(format!("{}: is a link to nothing; remove it, or give another name", path.display()))
    })
}

#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}
