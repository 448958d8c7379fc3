"""Opens the tables of an export without an argument and compares types and cells: tables.py CSV-FOLDER PARQUET-FOLDER

The types are those of dictionary.csv; CSV and Parquet hold the same cells; Frictionless accepts the data package.
"""

import csv
import json
import pathlib
import sys

import duckdb
import frictionless
import pandas
import polars
import pyarrow.csv
import pyarrow.parquet

text_folder, parquet_folder = map(pathlib.Path, sys.argv[1:3])
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)


dictionary = {}
with open(text_folder / "dictionary.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        dictionary.setdefault(row["table"], {})[row["name"]] = row

# What a program calls the type of a column that is read from text; whole numbers with gaps are numbers in pandas.
PANDAS = {"boolean": "bO", "integer": "if", "number": "fi", "date": "OUM", "string": "OUT"}
PARQUET = {"boolean": "bool", "integer": "int64", "number": "double", "date": "date32[day]", "string": "string"}
DUCKDB = {"boolean": "BOOLEAN", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE", "string": "VARCHAR"}
POLARS = {"boolean": "Boolean", "integer": "Int64", "number": "Float64", "date": "Date", "string": "String"}

tables = sorted(path.stem for path in parquet_folder.glob("*.parquet"))
rows = 0
for table in tables:
    fields = dictionary[table]
    parquet = str(parquet_folder / f"{table}.parquet")
    arrow = pyarrow.parquet.read_table(parquet)
    lazy = duckdb.sql(f"SELECT * FROM '{parquet}'")
    frame = polars.read_parquet(parquet)
    check(arrow.column_names == list(fields), f"{table}: other columns than in the dictionary")
    for name, field in fields.items():
        kind = field["type"]
        found = [str(arrow.schema.field(name).type), str(lazy.types[lazy.columns.index(name)]), str(frame[name].dtype)]
        check(found == [PARQUET[kind], DUCKDB[kind], POLARS[kind]], f"{table}.{name}: {found} for {kind}")

    path = str(text_folder / f"{table}.csv")
    with open(path, encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    rows += len(cells)
    check(len(cells) == arrow.num_rows, f"{table}: {len(cells)} rows as text, {arrow.num_rows} as Parquet")
    for name, field in fields.items():
        for row, value in zip(cells, arrow.column(name).to_pylist()):
            cell = row[name]
            if value is None or cell == "":
                same = value is None and cell == ""
            elif field["type"] in ("number", "integer"):
                same = float(cell) == value
            elif field["type"] == "boolean":
                same = cell == ("TRUE" if value else "FALSE")
            else:
                same = cell == str(value) or cell == f"'{value}"
            check(same, f"{table}.{name}: {cell!r} as text, {value!r} as Parquet")

    panda, from_arrow = pandas.read_csv(path), pyarrow.csv.read_csv(path)
    from_polars = polars.read_csv(path, infer_schema_length=None)
    from_duck = duckdb.sql(f"SELECT * FROM '{path}'")
    for name, field in fields.items():
        if panda[name].isna().all():
            continue  # No cell from which a type could be told.
        kind = field["type"]
        if kind == "boolean":
            found = [str(from_arrow.schema.field(name).type), str(from_polars[name].dtype),
                     str(from_duck.types[from_duck.columns.index(name)])]
            check(found == ["bool", "Boolean", "BOOLEAN"], f"{table}.csv, {name}: {found}")
            check(set(panda[name].dropna().unique()) <= {True, False}, f"{table}.csv, {name} in pandas")
        elif kind in ("integer", "number"):
            check(panda[name].dtype.kind in PANDAS[kind], f"{table}.csv, {name}: {panda[name].dtype} for {kind}")

for folder in (text_folder, parquet_folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        size = (folder / resource["path"]).stat().st_size
        check(resource["bytes"] == size, f"{resource['path']}: {size} bytes, datapackage.json has {resource['bytes']}")
report = frictionless.Package(str(text_folder / "datapackage.json")).validate()
check(report.valid, f"frictionless: {report.flatten(['fieldName', 'rowNumber', 'type', 'note'])[:5]}")
errors = list(frictionless.Package.metadata_validate(
    json.loads((parquet_folder / "datapackage.json").read_text(encoding="utf-8"))))
check(not errors, f"frictionless, Parquet: {[error.note for error in errors][:5]}")

print("\n".join(failures[:20]) or f"exports: {len(tables)} tables, {rows} rows, the same in CSV and Parquet; types as in the "
      "dictionary in pandas, polars, pyarrow and DuckDB; Frictionless accepts the package")
sys.exit(1 if failures else 0)
