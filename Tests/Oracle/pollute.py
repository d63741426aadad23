#!/usr/bin/env python3
"""Counts the values that `tonghop inspect --csv` moves to another column without a word.

Makes seeded variants of clean tables, each polluted in one way that is common in published CSV files (Vitagliano et
al., PVLDB 16, 2023, survey the kinds), reads each through the program, and compares the rows with the clean ones. A
variant counts as *silent* where a value stands under another column than in the clean table, or a row is gone, and
standard error has neither an error nor a query. As *exact* counts one whose rows are the clean ones.

    pollute.py --binary .build/debug/tonghop [--count 300] [--seed 1] [--inputs FOLDER] [--keep FOLDER] [--show]
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


def tables(rng):
    """Clean tables: a header and rows of text, none with a line break at first."""
    places = ["Mường Bú", "Bắc Yên", "Chiềng Sơ", "Tà Xùa", "Vân Hồ", "Phù Yên", "Sốp Cộp", "Yên Châu"]
    works = ["phổ biến pháp luật", "họp dân, ký cam kết", "tập huấn", "hòa giải \"mẫu\"", "tuyên truyền; vận động"]
    wide = [["TT", "Nơi", "Ngày", "Nội dung", "Số buổi", "Số người", "Giờ", "Ghi chú", "Nguồn"]]
    for n in range(1, 31):
        wide.append([str(n), rng.choice(places), f"{rng.randint(1, 28):02}/10/2026", rng.choice(works),
                     str(rng.randint(0, 40)), str(rng.randint(0, 900)), f"{rng.randint(1, 9)},5",
                     rng.choice(["", "", "đã gửi lại"]), rng.choice("ABC")])
    narrow = [["code", "name", "amount"]] + [[f"X{n:03}", rng.choice(places), str(rng.randint(1, 999))]
                                             for n in range(12)]
    words = [["place", "leader", "topic", "remark"]] + [
        [rng.choice(places), rng.choice("ABCDE"), rng.choice(works), rng.choice(["tốt", "khá", ""])] for _ in range(15)]
    return {"wide": wide, "narrow": narrow, "words": words}


def text(rows, delimiter=",", quote='"', end="\r\n", everything=False, escape=None):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quotechar=quote, lineterminator=end,
                        quoting=csv.QUOTE_ALL if everything else csv.QUOTE_MINIMAL,
                        doublequote=escape is None, escapechar=escape)
    writer.writerows(rows)
    return out.getvalue()


def line_of(row, delimiter=","):
    return text([row], delimiter, end="")


KINDS = {}


def kind(function):
    KINDS[function.__name__] = function
    return function


def with_line(rows, index, line, end="\r\n"):
    lines = [line_of(row) for row in rows]
    lines[index] = line
    return end.join(lines) + end


@kind
def cells_less(rows, rng):
    at, cell = rng.randrange(len(rows)), rng.randrange(len(rows[0]) - 1)
    row = rows[at]
    return with_line(rows, at, line_of(row[:cell] + [row[cell] + row[cell + 1]] + row[cell + 2:]))


@kind
def cells_more(rows, rng):
    at, cell = rng.randrange(len(rows)), rng.randrange(len(rows[0]))
    return with_line(rows, at, line_of(rows[at][:cell] + [""] + rows[at][cell:]))


@kind
def quote_opened(rows, rng):
    at, cell = rng.randrange(len(rows)), rng.randrange(len(rows[0]))
    cells = [line_of([c]) for c in rows[at]]
    cells[cell] = '"' + cells[cell]
    return with_line(rows, at, ",".join(cells))


@kind
def quote_inside(rows, rng):
    at, cell = rng.randrange(len(rows)), rng.randrange(len(rows[0]))
    cells = [line_of([c]) for c in rows[at]]
    middle = len(cells[cell]) // 2
    cells[cell] = cells[cell][:middle] + '"' + cells[cell][middle:]
    return with_line(rows, at, ",".join(cells))


@kind
def quote_opened_among_quoted(rows, rng):
    lines = [line.split("\r\n")[0] for line in (text([row], everything=True) for row in rows)]
    at = rng.randrange(len(rows))
    cells = lines[at].split('","')
    cells[rng.randrange(len(cells))] += '"'
    lines[at] = '","'.join(cells)
    return "\r\n".join(lines) + "\r\n"


@kind
def delimiter_in_a_row(rows, rng):
    at = rng.randrange(len(rows))
    return with_line(rows, at, line_of(rows[at], rng.choice([";", "\t", "|", " ", ":"])))


@kind
def delimiter_once(rows, rng):
    at, cell = rng.randrange(len(rows)), rng.randrange(len(rows[0]) - 1)
    cells = [line_of([c]) for c in rows[at]]
    cells[cell:cell + 2] = [cells[cell] + rng.choice(";\t| ") + cells[cell + 1]]
    return with_line(rows, at, ",".join(cells))


@kind
def delimiter_of_file(rows, rng):
    return text(rows, rng.choice([";", "\t", "|"]))


@kind
def delimiter_rare(rows, rng):
    return text(rows, rng.choice([" ", "^", "~", ":"]), everything=rng.random() < 0.5)


@kind
def delimiter_and_blank(rows, rng):
    return "\n".join(", ".join(line_of([c]) for c in row) for row in rows) + "\n"


@kind
def single_quotes(rows, rng):
    return text(rows, quote="'", everything=rng.random() < 0.5)


@kind
def escaped_quotes(rows, rng):
    return text(rows, escape="\\", everything=rng.random() < 0.5)


@kind
def line_ends(rows, rng):
    return text(rows, end=rng.choice(["\r", "\n"]))


@kind
def line_ends_mixed(rows, rng):
    return "".join(line_of(row) + rng.choice(["\r\n", "\n", "\r"]) for row in rows)


@kind
def no_last_line_end(rows, rng):
    return text(rows)[:-2]


@kind
def two_last_line_ends(rows, rng):
    return text(rows) + "\r\n" * rng.randint(1, 3)


@kind
def titles_above(rows, rng):
    titles = ["SỞ TƯ PHÁP", "Báo cáo tháng 10, năm 2026", "", "Đơn vị: người"][:rng.randint(1, 4)]
    tail = rng.choice(["", "," * (len(rows[0]) - 1)])
    return "".join(line_of([t]) + tail + "\r\n" for t in titles) + text(rows)


@kind
def lines_below(rows, rng):
    return text(rows) + rng.choice(["\r\n", ""]) + "Người lập biểu\r\n" + "(ký tên)\r\n"


@kind
def header_of_two_rows(rows, rng):
    upper = ["Chung"] + [""] * (len(rows[0]) - 2) + ["Khác"]
    return text([upper] + rows)


@kind
def header_gone(rows, rng):
    return text(rows[1:])


@kind
def header_twice(rows, rng):
    at = rng.randrange(2, len(rows))
    return text(rows[:at] + [rows[0]] + rows[at:])


@kind
def two_tables(rows, rng):
    other = [["m", "n"], ["1", "2"]] if rng.random() < 0.5 else [[f"h{n}" for n in range(len(rows[0]))]] + rows[1:3]
    return text(rows) + "\r\n" + text(other)


@kind
def only_header(rows, rng):
    return text(rows[:1])


@kind
def one_row(rows, rng):
    return text(rows[:2])


@kind
def mark_first(rows, rng):
    return "\ufeff" + text(rows)


@kind
def mark_inside(rows, rng):
    at = rng.randrange(1, len(rows))
    return text(rows[:at]) + "\ufeff" + text(rows[at:], everything=rng.random() < 0.5)


@kind
def nul(rows, rng):
    whole = text(rows)
    at = rng.randrange(len(whole))
    return whole[:at] + "\0" + whole[at:]


@kind
def trailing_delimiters(rows, rng):
    return "".join(line_of(row) + ",,\r\n" for row in rows)


@kind
def trailing_delimiters_below(rows, rng):
    return line_of(rows[0]) + "\r\n" + "".join(line_of(row) + ",\r\n" for row in rows[1:])


def header_short(rows, rng, count, everything=False, tail=0):
    """Rows that all end in `count` empty cells at least, under a header that lost as many separators."""
    width = len(rows[0])
    rows = [rows[0]] + [row[:width - count] + [""] * count for row in rows[1:]]
    names = [text([[name]], everything=everything, end="") for name in rows[0]]
    for _ in range(count):
        at = rng.randrange(len(names) - 1)
        names[at:at + 2] = [names[at] + names[at + 1]]
    more = "," * tail
    lines = [text([row], everything=everything, end="") for row in rows[1:]]
    return "".join(line + more + "\r\n" for line in [",".join(names)] + lines), rows


@kind
def header_separator_lost(rows, rng):
    return header_short(rows, rng, 1)


@kind
def header_separators_lost(rows, rng):
    return header_short(rows, rng, 2)


@kind
def header_separator_lost_quoted(rows, rng):
    return header_short(rows, rng, rng.randint(1, 2), everything=True)


@kind
def header_separator_lost_and_tails(rows, rng):
    return header_short(rows, rng, 1, everything=rng.random() < 0.5, tail=rng.randint(1, 3))


@kind
def trailing_delimiter_once(rows, rng):
    at = rng.randrange(len(rows))
    return with_line(rows, at, line_of(rows[at]) + ",")


@kind
def cell_of_lines(rows, rng):
    changed = [list(row) for row in rows]
    at, cell = rng.randrange(1, len(rows)), rng.randrange(len(rows[0]))
    changed[at][cell] += "\nthêm một dòng"
    return text(changed), changed


@kind
def line_cut(rows, rng):
    lines = text(rows).split("\r\n")
    at = rng.randrange(len(rows))
    cut = lines[at][:rng.randrange(1, lines[at].rindex(","))]
    return "\r\n".join(lines[:at] + [cut] + lines[at + 1:])


@kind
def line_broken(rows, rng):
    whole = text(rows)
    # Inside quotes it would only be a cell of two lines.
    at = rng.choice([at for at in range(1, len(whole) - 2) if whole[:at].count('"') % 2 == 0])
    return whole[:at] + "\n" + whole[at:]


@kind
def line_end_gone(rows, rng):
    lines = text(rows).split("\r\n")
    at = rng.randrange(len(rows) - 1)
    return "\r\n".join(lines[:at] + [lines[at] + lines[at + 1]] + lines[at + 2:])


def squeezed(row):
    """A row's cells without blanks at their ends, marks, NUL and empty tail: what no reader is held to."""
    cells = [re.sub(r"[\ufeff\0]", "", cell).replace("\r\n", "\n").strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def misplaced(found, clean):
    """Whether the rows of the clean table are not all there, each value under its column."""
    return [r for r in map(squeezed, found) if r] != [r for r in map(squeezed, clean) if r]


def judge(binary, inputs, path, clean):
    done = subprocess.run(BOUNDED + [binary, "inspect", str(path), "--csv", "--lang", "en", "--inputs", inputs],
                          capture_output=True)
    if done.returncode not in (0, 1):
        return "failed", done
    said = re.search(r": (error|query): ", done.stderr.decode("utf-8", "replace")) is not None
    if said != (done.returncode == 1):
        return "failed", done
    found = list(csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    if not misplaced(found, clean):
        return ("exact, said" if said else "exact"), done
    return ("said" if said else "SILENT"), done


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", default="khong-co")
    parser.add_argument("--keep")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = Path(options.keep or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    jobs = []
    while len(jobs) < options.count:
        for name, rows in tables(rng).items():
            for label, pollute in KINDS.items():
                made = pollute(rows, rng)
                body, clean = made if isinstance(made, tuple) else (made, rows)
                if label in ("only_header", "one_row"):
                    clean = rows[:1 if label == "only_header" else 2]
                path = folder / f"{len(jobs):04}-{label}-{name}.csv"
                path.write_bytes(body.encode("utf-8"))
                jobs.append((label, path, clean))
    jobs = rng.sample(jobs, options.count) if options.count < len(jobs) else jobs
    counts = defaultdict(Counter)
    with ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(lambda job: judge(options.binary, options.inputs, job[1], job[2]), jobs))
    for (label, path, _), (verdict, done) in zip(jobs, verdicts):
        counts[label][verdict] += 1
        if verdict in ("SILENT", "failed"):
            print(f"{verdict}: {path.name}", done.stderr.decode("utf-8", "replace")[:400])
            if not options.keep:
                print(path.read_text("utf-8")[:1500])
    total = sum(counts.values(), Counter())
    if options.show:
        for label in KINDS:
            print(f"  {label:28}", dict(counts[label]))
    print(f"{len(jobs)} files:", ", ".join(f"{total[v]} {v}" for v in sorted(total)))
    print(f"silent misplacements: {total['SILENT']}")
    return 1 if total["SILENT"] or total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
