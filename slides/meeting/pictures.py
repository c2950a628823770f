"""Pictures of a unit: checked, turned upright, made small and written anew, so that nothing else travels with them."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from slides.deck.model import Drawing
from slides.meeting.errors import MeetingError
from slides.meeting.model import Picture

MOST_BYTES = 12 * 2**20
MOST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
# What the wall shows of a picture below a title, and of the sign on a cover; a browser keeps ten of them.
_PHOTO, _LOGO = (1280, 720), (400, 400)
_QUALITY = 82
_SAVE = "hãy chọn ảnh JPEG hoặc PNG"


def photo(name: str, body: bytes) -> Picture:
    """Return a photograph as JPEG, upright, 1280 × 720 pixels at most, without what the camera wrote beside it.

    Parameters
    ----------
    name
        Of the file, for messages.
    body
        Its bytes.

    Raises
    ------
    MeetingError
        When it is too large, or no picture.
    """
    with _opened(name, body) as image:
        upright = ImageOps.exif_transpose(image).convert("RGBA")
        upright.thumbnail(_PHOTO)
        ground = Image.new("RGB", upright.size, "white")
        ground.paste(upright, mask=upright.getchannel("A"))
        return _picture(ground, "JPEG", quality=_QUALITY, optimize=True)


def logo(name: str, body: bytes) -> Picture:
    """Return the sign of a unit as PNG, 400 pixels wide and high at most; what is transparent stays so.

    Parameters and errors are as in :func:`photo`.
    """
    with _opened(name, body) as image:
        upright = ImageOps.exif_transpose(image).convert("RGBA")
        upright.thumbnail(_LOGO)
        return _picture(upright, "PNG", optimize=True)


def check(name: str, picture: Picture) -> None:
    """Hold a saved picture to what it says of itself.

    Raises
    ------
    MeetingError
        When its bytes are no picture of its kind and size.
    """
    try:
        body = base64.b64decode(picture.data, validate=True)
    except ValueError:
        raise MeetingError(name, "ảnh trong tệp bị hỏng; hãy dùng bản lưu khác") from None
    with _opened(name, body) as image:
        found = (f"image/{(image.format or '').lower()}", *image.size)
    if found != (picture.mime, picture.width, picture.height):
        raise MeetingError(name, "ảnh trong tệp không đúng như ghi; hãy dùng bản lưu khác")


def drawing(picture: Picture, title: str, alt: str, box: tuple[int, int] | None = None) -> Drawing:
    """Return a picture as what slides show.

    Parameters
    ----------
    picture
        What is shown.
    title, alt
        Its name, and what is seen on it.
    box
        Width and height of the place in which it stands in the middle; its own when not given.
    """
    width, height = box or (picture.width, picture.height)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image href="data:{picture.mime};base64,{picture.data}" x="0" y="0" width="{width}" height="{height}" '
        'preserveAspectRatio="xMidYMid meet"/></svg>'
    )
    return Drawing(title, svg, alt)


@contextmanager
def _opened(name: str, body: bytes) -> Iterator[Image.Image]:
    if len(body) > MOST_BYTES:
        raise MeetingError(name, f"ảnh nặng hơn {MOST_BYTES // 2**20} MB; hãy thu nhỏ ảnh rồi chọn lại")
    if body[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
        raise MeetingError(name, f"ảnh kiểu HEIC của điện thoại không dùng được; {_SAVE}")
    try:
        with warnings.catch_warnings():
            # Of pictures that unpack to too much Pillow warns first, and refuses larger ones itself.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(body), formats=_FORMATS)
            if image.width * image.height > MOST_PIXELS:
                raise MeetingError(
                    name, f"ảnh có hơn {MOST_PIXELS // 10**6} triệu điểm; hãy thu nhỏ rồi chọn lại"
                )
            image.load()
    except MeetingError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise MeetingError(name, "ảnh quá lớn; hãy thu nhỏ rồi chọn lại") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise MeetingError(name, f"không phải ảnh, hoặc ảnh bị hỏng; {_SAVE}") from None
    yield image


def _picture(image: Image.Image, kind: str, **options: object) -> Picture:
    written = io.BytesIO()
    image.save(written, kind, **options)
    data = base64.b64encode(written.getvalue()).decode("ascii")
    return Picture(
        mime="image/jpeg" if kind == "JPEG" else "image/png",
        data=data,
        width=image.width,
        height=image.height,
    )
