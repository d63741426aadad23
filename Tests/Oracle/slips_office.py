"""An office of many departments of different sizes, and what they honestly send: seasons, noise, small counts that repeat,
corrections, late supplements. Nothing of the program is used, and no clock."""
import datetime
import math

import office_catalogue

PROVINCE, DISTRICTS, COMMUNES = "80", 6, 10
MONTHS = [f"{2024 + (number + 2) // 12}-{(number + 2) % 12 + 1:02d}" for number in range(20)]      # 2024-03 … 2025-10
SHEETS = {
    "31-th": ("31/TH", [("lop", "Số lớp", "flow"), ("nguoi", "Lượt người", "flow"), ("nu", "Trong đó: nữ", "flow"),
                        ("mo", "Mô hình cuối kỳ", "stock")]),
    "32-an": ("32/AN", [("vu", "Số vụ", "flow"), ("dt", "Số đối tượng", "flow"), ("hg", "Số vụ hòa giải", "flow"),
                        ("ton", "Vụ còn tồn", "stock")]),
}
REGISTER = "33-so"
TITLES = ["Bắc", "Nam", "Đông", "Tây", "Thượng", "Hạ", "Trung", "Tân", "Phú", "An"]
ROOTS = ["Mường Lay", "Chiềng Khoa", "Nà Ớt", "Pá Lông", "Tạ Bú", "Hua Păng"]
SEASON = [0.6, 0.5, 0.9, 1.1, 1.2, 1.0, 0.8, 0.9, 1.2, 1.3, 1.2, 1.0]
DECISIONS_HEAD = "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt\n"


def moved(month, by):
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f"{number // 12}-{number % 12 + 1:02d}"


def first_day(month):
    before = moved(month, -1)
    return datetime.date(int(before[:4]), int(before[5:]), 15)


def last_day(month):
    return datetime.date(int(month[:4]), int(month[5:]), 14)


def poisson(rng, mean):
    if mean > 60:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    bound, product, count = math.exp(-mean), rng.random(), 0
    while product > bound:
        product *= rng.random()
        count += 1
    return count


class Department:
    def __init__(self, code, area, communes, forms, scale, spread, has_head):
        self.code, self.area, self.communes, self.forms = code, area, communes, forms
        self.scale, self.spread, self.has_head = scale, spread, has_head
        self.weights, self.stocks = {}, {}

    @property
    def name(self):
        return f"Đơn vị {self.code}"


def units():
    """(code, name, district) of every commune."""
    return [(f"{30000 + district * 100 + number}", f"{ROOTS[district]} {TITLES[number]}", f"{801 + district}")
            for district in range(DISTRICTS) for number in range(COMMUNES)]


def departments(rng):
    """Of the whole province, of a district with much to report, of one with little, and of a few communes with next to nothing."""
    everywhere, found = units(), []
    for number in range(80):
        code = f"D{number + 1:02d}"
        kind = "large" if number < 12 else "middle" if number < 44 else "small" if number < 68 else "tiny"
        district = 801 + number % DISTRICTS
        area = PROVINCE if kind == "large" else str(district)
        communes = [unit for unit in everywhere if area in (PROVINCE, unit[2])]
        forms = ["31-th" if number % 2 else "32-an"]
        if kind != "tiny":
            forms += [REGISTER] if number % 3 else ["32-an" if number % 2 else "31-th"]
        scale = {"large": 6, "middle": 9, "small": 3, "tiny": 0.2}[kind] * math.exp(rng.gauss(0, 0.3))
        found.append(Department(code, area, communes, forms, scale, rng.choice([0, 0, 0.3]), rng.random() < 0.7))
    return found


