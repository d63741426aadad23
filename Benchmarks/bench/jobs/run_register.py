"""`run` with a register as the one submission: hash, archive, ledger and draft; then again, when it is known."""

from .. import data, setting, timing
from ..data import REGISTER_NOW
from .register import counted


def measure(options, sheet):
    path = data.register(options.rows)
    size, reports = path.stat().st_size, setting.WORK / "run-register"
    command = [setting.program(), "run", "2026", "--inputs", path.parents[2], "--reports", reports, "--now", REGISTER_NOW]
    job = f"`run`, {counted(options.rows)}"
    new = timing.timed(command, options, before=lambda: setting.fresh(reports))
    sheet.add(job + ", mới / new", "tonghop", new, size, name="run")
    setting.require((reports / "2026" / "du-thao" / "manifest.json").exists(), "run left no draft")
    sheet.add(job + ", đã biết / known", "tonghop", timing.timed(command, options), size)
