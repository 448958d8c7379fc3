"""Opens the HDF5 file of an export with h5py and pandas and compares it with Parquet: hdf5.py TABLES.H5 PARQUET-FOLDER

Tables, columns and their order, types and cells must be those of Parquet. A missing cell is NaN or an empty text.
"""

import json
import pathlib
import sys

import h5py
import pandas

path, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
failures = []
cells = 0


def same(found, wanted):
    if pandas.isna(wanted):
        return found == "" or pandas.isna(found)
    if isinstance(wanted, (bool, int, float)):
        return found == wanted
    return str(found) == str(wanted)


fields = {}
for field in json.loads((path.parent / "dictionary.json").read_text(encoding="utf-8"))["columns"]:
    fields[field["table"], field["name"]] = field
with h5py.File(path) as file:
    tables = list(file)
    if sorted(tables) != sorted(parquet.stem for parquet in folder.glob("*.parquet")):
        failures.append(f"found the tables {tables}")
    for table in tables:
        wanted = pandas.read_parquet(folder / f"{table}.parquet")
        # A name with a slash cannot be a link of HDF5; the attribute has it as given.
        columns = [(column.attrs.get("name", link), column) for link, column in file[table].items()]
        attributes_of = {name: column.attrs for name, column in columns}
        found = pandas.DataFrame({name: c.asstr()[:] if c.dtype.kind in "SO" else c[:] for name, c in columns})
        if list(found) != list(wanted) or len(found) != len(wanted):
            failures.append(f"{table}: found {list(found)} in {len(found)} rows")
            continue
        for name in wanted:
            field, attributes = fields[table, name], attributes_of[name]
            for key, attribute in [("definition", "description"), ("unit", "unit"), ("type", "type"),
                                   ("missing", "missing"), ("minimum", "minimum"), ("maximum", "maximum")]:
                if field.get(key) != attributes.get(attribute):
                    failures.append(f"{table}.{name}: {attribute} is {attributes.get(attribute)!r}, not {field.get(key)!r}")
            wrong = [(a, b) for a, b in zip(found[name], wanted[name]) if not same(a, b)]
            if wrong:
                failures.append(f"{table}.{name}: {wrong[0][0]!r} in HDF5, {wrong[0][1]!r} in Parquet, and {len(wrong) - 1} more")
            cells += len(wanted)
print("\n".join(failures[:20]) or f"HDF5: {len(tables)} tables, {cells} cells as in Parquet, read by h5py and pandas")
sys.exit(1 if failures else 0)
