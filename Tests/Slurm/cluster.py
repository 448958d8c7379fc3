"""A Slurm of two nodes on this machine: started, used, hurt and stopped."""

import os
import pathlib
import re
import secrets
import signal
import socket
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
# Places where Debian keeps daemons that are not in everybody's path.
DAEMONS = "/usr/sbin:/sbin"


class Cluster:
    """Daemons that end with the `with` block, whatever happens in it."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.daemons: dict[str, subprocess.Popen] = {}
        self.environment = {**os.environ, "PATH": f"{os.environ['PATH']}:{DAEMONS}"}

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_):
        self._stop()

    def _start(self):
        for name in ["ctld", "log", "spool-n1", "spool-n2", "munge"]:
            (self.folder / name).mkdir(parents=True)
        self._start_munge()
        ports = _free_ports(3)
        text = (HERE / "slurm.conf.in").read_text()
        host = socket.gethostname().split(".")[0]
        for mark, value in {"DIR": self.folder, "HOST": host, **{f"PORT{k}": p for k, p in enumerate(ports)}}.items():
            text = text.replace(f"@{mark}@", str(value))
        conf = self.folder / "slurm.conf"
        conf.write_text(text)
        self.environment["SLURM_CONF"] = str(conf)
        self._daemon("slurmctld", ["slurmctld", "-D", "-f", str(conf)])
        for node in ["n1", "n2"]:
            self.start_node(node)
        self.wait(lambda: self.idle_nodes() == 2, 30, "both nodes are idle")

    def _start_munge(self):
        """Its files belong to its own user, or it refuses to start; so does a folder that others may write to."""
        place = self.folder / "munge"
        key = place / "key"
        key.write_bytes(secrets.token_bytes(128))
        key.chmod(0o400)
        os.chmod(place, 0o755)
        user = "munge" if _has_user("munge") else None
        if user:
            subprocess.run(["chown", "-R", f"{user}:{user}", str(place)], check=True)
        command = ["munged", "--foreground", "--force", "--key-file", str(key), "--socket", str(place / "socket"),
                   "--pid-file", str(place / "pid"), "--log-file", str(place / "log"), "--seed-file", str(place / "seed")]
        if user:
            command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] + command
        self._daemon("munged", command)
        self.wait((place / "socket").exists, 10, "munged listens")

    def _daemon(self, name: str, command: list[str]):
        log = open(self.folder / "log" / f"{name}.out", "ab")
        self.daemons[name] = subprocess.Popen(
            command, env=self.environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)

    def start_node(self, node: str):
        self._daemon(node, ["slurmd", "-D", "-N", node, "-f", self.environment["SLURM_CONF"]])

    def kill_node(self, node: str):
        """Kills a node's daemon and everything that runs on it, as a loss of power does."""
        jobs = self.run("squeue", "--noheader", "--nodelist", node, "--format", "%A").split()
        self.daemons.pop(node).kill()
        for process in _descendants_of_steps(jobs):
            _kill(process)

    def kill_program(self, arguments: str) -> bool:
        """Kills the first process whose arguments match."""
        for process, command in _processes():
            if re.search(arguments, command) and "bash" not in command.split("\0")[0]:
                _kill(process)
                return True
        return False

    def run(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout

    def idle_nodes(self) -> int:
        try:
            states = self.run("sinfo", "--noheader", "--Node", "--format", "%T").split()
        except subprocess.CalledProcessError:
            return 0
        return states.count("idle")

    def jobs(self) -> list[tuple[str, str, str]]:
        """Jobs that have not ended: number, state, reason."""
        lines = self.run("squeue", "--noheader", "--array", "--format", "%i|%T|%r").splitlines()
        return [tuple(line.split("|")) for line in lines if line.strip()]

    def release(self):
        """Lets requeued tasks start now; Slurm makes those of a dead node wait two minutes for it to come back."""
        for job, state, reason in self.jobs():
            if state == "PENDING" and reason == "BeginTime":
                subprocess.run(
                    ["scontrol", "update", f"JobId={job}", "StartTime=now"], env=self.environment, check=False,
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait(self, done, seconds: float, what: str, each=lambda: None):
        end = time.monotonic() + seconds
        while not done():
            if time.monotonic() > end:
                raise TimeoutError(f"waited {seconds:.0f} s until {what}\n{self.logs()}")
            each()
            time.sleep(0.3)

    def logs(self) -> str:
        texts = []
        for path in sorted((self.folder / "log").iterdir()):
            lines = path.read_text(errors="replace").splitlines()[-15:]
            if lines:
                texts.append(f"--- {path.name}\n" + "\n".join(lines))
        return "\n".join(texts)

    def _stop(self):
        if "SLURM_CONF" in self.environment and "slurmctld" in self.daemons:
            subprocess.run(
                ["scancel", "--full", "--signal=KILL", "--user=root"], env=self.environment, check=False, timeout=30,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name in ["n1", "n2", "slurmctld", "munged"]:
            daemon = self.daemons.pop(name, None)
            if daemon is None:
                continue
            daemon.terminate()
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()


def _has_user(name: str) -> bool:
    return subprocess.run(["id", name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _processes():
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                yield int(entry.name), (entry / "cmdline").read_text(errors="replace")
            except OSError:
                continue


def _descendants_of_steps(jobs: list[str]) -> list[int]:
    """The processes by which Slurm runs these jobs, and all that they started."""
    found = [process for process, command in _processes()
             if any(f"slurmstepd: [{job}." in command for job in jobs)]
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                text = (entry / "stat").read_text()
                parents[int(entry.name)] = int(text.rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
    for process in found:
        found += [child for child, parent in parents.items() if parent == process and child not in found]
    return found


def _kill(process: int):
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        pass
