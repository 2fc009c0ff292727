#!/usr/bin/env bash
# The executions of every target as a table, out of the logs of fuzz/run.sh; "finding" where one stopped it.
set -euo pipefail
cd "$(dirname "$0")"
LOGS="${LOGS:-$PWD/logs}"
echo "| target | executions | seconds | result |"
echo "|---|---|---|---|"
for log in "$LOGS"/*.log; do
  target="$(basename "$log" .log)"
  runs="$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)"
  [ -n "$runs" ] || runs="$(sed -n 's/^#\([0-9]*\).*/\1/p' "$log" | tail -n 1)"
  seconds="$(sed -n 's/^Done .* in \([0-9]*\) second.*/\1/p' "$log" | tail -n 1)"
  [ -n "$runs" ] || continue
  result="clean"
  if grep -q "^==.*ERROR\|deadly signal\|SUMMARY: libFuzzer" "$log"; then result="finding"; fi
  [ -n "$seconds" ] || { [ "$result" = finding ] || result="running"; }
  echo "| $target | $runs | ${seconds:--} | $result |"
done
