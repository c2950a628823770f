"""Nothing but the pages is reachable, and a kernel answers its own browser only."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import re
from contextlib import ExitStack
from http.cookies import SimpleCookie

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from course import SHIPPED
from server.live import channels
from server.security import HEADERS
from tests.lines import frame, line, receive_until_info
from tests.serving import Server, Visitor

PRIVATE = [
    "/notebooks/01-buoi-mot.ipynb", "/01-buoi-mot.ipynb", "/voila/files/01-buoi-mot.ipynb",
    "/voila/render/../../data/facts.csv", "/voila/render/%2e%2e%2fdata%2ffacts.csv",
    "/voila/render//etc/passwd",
    "/data/facts.csv", "/.git/config", "/voila/static/../../../../pyproject.toml",
    "/voila/static/%2e%2e%2f%2e%2e%2fconf.json", "/voila/labextensions/../../../etc/passwd",
    "/voila/labextensions/%2e%2e/%2e%2e/%2e%2e/pyvenv.cfg", "/assets/../../pyproject.toml",
    "/voila/tree", "/voila/tree/", "/voila/api/contents", "/voila/api/contents/", "/api/contents",
    "/api/kernels", "/api/kernels/", "/api/sessions", "/api/kernelspecs", "/api/terminals", "/api/status",
    "/voila/templates/lab/static/index.css", "/voila/templates/", "/voila/api/themes/", "/lab", "/tree",
    "/login",
    "/voila/query/00000000-0000-0000-0000-000000000000",
    "/voila/execution/00000000-0000-0000-0000-000000000000",
]  # fmt: skip


@pytest.mark.parametrize("path", PRIVATE)
def test_nothing_but_the_pages_is_reachable(server: Server, path: str) -> None:
    answer = server.visitor().ask(path)
    assert answer.status in (403, 404)
    assert (
        b"nbformat" not in answer.body
        and b"root:" not in answer.body
        and b"hoc-tac-pham" not in answer.body[:40]
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/api/kernels", "/voila/render/01-buoi-mot.ipynb", "/hoc/buoi-hai/"]
)
def test_pages_can_only_be_read(server: Server, method: str, path: str) -> None:
    assert server.visitor().ask(path, method, b"{}").status in (403, 404, 405, 413)
    assert server.visitor().ask(path, method).status in (403, 404, 405)


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/khong-co", "/voila/render/01-buoi-mot.ipynb", "/voila/static/voila.js"]
)
def test_every_answer_carries_the_security_headers(server: Server, path: str) -> None:
    headers = server.visitor().ask(path).headers
    policy = headers["Content-Security-Policy"]
    assert (
        "default-src 'self'" in policy
        and "http:" not in policy
        and "https:" not in policy
        and "*" not in policy
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "Server" not in headers


def test_scripts_of_content_run_on_no_page_and_live_pages_alone_may_compile(server: Server) -> None:
    for path, free in (("/", False), ("/hoc/buoi-mot/", False), ("/trinh-chieu/", False), (LIVE, True)):
        answer = server.visitor().ask(path)
        (scripts,) = [
            one for one in answer.headers["Content-Security-Policy"].split("; ") if "script-src" in one
        ]
        assert ("'unsafe-eval'" in scripts, "'unsafe-inline'" in scripts) == (free, free), path
        for inline in re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL) if not free else ():
            digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in scripts, path


def test_nginx_sends_the_same_headers() -> None:
    text = (SHIPPED / "deploy" / "nginx.conf").read_text("utf-8")
    block = re.search(r"location / \{(.*?)\}", text, re.DOTALL)[1]
    sent = {name: value.strip('"') for name, value in re.findall(r"add_header (\S+) (.*?) always;", block)}
    assert sent == HEADERS | {"Cache-Control": "no-cache"}


def test_the_visitor_cookie_is_closed_to_scripts_and_other_sites(server: Server) -> None:
    cookies = server.visitor().ask("/voila/render/01-buoi-mot.ipynb").headers.get_all("Set-Cookie")
    (cookie,) = [value for value in cookies if value.startswith(f"kit-visitor-{server.port}=")]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie


@pytest.mark.parametrize(("protocol", "secure"), [("https", True), ("http", False)])
def test_behind_a_proxy_with_tls_the_cookie_is_sent_over_tls_only(
    server: Server, protocol: str, secure: bool
) -> None:
    answer = server.visitor().ask("/voila/render/01-buoi-mot.ipynb", **{"X-Forwarded-Proto": protocol})
    cookies = answer.headers.get_all("Set-Cookie")
    assert [("Secure" in value) for value in cookies if value.startswith(f"kit-visitor-{server.port}=")] == [
        secure
    ]


def test_a_visitor_cannot_choose_template_or_theme(server: Server) -> None:
    path = "/voila/render/01-buoi-mot.ipynb"
    plain = server.visitor().ask(path)
    assert plain.status == 200 and "Buổi thứ nhất" in plain.text
    for query in ("template=classic", "voila-template=reveal", "theme=dark"):
        chosen = server.visitor().ask(f"{path}?{query}")
        assert chosen.status == 200 and "Buổi thứ nhất" in chosen.text
        assert "cdn" not in chosen.text and len(chosen.text) == len(plain.text), query


@pytest.fixture(scope="module")
def owner(server: Server) -> tuple[Visitor, str]:
    """A visitor and the kernel of the session that it opened."""
    visitor = server.visitor()
    _, kernel = visitor.open_session("01-buoi-mot.ipynb")
    assert kernel
    return visitor, kernel


def test_a_kernel_answers_its_own_browser(owner: tuple[Visitor, str]) -> None:
    visitor, kernel = owner
    assert json.loads(visitor.ask(f"/api/kernels/{kernel}").text)["id"] == kernel
    with line(visitor, kernel) as socket:
        assert receive_until_info(socket)


@pytest.mark.parametrize("stranger", ["nobody", "another browser", "forged cookie"])
def test_to_others_the_kernel_does_not_exist(
    server: Server, owner: tuple[Visitor, str], stranger: str
) -> None:
    own, kernel = owner
    other = server.visitor()
    if stranger == "another browser":
        other.open_session("01-buoi-mot.ipynb")
    if stranger == "forged cookie":
        name = f"kit-visitor-{server.port}"
        other.cookies[name] = own.cookies[name][:-4] + "0000"
    assert other.ask(f"/api/kernels/{kernel}").status == 404
    assert other.ask(f"/api/kernels/{kernel}", "DELETE").status in (403, 404, 405)
    assert other.ask(f"/voila/api/shutdown/{kernel}", "POST", b"").status == 404
    assert other.ask(f"/api/kernels/{kernel}/restart", "POST", b"").status == 404
    assert other.ask(f"/api/kernels/{kernel}/interrupt", "POST", b"").status == 404
    with pytest.raises(InvalidStatus) as refused:
        line(other, kernel)
    assert refused.value.response.status_code == 404
    assert own.ask(f"/api/kernels/{kernel}").status == 200


def test_even_the_owner_cannot_delete_or_restart_over_http(owner: tuple[Visitor, str]) -> None:
    visitor, kernel = owner
    assert visitor.ask(f"/api/kernels/{kernel}", "DELETE").status in (403, 405)
    assert visitor.ask(f"/api/kernels/{kernel}/restart", "POST", b"").status == 404


@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("execute_request", {"code": "print('ran')", "silent": False, "store_history": False}),
        ("inspect_request", {"code": "open", "cursor_pos": 1, "detail_level": 1}),
        ("complete_request", {"code": "op", "cursor_pos": 2}),
        ("history_request", {"hist_access_type": "tail", "n": 9}),
        ("debug_request", {"type": "request", "command": "debugInfo", "seq": 1, "arguments": {}}),
        ("interrupt_request", {}),
        ("shutdown_request", {"restart": False}),
    ],
)
def test_the_line_carries_no_command(
    owner: tuple[Visitor, str], kind: str, content: dict, channel: str
) -> None:
    visitor, kernel = owner
    with line(visitor, kernel) as socket:
        socket.send(frame(kind, content, channel))
        seen = receive_until_info(socket)
    assert set(seen) <= {"kernel_info_reply", "status"}
    assert visitor.ask(f"/api/kernels/{kernel}").status == 200


def test_a_page_from_elsewhere_cannot_open_the_line(owner: tuple[Visitor, str]) -> None:
    visitor, kernel = owner
    with pytest.raises((InvalidStatus, ConnectionClosed)):
        line(visitor, kernel, headers={"Origin": "http://elsewhere.example"}).recv(timeout=5)


def test_a_page_from_elsewhere_cannot_end_the_kernel(owner: tuple[Visitor, str]) -> None:
    visitor, kernel = owner
    answer = visitor.ask(f"/voila/api/shutdown/{kernel}", "POST", b"", Origin="http://elsewhere.example")
    assert answer.status == 403
    assert visitor.ask(f"/api/kernels/{kernel}").status == 200


def test_no_cookie_names_a_visitor_or_outlives_the_browser(
    server: Server, owner: tuple[Visitor, str]
) -> None:
    visitor, kernel = owner
    place = f"/api/kernels/{kernel}"
    for path in (place, "/api/kernels/x", f"/voila/api/shutdown/{kernel}", "/", "/khong-co"):
        assert visitor.ask(path).headers.get_all("Set-Cookie") is None, path
    assert server.visitor().ask(place).headers.get_all("Set-Cookie") is None
    with line(visitor, kernel) as socket:
        assert socket.response.headers.get_all("Set-Cookie") == []
    with pytest.raises(InvalidStatus) as refused:
        line(server.visitor(), kernel)
    assert refused.value.response.headers.get_all("Set-Cookie") == []
    assert set(visitor.cookies) == {f"kit-visitor-{server.port}"}


def test_a_kernel_has_few_lines(owner: tuple[Visitor, str]) -> None:
    with ExitStack() as opened:
        for _ in range(channels.MOST_LINES):
            assert receive_until_info(opened.enter_context(line(*owner)))
        with pytest.raises(InvalidStatus) as refused:
            line(*owner)
    assert refused.value.response.status_code == 429


LIVE = "/voila/render/01-buoi-mot.ipynb"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe"}, 403),
        ({"Sec-Fetch-Site": "none", "Sec-Purpose": "prefetch;prerender"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "document", "Purpose": "prefetch"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"}, 200),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Dest": "document"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Referer": "http://127.0.0.1/"}, 200),
    ],
)
def test_only_the_visitors_own_act_starts_a_kernel(
    server: Server, headers: dict[str, str], status: int
) -> None:
    before = server.kernels()
    answer = server.visitor().ask(LIVE, **headers)
    assert (answer.status, "kernelId" in answer.text) == (status, False)
    assert ('<a class="button primary" href="">Mở phiên trực tiếp</a>' in answer.text) == (status == 200)
    assert set(server.kernels()) <= set(before)


def test_where_browsers_do_not_say_it_the_page_one_comes_from_counts(server: Server) -> None:
    def ask(visitor: Visitor, **headers: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        connection.request("GET", LIVE, headers=headers | {"Cookie": visitor.cookie_header()})
        answer = connection.getresponse()
        if cookie := answer.headers["Set-Cookie"]:
            visitor.cookies |= {name: morsel.value for name, morsel in SimpleCookie(cookie).items()}
        return answer.read().decode()

    visitor = server.visitor()
    assert "kernelId" not in ask(visitor, Referer="http://elsewhere.example/")
    # The page that came instead has a link; no other site's page can send its cookie.
    assert "kernelId" in ask(visitor)
    assert "kernelId" in ask(server.visitor(), Referer=f"http://127.0.0.1:{server.port}/hoc/buoi-mot/")
