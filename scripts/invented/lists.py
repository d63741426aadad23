"""What was invented, from the lists in `data/`: how much each department does, and how it writes."""

from .dice import Dice
from .registers import listed

_seasons = listed("seasons.csv")
OUTREACH = {int(row["month"]): int(row["outreach"]) for row in _seasons}
TRAINING = {int(row["month"]): int(row["training"]) for row in _seasons}
_volumes = listed("volumes.csv")
SESSIONS = {row["department"]: int(row["sessions"]) for row in _volumes if row["sessions"]}
CLASSES = {row["department"]: int(row["classes"]) for row in _volumes if row["classes"]}
HEIRS = {row["department"]: row["heir"] for row in listed("heirs.csv")}

# Text of the header cells as in the forms, with a few of their other names.
_headers = listed("headers.csv")
NAMES = {row["column"]: row["header"] for row in _headers if not row["department"]}
OTHER_NAMES = {}
for _row in _headers:
    if _row["department"]:
        OTHER_NAMES.setdefault(_row["department"], {})[_row["column"]] = _row["header"]
COLUMNS = {(row["department"], row["form"]): row["columns"] for row in listed("columns.csv")}
LAND_COLUMNS = COLUMNS["STNMT", "03-an"].split()

_forms = listed("forms.csv")
NUMBERS = {row["form"]: row["number"] for row in _forms}
SHEET_TITLES = {row["form"]: row["title"] for row in _forms}
REGISTER_HEADS = {}
for _row in listed("register-columns.csv"):
    REGISTER_HEADS.setdefault(_row["form"], []).append(_row["header"])
_words = listed("register-words.csv")
SUBJECTS, AUDIENCES, PARTNERS = ([row["text"] for row in _words if row["kind"] == kind] for kind in ("subject", "audience", "partner"))


def _value(text):
    if text.isdigit():
        return int(text) if text != "0" else "0"
    return {"yes": True, "no": False, "none": "", "tab": "\t"}.get(text, text)


# sep, bom, crlf; titles: lines above; pair: key and value in two cells; zero: how nothing is written; dots: 1.234;
# total: label of the total line; sign: lines below; number: row A;B;1;2; code/type: how a place is written; all: every commune.
# A blank cell is as the first line, of `*`, has it.
HABITS = {row.pop("department"): {key: _value(text) for key, text in row.items() if text} for row in listed("habits.csv")}
for _habit in HABITS.values():
    if "titles" in _habit:
        _habit["titles"] = int(_habit["titles"])
PLAIN = HABITS.pop("*")


def habit(department):
    """How a department writes."""
    if department[0] in "HX" and department[1:].isdigit():
        dice = Dice("habit", department)
        return dict(PLAIN, sep=dice.pick([";", ";", ","]), bom=dice.chance(70), zero=dice.pick(["-", "0", "không"]),
                    titles=dice.below(2), total="", type=dice.chance(50), crlf=dice.chance(80), pad=dice.chance(50))
    return dict(PLAIN, **HABITS.get(department, HABITS.get(HEIRS.get(department), {})))
