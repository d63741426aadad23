"""What other producers do to the parts of an .xlsx, without another meaning: `ODDITIES` makes other bytes of a finished one."""
import io
import re
import zipfile

import openpyxl

ODDITIES = {}


def oddity(function):
    ODDITIES[function.__name__] = function
    return function


def rewritten(content, change, order=sorted):
    """A package with its parts changed: `change(name, bytes)` → (name, bytes), or `None` to leave a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in order(old.namelist()):
            if made := change(name, old.read(name)):
                new.writestr(*made)
    return out.getvalue()


def in_sheets(content, change):
    return rewritten(content, lambda name, data: (name, change(data.decode()).encode() if name.startswith("xl/worksheets/sheet") else data))


@oddity
def without_cell_references(content):
    """Cells in their order without an address, where no cell before is left out."""
    def strip(row):
        addresses = re.findall(r'<c r="([A-Z]+)\d+"', row)
        columns = [openpyxl.utils.column_index_from_string(address) for address in addresses]
        return re.sub(r'<c r="[A-Z]+\d+"', "<c", row) if columns == list(range(1, len(columns) + 1)) else row
    return in_sheets(content, lambda text: re.sub(r"<row .*?</row>", lambda found: strip(found[0]), text, flags=re.DOTALL))


@oddity
def without_dimension(content):
    return in_sheets(content, lambda text: re.sub(r"<dimension[^>]*/>", "", text))


@oddity
def dimension_lies(content):
    return in_sheets(content, lambda text: re.sub(r"<dimension[^>]*/>", '<dimension ref="A1"/>', text))


@oddity
def with_prefix(content):
    """Every element under a prefix, as the Open XML SDK writes them."""
    def prefixed(name, data):
        if not name.startswith("xl/worksheets/sheet"):
            return name, data
        text = re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", data.decode())
        text = text.replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml', 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml')
        return name, text.encode()
    return rewritten(content, prefixed)


@oddity
def strict(content):
    """ISO 29500 Strict: other namespaces, dates as they were."""
    pairs = [(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
             (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")]
    def change(name, data):
        for old, new in pairs:
            data = data.replace(old, new)
        return name, data
    return rewritten(content, change)


@oddity
def absolute_targets(content):
    return rewritten(content, lambda name, data: (name, re.sub(rb'Target="(worksheets|styles|sharedStrings|theme)', rb'Target="/xl/\1', data)
                                                  if name == "xl/_rels/workbook.xml.rels" else data))


@oddity
def utf_8_marks(content):
    return rewritten(content, lambda name, data: (name, b"\xef\xbb\xbf" + data if name.endswith(".xml") else data))


@oddity
def utf_16_sheets(content):
    return rewritten(content, lambda name, data: (name, re.sub(r'encoding="[^"]*"', 'encoding="UTF-16"', data.decode()).encode("utf-16")
                                                  if name.startswith("xl/worksheets/sheet") else data))


@oddity
def shared_strings(content):
    """Strings in a part of their own where a writer has put them into their cells."""
    texts = []
    def taken(found):
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v>'
    def change(name, data):
        if name.startswith("xl/worksheets/sheet"):
            return name, re.sub(r't="inlineStr"><is>(.*?)</is>', taken, data.decode(), flags=re.DOTALL).encode()
        kind = "officeDocument/2006/relationships/sharedStrings"
        if name == "xl/_rels/workbook.xml.rels" and kind.encode() not in data:
            made = f'<Relationship Id="rIdStrings" Type="http://schemas.openxmlformats.org/{kind}" Target="sharedStrings.xml"/>'
            return name, data.replace(b"</Relationships>", made.encode() + b"</Relationships>")
        if name == "[Content_Types].xml" and b"sharedStrings" not in data:
            made = ('<Override PartName="/xl/sharedStrings.xml" '
                    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>')
            return name, data.replace(b"</Types>", made.encode() + b"</Types>")
        return name, data
    made = rewritten(content, change)
    if texts:
        body = "".join(f"<si>{text}</si>" for text in texts)
        part = f'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{len(texts)}">{body}</sst>'
        out = io.BytesIO(made)
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/sharedStrings.xml", part)
        return out.getvalue()
    return made


@oddity
def parts_in_another_order(content):
    return rewritten(content, lambda name, data: (name, data), order=lambda names: sorted(names, reverse=True))


@oddity
def stored_parts(content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


@oddity
def other_part_names(content):
    """Sheets under names that only the relationships tell."""
    change = re.compile(rb"worksheets/sheet(\d+)\.xml")
    def renamed(name, data):
        name = re.sub(r"worksheets/sheet(\d+)\.xml", r"worksheets/bieu-\1.xml", name)
        return name, change.sub(rb"worksheets/bieu-\1.xml", data) if name.endswith((".rels", "[Content_Types].xml")) else data
    return rewritten(content, renamed)


@oddity
def empty_cells_with_styles(content):
    """Formatted cells without a value to the right, and formatted rows below."""
    def padded(text):
        text = re.sub(r'<row r="(\d+)"([^>]*[^/])>(.*?)</row>', r'<row r="\1"\2>\3<c r="XFD\1" s="0"/></row>', text, count=1, flags=re.DOTALL)
        below = "".join(f'<row r="{row}" spans="1:3"/>' for row in range(2000, 2010))
        return text.replace("</sheetData>", below + "</sheetData>")
    return in_sheets(content, padded)


@oddity
def other_relationship_ids(content):
    """Relationships under names of their own, as WPS Office gives them."""
    def renamed(name, data):
        if name not in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            return name, data
        return name, re.sub(rb'((?:r:id|\bId))="rId(\d+)"', rb'\1="wps_\2_R"', data)
    return rewritten(content, renamed)


@oddity
def texts_with_space_preserved(content):
    """Every text with `xml:space`, and phonetic and rich parts as WPS Office writes them."""
    return rewritten(content, lambda name, data: (name, re.sub(rb"<t( xml:space=\"preserve\")?>", b'<t xml:space="preserve">', data) if name.startswith("xl/") and name.endswith(".xml") else data))


@oddity
def rows_without_numbers(content):
    """Rows in their order without a number or spans, where none before is left out."""
    def stripped(text):
        numbers = [int(number) for number in re.findall(r'<row r="(\d+)"', text)]
        if numbers != list(range(1, len(numbers) + 1)):
            return text
        return re.sub(r'<row r="\d+"( spans="[\d:]+")?', "<row", text)
    return in_sheets(content, stripped)


@oddity
def prefix_in_all_parts(content):
    """The main namespace under a prefix in the workbook, its sheets and its texts, and relationships under another than `r`."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    def prefixed(name, data):
        if name not in ("xl/workbook.xml", "xl/sharedStrings.xml") and not name.startswith("xl/worksheets/sheet"):
            return name, data
        text = re.sub(r"<(/?)([A-Za-z])(?![A-Za-z0-9]*:)", r"<\1x:\2", data.decode())
        text = text.replace(f'xmlns="{main}"', f'xmlns:x="{main}"')
        return name, text.replace("xmlns:r=", "xmlns:q=").replace(" r:id=", " q:id=").encode()
    return rewritten(content, prefixed)
