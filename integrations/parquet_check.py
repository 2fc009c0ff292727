#!/usr/bin/env python3
"""Holds `hemat lines --format parquet` against `hemat lines --format csv` of the same budget, in DuckDB and Polars.

usage: python parquet_check.py lines.parquet lines.csv
needs: pip install duckdb polars
"""

import csv
import sys
from decimal import Decimal

import duckdb
import polars

MONEY = ("unit_price", "amount")
WHOLE = ("row", "part", "account_row", "year", "persons", "days", "occurrences")
TEXT = ("file", "region", "agency", "activity", "account_code", "description", "cost_kind", "venue_kind", "confidence", "reason")


def same(found, text):
    """True if a cell of the CSV is this text: made inert for spreadsheets, or with its control characters made visible."""
    if found == text or text == f"'{found}":
        return True
    return isinstance(found, str) and any(not c.isprintable() for c in found)


def expected(path):
    csv.field_size_limit(sys.maxsize)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known = {name: row[name] or None for name in MONEY + WHOLE}
            money = tuple(known[name] and Decimal(known[name]) for name in MONEY)
            whole = tuple(known[name] and int(known[name]) for name in WHOLE)
            yield money + whole + tuple(row[name] or None for name in TEXT)


def compare(engine, types, found, rows):
    for name in MONEY:
        print(f"{engine}: {name} is {types[name]}")
    if len(found) != len(rows):
        sys.exit(f"{engine}: {len(found)} rows, the CSV has {len(rows)}")
    for at, (one, other) in enumerate(zip(found, rows), start=1):
        if not all(map(same, one, other)):
            sys.exit(f"{engine}: line {at} differs:\n  {one}\n  {other}")
    total = sum((row[1] for row in found), Decimal(0))
    print(f"{engine}: {len(found)} lines equal, amount {total.normalize():f}")


def main():
    parquet, rows = sys.argv[1], list(expected(sys.argv[2]))
    names = list(MONEY + WHOLE + TEXT)
    relation = duckdb.read_parquet(parquet)
    types = dict(zip(relation.columns, map(str, relation.types)))
    compare(f"DuckDB {duckdb.__version__}", types, relation.select(*names).fetchall(), rows)
    frame = polars.read_parquet(parquet)
    types = {name: str(kind) for name, kind in frame.schema.items()}
    compare(f"Polars {polars.__version__}", types, frame.select(names).rows(), rows)


main()
