"""Sheets of figures as a department writes them, to the byte."""

import io

from .dice import Dice
from .figures import sheet
from .lists import HEIRS, NAMES, NUMBERS, OTHER_NAMES, SHEET_TITLES, habit
from .registers import DEPARTMENTS


def encode(lines, style):
    width = max(len(line) for line in lines)
    text = io.StringIO()
    for line in lines:
        if style["pad"]:
            line = line + [""] * (width - len(line))
        cells = [f'"{c.replace(chr(34), chr(34) * 2)}"' if any(x in c for x in (style["sep"], '"', "\n")) else c for c in line]
        text.write(style["sep"].join(cells) + ("\r\n" if style["crlf"] else "\n"))
    if style.get("utf16"):
        return b"\xff\xfe" + text.getvalue().encode("utf-16-le")
    return (b"\xef\xbb\xbf" if style["bom"] else b"") + text.getvalue().encode()


def number(value, column, style):
    if not value:
        return style["zero"]
    whole, tail = (value // 10, f",{value % 10}") if column == "kinh_phi" else (value, "")
    digits = str(whole)
    if style["dots"] and whole >= 1000:
        digits = f"{whole:,}".replace(",", ".")
    return digits + tail


def sent_by(department, month):
    row = next(d for d in DEPARTMENTS if d["code"] == department)
    return row["name"].replace("thị xã Mộc Châu", "huyện Mộc Châu") if month.index == 0 else row["name"]


def heading(department, form, month, style, attempt, blanks):
    sender = sent_by(department, month)
    lines = [[sender.upper()], [SHEET_TITLES[form]]][:style["titles"]]
    receiver = "Ban Dân tộc" if month.index < 2 else "Sở Dân tộc và Tôn giáo"
    facts = [("Biểu số", NUMBERS[form]), ("Kỳ báo cáo", month.title(style["span"])), ("Đơn vị gửi", sender),
             ("Đơn vị nhận", receiver), ("Lần gửi", str(attempt))]
    if blanks:
        facts.append(("Ô trống và xã, phường không ghi tên", blanks))
    return lines + [[key + ":", value] if style["pair"] else [f"{key}: {value}"] for key, value in facts]


SIGNATURES = [["", "Người lập biểu", "", "Thủ trưởng đơn vị"], ["", "(Ký, ghi rõ họ tên)", "", "(Ký, đóng dấu)"]]


def place_name(unit, style):
    name = unit["aliases"][0] if style["aliases"] and unit["aliases"] else unit["name"]
    if unit["level"] == "none" or not (style["type"] or unit["level"] == "district"):
        return name
    return unit["type"][0].upper() + unit["type"][1:] + " " + name


def sheet_lines(department, form, month, attempt=1, blanks="không phát sinh", spoil=None, two_rows=False):
    style = habit(department)
    if department == "CCB" and month.index >= 7:
        style.update(code=False, type=True)
    rows, columns = sheet(department, form, month)
    names = dict(NAMES, **OTHER_NAMES.get(HEIRS.get(department, department), {}))
    keys = ["tt"] + (["ma_xa"] if style["code"] else []) + ["ten_xa"] + columns
    lines = heading(department, form, month, style, attempt, blanks)
    if two_rows:
        inside = [k in ("nu", "dtts", "cot_can") for k in keys]
        lines.append(["Trong đó" if k == "nu" else "" if part else names[k] for k, part in zip(keys, inside)])
        lines.append([names[k].replace("Trong đó: ", "") if part else "" for k, part in zip(keys, inside)])
    else:
        lines.append([names[k] for k in keys])
    if style["number"]:
        places_of = len(keys) - len(columns)
        lines.append([chr(65 + i) if i < places_of else str(i - places_of + 1) for i in range(len(keys))])
    totals, body = dict.fromkeys(columns, 0), []
    for place, (unit, values) in enumerate(rows, 1):
        cells = {"tt": str(place), "ma_xa": unit["code"], "ten_xa": place_name(unit, style)}
        for column in columns:
            value = values.get(column, 0)
            if column == "thuyet_minh":
                cells[column] = ""
                continue
            if column == "nguoi_nghe_dtts" and department == "SVHTTDL" and Dice("dots", unit["code"], month.code).chance(8):
                cells[column] = "..."
                continue
            totals[column] += value
            cells[column] = number(value, column, style) if value or values else ""
        body.append(cells)
    if spoil:
        spoil(body, totals)
    lines += [[cells[k] for k in keys] for cells in body]
    if style["total"]:
        label = {"tt": "", "ma_xa": "", "ten_xa": style["total"], "thuyet_minh": ""}
        lines.append([label[k] if k in label else number(totals[k], k, dict(style, zero="0")) for k in keys])
    if style["sign"]:
        lines += [[""]] + SIGNATURES
    return encode(lines, style)
