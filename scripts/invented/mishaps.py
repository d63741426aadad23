"""What goes wrong, by hand: 2026-10 is the month that people are shown."""

from .lists import habit
from .registers import listed
from .sheets import place_name
from .territory import COMMUNES

_listed = listed("mishaps.csv")


def of_kind(kind):
    """The submissions, by period, department and form, to which something happened."""
    return {(row["period"], row["department"], row["form"]) for row in _listed if row["kind"] == kind}


MISSING, CORRECTED, LATE, EXEMPT, EXTENDED, DRAFT_COPIES = (
    of_kind(kind) for kind in ("missing", "corrected", "late", "exempt", "extended", "draft-copy"))


def slip(body, totals):
    """A count typed with a digit too many, which the second sending sets right."""
    for cells in body:
        for column in ("tai_lieu", "luot_nguoi"):
            if cells.get(column, "").isdigit() and int(cells[column]) >= 10:
                totals[column] += int(cells[column]) * 9
                cells[column] += "0"
                return


def spoil_police(body, totals):
    def row(name):
        return next(cells for cells in body if cells["ten_xa"] == name)

    row("Mường Sại").update(ma_xa="", ten_xa="Mường Xại")
    moved = row("Phiêng Khoài")
    for column, value in (("di_cu_ho", 5), ("di_cu_nhan_khau", 3)):
        totals[column] += value - int(moved[column])
        moved[column] = str(value)
    row("Chiềng Khương").update(ma_tuy_vu="ba vụ")
    body.append(dict(row("Mường Giôn"), tt=str(len(body) + 1)))
    totals["te_nan"] += 7


def unanswered(body, totals):
    cells = next(c for c in body if c["so_buoi"] not in ("", "0"))
    totals["nguoi_nghe"] += 3250 - int(cells["nguoi_nghe"].replace(".", ""))
    cells["nguoi_nghe"] = "3.250"


def answered(body, totals):
    cells = next(c for c in body if c["tai_lieu"].isdigit())
    totals["tai_lieu"] += 5500 - int(cells["tai_lieu"])
    cells["tai_lieu"] = "5.500"
    cells["thuyet_minh"] = "Phát tờ rơi đợt cao điểm phòng bệnh mùa đông;\nđã đối chiếu với phiếu giao nhận"


def stale_code(body, totals):
    """A code that was another commune's before the mergers, with the name it had then."""
    before = {u["code"]: u for u in COMMUNES["B"]}
    for cells in body:
        old = before.get(cells["ma_xa"])
        if old and old["name"] not in cells["ten_xa"]:
            cells["ten_xa"] = place_name(old, habit("TD"))
            return


SPOILS = {("2026-10", "CAT", "03-an"): spoil_police, ("2026-10", "MTTQ", "02-tt"): unanswered, ("2026-10", "SYT", "02-tt"): answered}
