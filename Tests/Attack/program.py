"""The attacked program, what it may answer, and where what was found is kept."""

import dataclasses
import os
import pathlib
import resource
import shutil
import signal
import subprocess

# Far more than the small inputs of an attack need; the program maps some of it without using it.
MEMORY = 4_000_000_000  # bytes of address space
# Findings that are kept; more of them show nothing new.
MOST_KEPT = 20
PATIENCE = 60  # seconds, on a machine that is busy with something else too
# What the documentation says of exit codes, but for 70, which is a defect.
CODES = {0, 64, 65, 74}
DEFECTS = ("Fatal error", "AddressSanitizer", "ThreadSanitizer", "Traceback")


@dataclasses.dataclass
class Answer:
    """What the program did with one command."""

    command: list
    code: int
    output: str
    errors: str

    def fault(self, codes=CODES):
        """What is wrong with it, in words; None if nothing is."""
        if self.code is None:
            return f"no end within {PATIENCE} s"
        if self.code not in codes:
            return f"exit code {self.code}, expected one of {sorted(codes)}"
        for text in (self.output, self.errors):
            if any(word in text for word in DEFECTS):
                return "a defect was told"
            if any(ord(letter) < 32 and letter not in "\n\t\r" or letter == "\x7f" for letter in text):
                return "raw control characters on the terminal"
        if self.code > 0 and not self.errors.strip():
            return f"exit code {self.code} without a word"
        return None


class Program:
    def __init__(self, path, work):
        self.path = str(path)
        self.work = work
        # Nothing of the program's own handler for crashes: it takes seconds.
        self.environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "TMPDIR": str(work / "tmp")}
        (work / "tmp").mkdir()

    def start(self, *arguments, environment=None, stdout=subprocess.PIPE, stderr=subprocess.PIPE):
        def limit():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

        return subprocess.Popen(
            [self.path, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
            env={**self.environment, **(environment or {})}, preexec_fn=limit, text=True, errors="replace")

    def finish(self, process, patience=PATIENCE):
        try:
            output, errors = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            return Answer(process.args, None, output, errors)
        return Answer(process.args, process.returncode, output, errors)

    def run(self, *arguments, environment=None):
        return self.finish(self.start(*arguments, environment=environment))

    def must(self, *arguments):
        """Runs what no attack disturbs."""
        answer = self.run(*arguments)
        if answer.code != 0:
            raise RuntimeError(f"{' '.join(answer.command)}\nexit code {answer.code}\n{answer.errors}")
        return answer


class Findings:
    """What was tried, and what was wrong."""

    def __init__(self, folder):
        self.folder = folder
        self.tried = 0
        self.found = 0

    def add(self, name, fault, answer=None, files=()):
        """Keeps what shows the fault: its words, the command, and the files it concerns."""
        self.found += 1
        if self.found > MOST_KEPT:
            return
        place = self.folder / f"{name}-{self.found}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        words = [fault]
        if answer is not None:
            words += [" ".join(map(str, answer.command)), answer.output[-4000:], answer.errors[-4000:]]
        (place / "fault.txt").write_text("\n".join(words) + "\n", encoding="utf-8", errors="replace")
        for file in map(pathlib.Path, files):
            if file.is_dir():
                shutil.copytree(file, place / file.name, symlinks=True)
            elif file.exists():
                shutil.copy(file, place / file.name)
        print(f"found: {fault}; see {place}", flush=True)

    def check(self, name, answer, files=(), codes=CODES):
        """Counts one execution, and keeps it if something is wrong with it."""
        self.tried += 1
        fault = answer.fault(codes)
        if fault:
            self.add(name, fault, answer, files)
        return fault is None


def kill(process):
    try:
        process.send_signal(signal.SIGKILL)
    except ProcessLookupError:
        pass
