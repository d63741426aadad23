"""Figures of a sheet: rows of (unit, {column: value})."""

from .dice import Dice, scatter
from .lists import (
    CLASSES,
    COLUMNS,
    HEIRS,
    LAND_COLUMNS,
    OUTREACH,
    SESSIONS,
    TRAINING,
    habit,
)
from .territory import COMMUNES, DISTRICTS, standing, villages, weight

PROVINCE = {"code": "", "name": "Cấp tỉnh (không phân theo xã)", "type": "", "level": "none", "district": "", "aliases": []}


def volume(base, season, month, *key):
    growth = 100 + 4 * (month.year - 2025)
    return (base * season[month.month] * growth * Dice("volume", month.code, *key).between(94, 107) + 500000) // 1000000


def places(department, month):
    """The units that a department's sheet names in a month."""
    if department == "TD" and month.index < 6:
        return "district", DISTRICTS[month.geography], month.geography
    if month.code == "2025-02" and department == "ND":
        return "commune", COMMUNES["A"], "A"
    if month.code == "2025-07" and department in ("ND", "TD"):
        return "commune", COMMUNES["B"], "B"
    return "commune", COMMUNES[month.geography], month.geography


def training(heir, month, units, geography, rows):
    held = scatter(volume(CLASSES[heir], TRAINING, month, heir, "classes"), units, [weight(u, geography) for u in units],
                   "classes", heir, month.code)
    for unit in units:
        code, count = unit["code"], held.get(unit["code"], 0)
        dice, row = Dice("class", heir, code, month.code), {}
        people = sum(dice.between(32, 58) for _ in range(count))
        if count:
            row = {"so_lop": count, "luot_nguoi": people, "nu": people * dice.between(32, 52) // 100,
                   "dtts": people * dice.between(62, 96) // 100, "can_bo": people * dice.between(15, 40) // 100,
                   "cot_can": people * dice.between(20, 45) // 100, "uy_tin": people * dice.between(4, 16) // 100,
                   "lop_tieng": 1 if heir in ("CAT", "BCHQS") and dice.chance(14) else 0,
                   "kinh_phi": count * dice.between(75, 240) + dice.below(10)}
        if heir == "SDTTG":
            row["uy_tin_hien_co"] = standing("elder", unit, geography, month.index, 6, 15)
        if row:
            rows[code] = row


def outreach(heir, month, units, geography, rows):
    weights = [weight(u, geography, 2 if heir == "CAT" else 1) for u in units]
    if heir == "BDBP":
        weights = [w if u["border"] == "1" else 0 for u, w in zip(units, weights)]
    held = scatter(volume(SESSIONS[heir], OUTREACH, month, heir, "sessions"), units, weights, "sessions", heir, month.code)
    asked = None
    if heir in ("STP", "MTTQ"):
        asked = scatter(Dice("asked", month.code).between(105, 130), units, weights, "asked", month.code)
    for unit, size in zip(units, weights):
        code, count = unit["code"], held.get(unit["code"], 0)
        dice, row = Dice("session", heir, code, month.code), {}
        if count:
            heard = sum(dice.between(32, 72) for _ in range(count))
            row = {"so_buoi": count, "nguoi_nghe": heard, "nguoi_nghe_dtts": heard * dice.between(58, 97) // 100,
                   "tai_lieu": heard * dice.between(40, 90) // 1000 * 10 if dice.chance(75) else 0,
                   "ho_cam_ket": dice.between(8, 30) if dice.chance(50) else 0}
            if heir == "SDTTG":
                row["tin_bai"] = dice.below(2)
                row["tin_bai_dtts"] = row["tin_bai"] * dice.below(2)
        shares = {"CAT": 35, "MTTQ": 55, "PN": 35, "CCB": 22, "BDBP": 70}
        if heir in shares and size and (models := standing("model" + heir, unit, geography, 0, 1, 3, shares[heir])):
            row["mo_hinh"] = models + (month.index + Dice("model", code).below(8)) // 14
        if heir in ("STP", "SDTTG", "MTTQ"):
            row["ban_tuyen_truyen"] = villages(unit, month, {"STP": 1000, "SDTTG": 960, "MTTQ": 1030}[heir])
        if asked is not None:
            got = asked.get(code, 0) + (dice.pick([-1, 0, 0, 1]) if heir == "MTTQ" and asked.get(code) and dice.chance(30) else 0)
            done = Dice("settled", code, month.code)
            row["hoa_giai_nhan"], row["hoa_giai_thanh"] = got, sum(done.chance(86) for _ in range(got))
        if any(row.values()):
            rows[code] = row


