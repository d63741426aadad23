#!/usr/bin/env python3
"""nation.py --binary PROGRAM [--provinces 3] [--months 2] [--communes 4] [--register FILE | --full] [--most-mib N]: the nation, twice.

Makes an office by `init --nation`, and packages of simulated provinces by a seed: figures by commune, district and province of
every count, states of every kind, masked ones, values that no commune has, an edition that replaces an earlier one, a package that came
twice, packed otherwise, a province that sends nothing, one whose package was changed on its way. All are invented. Runs the months and holds `so-lieu` of the office
against what is worked out here from the packages alone: figure and state of the nation, of every province and commune.

Exit 1 where anything differs, where something never happened, or where a control passes: a province dropped, a masked figure
leaked, a first edition counted beside its second, a missing province taken for zero.
"""
import argparse
import csv
import hashlib
import io
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from package_offices import FIXTURE, make

ROOT = Path(__file__).parents[2]
MARKS = {"chưa báo cáo": "CB", "chưa thu thập": "...", "bảo mật": "(bm)", "không so sánh được": "KSS"}
OFFICIAL = {"chính thức", "điều chỉnh"}
HEADER = ["Kỳ", "Mã chỉ tiêu", "Chỉ tiêu", "Đơn vị tính", "Mã địa bàn", "Địa bàn", "Cấp", "Kỳ này", "Tình trạng",
          "Báo cáo đã nhận", "Báo cáo phải gửi", "Kỳ trước", "Tình trạng kỳ trước", "Cùng kỳ năm trước",
          "Tình trạng cùng kỳ năm trước", "Lũy kế từ đầu năm", "Tình trạng lũy kế từ đầu năm", "Lũy kế cùng kỳ",
          "Tình trạng lũy kế cùng kỳ"]


# What provinces send


