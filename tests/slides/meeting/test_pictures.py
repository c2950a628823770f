"""Pictures of a unit: written anew, small and upright; what is none is refused with a sentence."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from slides.meeting import pictures
from slides.meeting.errors import MeetingError
from tests.slides.meeting.samples import picture, shot


def opened(made) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(made.data)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_a_photograph_becomes_a_small_jpeg(kind: str) -> None:
    made = pictures.photo("anh", shot(kind, (2600, 1300)))
    assert (made.mime, made.width, made.height) == ("image/jpeg", 1280, 640)
    assert opened(made).size == (1280, 640)


def test_a_photograph_stands_upright_and_says_nothing_of_its_camera() -> None:
    image, exif = Image.new("RGB", (400, 300), "red"), Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Máy ảnh"
    body = io.BytesIO()
    image.save(body, "JPEG", exif=exif)
    made = pictures.photo("anh.jpg", body.getvalue())
    assert (made.width, made.height) == (300, 400)
    assert not opened(made).getexif()


def test_what_is_transparent_becomes_white_in_a_photograph_and_stays_in_a_sign() -> None:
    body = io.BytesIO()
    Image.new("RGBA", (900, 900), (0, 0, 0, 0)).save(body, "PNG")
    assert opened(pictures.photo("a.png", body.getvalue())).getpixel((0, 0)) == (255, 255, 255)
    sign = pictures.logo("a.png", body.getvalue())
    assert (sign.mime, sign.width) == ("image/png", 400)
    assert opened(sign).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"khong phai anh", "không phải ảnh.*hãy chọn ảnh JPEG hoặc PNG"),
        (shot()[:900], "ảnh bị hỏng"),
        (b"\0\0\0\x18ftypheic" + bytes(90), "HEIC"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải ảnh"),
        (bytes(pictures.MOST_BYTES + 1), "nặng hơn 12 MB"),
    ],
)
def test_what_is_no_picture(body: bytes, sentence: str) -> None:
    with pytest.raises(MeetingError, match=rf"anh\.jpg: .*{sentence}"):
        pictures.photo("anh.jpg", body)


def test_a_picture_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100_000)
    with pytest.raises(MeetingError, match="triệu điểm"):
        pictures.photo("anh.png", shot("PNG"))


def test_a_saved_picture_must_be_what_it_says() -> None:
    pictures.check("tep", picture())
    for change in ({"width": 700}, {"mime": "image/png"}, {"data": "AAAA"}, {"data": "không"}):
        with pytest.raises(MeetingError, match="tep: "):
            pictures.check("tep", picture().model_copy(update=change))
