"""Reads the same files with RetroGait and with polars, pandas and h5py, each in processes of its own.

    reading.py layouts HDF5 FOLDER            the content of a plain HDF5 file in the layouts that labs have
    reading.py compare PROGRAM RUNS FILE...   medians of RUNS runs of each tool, with ratios
    reading.py read TOOL FILE                 one run, as key=value pairs (called by compare)
"""

import os
import statistics
import subprocess
import sys
import time

# What is read, by which tools. `numbers` are columns as they stand in the file, `streams` columns in SI units whose
# times, gaps and missing samples are known, and `recording` adds the hash of the file and whether the signals can be
# what they are said to be. h5py gives a table of three columns row by row; `columns` are those columns, one after the
# other, as all the others give them.
TOOLS = {
    ".csv": ["RetroGait: streams", "RetroGait: recording", "polars", "pandas"],
    ".h5": ["RetroGait: numbers", "RetroGait: streams", "RetroGait: recording", "h5py", "h5py, columns"],
}


def is_ours(tool):
    return tool.startswith("RetroGait: ")


def largest_memory():
    """Largest resident memory of this process so far, in bytes."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def with_polars(path):
    import polars

    yield
    table = polars.read_csv(path)
    numbers = [table[name].to_numpy() for name in table.columns]
    yield sum(len(n) for n in numbers)


def with_pandas(path):
    import pandas

    yield
    table = pandas.read_csv(path)
    numbers = [table[name].to_numpy() for name in table.columns]
    yield sum(len(n) for n in numbers)


def with_h5py(path, columns=False):
    import h5py
    import numpy

    yield
    numbers = []
    with h5py.File(path) as file:
        for group in file.values():
            for name in ("time", "accelerometer", "gyroscope"):
                values = group[name].astype(numpy.float64)[...]
                numbers.append(numpy.ascontiguousarray(values.T) if columns else values)
    yield sum(n.size for n in numbers)


def with_h5py_columns(path):
    return with_h5py(path, columns=True)


READERS = {"polars": with_polars, "pandas": with_pandas, "h5py": with_h5py, "h5py, columns": with_h5py_columns}


def read(tool, path):
    """Prints what one reading takes; loading the library does not count."""
    steps = READERS[tool](path)
    next(steps)
    before = largest_memory()
    cpu = time.process_time()
    wall = time.perf_counter()
    numbers = next(steps)
    wall = time.perf_counter() - wall
    cpu = time.process_time() - cpu
    print(f"numbers={numbers} wall={wall} cpu={cpu} peak={largest_memory()} before={before}")


def layouts(source, folder):
    """Writes what `source` holds unpacked, as h5py packs by default, and as 64-bit numbers."""
    import h5py
    import numpy

    kinds = {
        "contiguous-32": dict(dtype="f4"),
        "contiguous-64": dict(dtype="f8"),
        "gzip-default": dict(dtype="f4", compression="gzip"),
        "gzip-rows": dict(dtype="f4", compression="gzip", shuffle=True, chunks="rows"),
    }
    with h5py.File(source) as original:
        for kind, options in kinds.items():
            with h5py.File(os.path.join(folder, f"{kind}.h5"), "w") as copy:
                for placement, group in original.items():
                    target = copy.create_group(placement)
                    for name, dataset in group.items():
                        values = dataset[...]
                        use = dict(options)
                        if name == "time":
                            use["dtype"] = "f8"
                        if use.get("chunks") == "rows":
                            use["chunks"] = (min(4096, len(values)),) + values.shape[1:]
                        written = target.create_dataset(name, data=values, **use)
                        for key, value in dataset.attrs.items():
                            written.attrs[key] = value


def run(command, environment):
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    return {key: float(value) for key, value in (pair.split("=") for pair in done.stdout.split())}


def command(tool, program, path):
    if is_ours(tool):
        return [program, "--read", tool.split(": ")[1], path]
    return [sys.executable, os.path.abspath(__file__), "read", tool, path]


def compare(program, runs, paths):
    one_thread = {
        name: "1" for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    }
    environment = {**os.environ, **one_thread}
    head = f"{'file and tool':<34}{'numbers':>10}{'wall, s':>9}{'CPU, s':>8}{'M/s':>7}{'peak, MB':>10}{'× held':>8}"
    print(head)
    for path in paths:
        tools = TOOLS.get(os.path.splitext(path)[1], TOOLS[".h5"])
        found = {tool: [] for tool in tools}
        # The tools take turns, so that what else the machine does meets all of them; the first turn fills the caches.
        for turn in range(runs + 1):
            for tool in tools:
                values = run(command(tool, program, path), environment)
                if turn > 0:
                    found[tool].append(values)
        print(f"{os.path.basename(path)}, {os.path.getsize(path) / 1e6:.1f} MB")
        middle = {
            tool: {key: statistics.median(values[key] for values in several) for key in several[0]}
            for tool, several in found.items()
        }
        for tool, m in middle.items():
            held = 8 * m["numbers"]
            print(
                f"  {tool:<32}{m['numbers']:>10.0f}{m['wall']:>9.3f}{m['cpu']:>8.3f}{m['numbers'] / m['cpu'] / 1e6:>7.1f}"
                f"{m['peak'] / 1e6:>10.1f}{(m['peak'] - m['before']) / held:>8.2f}"
            )
        for tool in filter(is_ours, tools):
            ratios = [
                f"{middle[other]['cpu'] / middle[tool]['cpu']:.2f} × {other}" for other in tools if not is_ours(other)
            ]
            print(f"  speed of {tool:<24}{', '.join(ratios)}")


def main(arguments):
    match arguments:
        case ["layouts", source, folder]:
            layouts(source, folder)
        case ["compare", program, runs, *paths] if paths:
            compare(program, int(runs), paths)
        case ["read", tool, path] if tool in READERS:
            read(tool, path)
        case _:
            print(__doc__, file=sys.stderr)
            return 64
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
