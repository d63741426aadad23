#!/usr/bin/env python3
"""Scores how `tonghop inspect --csv` loads polluted files, by the measures of data-loading benchmarks.

One clean table of 84 rows and 9 columns is polluted in every published way (Vitagliano et al., PVLDB 16, 2023, name the
kinds): of each row and column a file with a delimiter too few, too many, a quote too many; of each row one with another
delimiter; and the file as a whole with other delimiters, quotes, escapes, line ends, headers, preambles and tables.
A file scores 1 for being read at all, and precision, recall and F1 of its header's cells, of its records and of its
cells against the clean ones: 10 at most. `--sample N` takes N of the files of each kind that has many.

    loading.py --binary .build/debug/tonghop [--seed 1] [--sample 12] [--all] [--least 9.9]
"""

import argparse
import csv
import io
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# A program that never ends is stopped by the processor's own time, which no busy machine shortens.
BOUNDED = ["/bin/sh", "-c", 'ulimit -t 60; exec "$0" "$@"']

WIDTH, HEIGHT = 9, 84


def tables(seed):
    rng = random.Random(seed)
    kinds = ["sách", "vở", "giấy", "bút", "Kniv", "Blåbær"]
    words = ["mới, còn tem", "hàng tốt", 'cỡ "lớn"', "bán chạy", "", "trả lại; đổi", "it's fine", "5'11\" cao", "a - b"]

    def rows(style):
        yield ["DATE", "TIME", "Qty", "PRODUCTID", "Price", "ProductType", "Description", "URL", "Comments"]
        for n in range(1, HEIGHT):
            date = f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/2021"
            time = f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"
            price = f"{rng.randint(1, 999)}.{rng.randint(0, 99):02}"
            row = [date, time, str(rng.randint(1, 90)), f"P{n:05}", price if style else f"${price}", rng.choice(kinds),
                   f"{rng.choice(kinds)} {rng.randint(1, 99)} {rng.choice(words)}", f"http://x.vn/p/{n}?a={n}&b=c",
                   rng.choice(words) if style else ""]
            yield row
    return {"priced": list(rows(True)), "dollar": list(rows(False))}


class Form:
    """How a table is written."""

    def __init__(self, delimiter=",", quote='"', escape=None, end="\r\n", everything=False, hides=True):
        self.delimiter, self.quote, self.escape, self.end = delimiter, quote, escape, end
        self.everything, self.hides = everything, hides

    def cell(self, text):
        needs = self.everything or any(c in text for c in (self.delimiter[0], self.quote, "\n", "\r"))
        if self.hides:
            text = text.replace(self.quote, (self.escape or self.quote) + self.quote)
        return self.quote + text + self.quote if needs else text

    def line(self, cells, delimiter=None):
        return (delimiter or self.delimiter).join(self.cell(cell) for cell in cells)

    def text(self, rows):
        return "".join(self.line(row) + self.end for row in rows)