def catalogue(staff):
    rows = [f"{PROVINCE},Nậm Thia,tỉnh,province,,,0,,,"]
    rows += [f"{801 + number},{ROOTS[number]},huyện,district,{PROVINCE},,0,,," for number in range(DISTRICTS)]
    rows += [f"{code},{name},xã,commune,{district},{district},0,,," for code, name, district in units()]
    indicators, sources, number = [], [], 0
    for form, (_, columns) in SHEETS.items():
        for measure, title, kind in columns:
            number += 1
            code = f"J{number:02d}"
            indicators.append(f"{code},lv,{title} {form[:2]},{title},việc,item,{kind},{measure},,,0,up,{form},9999,,0,,{title},{title}")
            sources += [f"{code},{one.code},count,,,mỗi nơi ghi việc của mình" for one in staff if form in one.forms]
    for code, measure, title in (("J20", "buoi", "Buổi trong sổ"), ("J21", "du", "Người dự trong sổ")):
        indicators.append(f"{code},lv,{title},{title},việc,item,flow,{measure},,,0,up,{REGISTER},9999,,0,,{title},{title}")
        sources += [f"{code},{one.code},count,,,mỗi nơi ghi việc của mình" for one in staff if REGISTER in one.forms]
    place = ("  - {id: ma, name: Mã xã, type: unit_code, aliases: [Mã]}\n"
             "  - {id: ten, name: \"Xã, phường\", type: unit_name, required: true, aliases: [Tên xã]}\n")
    texts = {
        "units.csv": "code,name,type,level,parent,district,border,valid_from,valid_to,aliases\n" + "\n".join(rows) + "\n",
        "unit_changes.csv": "date,from,to,kind,weight,source\n",
        "departments.csv": "code,name,name_en,short_name,kind,unit,valid_from,valid_to,successor,aliases\n"
        + "".join(f"{one.code},{one.name},Department {one.code},{one.name},agency,{one.area},,,,\n" for one in staff),
        "obligations.csv": "department,form,every,area,valid_from,valid_to\n"
        + "".join(f"{one.code},{form},month,{one.area},,\n" for one in staff for form in one.forms),
        "indicators.csv": "code,domain,name_vi,name_en,unit_vi,unit_en,kind,numerator,denominator,factor,decimals,better,forms,bound,"
        "suppress_below,sensitive,part_of,short_vi,short_en\n" + "\n".join(indicators) + "\n",
        "sources.csv": "indicator,department,role,valid_from,valid_to,reason\n" + "\n".join(sources) + "\n",
        "codes.csv": "list,code,name_vi,name_en,valid_from,valid_to,aliases\nlinh_vuc,lv,Lĩnh vực,Domain,,,\n"
        "chu_de,a,Chủ đề A,Topic A,,,\nchu_de,b,Chủ đề B,Topic B,,,\n",
        "checks.yaml": "checks: []\n",
        "organisation.yaml": office_catalogue.ORGANISATION.format(calendar="decree09").replace('"90"', f'"{PROVINCE}"'),
        "holidays.csv": "date,kind,name\n2024-01-01,holiday,Tết\n2025-01-01,holiday,Tết\n2026-01-01,holiday,Tết\n",
        "populations.csv": "unit,year,population,source\n", "targets.csv": "indicator,unit,year,target\n",
        "programmes.csv": "code,number,name,signed,lead,partners,annual_plan,interim_review,final_review,valid_from,valid_to\n",
    }
    texts |= {f"reports/{code}.yaml": text.replace("I01", "J01").replace("I02", "J02") for code, text in office_catalogue.REPORTS.items()}
    for form, (shown, columns) in SHEETS.items():
        texts[f"forms/{form}.yaml"] = (
            f"code: {form}\nnumber: {shown}\ntitle: {{vi: Biểu {shown}, en: Form {shown}}}\ndomain: lv\nlayout: sheet\nplaces: both\n"
            "columns:\n  - {id: tt, name: TT, type: ordinal}\n" + place
            + "".join(f'  - {{id: {name}, name: "{title}", type: count, bound: 9999}}\n' for name, title, _ in columns)
            + "measures:\n" + "".join(f"  - {{code: {name}, columns: [{name}]}}\n" for name, _, _ in columns) + "checks: []\n")
    texts[f"forms/{REGISTER}.yaml"] = (
        f"code: {REGISTER}\nnumber: 33/SỔ\ntitle: {{vi: Sổ, en: Register}}\ndomain: lv\nlayout: register\nplaces: both\ndate: ngay\n"
        "columns:\n  - {id: tt, name: TT, type: ordinal}\n  - {id: ngay, name: Ngày, type: date, required: true, filled: true}\n" + place
        + "  - {id: chu_de, name: Chủ đề, type: code, list: chu_de}\n  - {id: buoi, name: Số buổi, type: count, required: true, bound: 99}\n"
        "  - {id: du, name: Người dự, type: count, bound: 9999}\n"
        "measures:\n  - {code: buoi, columns: [buoi]}\n  - {code: du, columns: [du]}\nchecks: []\n")
    return texts


