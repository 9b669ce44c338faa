"""Files that attack or torment their reader, made on the spot; each says what has to happen to it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from docx.oxml.ns import nsdecls

SENTENCE = "Đến năm 2030, tỷ lệ che phủ rừng đạt trên 57%."


@dataclass(frozen=True, slots=True)
class Attack:
    """A file: its suffix, what makes its bytes, and what the reader says; empty if it has to be read."""

    suffix: str
    make: Callable[[], bytes]
    said: str


# --- DOCX ------------------------------------------------------------------------------------------------------

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def word(body: str, prologue: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """A Word file with this body, as small as it can be."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        document = f"<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>"
        package.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?>{prologue}{document}')
        for name, data in (extra or {}).items():
            package.writestr(name, data)
    return out.getvalue()


def paragraph(text: str) -> str:
    """One paragraph."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _external_entity() -> bytes:
    return word(paragraph("&secret;"), '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>')


def _billion_laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return word(paragraph("&l9;"), f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>')


def _wide_entities() -> bytes:
    """Entities in a part in UTF-16, where a search for ASCII would not see them."""
    part = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")
    return word(paragraph(SENTENCE), extra={"word/numbering.xml": part})


def _zip_bomb() -> bytes:
    return word(paragraph(SENTENCE), extra={f"word/media/{i}.bin": bytes(64 * 2**20) for i in range(5)})


def _tag_bomb() -> bytes:
    return word("<w:p/>" * 3_000_001)


def _nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph(SENTENCE) + "</w:tc></w:tr></w:tbl>" * depth


def _spanning_row(span: int) -> bytes:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph("x")}</w:tc>'
    return word(f"<w:tbl>{f'<w:tr>{cell}{cell}</w:tr>' * 3}</w:tbl>{paragraph(SENTENCE)}")


def _many_columns() -> bytes:
    cells = f"<w:tc>{paragraph('1')}</w:tc>" * 5_000
    return word(f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * 3}</w:tbl>")


def _locked_zip() -> bytes:
    data = bytearray(word(paragraph(SENTENCE)))
    for at in (i for i in range(len(data)) if data[i : i + 4] == b"PK\x01\x02"):
        data[at + 8] |= 1
    return bytes(data)


def _style_loop() -> bytes:
    styles = (
        f'<w:styles {nsdecls("w")}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    relations = _RELATIONS.replace('officeDocument"', 'styles"').replace("word/document.xml", "styles.xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    data = word(
        f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>',
        extra={"word/styles.xml": styles.encode(), "word/_rels/document.xml.rels": relations.encode()},
    )
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/styles.xml" ContentType="{kind}"/></Types>'
                part = part.replace(b"</Types>", override.encode())
            new.writestr(name, part)
    return out.getvalue()


# --- HTML ------------------------------------------------------------------------------------------------------


def _html(body: str) -> bytes:
    return f"<!DOCTYPE html><html><meta charset=utf-8><body>{body}</body></html>".encode()


# --- PDF -------------------------------------------------------------------------------------------------------


def pdf(objects: dict[int, str | tuple[str, bytes]], root: int = 1, trailer: str = "") -> bytes:
    """A PDF of these objects: text, or a dictionary with a stream."""
    out = b"%PDF-1.7\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(out)
        if isinstance(content, tuple):
            head, stream = content
            body = f"<< {head} /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        else:
            body = content.encode()
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    last = max(objects) + 1
    table = "".join(f"{places[i]:010} 00000 n \n" if i in places else "0000000000 00000 f \n" for i in range(1, last))
    out += f"xref\n0 {last}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer\n<< /Size {last} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()


_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def _page(content: bytes, resources: str = "/Font << /F 4 0 R >>", **more: str | tuple[str, bytes]) -> bytes:
    objects: dict[int, str | tuple[str, bytes]] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << {resources} >> >>",
        4: _FONT,
        5: ("", content),
    }
    objects.update({int(key[1:]): value for key, value in more.items()})
    return pdf(objects)


_SAYS = b"BT /F 12 Tf 72 700 Td (Den nam 2030, ty le che phu rung dat tren 57%.) Tj ET"


def _page_tree_loop() -> bytes:
    return pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 900 >>"})


def _form_loop() -> bytes:
    """A form that draws itself, and two that draw each other many times."""
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 6 0 R /B 7 0 R >> >>"
    return _page(
        _SAYS + b" /A Do",
        "/Font << /F 4 0 R >> /XObject << /A 6 0 R >>",
        o6=(form, b"/B Do " * 50),
        o7=(form, b"/A Do " * 50),
    )


def _form_tower() -> bytes:
    """Forms that each draw the next one twenty times: 20 to the power of 12 drawings."""
    objects = {}
    for level in range(6, 18):
        form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N {level + 1} 0 R >> >>"
        objects[f"o{level}"] = (form, b"/N Do " * 20)
    objects["o18"] = ("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 m 9 9 l S")
    return _page(_SAYS + b" /N Do", "/Font << /F 4 0 R >> /XObject << /N 6 0 R >>", **objects)


def _many_pages(count: int = 10_000) -> bytes:
    kids = " ".join(f"{i} 0 R" for i in range(4, count + 4))
    objects: dict[int, str | tuple[str, bytes]] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        3: _FONT,
    }
    for i in range(4, count + 4):
        objects[i] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return pdf(objects)


def _flate_bomb() -> bytes:
    squeezer = zlib.compressobj(9)
    squeezed = b"".join(squeezer.compress(b"0 0 m 9 9 l S " * 2**16) for _ in range(600)) + squeezer.flush()
    return pdf(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>",
            5: ("/Filter /FlateDecode", squeezed),
        }
    )


def _deep_brackets() -> bytes:
    return _page(_SAYS, f"/Font << /F 4 0 R >> /X {'[' * 100_000}{']' * 100_000}")


def _many_rulings() -> bytes:
    lines = "".join(f"{x} 0 m {x} 842 l S 0 {x} m 595 {x} l S " for x in range(1, 590)) * 20
    return _page(_SAYS + lines.encode())


def _locked_pdf() -> bytes:
    """A PDF encrypted with a password (standard handler, made by reportlab)."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", canPrint=0), invariant=1)
    canvas.drawString(72, 700, "Den nam 2030")
    canvas.save()
    return out.getvalue()