def files(rows, everything):
    """Name, text, clean rows, whether the clean table has a header."""
    plain = Form(everything=everything)
    lines = [plain.line(row) for row in rows]

    def one(index, line):
        return "".join(text + "\r\n" for text in lines[:index] + [line] + lines[index + 1:])

    yield "source", "", plain.text(rows), rows
    yield "file", "no_trailing_newline", plain.text(rows)[:-2], rows
    yield "file", "double_trailing_newline", plain.text(rows) + "\r\n", rows
    yield "file", "preamble", "PREAMBLE\r\n" * 3 + "\r\n" + plain.text(rows), rows
    yield "file", "preamble_delimited", ("PREAMBLE" + "," * 8 + "\r\n") * 3 + "," * 8 + "\r\n" + plain.text(rows), rows
    yield "file", "header_only", plain.text(rows[:1]), rows[:1]
    yield "file", "one_data_row", plain.text(rows[:2]), rows[:2]
    for width, name in ((6, "less"), (12, "more"), (9, "same")):
        other = [[f"c{n}" for n in range(width)]] + [[f"{r}{n}" for n in range(width)] for r in range(10)]
        yield "file", f"multitable_{name}", plain.text(rows) + plain.text(other), rows + other
        yield "file", f"multitable_{name}_blank", plain.text(rows) + "\r\n" + plain.text(other), rows + other
    for delimiter in (" ", ", ", ";", "\t", "|", ":"):
        yield "delimiter", repr(delimiter), Form(delimiter, everything=everything).text(rows), rows
    yield "quote", "'", Form(quote="'", everything=everything).text(rows), rows
    yield "escape", "\\", Form(escape="\\", everything=everything).text(rows), rows
    yield "escape", "missing", Form(everything=everything, hides=False).text(rows), rows
    yield "line_end", "LF", Form(end="\n", everything=everything).text(rows), rows
    yield "line_end", "CR", Form(end="\r", everything=everything).text(rows), rows
    for row in range(HEIGHT):
        cells = [plain.cell(cell) for cell in rows[row]]
        for column in range(WIDTH):
            if column:
                joined = cells[:column - 1] + [cells[column - 1] + cells[column]] + cells[column + 1:]
                meant = rows[row][:column - 1] + [rows[row][column - 1] + rows[row][column]] + rows[row][column + 1:]
                yield "less", f"{row}_{column}", one(row, ",".join(joined)), rows[:row] + [meant] + rows[row + 1:]
            split = cells[:column] + [""] + cells[column:]
            yield "more", f"{row}_{column}", one(row, ",".join(split)), (
                rows[:row] + [rows[row][:column] + [""] + rows[row][column:]] + rows[row + 1:])
            text = rows[row][column]
            quoted = '"' + text if not everything else '""' + text + '"'
            meant = rows[row][:column] + ['"' + text] + rows[row][column + 1:]
            if everything or plain.cell(text) == text:
                yield "quote_too_many", f"{row}_{column}", one(
                    row, ",".join(cells[:column] + [quoted] + cells[column + 1:])), rows[:row] + [meant] + rows[row + 1:]
        yield "row_of_blanks", str(row), one(row, plain.line(rows[row], " ")), rows


def squeezed(cell):
    return re.sub(r"\s+", " ", cell.replace("\ufeff", "")).strip()


def measure(clean, found):
    clean, found = Counter(clean), Counter(found)
    common = (clean & found).total()
    if not clean:
        return 3.0
    if not common:
        return 0.0
    precision, recall = common / found.total(), common / clean.total()
    return precision + recall + 2 * precision * recall / (precision + recall)


def trimmed(row):
    cells = [squeezed(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def score(clean, found):
    found = [row for row in found if any(map(squeezed, row))]
    return (1 + measure(map(squeezed, clean[0]), map(squeezed, found[0] if found else []))
            + measure(map(trimmed, clean[1:]), map(trimmed, found[1:]))
            + measure([squeezed(c) for row in clean[1:] for c in row if c],
                      [squeezed(c) for row in found[1:] for c in row if c]))


def load(binary, path):
    done = subprocess.run(BOUNDED + [binary, "inspect", str(path), "--csv", "--lang", "en", "--inputs", "khong-co"],
                          capture_output=True)
    rows = list(csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    return done.returncode, rows, done.stderr.decode("utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=12)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("--show", type=float, default=9.8, help="files that score less are named")
    parser.add_argument("--keep")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = Path(options.keep or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    jobs = []
    for name, rows in tables(options.seed).items():
        for everything in (False, True):
            kinds = defaultdict(list)
            for kind, label, text, clean in files(rows, everything):
                kinds[kind].append((kind, label, text, clean))
            for kind, members in kinds.items():
                many = len(members) > 20 and not options.all
                for kind, label, text, clean in rng.sample(members, options.sample) if many else members:
                    label = re.sub(r"\W", lambda c: f"{ord(c[0]):02x}", label)
                    path = folder / f"{name}-{'all' if everything else 'few'}-{kind}-{label}.csv"
                    path.write_bytes(text.encode("utf-8"))
                    jobs.append((kind, path, clean))
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda job: load(options.binary, job[1]), jobs))
    scores, silent = defaultdict(list), 0
    for (kind, path, clean), (code, rows, said) in zip(jobs, results):
        value = score(clean, rows) if code in (0, 1) else 0
        scores[kind].append(value)
        moved = [trimmed(r) for r in rows if trimmed(r)] != [trimmed(r) for r in clean if trimmed(r)]
        if moved and code == 0:
            silent += 1
            print(f"SILENT: {path.name} {value:.2f}")
        elif value < options.show:
            print(f"{path.name}: {value:.2f} {said.splitlines()[:2]}")
    for kind, values in scores.items():
        print(f"  {kind:16} {len(values):5} {sum(values) / len(values):.3f}")
    every = [value for values in scores.values() for value in values]
    mean = sum(every) / len(every)
    print(f"{len(every)} files: {mean:.3f} of 10; silent misplacements: {silent}")
    return 1 if silent or mean < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
