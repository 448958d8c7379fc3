"""Tries the viewer behind nginx with the example configuration; called by Scripts/check-proxy."""

import argparse
import base64
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import time

NAME = "gait.example.org"
USER, PASSWORD = "anna", "correct horse battery"
# More than nginx takes by default.
LONG_BODY = 3_000_000


def expect(truth, words):
    assert truth, words


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Setup:
    """The viewer on a store of samples, and nginx before it, both in a folder that goes."""

    def __init__(self, arguments, folder):
        self.folder = folder
        self.samples = sorted(path for path in arguments.samples.iterdir() if path.is_dir())
        self.viewer_port, self.http, self.https = free_port(), free_port(), free_port()
        results, store = folder / "results", folder / "store.sqlite"
        for command in (["analyze", *self.samples[:2], "--output", results, "--quiet"],
                        ["history", "add", *(results / sample.name for sample in self.samples[:2]), "--store", store]):
            subprocess.run([arguments.program, *map(str, command)], check=True, stdout=subprocess.DEVNULL)
        self.write(arguments.configuration.read_text())
        self.processes = []
        self.viewer = self.start(
            [arguments.program, "serve", "--store", str(store), "--port", str(self.viewer_port)], stdout=subprocess.PIPE)
        expect(self.viewer.stdout.readline().decode().startswith("http://127.0.0.1:"), "the viewer starts")
        self.start([arguments.nginx, "-p", str(folder), "-c", "nginx.conf", "-e", str(folder / "error.log")])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.https), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("nginx does not start: " + (folder / "error.log").read_text())

    def write(self, site):
        """The example with the ports and places of this test, within the least that nginx needs."""
        key, certificate, logins = (self.folder / name for name in ("key.pem", "certificate.pem", "logins"))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-addext",
             f"subjectAltName=DNS:{NAME}", "-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
        secret = subprocess.run(["openssl", "passwd", "-6", PASSWORD], check=True, capture_output=True, text=True).stdout
        logins.write_text(f"{USER}:{secret}")
        for old, new in (
            ("127.0.0.1:8080", f"127.0.0.1:{self.viewer_port}"), ("listen 80", f"listen 127.0.0.1:{self.http}"),
            ("listen 443", f"listen 127.0.0.1:{self.https}"), (f"https://{NAME}", f"https://{NAME}:{self.https}"),
            ("/etc/ssl/certs/retrogait.pem", str(certificate)), ("/etc/ssl/private/retrogait.key", str(key)),
            ("/etc/nginx/retrogait.htpasswd", str(logins)), ("/var/log/nginx", str(self.folder)),
        ):
            expect(old in site, f"the example has {old}")
            site = site.replace(old, new)
        expect(not re.search(r"\s/(etc|var)/", site), "no other place of the system is in the example")
        (self.folder / "site.conf").write_text(site)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        folders = "".join(f"  {kind}_temp_path {self.folder}/temp/{kind};\n" for kind in kinds)
        (self.folder / "temp").mkdir()
        user = "user root;\n" if os.getuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(
            f"{user}daemon off;\nmaster_process on;\nworker_processes 1;\npid {self.folder}/nginx.pid;\n"
            f"error_log {self.folder}/error.log;\nevents {{}}\nhttp {{\n{folders}  include {self.folder}/site.conf;\n}}\n")

    def start(self, command, **options):
        process = subprocess.Popen(command, **options)
        self.processes.append(process)
        return process

    def stop(self):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGINT)
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def ask(self, path, method="GET", login=(USER, PASSWORD), host=NAME, body=None, headers=()):
        context = ssl.create_default_context(cafile=self.folder / "certificate.pem")
        # The name is not that of this machine: connect to it and ask for the name.
        raw = socket.create_connection(("127.0.0.1", self.https), 20)
        connection = http.client.HTTPSConnection(host, self.https, context=context)
        connection.sock = context.wrap_socket(raw, server_hostname=host)
        fields = dict(headers)
        if login:
            fields["Authorization"] = "Basic " + base64.b64encode(":".join(login).encode()).decode()
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text


def nobody_gets_in_without_login(setup):
    for login in (None, (USER, "wrong"), ("bert", PASSWORD)):
        answer, text = setup.ask("/", login=login)
        expect(answer.status == 401 and "S01" not in text, f"{login} gets nothing, found {answer.status}")


def somebody_with_login_sees_people(setup):
    answer, text = setup.ask("/")
    expect(answer.status == 200 and "S01" in text, f"a login shows the people, found {answer.status}")
    expect("default-src 'none'" in answer.getheader("Content-Security-Policy"), "the viewer's own policy stays")
    expect(answer.getheader("Strict-Transport-Security"), "browsers keep to TLS")
    expect("no-store" in answer.getheader("Cache-Control"), "pages are not kept")
    answer, text = setup.ask("/person?id=S01")
    expect(answer.status == 200 and "<svg" in text, "a person has charts")


