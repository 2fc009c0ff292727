#!/usr/bin/env bash
# Fuzzes every target for so many minutes, two at a time: fuzz/run.sh MINUTES [TARGET...]
# Needs cargo-fuzz. Logs go to $LOGS (fuzz/logs); fuzz/counts.sh reads the executions out of them.
set -euo pipefail
cd "$(dirname "$0")"
minutes="${1:?minutes for each target}"
shift
export RUSTC_BOOTSTRAP=1
export LOGS="${LOGS:-$PWD/logs}" SECONDS_EACH=$((minutes * 60))
mkdir -p "$LOGS"
[ -n "${SEEDED:-}" ] || ./seed.sh >"$LOGS/seed.txt"
if [ $# -eq 0 ]; then
  mapfile -t targets < <(cargo fuzz list)
else
  targets=("$@")
fi
# BUILT names a folder of programs that were built before.
if [ -z "${BUILT:-}" ]; then
  for target in "${targets[@]}"; do
    cargo fuzz build "$target"
  done
  BUILT="$(find "${CARGO_TARGET_DIR:-target}" -maxdepth 3 -type f -name "${targets[0]}" -printf '%h\n' | head -n 1)"
fi
export BUILT
# A text longer than 64 KiB shows nothing that a shorter one does not, and is slow. At nice 19 a busy machine can hold a run
# up for minutes: less than ten is no hang.
one() {
  mkdir -p "corpus/$1" "artifacts/$1"
  nice -n 19 "$BUILT/$1" -max_total_time="$SECONDS_EACH" -max_len=65536 -timeout=600 -rss_limit_mb=3000 \
    -print_final_stats=1 -artifact_prefix="artifacts/$1/" "corpus/$1" >"$LOGS/$1.log" 2>&1 || echo "$1: a finding, see $LOGS/$1.log"
}
export -f one
printf '%s\n' "${targets[@]}" | xargs -P 2 -I{} bash -c 'one {}'
./counts.sh