def _image_pdf(width: int, height: int) -> bytes:
    """A page that is one picture of so many pixels, all of them black."""
    squeezer = zlib.compressobj(9)
    row = bytes(width // 8)
    data = b"".join(squeezer.compress(row) for _ in range(height)) + squeezer.flush()
    image = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode"
    return _page(b"q 595 0 0 842 0 0 cm /I Do Q", "/XObject << /I 6 0 R >>", o6=(image, data))


# --- images ----------------------------------------------------------------------------------------------------


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: int = 0) -> bytes:
    """A PNG whose header says so many pixels, with so many rows of them."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes(1 + width // 8) * rows, 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


ATTACKS: dict[str, Attack] = {
    "docx-external-entity": Attack(".docx", _external_entity, "declares XML entities"),
    "docx-billion-laughs": Attack(".docx", _billion_laughs, "declares XML entities"),
    "docx-entities-in-utf-16": Attack(".docx", _wide_entities, "declares XML entities"),
    "docx-zip-bomb": Attack(".docx", _zip_bomb, "unpacks to 335,"),
    "docx-tag-bomb": Attack(".docx", _tag_bomb, "tags are more than 3,000,000"),
    "docx-tables-nested-60-deep": Attack(".docx", lambda: word(_nested_tables(60)), ""),
    "docx-tables-nested-5000-deep": Attack(".docx", lambda: word(_nested_tables(5000)), "damaged Word file"),
    "docx-cell-over-a-million-columns": Attack(
        ".docx", lambda: _spanning_row(1_000_000), "a table of 2,000,000 columns"
    ),
    "docx-5000-columns": Attack(".docx", _many_columns, "a table of 5,000 columns"),
    "docx-locked": Attack(".docx", _locked_zip, "locked with a password"),
    "docx-style-based-on-itself": Attack(".docx", _style_loop, ""),
    "docx-names-that-climb": Attack(
        ".docx",
        lambda: word(paragraph(SENTENCE), extra={"../../tmp/climbed.xml": b"<x/>", "two\nlines.xml": b"<x/>"}),
        "",
    ),
    "docx-control-characters": Attack(".docx", lambda: word(paragraph(f"\u202e{SENTENCE}\u202c\u200b")), ""),
    "docx-cut-off": Attack(".docx", lambda: word(paragraph(SENTENCE))[:-40], "damaged"),
    "docx-without-document": Attack(".docx", lambda: word("")[:200], "damaged"),
    "zip-of-something-else": Attack(".docx", lambda: _zip_of("readme.txt"), "is an archive, not a report"),
    "html-nested-100000-deep": Attack(".html", lambda: _html("<div>" * 100_000 + SENTENCE), "nested deeper than 256"),
    "html-cell-over-a-million-columns": Attack(
        ".html",
        lambda: _html("<table>" + "<tr><td colspan=1000000>x<td colspan=1000000>y" * 3 + "</table>"),
        "a table of 2,000 columns",
    ),
    "html-cell-over-a-million-rows": Attack(
        ".html", lambda: _html(f"<table><tr><td rowspan=1000000>x<td>y<tr><td>{SENTENCE}<td>z<tr><td>1</table>"), ""
    ),
    "html-million-columns": Attack(
        ".html", lambda: _html(f"<table>{('<tr>' + '<td>1' * 100_000) * 2}</table>"), "a table of 100,"
    ),
    "html-tag-bomb": Attack(".html", lambda: _html("<b>" * 3_000_001), "tags are more than 3,000,000"),
    "html-entities": Attack(
        ".html",
        lambda: b'<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]><p>' + SENTENCE.encode() + b" &a;</p>",
        "",
    ),
    "html-zero-bytes": Attack(".html", lambda: _html("\0" * 50 + SENTENCE), "zero bytes"),
    "html-right-to-left": Attack(".html", lambda: _html(f"<p>\u202e\u2066{SENTENCE}\u2069</p>"), ""),
    "html-of-scripts-alone": Attack(".html", lambda: _html("<script>alert(1)</script>"), "is empty"),
    "pdf-page-tree-loop": Attack(".pdf", _page_tree_loop, "page 1 is damaged"),
    "pdf-form-that-draws-itself": Attack(".pdf", _form_loop, "*"),
    "pdf-tower-of-forms": Attack(".pdf", _form_tower, "*"),
    "pdf-10000-pages": Attack(".pdf", _many_pages, "has 10,000 pages, more than 2,000"),
    "pdf-stream-bomb": Attack(".pdf", _flate_bomb, "*"),
    "pdf-deep-brackets": Attack(".pdf", _deep_brackets, "*"),
    "pdf-many-rulings": Attack(".pdf", _many_rulings, ""),
    "pdf-locked": Attack(".pdf", _locked_pdf, "locked with a password"),
    "pdf-of-nothing": Attack(".pdf", lambda: b"%PDF-1.7\n%%EOF", "damaged PDF"),
    "pdf-cut-off": Attack(".pdf", lambda: _page(_SAYS)[:300], "PDF"),
    "pdf-huge-picture": Attack(".pdf", lambda: _image_pdf(60_000, 60_000), "*"),
    "png-of-10-gigapixels": Attack(".png", lambda: png(100_000, 100_000), "is larger than 120,000,000"),
    "png-cut-off": Attack(".png", lambda: png(300, 300, 3), "*"),
    "png-header-alone": Attack(".png", lambda: png(10, 10)[:20], "damaged picture"),
    "tiff-loop": Attack(".tif", lambda: _tiff_loop(), "*"),
    "text-right-to-left": Attack(".txt", lambda: f"\u202e{SENTENCE}\u202c\n".encode(), ""),
    "text-zero-bytes": Attack(".txt", lambda: b"\0\0" + SENTENCE.encode(), "zero bytes"),
    "text-million-columns": Attack(
        ".md",
        lambda: b"\n".join([b"| a " * 400_000 + b"|", b"|---" * 400_000 + b"|", b"| 1 " * 400_000 + b"|"]),
        "a line of 1,",
    ),
    "text-many-columns": Attack(
        ".md",
        lambda: "\n".join(["| ấ " * 50_000 + "|", "|---" * 50_000 + "|"] + ["| 1 " * 50_000 + "|"] * 3).encode(),
        "",
    ),
    "old-word-file": Attack(
        ".docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Word or Excel file"
    ),
    "nothing": Attack(".pdf", lambda: b"", "is empty"),
}
"""What has to happen: read (``""``), refused with these words, or (``"*"``) either, as long as it ends in time."""


def _zip_of(name: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, "x")
    return out.getvalue()


def _tiff_loop() -> bytes:
    """A TIFF whose only directory names itself as the next one."""
    entries = [
        (256, 4, 1, 8),
        (257, 4, 1, 8),
        (258, 3, 1, 1),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 150),
        (279, 4, 1, 8),
    ]
    body = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *e) for e in entries) + struct.pack("<I", 8)
    return (b"II*\0" + struct.pack("<I", 8) + body).ljust(150, b"\0") + bytes(8)
