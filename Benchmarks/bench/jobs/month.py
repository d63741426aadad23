"""`run` of a month of the sample, from the start of the process to the published files; then with nothing new to do.

The earlier months are in the ledger, and the month's files have just come. Beside it what a script would do at the least with half as many
files (`with_pandas.py month`).
"""

import shutil

from .. import data, others, setting, timing
from ..setting import BENCHMARKS, SAMPLE, WORK

MONTH, BEFORE, NOW = "2026-10", "2026-10-05T09:00+07:00", "2026-11-05T09:00+07:00"
FILES, ROWS = 20, 200
# Done, and something needs a person: the sample's files have faults.
CODES = (1,)


def prepared(inputs, place):
    """The reports of an office's earlier months, and the inputs with the month's files."""
    office = data.before_month(inputs, MONTH, place / "inputs")
    base = setting.fresh(place / "base")
    timing.once([setting.program(), "run", "2026-09", "--inputs", office, "--reports", base, "--now", BEFORE], (0, 1))
    shutil.copytree(inputs / "submissions" / MONTH, office / "submissions" / MONTH)
    shutil.copyfile(inputs / "xu-ly.csv", office / "xu-ly.csv")
    return office, base


def run(office, reports):
    return [setting.program(), "run", MONTH, "--inputs", office, "--reports", reports, "--now", NOW]


def measure(options, sheet):
    place = WORK / "month"
    office, base = prepared(SAMPLE, place)
    reports = place / "reports"
    count = len(list((office / "submissions" / MONTH).iterdir()))
    cost = timing.timed(run(office, reports), options, CODES, before=lambda: data.copied(base, reports))
    made = [path for path in (reports / MONTH / "du-thao").rglob("*") if path.is_file()]
    setting.require(any(path.name == f"tong-hop-{MONTH}.xlsx" for path in made), "run left no workbook")
    own = sheet.add("`run`, một tháng / a month", f"tonghop, {count} → {len(made)} tệp / files", cost, name="a month")
    if {"pandas", "xlsxwriter"} <= options.found.keys():
        measure_pandas(options, sheet, own, place)
    known = timing.timed(run(office, reports), options, CODES)
    sheet.add("`run`, không có gì mới / nothing new", "tonghop", known, name="nothing new")


def measure_pandas(options, sheet, own, place):
    folder, output = setting.fresh(place / "files"), place / "with-pandas"
    for number in range(FILES):
        data.written(ROWS, 10, folder / f"{number + 1}.csv", seed=f"month-{number}")
    command = [others.PYTHON, "-B", BENCHMARKS / "with_pandas.py", "month", folder, output]
    tool = f"pandas {options.found['pandas']} + XlsxWriter {options.found['xlsxwriter']}, {FILES} → 2"
    sheet.add(own.job, tool, timing.timed(command, options, before=lambda: setting.fresh(output)), own=own, name="pandas, a month")
    sheet.note("Trong một tháng `run` còn ghi sổ, lưu tệp, lập phiếu phản hồi cho từng đơn vị; pandas chỉ lập một tệp Excel và một tệp chữ. / "
               "A month's `run` also keeps the ledger and writes a return for each department; pandas makes one workbook and one text.")
    setting.require((output / "thang.xlsx").exists() and (output / "thang.txt").exists(), "with_pandas.py left no workbook")
