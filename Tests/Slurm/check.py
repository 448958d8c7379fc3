"""Runs a batch on a Slurm of two nodes that loses one of them, and compares it with a serial run.

Usage: check.py PROGRAM FOLDER [RECORDINGS]
"""

import filecmp
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import time

from cluster import Cluster

program, work = sys.argv[1], pathlib.Path(sys.argv[2])
count = int(sys.argv[3]) if len(sys.argv) > 3 else 120
SHARDS = max(6, count // 20)
# Recordings that no program can use, so that failures are rows.
BROKEN = [3, count // 2]
started = time.monotonic()
# The daemons end with the program, also when somebody ends it.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def say(text: str):
    print(f"[{time.monotonic() - started:5.1f} s] {text}", flush=True)


def retrogait(*arguments: str, codes=(0,), **options) -> subprocess.CompletedProcess:
    result = subprocess.run([program, *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    assert result.returncode in codes, f"{arguments}: exit code {result.returncode}\n{result.stdout}{result.stderr}"
    return result


def make_recordings():
    """Walks that differ in a digit: of one simulated walk, for simulating each takes longer than analyzing it."""
    retrogait("simulate", "--output", str(work / "walk"), "--strides", "8")
    feet = {name: (work / f"walk/{name}").read_text().splitlines() for name in ["left_foot.csv", "right_foot.csv"]}
    for k in range(count):
        folder = work / f"walks/P{k:05}"
        folder.mkdir(parents=True)
        for name, lines in feet.items():
            rows = lines[:]
            # Digits behind the last place of one number, in another row each.
            row = 2 + k % (len(rows) - 4)
            rows[row] += f"{1 + k // (len(rows) - 4)}1"
            if k in BROKEN:
                rows[10] = "broken," + rows[10]
            (folder / name).write_text("\n".join(rows) + "\n")
    people = "".join(f"P{k:05}\t{50 + k % 40}\n" for k in range(count))
    (work / "walks/participants.tsv").write_text("participant_id\tage\n" + people)


def files(folder: pathlib.Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def tables(store: pathlib.Path) -> dict[str, list]:
    """All rows of a store but for the time at which they were added."""
    database = sqlite3.connect(f"file:{store}?immutable=1", uri=True)
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    content = {}
    for name in names:
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")') if row[1] != "added_at"]
        content[name] = list(database.execute("SELECT {} FROM \"{}\"".format(", ".join(f'"{c}"' for c in columns), name)))
    return content


def run_on_cluster(cluster: Cluster, manifest: pathlib.Path) -> dict[str, int]:
    submit = [program, "batch", "submit", "--manifest", str(manifest), "--memory", "500M"]
    both = [subprocess.Popen(submit, env=cluster.environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    arrays = [one.communicate()[0].strip() for one in both]
    assert all(one.returncode == 0 for one in both) and len(set(arrays)) == 2, arrays
    say(f"submitted the same {SHARDS} shards twice: jobs {' and '.join(arrays)}")
    results = manifest.parent / "results"

    def finished() -> int:
        return sum(1 for one in results.glob("[!.]*")) if results.exists() else 0

    cluster.wait(lambda: finished() >= count // 10, 120, "a tenth of the recordings are done")
    task = r"batch\0run\0"
    assert cluster.kill_program(task), "found no task to kill"
    say(f"killed a task after {finished()} recordings")
    cluster.wait(lambda: finished() >= count // 4, 120, "a quarter of the recordings are done")
    cluster.kill_node("n2")
    say(f"killed a node after {finished()} recordings")
    cluster.wait(lambda: "down" in cluster.run("sinfo", "--noheader", "--Node", "--format", "%n %T"), 120,
                 "the dead node is known as down", cluster.release)
    say(f"Slurm noticed it after {finished()} recordings")
    cluster.wait(lambda: finished() >= count // 2, 180, "half of the recordings are done", cluster.release)
    cluster.start_node("n2")
    say("the node is back")
    cluster.wait(lambda: not cluster.jobs(), 120 + count, "all jobs have ended", cluster.release)
    restarts = sum(int(n) for n in re.findall(r"Restarts=(\d+)", cluster.run("scontrol", "--oneliner", "show", "job")))
    lost = (cluster.folder / "log/jobcomp.log").read_text().count("JobState=NODE_FAIL")
    return {"requeued by Slurm": lost, "requeued by the script": restarts - lost}


def main():
    say(f"{count} recordings, {SHARDS} shards")
    make_recordings()
    say("made recordings")
    walks, study, serial = work / "walks", work / "study", work / "serial"
    begin = time.monotonic()
    retrogait("analyze", str(walks), "--output", str(serial), "--no-report", "--jobs", "1", "--quiet", codes=(65,))
    say(f"serial run: {time.monotonic() - begin:.1f} s")
    begin = time.monotonic()
    plan = retrogait("batch", "plan", str(walks), "--output", str(study), "--shards", str(SHARDS))
    manifest = pathlib.Path(plan.stdout.strip())
    say(f"planned in {time.monotonic() - begin:.1f} s")
    with Cluster(work / "cluster") as cluster:
        say("Slurm runs with two nodes")
        begin = time.monotonic()
        requeued = run_on_cluster(cluster, manifest)
        say(f"all jobs ended after {time.monotonic() - begin:.0f} s; {requeued}")
        assert requeued["requeued by the script"] >= 1, cluster.logs()
        assert requeued["requeued by Slurm"] >= 1, cluster.logs()
    status = retrogait("batch", "status", "--manifest", str(manifest)).stdout
    assert re.search(r"missing +0\n", status) and re.search(rf"failed +{len(BROKEN)}\n", status), status

    # The same files with the same bytes, each recording once, and nothing unfinished in sight.
    retrogait("batch", "clean", "--manifest", str(manifest))
    expected = [name for name in files(serial) if name != "manifest.csv"]
    assert files(study / "results") == expected, set(files(study / "results")) ^ set(expected)
    _, different, missing = filecmp.cmpfiles(serial, study / "results", expected, shallow=False)
    assert not different and not missing, (different[:5], missing[:5])
    collated = study / "collated"
    assert (collated / "manifest.csv").read_bytes() == (serial / "manifest.csv").read_bytes()
    assert len((collated / "failures.csv").read_text().splitlines()) == 1 + len(BROKEN)

    # The store and the features of a serial run.
    store = work / "serial.sqlite"
    retrogait("history", "add", str(serial), "--store", str(store), "--quiet")
    assert tables(store) == tables(collated / "retrogait.sqlite")
    retrogait("export", "--store", str(store), "--level", "session", "--format", "parquet", "--output", str(work / "tables"))
    for name in files(work / "tables"):
        assert (collated / "tables" / name).read_bytes() == (work / "tables" / name).read_bytes(), name
    say("all outputs are those of the serial run")
    before = {name: (collated / name).read_bytes() for name in files(collated)}
    retrogait("batch", "collate", "--manifest", str(manifest), codes=(65,))
    assert before == {name: (collated / name).read_bytes() for name in files(collated)}
    say("collated again: the same bytes")


main()
