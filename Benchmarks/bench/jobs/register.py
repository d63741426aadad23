"""`check` of a register: every cell validated, totals by district, month and category; clean, and with 1 % of its rows in error."""

from .. import data, others, setting, timing, totals
from ..data import REGISTER_NOW

GOAL = {"mb": 64}


def check(path):
    inputs = path.parents[2]
    return [setting.program(), "check", path, "--inputs", inputs, "--reports", setting.WORK / "no-reports", "--now", REGISTER_NOW]


def counted(rows):
    return f"{rows // 1_000_000} triệu dòng / million rows" if rows % 1_000_000 == 0 else f"{rows} dòng / rows"


def named(rows, size, faults=False):
    return f"`check`, {counted(rows)}, {size / 1e6:.0f} MB" + (", 1 % sai / faulty" if faults else "")


def measure(options, sheet):
    # A tenth of the rows first, and those asked for beside: memory must not grow with them.
    for rows in sorted({options.rows // 10, *options.memory_rows} - {options.rows, 0}):
        path = data.register(rows)
        sheet.add(named(rows, path.stat().st_size), "tonghop", timing.timed(check(path), options), path.stat().st_size, goal=GOAL)
    for per_mille in (0, 10):
        path = data.register(options.rows, per_mille)
        size, codes = path.stat().st_size, (1,) if per_mille else (0,)
        job = named(options.rows, size, per_mille)
        kind = ", faulty" if per_mille else ""
        own = sheet.add(job, "tonghop", timing.timed(check(path), options, codes), size, goal=GOAL, name=f"check{kind}")
        known = None
        for tool, command in others.register_jobs(options.found, path, per_mille):
            known = known or totals.of_the_program(check(path), codes)
            found, refused = totals.of_another(command)
            totals.compare(known, found, tool)
            setting.require((refused > 0) == (per_mille > 0), f"{tool} refused {refused:,} rows")
            name = f"polars{kind}" if tool.startswith("Polars") else None
            sheet.add(job, tool, timing.timed(command, options), size, own, name=name)
    if options.found:
        sheet.note("`check` nêu từng chỗ sai, các công cụ khác chỉ đếm dòng sai (DuckDB giữ cả số dòng); tổng số theo địa bàn, tháng, loại vụ việc "
                   "trùng nhau. / `check` says each fault, the others count faulty rows (DuckDB keeps their lines); all totals are equal.")
