"""What colours a reader sees: the pixels of a page, and how far two colours stand apart."""

from base64 import b64encode
from itertools import batched

from playwright.sync_api import FloatRect, Page

type Colour = tuple[int, int, int]

_DECODE = """async (address) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  return [...pen.getImageData(0, 0, picture.width, picture.height).data];
}"""


def pixels(page: Page, clip: FloatRect) -> list[Colour]:
    """Return the pixels of a part of the window, line by line; the page itself decodes its picture."""
    picture = b64encode(page.screenshot(clip=clip)).decode()
    data: list[int] = page.evaluate(_DECODE, f"data:image/png;base64,{picture}")
    return [(red, green, blue) for red, green, blue, _ in batched(data, 4, strict=True)]


def contrast(one: Colour, other: Colour) -> float:
    """Return how far two colours stand apart, from 1 to 21, as WCAG reckons it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
