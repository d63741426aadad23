#!/usr/bin/env python3
"""Ticks in phan-cong.xlsx: what is removed is owed no more, what is added is owed, and what is no tick is said.

assignments.py --binary TONGHOP [--office]

Sets up a province, edits its table of assignments as people do (openpyxl; with --office saved again by LibreOffice too), and holds
`status` and `template` against the ticks. Each wrong tick must be one error at its cell. Fails, too, where a control passes: a table
that was not edited must change nothing.
"""

import argparse
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

MONTH = "2026-10"
NOW = ["--now", "2026-10-16T09:00+07:00"]


class Office:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.table = self.folder / "inputs/catalogue/phan-cong.xlsx"
        self.run("init", str(self.folder), "--province", "Phú Thọ", places=False)
        self.original = self.table.read_bytes()

    def run(self, *arguments, places=True, expected=(0, 1)):
        there = ["--inputs", f"{self.folder}/inputs", "--reports", f"{self.folder}/reports"] if places else []
        done = subprocess.run([self.program, *arguments, *there, *NOW], capture_output=True, text=True, check=False)
        if done.returncode not in expected:
            raise AssertionError(f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def edit(self, change):
        """The table as it was made, with `change` done to its sheet."""
        self.table.write_bytes(self.original)
        book = openpyxl.load_workbook(self.table)
        sheet = book.worksheets[0]
        columns = {str(cell.value).split(" ")[0]: cell.column for cell in sheet[1] if cell.value}
        rows = {str(sheet.cell(r, 1).value): r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 1).value}
        change(sheet, rows, columns)
        book.save(self.table)

    def resave(self):
        """Opens and saves the table by LibreOffice, which writes every part anew."""
        with tempfile.TemporaryDirectory() as out:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                 "--outdir", out, str(self.table)], check=True, capture_output=True, timeout=180,
            )
            shutil.copy(f"{out}/{self.table.name}", self.table)

    def owed(self):
        """Who owes what for the month, as the program says."""
        said = json.loads(self.run("status", MONTH, "--format", "json").stdout)
        return {(row["department"], row["form"]) for row in entries(said)}

    def errors(self):
        said = self.run("check", "--catalogue", "--format", "json").stdout
        return [f for f in json.loads(said)["findings"] if f["level"] == "error"]


def entries(said):
    """The objects of a JSON page that name a department and a form."""
    if isinstance(said, dict):
        if "department" in said and "form" in said:
            return [said]
        said = list(said.values())
    return [entry for part in said for entry in entries(part)] if isinstance(said, list) else []


def ticks(office, wrong, again):
    """A tick removed and one added, with what follows of them."""
    before = office.owed()
    if not before or ("STP", "02-tt") not in before or ("SYT", "01-dt") in before:
        wrong.append(f"the table is another than this test knows: {sorted(before)[:5]}")
    office.edit(lambda sheet, rows, columns: None)
    if office.owed() != before:
        wrong.append("control: a table that nobody edited changed what is owed")

    def change(sheet, rows, columns):
        sheet.cell(rows["STP"], columns["02-tt"]).value = None
        sheet.cell(rows["SYT"], columns["01-dt"]).value = "X "
        sheet.cell(rows["SNV"], columns["04-lop"]).value = "quý"
        sheet.cell(rows["SYT"], columns["DT01"]).value = "so"

    office.edit(change)
    if again:
        office.resave()
    now = office.owed()
    # A form of the quarter is owed in its last month, and October is none.
    expected = before - {("STP", "02-tt"), ("SNV", "04-lop")} | {("SYT", "01-dt")}
    if now != expected:
        wrong.append(f"{'LibreOffice: ' if again else ''}owed beside the ticks: {sorted(now ^ expected)}")
    if office.errors():
        wrong.append(f"right ticks are said to be wrong: {office.errors()}")
    refused = office.run("template", "STP", "02-tt", MONTH, "--output", str(office.folder / "bieu"), expected=(64,))
    if "không phải gửi" not in refused.stderr:
        wrong.append(f"a form that is owed no more: {refused.stderr}")
    office.run("template", "SYT", "01-dt", MONTH, "--output", str(office.folder / f"bieu-{again}"))
    return len(now)