def draw(rng, indicator, communes):
    """Figures of one count: province, what lies in no commune, communes; each an amount and a state."""
    scale = 0.1 if indicator["decimals"] not in ("", "0") else 1
    big = rng.random() < 0.7

    def amount():
        number = rng.randint(0, 40 if big else 5)
        return Decimal(number) if scale == 1 else Decimal(number * 7) / 10

    parts = {code: (amount(), "chính thức") for code in communes}
    rest = amount() if rng.random() < 0.15 else Decimal(0)
    whole = sum((value for value, _ in parts.values()), rest)
    state = rng.choices(["chính thức", "sơ bộ", "điều chỉnh", "chưa báo cáo", "bảo mật"], [80, 12, 3, 3, 2])[0]
    if state == "chưa báo cáo":
        return (None, state), dict.fromkeys(communes, (None, state))
    if state == "sơ bộ":
        gone = rng.sample(communes, max(1, len(communes) // 4))
        for code in gone:
            value = parts[code][0]
            parts[code] = rng.choice([(None, "chưa báo cáo"), (value, "sơ bộ"), (None, "chưa thu thập")])
            if parts[code][0] is None:
                whole -= value
        return (whole, state), parts
    if state == "bảo mật":
        return (None, state), {code: (None, "bảo mật") if value else (value, s) for code, (value, s) in parts.items()}
    if rng.random() < 0.12 and len(communes) > 2:
        for code in rng.sample(communes, 2):
            parts[code] = (None, "bảo mật") if parts[code][0] else parts[code]
    return (whole, state), parts


def cell(figure):
    value, state = figure
    if value is None:
        return MARKS[state]
    return str(int(value)) if value == int(value) else str(value.normalize())


def package(province, month, edition, indicators, figures, audience="leadership"):
    """The bytes of a zip as `tonghop export` makes it, with what an office reads of it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for indicator in indicators:
        code = indicator["code"]
        whole, parts = figures[code]
        rest = ["CB", "chưa báo cáo"] * 4

        places = [(province["code"], "Toàn tỉnh", "tỉnh", whole),
                  (f"{province['code']}-0", "Cấp tỉnh (không phân theo xã)", "cấp tỉnh", (Decimal(0), "chính thức")),
                  ("901", "Địa bàn (giả định)", "địa bàn", whole)]
        for place, name, level, figure in places + [(commune, "Xã giả định", "xã", figure) for commune, figure in parts.items()]:
            writer.writerow([month, code, indicator["name_vi"], indicator["unit_vi"], place, name, level, cell(figure),
                             figure[1], 3, 4, *rest])
    name = f"du-lieu/so-lieu-{month}-{audience}.csv"
    files = {name: out.getvalue().encode(), "doc-truoc.txt": "Gói giả định.\n".encode()}
    manifest = {"name": f"{month}-lan-{edition}-{audience}", "period": month, "edition": edition, "audience": audience,
                "files": [{"name": n, "sha256": hashlib.sha256(b).hexdigest(), "size": len(b)} for n, b in sorted(files.items())]}
    files["manifest.json"] = json.dumps(manifest, indent=2).encode()
    files["SHA256SUMS"] = "".join(f"{hashlib.sha256(b).hexdigest()}  {n}\n" for n, b in sorted(files.items())).encode()
    return packed(files)


def packed(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def changed(content):
    """A figure of the package is another; its sums are as they were."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = next(n for n in files if "so-lieu" in n)
    files[name] = files[name].replace("chính thức".encode(), "sơ bộ".encode(), 1)
    return packed(files)


# What the office should say


def expected(sent, provinces, indicators):
    """Figures by indicator and place: amount and state; `sent` has the figures of the packages that count."""
    result = {}
    for indicator in indicators:
        code = indicator["code"]
        total, known, official = Decimal(0), False, True
        for province in provinces:
            figures = sent.get(province["code"])
            if figures is None:
                official = False
                result[code, province["code"]] = (None, "chưa báo cáo")
                for place in province["communes"]:
                    result[code, place] = (None, "chưa báo cáo")
                continue
            whole, parts = figures[code]
            for place, (value, state) in parts.items():
                known_state = "chính thức" if state in OFFICIAL else state
                result[code, place] = (value, known_state)
            value, state = whole
            result[code, province["code"]] = (value, "chính thức" if state in OFFICIAL else state)
            official = official and state in OFFICIAL
            shown = value if value is not None else sum((v for v, _ in parts.values() if v is not None), Decimal(0))
            known = known or value is not None or any(v is not None for v, _ in parts.values())
            total += shown
        state = "chính thức" if official else "sơ bộ"
        result[code, "VN"] = (total, state) if known else (None, "chưa báo cáo")
    return result


def read(path):
    figures = {}
    for row in csv.DictReader(path.open(encoding="utf-8-sig", newline="")):
        value = row["Kỳ này"]
        amount = None if value in {"CB", "...", "x", "(bm)", "KSS"} else Decimal(value)
        figures[row["Mã chỉ tiêu"], row["Mã địa bàn"]] = (amount, row["Tình trạng"])
    return figures


def differences(right, found):
    return [f"{key}: {found.get(key)}, expected {value}" for key, value in right.items() if found.get(key) != value]


# The office


class Cost(NamedTuple):
    """What a process took: on the wall, of processors, and at its most of memory."""

    seconds: float
    processor: float
    mib: int


# A process begins with the peak of the one that it was made from, and this one holds months of figures: a small one in between.
BETWEEN = """
import json, resource, subprocess, sys, time
begin = time.monotonic()
code = subprocess.run(sys.argv[2:], check=False).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump([code, time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024], file)
"""


def measured(command):
    """Runs a command: what `subprocess.run` returns, and its cost."""
    with tempfile.NamedTemporaryFile() as said:
        done = subprocess.run([sys.executable, "-c", BETWEEN, said.name, *command], capture_output=True, text=True, check=True)
        code, *cost = json.load(said)
    done.returncode = code
    return done, Cost(*cost)


def table(path, delimiter):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


class Office:
    def __init__(self, options, root):
        self.options, self.root = options, root
        register = root / "don-vi.csv"
        rows = table(Path(options.register), ",") if options.register else invented(options)
        rows = [row for row in rows if not row["valid_to"]]
        chosen = [row for row in rows if row["level"] == "province"][:options.provinces]
        self.provinces = []
        for row in chosen:
            communes = [c["code"] for c in rows if c["level"] == "commune" and c["parent"] == row["code"]]
            self.provinces.append(dict(row, communes=communes[:options.communes] if options.communes else communes))
        kept = {c for p in self.provinces for c in p["communes"]} | {p["code"] for p in self.provinces}
        with open(register, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(row for row in rows if row["code"] in kept and row["level"] in ("province", "commune"))
        self.inputs, self.cost = root / "bo/inputs", None
        if not (root / "bo").exists():
            self.found(root, register)
        self.indicators = [row for row in table(self.inputs / "catalogue/indicators.csv", ";")
                           if row["kind"] != "ratio" and row["domain"] != "bao_cao"]

    def found(self, root, register):
        self.run("init", str(root / "bo"), "--nation", "--register", str(register), "--from", str(self.options.catalogue), "--agency",
                 "Bộ Dân tộc và Tôn giáo", "--abbreviation", "BDTTG", place=False)
        if not getattr(self.options, "one_language", False):
            organisation = self.inputs / "catalogue/organisation.yaml"
            organisation.write_text(
                organisation.read_text(encoding="utf-8").replace("languages: [vi]", "languages: [vi, en]"), encoding="utf-8")

    def run(self, *arguments, place=True, now=None, least=0):
        """Runs the program; `cost` is what it took."""
        where = ["--inputs", str(self.inputs), "--reports", str(self.root / "bo/reports")] if place else []
        clock = ["--now", now] if now else []
        done, self.cost = measured([self.options.binary, *arguments, *where, *clock])
        if not least <= done.returncode <= 1:
            raise SystemExit(f"FAILS: {arguments}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-3000:]}")
        return done


def invented(options):
    rows = []
    for n in range(options.provinces):
        rows.append({"level": "province", "code": f"{11 + n}", "type": "Tỉnh", "name": f"Giả Định {'ABCDEFGHIJ'[n % 10]}{n}",
                     "parent": "", "valid_to": ""})
        rows += [{"level": "commune", "code": f"{11 + n}{c:03}", "type": "Xã", "name": f"Bản Số {'ABCDEFGHIJKLMNOP'[c]}",
                  "parent": f"{11 + n}", "valid_to": ""} for c in range(1, options.communes + 1)]
    return rows


def months(count):
    year, month = 2025, 10
    for _ in range(count):
        yield f"{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--provinces", type=int, default=3)
    parser.add_argument("--months", type=int, default=2)
    parser.add_argument("--communes", type=int, default=4, help="of each province; 0: all of the register")
    parser.add_argument("--register")
    parser.add_argument("--full", action="store_true", help="all provinces and communes of the register that ships with the program")
    parser.add_argument("--most-mib", type=int, help="fails where a run holds more at its most")
    parser.add_argument("--most-seconds", type=float, help="fails where a run takes longer")
    parser.add_argument("--catalogue", type=Path, default=ROOT / "inputs/catalogue")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-simulated", action="store_true", help="without the two provinces that export their packages")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    options.binary = str(Path(options.binary).resolve())
    if options.full:
        options.provinces, options.communes, options.register = 34, 0, str(ROOT / "inputs/register/vietnam-units.csv")
    root = options.keep or Path(tempfile.mkdtemp())
    (root / "gia-dinh").mkdir(parents=True, exist_ok=True)
    try:
        code = check(Office(options, root / "gia-dinh"), options)
        return max(code, 0 if options.only_simulated else exported(options, root / "xuat-that"))
    finally:
        if not options.keep:
            shutil.rmtree(root, ignore_errors=True)


def figures_of(path):
    """What a package's own table of figures says: by indicator the province and its communes."""
    figures = defaultdict(lambda: [None, {}])
    for row in table(path, ","):
        value = row["Kỳ này"]
        figure = (None if value in {"CB", "...", "x", "(bm)", "KSS"} else Decimal(value), row["Tình trạng"])
        if row["Cấp"] == "tỉnh":
            figures[row["Mã chỉ tiêu"]][0] = figure
        elif row["Cấp"] == "xã":
            figures[row["Mã chỉ tiêu"]][1][row["Mã địa bàn"]] = figure
    return {code: tuple(figure) for code, figure in figures.items()}


def exported(options, root):
    """The packages that two offices of provinces export: zips of one, unpacked folders of the other."""
    root.mkdir(parents=True)
    packages = make(options.binary, root)
    register = root / "don-vi-hai-tinh.csv"
    with open(register, "w", encoding="utf-8") as file:
        file.write("level,code,type,name,parent,valid_to\n")
        for code, name in (("90", "Minh Sơn"), ("91", "Minh Thủy")):
            file.write(f"province,{code},Tỉnh,{name},,\n")
            file.write("".join(f"commune,{code}{c},Xã,Xã Số {c},{code},\n" for c in ("101", "102", "201", "202")))
    other = argparse.Namespace(**{**vars(options), "register": register, "catalogue": FIXTURE / "catalogue", "communes": 0, "provinces": 2})
    office, faults, compared, states = Office(other, root), [], 0, Counter()
    second = "90-2026-10-lan-2-leadership.zip"
    for month, newest in (("2026-09", {"90": 1, "91": 1}), ("2026-10", {"90": 2, "91": 1})):
        folder = office.inputs / "submissions" / month
        folder.mkdir(parents=True, exist_ok=True)
        for path in packages.glob(f"90/{month}-*.zip"):
            shutil.copy(path, folder / f"90-{path.name}")
        for path in packages.glob(f"91/{month}-*-leadership"):
            shutil.copytree(path, folder / f"91-{path.name}")
        office.run("run", month, now=f"{month}-20T09:00+07:00")
        if month == "2026-10":
            # An edition without an indicator that the one before had waits until somebody takes it.
            waiting = (office.root / f"bo/reports/{month}/du-thao/viec-can-quyet.csv").read_text(encoding="utf-8")
            if second not in waiting:
                faults.append(f"exported: {second} does not wait for a decision")
            with open(office.inputs / "xu-ly.csv", "a", encoding="utf-8", newline="") as file:
                file.write(f"20/10/2026;{month};T90;goi;{month}/{second};nhận tệp;;tỉnh bỏ một chỉ tiêu;Trưởng phòng\r\n")
            office.run("run", month, now=f"{month}-21T09:00+07:00")
        found = read(office.root / f"bo/reports/{month}/du-thao/so-lieu-{month}.csv")
        sent = {code: figures_of(next(packages.glob(f"{code}/{month}-lan-{lan}-leadership/du-lieu/so-lieu-*-leadership.csv")))
                for code, lan in newest.items()}
        for province in office.provinces:
            gone = ((None, "chưa báo cáo"), dict.fromkeys(province["communes"], (None, "chưa báo cáo")))
            sent[province["code"]] = {i["code"]: sent[province["code"]].get(i["code"], gone) for i in office.indicators}
        right = expected(sent, office.provinces, office.indicators)
        compared += len(right)
        states.update(state for _, state in right.values())
        faults += [f"exported {month} {fault}" for fault in differences(right, found)[:8]]
    office.run("verify")
    faults += [f"exported: never happened: {name}" for name in ("bảo mật", "chưa báo cáo", "sơ bộ") if not states[name]]
    print(f"{compared} figures of packages that two provinces exported: " + ", ".join(f"{k} {v}" for k, v in states.items()))
    for fault in faults:
        print(f"FAILS: {fault}")
    return 1 if faults else 0


def send(office, rng, month, place):
    """Puts the month's packages in; what counts of them, what was masked, and the figures of replaced editions."""
    folder = office.inputs / "submissions" / month
    folder.mkdir(parents=True, exist_ok=True)
    sent, first, counts = {}, {}, Counter()
    for n, province in enumerate(office.provinces):
        figures = {i["code"]: draw(rng, i, province["communes"]) for i in office.indicators}
        if (n + place) % len(office.provinces) == 0 and len(office.provinces) > 1:
            counts["missing"] += 1
            if place % 2:
                content = package(province, month, 1, office.indicators, figures)
                (folder / f"{province['code']}-{month}-lan-1.zip").write_bytes(changed(content))
                counts["changed on its way"] += 1
            continue
        editions = 2 if (n + place) % 3 == 1 else 1
        for edition in range(1, editions + 1):
            if edition == 2:
                first[province["code"]] = figures
                figures = corrected(rng, figures, office.indicators)
                counts["replaced"] += 1
            content = package(province, month, edition, office.indicators, figures)
            (folder / f"{province['code']}-{month}-lan-{edition}.zip").write_bytes(content)
        if (n + place) % 5 == 2:
            counts["sent twice in other bytes"] += 1
            again(folder / f"{province['code']}-{month}-lai", content, unpacks=place % 2 == 0)
        sent[province["code"]] = figures
    return sent, first, counts


def again(path, content, unpacks):
    """The same package as whoever opened it leaves it: in a folder, or packed by another tool."""
    files = unpacked(content)
    if not unpacks:
        with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_STORED) as archive:
            for name, part in sorted(files.items(), reverse=True):
                archive.writestr(name, part)
        return
    for name, part in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(part)


def corrected(rng, figures, indicators):
    """Another amount where there was one, in some communes of some indicators: what a second edition is like."""
    after = {}
    for indicator in indicators:
        whole, parts = figures[indicator["code"]]
        parts = dict(parts)
        for place, (value, state) in parts.items():
            if whole[0] is not None and value and rng.random() < 0.1:
                parts[place] = (value + 1, state)
                whole = (whole[0] + 1, "điều chỉnh" if whole[1] == "chính thức" else whole[1])
        after[indicator["code"]] = (whole, parts)
    return after


def check(office, options):
    rng, faults, counts, shown = random.Random(options.seed), [], Counter(), Counter()
    controls = defaultdict(bool)
    slowest = (0.0, 0.0, 0)
    for place, month in enumerate(months(options.months)):
        sent, first, happened = send(office, rng, month, place)
        counts += happened
        done = office.run("run", month, now=f"{month}-20T09:00+07:00", least=0)
        cost = office.cost
        slowest = (max(slowest[0], cost.seconds), max(slowest[1], cost.processor), max(slowest[2], cost.mib))
        found = read(office.root / f"bo/reports/{month}/du-thao/so-lieu-{month}.csv")
        right = expected(sent, office.provinces, office.indicators)
        for code, each in (("BC01", 3), ("BC02", 4)):
            reports = each * len(office.indicators)
            official = len(sent) == len(office.provinces)
            right[code, "VN"] = (Decimal(reports * len(sent)), "chính thức" if official else "sơ bộ") if sent else (None, "chưa báo cáo")
            right |= {(code, p): (Decimal(reports), "chính thức") for p in sent}
        wrong = differences(right, found)
        faults += [f"{month} {fault}" for fault in wrong[:8]]
        if happened["changed on its way"] and "bad-package" not in done.stdout + done.stderr:
            faults.append(f"{month}: a changed package is not named")
        shown.update(state for _, state in right.values())
        counts["figures"] += len(right)
        for name, other in wrong_ones(office, sent, first).items():
            controls[name] = controls[name] or bool(differences(other, found))
    faults += [f"never happened: {name}" for name in ("sơ bộ", "bảo mật", "chưa báo cáo", "chưa thu thập") if not shown[name]]
    faults += [f"never happened: {name}" for name in ("missing", "replaced", "changed on its way") if not counts[name]]
    if options.provinces > 2 and not counts["sent twice in other bytes"]:
        faults.append("never happened: a package sent twice in other bytes")
    faults += [f"a control passes: {name}" for name, fails in controls.items() if not fails]
    faults += refused(office)
    faults += words(office, month)
    print(f"{counts['figures']} figures: " + ", ".join(f"{name} {count}" for name, count in [*counts.items(), *shown.items()]))
    print(f"controls that fail: {', '.join(name for name, fails in controls.items() if fails)}")
    print(f"slowest month {slowest[0]:.1f} s ({slowest[1]:.1f} s of work), {slowest[2]} MiB at most; ledger "
          f"{(office.root / 'bo/reports/ledger.sqlite').stat().st_size >> 10} KiB")
    for most, found, unit in ((options.most_seconds, slowest[0], "s"), (options.most_mib, slowest[2], "MiB")):
        if most and found > most:
            faults.append(f"the slowest month took {found:.1f} {unit}, more than {most}")
    for fault in faults[:40]:
        print(f"FAILS: {fault}")
    return 1 if faults else 0


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def summed(files):
    """The files with the sums that they have now, as a forger would send them."""
    manifest = json.loads(files["manifest.json"])
    for part in manifest["files"]:
        part["sha256"] = hashlib.sha256(files[part["name"]]).hexdigest()
    files["manifest.json"] = json.dumps(manifest).encode()
    files["SHA256SUMS"] = "".join(
        f"{hashlib.sha256(b).hexdigest()}  {n}\n" for n, b in sorted(files.items()) if n != "SHA256SUMS").encode()
    return packed(files)


def tampered(content, province):
    """What may happen to a package: its name, its bytes, and a word that the finding must have."""
    def edited(name, change):
        files = unpacked(content)
        real = next(n for n in files if name in n)
        files[real] = change(files[real])
        return files
    lines = unpacked(content)[next(n for n in unpacked(content) if "so-lieu" in n)].split(b"\r\n")
    yield "sums left as they were", packed(edited("so-lieu", lambda b: b.replace(b"DT01", b"DT02", 1))), "đã bị sửa"
    files = unpacked(content)
    files["du-lieu/them.csv"] = b"x"
    yield "a file more", packed(files), "không có trong SHA256SUMS"
    files = unpacked(content)
    del files["doc-truoc.txt"]
    yield "a file less", packed(files), "thiếu tệp"
    yield "no manifest", packed(edited("manifest", lambda _: b"{")), "manifest.json"
    yield "no edition", summed(edited("manifest", lambda b: re.sub(rb'"edition": \d+,', b"", b))), "manifest.json"
    yield "of an older program", summed(edited("so-lieu", lambda b: b.replace("Báo cáo phải gửi".encode(), b"x", 1))), "dòng 1 "
    yield "another period", summed(edited("so-lieu", lambda b: re.sub(rb"(?m)^20\d\d-\d\d,", b"2024-01,", b))), "2024-01"
    yield "another province", summed(edited("so-lieu", lambda b: b.replace(f",{province['code']},".encode(), b",97,"))), "“97”"
    whole = next(n for n, line in enumerate(lines) if ",tỉnh,".encode() in line and "chính thức".encode() in line
                 and not re.search(",tỉnh,0,".encode(), line))
    less = lines[:whole] + [re.sub(",tỉnh,[0-9.]+,".encode(), ",tỉnh,0,".encode(), lines[whole])] + lines[whole + 1:]
    yield "a province less than its communes", summed(edited("so-lieu", lambda _: b"\r\n".join(less))), "nhỏ hơn tổng các xã"
    bad = lines[:whole] + [re.sub(",tỉnh,[0-9.]+,".encode(), ",tỉnh,mười,".encode(), lines[whole])] + lines[whole + 1:]
    yield "a figure that is no number", summed(edited("so-lieu", lambda _: b"\r\n".join(bad))), "mười"
    bad = lines[:whole] + [lines[whole].replace("chính thức".encode(), "đúng".encode(), 1)] + lines[whole + 1:]
    yield "a state that is none", summed(edited("so-lieu", lambda _: b"\r\n".join(bad))), "không đọc được"


def refused(office):
    """Each kind of tampering is named, and counts nothing; the package as it was is taken."""
    rng, faults = random.Random(7), []
    province = office.provinces[0]
    content = package(province, "2025-10", 1, office.indicators, {i["code"]: draw(rng, i, province["communes"]) for i in office.indicators})
    folder = office.root / "bi-sua" / "2025-10"
    folder.mkdir(parents=True)
    kinds = [("as it was", content, None), *tampered(content, province)]
    for n, (name, changed_bytes, word) in enumerate(kinds):
        path = folder / f"goi-{n}.zip"
        path.write_bytes(changed_bytes)
        said = office.run("check", str(path), now="2025-10-20T09:00+07:00").stdout
        if (word is None) != ("[bad-package]" not in said) or word and word not in said:
            faults.append(f"tampered, {name}: {said[:300]}")
    print(f"{len(kinds) - 1} kinds of tampering")
    return faults


# Where the whole is the nation, nothing calls it a province.
OF_A_PROVINCE = re.compile(r"toàn tỉnh|cấp tỉnh|cấp huyện cũ|whole province|(?<!ask )the province\b|provincial level",
                           re.IGNORECASE)
OF_THE_NATION = {"vi": "cả nước", "en": "country"}


def words(office, month):
    """What the outputs of a month call the whole and its parts."""
    faults, seen = [], Counter()
    for path in sorted((office.root / f"bo/reports/{month}/du-thao").rglob("*")):
        if not path.is_file() or path.name == "manifest.json":
            continue
        for text in texts(path):
            for language, word in OF_THE_NATION.items():
                seen[language] += word in text.lower()
            faults += [f"words of a province in {path.name}: …{text[max(0, m.start() - 60):m.end() + 40]}…"
                       for m in OF_A_PROVINCE.finditer(text)]
    faults += [f"words of the nation are nowhere: {word}" for language, word in OF_THE_NATION.items() if not seen[language]]
    if not OF_A_PROVINCE.search("Cấp tỉnh (không phân theo xã)"):
        faults.append("a control passes: the words of a province")
    return faults[:12]


def texts(path):
    if path.suffix not in (".xlsx", ".docx"):
        return [path.read_text(encoding="utf-8-sig")]
    with zipfile.ZipFile(path) as archive:
        return [re.sub("<[^>]+>", " ", archive.read(name).decode()) for name in archive.namelist() if name.endswith(".xml")]


def wrong_ones(office, sent, first):
    """What the office would say if it counted wrongly."""
    wrong = {}
    if sent:
        wrong["a province dropped"] = expected(dict(list(sent.items())[1:]), office.provinces, office.indicators)
    leaked, zero = {}, dict(sent)
    for code, figures in sent.items():
        leaked[code] = {i: (whole if whole[1] != "bảo mật" else (Decimal(1), "chính thức"), {
            p: (f if f[1] != "bảo mật" else (Decimal(1), "chính thức")) for p, f in parts.items()})
            for i, (whole, parts) in figures.items()}
    wrong["a masked figure leaked"] = expected(leaked, office.provinces, office.indicators)
    for province in office.provinces:
        if province["code"] not in sent:
            nothing = (Decimal(0), "chính thức")
            zero[province["code"]] = {i["code"]: (nothing, dict.fromkeys(province["communes"], nothing)) for i in office.indicators}
    wrong["a missing province taken for zero"] = expected(zero, office.provinces, office.indicators)
    if first:
        both = {}
        for code, figures in sent.items():
            before = first.get(code)
            both[code] = {i: ((plus(whole, before[i][0]) if before else whole), parts) for i, (whole, parts) in figures.items()}
        wrong["a first edition counted beside its second"] = expected(both, office.provinces, office.indicators)
    return wrong


def plus(figure, other):
    return figure if figure[0] is None or other[0] is None else (figure[0] + other[0], figure[1])


if __name__ == "__main__":
    sys.exit(main())
