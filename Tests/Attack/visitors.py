"""Changed requests to 'serve' from several connections; after each handful, somebody else must be answered."""

import http.client
import json
import re
import signal
import socket
import threading
import time
import urllib.parse

import mutation

CONNECTIONS = 8
# Latency is the tests' affair; here the machine may be busy with anything.
PATIENCE = 10  # seconds


class Viewer:
    """A running 'serve', whose output is read so that it never waits."""

    def __init__(self, program, store, environment=None):
        self.process = program.start("serve", "--store", store, "--port", free_port(), environment=environment)
        line = self.process.stdout.readline()
        address = urllib.parse.urlsplit(re.search(r"http://\S+", line).group() if "http" in line else "http://none:0")
        self.port = address.port
        self.errors = []
        threading.Thread(target=lambda: self.errors.extend(self.process.stderr), daemon=True).start()

    def request(self, method, target, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, target, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def token(self):
        return re.search(r'name="?form-token"? content="([^"]+)"', self.request("GET", "/upload")[1]).group(1)

    def upload(self, walk, subject):
        """Sends a recording as the page does, and returns its last state."""
        headers = {"X-RetroGait-Token": self.token(), "Origin": f"http://127.0.0.1:{self.port}"}
        begun = json.loads(self.request("POST", "/upload/begin", b"", headers)[1])["id"]
        for foot in ("left_foot", "right_foot"):
            query = urllib.parse.urlencode({"id": begun, "content": foot, "format": "csv"})
            self.request("POST", f"/upload/file?{query}", (walk / f"{foot}.csv").read_bytes(), headers)
        said = urllib.parse.urlencode({"subject": subject, "session": "s1", "day": "2026-10-16"})
        self.request("POST", f"/upload/start?id={begun}", said.encode(), headers)
        while True:
            state = json.loads(self.request("GET", f"/upload/status?id={begun}")[1])
            if state["state"] not in ("receiving", "waiting", "analyzing"):
                return state
            time.sleep(0.02)

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Visitors:
    def __init__(self, program, work, findings, random):
        self.program, self.findings, self.random = program, findings, random
        walk, results, self.store = work / "walk", work / "results", work / "store.sqlite"
        program.must("simulate", "--output", walk, "--strides", 6, "--sampling-rate", 50)
        program.must("analyze", walk, "--output", results, "--no-report", "--quiet")
        program.must("history", "add", results, "--subject", "P1", "--store", self.store)
        self.viewer = Viewer(program, self.store)

    def seeds(self):
        port, token = self.viewer.port, self.viewer.token()
        host = f"Host: 127.0.0.1:{port}\r\n"
        own = f"{host}Origin: http://127.0.0.1:{port}\r\nX-RetroGait-Token: {token}\r\n"
        pages = ["/", "/?q=P&order=recent&page=2", "/person?id=P1", "/session?person=P1&session=1&stride=left-4",
                 "/compare?person=P1&a=1&b=1", "/upload", "/upload/status?id=x", "/export/strides.csv?id=P1",
                 "/session?person=P1&session=1&sort=length&order=down&direction=backward"]
        texts = [f"GET {page} HTTP/1.1\r\n{host}\r\n" for page in pages]
        texts += [f"POST /upload/begin HTTP/1.1\r\n{own}Content-Length: 0\r\n\r\n",
                  f"POST /upload/file?id=x&content=left_foot&format=csv HTTP/1.1\r\n{own}Content-Length: 20\r\n\r\n" + "a" * 20,
                  f"POST /upload/start?id=x HTTP/1.1\r\n{own}Content-Length: 9\r\n\r\nsubject=P",
                  f"POST / HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"]
        return [text.encode() for text in texts]

    def attack(self, end):
        seeds = self.seeds()
        while time.monotonic() < end:
            sent = [mutation.mutated(seeds, self.random) for _ in range(CONNECTIONS)]
            connections = [self.visit(data) for data in sent]
            fault = self.fault()
            self.findings.tried += len(sent)
            for connection in connections:
                connection.close()
            if fault:
                self.keep(fault, sent)
                self.viewer.process.kill()
                self.viewer = Viewer(self.program, self.store)
        code = self.viewer.end()
        if code != 130:
            self.keep(f"ended with {code} after SIGINT, expected 130", [])
        self.findings.check("store", self.program.run("history", "check", "--store", self.store), [self.store], {0})

    def visit(self, data):
        connection = socket.create_connection(("127.0.0.1", self.viewer.port), timeout=PATIENCE)
        connection.setblocking(False)
        try:
            connection.send(data)
        except OSError:
            pass
        return connection

    def fault(self):
        """What is wrong with the viewer, in words."""
        try:
            status, page = self.viewer.request("GET", "/")
        except (OSError, http.client.HTTPException) as error:
            return f"somebody else is not answered: {error!r}"
        if status != 200 or "P1" not in page:
            return f"somebody else gets {status}"
        if self.viewer.process.poll() is not None:
            return f"it ended with {self.viewer.process.returncode}"
        return None

    def keep(self, fault, sent):
        files = [self.program.work / f"request{k}" for k in range(len(sent))]
        for file, data in zip(files, sent):
            file.write_bytes(data)
        self.findings.add("request", f"{fault}\n{''.join(self.viewer.errors)}", None, files)
