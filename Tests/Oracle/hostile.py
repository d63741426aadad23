"""Workbooks that nobody should be hurt by: `KINDS` makes of right ones what a careless or wicked sender may send. Used by
hostile_workbooks.py. Each gives (bytes, what is demanded): `refuse` – an error; `say` – any finding; `sound` – the right totals or a
finding; `live` – only that the program ends well."""
import io
import random
import re
import struct
import warnings
import zipfile

# Two entries of one name are meant.
warnings.filterwarnings("ignore", message="Duplicate name")

KINDS = {}
SHEET, BOOK, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
MIB = 1 << 20


def kinds(demand, **cases):
    """Registers a builder for several cases: each is called with the right workbook's bytes and its argument."""
    def keep(function):
        for name, argument in cases.items():
            KINDS[f"{function.__name__}: {name}"] = (function, argument, demand)
        return function
    return keep


def kind(demand):
    def keep(function):
        KINDS[function.__name__] = (lambda right, _: function(right), None, demand)
        return function
    return keep


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(entries, method=zipfile.ZIP_DEFLATED):
    """A zip of (name, bytes) pairs, or of pairs whose second is an iterator of bytes; names may come twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=1 if method == zipfile.ZIP_DEFLATED else None) as package:
        for name, data in entries.items() if isinstance(entries, dict) else entries:
            if isinstance(data, bytes):
                package.writestr(name, data)
            else:
                with package.open(name, "w", force_zip64=True) as entry:
                    for piece in data:
                        entry.write(piece)
    return out.getvalue()


def with_part(right, name, data):
    return packed(parts(right) | {name: data})


def in_sheet(right, pattern, text, count=1):
    """The sheet with what matches exchanged; it must be there."""
    old = parts(right)[SHEET].decode()
    new, times = re.subn(pattern, text, old, count=count, flags=re.DOTALL)
    if not times:
        raise ValueError(f"{pattern} is not in the sheet")
    return with_part(right, SHEET, new.encode())


# Too much of something


def stretched(head, piece, times, tail):
    yield head
    for _ in range(times):
        yield piece
    yield tail


def opened(right, name, mark):
    """A part before and after where something is put in."""
    data = parts(right)[name]
    at = data.index(mark)
    return data[:at], data[at:]


@kinds("sound", sheet=(SHEET, b"<sheetData", 1024), strings=(STRINGS, b"<si>", 300), styles=("xl/styles.xml", b"<fonts", 300),
       book=(BOOK, b"<sheets", 300))
def hundreds_of_megabytes_of_blanks(right, case):
    name, mark, count = case
    head, tail = opened(right, name, mark)
    return with_part(right, name, stretched(head, b" " * MIB, count, tail))


@kind("refuse")
def hundreds_of_megabytes_beside(right):
    """In a part that nobody needs: to be left alone, or refused."""
    return with_part(right, "xl/media/image1.png", stretched(b"", bytes(MIB), 600, b"")), "sound"


@kind("refuse")
def strings_without_number(right):
    head, tail = opened(right, STRINGS, b"</sst>")
    return with_part(right, STRINGS, stretched(head, b"<si><t>dai</t></si>" * 50_000, 200, tail))


@kinds("sound", addressed=True, bare=False)
def a_million_columns(right, addressed):
    cells = "".join(f'<c r="{letters(column)}2000"><v>1</v></c>' if addressed else "<c><v>1</v></c>" for column in range(1, 1_000_001))
    return in_sheet(right, "</sheetData>", f'<row r="2000">{cells}</row></sheetData>')


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@kind("sound")
def two_million_rows(right):
    head, tail = opened(right, SHEET, b"</sheetData>")
    return with_part(right, SHEET, stretched(head, b"<row><c><v>1</v></c></row>" * 10_000, 200, tail))


@kind("sound")
def a_million_empty_rows_with_styles(right):
    head, tail = opened(right, SHEET, b"</sheetData>")
    return with_part(right, SHEET, stretched(head, b'<row s="1"/>' * 10_000, 100, tail))


@kinds("sound", small="B2:C3", all="A1:XFD1048576", far="A1048570:B1048576", wrong="C3:A1", none="", letters="AAAA1:BBBB2")
def merged_twice(right, area):
    areas = f'<mergeCell ref="{area}"/>' * 3
    return in_sheet(right, "</sheetData>", f'</sheetData><mergeCells count="3">{areas}</mergeCells>')


@kind("sound")
def a_million_merges(right):
    areas = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 1_000_001))
    return in_sheet(right, "</sheetData>", f'</sheetData><mergeCells count="1000000">{areas}</mergeCells>')


@kind("say")
def merged_over_counts(right):
    return in_sheet(right, "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="D20:E22"/></mergeCells>')


@kinds("refuse", sheet=SHEET, strings=STRINGS, book=BOOK)
def nested_a_hundred_thousand_deep(right, name):
    data = parts(right)[name]
    at = data.rindex(b"</")
    return with_part(right, name, data[:at] + b"<a>" * 100_000 + b"</a>" * 100_000 + data[at:])


@kinds("sound", cell=1, attribute=2, attributes=3, element=4)
def a_hundred_megabytes(right, where):
    long = "x" * (100 * MIB)
    text = {1: f'<c r="Z9" t="inlineStr"><is><t>{long}</t></is></c></row>', 2: f'<c r="Z9" b="{long}"/></row>',
            3: "<c " + " ".join(f'a{n}=""' for n in range(1_000_000)) + "/></row>", 4: f"<{long}/></row>"}[where]
    return in_sheet(right, "</row>", text)


@kind("sound")
def twenty_thousand_sheets(right):
    names = "".join(f'<sheet name="t{n}" sheetId="{n + 10}" r:id="rId1"/>' for n in range(20_000))
    data = parts(right)[BOOK].decode()
    if "xmlns:r=" not in data:
        names = names.replace("r:id", 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id')
    return with_part(right, BOOK, data.replace("</sheets>", names + "</sheets>").encode())


@kind("sound")
def sixty_thousand_entries(right):
    return packed([*parts(right).items(), *((f"xl/x{n}.xml", b"<a/>") for n in range(60_000))])


# Entities, links, names


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "dai dai dai dai dai">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(9)) + b"]>"
OUTSIDE = b'<!DOCTYPE a [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
PARAMETERS = b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'


@kinds("refuse", laughs_in_sheet=(SHEET, LAUGHS), laughs_in_strings=(STRINGS, LAUGHS), outside_in_sheet=(SHEET, OUTSIDE),
       outside_in_strings=(STRINGS, OUTSIDE), parameters_in_book=(BOOK, PARAMETERS), in_relations=(RELATIONS, OUTSIDE))
def entities(right, case):
    name, doctype = case
    data = re.sub(rb"^<\?xml.*?\?>", b"", parts(right)[name])
    data = re.sub(rb"(<t[^>]*>)", rb"\1&j;", data, count=1)
    return with_part(right, name, b'<?xml version="1.0"?>' + doctype + data)


@kind("sound")
def entities_in_content_types(right):
    """In a part that nobody has to read."""
    return entities(right, ("[Content_Types].xml", LAUGHS))


@kinds("sound", itself="workbook.xml", relations="_rels/workbook.xml.rels", passwd="../../../../../../etc/passwd",
       absolute="/etc/passwd", types="/[Content_Types].xml", nothing="", folder="worksheets/", backslash="worksheets\\sheet1.xml",
       far="worksheets/" + "../worksheets/" * 10_000 + "sheet1.xml", nul="worksheets/sheet1.xml&#1;", encoded="worksheets/%2e%2e/sheet1.xml")
def sheet_elsewhere(right, target):
    data = re.sub(rb'Target="[^"]*sheet1\.xml"', lambda _: b'Target="' + target.encode() + b'"', parts(right)[RELATIONS])
    return with_part(right, RELATIONS, data)


@kinds("sound", file="file:///etc/passwd", web="http://127.0.0.1:9/a.xml")
def sheet_outside(right, target):
    data = re.sub(rb'Target="[^"]*sheet1\.xml"', lambda _: b'TargetMode="External" Target="' + target.encode() + b'"',
                  parts(right)[RELATIONS])
    return with_part(right, RELATIONS, data)


@kind("sound")
def relations_in_a_circle(right):
    made = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="%s"/></Relationships>')
    return packed(parts(right) | {"_rels/.rels": made % b"_rels/.rels", "xl/_rels/workbook.xml.rels": made % b"workbook.xml"})


@kinds("sound", above="../../../../tmp/tonghop-hostile", root="/tmp/tonghop-hostile", drive="C:\\tonghop-hostile", long="a" * 60_000,
       strange="xl/\u202e\u0000\n.xml")
def strange_entry(right, name):
    return packed([(name, b"x"), *parts(right).items()])


@kinds("sound", same=SHEET, upper=SHEET.upper(), slash="/" + SHEET, backslash=SHEET.replace("/", "\\"), dot="xl/./worksheets/sheet1.xml")
def sheet_twice(right, name):
    """Another sheet under a name that may be taken for the first: nobody may say which is meant."""
    other = re.sub(rb"<v>(\d)</v>", rb"<v>9</v>", parts(right)[SHEET])
    return packed([*parts(right).items(), (name, other)])


@kind("sound")
def sheet_twice_other_first(right):
    other = re.sub(rb"<v>(\d)</v>", rb"<v>9</v>", parts(right)[SHEET])
    return packed([(SHEET, other), *parts(right).items()])


@kinds("sound", exclamation="a!b!1:1", above="../../x", line="a&#10;b", long="x" * 100_000, empty="", quotes="'\"&lt;script&gt;")
def sheet_name(right, name):
    data = re.sub(rb'<sheet ([^>]*)name="[^"]*"', lambda found: b"<sheet " + found[1] + b'name="' + name.replace('"', "&quot;").encode() + b'"',
                  parts(right)[BOOK])
    return with_part(right, BOOK, data)


# Parts that are not there, are not right, or contradict each other


NAMES = {"types": "[Content_Types].xml", "root": "_rels/.rels", "book": BOOK, "relations": RELATIONS, "styles": "xl/styles.xml",
         "strings": STRINGS, "sheet": SHEET}


@kinds("sound", **NAMES)
def part_missing(right, name):
    left = parts(right)
    del left[name]
    return packed(left)


@kinds("sound", **NAMES)
def part_empty(right, name):
    return with_part(right, name, b"")


@kinds("sound", **NAMES)
def part_cut(right, name):
    data = parts(right)[name]
    return with_part(right, name, data[:len(data) * 2 // 3])


@kinds("sound", **NAMES)
def part_of_noise(right, name):
    return with_part(right, name, bytes(range(256)) * 40)


@kinds("sound", **NAMES)
def part_of_another_root(right, name):
    return with_part(right, name, b'<?xml version="1.0"?><html/>')


@kinds("sound", beyond="99999", negative="-1", huge="18446744073709551617", words="abc", empty="", fraction="1.5", blank=" 3 ")
def string_index(right, index):
    return in_sheet(right, r'(<c r="C12"[^>]*t="s"[^>]*><v>)\d+', rf"\g<1>{index}")


@kinds("sound", beyond="99999", negative="-1", words="abc")
def style_index(right, index):
    return in_sheet(right, r'<c r="D12"( s="\d+")?', f'<c r="D12" s="{index}"')


@kinds("sound", zero="0", negative="-1", huge="99999999", power="4294967297", more="18446744073709551617", words="x", fraction="1.5",
       power_of_ten="1e9", last="1048576", past="1048577")
def row_number(right, number):
    return in_sheet(right, r'<row r="60"', f'<row r="{number}"')


@kinds("sound", zero="D0", words="12", empty="", far="ZZZZZZ12", negative="D-12", past_row="D1048577", past_column="XFE12", other_row="D13",
       wide="Ｄ１２", lower="d12", absolute="$D$12", range="D12:E12", long="A" * 100_000 + "1", before="A12")
def cell_reference(right, reference):
    return in_sheet(right, r'<c r="D12"', f'<c r="{reference}"')


@kind("sound")
def cell_twice(right):
    return in_sheet(right, r'(<c r="D12".*?</c>)', r'\1<c r="D12"><v>999</v></c>')


@kind("sound")
def row_twice(right):
    return in_sheet(right, r'(<row r="12".*?</row>)', r'\1<row r="12"><c r="D12"><v>999</v></c></row>')


@kind("sound")
def rows_out_of_order(right):
    return in_sheet(right, r'(<row r="12".*?</row>)(<row r="13".*?</row>)', r"\2\1")


@kinds("sound", small="A1", all="A1:XFD1048576", wrong="Z9:A1", empty="", words="everything")
def dimension(right, reference):
    return in_sheet(right, r"<dimension[^>]*/>", f'<dimension ref="{reference}"/>')


@kinds("say", no_value='<f>SUM(A1:A9)</f>', empty_value="<f>1+1</f><v></v>")
def formula_alone(right, inside):
    return in_sheet(right, r'<c r="D12"[^>]*>.*?</c>', f'<c r="D12">{inside}</c>')


@kinds("say", reference="#REF!", division="#DIV/0!", name="#NAME?", strange="#LỖI")
def error_cell(right, text):
    return in_sheet(right, r'<c r="D12"[^>]*>.*?</c>', f'<c r="D12" t="e"><v>{text}</v></c>')


@kinds("say", nan="NaN", infinity="INF", huge="1E400", hexadecimal="0x10", comma="1,5", word="một", negative="-3", half="2.5",
       long="9" * 5000, exponent="1e" + "9" * 5000, boolean='1</v></c><c r="D12" t="b"><v>1')
def number_cell(right, text):
    return in_sheet(right, r'<c r="D12"[^>]*>.*?</c>', f'<c r="D12"><v>{text}</v></c>')


@kinds("sound", strange="t=\"zz\"", date='t="d"', text='t="str"', empty='t=""')
def cell_type(right, given):
    return in_sheet(right, r'<c r="D12"[^>]*>', f'<c r="D12" {given}>')


# The zip itself


@kinds("refuse", nothing=0, byte=1, magic=4, header=30)
def only_a_beginning(right, size):
    return right[:size]


@kinds("sound", bzip2=zipfile.ZIP_BZIP2, lzma=zipfile.ZIP_LZMA)
def another_compression(right, method):
    return packed(parts(right), method)


def record(content, signature):
    return content.rindex(signature)


def central(content, name):
    """Where the central directory tells of an entry."""
    at = -1
    while True:
        at = content.index(b"PK\x01\x02", at + 1)
        length = struct.unpack_from("<H", content, at + 28)[0]
        if content[at + 46:at + 46 + length] == name.encode():
            return at


@kinds("sound", encrypted=(8, "<H", 1), method_99=(10, "<H", 99), no_crc=(16, "<I", 0), small=(24, "<I", 10), large=(24, "<I", 0xFFFFFFF0),
       packed_small=(20, "<I", 10), far=(42, "<I", 0x7FFFFFFF), zip64=(24, "<I", 0xFFFFFFFF), name_long=(28, "<H", 60_000),
       comment_long=(32, "<H", 60_000))
def entry_lies(right, case):
    offset, form, value = case
    made = bytearray(right)
    struct.pack_into(form, made, central(right, SHEET) + offset, value)
    return bytes(made)


@kinds("sound", many=(10, "<H", 65_535), none=(10, "<H", 0), far=(16, "<I", 0x7FFFFFFF), early=(16, "<I", 3), disk=(4, "<H", 7),
       comment=(20, "<H", 60_000), size=(12, "<I", 1))
def directory_lies(right, case):
    offset, form, value = case
    made = bytearray(right)
    struct.pack_into(form, made, record(right, b"PK\x05\x06") + offset, value)
    return bytes(made)


@kinds("sound", before=b"X" * 100_000, executable=b"MZ" + bytes(5000))
def something_before(right, head):
    return head + right


@kinds("sound", after=b"X" * 100_000, another=b"PK\x05\x06" + bytes(18))
def something_after(right, tail):
    return right + tail


@kind("refuse")
def entries_that_overlap(right):
    """Many entries of the directory over the same packed megabytes."""
    one = packed([("a", stretched(b"", bytes(MIB), 64, b""))])
    start, end = one.index(b"PK\x01\x02"), record(one, b"PK\x05\x06")
    entry, body = bytearray(one[start:end]), one[:start]
    names = [f"xl/worksheets/sheet{n}.xml".encode() for n in range(2000)]
    entry[28:30] = b"\0\0"
    directory = b"".join(bytes(entry[:28]) + struct.pack("<H", len(name)) + bytes(entry[30:46]) + name + bytes(entry[47:]) for name in names)
    return body + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 2000, 2000, len(directory), len(body), 0)


# Other files


@kinds("refuse", docx="word/document.xml", pptx="ppt/presentation.xml", xlsb="xl/workbook.bin", zip="a.txt", jar="META-INF/MANIFEST.MF")
def another_package(right, name):
    left = {part: data for part, data in parts(right).items() if not part.startswith("xl/")}
    types = left["[Content_Types].xml"].replace(b"xl/workbook.xml", name.encode())
    roots = left["_rels/.rels"].replace(b"xl/workbook.xml", name.encode())
    return packed({"[Content_Types].xml": types, "_rels/.rels": roots, name: b"\x83\x01\x00"} if name != "a.txt" else {name: b"a"})


def compound(names):
    """An OLE file of empty streams under these names: one sector of a table, one of a directory."""
    free, last = 0xFFFFFFFF, 0xFFFFFFFE
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0,
                                                                       last, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    table = struct.pack("<II", 0xFFFFFFFD, last) + struct.pack("<I", free) * 126
    directory = b""
    for index, name in enumerate(["Root Entry", *names][:4]):
        text = name.encode("utf-16-le")
        kind_, child = (5, 1) if index == 0 else (2, free)
        right_ = index + 1 if 0 < index < min(3, len(names)) else free
        directory += text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind_, 1, free, right_, child) + bytes(36) + struct.pack(
            "<IQ", last, 0)
    return head + table + directory.ljust(512, b"\0")


@kinds("refuse", password=["EncryptionInfo", "EncryptedPackage"], word=["WordDocument"], et=["Workbook"], empty=[], mail=["__properties_version1.0"])
def compound_file(right, names):
    return compound(names)


@kinds("refuse", pdf=b"%PDF-1.7\n", png=b"\x89PNG\r\n\x1a\n", jpeg=b"\xff\xd8\xff\xe0\x00\x10JFIF", rtf=b"{\\rtf1 ", gzip=b"\x1f\x8b\x08\0",
       rar=b"Rar!\x1a\x07\x01\0", seven=b"7z\xbc\xaf\x27\x1c")
def another_file(right, magic):
    return magic + bytes(2000)


# Pages and XML of 2003


def page(rows):
    return ("<html><body><table>" + rows + "</table></body></html>").encode()


@kinds("sound", spans='<tr><td colspan="1000000000" rowspan="1000000000">1</td></tr>' * 50, negative='<tr><td colspan="-1">1</td></tr>',
       character="<tr><td>&#x110000;&#0;&#xD800;&nosuch;</td></tr>", open="<tr><td>" * 200_000, nested="<table><tr><td>" * 100_000,
       script="<tr><td><script>1</script><img src=http://127.0.0.1:9/></td></tr>", cells="<tr>" + "<td>1</td>" * 1_000_000 + "</tr>",
       rows="<tr><td>1</td></tr>" * 1_500_000, struck="<tr><td>" + "line-through " * 1_000_000, braces="{" * 1_000_000 + "line-through" * 100_000,
       comment="<!--" + "x" * 1_000_000, attribute=f'<tr><td a="{"x" * 3_000_000}">1</td></tr>')
def html_page(right, rows):
    return page(rows)


@kinds("sound", index='<Row ss:Index="1000000000"><Cell ss:Index="1000000000"><Data ss:Type="Number">1</Data></Cell></Row>',
       merge='<Row><Cell ss:MergeAcross="1000000000" ss:MergeDown="1000000000"><Data ss:Type="Number">1</Data></Cell></Row>',
       number='<Row><Cell><Data ss:Type="Number">NaN</Data></Cell></Row>', back='<Row ss:Index="9"/><Row ss:Index="2"/>',
       cells="<Row>" + "<Cell/>" * 1_000_000 + "</Row>", deep="<Row>" * 100_000)
def xml_of_2003(right, rows):
    return ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
            'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>' + rows
            + "</Table></Worksheet></Workbook>").encode()


@kinds("sound", row_of_a_million=(1, 1, 700_000), sheets=(256, 250, 9), empty_sheets=(256, 0, 0), rows=(1, 60_000, 9))
def xml_of_2003_of_a_size(right, size):
    """What every sheet costs that is gone through from the beginning of the part."""
    sheets, rows, cells = size
    row = "<Row>" + '<Cell><Data ss:Type="Number">1</Data></Cell>' * cells + "</Row>"
    names = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    body = "".join(f'<Worksheet ss:Name="t{sheet}"><Table>{row * rows}</Table></Worksheet>' for sheet in range(sheets))
    return f'<?xml version="1.0"?><Workbook {names}>{body}</Workbook>'.encode()


@kinds("refuse", laughs=LAUGHS, outside=OUTSIDE)
def xml_of_2003_with_entities(right, doctype):
    return (b'<?xml version="1.0"?>' + doctype + b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell>'
            b"<Data>&j;</Data></Cell></Row></Table></Worksheet></Workbook>")


# OpenDocument


def ods(rows, more=b""):
    names = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
             'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
    content = (f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="a">{rows}</table:table>'
               "</office:spreadsheet></office:body></office:document-content>")
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b'<?xml version="1.0"?>' + more
                   + content.encode(), "META-INF/manifest.xml": b"<manifest/>"})


CELL = '<table:table-cell office:value-type="float" office:value="1"/>'


@kinds("sound", rows=f'<table:table-row table:number-rows-repeated="2147483647">{CELL}</table:table-row>' * 10,
       cells='<table:table-row>' + CELL.replace("/>", ' table:number-columns-repeated="2147483647"/>') * 10 + "</table:table-row>",
       both='<table:table-row table:number-rows-repeated="1048576">' + CELL.replace("/>", ' table:number-columns-repeated="16384"/>')
       + "</table:table-row>", negative=f'<table:table-row table:number-rows-repeated="-5">{CELL}</table:table-row>',
       blanks='<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="2147483647"/></text:p></table:table-cell>'
       "</table:table-row>", deep="<table:table-row>" * 100_000, value="<table:table-row>" + CELL.replace('"1"', '"NaN"') + "</table:table-row>")
def open_document(right, rows):
    return ods(rows)


@kind("sound")
def open_document_of_many_sheets(right):
    """Behind each other in one part."""
    row = f"<table:table-row>{CELL * 9}</table:table-row>"
    return ods("</table:table><table:table table:name='b'>".join([row * 25] * 256))


@kind("sound")
def photographs(right):
    """Sixty megabytes that cannot be packed, beside a sheet as small as any."""
    noise = random.Random(1)
    return packed(parts(right) | {f"xl/media/image{n}.jpeg": noise.randbytes(4 * MIB) for n in range(15)})


@kinds("refuse", laughs=LAUGHS, outside=OUTSIDE)
def open_document_with_entities(right, doctype):
    return ods("<table:table-row><table:table-cell><text:p>&j;</text:p></table:table-cell></table:table-row>", doctype)


@kind("refuse")
def open_document_with_password(right):
    manifest = (b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
                b'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>')
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": bytes(range(256)) * 9,
                   "META-INF/manifest.xml": manifest})