def days(office, wrong, again):
    """A column's days: before the first and from the day behind the last on nobody owes the form; what is no day is said once."""
    office.edit(lambda sheet, rows, columns: None)
    before = office.owed()
    of_form = {pair for pair in before if pair[1] == "02-tt"}

    def dated(mark, value):
        return lambda sheet, rows, columns: setattr(sheet.cell(rows[mark], columns["02-tt"]), "value", value)

    # October is from 15 September to 14 October.
    for mark, value, owed in [
        ("(từ ngày)", "15/10/2026", before - of_form), ("(từ ngày)", "2026-10-14", before),
        ("(từ ngày)", datetime.date(2026, 10, 15), before - of_form), ("(đến trước ngày)", "15/09/2026", before - of_form),
        ("(đến trước ngày)", "15/10/2026", before),
    ]:
        office.edit(dated(mark, value))
        if again:
            office.resave()
        now = office.owed()
        if now != owed or office.errors():
            wrong.append(f"{mark} {value}: {sorted(now ^ owed)[:5]} {office.errors()}")
    office.edit(dated("(từ ngày)", "tháng sau"))
    errors = office.errors()
    if len(errors) != 1 or errors[0]["header"].split(" ")[0] != "02-tt":
        wrong.append(f"a day that is none: {errors}")
    if not of_form:
        wrong.append("control: nobody owes the form")
    return 6


def faults(office, wrong, again):
    """What is no tick is one error, at its cell; what is empty is none."""
    said = 0

    def tick(row, column, value):
        return lambda sheet, rows, columns: setattr(sheet.cell(rows[row], columns[column]), "value", value)

    for value in ["có", "✓", 1, "1", "không", "tháng", "xx"]:
        for column in ["01-dt", "DT01"]:
            office.edit(tick("SYT", column, value))
            if again:
                office.resave()
            errors = office.errors()
            cells = {(e["row"], e["header"].split(" ")[0], str(e["value"])) for e in errors}
            if len(errors) != 1 or {(c[1], c[2]) for c in cells} != {(column, str(value))} or "x" not in errors[0]["message"]:
                wrong.append(f"{value!r} under {column}: {errors}")
            said += 1
    for value in ["", "  ", None]:
        office.edit(tick("SYT", "01-dt", value))
        if office.errors():
            wrong.append(f"an empty cell {value!r} is said to be wrong: {office.errors()}")

    def stranger(sheet, rows, columns):
        row = sheet.max_row + 1
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = "SXYZ", "Sở lạ"
        sheet.cell(row, columns["01-dt"]).value = "x"

    def struck(sheet, rows, columns):
        """Once, at the department, however many ticks the row has."""
        sheet.cell(rows["STP"], 1).value = "STPP"

    def strange_form(sheet, rows, columns):
        column = sheet.max_column + 1
        sheet.cell(1, column).value = "99-la Biểu lạ"
        # Said once, however many rows have a tick.
        sheet.cell(rows["SYT"], column).value = sheet.cell(rows["STP"], column).value = "x"

    def twice(sheet, rows, columns):
        row = sheet.max_row + 1
        sheet.cell(row, 1).value = "STP"
        sheet.cell(row, columns["02-tt"]).value = "x"

    for name, change, words in [
        ("department", stranger, "SXYZ"), ("department of many ticks", struck, "STPP"), ("form", strange_form, "99-la"), ("row twice", twice, "STP"),
    ]:
        office.edit(change)
        if again:
            office.resave()
        errors = office.errors()
        if len(errors) != 1 or words not in errors[0]["message"] or not errors[0]["file"].count("phan-cong.xlsx"):
            wrong.append(f"unknown {name}: {errors}")
        said += 1
    return said


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--office", action="store_true", help="save by LibreOffice, too")
    options = parser.parse_args()
    program = str(pathlib.Path(options.binary).resolve())
    wrong, owed, said = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        office = Office(program, f"{folder}/tỉnh có dấu")
        for again in [False, True] if options.office else [False]:
            office.table.write_bytes(office.original)
            owed += ticks(office, wrong, again)
            said += days(office, wrong, again) + faults(office, wrong, again)
    for fault in wrong:
        print(f"FAILS: {fault}")
    print(f"assignments.py: {owed} obligations, {said} wrong ticks, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
