"""The same jobs in pandas.

    with_pandas.py register FILE [--faulty]   reads, parses, keeps the rows that hold, adds up by district, month and category
    with_pandas.py month FOLDER OUTPUT        reads a month's files, checks every row, writes a workbook with three tables and
                                              three charts (XlsxWriter) and a text

--faulty takes what does not parse for missing; rows that cannot be read are counted.
"""

import pathlib
import sys

import pandas as pd
from registers import COUNTS, DISTRICTS, show

KEYS = ["Địa bàn", "Loại vụ việc"]


def parsed(rows, errors):
    """Days and counts as such, the district of each commune, and whether the row holds."""
    rows["Ngày"] = pd.to_datetime(rows["Ngày"], format="%d/%m/%Y", errors=errors)
    if errors == "coerce":
        for column in COUNTS:
            rows[column] = pd.to_numeric(rows[column], errors=errors)
    rows["district"] = rows["Địa bàn"].map(DISTRICTS)
    rows["month"] = rows["Ngày"].dt.month
    rows["held"] = rows[["Ngày", "district", *COUNTS]].notna().all(axis=1) & (rows["Đã giải quyết"] <= rows["Số vụ"])
    return rows


def register(path, faulty):
    rows = pd.read_csv(path, sep=";", usecols=["Ngày", *KEYS, *COUNTS], dtype=dict.fromkeys(KEYS, "category"))
    rows = parsed(rows, "coerce" if faulty else "raise")
    if faulty:
        # A count that cannot be read is left out, and so are both of two that contradict each other.
        rows.loc[rows["Đã giải quyết"] > rows["Số vụ"], ["Số vụ", "Đã giải quyết"]] = None
        rows["held"] = rows[["Ngày", "district"]].notna().all(axis=1)
    held = rows[rows["held"]]
    sums = held.groupby(["district", "month", "Loại vụ việc"], observed=True)[COUNTS].sum().reset_index()
    found = [(district, int(month), kind, None, *map(int, counts)) for district, month, kind, *counts in sums.itertuples(index=False)]
    show(found, len(rows) - len(held))


def faults(rows):
    """Each fault with its file, line, column and value, as a department must be told."""
    wrong = {column: rows[column].isna() for column in ("Ngày", *COUNTS)}
    wrong["Địa bàn"] = rows["district"].isna()
    lines = [f"{file}:{line}: {column}: “{value}”" for column, which in wrong.items()
             for file, line, value in rows.loc[which, ["file", "line", f"{column} (written)"]].itertuples(index=False)]
    more = rows.loc[rows["Đã giải quyết"] > rows["Số vụ"], ["file", "line", "Đã giải quyết", "Số vụ"]]
    return lines + [f"{file}:{line}: {settled:.0f} > {cases:.0f}" for file, line, settled, cases in more.itertuples(index=False)]


def month(folder, output):
    """What a month's draft asks for at the least."""
    parts = []
    for path in sorted(pathlib.Path(folder).glob("*.csv")):
        part = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)
        part["file"], part["line"] = path.name, part.index + 2
        parts.append(part)
    rows = pd.concat(parts, ignore_index=True)
    for column in ("Ngày", "Địa bàn", *COUNTS):
        rows[f"{column} (written)"] = rows[column]
    rows = parsed(rows, "coerce")
    held = rows[rows["held"]]
    pivot = {"columns": "Loại vụ việc", "values": "Số vụ", "aggfunc": "sum", "fill_value": 0, "margins": True, "margins_name": "Tổng"}
    tables = {
        "Địa bàn": held.pivot_table(index="district", **pivot),
        "Tháng": held.pivot_table(index="month", **pivot),
        "Giải quyết": held.groupby("district")[COUNTS].sum(),
    }
    with pd.ExcelWriter(output / "thang.xlsx", engine="xlsxwriter") as writer:
        for name, table in tables.items():
            draw(writer, name, table)
    text = [f"Tổng số: {int(held['Số vụ'].sum())} vụ, {int(held['Số đối tượng'].sum())} đối tượng"]
    text += [f"{district}: {int(cases)} vụ" for district, cases in held.groupby("district")["Số vụ"].sum().items()]
    (output / "thang.txt").write_text("\n".join(text + faults(rows)) + "\n", encoding="utf-8")


def draw(writer, name, table):
    """A sheet with the table and a chart of its columns below."""
    table.to_excel(writer, sheet_name=name, startrow=1)
    sheet, last = writer.sheets[name], len(table)
    sheet.write(0, 0, name, writer.book.add_format({"bold": True}))
    sheet.set_column(0, len(table.columns), 14, writer.book.add_format({"num_format": "#,##0"}))
    sheet.freeze_panes(2, 1)
    chart = writer.book.add_chart({"type": "column"})
    for column in range(1, len(table.columns) + 1):
        chart.add_series({"name": [name, 1, column], "categories": [name, 2, 0, last, 0], "values": [name, 2, column, last, column]})
    chart.set_title({"name": name})
    sheet.insert_chart(last + 4, 0, chart)


if sys.argv[1] == "register":
    register(sys.argv[2], "--faulty" in sys.argv)
else:
    month(sys.argv[2], pathlib.Path(sys.argv[3]))
