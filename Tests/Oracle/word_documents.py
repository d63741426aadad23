#!/usr/bin/env python3
"""The report's document, read by another program than the one that made it.

word_documents.py --binary PROGRAM [--office DIR]: makes the draft of a month of the sample, opens its .docx with python-docx and holds it
against the .txt: the same sentences, styles of the form alone, the page of Decree 30/2020. Then an officer's edits are made with
python-docx, the month is drawn again, and her words are looked for. With --office LibreOffice prints it to DIR, a picture a page.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import docx
from docx.oxml.ns import qn

ROOT = pathlib.Path(__file__).resolve().parents[2]
MONTH = "2026-10"
NOW = "2026-10-20T09:00+07:00"


def run(binary, folder):
    done = subprocess.run(
        [binary, "run", MONTH, "--now", NOW, "--quiet", "--inputs", "inputs", "--reports", "reports"],
        cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"run: {done.returncode}\n{done.stderr}")
    return done.stderr


def texts(path):
    """The paragraphs of a document with what stands in its controls, which python-docx leaves out of a paragraph's text."""
    body = docx.Document(path).element.body
    found = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return [" ".join(text.split()) for text in found if text.strip()]


def faults(document, text):
    """What stands in one and not in the other, and what the page is not."""
    told = texts(document)
    lines = [" ".join(line.split()) for line in text.read_text(encoding="utf-8").splitlines() if line.strip()]
    whole = " ".join(told)
    found = [f"not in the document: {line}" for line in lines if line not in told and not all(
        part in whole for part in re.split(r"\s{2,}", line) if part) and line.split()[0] not in whole]
    prose = " ".join(lines)
    found += [f"not in the text: {line}" for line in told if line not in prose and not all(
        word in prose for word in line.split())]
    opened = docx.Document(document)
    page = opened.sections[0]
    for name, value, least, most in [
        ("width", page.page_width.mm, 209.5, 210.5), ("height", page.page_height.mm, 296.5, 297.5),
        ("top", page.top_margin.mm, 20, 25), ("bottom", page.bottom_margin.mm, 20, 25),
        ("left", page.left_margin.mm, 30, 35), ("right", page.right_margin.mm, 15, 20)]:
        if not least - 0.05 <= value <= most + 0.05:
            found.append(f"{name}: {value:.1f} mm")
    for paragraph in opened.paragraphs:
        if not paragraph.style.name.startswith("BC "):
            found.append(f"style “{paragraph.style.name}”: {paragraph.text[:40]}")
    return found


def edited(source, target):
    """An officer's words, put there by a library that others wrote."""
    opened = docx.Document(source)
    own = "Đề nghị Ủy ban nhân dân tỉnh quan tâm bố trí kinh phí."
    for paragraph in opened.paragraphs:
        if paragraph.text == "[…]":
            paragraph.runs[0].text = own
            paragraph.runs[0].bold = True
            break
    opened.core_properties.author = "Người Thử"
    opened.save(target)
    return own


def pictures(document, folder):
    folder.mkdir(parents=True, exist_ok=True)
    profile = tempfile.mkdtemp()
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
         str(document)], check=True, capture_output=True)
    shutil.rmtree(profile)
    printed = folder / (document.stem + ".pdf")
    if not printed.exists():
        sys.exit("LibreOffice could not open the document")
    subprocess.run(["pdftoppm", "-r", "70", "-png", str(printed), str(folder / document.stem)], check=True)
    said = subprocess.run(["pdftotext", "-layout", str(printed), "-"], check=True, capture_output=True, text=True).stdout
    flat = " ".join(said.split())
    return [f"not printed: {text}" for text in texts(document) if not all(word in flat for word in text.split())]


CODE = re.compile(r"mã [0-9a-f]{4}-[0-9a-f]{4}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--office")
    given = options.parse_args()
    binary = str(pathlib.Path(given.binary).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tonghop "))
    try:
        inputs = folder / "inputs"
        shutil.copytree(ROOT / "inputs" / "catalogue", inputs / "catalogue")
        for month in ["2025-10", "2026-09", MONTH]:
            shutil.copytree(ROOT / "inputs" / "submissions" / month, inputs / "submissions" / month)
        draft = folder / "reports" / MONTH / "du-thao"
        document, text = draft / f"bao-cao-{MONTH}.docx", draft / f"bao-cao-{MONTH}.txt"
        run(binary, folder)
        found = faults(document, text)
        short = folder / "short.txt"
        short.write_text(text.read_text(encoding="utf-8") + "\nKhôngcó câu này trong văn bản.\n", encoding="utf-8")
        if not faults(document, short):
            found.append("the control: a sentence more was not found")
        (inputs / "loi-van").mkdir()
        own = edited(document, inputs / "loi-van" / f"{MONTH}.docx")
        before = texts(document)
        errors = run(binary, folder)
        after = texts(document)
        # A draft with her words is another draft: its code is another.
        before, after = [[CODE.sub("mã", line) for line in lines] for lines in (before, after)]
        if after != [own if line == "[…]" and own not in after[:place] else line for place, line in enumerate(before)]:
            found.append("her words are not what was written, or something else differs")
        if docx.Document(document).core_properties.author == "Người Thử":
            found.append("whoever saved her copy is named")
        if "unreadable-wording" in errors:
            found.append(errors)
        if given.office:
            found += pictures(document, pathlib.Path(given.office))
        for line in found:
            print(line)
        print(f"word_documents: {len(before)} paragraphs, {len(found)} faults")
        sys.exit(1 if found else 0)
    finally:
        shutil.rmtree(folder)


main()
