#!/usr/bin/env python3
"""engines.py --binary PROGRAM [--guide HUONG-DAN.md] [--keep DIR]: the guide's SQL, run by DuckDB and ClickHouse.

Two small provinces export their packages (two months, a second edition, one of them with masked counts, an indicator that is no
more in the second edition), which are laid out as the guide says. Every block ```sql of the guide is run as it stands, the
declarations by their engine, the four questions by both; what they answer is held against figures worked out here from the
packages with Python's csv alone. Counted: figures by state, masked ones, rows that were corrected, rows deleted.

Exit 1 where an answer differs, where something never happened, or where a control passes: the first edition added to the second,
a masked count taken for zero, a province left out, a deletion that is not obeyed, a figure off by one, a cell that is no number.
"""
import argparse
import csv
import json
import os
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import chdb.session
import duckdb
from package_offices import make

MARKS = {"CB", "...", "x", "(bm)", "KSS"}
DAY = datetime(2026, 10, 18)


# What the answers should be


def number(text):
    return None if text in MARKS or text == "" else Decimal(text)


def plain(value):
    """One way of writing for what two engines and Python give."""
    if value is None or value == r"\N":
        return None
    if isinstance(value, str):
        return value
    return Decimal(str(value)).normalize() + 0


class Packages:
    def __init__(self, folder):
        self.rows, self.sdmx = [], []
        for path in sorted(folder.glob("*/*-leadership")):
            tinh, lan = path.parent.name, int(re.search(r"-lan-(\d+)-", path.name)[1])
            for file in path.glob("du-lieu/so-lieu-*-leadership.csv"):
                for row in csv.DictReader(file.open(encoding="utf-8", newline="")):
                    self.rows.append(dict(row, tinh=tinh, lan=lan, gia_tri=number(row["Kỳ này"])))
            for file in path.glob("du-lieu/sdmx-*-leadership.csv"):
                rows = list(csv.DictReader(file.open(encoding="utf-8", newline="")))
                as_of = max(row["AS_OF"] for row in rows)
                for row in rows:
                    self.sdmx.append(dict(row, tinh=tinh, lan=lan, tep=str(file), as_of=as_of,
                                          chot=datetime.strptime(as_of, "%Y-%m-%dT%H:%M:%SZ")))
        newest = defaultdict(int)
        for row in self.rows:
            newest[row["tinh"], row["Kỳ"]] = max(newest[row["tinh"], row["Kỳ"]], row["lan"])
        self.newest = [row for row in self.rows if row["lan"] == newest[row["tinh"], row["Kỳ"]]]

    def whole(self):
        provinces = {row["tinh"] for row in self.rows}
        sums = defaultdict(dict)
        for row in self.newest:
            if row["Kỳ"] == "2026-10" and row["Cấp"] == "tỉnh" and row["Đơn vị tính"] != "%":
                sums[row["Mã chỉ tiêu"]][row["tinh"]] = row
        for code in sorted(sums):
            states = Counter(row["Tình trạng"] for row in sums[code].values())
            known = [row["gia_tri"] for row in sums[code].values() if row["gia_tri"] is not None]
            yield (code, sum(known) if known else None, states["chính thức"] + states["điều chỉnh"], states["sơ bộ"],
                   states["bảo mật"], len(provinces) - len(known) - states["bảo mật"])

    def completeness(self):
        sums = defaultdict(lambda: [0, 0])
        for row in self.newest:
            if row["Cấp"] == "tỉnh":
                sums[row["tinh"], row["Kỳ"]][0] += int(row["Báo cáo đã nhận"])
                sums[row["tinh"], row["Kỳ"]][1] += int(row["Báo cáo phải gửi"])
        for key, (received, owed) in sorted(sums.items()):
            yield *key, received, owed, Decimal(round(100 * received / owed, 1)).quantize(Decimal("0.1"))

    def corrections(self):
        key = {(r["tinh"], r["Kỳ"], r["Mã chỉ tiêu"], r["Mã địa bàn"], r["Cấp"], r["lan"]): r for r in self.rows}
        found = []
        for (tinh, ky, code, place, level, lan), new in key.items():
            old = key.get((tinh, ky, code, place, level, lan - 1))
            if old and (old["gia_tri"], old["Tình trạng"]) != (new["gia_tri"], new["Tình trạng"]):
                found.append((tinh, ky, code, place, lan, old["gia_tri"], new["gia_tri"], old["Tình trạng"], new["Tình trạng"]))
        return sorted(found, key=lambda f: (f[0], f[1], f[4], f[2], f[3]))

    def known(self, obeying=True):
        last = {}
        for row in sorted((r for r in self.sdmx if r["chot"] <= DAY_ASKED[0]), key=lambda r: (r["chot"], r["lan"], r["tep"])):
            if row["ACTION"] == "D" and not obeying:
                continue
            last[row["tinh"], row["INDICATOR"], row["REF_AREA"], row["TIME_PERIOD"]] = row
        for key, row in sorted(last.items()):
            if row["ACTION"] != "D":
                yield *key, number(row["OBS_VALUE"]), row["OBS_STATUS"], row["lan"]


