"""The order in which the schema of WordprocessingML wants the children of its property elements (ECMA-376 part 1).

Word refuses a file where they stand otherwise; :func:`modulekit.formats.ooxml.xml.in_order` puts them right.
"""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(f"w:{name}" for name in text.split())


PARAGRAPH = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc outlineLvl rPr sectPr"
)
RUN = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike noProof webHidden color spacing w kern position sz szCs "
    "highlight u bdr shd vertAlign lang"
)
STYLE = _names(
    "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr "
    "tblStylePr"
)
BORDERS = _names("top left bottom right insideH insideV between bar")
TABLE = _names(
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
CELL = _names("cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark")
ROW = _names("cnfStyle gridBefore gridAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden")
