#!/usr/bin/env bash
# Builds and tests the packages outside the workspace. DataFusion alone is some 350 CPU seconds, so the gate leaves it out.
set -euo pipefail
cd "$(dirname "$0")/hemat-datafusion"
export CARGO_TERM_COLOR=never

cargo fmt --check
cargo test --locked