# The day that the fourth question asks for; asked again for a later one, when the second edition is known.
DAY_ASKED = [DAY]
LATER = datetime(2026, 10, 20)


# The engines


class Guide:
    def __init__(self, path):
        self.blocks = re.findall(r"^```sql([^\n]*)\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)

    def statements(self, label):
        found = [text for name, text in self.blocks if name.strip() == label]
        assert len(found) == 1, (label, len(found))
        return [part for part in (s.strip() for s in found[0].split(";\n")) if part]

    @property
    def questions(self):
        return [name.strip().removeprefix("hoi: ") for name, _ in self.blocks if name.strip().startswith("hoi: ")]


class Duck:
    name = "duckdb"

    def __init__(self, guide):
        self.connection = duckdb.connect()
        for statement in guide.statements("duckdb") + guide.statements(""):
            self.connection.execute(statement)

    def ask(self, sql):
        return [tuple(map(plain, row)) for row in self.connection.execute(sql).fetchall()]


class House:
    name = "clickhouse"

    def __init__(self, guide, session):
        self.session = session
        for view in ("moi_nhat", "sdmx", "so_lieu"):
            session.query(f"DROP VIEW IF EXISTS {view}")
        for statement in guide.statements("clickhouse") + guide.statements(""):
            session.query(statement)

    def ask(self, sql):
        result = self.session.query(sql.rstrip("; \n"), "JSONCompact")
        found = json.loads(str(result), parse_float=Decimal)
        kinds = [column["type"] for column in found["meta"]]

        def value(cell, kind):
            return plain(cell if cell is None or "String" in kind else Decimal(cell))
        return [tuple(map(value, row, kinds)) for row in found["data"]]


def sorted_rows(rows):
    return sorted(rows, key=lambda row: [str(cell) for cell in row])


def differs(expected, answered):
    expected = [tuple(map(plain, row)) for row in expected]
    if len(expected) != len(answered):
        return f"{len(answered)} rows, {len(expected)} expected"
    for left, right in zip(sorted_rows(expected), sorted_rows(answered)):
        if left != right:
            return f"{right}, expected {left}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--guide", type=Path, default=Path(__file__).parents[2] / "HUONG-DAN.md")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    options.binary = str(Path(options.binary).resolve())
    guide = Guide(options.guide.resolve())
    root = options.keep.resolve() if options.keep else Path(tempfile.mkdtemp())
    try:
        return check(guide, make(options.binary, root) if not (root / "goi").exists() else root / "goi", root)
    finally:
        if not options.keep:
            shutil.rmtree(root, ignore_errors=True)


def expectations(packages):
    return {"ca-nuoc": packages.whole, "day-du": packages.completeness, "sua-gi": packages.corrections,
            "den-ngay": packages.known}