def plain_http_leads_to_tls(setup):
    connection = http.client.HTTPConnection("127.0.0.1", setup.http, timeout=20)
    connection.request("GET", "/person?id=S01", headers={"Host": NAME})
    answer = connection.getresponse()
    expect(answer.status == 301, f"plain HTTP is redirected, found {answer.status}")
    expect(answer.getheader("Location") == f"https://{NAME}:{setup.https}/person?id=S01", "to the same page")


def other_names_get_no_answer(setup):
    for connection in (http.client.HTTPConnection("127.0.0.1", setup.http, timeout=20),):
        try:
            connection.request("GET", "/", headers={"Host": "evil.example"})
            raise AssertionError(f"found {connection.getresponse().status}")
        except (http.client.RemoteDisconnected, ConnectionError):
            pass
    try:
        setup.ask("/", host="evil.example")
        raise AssertionError("TLS under another name is answered")
    except ssl.SSLError:
        pass
    # A name that only the request has, behind a handshake under the right one.
    try:
        answer, text = setup.ask("/", headers={"Host": "evil.example"})
        expect(answer.status in (421, 444) and "S01" not in text, f"found {answer.status}")
    except (http.client.RemoteDisconnected, ConnectionError):
        pass


def changes_need_the_own_origin_and_the_token(setup):
    _, page = setup.ask("/upload")
    token = re.search(r'name="form-token" content="([0-9a-f]{48})"', page).group(1)
    own = f"https://{NAME}:{setup.https}"
    begin = lambda **headers: setup.ask("/upload/begin", "POST", body=b"", headers=headers)[0].status
    with_token = {"X-RetroGait-Token": token}
    expect(begin(Origin=own) == 403, "no change without the token")
    for origin in ("https://evil.example", "null", f"http://127.0.0.1:{setup.viewer_port}", f"http://{NAME}"):
        expect(begin(Origin=origin, **with_token) == 403, f"no change from {origin}")
    expect(begin(**with_token) == 403, "no change without an origin")
    expect(begin(Origin=own, **with_token) == 200, "a change from the own page")
    answer, text = setup.ask("/upload/begin", "POST", body=b"", headers={"Origin": own, **with_token})
    upload = json.loads(text)["id"]
    answer, text = setup.ask(
        f"/upload/file?id={upload}&name=left_foot.csv", "POST", body=b"a" * LONG_BODY, headers={"Origin": own, **with_token})
    expect(answer.status == 200, f"a file of 3 MB passes, found {answer.status}: {text}")


def nothing_is_kept_by_the_proxy(setup):
    log = (setup.folder / "retrogait.log").read_text()
    expect(f" {USER} [" in log and " POST 200 " in log, "the log has who and what")
    expect("S01" not in log and "person" not in log and "left_foot" not in log, "and no address of a page")
    expect(not (setup.folder / "retrogait-error.log").read_text(), "no error quotes an address")
    expect(not [path for path in (setup.folder / "temp").rglob("*") if path.is_file()], "no body is kept on the disk")


def a_browser_uploads_through_the_proxy(setup, browser):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=["--no-sandbox", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"])
        context = chromium.new_context(
            base_url=f"https://{NAME}:{setup.https}", ignore_https_errors=True,
            http_credentials={"username": USER, "password": PASSWORD})
        page, complaints = context.new_page(), []
        page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.goto("/upload")
        files = [path for path in sorted(setup.samples[2].iterdir()) if path.suffix in (".csv", ".h5", ".json")]
        page.locator("#files").set_input_files([path for path in files if "strides" not in path.name])
        page.get_by_role("button", name="Analyze and add").click()
        link = page.get_by_role("link", name="Open the session")
        link.wait_for(timeout=60_000)
        link.click()
        expect(page.locator("table.strides tbody tr").count() > 20, "the uploaded session is there")
        expect(not complaints, f"the console says {complaints}")
        chromium.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--nginx", required=True)
    parser.add_argument("--browser", default="")
    parser.add_argument("--samples", type=pathlib.Path, required=True)
    parser.add_argument("--configuration", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    try:
        import playwright  # noqa: F401
        has_browser = bool(arguments.browser)
    except ImportError:
        has_browser = False
    with tempfile.TemporaryDirectory(prefix="retrogait-proxy-") as folder:
        setup = Setup(arguments, pathlib.Path(folder))
        try:
            for check in (nobody_gets_in_without_login, somebody_with_login_sees_people, plain_http_leads_to_tls,
                          other_names_get_no_answer, changes_need_the_own_origin_and_the_token):
                check(setup)
                print("ok", check.__name__.replace("_", " "), flush=True)
            if has_browser:
                a_browser_uploads_through_the_proxy(setup, arguments.browser)
                print("ok a browser uploads through the proxy", flush=True)
            else:
                print("skipped: a browser uploads through the proxy (Scripts/browser installs one)", flush=True)
            nothing_is_kept_by_the_proxy(setup)
            print("ok nothing is kept by the proxy", flush=True)
        finally:
            setup.stop()


if __name__ == "__main__":
    main()
