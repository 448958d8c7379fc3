"""What is disturbed: commands that write, the state before and after them, and how the two are compared."""

import csv
import dataclasses
import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

NAME = "Wilhelmina-Trautmannsdorff"
REMOVED = "Aloysius-Wenzelburger"


@dataclasses.dataclass
class Operation:
    name: str
    # Arguments, and what is there, both of the folder in which the command works.
    command: Callable[[Path], list]
    content: Callable[[Path], dict]
    # Whether it is done all at once, or one part after the other.
    at_once: bool = False
    before: dict = None
    after: dict = None


def results(folder):
    """Each folder of results as one value, and what the manifest says of it."""
    content = {}
    output = folder / "output"
    for place in output.iterdir() if output.exists() else []:
        if place.is_dir() and not place.name.startswith("."):
            content[place.name] = {file.name: digest(file) for file in place.iterdir()}
    return content


def manifest(folder):
    """Rows of the manifest; whether a recording was done now or earlier is no difference."""
    file = folder / "output/manifest.csv"
    rows = list(csv.DictReader(file.open(newline=""))) if file.exists() else []
    return [{**row, "status": row["status"].replace("skipped", "done"), "message": None} for row in rows]


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def store(folder, name="store.sqlite"):
    """Each recording of a store with all of its rows, and what is said of each person."""
    file = folder / name
    if not file.exists():
        return {}
    database = sqlite3.connect(file)
    try:
        content = {}
        for number, *key in database.execute(
                "SELECT recording.id, subject.name, session.name, recording.name, results_sha256 FROM recording"
                " JOIN session ON session.id = session_id JOIN subject ON subject.id = subject_id"):
            rows = [sorted(database.execute(f"SELECT * FROM {table} WHERE recording_id = ?", (number,)).fetchall(), key=repr)
                    for table in ("stride", "measure", "walk", "input", "summary", "stride_curves")]
            content[tuple(key)] = hashlib.sha256(repr([[row[1:] for row in table] for table in rows]).encode()).hexdigest()
        for row in database.execute("SELECT name, diagnosis_group, affected_side, comment, plan FROM subject"):
            content[row[0]] = row[1:]
        return content
    finally:
        database.close()


def written(name):
    return lambda folder: {name: digest(folder / name)} if (folder / name).exists() else {}


def tables(folder):
    """Each file of an export."""
    return {file.name: digest(file) for file in (folder / "tables").glob("*") if not file.name.startswith(".")
            and ".part-" not in file.name}


def leftovers(folder):
    """What a disturbed command left behind: hidden files and folders, and halves."""
    marks = (".unfinished-", ".replaced-", ".part-", ".nosync")
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*")
                  if any(mark in path.name for mark in marks))


OPERATIONS = [
    Operation("analyze", lambda f: ["analyze", f / "walks", "--output", f / "output", "--jobs", 2, "--no-report", "--quiet"],
              results),
    Operation("add", lambda f: ["history", "add", f / "results", "--subject", NAME, "--store", f / "store.sqlite"], store),
    Operation("remove", lambda f: ["history", "remove", REMOVED, "--store", f / "store.sqlite"], store, at_once=True),
    Operation("annotate", lambda f: ["history", "annotate", REMOVED, "--group", "stroke", "--plan", "10x3x6", "--comment", "x",
                                     "--store", f / "store.sqlite"], store, at_once=True),
    Operation("backup", lambda f: ["history", "backup", f / "copy.sqlite", "--store", f / "store.sqlite"],
              lambda folder: store(folder, "copy.sqlite"), at_once=True),
    Operation("export", lambda f: ["history", "export", "strides", "--output", f / "strides.csv", "--store",
                                   f / "store.sqlite"], written("strides.csv"), at_once=True),
    Operation("tables", lambda f: ["export", "--store", f / "store.sqlite", "--level", "stride", "session", "--format",
                                   "parquet", "--output", f / "tables"], tables),
    Operation("report", lambda f: ["report", f / "results", "--output", f / "report.html"],
              written("report.html"), at_once=True),
]


class Workplace:
    """A folder in which every operation begins from the same state."""

    def __init__(self, program, work):
        self.program = program
        self.state, self.folder = work / "state", work / "run"
        walks = self.state / "walks"
        for k, way in enumerate(("forward", "backward", "forward")):
            program.must("simulate", "--output", walks / f"w{k}", "--direction", way, "--strides", 5, "--sampling-rate", 50,
                         "--seed", k + 1)
        program.must("analyze", walks, "--output", self.state / "results", "--no-report", "--quiet")
        # Results of which two are to be replaced, and one is missing.
        shutil.copytree(self.state / "results", self.state / "output")
        shutil.rmtree(self.state / "output/w2")
        for k in (0, 1):
            program.must("simulate", "--output", walks / f"w{k}", "--strides", 7 + k, "--sampling-rate", 50, "--force")
        # Two people in the store; export and report take the place of earlier ones, which knew one.
        for k, person in enumerate((REMOVED, "P2")):
            other = self.state / f"other{k}"
            program.must("analyze", walks / f"w{k}", "--output", other, "--no-report", "--quiet")
            program.must("history", "add", other, "--subject", person, "--store", self.state / "store.sqlite")
            if k == 0:
                program.must("history", "export", "strides", "--output", self.state / "strides.csv", "--store",
                             self.state / "store.sqlite")
                program.must("export", "--store", self.state / "store.sqlite", "--level", "stride", "session", "--format",
                             "parquet", "--output", self.state / "tables")
                program.must("report", other, "--output", self.state / "report.html")

    def prepare(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.state, self.folder)
        return self.folder
