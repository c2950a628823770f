"""The server: Voila with the kit's pages, and nothing that the pages do not need."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

from tornado.ioloop import IOLoop
from tornado.web import RequestHandler
from traitlets import Integer, List, Unicode
from traitlets.config import Config
from voila.app import Voila
from voila.paths import collect_static_paths, collect_template_paths

from course import ContentError, load
from server import network
from server.background.pages import SharedPages
from server.background.prints import PrintedFiles
from server.decks import decks
from server.files import Compression
from server.gate import Gate, most_connections
from server.live import channels, front_end, kernels, live_app, renderer, warm
from server.pages import kept, offline, pages
from server.pages.assets import AssetHandler
from server.prints import print_files
from server.publish import kernel_start, last_content, shelf
from server.publish.site import Site
from server.ready import Ready
from server.rooms import handlers as room
from server.rooms.service import Rooms
from server.security import COOKIE, ROOM_COOKIE, Nobody, SecurityHeaders
from store import FOLDER, opened

log = logging.getLogger("kit")

TEMPLATES = Path(__file__).parent / "templates"


class KitServer(Voila):
    """One process, one port: home, session links, live apps, assets."""

    # Voila's settings are looked up under this name.
    name = "voila"

    course_dir = Unicode(help="Folder of the course").tag(config=True)
    cache_dir = Unicode(help="Where rendered sessions are kept").tag(config=True)
    state_dir = Unicode(help="Where what people do together is kept").tag(config=True)
    database = Unicode(help="Address of a PostgreSQL database used instead").tag(config=True)
    warm_kernels = Integer(help="How many kernels to keep ready for the next visitors").tag(config=True)
    names = List(Unicode(), help="Names that browsers may call the server by").tag(config=True)
    starts_at_once = Integer(help="How many sessions may start at the same time").tag(config=True)

    def __init__(self, **kwargs) -> None:
        super().__init__(**kwargs)
        self.site = _site(Path(self.course_dir), Path(self.cache_dir))
        self.rooms = Rooms(lambda: opened(Path(self.state_dir), self.database or None))
        self.progress: Callable[[int, int], None] = lambda done, total: None

    def setup_template_dirs(self) -> None:
        """Use our page around Voila's; a visitor cannot choose another."""
        apps, installed = ["voila", "nbconvert"], [str(front_end.SHARED)]
        self.template_paths = [
            str(TEMPLATES), *collect_template_paths(apps, "lab", prune=True, root_dirs=installed),
        ]  # fmt: skip
        self.static_paths = collect_static_paths(apps, "lab", root_dirs=installed)

    def start(self) -> None:
        """Serve until Ctrl-C or SIGTERM."""
        # Python raises KeyboardInterrupt wherever it happens to be; in the callback of a weak reference it is lost.
        signal.signal(signal.SIGINT, self._handle_signal_stop)
        with kernel_start.place() as self.place:
            os.environ.update(self.place.jupyter_paths())
            self.connection_dir_root = str(self.place.folder)
            self.update_config(Config(KernelManager={"transport": self.place.transport}))
            super().start()

    def _handle_signal_stop(self, *_: object) -> None:
        """Stop in good order; who asks again while that goes on need not wait."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop = IOLoop.current()
        loop.add_callback_from_signal(loop.stop)

    def listen(self) -> None:
        """Listen, and serve until the loop is stopped."""
        names = frozenset({"localhost", *network.own_names(), *map(str.lower, self.names)})
        page = self.site.render("wrong-name.html.j2")
        most = most_connections(self.kernel_manager.capacity)
        gate = Gate(self.app, names, page, most, Ready(self.base_url, self.members, self.site.assets))
        gate.listen(self.port, self.ip)
        try:
            IOLoop.current().start()
        finally:
            self.stop()

    def stop(self) -> None:
        """End what the server started: the making of pages, decks and prints, and all kernels."""
        self.members.close()
        self.prints.close()
        self.rooms.close()
        super().stop()

    def init_settings(self) -> dict:
        """Settings of the Tornado application."""
        settings = super().init_settings()
        self.kernel_manager.place = self.place
        self.kernel_manager.environment = {shelf.STORE: str(Path(self.cache_dir).resolve())}
        return settings | {
            "transforms": [Compression, SecurityHeaders],
            # The kit watches nobody: of an ordinary request nothing is written down.
            "log_function": _log_failures,
            "visitor_cookie": COOKIE.format(port=self.port),
            "room_cookie": ROOM_COOKIE.format(port=self.port),
            # No form of the kit needs it; should a page of Jupyter's set it, it ends with the browser.
            "xsrf_cookie_kwargs": {"expires_days": None, "httponly": True, "samesite": "Strict"},
            "default_handler_class": pages.NotFound,
            "default_handler_args": {"site": self.site},
            "mathjax_url": "",
            "mathjax_config": "",
        }

    def init_handlers(self) -> list:
        """Every address that answers stands here; Voila's others are left out."""
        site, base = {"site": self.site}, self.base_url.rstrip("/")
        gate = asyncio.Semaphore(self.starts_at_once)
        pool = warm.WarmPool(self.kernel_manager, self.warm_kernels, gate)
        self.members = SharedPages(self.site, Path(self.cache_dir), self.progress, on_change=pool.renew)
        shared = self.members
        IOLoop.current().add_callback(shared.start)
        IOLoop.current().add_callback(pool.start)
        self.prints = PrintedFiles(shared, Path(self.cache_dir) / "prints")
        phones = site | {"listening": (self.ip, self.port)}
        live_parts = site | {"pool": pool, "gate": gate, "voila": self}
        kept_offline = offline.Offline(self.site, shared)
        extensions = {"folders": front_end.EXTENSIONS}
        rooms = site | {"rooms": self.rooms}
        reached = rooms | {"listening": (self.ip, self.port)}
        kernel = r"(?P<kernel_id>[0-9a-f-]{36})"
        return [
            # What is asked for most often comes first.
            (rf"{base}/assets/([0-9a-f]{{12}})/([a-z0-9.-]+)", AssetHandler, {"assets": self.site.assets}),
            (rf"{base}/hoc/([a-z0-9-]+)/", kept.KeptPage, site | shared.kept()),
            (rf"{base}/", pages.HomePage, site),
            (rf"{base}/healthz", pages.Health, site | {"shared": shared}),
            (rf"{base}/sw\.js", offline.OfflineFile, {"make": kept_offline.worker}),
            (rf"{base}/manifest\.webmanifest", offline.OfflineFile, {"make": kept_offline.manifest}),
            (rf"{base}/khong-co-mang/", offline.OfflineMessage, site),
            (rf"{base}/hoc/([a-z0-9-]+)", pages.MemberLink, site),
            (rf"{base}/trinh-chieu/", decks.PreflightPage, site | {"shared": shared}),
            (rf"{base}/trinh-chieu/dia-chi/([a-z0-9-]*)", decks.PhoneAddresses, phones),
            (rf"{base}/trinh-chieu/([a-z0-9-]+)/", kept.KeptPage, site | shared.decks.kept()),
            (rf"{base}/trinh-chieu(?:/([a-z0-9-]+))?", decks.DeckLink, site),
            (rf"{base}/phong/", room.RoomPage, site),
            (rf"{base}/phong/mo", room.OpenRoom, rooms),
            (rf"{base}/phong/(\d{{6}})/", room.RoomPage, site),
            (rf"{base}/phong/(\d{{6}})/toi", room.MemberState, rooms),
            (rf"{base}/phong/(\d{{6}})/vao", room.Join, rooms),
            (rf"{base}/phong/(\d{{6}})/tra-loi", room.Answer, rooms),
            (rf"{base}/phong/(\d{{6}})/chu-tri", room.Host, rooms),
            (rf"{base}/phong/(\d{{6}})/dia-chi", room.RoomAddresses, reached),
            (rf"{base}/phong/(\d{{6}})/tin", room.Line, {"rooms": self.rooms}),
            (rf"{base}/in/([a-z0-9-]+\.(?:pdf|pptx|zip))", print_files.PrintFile, {"files": self.prints}),
            (rf"{base}/voila/render/([a-z0-9-]+\.ipynb)", live_app.LiveApp, live_parts),
            (rf"{base}/voila/static/([\w.-]+)", front_end.FrontEnd, {"folders": self.static_paths}),
            (rf"{base}/voila/labextensions/([\w@./-]+)", front_end.FrontEnd, extensions),
            (rf"{base}/voila/api/shutdown/{kernel}", channels.KernelEnd),
            (rf"{base}/api/kernels/{kernel}", channels.KernelState),
            (rf"{base}/api/kernels/{kernel}/channels", channels.KernelChannels),
        ]


