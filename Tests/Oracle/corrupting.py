"""What happens to a file on its way from a department: each function makes of a table a `Damaged` one, or `None` where there is
nothing to damage. Used by corruptions.py."""
import csv
import datetime
import re
from dataclasses import dataclass, field, replace

from sent import Table

KINDS = {}
MOJIBAKE = r"437|1252|sai bảng mã|nhầm bảng mã|bảng mã khác"
LOST_ZERO = r"số 0|công thức|dấu nháy đơn|phần thập phân|dấu chấm|Excel (đã|bỏ|tự|làm)"
INVISIBLE = "\u200b\u00ad\u2060\u200e"


@dataclass
class Damaged:
    """A damaged file beside the right one, the words by which a finding names the cause, and where the rows come from."""

    table: Table
    right: Table
    cause: str = ""
    cells: dict = field(default_factory=dict)
    origin: list = field(default_factory=list)
    raw: bytes | None = None
    never_counts: bool = False
    must_say: bool = False

    def bytes(self):
        return self.table.bytes() if self.raw is None else self.raw


def kind(function):
    KINDS[function.__name__] = function
    return function


def damaged(table, changes, cause, right=None, cells=None):
    if not changes:
        return None
    return Damaged(table.changed(changes), right or table, cause, cells or {}, list(range(len(table.rows))))


def misread(data, code_page):
    """What a program shows that takes UTF-8 for a code page of one byte; Windows has a sign of its own for each of the 256."""
    return "".join(bytes([byte]).decode(code_page, "ignore") or chr(byte) for byte in data)


# Letters


def converted(table, code_page):
    raw = misread(table.text().encode(), code_page).encode()
    return Damaged(table, table, MOJIBAKE, {}, list(range(len(table.rows))), raw)


@kind
def utf8_as_cp437(table, rng):
    return converted(table, "cp437")


@kind
def utf8_as_cp1252(table, rng):
    return converted(table, "cp1252")


@kind
def utf8_as_cp1258(table, rng):
    return converted(table, "cp1258")


@kind
def utf8_as_cp1252_twice(table, rng):
    raw = misread(misread(table.text().encode(), "cp1252").encode(), "cp1252").encode()
    return Damaged(table, table, MOJIBAKE, {}, list(range(len(table.rows))), raw)


@kind
def utf8_as_cp1252_with_losses(table, rng):
    """The five bytes without a sign are lost: whole words can no longer be proved."""
    raw = re.sub(r"[\x80-\x9f]", "?", misread(table.text().encode(), "cp1252")).encode()
    return Damaged(table, table, MOJIBAKE, {}, list(range(len(table.rows))), raw)


