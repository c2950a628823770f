"""Browsers that do otherwise than others are known by the names they give."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.modules import functions

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
ANDROID = "Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36"
SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15"


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Callable[..., object]]:
    with functions(browser, "shared/browsers.js") as call:
        yield call


@pytest.mark.parametrize(
    ("agent", "app"),
    [
        (f"{ANDROID} Chrome/120.0 Mobile Safari/537.36 Zalo android/24040110 ZaloTheme/light", "Zalo"),
        (f"{IPHONE} Mobile/15E148 Zalo iOS/552 ZaloTheme/light", "Zalo"),
        (f"{IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/456.0.0.37.108;FBBV/579]", "Facebook"),
        (f"{ANDROID} Chrome/120.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/451.0;]", "Facebook"),
        (f"{ANDROID} Chrome/120.0 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/449.0;]", "Messenger"),
        (f"{IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/449.0]", "Messenger"),
        (f"{IPHONE} Safari Line/14.4.0", "LINE"),
        (f"Mozilla/5.0 (Linux; Android 10; K) {CHROME}", ""),
        (f"{IPHONE} Version/17.4 Mobile/15E148 Safari/604.1", ""),
    ],
)
def test_the_app_around_a_browser_is_named(call, agent: str, app: str) -> None:
    assert call("appAround", agent) == app
    hint = call("openOutside", app)
    assert ("Mở bằng trình duyệt" in hint and app in hint) if app else hint == ""


@pytest.mark.parametrize(
    ("browser_says", "forgets"),
    [
        ({"userAgent": f"{IPHONE} Version/17.4 Mobile/15E148 Safari/604.1"}, True),
        ({"userAgent": f"{IPHONE} CriOS/128.0 Mobile/15E148 Safari/604.1"}, True),
        ({"userAgent": f"{IPHONE} Mobile/15E148", "standalone": True}, False),
        ({"userAgent": f"{MAC} {SAFARI}"}, True),
        ({"userAgent": f"{MAC} {CHROME}"}, False),
        ({"userAgent": f"{MAC} {CHROME}", "maxTouchPoints": 5}, True),
        ({"userAgent": f"{ANDROID} Chrome/120.0 Mobile Safari/537.36", "maxTouchPoints": 5}, False),
    ],
)
def test_it_is_known_which_browsers_forget_after_seven_days(call, browser_says: dict, forgets: bool) -> None:
    assert call("forgetsSoon", browser_says) is forgets
