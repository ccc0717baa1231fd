"""What is made to take all the time, all the memory, or a file that is nobody's business: refused, with a place.

Each is tried as ``modulekit check`` meets it, in a process of its own with 2 seconds and 500 MB.
"""

from __future__ import annotations

import base64
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases.case import BASE
from tests.hostile.mutants import PO
from tests.hostile.pictures import LAUGHS, bomb, png
from tests.hostile.trial import tried
from tests.hostile.work import check

MODULE = "modules/meetings"
LESSON = f"{MODULE}/lessons/01-agenda.yaml"
DRAWING = f"{MODULE}/assets/agenda.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">{}</svg>'
FIGURE = "figure: {file: assets/photo.png, alt: The hall with its clock., caption: The hall}"
CHART = "chart: {kind: line, caption: A line, alt: It rises., unit: t, file: data/values.csv}"

HUGE = base64.b64encode(png(50_000, 50_000)).decode()

Making = Callable[[Path], None]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "w")
    return tmp_path / "w"


def said(workspace: Path) -> str:
    """What a check prints, after looking at how it ended."""
    ended = tried(lambda: check(workspace, 0))
    if ended.fault == "too slow":  # on a busy computer once is no proof
        ended = tried(lambda: check(workspace, 0))
    assert not ended.fault, (
        f"{ended.fault}, {ended.seconds:.1f} s, {ended.kilobytes // 1024} MB\n{ended.printed[-3000:]}"
    )
    return ended.printed


def shows(workspace: Path, block: str) -> None:
    """Put one more block into the first handout of the course."""
    path = workspace / LESSON
    text = path.read_text("utf-8")
    assert "    handout:\n" in text
    path.write_text(text.replace("    handout:\n", f"    handout:\n      - {block}\n", 1), "utf-8")


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def plug(path: Path) -> None:
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as own:
        here = Path.cwd()
        os.chdir(path.parent)  # the path of a socket is short
        try:
            own.bind(path.name)
        finally:
            os.chdir(here)


def link_to(target: str) -> Making:
    def making(path: Path) -> None:
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return making


