#!/usr/bin/env bash
# Writes the seeds of every target into fuzz/corpus, from the fixtures of the tests and the examples.
set -euo pipefail
cd "$(dirname "$0")/.."
HEMAT_FUZZ_CORPUS="$PWD/fuzz/corpus" cargo test --quiet -p hemat-cli --test fuzz_smoke seeds_are_written -- --nocapture
