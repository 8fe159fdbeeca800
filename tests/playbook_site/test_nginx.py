"""The proxy of the README, run before a server that notes what it is asked."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings

README = (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
CERTIFICATE = [
    "openssl",
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "1",
    "-subj",
    "/CN=test",
]
PATIENCE = 30
"""Seconds that a busy machine may take."""

MAIN = """
daemon off;
master_process off;
pid {here}/pid;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/site;
}}
"""


class Noting(BaseHTTPRequestHandler):
    """Answers everything, and keeps what it was asked."""

    asked: list[tuple[str, dict[str, str]]] = []

    def do_GET(self):
        self.asked.append((self.path, {key.lower(): text for key, text in self.headers.items()}))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815 - the library's name

    def log_message(self, *_arguments):
        """Nothing."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Proxy:
    """nginx with the README's configuration, but for its ports and files."""

    def __init__(self, here: Path, behind: int):
        self.here, self.port = here, free_port()
        pem = [str(here / "key"), str(here / "certificate")]
        subprocess.run(
            [*CERTIFICATE, "-keyout", pem[0], "-out", pem[1]],
            check=True,
            capture_output=True,
        )
        (example,) = re.findall(r"```nginx\n(.*?)```", README, re.DOTALL)
        for was, now in {
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ": f"listen 127.0.0.1:{self.port} ",
            "/var/log/nginx/": f"{here}/",
            "/etc/ssl/private/assess.key": pem[0],
            "/etc/ssl/certs/assess.pem": pem[1],
            "127.0.0.1:8000": f"127.0.0.1:{behind}",
        }.items():
            assert was in example
            example = example.replace(was, now)
        (here / "site").write_text(example, encoding="utf-8")
        (here / "main").write_text(MAIN.format(here=here), encoding="utf-8")
        self.command = [str(NGINX), "-p", str(here), "-e", str(here / "start"), "-c"]
        self.command.append(str(here / "main"))

    def connect(self):
        context = ssl.create_default_context(cafile=str(self.here / "certificate"))
        context.check_hostname = False
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        return context.wrap_socket(plain)

    def get(self, path, **headers):
        connection = HTTPSConnection("assess.example.org", timeout=PATIENCE)
        connection.sock = self.connect()
        connection.request("GET", path, headers={"Connection": "close", **headers})
        with connection.getresponse() as answer:
            answer.read()
            return answer.status

    def wait(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.connect().close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        pytest.fail((self.here / "start").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def proxy(tmp_path_factory):
    if NGINX is None:
        missing = "no nginx found: install it, on Debian by `apt-get install nginx-light`"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    behind = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    Thread(target=behind.serve_forever, daemon=True).start()
    made = Proxy(tmp_path_factory.mktemp("nginx"), behind.server_port)
    process = subprocess.Popen(made.command)
    try:
        made.wait()
        yield made
    finally:
        process.terminate()
        process.wait(PATIENCE)
        behind.shutdown()
        behind.server_close()


@pytest.fixture(autouse=True)
def nothing_asked_yet():
    Noting.asked.clear()


def test_nginx_finds_no_fault_in_it(proxy):
    done = subprocess.run([*proxy.command, "-t"], capture_output=True, text=True, check=False)
    assert (done.returncode, "warn" in done.stderr) == (0, False), done.stderr


def test_the_server_is_told_who_asks_and_how(proxy):
    proxy.get("/playbook/")
    ((path, headers),) = Noting.asked
    assert (path, headers["host"]) == ("/playbook/", "assess.example.org")
    assert (headers["x-forwarded-for"], headers["x-forwarded-proto"]) == ("127.0.0.1", "https")
    assert re.fullmatch(r"[0-9a-f]{32}", headers["x-request-id"])


def test_what_somebody_claims_to_be_stands_before_what_the_proxy_saw(proxy):
    proxy.get("/", **{"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "http"})
    ((_path, headers),) = Noting.asked
    assert headers["x-forwarded-for"] == "192.0.2.1, 127.0.0.1"
    assert headers["x-forwarded-proto"] == "https"


def test_a_half_sent_body_is_not_handed_on(proxy):
    with proxy.connect() as sender:
        sender.sendall(
            b"POST /check/ HTTP/1.1\r\nHost: assess.example.org\r\nContent-Length: 5000\r\n\r\nn"
        )
        assert proxy.get("/") == 200
        assert [path for path, _headers in Noting.asked] == ["/"]


def test_the_log_holds_no_secret_of_a_link_and_no_search(proxy):
    for path in ("/check/secret/", "/join/secret/", "/shared/secret/", "/playbook/?q=secret"):
        proxy.get(path, Referer="https://assess.example.org/check/secret/")
    # nginx writes a line after its answer has left, in the order of the answers.
    until = time.monotonic() + PATIENCE
    while "GET /playbook/ 200" not in (
        log := (proxy.here / "assess.log").read_text(encoding="utf-8")
    ):
        assert time.monotonic() < until, log
        time.sleep(0.01)
    assert "GET /check/... 200" in log
    assert "secret" not in log