def _site(folder: Path, store: Path) -> Site:
    """Return what the pages are made of; while the content is not in order, what was in order last."""
    try:
        return Site(load(folder))
    except ContentError:
        if (kept := last_content.last_good(store, folder)) is None:
            raise
        course, version = kept
        return Site(course, content=version)


def _log_failures(handler: RequestHandler) -> None:
    if handler.get_status() >= 500 and handler.get_status() != 503:
        request = handler.request
        log.error("%s %s trả lời %s", request.method, request.path, handler.get_status())


def configuration(
    host: str,
    port: int,
    course: Path,
    capacity: int | None = None,
    cache_dir: Path | None = None,
    warm_kernels: int = 0,
    names: Sequence[str] = (),
    state: Path | None = None,
    database: str | None = None,
) -> Config:
    """Settings of a server.

    Parameters
    ----------
    host, port
        Address to listen on.
    course
        Folder of the course.
    capacity
        Most live kernels at a time; by default what the machine's memory carries.
    cache_dir
        Where rendered sessions are kept between starts; by default :func:`server.publish.shelf.store_of` the course.
    warm_kernels
        How many kernels to keep ready; at most a quarter of the capacity.
    names
        Names by which browsers reach the server, as through a proxy, besides this machine's own.
    state, database
        Folder of what people do together, by default ``var`` in the course; a PostgreSQL database used instead.
    """
    config = Config()
    config.KitServer.ip = host
    config.KitServer.port = port
    config.KitServer.names = list(names)
    config.KitServer.identity_provider_class = Nobody
    # Voila would take settings of other work on this machine, and run a voila.py of the working folder.
    config.KitServer.config_file_paths = []
    config.KitServer.course_dir = str(course)
    config.KitServer.root_dir = str(course / "notebooks")
    config.KitServer.cache_dir = str(cache_dir or shelf.store_of(course))
    config.KitServer.state_dir = str(state or course / FOLDER)
    config.KitServer.database = database or ""
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
    # A kernel that died is not started anew: what the page had in it is lost, and a restart that comes before
    # anybody has noticed the death would leave a cell's output out without a word.
    config.KernelManager.autorestart = False
    config.LiveKernels.capacity = capacity or kernels.default_capacity()
    config.KitServer.warm_kernels = min(warm_kernels, config.LiveKernels.capacity // 4)
    config.LiveKernels.cull_idle_timeout = 40
    config.LiveKernels.cull_interval = 5
    config.LiveKernels.cull_connected = False
    config.LiveKernels.buffer_offline_messages = False
    return config
