"""A job is a function from options and a sheet: it measures, adds rows to the sheet, and fails where the program did something else."""

from . import export, month, register, run_register, sheets, small, workbook, years

JOBS = {"register": register.measure, "run-register": run_register.measure, "month": month.measure, "small": small.measure,
        "export": export.measure, "years": years.measure, "workbook": workbook.measure, "sheets": sheets.measure}
