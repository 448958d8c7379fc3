"""Commands that are killed, or whose system calls fail: what was acknowledged is there, nothing is half written, and the same
command run again leads to what an undisturbed run gives, and leaves nothing behind."""

import os
import shutil
import struct
import subprocess
import threading
import time
from pathlib import Path

from operations import NAME, OPERATIONS, REMOVED, Workplace, leftovers, manifest, store
from program import CODES, kill
from visitors import Viewer

FAULTS = ("kill", "full", "error", "forbidden", "short", "exchange")


class Interruptions:
    """What kills and faults have in common."""

    def __init__(self, program, work, findings, random):
        self.program, self.findings, self.random, self.work = program, findings, random, work
        self.place = Workplace(program, work)
        self.duration = {}
        for operation in OPERATIONS:
            folder = self.place.prepare()
            operation.before = operation.content(folder)
            start = time.monotonic()
            program.must(*operation.command(folder))
            self.duration[operation.name] = time.monotonic() - start
            operation.after = operation.content(folder)
            operation.rows = manifest(folder)
            if operation.before == operation.after:
                raise RuntimeError(f"{operation.name} changes nothing")

    def judge(self, operation, folder, answer, codes, label):
        """Sees that the state after a disturbed command is one that may be."""
        name = f"{operation.name}-{label}"
        self.findings.tried += 1
        fault = answer.fault(codes) or self.state_fault(operation, folder, answer) or self.again_fault(operation, folder)
        if fault:
            self.findings.add(name, fault, answer, [folder])

    def state_fault(self, operation, folder, answer):
        content = operation.content(folder)
        if answer.code == 0 and content != operation.after:
            return "exit code 0, yet not what an undisturbed run gives"
        if answer.code == 0 and operation.name == "analyze" and manifest(folder) != operation.rows:
            return "exit code 0, yet not the manifest of an undisturbed run"
        if operation.at_once and content not in (operation.before, operation.after):
            return "half of it is done"
        for key in content.keys() | operation.before.keys() | operation.after.keys():
            if content.get(key) not in (operation.before.get(key), operation.after.get(key)):
                return f"neither old nor new: {key}"
        if operation.name == "add":
            # A line that was cut off was not read by anybody.
            done = [line.split(":")[0] for line in answer.output.split("\n")[:-1] if ": added" in line]
            kept = {key[2] for key in content if isinstance(key, tuple) and key[0] == NAME}
            if not kept.issuperset(done):
                return f"acknowledged and lost: {sorted(set(done) - kept)}"
        return self.store_fault(folder)

    def store_fault(self, folder):
        for name in ("store.sqlite", "copy.sqlite"):
            if (folder / name).exists():
                answer = self.program.run("history", "check", "--store", folder / name)
                if answer.code != 0:
                    return f"{name} is not whole: {answer.errors}"
        return None

    def again_fault(self, operation, folder):
        """What is wrong after the same command, or the next that any user gives, was run undisturbed."""
        if operation.content(folder) != operation.after or operation.name in ("analyze", "add", "export", "tables", "report"):
            answer = self.program.run(*operation.command(folder))
            if answer.code != 0:
                return f"the same command again ends with {answer.code}: {answer.errors}"
        if operation.content(folder) != operation.after:
            return "run again, it gives something else than an undisturbed run"
        if operation.name == "analyze" and manifest(folder) != operation.rows:
            return "run again, the manifest is not that of an undisturbed run"
        if operation.name == "remove" and any(
                REMOVED.encode() in file.read_bytes() for file in folder.glob("store.sqlite*")):
            return "the name of who was removed is still in the bytes of the store"
        if left := leftovers(folder):
            return f"left behind: {left}"
        return None


