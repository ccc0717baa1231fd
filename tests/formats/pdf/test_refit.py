"""What is longer than its page is set in smaller type; nothing else is laid out a second time."""

from __future__ import annotations

import io

import pikepdf
import pytest

from modulekit.formats.pdf.layout import Fragment, Job, lay_out
from modulekit.resources import templates
from tests.formats.pdf.bench import page_texts

CSS = """
@page { size: 100mm 60mm; margin: 5mm }
body { font: 12pt "Noto Sans"; margin: 0 }
.leaf { break-after: page }
.leaf:last-child { break-after: auto }
.dense { font-size: 6pt }
"""
SHORT, LONG, ENDLESS = "a short one", "word " * 150, "word " * 900


def leaves(*words: str, known: bool = True) -> Fragment:
    ids = [f"leaf-{number}" for number in range(len(words))]
    body = "".join(f'<div class="leaf" id="{id}"><p>{said}</p></div>\n' for id, said in zip(ids, words, strict=True))
    html = f'<!doctype html><html lang="en"><head><title>T</title></head><body>{body}</body></html>'
    return lay_out(Job(html, CSS, str(templates() / "fonts"), leaves=tuple(ids) if known else ()))


def test_what_is_too_long_is_set_smaller_where_it_stands() -> None:
    made = leaves(SHORT, LONG, SHORT, LONG)
    assert leaves(SHORT, LONG, SHORT, LONG, known=False).pages > 4
    assert made.pages == 4
    assert [made.anchors[f"leaf-{number}"].page for number in range(4)] == [0, 1, 2, 3]
    assert [SHORT in text for text in page_texts(made.data)] == [True, False, True, False]
    assert made.complaints == ()


def test_only_what_is_too_long_is_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    laid: list[int] = []
    render = weasyprint.HTML.render

    def counted(self: weasyprint.HTML, **options: object) -> object:
        laid.append(len(self.etree_element.find("body")))
        return render(self, **options)

    monkeypatch.setattr(weasyprint.HTML, "render", counted)
    leaves(SHORT, LONG, SHORT)
    leaves(SHORT, SHORT)
    assert laid == [3, 1, 2]


def test_what_does_not_fit_in_smaller_type_either_runs_on() -> None:
    made = leaves(SHORT, ENDLESS, SHORT)
    last = made.anchors["leaf-2"].page
    assert last > 2
    assert made.pages == last + 1


def test_a_page_is_tagged_in_the_order_of_its_leaves() -> None:
    with pikepdf.open(io.BytesIO(leaves(LONG, SHORT).data)) as pdf:
        top = pdf.Root.StructTreeRoot.K[0]
        pages = [page.obj.objgen for page in pdf.pages]
        assert [_page_of(kid) for kid in top.K] == pages


def _page_of(element: pikepdf.Object) -> tuple[int, int]:
    found = element
    while "/Pg" not in found:
        found = found.K[0]
    return found.Pg.objgen
