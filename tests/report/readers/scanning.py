"""A document as an office's scanner gives it: pictures of its pages, turned a little, blurred, with noise and specks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DEGREES = 0.9
_NOISE = 18


def page_images(
    pdf: bytes, dpi: int = 200, degrees: float = DEGREES, noise: int = _NOISE, seed: int = 7
) -> Iterator[Image.Image]:
    """The pages of a PDF as grey pictures; the same arguments give the same pictures."""
    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        image = document[number].render(scale=dpi / 72, grayscale=True).to_pil()
        if degrees:
            image = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
        if noise:
            image = image.filter(ImageFilter.GaussianBlur(0.6))
            size = image.width * image.height
            # twice a sum of uniform bytes is near enough to a normal distribution
            grains = [Image.frombytes("L", image.size, chance.randbytes(size)) for _ in range(3)]
            mean = ImageChops.add(ImageChops.add(grains[0], grains[1], 2), grains[2], 2)
            spread = noise / 45
            image = ImageChops.add(
                image, mean.point([int(max(0, min(255, 128 + (v - 128) * spread))) for v in range(256)]), 1, -128
            )
            for _ in range(size // 20_000):
                x, y = chance.randrange(image.width), chance.randrange(image.height)
                image.putpixel((x, y), chance.choice((0, 40, 255)))
        yield image


def to_tiff(images: list[Image.Image], dpi: int = 200) -> bytes:
    """Pages as one TIFF file."""
    out = BytesIO()
    images[0].save(out, "TIFF", save_all=True, append_images=images[1:], dpi=(dpi, dpi), compression="tiff_deflate")
    return out.getvalue()


def to_image_pdf(images: list[Image.Image], dpi: int = 200) -> bytes:
    """Pages as a PDF without a text layer."""
    out = BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi)
    return out.getvalue()
