#!/usr/bin/env python3
"""words.py INPUTS PACKAGE… [--control]: looks in every part of packages for the words of the office and of its departments.

INPUTS is an office's folder of catalogue, submissions and decisions. What departments and officers wrote is every text of
every cell of submissions and of xu-ly.csv, and every name of a file; names of the catalogue (places, indicators,
departments, forms, codes) and the program's own words are nobody's. A PACKAGE is a folder with its zip beside it, or a
file: of workbooks every part is read, with its comments, strings, charts' caches, names and properties; of a zip the names
too; of a PDF the text, where pdftotext is there.

With --never=TEXT it is that text that is looked for. With --control a sentence is planted in each kind of part in turn, and must be found.

Exit 1 where anything is found (with --control: where a planted sentence is not), 2 where there is nothing to look for or in.
"""

import html
import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

# Words of the forms' heads that reports use as well.
OWN = [
    "tổng cộng", "kỳ báo cáo:", "ngày nhận", "toàn tỉnh", "cấp tỉnh", "cấp tỉnh (không phân theo xã)", "biểu số", "kỳ báo cáo", "đơn vị gửi", "lần gửi", "thuyết minh", "ghi chú",
    "chủ trì", "phối hợp", "gia hạn", "không phát sinh", "tháng 10 năm 2026", "địa bàn", "chỉ tiêu", "số liệu",
]
# A period, as every report names it.
PERIOD = re.compile(r"(kỳ báo cáo: ?)?tháng \d+ năm \d+( \(từ ngày \S+ đến ngày \S+\))?$")
PLANTED = "hai cặp dưới mười bốn tuổi ở bản Nà Trồng Thử"


def plain(text):
    text = unicodedata.normalize("NFC", text).lower()
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def decoded(raw):
    for encoding in ("utf-8-sig", "utf-16", "cp1258"):
        try:
            return raw.decode(encoding)
        except UnicodeError:
            continue
    return raw.decode("latin-1")


def said(inputs):
    """What somebody wrote: texts of cells and names of files, without what the catalogue says."""
    catalogue = plain(" ".join(decoded(p.read_bytes()) for p in sorted((inputs / "catalogue").rglob("*")) if p.is_file()))
    words = set()
    for path in sorted((inputs / "submissions").rglob("*")) + sorted(inputs.glob("xu-ly.*")):
        if not path.is_file():
            continue
        if path.suffix == ".csv" and path.name != "xu-ly.csv":
            words.update((plain(path.name), plain(path.stem)))
        raw = path.read_bytes()
        text = parts_text(path.name, raw, only=("xl/sharedStrings.xml", "xl/worksheets/")) if raw[:2] == b"PK" else decoded(raw)
        for line in text.splitlines():
            words.add(plain(line))
            for cell in re.split(r'[;\t"]', line):
                words.add(plain(cell))
                words.add(plain(cell.split(":", 1)[-1]))
    return {
        word for word in words
        if sum(c.isalpha() for c in word) >= 5 and word not in catalogue and word not in OWN
        and not PERIOD.match(word)
    }


def parts_text(name, raw, only=()):
    """All texts of a file, and of what is packed in it; of parts named `only`, what their elements hold."""
    if raw[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            texts = [archive.comment.decode("latin-1")]
            for info in archive.infolist():
                if only:
                    if info.filename.startswith(only):
                        texts.append(elements(decoded(archive.read(info))))
                    continue
                texts += [info.filename, info.comment.decode("latin-1"), parts_text(info.filename, archive.read(info))]
        return "\n".join(texts)
    if raw[:5] == b"%PDF-":
        if not shutil.which("pdftotext"):
            return ""
        return subprocess.run(["pdftotext", "-layout", "-", "-"], input=raw, capture_output=True, check=True).stdout.decode()
    text = decoded(raw)
    if name.endswith(".html"):
        return page_text(text)
    if name.endswith((".xml", ".rels", ".vml")):
        # Attributes count as well.
        text = "\n".join([elements(text), *(html.unescape(value) for value in re.findall(r'"([^"]*)"', text))])
    return text


def page_text(text):
    """What a page shows, keeps in attributes and hands to its script."""
    data = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.S)
    shown = re.sub(r"<(script|style)[^>]*>.*?</\1>", "\n", text, flags=re.S)
    shown = re.sub(r"</(p|li|td|th|h\d|title|text|figcaption|summary|label|dt|dd)>", "\n", shown)
    kept = [html.unescape(value) for value in re.findall(r'"([^"]*)"', shown)]
    texts = [json.loads(f'"{value}"') for part in data for value in re.findall(r'"((?:[^"\\]|\\.)*)"', part)]
    return "\n".join([html.unescape(re.sub(r"<[^>]*>", "", shown)), *kept, *texts])