def check(guide, folder, root):
    os.chdir(root)
    packages, faults = Packages(folder), []
    expected = expectations(packages)
    if set(guide.questions) != set(expected):
        faults.append(f"the guide asks {guide.questions}")
    session = chdb.session.Session()
    engines = [Duck(guide), House(guide, session)]
    compared = 0
    for engine in engines:
        for question in guide.questions:
            sql = ";\n".join(guide.statements(f"hoi: {question}"))
            for day in (DAY, LATER) if question == "den-ngay" else (DAY,):
                DAY_ASKED[0] = day
                asked = sql.replace(str(DAY), str(day))
                answered = engine.ask(asked)
                compared += len(answered)
                if not answered or (fault := differs(list(expected[question]()), answered)):
                    faults.append(f"{engine.name} {question} {day:%d/%m}: {fault if answered else 'no answer'}")
    DAY_ASKED[0] = LATER
    counts = happened(packages)
    faults += [f"never happened: {name}" for name, count in counts.items() if not count]
    passed = controls(guide, packages, folder, session)
    faults += [f"a control passes: {name}" for name, fails in passed.items() if not fails]
    session.close()
    print(f"{compared} rows of {len(guide.questions)} questions by {len(engines)} engines; "
          + ", ".join(f"{name} {count}" for name, count in counts.items()))
    print(f"controls that fail: {', '.join(name for name, fails in passed.items() if fails)}")
    for fault in faults:
        print(f"FAILS: {fault}")
    return 1 if faults else 0


def happened(packages):
    states = Counter(row["Tình trạng"] for row in packages.rows)
    return {**{state: states[state] for state in ("chính thức", "sơ bộ", "bảo mật", "chưa báo cáo")},
            "corrected": len(packages.corrections()), "second editions": len({r["tinh"] for r in packages.rows if r["lan"] == 2}),
            "deleted": sum(row["ACTION"] == "D" for row in packages.sdmx)}


def controls(guide, packages, folder, session):
    """What a wrong question or a wrong package would give; each must be told from what is right."""
    texts = {name: ";\n".join(guide.statements(f"hoi: {name}")) for name in guide.questions}
    duck, house = Duck(guide), House(guide, session)

    def both(sql, expected):
        return all(differs(list(expected), engine.ask(sql)) for engine in (duck, house))

    fails = {
        "both editions added": both(texts["ca-nuoc"].replace("FROM moi_nhat", "FROM so_lieu"), packages.whole()),
        "a masked count taken for zero": both(
            texts["ca-nuoc"].replace("tinh_trang = 'bảo mật'", "tinh_trang = ''"), packages.whole()),
        "ratios added": both(texts["ca-nuoc"].replace("AND don_vi_tinh <> '%'", ""), packages.whole()),
        "a deletion not obeyed": both(
            texts["den-ngay"].replace("AND viec <> 'D'", "").replace(str(DAY), str(LATER)), packages.known()),
        "a later day": both(texts["den-ngay"], packages.known()),
    }
    moved = folder.parent / "ngoai"
    shutil.move(folder / "91", moved)
    fails["a province left out"] = both(texts["ca-nuoc"], packages.whole())
    shutil.move(moved, folder / "91")
    file = next(folder.glob("91/2026-10-*/du-lieu/so-lieu-*-leadership.csv"))
    kept = file.read_bytes()
    rows = kept.decode().split("\r\n")
    at = next(n for n, row in enumerate(rows) if ",tỉnh," in row and "chính thức" in row)
    cells = rows[at].split(",")
    place = cells.index("tỉnh") + 1
    for name, cell in (("a figure off by one", str(int(cells[place]) + 1)), ("a cell that is no number", "mười")):
        file.write_bytes("\r\n".join(rows[:at] + [",".join(cells[:place] + [cell] + cells[place + 1:])] + rows[at + 1:]).encode())
        if name == "a figure off by one":
            fails[name] = both(texts["ca-nuoc"], packages.whole())
        else:
            fails[name] = all(refuses(engine, texts["ca-nuoc"]) for engine in (duck, house))
    file.write_bytes(kept)
    return fails


def refuses(engine, sql):
    try:
        engine.ask(sql)
    except Exception:  # each engine has its own
        return True
    return False


if __name__ == "__main__":
    sys.exit(main())
