"""The static site: whole or not at all, and refused when a page breaks a rule."""

from __future__ import annotations

import os
import random
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from course import SHIPPED, load
from server.publish import static_site as sites
from server.publish.offline import MANIFEST
from server.publish.static_site_checks import SiteError, check, visit_sizes
from tests.courses import course_folder, shipped


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "site"))


def test_it_holds_home_all_sessions_and_what_they_need(built: Path) -> None:
    assert (built / "index.html").is_file() and (built / "manifest.webmanifest").is_file()
    for slug in shipped().sessions:
        text = (built / "hoc" / slug / "index.html").read_text("utf-8")
        assert "kit-widgets" in text and "/voila/" not in text and "Mở Python trực tiếp" not in text
    listed = set(
        re.search(r"const FILES = (\[.*?\]);", (built / "sw.js").read_text("utf-8"))[1]
        .strip("[]")
        .split(", ")
    )
    # Printed files are large: a browser keeps the pages only.
    kept = [path for path in built.rglob("*") if path.is_file() and path.suffix != ".gz"]
    assert len(listed) == len([path for path in kept if path.parent.name != "in" and path.name != "sw.js"])


def test_the_same_content_gives_the_same_bytes_that_all_may_read(
    built: Path, store: Path, tmp_path: Path
) -> None:
    mask = os.umask(0o077)
    try:
        again = sites.build(tmp_path / "again", shipped(), store).folder
    finally:
        os.umask(mask)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (again, *again.rglob("*"))}
    assert modes == {True: 0o755, False: 0o644}
    for path in built.rglob("*"):
        if path.is_file():
            assert (again / path.relative_to(built)).read_bytes() == path.read_bytes(), path


def test_pages_stay_within_their_budgets(built: Path) -> None:
    sizes = visit_sizes(built)
    assert set(sizes) == set(shipped().pages)
    assert all(50_000 < first <= 150_000 and second <= 60_000 for first, second in sizes.values())


def noise(letters: int) -> str:
    """Return the end of a page with a text that hardly compresses."""
    text = "".join(random.Random(7).choices("abcdefghijklmnopqrstuvwxyz0123456789 ", k=letters))
    return f"<p>{text}</p></main>"


BROKEN = {
    "another host in a link": (
        "index.html",
        "</main>",
        '<a href="https://elsewhere.example/a.js">x</a></main>',
        "máy chủ khác",
    ),
    "a cited address that is loaded": (
        "index.html",
        "</main>",
        f'<img src="{shipped().addresses[0]}"></main>',
        "máy chủ khác",
    ),
    "a cited address that hands on where one came from": (
        "index.html",
        "</main>",
        f'<a href="{shipped().addresses[0]}" target="_blank">x</a></main>',
        "phải mở trang riêng",
    ),
    "another host in a script": (
        "index.html",
        "</main>",
        "<script>load('//elsewhere.example')</script></main>",
        "máy chủ khác",
    ),
    "an absolute link": (
        "index.html",
        "</main>",
        '<a href="/hoc/">x</a></main>',
        "phải là địa chỉ tương đối; đang là '/hoc/'",
    ),
    "a dead link": (
        "index.html",
        "</main>",
        '<a href="hoc/khong-co/index.html">x</a></main>',
        "phải dẫn tới một tệp",
    ),
    "a dead fragment": ("index.html", "</main>", '<a href="#khong-co">x</a></main>', "phải dẫn tới một id"),
    "decomposed letters": (
        "hoc/ket-qua/index.html",
        "</main>",
        "<p>Đa\u0309ng</p></main>",
        "phải là Unicode dựng sẵn (NFC)",
    ),
    "a first visit too large": (
        "hoc/ket-qua/index.html",
        "</main>",
        noise(60_000),
        "lần mở đầu phải trong 150000 byte",
    ),
    "a second session too large": (
        "hoc/doi-chieu/index.html",
        "</main>",
        noise(90_000),
        "buổi mở sau phải trong 60000 byte",
    ),
}


@pytest.mark.parametrize(("name", "find", "put", "message"), BROKEN.values(), ids=BROKEN)
def test_a_page_that_breaks_a_rule_is_refused(
    copy: Path, name: str, find: str, put: str, message: str
) -> None:
    text = (copy / name).read_text("utf-8")
    (copy / name).write_text(text.replace(find, put, 1), "utf-8")
    with pytest.raises(SiteError, match=re.escape(message)) as refused:
        check(copy, shipped().addresses)
    assert name.split("/index")[0] in str(refused.value)


def test_a_refused_build_leaves_the_old_site(built: Path, store: Path, tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old", "utf-8")
    (target / MANIFEST).write_text("{}", "utf-8")

    def refuse(folder: Path, cited: list[str]) -> None:
        raise SiteError("index.html: line 1: a rule")

    monkeypatch.setattr(sites, "check", refuse)
    with pytest.raises(SiteError):
        sites.build(target, shipped(), store)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (target / "index.html").read_text("utf-8") == "old"


@pytest.mark.parametrize(
    ("page", "links"), [("index.html", 1), ("hoc/tac-pham/index.html", 3), ("hoc/ly-luan/index.html", 0)]
)
def test_only_where_readers_are_sent_to_the_book_a_link_leads_to_it(
    built: Path, page: str, links: int
) -> None:
    assert (built / page).read_text("utf-8").count(">Mở sách điện tử</a>") == links


def test_a_folder_with_other_files_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine", "utf-8")
    with pytest.raises(sites.BuildError, match=r"phải là thư mục mới, trống, hoặc .*; trong đó có tệp khác"):
        sites.build(tmp_path, shipped(), tmp_path / "no store")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_where_the_new_site_cannot_be_put_the_old_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, draft, rename = tmp_path / "site", tmp_path / "draft", Path.rename
    for folder, text in ((target, "old"), (draft, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(text, "utf-8")

    def refuse(path: Path, to: Path) -> Path:
        if path == draft:
            raise OSError("busy")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="busy"):
        sites._replace(target, draft)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft", "site"]
    assert (target / "index.html").read_text("utf-8") == "old"


def test_nginx_names_the_type_of_every_file(built: Path) -> None:
    types = re.search(r"types \{(.*?)\}", (SHIPPED / "deploy" / "nginx.conf").read_text("utf-8"), re.DOTALL)[
        1
    ]
    suffixes = {path.suffix for path in built.rglob("*") if path.is_file()} - {".gz"}
    assert {suffix[1:] for suffix in suffixes} <= {
        line.split()[1] for line in types.split(";") if line.strip()
    }


def test_a_missing_notebook_is_named(tmp_path: Path, store: Path) -> None:
    with pytest.raises(sites.BuildError, match=r"01-buoi-mot\.ipynb: không có sổ này"):
        sites.build(tmp_path / "site", load(course_folder(tmp_path / "course")), store)


def test_the_stick_holds_the_start_page_and_the_site(built: Path, tmp_path: Path) -> None:
    first, second = (
        sites.write_stick(tmp_path / "new" / name, built, shipped()).read_bytes()
        for name in ("a.zip", "b.zip")
    )
    assert first == second
    with zipfile.ZipFile(tmp_path / "new" / "a.zip") as archive:
        names = archive.namelist()
        start = archive.read("mo-tep-nay-truoc.html").decode("utf-8")
    assert names[0] == "mo-tep-nay-truoc.html" and "hoc-tac-pham/index.html" in names
    assert "Mở tệp này trước" in start and 'href="hoc-tac-pham/index.html"' in start
