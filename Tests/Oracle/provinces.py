#!/usr/bin/env python3
"""Every province of the register in one go: init, a new form, a seeded month, run, issue, package; its figures worked out again.

provinces.py --binary TONGHOP [--register DIR] [--provinces N] [--packages N] [--seed S]

Reads the national register by itself (none of the program's code), makes a new form, fills in four forms of each province with seeded numbers, and
compares every commune, district and the province with what the program printed. Fails where a state was never reached, and where
the control, one number changed behind the program's back, passes.
"""

import argparse
import collections
import csv
import hashlib
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor

FORMS = [
    ("STP", "02-tt", "Số buổi", "TT01"), ("CAT", "03-an", "Phạm tội về TTXH (vụ)", "AN01"), ("SDTTG", "01-dt", "Số lớp", "DT01"),
    ("SYT", "06-vay", "Số hộ được vay", "VAY01"),
]
NEW_FORM = """Tên biểu;Kết quả cho vay vốn hộ nghèo
Mã biểu;06-vay
Lĩnh vực;An sinh xã hội
Đơn vị gửi;SYT SNNMT

Tên cột;Loại;Đơn vị tính;Tên chỉ tiêu
Số hộ được vay;;hộ;Số hộ nghèo được vay vốn
Vốn cho vay (triệu đồng)
"""
MONTH = "2026-10"


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        head = file.read(1)
        if head != "\ufeff":
            file.seek(0)
        text = file.read()
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    return list(csv.DictReader(text.splitlines(), delimiter=delimiter))


class Register:
    def __init__(self, folder):
        units = read(folder / "vietnam-units.csv")
        self.provinces = [u for u in units if u["level"] == "province" and not u["valid_to"]]
        self.communes = [u for u in units if u["level"] == "commune" and not u["valid_to"]]
        self.former = {u["name"] for u in units if u["level"] == "province" and u["valid_to"]}
        self.former -= {p["name"] for p in self.provinces}

    def of(self, province):
        return [u for u in self.communes if u["parent"] == province["code"]]


