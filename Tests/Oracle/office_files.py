"""Submissions and decisions of a small office, made from a seed, with what goes wrong in them."""
import datetime
import random

import office_catalogue
from registers import Catalogue, read_period, valid

MONTHS = [f"2025-{number:02d}" for number in range(1, 13)] + ["2026-01", "2026-02", "2026-03"]
QUARTERS = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
BLANKS = {"zero": "không phát sinh", "missing": "chưa có số liệu"}
DECISIONS_HEAD = "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt\n"


def in_words(period):
    if "-Q" in period:
        return f"Quý {ROMAN[period[-1]]} năm {period[:4]}"
    return f"Tháng {int(period[5:])} năm {period[:4]}"


class Paper:
    """One file in the making: rows are lists of cells below a header."""

    def __init__(self, department, form, period, header, rows, blanks=None, sequence=1, supplements=False):
        self.department, self.form, self.period = department, form, period
        self.header, self.rows, self.blanks, self.sequence = header, rows, blanks, sequence
        self.supplements = supplements

    def text(self, names, numbers):
        head = [f"Biểu số: {numbers[self.form]}", f"Kỳ báo cáo: {in_words(self.period)}", f"Đơn vị gửi: {names[self.department]}",
                f"Lần gửi: {self.sequence}"]
        if self.supplements:
            head.append("Bổ sung: chỉ các dòng thay đổi")
        if self.blanks:
            head.append(f"Ô trống và xã, phường không ghi tên: {BLANKS[self.blanks]}")
        return "\n".join(head + [";".join(cells) for cells in [self.header, *self.rows]]) + "\n"

    def changed(self, **values):
        copy = Paper(self.department, self.form, self.period, list(self.header), [list(row) for row in self.rows],
                     self.blanks, self.sequence, self.supplements)
        copy.__dict__.update(values)
        return copy


