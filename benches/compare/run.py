#!/usr/bin/env python3
"""Runs hemat beside DuckDB and Polars on one generated file and prints ratios.

    python3 -m venv .venv && .venv/bin/pip install duckdb polars
    cargo build --release
    .venv/bin/python benches/compare/run.py [LINES] [EVENTS] [ROUNDS]

hemat does all of `hemat savings`: reading, events, halls, report. The engines do plain group-bys, without any of that:

- by account: the lines whose component or account matches a regular expression, summed by account: a dozen groups, the
  least that an engine can do with such a file;
- by activity: the lines that match it in any text that hemat reads (component, specification, account, activity),
  summed by region, agency and activity: what comes nearest to the question that hemat answers.

Each run is a process of its own, timed as a whole; rounds take turns, so that a busy machine is busy for all. The
fastest round of each counts.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = "(?i)hotel|aula|gedung|rapat|seminar|sosialisasi|bimbingan|lokakarya|pelatihan|narasumber|konsumsi|makan"
# Name of the query, columns of words, columns of groups.
QUERIES = [
    ("by account", ["nama_komponen", "nama_akun"], ["kode_akun"]),
    ("by activity", ["nama_komponen", "spek_komponen", "nama_akun", "nama_sub_giat"],
     ["nama_daerah", "nama_skpd", "nama_sub_giat"]),
]
DUCKDB = """
import duckdb, sys
path, words, texts, groups = sys.argv[1:]
found = ' or '.join(f"regexp_matches({text}, '{words}')" for text in texts.split())
groups = ', '.join(groups.split())
print(len(duckdb.sql(f"select {groups}, count(*), sum(total_harga) from read_csv('{path}') where {found} group by {groups}").fetchall()))
"""
POLARS = """
import polars as pl, sys
path, words, texts, groups = sys.argv[1:]
found = pl.any_horizontal(pl.col(text).str.contains(words) for text in texts.split())
print(len(pl.scan_csv(path).filter(found).group_by(groups.split()).agg(pl.len(), pl.col('total_harga').sum())
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
        }
        for query, texts, groups in QUERIES:
            for engine, script in [("DuckDB", DUCKDB), ("Polars", POLARS)]:
                runs[f"{engine}, {query}"] = [sys.executable, "-c", script, path, WORDS, " ".join(texts), " ".join(groups)]
        best = {}
        for _ in range(rounds):
            for name, command in runs.items():
                run = timed(command)
                best[name] = min(best.get(name, run), run)
        size = os.path.getsize(path)
    faster = [min(best[f"DuckDB, {query}"][0], best[f"Polars, {query}"][0]) for query, _, _ in QUERIES]
    print(f"{lines} lines, {events} events, {size / 1e6:.0f} MB, {os.cpu_count()} cores, best of {rounds}")
    heads = " | ".join(f"wall / faster engine, {query}" for query, _, _ in QUERIES)
    print(f"| run | wall s | CPU s | peak MiB | {heads} |")
    print("|---|---|---|---|" + "---|" * len(QUERIES))
    for name, (wall, cpu, peak) in best.items():
        ratios = " | ".join(f"{wall / of:.2f}" for of in faster)
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {ratios} |")
    print(f"1 to 2 threads: {best['hemat, 1 thread'][0] / best['hemat, 2 threads'][0]:.2f} times as fast")


if __name__ == "__main__":
    main()