def sparse(size: int) -> Making:
    def making(path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            file.truncate(size)

    return making


WAITING = [pipe, plug, link_to("/dev/zero"), link_to("/dev/random"), link_to("/proc/self/mem"), link_to(".")]
FILES = [LESSON, "modulekit.yaml", DRAWING, f"{MODULE}/module.yaml", f"{MODULE}/locale/ru.po", "strings/uz.yaml"]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("making", WAITING, ids=["pipe", "socket", "zero", "random", "memory", "itself"])
def test_what_is_no_file_is_not_waited_for(workspace: Path, file: str, making: Making) -> None:
    (workspace / file).parent.mkdir(exist_ok=True)
    making(workspace / file)
    printed = said(workspace)
    assert Path(file).name in printed or "modulekit.yaml" in printed
    assert any(code in printed for code in ("MK101", "MK102", "MK112", "MK904", "MK111"))


def test_a_list_of_values_that_is_a_pipe(workspace: Path) -> None:
    shows(workspace, CHART)
    (workspace / MODULE / "data").mkdir()
    pipe(workspace / MODULE / "data" / "values.csv")
    assert f"{LESSON}:" in said(workspace)


@pytest.mark.parametrize(
    ("file", "size"), [(LESSON, 200_000_000), (DRAWING, 10**10), (f"{MODULE}/locale/ru.po", 10**9)]
)
def test_files_of_gigabytes_are_not_read(workspace: Path, file: str, size: int) -> None:
    (workspace / file).parent.mkdir(exist_ok=True)
    sparse(size)(workspace / file)
    assert "MK104" in said(workspace)


def test_a_table_of_a_gigabyte(workspace: Path) -> None:
    shows(workspace, CHART)
    sparse(10**9)(workspace / MODULE / "data" / "values.csv")
    printed = said(workspace)
    assert "MK104" in printed
    assert f"{LESSON}:" in printed
    assert "^" in printed


@pytest.mark.parametrize(
    "text",
    [
        "- a\n" * 499_000,
        "a: " + "[" * 1_000_000,
        "{a: " * 400_000,
        "- - - " * 300_000,
        "? a\n" * 400_000,
        "&a " * 500_000,
        "a: &a [x]\nb: *a\n" * 100_000,
        "k: |\n" + " x\n" * 600_000,
        '"' + "\\n" * 900_000 + '"',
        "a: b\n" * 300_000,
        "- a #b\n" * 200_000,
    ],
)
def test_very_much_of_yaml(workspace: Path, text: str) -> None:
    (workspace / LESSON).write_text(text[:2_000_000], "utf-8")
    printed = said(workspace)
    assert f"{LESSON}" in printed


@pytest.mark.parametrize(
    "entry", ['msgid "{}"\nmsgstr ""\n\n', 'msgctxt "a"\nmsgid "{}"\nmsgstr "б"\n', "#. {}\n", '"{}"\n']
)
def test_catalogues_of_very_many_entries(workspace: Path, entry: str) -> None:
    (workspace / MODULE / "locale").mkdir(exist_ok=True)
    text = PO + "".join(entry.format(number) for number in range(400_000))
    (workspace / MODULE / "locale" / "ru.po").write_text(text, "utf-8")
    assert "MK104" in said(workspace)


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        (LAUGHS + SVG.format("<text>&j;</text>"), "MK608"),
        ('<!DOCTYPE svg [<!ENTITY a "' + "a" * 15_000 + '">]>' + SVG.format("&a;" * 50_000), "MK608"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&a;</text>"), "MK608"),
        ('<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://example.org/a">%a;]>' + SVG.format(""), "MK608"),
        (SVG.format('<image href="file:///etc/passwd"/>'), "MK608"),
        (SVG.format('<image href="https://example.org/a.png"/>'), "MK608"),
        (SVG.format('<use href="//example.org/a.svg#a"/>'), "MK608"),
        (SVG.format("<script>alert(1)</script>"), "MK608"),
        (SVG.format("<style>@import url(https://example.org/a.css);</style>"), "MK608"),
        (SVG.format(f'<image href="data:image/png;base64,{HUGE}"/>'), "MK608"),
        (SVG.format("<g>" * 400_000 + "</g>" * 400_000), "MK607"),
        (SVG.format("<g>" * 5000 + "</g>" * 5000), "MK607"),
        (SVG.format("<g/>" * 800_000), "MK607"),
        (SVG.replace("0 0 90 60", "0 0 1e99 1").format(""), "MK606"),
        (SVG.replace("0 0 90 60", "0 0 90000 1").format(""), "MK606"),
        (SVG.replace("viewBox", 'width="1000000000" height="5" viewBox').format(""), "MK606"),
        (SVG.replace("0 0 90 60", "nothing").format(""), "MK606"),
        ("\ufeff" + SVG.format("<text>\u0000</text>"), "MK607"),
    ],
)  # fmt: skip
def test_drawings_that_reach_out_or_never_end(workspace: Path, drawing: str, code: str) -> None:
    (workspace / DRAWING).write_text(drawing, "utf-8")
    printed = said(workspace)
    assert f"error[{code}]" in printed
    assert DRAWING in printed


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp037", "utf-7"])
def test_a_drawing_whose_encoding_hides_what_it_holds(workspace: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + LAUGHS + SVG.format("<text>&j;</text>")
    (workspace / DRAWING).write_bytes(text.encode(encoding))
    assert "error[MK60" in said(workspace)
    (workspace / DRAWING).write_bytes(
        text.partition("?>")[0].encode() + b"?>" + text.partition("?>")[2].encode(encoding)
    )
    assert "error[MK60" in said(workspace)


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (png(50_000, 50_000), "MK606"),
        (png(100_000, 10), "MK606"),
        (png(0, 0), "MK607"),
        (png(2**31 - 1, 2**31 - 1), "MK606"),
        (bomb(20_000, 20_000), "MK606"),
        (b"\x89PNG\r\n\x1a\n", "MK607"),
        (b"\xff\xd8\xff" + b"\xff\xe0\x00\x02" * 400_000, "MK607"),
        (b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00\xff\xda\x00\x02\xff\xd9", "MK606"),
    ],
)  # fmt: skip
def test_pictures_that_unpack_into_gigabytes(workspace: Path, picture: bytes, code: str) -> None:
    shows(workspace, FIGURE)
    (workspace / MODULE / "assets" / "photo.png").write_bytes(picture)
    assert f"error[{code}]" in said(workspace)


def test_remarks_in_a_picture_that_unpack_into_gigabytes(workspace: Path) -> None:
    shows(workspace, FIGURE)
    import struct
    import zlib

    body = b"Comment\0\0" + zlib.compress(bytes(300_000_000), 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    whole = png(10, 10, bytes(110))
    (workspace / MODULE / "assets" / "photo.png").write_bytes(whole[:33] + chunk + whole[33:])
    assert "error[MK607]" in said(workspace)


def test_folders_that_are_links(workspace: Path, tmp_path: Path) -> None:
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "secret.yaml").write_text("lesson: secret\n", "utf-8")
    (workspace / MODULE / "regions").symlink_to(secret)
    (workspace / MODULE / "assets" / "more").symlink_to("/")
    (workspace / "centres").symlink_to(workspace)
    (workspace / "modules" / "again").symlink_to(workspace / "modules" / "meetings")
    printed = said(workspace)
    assert "secret" not in printed.replace("secret.yaml", "")


TEXTS = [
    words * (19_000 // len(words))
    for words in (
        "*a _b ", "[", "![", "[a](", "`a", "<a ", "> ", "- ", "* ", "| ", "\\", "&", "[[", "[[a:b]]", "**a", "a\n\n",
        "<!--",
        "~~~\n", "|\n|-\n", "- - ", "![](", "*_", "][", "> - ", "<https://", "[a]: b\n", "(", "\t- a\n", "a|b\n",
    )
]  # fmt: skip


@pytest.mark.parametrize("at", range(0, len(TEXTS), 6))
def test_texts_that_parsers_take_long_for(workspace: Path, at: int) -> None:
    """Three of 19,000 signs each in one course."""
    for text in TEXTS[at : at + 6]:
        shows(workspace, "\n".join(["|-", *(f"        {line}" for line in text.split("\n"))]))
    assert "error[" in said(workspace)