class Paper:
    """One file: lines above the header where the department writes them, a header, rows."""

    def __init__(self, department, form, month, header, rows, sequence=1):
        self.department, self.form, self.month, self.header, self.rows, self.sequence = department, form, month, header, rows, sequence
        self.has_head = department.has_head

    def text(self):
        number = SHEETS[self.form][0] if self.form in SHEETS else "33/SỔ"
        head = []
        if self.has_head or self.sequence > 1:
            head = [f"Biểu số: {number}", f"Kỳ báo cáo: Tháng {int(self.month[5:])} năm {self.month[:4]}",
                    f"Đơn vị gửi: {self.department.name}", f"Lần gửi: {self.sequence}"]
        if self.form in SHEETS:
            head.append("Ô trống và xã, phường không ghi tên: không phát sinh")
        return "\n".join(head + [";".join(row) for row in [self.header, *self.rows]]) + "\n"

    def copy(self, **changes):
        other = Paper(self.department, self.form, self.month, list(self.header), [list(row) for row in self.rows], self.sequence)
        other.has_head = self.has_head
        other.__dict__.update(changes)
        return other

    @property
    def numbers(self):
        """Flows other than zero."""
        if self.form not in SHEETS:
            return list(self.rows)
        kinds = [kind for _, _, kind in SHEETS[self.form][1]]
        return [int(cell) for row in self.rows for cell, kind in zip(row[2:], kinds) if kind == "flow" and cell.isdigit() and cell != "0"]


def sheet(rng, one, form, month):
    rows, season = [], SEASON[int(month[5:]) - 1]
    for code, name, _ in one.communes:
        cells = []
        for measure, _, kind in SHEETS[form][1]:
            key = (code, form, measure)
            weight = one.weights.setdefault(key, math.exp(rng.gauss(0, 0.6)))
            if kind == "stock":
                stock = one.stocks.get(key, poisson(rng, one.scale * 2))
                one.stocks[key] = stock = max(0, stock + rng.choice([0, 0, 0, 0, 1, -1]))
                cells.append(stock)
                continue
            mean = one.scale * weight * season
            if one.spread:
                mean = rng.gammavariate(1 / one.spread, mean * one.spread)
            cells.append(poisson(rng, mean))
        if any(cells) or rng.random() < 0.5:
            rows.append([code, f"Xã {name}"] + [str(cell) if cell or rng.random() < 0.5 else "-" for cell in cells])
    return Paper(one, form, month, ["Mã xã", "Xã, phường"] + [title for _, title, _ in SHEETS[form][1]], rows)


def register(rng, one, month):
    rows, first, last = [], first_day(month), last_day(month)
    count = 4 + poisson(rng, min(30, one.scale * 2 * SEASON[int(month[5:]) - 1]))
    for _ in range(count):
        date = first + datetime.timedelta(rng.randint(0, (last - first).days))
        rows.append(date)
    for _ in range(rng.choice([0, 0, 0, 1, 2]) if rng.random() < 0.4 else 0):
        rows.append(first - datetime.timedelta(rng.randint(1, 25)))      # a late supplement
    made = []
    for date in sorted(rows):
        code, name, _ = rng.choice(one.communes)
        made.append([f"{date:%d/%m/%Y}", code, f"Xã {name}", rng.choice(["Chủ đề A", "Chủ đề B"]), str(1 + poisson(rng, 0.7)),
                     str(5 + poisson(rng, 30))])
    return Paper(one, REGISTER, month, ["Ngày", "Mã xã", "Xã, phường", "Chủ đề", "Số buổi", "Người dự"], made)


def honest(rng, one, form, month):
    return register(rng, one, month) if form == REGISTER else sheet(rng, one, form, month)


def corrected(rng, paper):
    """The same, whole, with one to three numbers changed: what a department sends when it was told to correct."""
    other = paper.copy(sequence=paper.sequence + 1)
    column = len(other.header) - 1 if other.form == REGISTER else None
    for _ in range(rng.randint(1, 3)):
        row = rng.choice(other.rows) if other.rows else None
        if row:
            at = column or rng.randrange(2, len(row))
            row[at] = str((int(row[at]) if row[at].isdigit() else 0) + rng.randint(1, 4))
    return other