class Office:
    def __init__(self, program, folder, province, now="2026-10-20T09:00+07:00"):
        self.program, self.folder, self.province, self.now = program, folder, province, now

    def run(self, *arguments, expected=(0, 1)):
        places = [] if arguments[0] == "init" else ["--inputs", f"{self.folder}/inputs"]
        if arguments[0] in ("run", "issue", "export", "verify"):
            places += ["--reports", f"{self.folder}/reports"]
        done = subprocess.run(
            [self.program, *arguments, *places, "--now", self.now], capture_output=True, text=True, check=False
        )
        if done.returncode not in expected:
            raise AssertionError(f"{self.province['name']}: {arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def new_form(self):
        """A form that the catalogue does not have, by a list of its columns."""
        path = pathlib.Path(self.folder, "bieu-moi.csv")
        path.write_text(NEW_FORM, "utf-8")
        self.run("template", "--new-form", "--from", str(path), expected=(0,))

    def fill(self, department, form, column, seed):
        """Fills in a form as it was made for the department; the numbers by commune."""
        self.run("template", department, form, MONTH, "--output", f"{self.folder}/bieu")
        path = pathlib.Path(self.folder, "bieu", f"{department}-{form}-{MONTH}.csv")
        lines = path.read_bytes().decode("utf-8-sig").split("\r\n")
        rows = [next(csv.reader([line], delimiter=";"), []) for line in lines]
        header = next(row for row in rows if "Mã xã" in row)
        place, at = header.index("Mã xã"), header.index(column)
        numbers, out = {}, []
        source = random.Random(f"{seed} {self.province['code']} {form}")
        for line, row in zip(lines, rows):
            if len(row) == len(header) and row[place].isdigit() and len(row[place]) == 5:
                numbers[row[place]] = number = source.choice([0, 1, 1, 2, 3, 4, 5])
                row[at] = str(number)
                if form != "03-an":
                    row[at + 1] = str(number * source.randint(20, 40))
                quoted = [f'"{cell}"' if ";" in cell else cell for cell in row]
                line = ";".join(quoted)
            out.append(line)
        target = pathlib.Path(self.folder, "inputs/submissions", MONTH, f"{department}-{form}.csv")
        target.write_bytes("\ufeff".encode() + "\r\n".join(out).encode())
        return numbers

    def figures(self):
        rows = read(pathlib.Path(self.folder, f"reports/{MONTH}/du-thao/so-lieu-{MONTH}.csv"))
        return {(r["Mã chỉ tiêu"], r["Mã địa bàn"]): r["Kỳ này"] for r in rows}


def differences(register, province, sent, figures):
    """What the program printed that is not the sum of what was sent, by commune, district and province."""
    wrong = []
    for indicator, numbers in sent.items():
        sums = collections.Counter({province["code"]: 0})
        for commune in register.of(province):
            number = numbers.get(commune["code"])
            if number is None:
                wrong.append(f"{indicator}: {commune['code']} is not in the form")
                continue
            for place in (commune["code"], commune["district"], province["code"]):
                sums[place] += number
        for place, number in sums.items():
            printed = figures.get((indicator, place))
            if printed != str(number):
                wrong.append(f"{indicator} {place}: {printed}, not {number}")
    return wrong


def one(register, province, program, seed, folder, is_packed):
    """The states that one province reached, and what was wrong."""
    office = Office(program, f"{folder}/{province['code']}", province)
    spelling = spelled(province["name"], int(province["code"]) % 4)
    office.now = "2026-10-01T09:00+07:00"
    office.run("init", office.folder, "--province", spelling, expected=(0,))
    office.now = "2026-10-16T09:00+07:00"
    reached = collections.Counter(provinces=1, communes=len(register.of(province)))
    made = read(pathlib.Path(office.folder, "inputs/catalogue/units.csv"))
    now = {u["code"] for u in made if u["level"] == "commune" and not u["valid_to"]}
    wrong = [] if now == {u["code"] for u in register.of(province)} else [f"communes of {province['name']} are others"]
    points = read(pathlib.Path(office.folder, "inputs/catalogue/open_points.csv"))
    reached.update(f"open: {p['matter']}" for p in points)
    changes = read(pathlib.Path(office.folder, "inputs/catalogue/unit_changes.csv"))
    reached.update(f"change: {c['kind']}" for c in changes)
    checked = office.run("check", "--catalogue")
    if ": lỗi: " in checked.stdout:
        wrong.append(checked.stdout)
    before = pathlib.Path(office.folder, "inputs/catalogue/phan-cong.xlsx").read_bytes()
    # It is owed from the month on that is running: October, from 15 September to 14 October.
    office.now = "2026-10-01T09:00+07:00"
    office.new_form()
    office.now = "2026-10-16T09:00+07:00"
    too_early = office.run("template", "SYT", "06-vay", "2026-09", "--output", f"{office.folder}/som", expected=(64,))
    if "không phải gửi" not in too_early.stderr:
        wrong.append("a new form is owed for a month before it")
    kept = pathlib.Path(office.folder, "inputs/catalogue/phan-cong-truoc-06-vay.xlsx")
    if not kept.is_file() or kept.read_bytes() != before:
        wrong.append("the table of assignments of before was not kept")
    checked = office.run("check", "--catalogue")
    if ": lỗi: " in checked.stdout:
        wrong.append(checked.stdout)
    reached["new forms"] += 1
    sent = {}
    for department, form, column, indicator in FORMS:
        sent[indicator] = office.fill(department, form, column, seed)
    office.run("run", MONTH)
    figures = office.figures()
    wrong += differences(register, province, sent, figures)
    reached["figures"] += sum(len(register.of(province)) + 1 for _ in sent)
    control = {i: dict(n) for i, n in sent.items()}
    some = sorted(control["TT01"])[0]
    control["TT01"][some] += 1
    if not differences(register, province, control, figures):
        wrong.append("the control passed: a number changed afterwards was not noticed")
    text = pathlib.Path(office.folder, f"reports/{MONTH}/du-thao/bao-cao-{MONTH}.txt").read_text("utf-8")
    if "Sơn La" in text and province["name"] != "Sơn La" or province["name"] not in text:
        wrong.append("the text speaks of another province")
    total = sum(sent["VAY01"].values())
    shown = f"{total:02d}" if total < 10 else f"{total:,}".replace(",", ".")
    if f"Trong kỳ có {shown} hộ nghèo được vay vốn; lũy kế từ đầu năm {shown} hộ." not in text:
        wrong.append("the text does not speak of the new form's indicator")
    if is_packed:
        wrong += pack(office, reached)
    return reached, [f"{province['name']}: {w}" for w in wrong]


def pack(office, reached):
    """Issues the month and packs it for partners; what is wrong with the package."""
    wrong = []
    office.now = "2026-10-21T09:00+07:00"
    office.run("issue", MONTH, "--yes")
    reached["editions"] += pathlib.Path(office.folder, f"reports/{MONTH}/lan-1/manifest.json").is_file()
    office.run("export", MONTH, "--audience", "partners")
    package = pathlib.Path(office.folder, f"reports/{MONTH}/xuat/{MONTH}-lan-1-partners")
    for line in (package / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ", 1)
        if hashlib.sha256((package / name).read_bytes()).hexdigest() != digest:
            wrong.append(f"{name} of the package has other bytes")
        reached["packed files"] += 1
    reached["packages"] += 1
    return wrong


def spelled(name, kind):
    """A name as people type it."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    plain = plain.replace("đ", "d").replace("Đ", "D")
    return [name, unicodedata.normalize("NFD", f"tỉnh  {name} "), plain.lower(), f"TP. {plain.upper()}"][kind]


EXPECTED = ["open: border", "open: district", "open: parts", "open: name", "open: destination", "change: merged", "change: divided",
            "change: moved", "change: retyped", "change: created", "change: ended", "new forms", "editions", "packed files"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--register", default="inputs/register")
    parser.add_argument("--provinces", type=int, default=0, help="only the first N")
    parser.add_argument("--packages", type=int, default=34, help="issue and pack only so many")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    register = Register(pathlib.Path(options.register))
    program = os.path.abspath(options.binary)
    chosen = register.provinces[: options.provinces or None]
    packed = random.Random(options.seed).sample(chosen, min(options.packages, len(chosen)))
    reached, wrong = collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            def each(province):
                try:
                    return one(register, province, program, options.seed, folder, province in packed)
                except Exception as error:  # one province's fault is not the others'
                    return collections.Counter(), [f"{province['name']}: {error}"]

            for counts, faults in pool.map(each, chosen):
                reached += counts
                wrong += faults
        for name in sorted(register.former)[:3] + ["Quảng", "Atlantis"]:
            done = subprocess.run(
                [program, "init", f"{folder}/no", "--province", name], capture_output=True, text=True, check=False
            )
            if done.returncode != 64 or os.path.exists(f"{folder}/no"):
                wrong.append(f"“{name}” was taken for a province")
            reached["refused names"] += 1
    for state, count in sorted(reached.items()):
        print(f"{state}: {count}")
    if not options.provinces:
        wrong += [f"never reached: {state}" for state in EXPECTED if not reached[state]]
        if len(chosen) != 34 or reached["provinces"] != 34:
            wrong.append(f"{reached['provinces']} provinces, not 34")
    for fault in wrong[:40]:
        print(f"FAILS: {fault}")
    print(f"provinces.py: {reached['provinces']} provinces, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
