"""Attacks the program: damaged documents, hostile requests, kills, and faults of the system. Called by Scripts/attack."""

import argparse
import pathlib
import random
import sys
import tempfile
import time

from documents import Documents
from interruptions import Faults, Kills
from program import Findings, Program
from visitors import Visitors

PARTS = {"documents": Documents, "requests": Visitors, "kills": Kills, "faults": Faults}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("found", type=pathlib.Path, help="folder for what is found")
    parser.add_argument("seconds", type=float, help="for each part")
    parser.add_argument("seed", type=int)
    parser.add_argument("parts", nargs="+", choices=PARTS)
    arguments = parser.parse_args()
    found = 0
    for name in arguments.parts:
        with tempfile.TemporaryDirectory(prefix="retrogait-attack-") as folder:
            work = pathlib.Path(folder).resolve()
            findings = Findings(arguments.found / name)
            program = Program(arguments.program.resolve(), work)
            part = PARTS[name](program, work, findings, random.Random(f"{name} {arguments.seed}"))
            part.attack(time.monotonic() + arguments.seconds)
        print(f"{name}: {findings.tried} executions, {findings.found} failures", flush=True)
        found += findings.found
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