def migration(month, units, weights, observer):
    truth = scatter(Dice("move", month.code).between(4, 9), units, weights, "moved", month.code)
    rows = {}
    for code, homes in truth.items():
        if observer != "so" and Dice("move-seen", observer, code, month.code).chance(15):
            continue
        dice = Dice("heads", code, month.code)
        rows[code] = {"di_cu_ho": homes, "di_cu_nhan_khau": sum(dice.between(3, 6) for _ in range(homes))}
    return rows


def crossings(month, units, geography):
    weights = [weight(u, geography) if u["border"] == "1" else 0 for u in units]
    return scatter(Dice("cross", month.code).between(6, 13), units, weights, "cross", month.code)


def drugs(heir, month, units, weights):
    base = {"CAT": (62, 78), "BDBP": (14, 22)}[heir]
    lift = 6 if month.month in (6, 7, 12) else 0
    return scatter(Dice("drug", heir, month.code).between(*base) + lift, units, weights, "drug", heir, month.code)


def security(department, heir, month, units, geography, rows):
    plain = [weight(u, geography) for u in units]
    bordered = [weight(u, geography, 3) for u in units]

    def put(values):
        for code, row in values.items():
            rows.setdefault(code, {}).update(row)

    if heir == "SDTTG":
        remote = [w * Dice("wed", u["code"]).pick([0, 0, 1, 1, 2]) for u, w in zip(units, plain)]
        put({c: {"tao_hon": n} for c, n in scatter(Dice("wed-n", month.code).between(16, 26), units, remote, "wed", month.code).items()})
    if department in ("STNMT", "SNNMT"):
        put(month.land["so"])
    if department in ("SNNPTNT", "SNNMT"):
        put(migration(month, units, bordered, "so"))
    if heir in ("CAT", "BDBP"):
        put(migration(month, units, bordered, heir))
        only = [w if u["border"] == "1" or heir == "CAT" else 0 for u, w in zip(units, bordered)]
        for code, count in drugs(heir, month, units, only).items():
            dice = Dice("held", heir, code, month.code)
            put({code: {"ma_tuy_vu": count, "ma_tuy_doi_tuong": count + sum(dice.chance(28) for _ in range(count))}})
        seen = crossings(month, units, geography)
        put({c: {"xnc": n} for c, n in seen.items() if heir == "BDBP" or Dice("cross-ca", c, month.code).chance(70)})
    if heir == "CAT":
        put(month.land["ca"])
        lift = 5 if month.month in (1, 2) else 0
        for code, count in scatter(Dice("crime", month.code).between(60, 74) + lift, units, plain, "crime", month.code).items():
            dice = Dice("cleared", code, month.code)
            put({code: {"ttxh_xay_ra": count, "ttxh_kham_pha": sum(dice.chance(83) for _ in range(count))}})
        put({c: {"te_nan": n} for c, n in scatter(Dice("vice", month.code).between(16, 28), units, plain, "vice", month.code).items()})
        for unit in units:
            users = standing("user", unit, geography, 3 * month.index, 20, 50)
            put({unit["code"]: {"nguoi_nghien": users * (1000 - 4 * month.index) // 1000}})


def sheet(department, form, month):
    """The rows of a sheet in the order of the catalogue."""
    heir = department if department in ("STNMT", "SNNPTNT") else HEIRS.get(department, department)
    if department[0] in "HX" and department[1:].isdigit():
        area = department[1:]
        units = [u for u in COMMUNES[month.geography] if area in (u["code"], u["district"])]
        booked = month.land["xa"]
        nothing = dict.fromkeys(LAND_COLUMNS, 0)
        return [(u, booked.get(u["code"], nothing)) for u in units if u["code"] in booked or department[0] == "X"], LAND_COLUMNS
    columns = COLUMNS[heir if (heir, form) in COLUMNS else department, form].split()
    _, units, geography = places(department, month)
    rows, extra = {}, []
    if form == "01-dt":
        training(heir, month, units, geography, rows)
    elif heir == "BPTTH":
        share = {"DPTTH": (150, 190), "BSL": (90, 120)}.get(department, (250, 310))
        items = Dice("news", department, month.code).between(*share)
        tongue = items * Dice("tongue", department, month.code).between(24, 33) // 100
        extra = [(PROVINCE, {"tin_bai": items, "tin_bai_dtts": tongue})]
    elif form == "02-tt":
        outreach(heir, month, units, geography, rows)
        if heir in ("SVHTTDL", "SDTTG"):
            news = Dice("news", heir, month.code).between(12, 30)
            extra = [(PROVINCE, {"tin_bai": news, "tin_bai_dtts": news // 4})]
    else:
        security(department, heir, month, units, geography, rows)
    every = habit(department)["all"] and form != "02-tt" or heir == "MTTQ" and form == "02-tt"
    if form == "03-an" and heir == "SDTTG":
        every = False
    return extra + [(u, rows.get(u["code"], {})) for u in units if every or u["code"] in rows], columns