@kind
def utf8_as_cp1252_in_some_rows(table, rng):
    rows = rng.sample(table.data, (len(table.data) + 1) // 2)
    changes = {(row, table.place): misread(table.rows[row][table.place].encode(), "cp1252") for row in rows}
    return damaged(table, {place: text for place, text in changes.items() if not text.isascii()}, MOJIBAKE)


@kind
def eth_for_d_with_stroke(table, rng):
    other = str.maketrans("Đđ", "Ðð")
    changes = {(row, column): cell.translate(other) for row, cells in enumerate(table.rows) for column, cell in enumerate(cells)
               if cell != cell.translate(other)}
    return damaged(table, changes, r"U\+00[DF]0|chữ “?Đ|[“ ]Ð[” ].{0,40}(thay|nhầm|viết|đọc)")


@kind
def invisible_marks(table, rng):
    changes = {}
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            if len(cell) > 1 and rng.random() < 0.3:
                at = rng.randrange(1, len(cell))
                changes[row, column] = cell[:at] + rng.choice(INVISIBLE) + cell[at:]
    return damaged(table, changes, r"U\+200|U\+00AD|U\+2060|không nhìn thấy|không hiện")


@kind
def hyphen_that_does_not_break(table, rng):
    changes = {(row, table.place): table.rows[row][table.place].replace(" ", "\u2011") for row in table.data
               if " " in table.rows[row][table.place]}
    return damaged(table, changes, r"U\+2011|gạch nối")


@kind
def apostrophe_before_text(table, rng):
    return damaged(table, {(row, table.place): "'" + table.rows[row][table.place] for row in table.data}, r"dấu nháy")


@kind
def apostrophe_before_numbers(table, rng):
    return damaged(table, {place: "'" + table.rows[place[0]][place[1]] for place in table.numbers}, r"dấu nháy")


# Codes


def recoded(table, shape, without_names=False):
    changes = {(row, column): shape(table.rows[row][column]) for row, column in table.codes}
    if without_names:
        changes |= {(row, table.place): "" for row, _ in table.codes}
    right = table.changed({place: text for place, text in changes.items() if place[1] == table.place})
    return damaged(table, changes, LOST_ZERO, right)


@kind
def codes_as_formulas(table, rng):
    made = recoded(table, lambda code: f'="{code}"')
    if made:
        made.raw = re.sub(r'"=""(\d{5})"""', r'="\1"', made.table.text()).encode(table.encoding)
    return made


@kind
def codes_with_apostrophe(table, rng):
    return recoded(table, lambda code: f"'{code}")


@kind
def codes_as_floats(table, rng):
    return recoded(table, lambda code: f"{int(code)}.0")


@kind
def codes_in_thousands(table, rng):
    return recoded(table, lambda code: f"{int(code):,}".replace(",", "."))


@kind
def codes_without_zero(table, rng):
    return recoded(table, lambda code: str(int(code)))


@kind
def codes_without_zero_alone(table, rng):
    return recoded(table, lambda code: str(int(code)), without_names=True)


@kind
def codes_as_rounded_decimals(table, rng):
    """03670 as 3.670 and saved again as 3.67; a code that lost more is anybody's guess, and keeps what it has."""
    return recoded(table, lambda code: f"{int(code) / 1000:.{3 if code.endswith('00') or code[-1] != '0' else 2}f}")


@kind
def codes_of_many_kinds_alone(table, rng):
    shapes = [lambda code: str(int(code)), lambda code: f"'{code}", lambda code: f"{int(code)}.0", lambda code: f"{code} ",
              lambda code: f"{int(code):,}".replace(",", "."), lambda code: f'="{code}"', lambda code: code]
    return recoded(table, lambda code: rng.choice(shapes)(code), without_names=True)  # noqa: PLW0108 -- a choice for each


# Cells


def chosen(table, rng, most=3, cells=None):
    cells = table.numbers if cells is None else cells
    return rng.sample(cells, min(most, len(cells)))


@kind
def words_for_not_yet(table, rng):
    cells = chosen(table, rng)
    words = ["đang cập nhật", "chưa có", "Đang cập nhật", "chưa có số liệu", "chưa tổng hợp"]
    return damaged(table, {place: rng.choice(words) for place in cells}, "", table.changed(dict.fromkeys(cells, "...")),
                   dict.fromkeys(cells, r"(chưa|không) thu thập|được (đọc|coi|tính) là"))


@kind
def not_a_number_for_empty(table, rng):
    empty = [(row, column) for row, column in table.cells if table.rows[row][column] in ("", "-")]
    cells = chosen(table, rng, 12, empty or table.numbers)
    words = ["nan", "NaN", "<NA>", "NULL", "None", "N/A", "#N/A"][:3]
    return damaged(table, {place: rng.choice(words) for place in cells}, r"ô (trống|rỗng)|là trống|phần mềm",
                   table.changed(dict.fromkeys(cells, "")))


def of_a_script(table):
    """The header and the rows alone, as a script writes them: decimal points, no separator of thousands."""
    keep = [*range(table.header + 1), *table.data]
    rows = [list(table.rows[row]) for row in keep]
    data = list(range(table.header + 1, len(rows)))
    for row in data:
        for column in table.counts:
            if re.search(r"\d", rows[row][column]):
                rows[row][column] = rows[row][column].replace(".", "").replace(",", ".")
    return replace(table, rows=rows, data=data, total=None, delimiter=","), keep


@kind
def floats_of_a_script(table, rng):
    if not table.data:
        return None
    right, _ = of_a_script(table)
    rows = [["", *row] for row in right.rows]
    for number, row in enumerate(right.data):
        cells = rows[row]
        cells[0] = str(number)
        code = cells[table.code + 1]
        cells[table.code + 1] = f"{int(code)}.0" if code else "nan"
        for column in table.counts:
            text = cells[column + 1]
            cells[column + 1] = "nan" if text == "" else f"{text}.0" if text.isdecimal() else text
    made = replace(right, rows=rows, encoding="utf-8")
    return Damaged(made, right, LOST_ZERO, {}, list(range(len(rows))))


@kind
def final_zero_lost(table, rng):
    sizes = {column: sum(int(re.sub(r"\D", "", table.rows[row][column]) or 0) for row, c in table.numbers if c == column)
             for column in table.counts if "Kinh phí" not in table.rows[table.header][column]}
    if not table.numbers or not sizes:
        return None
    column = max(sizes, key=sizes.get)
    cells = chosen(table, rng, 2, [place for place in table.numbers if place[1] == column])
    numbers = [rng.choice([1840, 2100, 1250, 1910]) for _ in cells]
    lost = [f"{number / 1000:g}".replace(".", ",") for number in numbers]
    pairs = list(zip(cells, numbers, lost))
    return damaged(table, {place: text for place, _, text in pairs}, "",
                   table.changed({place: str(number) for place, number, _ in pairs}),
                   {place: f"{number:,}".replace(",", r"\.?") for place, number, _ in pairs})


def marked(table, rng, shape):
    # A nought is one whatever stands beside it.
    cells = chosen(table, rng, 2, [place for place in table.numbers if table.rows[place[0]][place[1]].strip("0").isdecimal()])
    return damaged(table, {place: shape(table.rows[place[0]][place[1]]) for place in cells}, "", table,
                   {place: rf"(phải:?|thể là|nghĩa là|số là|đúng là) “?{table.rows[place[0]][place[1]]}(?!\d)" for place in cells})


@kind
def count_in_brackets(table, rng):
    return marked(table, rng, lambda number: f"({number})")


@kind
def count_with_star(table, rng):
    return marked(table, rng, lambda number: f"{number}*")


@kind
def count_with_footnote(table, rng):
    return marked(table, rng, lambda number: f"{number} (1)")


@kind
def count_with_footnote_close(table, rng):
    return marked(table, rng, lambda number: f"{number}[a]")


@kind
def count_about(table, rng):
    return marked(table, rng, lambda number: rng.choice(["~", "trên ", "khoảng ", ">"]) + number)


@kind
def count_with_unit(table, rng):
    return marked(table, rng, lambda number: number + rng.choice([" buổi", " người", "lượt", " vụ"]))


# Dates and periods


def redated(table, shape):
    changes = {}
    for row in table.data:
        for column in table.dates:
            day = datetime.datetime.strptime(table.rows[row][column], "%d/%m/%Y")
            changes[row, column] = shape(day)
    return damaged(table, changes, r"(cả|các ô của|các ngày của|các ngày ở|ở|trong) cột")


@kind
def dates_of_vietnamese_excel(table, rng):
    return redated(table, lambda day: f"{day.day:02}-thg {day.month}-{day:%y}")


@kind
def dates_in_words(table, rng):
    return redated(table, lambda day: f"{day.day} tháng {day.month} năm {day.year}")


@kind
def dates_with_their_word(table, rng):
    return redated(table, lambda day: f"ngày {day.day}/{day.month}/{day.year}")


@kind
def dates_with_dots_and_short_years(table, rng):
    return redated(table, lambda day: f"{day.day}.{day.month}.{day:%y}")


@kind
def dates_with_midnight(table, rng):
    return redated(table, lambda day: f"{day:%Y-%m-%d} 00:00:00")


@kind
def dates_without_year(table, rng):
    return redated(table, lambda day: f"{day.day}/{day.month}")


def relabelled(table, text, cause):
    for row, cells in enumerate(table.rows[:table.header]):
        for column, cell in enumerate(cells):
            if found := re.search(r"Tháng 10 năm 2026.*", cell):
                return damaged(table, {(row, column): cell[:found.start()] + text}, cause)
    return None


PERIODS = r"[Kk]ỳ báo cáo"


@kind
def period_as_english_month(table, rng):
    return relabelled(table, "Oct-26", PERIODS)


@kind
def period_with_t(table, rng):
    return relabelled(table, "T10/2026", PERIODS)


@kind
def period_in_digits(table, rng):
    return relabelled(table, rng.choice(["10/2026", "10-2026", "10.2026"]), PERIODS)


@kind
def another_period_as_english_month(table, rng):
    made = relabelled(table, rng.choice(["Jul-26", "T7/2026", "07/2026", "thg 7-26"]), r"2026-07|[Tt]háng 7|07/2026|Jul-26|T7/2026|thg 7-26")
    if made:
        made.never_counts = True
    return made


@kind
def another_year_as_english_month(table, rng):
    made = relabelled(table, rng.choice(["Oct-25", "T10/2025", "10/2025"]), r"2025-10|10/2025|10 năm 2025|Oct-25|T10/2025")
    if made:
        made.never_counts = True
    return made


# Rows and columns


@kind
def page_header_again(table, rng):
    if len(table.data) < 4:
        return None
    step, rows, origin = max(2, len(table.data) // 3), [], []
    for index, cells in enumerate(table.rows):
        if index in table.data[step::step]:
            head = range(rng.choice([0, table.header]), table.header + 1)
            rows += [list(table.rows[row]) for row in head]
            origin += [None] * len(head)
        rows.append(list(cells))
        origin.append(index)
    return Damaged(replace(table, rows=rows), table, r"đầu bảng.*(lặp|lại)|lặp lại|nhắc lại", {}, origin)


@kind
def three_months_under_one_banner(table, rng):
    if not table.numbers or table.dates or not table.counts:
        return None
    first, last = min(table.counts), max(table.counts)
    if table.counts != list(range(first, last + 1)):
        return None
    rows, origin, width = [], [], last + 1 - first
    for index, cells in enumerate(table.rows):
        head, own, tail = cells[:first], cells[first:last + 1], cells[last + 1:]
        other = [[cell.translate(digits) for cell in own] for digits in (str.maketrans("123456789", "345678912"),
                                                                         str.maketrans("123456789", "678912345"))]
        if index == table.header:
            banner = [text for month in (8, 9, 10) for text in [f"Tháng {month}", *[""] * (width - 1)]]
            rows += [[*head, *banner, *tail], [*[""] * len(head), *own, *own, *own, *[""] * len(tail)]]
            origin.append(None)
        elif index == table.header + 1 and index not in table.data:
            # The row of the columns' numbers goes on counting.
            rows.append([*head, *(str(number) for number in range(1, 3 * width + 1)), *(tail and [str(3 * width + 1)])])
        elif index > table.header and len(own) == width:
            rows.append([*head, *other[0], *other[1], *own, *tail])
        else:
            # Lines that are shorter than the header stay so.
            rows.append(cells + [""] * (2 * width if len(cells) >= len(table.rows[table.header]) else 0))
        origin.append(index)
    return Damaged(replace(table, rows=rows), table, r"(nhiều|ba|3) tháng", {}, origin)


def districts(inputs):
    """The district of each commune of today, and its name."""
    with open(inputs / "catalogue" / "units.csv", encoding="utf-8-sig", newline="") as file:
        today = [row for row in csv.DictReader(file) if not row["valid_to"]]
    names = {row["code"]: row["name"].replace(" (cũ)", "") for row in today if row["level"] == "district"}
    return {row["code"]: names[row["district"]] for row in today if row["level"] == "commune" and row["district"] in names}


def amount(text):
    return float(text.replace(".", "").replace(",", ".")) if re.search(r"\d", text) else 0


@kind
def wrong_totals_of_districts(table, rng, of=None):
    """One of the totals is ten more than its rows: that must be asked."""
    made = totals_of_districts(table, rng, of)
    lines = [row for row, source in enumerate(made.origin) if source is None] if made else []
    if not lines or not table.counts:
        return None
    row, column = rng.choice(lines), rng.choice(table.counts)
    made.table.rows[row][column] = f"{amount(made.table.rows[row][column]) + 10:g}".replace(".", ",")
    made.cells, made.must_say = {(row, column): r"dòng (tổng|cộng)"}, True
    return made


@kind
def totals_of_districts(table, rng, of=None):
    if table.dates or len(table.data) < 2:
        return None
    groups = {}
    for row in table.data:
        groups.setdefault(of.get(table.rows[row][table.code], ""), []).append(row)
    rows, origin = [list(cells) for cells in table.rows[:table.data[0]]], list(range(table.data[0]))
    for name, members in groups.items():
        for row in members:
            rows.append(list(table.rows[row]))
            origin.append(row)
        if name:
            total = [""] * len(table.rows[table.header])
            total[table.place] = f"Tổng huyện {name}"
            for column in table.counts:
                value = sum(amount(table.rows[row][column]) for row in members if column < len(table.rows[row]))
                total[column] = f"{value:.1f}".replace(".", ",") if value % 1 else f"{value:.0f}"
            rows.append(total)
            origin.append(None)
    rest = range(table.data[-1] + 1, len(table.rows))
    rows += [list(table.rows[row]) for row in rest]
    return Damaged(replace(table, rows=rows), table, r"dòng tổng|không cộng|Tổng huyện", {}, origin + list(rest))
