"""The settings for web servers: one policy, one set of types, no lists of folders. Real servers where there are any."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

HEADERS = {
    "Cache-Control", "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
    "Permissions-Policy", "Referrer-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options",
}  # fmt: skip
OPEN = "Access-Control-Allow-Origin"  # for the data in /api/, and for nothing else
SERVERS = ("nginx", "apache2")
MODULES = Path("/usr/lib/apache2/modules")
# What a served site holds, and the type that a browser has to be told.
TEXTS = (
    "commitment/verify.py", "commitment/versions/1.0.0.md", "commitment/versions/1.0.0.yml", "commitment/stewards",
    "commitment/seals/2026-11-30.sha256", "commitment/seals/2026-11-30.sha256.north.sig",
    "commitment/seals/2026-11-30.sha256.de.sig", "commitment/seals/2026-11-30.stewards",
    "commitment/signatories/leeds/records/2026-11-30-signed.yml.txt",
    "commitment/signatories/leeds/records/2026-11-30-signed.yml.erased", ".well-known/security.txt",
)  # fmt: skip
FILES = dict.fromkeys(TEXTS, "text/plain; charset=utf-8") | {
    "index.html": "text/html; charset=utf-8",
    "commitment/verify/index.html": "text/html; charset=utf-8",
    "assets/site.css": "text/css; charset=utf-8",
    "assets/search.js": "application/javascript; charset=utf-8",
    "assets/icon.svg": "image/svg+xml; charset=utf-8",
    "assets/logo.png": "image/png",
    "api/site.json": "application/json; charset=utf-8",
    "feed.xml": "application/atom+xml; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
    "register.csv": "text/csv; charset=utf-8",
    "documents/book.pdf": "application/pdf",
    "documents/book.odt": "application/vnd.oasis.opendocument.text",
    "documents/book.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "commitment/verification-pack.zip": "application/zip",
}


def setting(root: Path, name: str) -> str:
    return (root / "scripts" / "deploy" / name).read_text(encoding="utf-8")


def headers(root: Path) -> dict[str, dict[str, str]]:
    """Return the headers that each setting adds, by the setting's file."""
    nginx = re.findall(r'^    add_header (\S+) "([^"]*)" always;$', setting(root, "nginx.conf"), re.MULTILINE)
    most = setting(root, "nginx.conf").count("add_header")
    assert len(nginx) == most - 1, "one stands in a location, or not with errors"  # the other is for /api/ alone
    apache = re.findall(r'^Header always set (\S+) "([^"]*)"$', setting(root, "htaccess"), re.MULTILINE)
    assert len(apache) == setting(root, "htaccess").count("\nHeader ") - 1
    added = iis(root, "httpProtocol/customHeaders/add")
    return {
        "nginx.conf": dict(nginx),
        "htaccess": dict(apache),
        "web.config": {each.attrib["name"]: each.attrib["value"] for each in added},
    }


def iis(root: Path, path: str) -> list[ET.Element]:
    return ET.fromstring(setting(root, "web.config")).findall(f"system.webServer/{path}")