def elements(text):
    """What the elements of XML hold, the runs of a text put together again."""
    text = re.sub(r"</(si|is|c|comment|definedName|dc:\w+|cp:\w+|c:pt|c:v|c:f|a:p|vt:lpstr|xdr:\w+|Company|oddHeader|oddFooter)>", "\n", text)
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def files(package):
    if package.is_file():
        yield package
        return
    yield from sorted(path for path in package.rglob("*") if path.is_file())
    yield from sorted(path for path in package.parent.glob(package.name + "*") if path.is_file())


def found(words, named):
    """What was found, with the file in which it stands."""
    for name, raw in named:
        lines = {plain(line) for line in [name, *parts_text(name, raw).splitlines()]}
        text = "\n".join(sorted(lines))
        for word in words:
            if word in text:
                yield name, word


def planted(packages):
    """Every kind of part with a sentence in it."""
    def workbook(raw, change):
        source, target = zipfile.ZipFile(io.BytesIO(raw)), io.BytesIO()
        with zipfile.ZipFile(target, "w") as out:
            for info in source.infolist():
                name, body = change(info.filename, source.read(info))
                out.writestr(name, body)
        return target.getvalue()

    def inside(ending, before, text):
        def change(name, body):
            if name.endswith(ending) and before in body:
                return name, body.replace(before, text.encode() + before, 1)
            return name, body
        return change

    kinds = {
        "strings": inside("sharedStrings.xml", b"</sst>", f"<si><r><t>{PLANTED[:20]}</t></r><r><t>{PLANTED[20:]}</t></r></si>"),
        "properties": inside("docProps/core.xml", b"</cp:coreProperties>", f"<dc:description>{PLANTED}</dc:description>"),
        "defined names": inside("xl/workbook.xml", b"</workbook>", f'<definedName name="x">"{PLANTED}"</definedName>'),
        "charts": inside(".xml", b"</c:chartSpace>", f"<c:pt><c:v>{PLANTED}</c:v></c:pt>"),
        "a comment": lambda name, body: (
            ("xl/comments9.xml", f"<comments><comment><text><t>{PLANTED}</t></text></comment></comments>".encode())
            if name.endswith("docProps/app.xml") else (name, body)),
        "names in a zip": lambda name, body: (f"xl/{PLANTED}.bin", body) if name.endswith("docProps/app.xml") else (name, body),
    }
    for package in packages:
        for path in files(package):
            raw = path.read_bytes()
            if path.suffix == ".xlsx":
                for kind, change in kinds.items():
                    changed = workbook(raw, change)
                    if changed != raw and (kind != "charts" or b"chartSpace" in b"".join(
                            zipfile.ZipFile(io.BytesIO(raw)).read(i) for i in zipfile.ZipFile(io.BytesIO(raw)).infolist())):
                        yield f"{path.name}: {kind}", [(path.name, changed)]
            elif path.suffix == ".zip":
                yield f"{path.name}: a part of the zip", [
                    (path.name, workbook(raw, lambda name, body: (name, body + PLANTED.encode() if name.endswith((".txt", ".csv")) else body)))]
            elif path.suffix == ".html":
                text = raw.decode()
                coded = json.dumps(PLANTED)
                half = len(PLANTED) // 2
                for kind, changed in (
                    ("shown", text.replace("</main>", f"<p>{PLANTED[:half]}<b>{PLANTED[half:]}</b></p></main>")),
                    ("an attribute", text.replace("<main>", f'<main title="{html.escape(PLANTED)}">')),
                    ("the script's data", text.replace('"words":{', f'"words":{{"x":{coded},', 1)),
                ):
                    yield f"{path.name}: {kind}", [(path.name, changed.encode())]
            elif path.suffix != ".pdf":
                yield path.name, [(path.name, raw + PLANTED.upper().encode())]


def main(arguments):
    control = "--control" in arguments
    inputs, *packages = [Path(word) for word in arguments if not word.startswith("--")]
    never = {plain(word.split("=", 1)[1]) for word in arguments if word.startswith("--never=")}
    words = never or said(inputs)
    count = sum(1 for package in packages for _ in files(package))
    if not never and len(words) < 5 or count < 3:
        print(f"{len(words)} texts to look for in {count} files: too few", file=sys.stderr)
        return 2
    if control:
        missed, kinds = 0, set()
        for kind, named in planted(packages):
            kinds.add(kind)
            if (named[0][0], plain(PLANTED)) not in set(found({plain(PLANTED)}, named)):
                print(f"not found: {kind}")
                missed += 1
        print(f"control: {len(kinds)} planted sentences, {missed} not found")
        return 1 if missed or len(kinds) < 10 else 0
    leaks = 0
    for package in packages:
        for name, word in found(words, [(path.name, path.read_bytes()) for path in files(package)]):
            leaks += 1
            if leaks <= 20:
                print(f"{package.name}/{name}: {word[:100]}")
    print(f"{len(words)} texts looked for in {count} files of {len(packages)} packages: {leaks} found")
    return 1 if leaks else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, IndexError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
