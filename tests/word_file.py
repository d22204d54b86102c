"""Word documents as tests make them: the markup of a body in the parts that a document needs."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
    for id, name in (("Title", "Title"), ("1", "heading 1"), ("2", "heading 2"), ("a", "Quote"), ("T1", "toc 1"))
)
_HIDDEN = '<w:style w:styleId="H"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def word_file(body: str, **parts: str) -> bytes:
    """Make a document; `footnotes`, `comments` and `header` are the content of those parts, `links` relationships."""
    roots = {"styles": ("styles", _STYLES + _HIDDEN), "numbering": ("numbering", _NUMBERING)}
    roots |= {name: ({"header": "hdr"}.get(name, name), content) for name, content in parts.items() if name != "links"}
    files = {f"word/{name}.xml": f"<w:{root} {W} {R}>{content}</w:{root}>" for name, (root, content) in roots.items()}
    files["word/document.xml"] = f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"
    kinds = {"document": "document.main", **{name: name for name in roots}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    files["[Content_Types].xml"] = f'<Types xmlns="urn:t">{overrides}</Types>'
    if "links" in parts:
        files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="urn:r">{parts["links"]}</Relationships>'
    return archive({name: content.encode() for name, content in files.items()})


def archive(files: Mapping[str, bytes]) -> bytes:
    """Pack files."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of one run; `text` may be markup of runs."""
    runs = text if text.startswith("<w:") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def item(text: str, list_id: int, level: int = 0) -> str:
    """Return an item of a list: 1 has bullets, 2 numbers."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=place)


def table(*rows: tuple[str, ...]) -> str:
    """Return a table whose first row is marked as its head."""
    written = []
    for number, row in enumerate(rows):
        head = "" if number else "<w:trPr><w:tblHeader/></w:trPr>"
        cells = "".join(f"<w:tc>{cell if cell.startswith('<w:') else paragraph(cell)}</w:tc>" for cell in row)
        written.append(f"<w:tr>{head}{cells}</w:tr>")
    return f"<w:tbl>{''.join(written)}</w:tbl>"
