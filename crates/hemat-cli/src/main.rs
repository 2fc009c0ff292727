//! The `hemat` command. Everything it does is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    hemat_cli::run(std::env::args_os())
}
