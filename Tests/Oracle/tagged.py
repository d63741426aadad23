#!/usr/bin/env python3
"""tagged.py [--control] LANGUAGE FILE.pdf…: PDFs that a screen reader reads: tagged, in their language, with every font inside.

Prints what is wanting, exit 1 on any. --control spoils the first file in each way and fails where that is not seen. Needs pdfinfo and
pdffonts.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def wanting(path, language):
    if not re.search(r"^Tagged:\s+yes$", said("pdfinfo", str(path)), re.MULTILINE):
        yield "it is not tagged"
    data = path.read_bytes()
    if b"/StructTreeRoot" not in data:
        yield "it has no tree of tags"
    found = {one.decode() for one in re.findall(rb"/Lang\s*\(([^)]*)\)", data)}
    if not found or any(one.split("-")[0] != language for one in found):
        yield f"its language is {', '.join(sorted(found)) or 'not said'}, not {language}"
    fonts = said("pdffonts", str(path)).splitlines()[2:]
    if not fonts:
        yield "it has no fonts"
    for line in fonts:
        # name, type, encoding, embedded, subset, unicode, object, generation
        if line.split()[-5] != "yes" or line.split()[-3] != "yes":
            yield f"the font {line.split()[0]} is not inside, or its letters cannot be read"


def spoilt(data):
    """(what it is, bytes with it) for each fault; of the same length, so that places of objects stay right."""
    yield "not tagged", data.replace(b"/Marked true", b"/Marked null")
    yield "no tree", data.replace(b"/StructTreeRoot", b"/StructTreeNone")
    yield "another language", re.sub(rb"/Lang\s*\(\w\w", lambda one: one[0][:-2] + b"fr", data)
    yield "no font inside", data.replace(b"/FontFile2", b"/FontNone2")


def main():
    control = "--control" in sys.argv
    language, *names = [word for word in sys.argv[1:] if word != "--control"]
    faults = [f"{name}: {fault}" for name in names for fault in wanting(Path(name), language)]
    if control:
        for kind, data in spoilt(Path(names[0]).read_bytes()):
            with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
                file.write(data)
                file.flush()
                if not list(wanting(Path(file.name), language)):
                    faults.append(f"control {kind}: not seen")
    print("\n".join(faults + [f"{len(names)} files looked at, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
