"""The files of a month as tables that can be changed cell by cell, and what the program reads in files that are sent to it."""
import csv
import io
import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

PERIOD, NOW = "2026-10", "2026-10-20T09:00+07:00"
TOTALS = re.compile(r"(tổng cộng|toàn tỉnh|cộng)\b", re.IGNORECASE)
NUMBER = re.compile(r"\d+|\d{1,3}(\.\d{3})+|\d+,\d+|\d{1,3}(\.\d{3})+,\d+")
NOTHING = {"", "-", "...", "không", "không phát sinh"}
ORDINALS = {"tt", "stt", "số tt", "số thứ tự"}
# What a cell may hold beside numbers in a column of counts: the sample has these slips.
SLIPS = {"ba vụ"}


@dataclass
class Table:
    """A submission: its rows as cells, and which of them are what."""

    name: str
    rows: list
    delimiter: str = ";"
    encoding: str = "utf-8-sig"
    header: int = 0
    code: int = 0
    place: int = 0
    counts: list = field(default_factory=list)
    dates: list = field(default_factory=list)
    data: list = field(default_factory=list)
    total: int | None = None
    is_tall: bool = False

    @property
    def codes(self):
        """(row, column) of each code of a commune."""
        return [(row, self.code) for row in self.data if self.rows[row][self.code]]

    @property
    def cells(self):
        """(row, column) of each cell of a count, filled or not."""
        return [(row, column) for row in self.data for column in self.counts if column < len(self.rows[row])]

    @property
    def numbers(self):
        return [(row, column) for row, column in self.cells if NUMBER.fullmatch(self.rows[row][column])]

    def changed(self, changes):
        """A copy with other texts in some cells."""
        rows = [list(row) for row in self.rows]
        for (row, column), text in changes.items():
            rows[row][column] = text
        return replace(self, rows=rows)

    def with_tall_header(self):
        """A copy whose header takes two rows, of which the lower one is empty in a text file."""
        at = self.header + 1
        return replace(self, rows=[*self.rows[:at], [""] * len(self.rows[self.header]), *self.rows[at:]], is_tall=True,
                       data=[row + 1 for row in self.data], total=self.total and self.total + 1)

    def text(self):
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator="\r\n").writerows(self.rows)
        return out.getvalue()

    def bytes(self):
        return self.text().encode(self.encoding)


def plain(value):
    """A value of a finding, however the number was written."""
    if value is None:
        return None
    text = re.sub(r"\s+", " ", value).strip().lstrip("'")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "")
    if re.fullmatch(r"-?\d+([.,]\d+)?", text):
        return f"{float(text.replace(',', '.')):g}"
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return f"{int(found[3])}/{int(found[2])}/{found[1]}"
    if found := re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", text):
        return f"{int(found[1])}/{int(found[2])}/{found[3]}"
    return text


def numeric(rows, data, column):
    values = [rows[row][column].strip() for row in data if column < len(rows[row])]
    return all(value in NOTHING or value in SLIPS or NUMBER.fullmatch(value) for value in values)


