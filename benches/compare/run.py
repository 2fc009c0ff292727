#!/usr/bin/env python3
"""Runs hemat beside DuckDB and Polars on one generated file and prints ratios.

    python3 -m venv .venv && .venv/bin/pip install duckdb polars
    cargo build --release
    .venv/bin/python benches/compare/run.py [LINES] [EVENTS] [ROUNDS]

hemat does all of `hemat savings`: reading, events, halls, report. The engines do a plain group-by of the lines whose
words match a regular expression, without any of that. Each run is a process of its own, timed as a whole; rounds take
turns, so that a busy machine is busy for all. The fastest round of each counts.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = "(?i)hotel|aula|gedung|rapat|seminar|sosialisasi|bimbingan|lokakarya|pelatihan|narasumber|konsumsi|makan"
DUCKDB = """
import duckdb, sys
print(len(duckdb.sql(f"select kode_akun, count(*), sum(total_harga) from read_csv('{sys.argv[1]}') where "
    f"regexp_matches(nama_komponen, '{sys.argv[2]}') or regexp_matches(nama_akun, '{sys.argv[2]}') group by kode_akun").fetchall()))
"""
POLARS = """
import polars as pl, sys
found = pl.col('nama_komponen').str.contains(sys.argv[2]) | pl.col('nama_akun').str.contains(sys.argv[2])
print(len(pl.scan_csv(sys.argv[1]).filter(found).group_by('kode_akun').agg(pl.len(), pl.col('total_harga').sum())
    .collect(engine='streaming')))
"""


def timed(command):
    """Wall seconds, CPU seconds and peak MiB of a command."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed: {status}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    lines, events, rounds = (int(a) for a in (sys.argv[1:] + ["4000000", "20000", "3"][len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "export.csv")
        subprocess.run([sys.executable, ROOT / "benches/compare/generate.py", str(lines), str(events), path], check=True)
        hemat = [str(ROOT / "target/release/hemat"), "savings", path]
        hemat += ["--venues", str(ROOT / "data/venues-contoh/venues.toml")]
        runs = {
            "hemat, 1 thread": [*hemat, "--jobs", "1"],
            "hemat, 2 threads": [*hemat, "--jobs", "2"],
            "DuckDB": [sys.executable, "-c", DUCKDB, path, WORDS],
            "Polars": [sys.executable, "-c", POLARS, path, WORDS],
        }
        best = {}
        for _ in range(rounds):
            for name, command in runs.items():
                run = timed(command)
                best[name] = min(best.get(name, run), run)
        size = os.path.getsize(path)
    faster = min(best["DuckDB"][0], best["Polars"][0])
    print(f"{lines} lines, {events} events, {size / 1e6:.0f} MB, {os.cpu_count()} cores, best of {rounds}")
    print("| run | wall s | CPU s | peak MiB | wall / faster engine |")
    print("|---|---|---|---|---|")
    for name, (wall, cpu, peak) in best.items():
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {wall / faster:.2f} |")
    print(f"1 to 2 threads: {best['hemat, 1 thread'][0] / best['hemat, 2 threads'][0]:.2f} times as fast")


if __name__ == "__main__":
    main()
