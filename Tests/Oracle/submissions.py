"""One submission as the oracle reads it: from bytes to values by place and measure.

Values are Decimals. A file whose bytes are neither UTF-8 nor UTF-16 with a mark is counted as refused, and said so.
"""
import csv
import datetime
import io
import re
import zipfile
from decimal import Decimal

import openpyxl
from registers import day, exact, key, plain, read_period
from states import reached

NOWHERE = "-"          # the province-wide value without a place
FAULT = object()       # a cell that cannot be read, or that a failed comparison took out
KINDS = ("count", "decimal")
PERSONAL = {"ho va ten", "ho ten", "ten doi tuong", "cccd", "so cccd", "cmnd", "so cmnd", "so dien thoai", "dien thoai",
            "ngay sinh", "nam sinh", "dia chi", "so dinh danh", "so dinh danh ca nhan"}
TYPES = ("địa bàn", "thành phố", "thị trấn", "thị xã", "phường", "huyện", "tỉnh", "xã", "tp.", "tp", "tx.", "tt.", "p.", "x.", "h.")
ENDS = ("nguoi lap bieu", "thu truong don vi", "ky ghi ro ho ten", "ky dong dau")
CHECKED = {"before": ("first", "second"), "at_most": ("part", "whole"), "zero_together": ("first", "second"),
           "follows": ("before", "arising", "settled", "pending")}
HOLDS = {"at_most": lambda part, whole: part <= whole,
         "zero_together": lambda first, second: first != 0 or second == 0,
         "follows": lambda before, arising, settled, pending: before + arising - settled == pending}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


class Refused(Exception):
    pass


class BadRow(Exception):
    def __init__(self, reason, unit=None):
        super().__init__(reason)
        self.unit = unit