class Kills(Interruptions):
    """Killed at random moments."""

    def attack(self, end):
        number = 0
        while time.monotonic() < end:
            operation = (*OPERATIONS, None)[number % (len(OPERATIONS) + 1)]
            number += 1
            self.upload() if operation is None else self.command(operation)

    def command(self, operation):
        folder = self.place.prepare()
        process = self.program.start(*operation.command(folder))
        time.sleep(self.random.uniform(0, self.duration[operation.name]))
        kill(process)
        self.judge(operation, folder, self.program.finish(process), {0, -9}, "killed")

    def upload(self):
        """A viewer that is killed at some moment of an upload."""
        folder = self.place.prepare()
        (folder / "tmp").mkdir()
        environment = {"TMPDIR": str(folder / "tmp")}
        viewer = Viewer(self.program, folder / "store.sqlite", environment)
        said = []

        def upload():
            try:
                said.append(viewer.upload(folder / "walks/w0", NAME))
            except (OSError, ValueError, AttributeError, KeyError):
                pass

        sender = threading.Thread(target=upload)
        sender.start()
        sender.join(self.random.uniform(0, 0.8))
        kill(viewer.process)
        viewer.process.wait()
        sender.join()
        self.findings.tried += 1
        for left in (folder / "tmp").iterdir():
            os.utime(left, (0, 0))  # as if a minute had passed
        again = Viewer(self.program, folder / "store.sqlite", environment)
        status, page = again.request("GET", "/")
        left = list((folder / "tmp").glob("retrogait-uploads-*"))
        code = again.end()
        fault = self.store_fault(folder)
        if status != 200 or code != 130:
            fault = f"started again, it answers {status} and ends with {code}"
        elif left:
            fault = f"uploads of the killed viewer stay: {left}"
        elif said and said[0]["state"] == "done" and NAME not in page:
            fault = "an upload was acknowledged and is lost"
        kept = [key for key in store(folder) if isinstance(key, tuple) and key[0] == NAME]
        if len(kept) > 1:
            fault = f"one upload gave {len(kept)} recordings"
        if fault:
            self.findings.add("upload-killed", fault, None, [folder])


class Faults(Interruptions):
    """Killed at a chosen system call, or with one that fails."""

    def __init__(self, program, work, findings, random):
        self.library = work / "faults.so"
        self.counter = work / "counter"
        compiler = next((name for name in ("cc", "clang", "gcc") if shutil.which(name)), None)
        source = Path(__file__).parent / "faults.c"
        built = compiler and subprocess.run(
            [compiler, "-O2", "-shared", "-fPIC", "-D_LARGEFILE64_SOURCE", str(source), "-o", str(self.library), "-ldl"]).returncode
        if built != 0:
            print("faults: skipped, Tests/Attack/faults.c needs Linux and a C compiler", flush=True)
            self.library = None
            return
        super().__init__(program, work, findings, random)
        self.calls = {(operation.name, fault): self.disturbed(operation, fault, 0)[1]
                      for operation in OPERATIONS for fault in FAULTS}

    def disturbed(self, operation, fault, call):
        """Runs the command with `fault` at its system call of that number; answer, and how many calls there were."""
        folder = self.place.prepare()
        self.counter.write_bytes(bytes(8))
        answer = self.program.run(*operation.command(folder), environment={
            "LD_PRELOAD": str(self.library), "ATTACK_FOLDER": str(folder), "ATTACK_FAULT": fault, "ATTACK_CALL": str(call),
            "ATTACK_COUNTER": str(self.counter)})
        return answer, struct.unpack("q", self.counter.read_bytes())[0]

    def attack(self, end):
        if self.library is None:
            return
        possible = [pair for pair, count in self.calls.items() if count > 0]
        operations = {operation.name: operation for operation in OPERATIONS}
        while time.monotonic() < end:
            name, fault = self.random.choice(possible)
            call = self.random.randint(1, self.calls[name, fault])
            answer, _ = self.disturbed(operations[name], fault, call)
            codes = CODES | {-9} if fault == "kill" else CODES
            self.judge(operations[name], self.place.folder, answer, codes, f"{fault}-{call}")
