"""Registers: a row for each class or case, at a place that exists on the row's own date."""

import datetime as dt

from .dice import Dice
from .figures import sheet, volume
from .lists import (
    AUDIENCES,
    CLASSES,
    PARTNERS,
    REGISTER_HEADS,
    SUBJECTS,
    TRAINING,
    habit,
)
from .months import day_in, full
from .sheets import SIGNATURES, encode, heading
from .territory import COMMUNES, place_on


def class_rows(department, month):
    units = COMMUNES[month.geography]
    owner = "Ban Dân tộc" if month.index < 2 else "Sở Dân tộc và Tôn giáo"
    count = volume(CLASSES[department], TRAINING, month, department, "classes") + 1
    rows, seen = [], set()
    for place in range(count):
        dice = Dice("register", department, month.code, place)
        lead = place < count - 1 or department == "SLDTBXH"
        last = day_in(month, dice)
        first = last - dt.timedelta(dice.between(0, 4))
        scope = dice.pick(["xã", "xã", "xã", "liên xã", "tỉnh"])
        unit = place_on(units[dice.below(len(units))], last, month.code)
        tongue = department == "SNV" and lead and place == 0 and month.month in (4, 6, 9, 11)
        subject = "Tiếng dân tộc thiểu số" if tongue else SUBJECTS[4] if department == "PN" and dice.chance(60) else dice.pick(SUBJECTS)
        audience = "Hội viên, đoàn viên" if department == "PN" and dice.chance(55) else dice.pick(AUDIENCES)
        if (last, subject, audience) in seen:
            continue
        seen.add((last, subject, audience))
        classes = dice.pick([1, 1, 1, 2])
        people = sum(dice.between(35, 55) for _ in range(classes))
        national = "CTMTQG 2026–2035" if last.year >= 2026 else dice.pick(["CTMTQG DTTS&MN", "CTMTQG giảm nghèo", "CTMTQG nông thôn mới"])
        women = people * (dice.between(80, 97) if department == "PN" else dice.between(30, 55)) // 100
        spent = classes * dice.between(85, 260) + dice.below(10)
        local = scope == "xã"
        rows.append((last, [full(first), full(last), unit["code"] if local else "",
                            f'{unit["type"]} {unit["name"]}' if local else "",
                            scope, subject, audience, "chủ trì" if lead else "phối hợp",
                            dice.pick([owner] + PARTNERS) if not lead or dice.chance(50) else "",
                            str(classes), str(people), str(women), str(people * dice.between(60, 95) // 100),
                            f"{spent // 10},{spent % 10}", national if dice.chance(60) else "Ngân sách thường xuyên"]))
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1]))]


def case_rows(month):
    """The cases behind the police's sheet, up to small differences."""
    kinds = [("ma_tuy_vu", "Ma túy"), ("dat_phat_sinh", "Tranh chấp đất đai"), ("ttxh_xay_ra", "Trật tự xã hội"),
             ("te_nan", "Tệ nạn xã hội"), ("xnc", "Xuất, nhập cảnh trái phép")]
    rows = []
    for unit, values in sheet("CAT", "03-an", month)[0]:
        for column, kind in kinds:
            left = values.get(column, 0)
            key = ("case", column, unit["code"], month.code)
            if left and Dice(*key).chance(1):
                left -= 1
            solved = {"ttxh_xay_ra": values.get("ttxh_kham_pha", 0), "ma_tuy_vu": left, "te_nan": left, "xnc": left,
                      "dat_phat_sinh": min(left, values.get("dat_giai_quyet", 0))}[column]
            old = values.get("dat_giai_quyet", 0) - solved if column == "dat_phat_sinh" else 0
            held = values.get("ma_tuy_doi_tuong", 0) if column == "ma_tuy_vu" else left
            part = 0
            while left > 0 or old > 0:
                dice = Dice(*key, part)
                day = day_in(month, dice)
                now = min(left, dice.between(1, 3))
                closed = min(now, solved)
                persons = held if now == left else min(held, now)
                place = place_on(unit, day, month.code)
                rows.append((day, [full(day), place["code"], place["name"], kind,
                                   dice.pick(["ít nghiêm trọng", "nghiêm trọng", "nghiêm trọng", "rất nghiêm trọng"]), "chủ trì",
                                   dice.pick(["", "", "Bộ đội Biên phòng tỉnh", "Ủy ban nhân dân xã"]),
                                   str(now), str(persons), str(closed), str(old) if old else ""]))
                left, solved, held, old, part = left - now, solved - closed, held - persons, 0, part + 1
    for place in range(4):
        dice = Dice("joint", month.code, place)
        day = day_in(month, dice)
        border = [u for u in COMMUNES[month.geography] if u["border"] == "1"]
        unit = place_on(dice.pick(border), day, month.code)
        rows.append((day, [full(day), unit["code"], unit["name"], "Ma túy", "nghiêm trọng", "phối hợp", "Bộ đội Biên phòng tỉnh",
                           "1", "1", "1", ""]))
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1]))]


def register_lines(department, form, month, attempt=1, nil=False):
    style = habit(department)
    lines = heading(department, form, month, style, attempt, None) + [REGISTER_HEADS[form]]
    rows = case_rows(month) if form == "05-vu" else class_rows(department, month)
    lines += [["Không phát sinh"]] if nil else [[str(i)] + row for i, row in enumerate(rows, 1)]
    if style["sign"]:
        lines += [[""]] + SIGNATURES
    return encode(lines, style)