class Submission:
    """What one file says. `cells[(unit or NOWHERE, measure)]` = [sum, numbers, uncollected, empty, refused]."""

    def __init__(self, path, catalogue):
        self.path, self.catalogue = path, catalogue
        self.refused = None
        self.department = self.form = self.period = None
        self.sequence, self.unlisted, self.part = 1, None, ""
        self.supplements = False
        self.cells, self.measures, self.filled = {}, set(), set()
        self.totals = set()
        self.counted_units, self.refused_units = set(), set()
        self.refused_without_place, self.errors = 0, []

    def read(self, data):
        try:
            self._read(data)
        except Refused as reason:
            self.refused = str(reason)
            reached("refused-file")
        return self

    def _read(self, data):
        rows = self._rows_of_workbook(data) if data[:4] == b"PK\x03\x04" else self._rows_of_text(data)
        at, after, form, columns = self._find_header(rows)
        if form is None:
            raise Refused("no header of any form")
        if set(map(key, rows[at])) & PERSONAL:
            raise Refused("personal data")
        head, witnesses = rows[:at], {"form": {form["code"]}, "department": set(), "period": set()}
        self._read_head(head, witnesses)
        self._read_name(witnesses)
        for name, seen in witnesses.items():
            if len(seen) != 1:
                raise Refused(f"{name}: {sorted(map(str, seen)) or 'no witness'}")
        self.form = form["code"]
        self.department, self.period = witnesses["department"].pop(), witnesses["period"].pop()
        self._set_area()
        table = list(self._table(rows[after:], columns))
        if self.supplements and (form["layout"] == "register" or not table):
            reached("supplement-of-a-register", form["layout"] == "register")
            raise Refused("nothing tells which row it takes the place of")
        self._read_table(form, columns, table)

    def _rows_of_text(self, data):
        if data[:4] == b"\xd0\xcf\x11\xe0" or not self.path.lower().endswith(".csv"):
            raise Refused("neither a CSV nor a workbook")
        try:
            text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        except UnicodeDecodeError:
            raise Refused("an encoding that the oracle does not read") from None
        delimiter = max(";,\t", key=lambda c: max((line.count(c) for line in text.splitlines()[:20]), default=0))
        return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]

    @staticmethod
    def _rows_of_workbook(data):
        """The first sheet, as openpyxl reads it: what its cells hold, not how they look."""
        try:
            sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise Refused(f"no workbook that openpyxl reads: {error}") from None

        def text(value):
            if value is None:
                return ""
            if isinstance(value, datetime.datetime):
                return value.strftime("%d/%m/%Y")
            return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
        return [[text(value) for value in row] for row in sheet.iter_rows(values_only=True)]

    # --- header and witnesses

    def _names(self, form):
        """The columns of a form by what they may be called."""
        known = self.catalogue.column_names
        if form["code"] not in known:
            known[form["code"]] = {key(name): column for column in form["columns"]
                                   for name in [column["name"]] + list(column.get("aliases") or [])}
        return known[form["code"]]

    def _find_header(self, rows):
        best = (0, None, None, None, None)
        for at, row in enumerate(rows[:40]):
            candidates = [(row, at + 1)]
            if at + 1 < len(rows):
                candidates.append((self._two_rows(row, rows[at + 1]), at + 2))
            for cells, after in candidates:
                for form in self.catalogue.forms.values():
                    names = self._names(form)
                    columns = [names.get(key(cell)) if cell else None for cell in cells]
                    found = [column["id"] for column in columns if column]
                    if len(found) != len(set(found)):
                        continue
                    if any(c.get("required") == "true" and c["id"] not in found for c in form["columns"]):
                        continue
                    if not any(c["type"] in KINDS for c in columns if c):
                        continue
                    if len(found) > best[0]:
                        best = (len(found), at, after, form, columns)
        return best[1:]

    def _two_rows(self, upper, lower):
        cells, group = [], ""
        for place in range(max(len(upper), len(lower))):
            above = upper[place] if place < len(upper) else ""
            below = lower[place] if place < len(lower) else ""
            group = above or (group if below else "")
            cells.append(f"{group} {below}".strip() if below else above)
        return cells

    def _read_head(self, head, witnesses):
        for row in head:
            filled = [cell for cell in row if cell]
            if not filled:
                continue
            if plain(filled[0]).strip("* ") in ("mat", "toi mat", "tuyet mat"):
                raise Refused("marked secret")
            name, colon, value = filled[0].partition(":")
            value = value.strip() or (filled[1] if len(filled) > 1 else "")
            if not colon or not value:
                continue
            name = key(name)
            if name == "bieu so":
                codes = {f["code"] for f in self.catalogue.forms.values() if key(value) in (key(f["number"]), key(f["code"]))}
                witnesses["form"] |= codes
            elif name == "ky bao cao":
                period = self._named_period(value)
                if period:
                    witnesses["period"].add(period)
            elif name == "don vi gui":
                found = {row["code"] for row in self.catalogue.departments
                         for named in [row["name"], row["short_name"], row["code"]] + row["aliases"].split("|")
                         if named and exact(named) == exact(value)}
                if len(found) == 1:
                    witnesses["department"] |= found
            elif name == "lan gui" and value.isdigit():
                self.sequence = int(value)
            elif name == "bo sung":
                self.supplements = "dong thay doi" in plain(value)
            elif name.startswith("o trong"):
                answer = plain(value)
                self.unlisted = "zero" if "khong phat sinh" in answer else "missing"

    def _named_period(self, text):
        text = plain(text.split("(")[0])
        year = re.search(r"\b(\d{4})\b", text)
        if not year:
            return None
        year = year.group(1)
        for pattern, shape in ((r"thang (\d{1,2}) nam", "{y}-{n:02d}"), (r"quy (iv|i{1,3})\b", "{y}-Q{r}"),
                               (r"6 thang dau", "{y}-H1"), (r"6 thang cuoi", "{y}-H2"), (r"9 thang", "{y}-9M"), (r"^nam", "{y}")):
            match = re.search(pattern, text)
            if match:
                found = match.group(1) if match.groups() else ""
                number = int(found) if found.isdigit() else 0
                return read_period(shape.format(y=year, n=number, r=ROMAN.get(found.upper(), 0)))
        return None

    def _read_name(self, witnesses):
        folder, _, name = self.path.rpartition("/")
        witnesses["period"].add(read_period(folder))
        stem = name.rsplit(".", 1)[0]
        if "--" in stem:
            stem, _, self.part = stem.partition("--")
        words = key(stem).split()
        for code in self.catalogue.forms:
            if self._holds(words, key(code).split()):
                witnesses["form"].add(code)
        for row in self.catalogue.departments:
            if self._holds(words, key(row["code"]).split()):
                witnesses["department"].add(row["code"])

    @staticmethod
    def _holds(words, wanted):
        return any(words[at:at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))

    def _set_area(self):
        self.first, self.last = self.catalogue.first_day(self.period[0]), self.catalogue.last_day(self.period[1])
        owed = [row for row in self.catalogue.obligations
                if row["department"] == self.department and row["form"] == self.form
                and day_touches(row, self.first, self.last)]
        home = [row for row in self.catalogue.departments if row["code"] == self.department]
        code = owed[-1]["area"] if owed else (home[-1]["unit"] if home else "") or self.catalogue.province
        self.area = self.catalogue.unit(code, self.last) or self.catalogue.unit(code, self.first)

    # --- the table

    def _table(self, rows, columns):
        place = next((at for at, c in enumerate(columns) if c and c["type"] == "unit_name"), None)
        for at, row in enumerate(rows):
            filled = [cell for cell in row if cell]
            if not filled:
                continue
            if any(key(cell).startswith(ENDS) for cell in filled) \
                    or any(re.search(r", ngay .* thang .* nam", plain(cell)) for cell in filled):
                return
            if at == 0 and all(re.fullmatch(r"\(?([A-Z]|\d{1,2})\)?", cell) for cell in filled) and len(filled) > 1:
                continue
            if key(filled[0]) == "khong phat sinh" and len(filled) == 1:
                continue
            name = row[place] if place is not None and place < len(row) else ""
            if any(re.match(r"(tong cong|tong so|toan tinh|cong)\b", key(cell)) for cell in (filled[0], name) if cell):
                continue
            if re.match(r"[IVX]+\.\s", name or filled[0]):
                continue
            yield row

    def _read_table(self, form, columns, rows):
        rows = list(rows)
        layout = form["layout"]
        present = {c["id"] for c in columns if c}
        self.measures = {m["code"] for m in form["measures"]
                         if set(m.get("columns") or []) | set(m.get("where") or {}) <= present}
        for row in rows:
            for cell, column in zip(row, columns):
                digits = re.sub(r"[ .-]", "", cell)
                if (not column or column["type"] in ("text", "reason", "unit_name")) and \
                        re.search(r"(?<!\d)(\d{12}|\d{9}|0\d{9})(?!\d)", digits if digits.isdigit() else cell):
                    raise Refused("personal data")
        self.point = self._decimal_point(rows, columns)
        self.month_first = self._month_first(rows, columns)
        named, keys, read = {}, set(), []
        for row in rows:
            values = self._values(columns, row)
            try:
                unit = self._place(form, values)
                listed = self._listed(form, values, unit) if layout == "list" else None
                if layout == "register":
                    found = tuple(str(values.get(name)) for name in form.get("key") or [])
                    if found and found in keys:
                        raise BadRow("the row is there already", unit)
                    keys.add(found)
                else:
                    self._note_place(named, unit, listed, values)
                self._check(form, values, unit)
            except BadRow as bad:
                self.errors.append((" ".join(row)[:60], str(bad)))
                if bad.unit is None:
                    self.refused_without_place += 1
                else:
                    self.refused_units.add(bad.unit)
                continue
            self.errors += [(" ".join(row)[:60], f"cell {name}") for name, value in values.items() if value is FAULT]
            read.append((unit, listed, values))
            if unit != NOWHERE and unit.level == "commune" and layout != "register" and any(
                    cell and column and column["type"] in KINDS for cell, column in zip(row, columns)):
                self.filled.add((unit.district, listed))
        if self.errors and not any(self._says(form, listed, values) for _, listed, values in read):
            raise Refused("no row can be counted")
        if layout == "register" and not rows:
            reached("nil-register")
        for unit, listed, values in read:
            if unit != NOWHERE and unit.level == "district" and (unit.code, listed) in self.filled:
                if not values.get("unallotted"):
                    reached("district-row-is-a-total")
                    continue
                reached("district-row-unallotted")
            self.counted_units.add(unit)
            for measure in form["measures"]:
                if measure["code"] in self.measures and listed in (None, measure["code"]):
                    self._tally(form, measure, values, unit)
        self.refused_units = {unit for unit in self.refused_units
                              if unit == NOWHERE or unit.level != "district" or (unit.code, None) not in self.filled}

    def _says(self, form, listed, values):
        """Whether something of a row can be counted: not all that it gives is out."""
        measures = [measure for measure in form["measures"] if measure["code"] in self.measures and listed in (None, measure["code"])]
        given = [measure for measure in measures if not self._left_out(measure, values)]
        return not given or any(not self._is_out(measure, values) for measure in given)

    @staticmethod
    def _left_out(measure, values):
        """Whether a code, rightly written, keeps the row out of a measure."""
        return any(values.get(column) is not FAULT and values.get(column) not in codes
                   for column, codes in (measure.get("where") or {}).items())

    @staticmethod
    def _is_out(measure, values):
        named = [*(measure.get("where") or {}), *(measure.get("by") or [])]
        columns = measure.get("columns") or []
        return FAULT in [values.get(column) for column in named] or bool(columns) and all(values.get(c) is FAULT for c in columns)

    def _note_place(self, named, unit, listed, values):
        """One row of a place in a sheet; in a list one of a place and measure."""
        place = (unit, listed, values.get("unallotted"))
        if place in named:
            both = values.get("*name") != named[place] and unit != NOWHERE and unit.level == "commune"
            reached("commune-under-both-names" if both else "row-repeated")
            raise BadRow("the place has a row already", unit)
        named[place] = values.get("*name")

    def _listed(self, form, values, unit):
        """The measure that a row of a list names: by its own code, or the code or name of an indicator made of it."""
        wanted = next((key(str(values.get(c["id"]) or "")) for c in form["columns"] if c["type"] == "text"), "")
        for measure in form["measures"]:
            names = [measure["code"]] + [name for row in self.catalogue.indicators.values()
                                         if row["numerator"] == measure["code"] for name in (row["code"], row["name_vi"])]
            if wanted and wanted in map(key, names):
                reached("row-of-a-list")
                return measure["code"]
        raise BadRow("no measure of the list", unit)

    def _decimal_point(self, rows, columns):
        for row in rows:
            for cell, column in zip(row, columns):
                if column and column["type"] == "decimal":
                    if re.search(r",\d{1,2}$", cell):
                        return ","
                    if re.search(r"\.\d{1,2}$", cell):
                        return "."
        return ","

    def _month_first(self, rows, columns):
        for row in rows:
            for cell, column in zip(row, columns):
                match = re.match(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$", cell)
                if column and column["type"] == "date" and match and int(match.group(2)) > 12:
                    return True
        return False

    def _values(self, columns, row):
        """Column → Decimal, "..." (not collected), None (empty), a date, a code, a text, or FAULT: what cannot be read."""
        values = {}
        for place, column in enumerate(columns):
            if not column or column["type"] == "ordinal":
                continue
            cell = row[place] if place < len(row) else ""
            try:
                values[column["id"]] = self._value(column, cell)
            except BadRow:
                values[column["id"]] = FAULT
                reached("cell-out", column["type"] in KINDS)
                continue
            if column.get("filled") == "true" and values[column["id"]] is None:
                values[column["id"]] = FAULT
        return values

    def _value(self, column, cell):
        if not cell:
            return None
        kind = column["type"]
        if kind in KINDS:
            return self._number(column, cell)
        if kind == "date":
            return self._date(cell)
        if kind == "code":
            return ("code", column["list"], cell)
        return cell

    def _number(self, column, cell):
        if plain(cell) in ("-", "–", "—", "0", "khong", "khong phat sinh", "khong co"):
            return Decimal(0)
        if cell in ("...", "…"):
            return "..."
        group, point = (".", ",") if self.point == "," else (",", ".")
        decimals = int(column.get("decimals") or 0) if column["type"] == "decimal" else 0
        number = cell.replace("\u00a0", "").replace(" ", "")
        either = re.fullmatch(r"\d{1,3}([.,])\d{3}(\1\d{3})*", number) if column["type"] == "count" else None
        if either:
            return Decimal(number.replace(either.group(1), ""))
        tail = rf"({re.escape(point)}\d{{1,{decimals}}})?" if decimals else ""
        if not re.fullmatch(rf"(\d+|\d{{1,3}}({re.escape(group)}\d{{3}})+){tail}", number):
            raise BadRow(f"{column['name']}: {cell}")
        return Decimal(number.replace(group, "").replace(point, "."))

    def _date(self, cell):
        match = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", cell)
        try:
            if match:
                first, second, year = map(int, match.groups())
                return datetime.date(year, *((first, second) if self.month_first else (second, first)))
            return datetime.date.fromisoformat(cell)
        except ValueError:
            raise BadRow(f"date: {cell}") from None

    # --- place, codes and checks of a row

    def _place(self, form, values):
        column = {c["type"]: c["id"] for c in form["columns"]}
        code, name = values.get(column.get("unit_code")), values.get(column.get("unit_name"))
        on = values.get(form.get("date")) if form["layout"] == "register" else None
        if on is FAULT:
            reached("row-without-day")
            raise BadRow("no day", self._unit(code, name, self.first, self.last, quiet=True))
        first, last = (on, on) if on else (self.first, self.last)
        if form["layout"] == "register" and on and on > self.last:
            reached("row-later")
            raise BadRow("later than the period", self._unit(code, name, on, on, quiet=True))
        free = form.get("placeless")
        scope = values.get(free["column"]) if free and not code else None
        if scope and scope is not FAULT and self._code(scope, last) in free["codes"]:
            reached("row-placeless")
            return NOWHERE
        bare = re.sub(r"\s*\((chưa phân bổ)\)$", "", name or "")
        if name and bare != name:
            name, values["unallotted"] = bare, True
        unit = NOWHERE if name and key(name).startswith("cap tinh") and not code else self._unit(code, name, first, last)
        if unit != NOWHERE and not self._inside(unit):
            reached("row-outside-area")
            raise BadRow(f"{unit.name}: outside the department's area", unit)
        if unit == NOWHERE:
            reached("province-line")
        if unit == NOWHERE or form["layout"] == "register":
            return unit
        values["*name"] = unit.name
        if unit.ends and unit.ends <= self.last:
            reached("old-name-in-its-last-month")
        return self.catalogue.current_name(unit, self.last)

    def _inside(self, unit):
        return self.area is None or self.catalogue.lies_in(unit, self.area)

    def _unit(self, code, name, first, last, quiet=False):
        near = [u for u in self.catalogue.units if u.level != "province" and u.touches(first, last)]
        found = near
        if code:
            code = code.zfill(5) if len(code) == 4 else code
            found = [u for u in near if u.code == code]
        if name:
            found = self._named(found, name)
        if not code and not name:
            found = []
        codes = {u.code for u in found}
        states = {exact(u.name) for u in found if u.level == "commune"}
        if len(codes) != 1 or (not name and len(states) > 1):
            if quiet:
                return None
            raise BadRow(f"no one place {code or ''} {name or ''}")
        return max(found, key=lambda u: u.begins or datetime.date.min)

    def _named(self, units, name):
        for fold in (exact, plain):
            full = fold(name)
            kind, bare = None, full
            for prefix in TYPES:
                if full.startswith(fold(prefix) + " ") or (prefix.endswith(".") and full.startswith(fold(prefix))):
                    kind, bare = fold(prefix), full[len(fold(prefix)):].strip()
                    break
            found = [u for u in units if full in map(fold, u.names)
                     or (bare in map(fold, u.names) and (kind is None or kind == fold(u.type) or kind.endswith(".")))]
            if found:
                return found
        return []

    def _code(self, value, on):
        """The code of a cell of a code column, valid on the day; None if there is none."""
        _, wanted, cell = value
        for row in self.catalogue.codes:
            names = [row["code"], row["name_vi"]] + row["aliases"].split("|")
            if row["list"] == wanted and any(name and key(name) == key(cell) for name in names) and code_valid(row, on):
                return row["code"]
        return None

    def _check(self, form, values, unit):
        """Reads the codes, and takes out the cells of failed comparisons; each is made with what the cells hold."""
        on = values.get(form.get("date")) or self.last
        for name, value in list(values.items()):
            if isinstance(value, tuple):
                values[name] = self._code(value, on) or FAULT
        failed = set()
        for check in form.get("checks") or []:
            if check["level"] != "error":
                continue
            names = [check[name] for name in CHECKED[check["kind"]]]
            if check["kind"] == "before":
                first, second = (values.get(name) for name in names)
                if isinstance(first, datetime.date) and isinstance(second, datetime.date) and first > second:
                    raise BadRow("the days are not in order", unit)
                continue
            found = [self._amount(form, values, name) for name in names]
            if None not in found and not HOLDS[check["kind"]](*found):
                reached("comparison-out")
                reached("blank-as-zero-in-a-check", any(values[name] is None for name in names))
                failed |= set(names)
        values.update(dict.fromkeys(failed, FAULT))

    def _amount(self, form, values, name):
        if name not in values:
            return None
        value = values[name]
        if value is None and form["layout"] != "register" and self.unlisted == "zero":
            return Decimal(0)
        return value if isinstance(value, Decimal) else None

    def _tally(self, form, measure, values, unit):
        where = measure.get("where") or {}
        if self._left_out(measure, values):
            return
        cell = self.cells.setdefault((unit, measure["code"]), [Decimal(0), 0, 0, 0, 0])
        if FAULT in [values.get(column) for column in [*where, *(measure.get("by") or [])]]:
            cell[4] += 1
            reached("code-out")
            return
        columns = measure.get("columns") or []
        if not columns:
            cell[0] += 1
            cell[1] += 1
        for column in columns:
            value = values.get(column)
            if isinstance(value, Decimal):
                cell[0] += value
                cell[1] += 1
            else:
                cell[2 if value == "..." else 4 if value is FAULT else 3] += 1

    # --- what a place has

    @property
    def silent_is_zero(self):
        """Whether a place without a row has nothing."""
        return self.catalogue.forms[self.form]["layout"] == "register" or self.unlisted == "zero"

    def state(self, unit, measure):
        """(sum or None, whether some cell said `...`, whether something is wanting) for a place that the file may name."""
        if unit in self.refused_units and unit not in self.counted_units:
            return None, False, True
        cell = self.cells.get((unit, measure))
        if cell is None and unit != NOWHERE:
            reached("stated-zero" if self.silent_is_zero else "stated-missing" if self.unlisted else "not-stated")
        if cell is None:
            return (Decimal(0), False, unit in self.refused_units) if self.silent_is_zero else (None, False, True)
        total, numbers, uncollected, empty, refused = cell
        blank_is_zero = self.catalogue.forms[self.form]["layout"] != "register" and self.unlisted == "zero"
        reached("blank-cell-in-a-register", empty and self.catalogue.forms[self.form]["layout"] == "register")
        reached("uncollected", uncollected)
        reached("province-line-blank", unit == NOWHERE and empty and not numbers and not blank_is_zero)
        wanting = bool(uncollected or refused or (empty and not blank_is_zero)) or unit in self.refused_units
        known = numbers or (empty and blank_is_zero and not uncollected and not refused)
        return total if known else None, bool(uncollected), wanting


def day_touches(row, first, last):
    begins, ends = day(row["valid_from"]), day(row["valid_to"])
    return (begins is None or begins <= last) and (ends is None or first < ends)


def code_valid(row, on):
    begins, ends = day(row["valid_from"]), day(row["valid_to"])
    return (begins is None or begins <= on) and (ends is None or on < ends)
