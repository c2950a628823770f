"""The server: Voila with the kit's pages, and nothing that the pages do not need."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from jupyter_server.services.kernels.handlers import _kernel_id_regex
from tornado.web import GZipContentEncoding
from traitlets import Integer
from traitlets.config import Config
from voila.app import Voila
from voila.paths import collect_static_paths, collect_template_paths
from voila.static_file_handler import MultiStaticFileHandler

from server import channels, kernels, live, pages, renderer
from server.assets import AssetHandler
from server.security import SecurityHeaders
from widgets.content import load

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
TEMPLATES = Path(__file__).parent / "templates"


class KitServer(Voila):
    """One process, one port: home, session links, live apps, assets."""

    # Voila's settings are looked up under this name.
    name = "voila"

    starts_at_once = Integer(help="How many sessions may start at the same time").tag(config=True)

    def __init__(self, **kwargs) -> None:
        super().__init__(**kwargs)
        self.site = pages.Site(load())

    def setup_template_dirs(self) -> None:
        """Use our page around Voila's; a visitor cannot choose another."""
        self.template_paths = [
            str(TEMPLATES),
            *collect_template_paths(["voila", "nbconvert"], "lab", prune=True),
        ]
        self.static_paths = collect_static_paths(["voila", "nbconvert"], "lab")

    def init_settings(self) -> dict:
        """Settings of the Tornado application."""
        settings = super().init_settings()
        self.kernel_manager.allowed_message_types = channels.ALLOWED_MESSAGES
        return settings | {
            "transforms": [GZipContentEncoding, SecurityHeaders],
            "default_handler_class": pages.NotFound,
            "default_handler_args": {"site": self.site},
            "mathjax_url": "",
            "mathjax_config": "",
        }

    def init_handlers(self) -> list:
        """Every address that answers stands here; Voila's others are left out."""
        site, base = {"site": self.site}, self.base_url.rstrip("/")
        gate = asyncio.Semaphore(self.starts_at_once)
        live_parts = site | {"kernels": self.kernel_manager, "gate": gate, "voila": self}
        kernel = _kernel_id_regex
        return [
            (rf"{base}/", pages.HomePage, site),
            (rf"{base}/healthz", pages.Health, site),
            (rf"{base}/hoc/([a-z0-9-]+)/?", pages.SessionLink, site),
            (rf"{base}/assets/([0-9a-f]{{12}})/([a-z0-9.-]+)", AssetHandler, {"assets": self.site.assets}),
            (rf"{base}/voila/render/([a-z0-9-]+\.ipynb)", live.LiveApp, live_parts),
            (rf"{base}/voila/static/([\w.-]+)", VoilaFiles, {"paths": self.static_paths}),
            (rf"{base}/voila/labextensions/([\w@./-]+)", VoilaFiles, {"paths": EXTENSIONS}),
            (rf"{base}/voila/api/shutdown/{kernel}", channels.KernelEnd),
            (rf"{base}/api/kernels/{kernel}", channels.KernelState),
            (rf"{base}/api/kernels/{kernel}/channels", channels.KernelChannels),
        ]


SHARED = Path(sys.prefix) / "share" / "jupyter"
# Where Voila, ipywidgets and anywidget keep their front-end parts.
EXTENSIONS = [str(SHARED / "labextensions"), str(SHARED / "voila" / "labextensions")]


class VoilaFiles(MultiStaticFileHandler):
    """Voila's scripts and styles, and those of the widgets' packages; kept by browsers."""

    def set_extra_headers(self, path: str) -> None:
        """Files whose name holds their hash stay for ever."""
        hashed = any(len(part) >= 16 and part.isalnum() for part in path.split("."))
        self.set_header("Cache-Control", "public, max-age=31536000" if hashed else "public, no-cache")

    def write_error(self, status_code: int, **_: object) -> None:
        """Files are not read by people: no page."""
        self.finish()


def configuration(host: str, port: int, capacity: int | None = None, notebooks: Path = NOTEBOOKS) -> Config:
    """Settings of a server.

    Parameters
    ----------
    host, port
        Address to listen on.
    capacity
        Most live kernels at a time; by default what the machine's memory carries.
    notebooks
        Folder of the sessions' notebooks.
    """
    config = Config()
    config.KitServer.ip = host
    config.KitServer.port = port
    config.KitServer.port_retries = 0
    config.KitServer.open_browser = False
    config.KitServer.root_dir = str(notebooks)
    config.KitServer.log_level = "WARN"
    config.KitServer.starts_at_once = max(2, os.cpu_count() or 2)
    config.VoilaConfiguration.template = "lab"
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.multi_kernel_manager_class = kernels.LiveKernels
    config.VoilaConfiguration.extension_allowlist = [
        "@voila-dashboards/widgets-manager8",
        "anywidget",
        "@jupyter-widgets/jupyterlab-manager",
    ]
    config.VoilaExecutor.timeout = 20
    config.VoilaExecutor.interrupt_on_timeout = True
    config.VoilaExecutor.startup_timeout = 25
    config.VoilaExporter.markdown_renderer_class = renderer.MarkdownRenderer
    if os.name == "posix":
        # Sockets in a folder that only this user can enter; no open TCP port per kernel.
        config.KernelManager.transport = "ipc"
    config.LiveKernels.capacity = capacity or kernels.default_capacity()
    config.LiveKernels.cull_idle_timeout = 40
    config.LiveKernels.cull_interval = 5
    config.LiveKernels.cull_connected = False
    config.LiveKernels.buffer_offline_messages = False
    return config
