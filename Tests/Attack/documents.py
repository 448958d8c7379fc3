"""Changed documents: details, settings, maps, plans, results and stores, each given to the command that reads it."""

import csv
import json
import math
import shutil
import time

import mutation

BATCH = 20
MAP = b"left_foot.time=time_s:s\nleft_foot.acc=2,3,4:m/s^2\nleft_foot.gyr=5,6,7:deg/s\n"
PLAN = b"""name: growing
start: 2026-09-07
weeks: 6
sessions_per_week: 2-3
minutes_per_session: 5-10
minutes_per_session_last: 20-30
"""
DETAILS = [
    b'{"subject": "P1", "session": "s1", "started_at": "2026-09-07T10:00:00+02:00", "surface": "treadmill",\n'
    b' "belt_speed_m_s": 1.1, "incline_percent": 0, "height_m": 1.7, "notes": "left knee", "age": 61}\n',
    b'{"subject": "P2", "toes": {"left_foot": "+x"}, "front": "-z", "walked_m": 20, "x": [1, {"y": [null, true]}]}\n',
]
PARTICIPANTS = b"participant_id\tage\theight_m\tgroup\nP1\t61\t1.7\tknee OA\nP2\tn/a\t1.6\tstroke\n"


class Documents:
    def __init__(self, program, work, findings, random):
        self.program, self.findings, self.random = program, findings, random
        self.folder = work / "documents"
        self.folder.mkdir()
        walk = self.folder / "walk"
        program.must("simulate", "--output", walk, "--strides", 4, "--sampling-rate", 50)
        program.must("analyze", walk, "--output", self.folder / "results", "--no-report", "--quiet")
        self.store = self.folder / "store.sqlite"
        program.must("history", "add", self.folder / "results", "--subject", "P1", "--store", self.store)
        self.results = {file.name: file.read_bytes() for file in (self.folder / "results/walk").iterdir()}
        self.bytes_of_store = self.store.read_bytes()
        lines = (walk / "left_foot.csv").read_text().splitlines()[:150]
        self.samples = ("\n".join(lines) + "\n").encode()
        self.table = self.folder / "table.csv"
        self.table.write_text("\n".join(["time_s,a,b,c,d,e,f", *lines[1:]]) + "\n")
        self.settings = program.must("analyze", "--print-settings").output.encode()

    def attack(self, end):
        kinds = [self.details, self.settings_file, self.map, self.plan, self.changed_results, self.changed_store]
        number = 0
        while time.monotonic() < end:
            kinds[number % len(kinds)]()
            number += 1

    def written(self, name, data):
        file = self.folder / name
        file.write_bytes(data)
        return file

    def fresh(self, name):
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def details(self):
        """A batch of recordings, each of which says something else; every one must be a row of the manifest."""
        walks = self.fresh("walks")
        for k in range(BATCH):
            (walks / f"w{k}").mkdir()
            (walks / f"w{k}/left_foot.csv").write_bytes(self.samples)
            (walks / f"w{k}/recording.json").write_bytes(mutation.mutated(DETAILS, self.random))
        if self.random.randrange(3) == 0:
            (walks / "participants.tsv").write_bytes(mutation.mutated([PARTICIPANTS], self.random))
        output = self.fresh("walks-output")
        answer = self.program.run("analyze", walks, "--output", output, "--no-report", "--quiet")
        self.findings.tried += BATCH - 1
        if not self.findings.check("details", answer, [walks]):
            return
        rows = (output / "manifest.csv").read_text().splitlines()[1:]
        missing = {f"w{k}" for k in range(BATCH)} - {row.split(",")[0] for row in rows}
        if missing:
            self.findings.add("details", f"no row of the manifest for {sorted(missing)}", answer, [walks])
        for summary in output.glob("*/summary.json"):
            if fault := json_fault(summary.read_text()):
                self.findings.add("details", f"{summary.parent.name}/summary.json: {fault}", answer, [walks])
        tables = self.fresh("tables")
        for form in ("parquet", "csv"):
            answer = self.program.run("export", "--from", output, "--format", form, "--level", "stride", "session", "--output",
                                      tables)
            self.findings.check("details", answer, [walks])
        for file in tables.glob("*.csv"):
            with file.open(newline="", encoding="utf-8") as text:
                widths = {len(row) for row in csv.reader(text)}
            if len(widths) > 1:
                self.findings.add("details", f"{file.name}: rows of {sorted(widths)} cells", answer, [walks])

    def settings_file(self):
        seeds = [self.settings, b"bouts:\n  fewestStrides: 5\n", b"\n".join(self.settings.splitlines()[:12]) + b"\n"]
        file = self.written("settings.yaml", mutation.mutated(seeds, self.random))
        answer = self.program.run("analyze", self.folder / "walk", "--settings", file, "--output",
                                  self.folder / "settings-output", "--no-report", "--quiet", "--force")
        self.findings.check("settings", answer, [file])

    def map(self):
        file = self.written("map.txt", mutation.mutated([MAP, MAP.replace(b"time_s:s", b"1:ms")], self.random))
        self.findings.check("map", self.program.run("inspect", self.table, "--map", file), [file, self.table])

    def plan(self):
        file = self.written("plan.yaml", mutation.mutated([PLAN], self.random))
        answer = self.program.run("history", "annotate", "P1", "--plan", file, "--store", self.store)
        if self.findings.check("plan", answer, [file]) and answer.code == 0:
            self.findings.check("plan", self.program.run("history", "dose", "P1", "--store", self.store), [file], {0})

    def changed_results(self):
        """A folder of results of which one file was changed; whatever is taken in, the store is whole and shows it."""
        place = self.fresh("changed") / "walk"
        place.mkdir()
        name = self.random.choice([*self.results, "summary.json", "strides.csv"])
        for file, data in self.results.items():
            change = mutation.damaged if file.endswith(".npy") else lambda seed, random: mutation.mutated([seed], random)
            (place / file).write_bytes(change(data, self.random) if file == name else data)
        store = self.folder / "changed.sqlite"
        for suffix in ("", "-wal", "-shm"):
            store.with_name(store.name + suffix).unlink(missing_ok=True)
        answer = self.program.run("history", "add", place, "--subject", "P1", "--store", store)
        if self.findings.check("results", answer, [place]) and answer.code == 0:
            for command in (["check"], ["trend", "P1"], ["show", "P1", "--json"]):
                answer = self.program.run("history", *command, "--store", store)
                self.findings.check("results", answer, [place, store], {0})
            if fault := json_fault(answer.output):
                self.findings.add("results", f"history show --json: {fault}", answer, [place])
        self.findings.check("results", self.program.run("report", place, "--output", self.folder / "r.html"), [place])
        for command in (["export", "--from", place, "--level", "stride", "step", "bout", "turn", "--output", self.folder / "t",
                         "--overwrite"], ["methods", place]):
            self.findings.check("results", self.program.run(*command), [place])

    def changed_store(self):
        for suffix in ("-wal", "-shm"):
            (self.folder / f"damaged.sqlite{suffix}").unlink(missing_ok=True)
        store = self.written("damaged.sqlite", mutation.damaged(self.bytes_of_store, self.random))
        before = self.folder / "damaged-before.sqlite"
        shutil.copy(store, before)
        commands = (["check"], ["list"], ["show", "P1"], ["trend", "P1"], ["remove", "P1"],
                    ["export", "strides", "--overwrite", "--output", self.folder / "e.csv"])
        for command in self.random.sample(commands, 2):
            answer = self.program.run("history", *command, "--store", store)
            self.findings.check("store", answer, [before])


def json_fault(text):
    """What is wrong with a JSON text: that it is none, or holds what is no finite number."""
    def refuse(name):
        raise ValueError(f"found {name}")

    def finite(text):
        if not math.isfinite(float(text)):
            raise ValueError(f"found {text}")

    try:
        json.loads(text, parse_constant=refuse, parse_float=finite)
    except ValueError as error:
        return str(error)
    return None