class Office:
    """Writes `inputs` below a folder."""

    def __init__(self, folder, rng):
        self.inputs, self.rng, self.lines, self.texts = folder / "inputs", rng, [], {}
        weights = rng.choice([("", ""), ("0.4", "0.6"), ("0.25", "0.75"), ("0.33", "0.67")])
        given = rng.choice([("", ""), ("", ""), ("0.7", "0.3")])
        office_catalogue.write(self.inputs / "catalogue", weights + given, rng.choice(["decree09", "decree09", "calendar"]))
        self.catalogue = Catalogue(self.inputs / "catalogue")
        self.names = {row["code"]: row["name"] for row in self.catalogue.departments}
        self.numbers = {code: form["number"] for code, form in self.catalogue.forms.items()}
        self.closed = set(rng.sample(MONTHS, 2))
        self.last = {}
        for period in MONTHS + QUARTERS:
            self._month(period)
        (self.inputs / "submissions").mkdir(exist_ok=True)
        for path, text in self.texts.items():
            (self.inputs / "submissions" / path).parent.mkdir(parents=True, exist_ok=True)
            (self.inputs / "submissions" / path).write_text(text, encoding="utf-8")
        (self.inputs / "xu-ly.csv").write_text(DECISIONS_HEAD + "".join(self.lines), encoding="utf-8")

    def chance(self, share):
        return self.rng.random() < share

    def decide(self, date, period, paper, path, action, value=""):
        department, form = (paper.department, paper.form) if paper else ("", "")
        self.lines.append(f"{date:%d/%m/%Y};{period};{department};{form};{path};{action};{value};thử;CV\n")

    # --- who sends what

    def _month(self, period):
        first, last = read_period(period)
        self.first, self.on = self.catalogue.first_day(first), self.catalogue.last_day(last)
        for owed in self.catalogue.obligations:
            if valid(owed, self.on) and (owed["every"] == "quarter") == ("-Q" in period):
                name = owed["department"]
                if name == "QE" and period == "2025-03" and self.chance(0.6):
                    name = "QF"
                self._send(name, owed["form"], period, owed["area"])
        if period in self.closed:
            self.decide(self.on + datetime.timedelta(10), period, None, "", "chốt")
            if self.chance(0.4):
                self.decide(self.on + datetime.timedelta(30), period, None, "", "mở lại")

    def _send(self, department, form, period, area):
        area = self.catalogue.unit(area, self.on)
        if self.chance(0.1 if form != "21-xa" else 0.25):
            if self.chance(0.25):
                self.decide(self.on, period, Paper(department, form, period, [], []), "", "miễn")
            return
        if form == "22-so":
            paper = self._register(department, period, area)
        else:
            paper = self._sheet(department, form, period, area)
        before = self.last.get((department, form))
        if before and form != "22-so" and self.chance(0.02):
            paper = before.changed(period=period)
        self.last[department, form] = paper
        self._file(paper, period)

    def _file(self, paper, period):
        stem = f"{period}/{paper.department}-{paper.form}"
        moment = self.on + datetime.timedelta(self.rng.randint(1, 8))
        if self.chance(0.015):
            paper = paper.changed(header=["Tên", "Việc"], rows=[["a", "b"]])
        if self.chance(0.05) and len(paper.rows) > 3:
            middle, overlap = len(paper.rows) // 2, self.chance(0.3)
            self._put(f"{stem}--a.csv", paper.changed(rows=paper.rows[:middle + overlap]), period, moment)
            self._put(f"{stem}--b.csv", paper.changed(rows=paper.rows[middle:]), period, moment)
            return
        self._put(f"{stem}.csv", paper, period, moment)
        self._after(stem, paper, period, moment)

    def _after(self, stem, paper, period, moment):
        """Corrections, ties, what the officer decides of single files."""
        later = self.on + datetime.timedelta(self.rng.randint(12, 20))
        kind = self.rng.random()
        if kind < 0.08 or period in self.closed and kind < 0.25:
            self._put(f"{stem}-sua.csv", self._other(paper).changed(sequence=2), period, later)
            if self.chance(0.3):
                self.decide(later + datetime.timedelta(1), period, paper, f"{stem}{self.rng.choice(['', '-sua'])}.csv", "thay tệp")
        elif kind < 0.115:
            self._put(f"{stem}-khac.csv", self._other(paper), period, moment)
        elif kind < 0.135:
            self.decide(later, period, paper, f"{stem}.csv", "rút tệp")
        elif kind < 0.16:
            self._put(f"{stem}-mot.csv", paper.changed(sequence=2, rows=paper.rows[:1]), period, moment)
            if self.chance(0.5):
                self.decide(later, period, paper, f"{stem}-mot.csv", "nhận tệp")
        elif kind < 0.17:
            self.decide(later, period, paper, f"{stem}.csv", "nhận tệp")
        elif kind < 0.27 and paper.rows:
            self._supplement(stem, paper, period, later)

    def _supplement(self, stem, paper, period, later):
        """A few rows that take the place of others, and what may become of them."""
        own = [row for row in paper.rows if paper.form == "22-so" or len(row[0]) == 5]
        if not own:
            return
        # By chances of their own: what else there is in the office stays as it is without them.
        before, self.rng = self.rng, random.Random(f"{stem} {paper.rows}")
        self._supplements(stem, paper, own, period, later)
        self.rng = before

    def _supplements(self, stem, paper, own, period, later):
        first = paper.changed(rows=self.rng.sample(own, min(len(own), 2)), sequence=2, supplements=True)
        first = self._other(first)
        if self.chance(0.2):
            first.rows[0][-1] = "mười"
        self._put(f"{stem}-bo-sung.csv", first, period, later)
        kind, after = self.rng.random(), later + datetime.timedelta(2)
        if kind < 0.3:
            second = paper.changed(rows=self.rng.sample(own, min(len(own), 2)), sequence=3, supplements=True)
            self._put(f"{stem}-bo-sung-2.csv", self._other(self._other(second)), period, after)
        elif kind < 0.42:
            self.decide(after, period, paper, f"{stem}-bo-sung.csv", "rút tệp")
        elif kind < 0.54:
            self._put(f"{stem}-ca-bieu.csv", self._other(paper).changed(sequence=4), period, after)
        elif kind < 0.66:
            self.decide(after, period, paper, f"{stem}.csv", "rút tệp")

    def _put(self, path, paper, period, moment):
        self.texts[path] = paper.text(self.names, self.numbers)
        self.decide(moment, period, paper, path, "ngày nhận", f"{moment:%d/%m/%Y} {self.rng.randint(7, 17):02d}:00")

    def _other(self, paper):
        """The same with another number in one cell."""
        rows = [list(row) for row in paper.rows]
        cells = [(at, column) for at, row in enumerate(rows) for column in range(2, len(row)) if row[column].isdigit()]
        if cells:
            at, column = self.rng.choice(cells)
            rows[at][column] = str(int(rows[at][column]) + 1)
        return paper.changed(rows=rows)

    # --- rows

    def _places(self, area):
        """Communes that a file of the period may name: those of its last day, or in the month of a change those before it."""
        units = [unit for unit in self.catalogue.units if unit.level == "commune" and unit.touches(self.first, self.on)
                 and self.catalogue.lies_in(unit, area)]
        ended = [unit for unit in units if unit.ends and unit.ends <= self.on]
        if ended and self.chance(0.4):
            return [unit for unit in units if unit.on(self.first)]
        return [unit for unit in units if unit.on(self.on)]

    @staticmethod
    def named(unit):
        return [unit.code, f"{unit.type.capitalize()} {unit.name}"]

    def _sheet(self, department, form, period, area):
        columns = [column for column in self.catalogue.forms[form]["columns"] if column["type"] != "ordinal"]
        header = [column["name"] for column in columns]
        places = [unit for unit in self._places(area) if self.chance(0.75)]
        places = places or self._places(area)[:1]
        rows = [self.named(unit) + self._cells(form) for unit in places]
        if area.level == "province":
            rows = self._districts(form, rows, places)
        if area.level == "province" and self.chance(0.2):
            cells = self._cells(form)
            rows.append(["", "Cấp tỉnh (không phân theo xã)"] + [self.rng.choice([cell, ""]) for cell in cells])
        if area.level == "province" and self.first <= datetime.date(2025, 2, 1) <= self.on and self.chance(0.6):
            rows += [["10011", name] + self._cells(form) for name in ("Xã Pa Háng", "Xã Pá Háng")]
        if rows and self.chance(0.05):
            rows.append(rows[0][:2] + self._cells(form))
        if self.chance(0.06):
            rows.append(["", "Xã Nà Lộc Sai"] + self._cells(form))
        if area.level != "province" and self.chance(0.1):
            outside = [unit for unit in self.catalogue.at_level("commune", self.on) if not self.catalogue.lies_in(unit, area)]
            rows.append(self.named(self.rng.choice(outside)) + self._cells(form))
        blanks = self.rng.choices(["zero", "missing", None], [60, 25, 15])[0]
        if self.chance(0.015):
            rows = [row[:2] + [cell if form == "26-ct" and at == 0 else "" for at, cell in enumerate(row[2:])] for row in rows]
        if form == "26-ct":
            return Paper(department, form, period, header, rows, blanks)
        if self.chance(0.08):
            at = self.rng.randrange(2, len(header))
            if self.chance(0.4):
                header[at] = "Cột lạ"
            else:
                header, rows = header[:at] + header[at + 1:], [row[:at] + row[at + 1:] for row in rows]
        return Paper(department, form, period, header, rows, blanks)

    def _districts(self, form, rows, places):
        """Rows of districts: a total beside communes, what no commune has, or a value for the district alone."""
        for district in self.catalogue.at_level("district", self.on):
            name = district.name if district.type == "địa bàn" else f"Huyện {district.name}"
            kind, own = self.rng.random(), [row for row, unit in zip(rows, places) if unit.district == district.code]
            if kind < 0.06 and own:
                rows = [[district.code, name] + self._cells(form)] + rows
            elif kind < 0.10 and own and form != "26-ct":
                rows = rows + [[district.code, f"{name} (chưa phân bổ)"] + self._cells(form)]
            elif kind < 0.16:
                value = self._cells(form)
                if self.chance(0.4):
                    value = [cell if form == "26-ct" and at == 0 else "0" for at, cell in enumerate(value)]
                elif self.chance(0.3):
                    value[-1] = "mười"
                rows = [row for row in rows if row not in own] + [[district.code, name] + value]
        return rows

    def _cells(self, form):
        number, rng = self.rng.randint, self.rng
        if form == "21-xa":
            classes = number(0, 9)
            people = classes * number(5, 30)
            cells = [classes, people, number(0, people), f"{number(0, 90)},{number(0, 9)}", number(0, 40)]
        elif form == "24-ton":
            before, arising = number(0, 9), number(0, 20)
            settled = number(0, before + arising)
            cells = [before, arising, settled, before + arising - settled]
        elif form == "25-ho":
            houses = number(0, 30)
            cells = [houses, houses + number(0, 90)]
        elif form == "26-ct":
            return [rng.choice(["diem", "I15", "Điểm nhóm", "Điểm nhóm", "Điểm nhóm", "Điểm nhóm", "Việc lạ"]), self._spoiled(number(0, 20))]
        else:
            cells = [number(0, 12), number(0, 12)]
        if self.chance(0.05):
            cells = [0] * len(cells)
        if self.chance(0.05):
            cells[number(0, len(cells) - 1)] = number(100, 200)
        return [self._spoiled(cell) for cell in cells]

    def _spoiled(self, cell):
        kind = self.rng.random()
        if kind < 0.06:
            return ""
        if kind < 0.09:
            return "..."
        if kind < 0.105:
            return self.rng.choice(["khoảng 20", "mười", "-3"])
        return "-" if cell == 0 and self.chance(0.6) else str(cell)

    def _register(self, department, period, area):
        header = ["Ngày", "Mã xã", "Xã, phường", "Phạm vi", "Loại", "Vai trò", "Số lớp", "Lượt người", "Nữ", "Kinh phí (triệu đồng)"]
        rows = []
        for _ in range(self.rng.choice([0, 2, 4, 6, 8])):
            date = self.first + datetime.timedelta(self.rng.randint(0, (self.on - self.first).days))
            unit = self.rng.choice(list(self.catalogue.at_level("commune", date)))
            place = self.named(unit)
            scope = "xã"
            if self.chance(0.1):
                place, scope = ["", ""], self.rng.choice(["tỉnh", "liên xã"])
            written = f"{date:%d/%m/%Y}"
            if self.chance(0.03):
                written = self.rng.choice(["hôm nọ", "", f"{self.on + datetime.timedelta(3):%d/%m/%Y}"])
            people = self.rng.randint(10, 40)
            row = [written, *place, scope, self.rng.choice(["Loại P", "Loại P", "Loại R", "Loại lạ"] if self.chance(0.2) else
                                                          ["Loại P", "Loại R"]), self.rng.choice(["chủ trì", "chủ trì", "phối hợp"]),
                   str(self.rng.randint(1, 3)), str(people), str(self.rng.randint(0, people)), f"{self.rng.randint(1, 20)},5"]
            if self.chance(0.15):
                row[self.rng.randint(7, 9)] = ""
            if self.chance(0.04):
                row[8] = str(people + 9)
            if self.chance(0.03):
                row[6] = self.rng.choice(["", "vài"])
            if self.chance(0.02):
                row[5] = "gì đó"
            if self.chance(0.03):
                row[1:3] = ["", "Xã Nà Lộc Sai"]
            rows.append(row)
        if self.chance(0.1):
            header, rows = header[:-2] + header[-1:], [row[:-2] + row[-1:] for row in rows]
        return Paper(department, "22-so", period, header, rows)
