//! Exit codes: one table, documented in the README and in `hemat --help`.

use std::error::Error;
use std::io;

use hemat_core::lookalike::hidden;

use crate::output::say;

/// How the command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: done.
    Done,
    /// 1: a report made again differs from its manifest.
    Differs,
    /// 1: indications, with `--deny`.
    Denied,
    /// 2: bad usage, or an input that could not be read at all.
    Failed,
    /// 3: a file was read, but rows were set aside, with `--strict`.
    SetAside,
}

impl Exit {
    pub(crate) fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Differs => 1,
            Exit::Denied => 1,
            Exit::Failed => 2,
            Exit::SetAside => 3,
        }
    }
}

/// What ends a command before its report.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A sentence for the user.
    #[error("{0}")]
    Said(String),
    /// The reader of our output went away (a closed pipe): nothing to say.
    #[error("closed pipe")]
    Closed,
}

impl Failure {
    pub(crate) fn said(error: impl Error) -> Self {
        Failure::Said(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Failure::Closed
        } else {
            Failure::Said(error.to_string())
        }
    }
}

/// Ends after a failure.
pub(crate) fn failed(failure: &Failure) -> Exit {
    match failure {
        Failure::Closed => Exit::Done,
        Failure::Said(text) => {
            say(&format!("hemat: {text}"));
            Exit::Failed
        }
    }
}

/// Ends after arguments that clap has refused, or after `--help` and `--version`.
pub(crate) fn usage(error: &clap::Error) -> Exit {
    let plain = error.render().to_string();
    if !error.use_stderr() || hidden(&plain).is_empty() {
        // A closed pipe while help is printed is no fault of the user.
        let _ = error.print();
    } else {
        // An argument can be the name of somebody's file: without colours, and inert.
        say(plain.trim_end());
    }
    if error.use_stderr() { Exit::Failed } else { Exit::Done }
}
