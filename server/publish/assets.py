"""Styles, scripts and fonts of the pages: read once, and named by their content."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from server.publish.packed import Packed, kind_of
from slides.live import scripts
from widgets import bundled

SERVER = Path(__file__).parents[1]
STATIC = SERVER / "static"
FONTS = sorted(path.name for path in (STATIC / "fonts").glob("*.woff2"))
# How many earlier versions of an asset are kept for pages that are open while authors save.
KEPT_REPLACED = 4


@dataclass(frozen=True)
class Asset:
    """A file that pages load."""

    name: str
    body: bytes

    @cached_property
    def digest(self) -> str:
        """First letters of the content's hash; part of the address."""
        return hashlib.sha256(self.body).hexdigest()[:12]

    @cached_property
    def file(self) -> Packed:
        """The asset as it is sent."""
        return Packed(self.body, kind_of(self.name))

    @property
    def url(self) -> str:
        """Address below the server's root; changes whenever the content does."""
        return f"assets/{self.digest}/{self.name}"


def widget_asset(module: str) -> str:
    """Return the name of the script that holds a widget's module."""
    return f"widget-{module.replace('_', '-')}.js"


def _widget_modules() -> dict[str, bytes]:
    """Write each widget's module as a script, for pages without a kernel; see static/host.js."""
    scripts = {}
    for path in sorted(bundled.FOLDER.glob("*.js")):
        module = json.dumps({"esm": path.read_text("utf-8")}, ensure_ascii=False)
        script = f"(window.kitWidgets = window.kitWidgets || {{}}).{path.stem} = {module};\n"
        scripts[widget_asset(path.stem)] = script.encode()
    return scripts


def _font_faces(urls: dict[str, str]) -> str:
    """Write the font faces for files at the given addresses, by the files' names."""
    faces = []
    for name, url in urls.items():
        weight = name.removeprefix("be-vietnam-pro-").removesuffix(".woff2")
        faces.append(
            '@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-display:swap;'
            f"font-weight:{weight};src:url({url}) format('woff2')}}\n"
        )
    return "".join(faces)


class Assets:
    """All assets by name.

    Parameters
    ----------
    inline_fonts
        Put the fonts into a style sheet of their own (``fonts.css``): pages opened
        by double click may not load font files in every browser.
    """

    def __init__(self, inline_fonts: bool = False) -> None:
        icons = {path.name: path.read_bytes() for path in STATIC.glob("icon*")}
        fonts = {name: (STATIC / "fonts" / name).read_bytes() for name in FONTS}
        files = icons | bundled.bundles(SERVER / "bundles") | _widget_modules() | scripts.files()
        style = files["style.css"].decode("utf-8")
        if inline_fonts:
            data = {
                name: f"data:font/woff2;base64,{base64.b64encode(fonts[name]).decode()}" for name in fonts
            }
            files["fonts.css"] = _font_faces(data).encode("utf-8")
        else:
            files |= fonts
            urls = {name: f"../{Asset(name, body).digest}/{name}" for name, body in fonts.items()}
            style = _font_faces(urls) + style
        files["style.css"] = style.encode("utf-8")
        self._assets = {name: Asset(name, body) for name, body in files.items()}
        self._replaced: defaultdict[str, deque[Asset]] = defaultdict(lambda: deque(maxlen=KEPT_REPLACED))

    def put(self, name: str, body: bytes) -> None:
        """Add what is made from the content, or make it anew; pages made not long before still find theirs."""
        if (old := self._assets.get(name)) and old.body != body:
            self._replaced[name].append(old)
        if not old or old.body != body:
            self._assets[name] = Asset(name, body)

    def at(self, digest: str, name: str) -> Asset | None:
        """Return what stands or stood at an address, or None."""
        known = [self._assets.get(name), *self._replaced.get(name, ())]
        return next((asset for asset in known if asset and asset.digest == digest), None)

    def all(self) -> list[Asset]:
        """Return every asset."""
        return list(self._assets.values())

    def __getitem__(self, name: str) -> Asset:
        return self._assets[name]

    def get(self, name: str) -> Asset | None:
        """Return the asset, or None where there is none of that name."""
        return self._assets.get(name)
