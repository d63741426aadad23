#!/usr/bin/env python3
"""Scores the delimiter and the quotation mark that `tonghop inspect --format json` names, on annotated files.

The files are made from a seed: contents as people publish them (prices with decimal commas, times, addresses of pages,
names with commas, measurements, JSON, log lines, lists of one column), in many dialects, with comments, titles, few
rows, ragged rows. A file counts as right where the delimiter is the one it was written in and, if it holds cells in
quotation marks, these are named too.

    dialects.py --binary .build/debug/tonghop [--seed 1] [--count 300] [--least 0.95]
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# A program that never ends is stopped by the processor's own time, which no busy machine shortens.
BOUNDED = ["/bin/sh", "-c", 'ulimit -t 60; exec "$0" "$@"']

FIRST = ["Anna", "Bùi Văn", "Chloë", "O'Brien", "Lê Thị", "Juan", "D'Arcy", "Mary Ann"]
LAST = ["Nguyễn", "Smith", "García", "Müller", "Trần", "van den Berg", "Lee"]
PLACES = ["Bắc Yên", "Sơn La", "New York", "São Paulo", "St. John's", "Aix-en-Provence", "Köln"]
NOTES = ["paid in full", "see note 4", "waiting for parts", "ok", "n/a", "", "broken; replaced", "first, second and third",
         "it's late", "ratio 3:4", "size 5'11\"", "a/b test", "none (yet)", "do not open"]


def sentence(rng):
    words = ["the", "road", "was", "closed", "for", "two", "days", "because", "of", "heavy", "rain", "and", "mud"]
    text = " ".join(rng.choice(words) for _ in range(rng.randint(4, 12)))
    return (text[0].upper() + text[1:]).replace(" and", ", and") + "."


KINDS = {
    "id": lambda rng, n: str(n),
    "int": lambda rng, n: str(rng.randint(0, 9999)),
    "big": lambda rng, n: f"{rng.randint(1000, 9999999):,}",
    "float": lambda rng, n: f"{rng.uniform(-50, 900):.{rng.randint(1, 4)}f}",
    "comma": lambda rng, n: f"{rng.uniform(0, 900):.2f}".replace(".", ","),
    "sci": lambda rng, n: f"{rng.uniform(0, 9):.3e}",
    "percent": lambda rng, n: f"{rng.randint(0, 100)}%",
    "money": lambda rng, n: f"${rng.randint(1, 999)}.{rng.randint(10, 99)}",
    "date": lambda rng, n: f"{rng.randint(1990, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    "day": lambda rng, n: f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(1990, 2024)}",
    "time": lambda rng, n: f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}",
    "stamp": lambda rng, n: f"2019-0{rng.randint(1, 9)}-1{rng.randint(0, 9)} {rng.randint(10, 23)}:{rng.randint(10, 59)}",
    "iso": lambda rng, n: f"2019-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}T{rng.randint(10, 23)}:{rng.randint(10, 59)}:00Z",
    "name": lambda rng, n: f"{rng.choice(FIRST)} {rng.choice(LAST)}",
    "turned": lambda rng, n: f"{rng.choice(LAST)}, {rng.choice(FIRST)}",
    "word": lambda rng, n: rng.choice(["red", "blue", "green", "tall", "short", "north"]),
    "code": lambda rng, n: f"{rng.choice('ABCXYZ')}{rng.randint(10, 99)}-{rng.randint(100, 999)}",
    "place": lambda rng, n: rng.choice(PLACES),
    "note": lambda rng, n: rng.choice(NOTES),
    "sentence": lambda rng, n: sentence(rng),
    "url": lambda rng, n: f"https://example.org/a/{n}?x={rng.randint(1, 9)}&y=z#top",
    "mail": lambda rng, n: f"user{n}@example.org",
    "path": lambda rng, n: f"/var/lib/data/{rng.randint(1, 99)}.txt",
    "ip": lambda rng, n: ".".join(str(rng.randint(1, 254)) for _ in range(4)),
    "json": lambda rng, n: json.dumps({"id": n, "tags": ["a", rng.choice("bcd")]}),
    "list": lambda rng, n: "[" + ", ".join(str(rng.randint(1, 9)) for _ in range(3)) + "]",
    "point": lambda rng, n: f"{rng.uniform(-90, 90):.5f}, {rng.uniform(-180, 180):.5f}",
    "empty": lambda rng, n: "",
    "flag": lambda rng, n: rng.choice(["true", "false", "Y", "N", "NULL"]),
}

SHAPES = [
    ["id", "name", "int", "float"], ["date", "float", "float", "float"], ["id", "turned", "place", "date", "int"],
    ["code", "comma", "comma", "comma"], ["place", "comma", "percent"], ["stamp", "float", "float"], ["time", "int"],
    ["id", "note", "money", "day", "flag"], ["url", "int", "int"], ["mail", "name", "flag"], ["ip", "iso", "int"],
    ["id", "sentence"], ["id", "sentence", "word"], ["id", "json", "word"], ["code", "list", "int"],
    ["place", "point", "int"], ["float", "float", "float"], ["int", "int"], ["word", "word"], ["sci", "sci", "sci"],
    ["word", "path", "int", "id"], ["code", "big", "big"], ["id", "note", "note", "note", "empty", "empty"],
    ["name", "empty", "empty", "int", "empty", "flag"], ["date", "time", "word", "sentence"],
    ["id"] * 3 + ["name", "code", "place", "note", "money", "date", "flag", "int", "float", "percent"],
]

# How often each is met, roughly.
DIALECTS = [(",", '"', 40), (";", '"', 14), ("\t", '"', 12), ("|", '"', 6), (",", "'", 5), (";", "'", 2), (" ", '"', 4),
            (":", '"', 2), ("^", '"', 2), ("~", '"', 2), (", ", '"', 4), ("#", '"', 1), ("&", '"', 1), ("*", '"', 1),
            ("\t", "'", 1), (" | ", '"', 2), ("; ", '"', 1)]


def cell(text, delimiter, quote, everything, escape):
    holds = delimiter.strip() or delimiter
    needs = everything or any(c in text for c in (holds[0], "\n")) or text.startswith(quote)
    if needs:
        return quote + text.replace(quote, (escape or quote) + quote) + quote, True
    return text, False


def make(rng):
    delimiter, quote, _ = rng.choices(DIALECTS, [weight for *_, weight in DIALECTS])[0]
    shape = rng.choice(SHAPES)
    count = rng.choice([2, 3, 4, 8, 15, 40, 120])
    everything = rng.random() < 0.25
    # A mark that is not needed is not written, and then nobody can know it.
    escape = "\\" if rng.random() < 0.1 else None
    end = rng.choice(["\n", "\r\n", "\r\n", "\n", "\r"])
    rows = [[KINDS[kind](rng, n) for kind in shape] for n in range(1, count + 1)]
    if rng.random() < 0.75:
        rows.insert(0, [kind if rng.random() < 0.8 else f"{kind} ({rng.choice(['m', '%', 'kg'])})" for kind in shape])
    lines, quoted = [], 0
    for row in rows:
        cells = []
        for text in row:
            written, is_quoted = cell(text, delimiter, quote, everything and text != "", escape)
            quoted += is_quoted
            cells.append(written)
        lines.append(delimiter.join(cells))
    odd = rng.random()
    if odd < 0.06:
        lines = ["# made by a program", "# on 2019-01-01, at night"] + lines
    elif odd < 0.12:
        lines = ["Report of the year 2019", ""] + lines
    elif odd < 0.18:
        lines = [line + (delimiter.strip() or delimiter) for line in lines]
    elif odd < 0.22:
        lines += ["", "Source: office of statistics"]
    elif odd < 0.26 and len(lines) > 8:
        lines[5] = lines[5].rsplit(delimiter, 1)[0]
    bare = delimiter.strip() or delimiter[0]
    return end.join(lines) + end, bare, quote if quoted else "", "+".join(shape)


def judge(binary, path):
    done = subprocess.run(BOUNDED + [binary, "inspect", str(path), "--format", "json", "--inputs", "khong-co"],
                          capture_output=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("--keep")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = Path(options.keep or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    jobs = []
    for number in range(options.count):
        text, delimiter, quote, shape = make(rng)
        path = folder / f"{number:04}.csv"
        path.write_bytes(text.encode("utf-8"))
        jobs.append((path, delimiter, quote, shape))
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda job: judge(options.binary, job[0]), jobs))
    right, by, wrong = 0, Counter(), Counter()
    for (path, delimiter, quote, shape), answer in zip(jobs, answers):
        is_right = answer["delimiter"] == delimiter and (not quote or answer["quote"] == quote)
        right += is_right
        by[delimiter] += 1
        if not is_right:
            wrong[delimiter] += 1
            print(f"{path.name} {shape}: {delimiter!r} {quote!r}, named {answer['delimiter']!r} {answer['quote']!r}")
    for delimiter in sorted(by):
        print(f"  {delimiter!r:6} {by[delimiter] - wrong[delimiter]}/{by[delimiter]}")
    share = right / len(jobs)
    print(f"{len(jobs)} files: {share:.4f} right")
    return 1 if share < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