def read_table(path):
    """A file of the sample, or `None` where it has no header with codes of communes."""
    raw = path.read_bytes()
    encoding = "utf-16" if raw[:2] == b"\xff\xfe" else "utf-8-sig" if raw[:3] == b"\xef\xbb\xbf" else "utf-8"
    text = raw.decode(encoding)
    line = next((line for line in text.splitlines() if "Mã xã" in line), None)
    if line is None:
        return None
    delimiter = max("\t;,", key=line.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    header = next(index for index, row in enumerate(rows) if "Mã xã" in row)
    names = rows[header]
    code = names.index("Mã xã")
    data = [index for index in range(header + 1, len(rows)) if len(rows[index]) > code + 1
            and (re.fullmatch(r"\d{5}", rows[index][code]) or rows[index][code + 1].startswith("Cấp tỉnh"))]
    total = next((index for index in range(header + 1, len(rows)) if any(TOTALS.match(cell) for cell in rows[index])
                  and index not in data), None)
    dates = [column for column, name in enumerate(names) if name.startswith("Ngày")]
    counts = [column for column, name in enumerate(names) if column not in (code, code + 1, *dates) and data
              and name.lower() not in ORDINALS | {"thuyết minh", "đơn vị phối hợp"} and numeric(rows, data, column)]
    return Table(path.name, rows, delimiter, encoding, header, code, code + 1, counts, dates, data, total)


def month_of(inputs, period=PERIOD):
    return [table for path in sorted((Path(inputs) / "submissions" / period).glob("*.csv")) if (table := read_table(path))]


@dataclass
class Finding:
    """What the program says of a place in a file. Row 0 is the file itself."""

    rule: str
    level: str
    row: int
    column: int | None
    header: str | None
    value: str | None
    words: str
    file: str | None = None


@dataclass
class Reading:
    """What one table of a receipt was understood to be. Tallies by (measure, commune, month, codes): sum and kinds of cells."""

    what: tuple
    state: str
    unlisted: str
    rows: tuple
    tallies: dict
    findings: list

    @property
    def counts(self):
        """What there is to compare of the figures, whatever is said of them."""
        return self.what, self.state in ("accepted", "partial"), self.unlisted, self.tallies

    def rules(self, levels=("error", "query", "note")):
        return Counter((finding.rule, finding.level) for finding in self.findings if finding.level in levels)


READINGS = """SELECT r.entry, path, department, form, period_first, period_last, part, sequence, state, unlisted,
    refused_rows_without_place, rows_read, rows_counted FROM reading r JOIN receipt ON receipt.entry = r.receipt ORDER BY r.entry"""
TALLIES = """SELECT reading, m.value, u.value, unit_from, month, c.value, sum, cells_number, cells_zero, cells_uncollected, cells_empty
    FROM tally JOIN text m ON m.id = measure JOIN text u ON u.id = unit_code JOIN text c ON c.id = codes"""
FINDINGS = """SELECT f.reading, r.value, level, row, column, h.value, f.value, f.file, message_vi, e.value, d.value
    FROM finding f JOIN text r ON r.id = rule JOIN text d ON d.id = remedy_vi LEFT JOIN text h ON h.id = header
    LEFT JOIN text e ON e.id = expected_vi ORDER BY f.reading, n"""


def readings(reports):
    """Every reading of a ledger, in their order, by the path of the file without its sheet: `{path: [reading]}`."""
    with sqlite3.connect(f"file:{reports / 'ledger.sqlite'}?mode=ro", uri=True) as ledger:
        found, by_entry = {}, {}
        for entry, path, department, form, first, last, part, sequence, state, unlisted, *rows in ledger.execute(READINGS):
            reading = Reading((department, form, first, last, part, sequence), state, unlisted, tuple(rows), {}, [])
            by_entry[entry] = reading
            found.setdefault(path.partition("!")[0], []).append(reading)
        for entry, measure, unit, since, month, codes, *cells in ledger.execute(TALLIES):
            by_entry[entry].tallies[measure, unit, since, month, codes] = tuple(cells)
        for entry, rule, level, row, column, header, value, file, *words in ledger.execute(FINDINGS):
            text = " ".join(word for word in words if word)
            by_entry[entry].findings.append(Finding(rule, level, row, column, header, value, text, file))
    ledger.close()
    return found


class Crashed(Exception):
    """The program ended as it never should."""


def send(binary, inputs, folder, files, period=PERIOD, now=NOW):
    """Has the program take in files (`{name: bytes}`) as a month of an office of its own; what it reads in each, by its name."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "inputs" / "submissions" / period).mkdir(parents=True)
    shutil.copytree(Path(inputs) / "catalogue", folder / "inputs" / "catalogue")
    for name, content in files.items():
        (folder / "inputs" / "submissions" / period / name).write_bytes(content)
    done = subprocess.run([binary, "run", period, "--inputs", folder / "inputs", "--reports", folder / "reports", "--now", now],
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise Crashed(f"exit {done.returncode}: {done.stderr.strip()[-500:]}")
    found = readings(folder / "reports")
    return {name: found.get(f"{period}/{name}", []) for name in files}