def test_each_sends_the_pages_own_policy(root: Path) -> None:
    """The header is the pages' policy and one thing more: a page itself cannot forbid frames. The guide names each."""
    page = (root / "overrides" / "main.html").read_text(encoding="utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    sent = headers(root)
    assert sent["nginx.conf"] == sent["htaccess"] == sent["web.config"]
    assert sent["nginx.conf"]["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    assert "unsafe" not in policy
    assert set(sent["nginx.conf"]) == HEADERS
    guide = (root / "docs" / "hosting" / "servers.md").read_text(encoding="utf-8")
    assert [name for name in (*HEADERS, OPEN) if f"`{name}`" not in guide] == []
    for name, language in (("nginx.conf", "nginx"), ("htaccess", "apache"), ("web.config", "xml")):
        assert f"```{language}\n{setting(root, name)}```\n" in guide


def test_iis_takes_no_setting_twice(root: Path) -> None:
    """IIS answers everything with an error where a list holds one thing twice, so each is taken out first."""
    for path, key in (("httpProtocol/customHeaders", "name"), ("staticContent", "fileExtension")):
        (holder,) = iis(root, path)
        gone: list[str] = []
        for each in holder:
            if each.tag == "remove":
                gone.append(each.attrib[key])
            else:
                assert each.attrib[key] == gone[-1]
        assert len(gone) == len(set(gone))
    assert [each.attrib["enabled"] for each in iis(root, "directoryBrowse")] == ["false"]
    verbs = {each.attrib["verb"] for each in iis(root, "security/requestFiltering/verbs/add")}
    assert verbs == {"GET", "HEAD"}


def test_other_sites_may_read_the_data_on_iis_too(root: Path) -> None:
    (place,) = ET.fromstring(setting(root, "web.config")).findall("location")
    (added,) = place.iter("add")
    assert (place.get("path"), added.get("name"), added.get("value")) == ("api", OPEN, "*")


def test_iis_knows_every_type(root: Path) -> None:
    """A file whose ending is not listed is not sent at all there."""
    listed = {each.attrib["fileExtension"]: each.attrib["mimeType"] for each in iis(root, "staticContent/mimeMap")}
    for name, wanted in FILES.items():
        kind = "application/xml; charset=utf-8" if name == "feed.xml" else wanted
        assert listed[Path(name).suffix or "."] == kind, name


def test_every_file_of_the_site_has_a_type(site: Path) -> None:
    """What a build makes has an ending of the table above: a new one is added there, and to the three settings."""
    known = {Path(name).suffix for name in FILES}
    found = {path.suffix for path in site.rglob("*") if path.is_file() and path.name != ".nojekyll"}
    assert found <= known


@contextmanager
def served(root: Path, name: str, site: Path, work: Path) -> Iterator[int]:
    """Have a real server show a folder on this machine, and give the port."""
    program = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip(f"{name} is not installed here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    work.mkdir(exist_ok=True)
    config = work / "server.conf"
    config.write_text((nginx if name == "nginx" else apache)(root, site, work, port), encoding="utf-8")
    words = ["-c", str(config)] if name == "nginx" else ["-D", "FOREGROUND", "-f", str(config)]
    with (work / "log").open("wb") as log:
        process = subprocess.Popen([program, *words], stdout=log, stderr=log)
    try:
        for _ in range(100):
            with socket.socket() as asked:
                if process.poll() is not None or asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        assert process.poll() is None, (work / "log").read_text()
        assert "warn" not in (work / "log").read_text()
        yield port
    finally:
        process.terminate()
        process.wait(20)


def nginx(root: Path, site: Path, work: Path, port: int) -> str:
    """Return our setting inside what a system has around it. The port and the folder are this test's."""
    own = setting(root, "nginx.conf").replace("listen [::]:8080;\n", "\n").replace("8080", f"127.0.0.1:{port}")
    own = own.replace("/srv/commitment;", f"{site};")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = " ".join(f"{kind}_temp_path {work}/{kind};" for kind in kinds)
    frame = f"daemon off; user root; pid {work}/pid; error_log stderr; events {{}} http {{ access_log off; {places} "
    return f"{frame if os.getuid() == 0 else frame.replace('user root;', '')}{own} }}"


def apache(root: Path, site: Path, work: Path, port: int) -> str:
    """Return a bare server that allows what our .htaccess asks for, and put that into the folder."""
    (site / ".htaccess").write_text(setting(root, "htaccess"), encoding="utf-8")
    names = ("mpm_event", "authz_core", "headers", "alias", "dir", "mime", "filter", "deflate", "negotiation",
             "autoindex")  # fmt: skip
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names)
    user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
    types = work / "mime.types"
    types.write_text("text/x-python py\napplication/pgp-signature sig\n")
    return f"""ServerRoot {work}
ServerName localhost
PidFile {work}/pid
ErrorLog {work}/errors
Listen 127.0.0.1:{port}
{modules}
{user}
TypesConfig {types}
AddLanguage de .de
AddHandler cgi-script .py
DocumentRoot {site}
<Directory {site}>
    Options Indexes MultiViews FollowSymLinks
    AllowOverride All
    Require all granted
</Directory>
"""


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("server")
    site = folder / "site"
    for name in (*FILES, "404.html", ".nojekyll", ".git/config", "assets/.env"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"This is {name}.", encoding="utf-8")
    for place in (folder, *folder.parents):  # the server's own user has to get there
        if place.stat().st_uid == os.getuid() and place != Path("/"):
            place.chmod(place.stat().st_mode | 0o755)
    with served(root, request.param, site, folder / "work") as port:
        yield port


def asked(port: int, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with closing(connection):
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()


def test_a_real_server_says_what_each_file_is(server: int) -> None:
    """None is run, guessed, or sent as another language or as packed."""
    for name, kind in FILES.items():
        status, sent, body = asked(server, f"/{name}")
        assert (status, sent["content-type"], body) == (200, kind, f"This is {name}."), name
        assert "content-encoding" not in sent


def test_a_real_server_sends_the_headers_with_everything(server: int, root: Path) -> None:
    """With pages, with what is not there, and with what is refused; once each."""
    for path in ("/", "/feed.xml", "/nowhere", "/assets/", "/.git/config", "/commitment/stewards"):
        sent = asked(server, path)[1]
        assert {name: sent.get(name.lower()) for name in HEADERS} == headers(root)["nginx.conf"], path


def test_a_real_server_lets_other_sites_read_the_data_alone(server: int) -> None:
    paths = ("/api/site.json", "/api/", "/", "/feed.xml", "/register.csv", "/commitment/stewards", "/apical/x.json")
    assert [asked(server, path)[1].get(OPEN.lower()) for path in paths] == ["*", "*", *[None] * 5]


def test_a_real_server_shows_no_more_than_it_should(server: int) -> None:
    """No list of a folder, no hidden file, no guess at a name, and nothing but reading."""
    assert asked(server, "/")[2] == "This is index.html."
    assert asked(server, "/commitment/verify/")[2] == "This is commitment/verify/index.html."
    assert "This is commitment/verify.py" not in asked(server, "/commitment/verify")[2]
    for path in ("/assets/", "/documents/", "/commitment/seals/"):
        status, _, body = asked(server, path)
        assert status in (403, 404), path
        assert "book.pdf" not in body
    for path in ("/nowhere", "/.git/config", "/assets/.env", "/.nojekyll", "/.well-known/.hidden", "/.htaccess"):
        status, _, body = asked(server, path)
        assert (status, body) == (404, "This is 404.html."), path
    assert asked(server, "/", "HEAD")[0] == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):  # TRACE is for the whole server alone to switch off
        assert asked(server, "/", method)[0] in (403, 405), method
