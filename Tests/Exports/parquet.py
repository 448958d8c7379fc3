"""Reads the random tables of ParquetFileTests with pyarrow, DuckDB and polars: parquet.py FOLDER

FOLDER has N.parquet beside N.json, which holds each column's cells as text. Every cell must come back in every reader.
"""

import json
import pathlib
import struct
import sys

import duckdb
import polars
import pyarrow.parquet

EPOCH = 719163  # datetime.date.toordinal of 1970-01-01
TYPES = {
    "truth": ("bool", "BOOLEAN", "Boolean"), "whole": ("int64", "BIGINT", "Int64"),
    "number": ("double", "DOUBLE", "Float64"), "text": ("string", "VARCHAR", "String"),
    "day": ("date32[day]", "DATE", "Date"),
}


def text(cell, kind):
    """The cell as the test wrote it."""
    if cell is None:
        return None
    if kind == "truth":
        return "true" if cell else "false"
    if kind == "number":
        return str(struct.unpack("<Q", struct.pack("<d", cell))[0])
    if kind == "day":
        return str(cell.toordinal() - EPOCH)
    return str(cell)


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: found {str(found)[:200]}; expected {str(wanted)[:200]}")


folder = pathlib.Path(sys.argv[1])
cells = 0
for place in sorted(folder.glob("*.json"), key=lambda path: int(path.stem)):
    columns = json.loads(place.read_text(encoding="utf-8"))["columns"]
    file = str(place.with_suffix(".parquet"))
    arrow = pyarrow.parquet.read_table(file)
    lazy = duckdb.sql(f"SELECT * FROM read_parquet('{file}')")
    rows = lazy.fetchall()
    frame = polars.read_parquet(file)
    expect(arrow.column_names, [column["name"] for column in columns], file)
    expect(pyarrow.parquet.read_metadata(file).created_by, "RetroGait version 0.0.0", file)
    expect(arrow.schema.metadata[b"key"].decode(), "välue", file)
    for k, column in enumerate(columns):
        kind = column["kind"]
        what = f"{file}, {column['name']} of {kind}"
        expect((str(arrow.schema[k].type), str(lazy.types[k]), str(frame.dtypes[k])), TYPES[kind], what)
        wanted = column["cells"]
        for reader, found in [
            ("pyarrow", arrow.column(k).to_pylist()), ("DuckDB", [row[k] for row in rows]),
            ("polars", frame.to_series(k).to_list()),
        ]:
            expect([text(cell, kind) for cell in found], wanted, f"{what} in {reader}")
            cells += len(wanted)
print(f"Parquet: {len(list(folder.glob('*.json')))} random tables, {cells} cells read back by pyarrow, DuckDB and polars")
