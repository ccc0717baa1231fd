"""What a PDF says about itself: XMP, the information dictionary, and the claims to PDF/A-3a and PDF/UA-1.

Takes Meta, gives XMP bytes and dictionary entries that agree with each other, as PDF/A asks. Must not know pages.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from modulekit.document import Meta

TOOL = "ModuleKit"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{archival}
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
{properties}
</rdf:Description>
{extension}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_ARCHIVAL = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>"""

# PDF/A-3 knows no PDF/UA: the identifier of the one is declared as an extension of the other (ISO 19005-3, 6.6.2.3).
_EXTENSION = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def full_title(meta: Meta) -> str:
    """The title with what the file is: a window's title bar shows nothing else."""
    return f"{meta.title} · {meta.label}" if meta.label else meta.title


def xmp(meta: Meta, *, archival: bool = True) -> bytes:
    """The metadata packet: one ``rdf:RDF``, or validators read only the first. It claims PDF/A only where the file is
    ``archival``."""
    dates = f"{meta.date}T00:00:00Z"
    described = " · ".join(part for part in (meta.subject, meta.label, meta.version) if part)
    properties = [
        "<dc:format>application/pdf</dc:format>",
        _alternatives("dc:title", full_title(meta)),
        f"<dc:creator><rdf:Seq><rdf:li>{escape(meta.author)}</rdf:li></rdf:Seq></dc:creator>",
        _alternatives("dc:description", described) if described else "",
        f"<dc:language><rdf:Bag><rdf:li>{escape(meta.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<dc:publisher><rdf:Bag><rdf:li>{escape(meta.organisation)}</rdf:li></rdf:Bag></dc:publisher>"
        if meta.organisation
        else "",
        _subjects(meta.keywords),
        f"<xmp:CreateDate>{dates}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{dates}</xmp:ModifyDate>",
        f"<xmp:MetadataDate>{dates}</xmp:MetadataDate>",
        f"<xmp:CreatorTool>{TOOL}</xmp:CreatorTool>",
        f"<pdf:Producer>{TOOL}</pdf:Producer>",
        f"<pdf:Keywords>{escape(', '.join(meta.keywords))}</pdf:Keywords>" if meta.keywords else "",
    ]
    words = "\n".join(line for line in properties if line)
    claim, extension = (_ARCHIVAL, _EXTENSION) if archival else ("", "")
    text = _PACKET.format(archival=claim, properties=words, extension=extension)
    return text.encode()


def information(meta: Meta) -> dict[str, str]:
    """The entries of the information dictionary; each says what its XMP property says."""
    date = f"D:{meta.date.replace('-', '')}000000Z"
    described = " · ".join(part for part in (meta.subject, meta.label, meta.version) if part)
    entries = {
        "/Title": full_title(meta),
        "/Author": meta.author,
        "/Subject": described,
        "/Keywords": ", ".join(meta.keywords),
        "/Creator": TOOL,
        "/Producer": TOOL,
        "/CreationDate": date,
        "/ModDate": date,
    }
    return {name: value for name, value in entries.items() if value}


def _alternatives(name: str, value: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt></{name}>'


def _subjects(keywords: tuple[str, ...]) -> str:
    if not keywords:
        return ""
    items = "".join(f"<rdf:li>{escape(keyword)}</rdf:li>" for keyword in keywords)
    return f"<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>"
