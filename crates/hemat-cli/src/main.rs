//! The hemat command.
fn main() {}
