"""What the program holds: read from `viec-can-quyet.csv` of its drafts, where each file that waits has a line `nhận tệp`."""
import csv
import json
import subprocess


def waiting(reports):
    """(path of a file, reason) of every `nhận tệp` that a draft waits for."""
    found = {}
    for path in sorted(reports.glob("*/du-thao/viec-can-quyet.csv")):
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                if row.get("Việc") == "nhận tệp" and row.get("Tệp"):
                    found[row["Tệp"]] = row.get("Vì sao giữ lại") or row.get("Lý do") or ""
    return found


def status(binary, period, inputs, reports, now):
    done = subprocess.run([binary, "status", period, "--inputs", inputs, "--reports", reports, "--now", now,
                           "--format", "json", "--lang", "en"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"status {period}: exit {done.returncode}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout)


def held(binary, inputs, reports, now):
    """Paths that are held: what the drafts wait for, and what the status of every folder names."""
    paths = set(waiting(reports))
    for folder in sorted(path.name for path in (inputs / "submissions").iterdir() if path.is_dir()):
        for entry in status(binary, folder, inputs, reports, now)["submissions"]:
            paths |= set(entry.get("held") or [])
    return {path for path in paths if (inputs / "submissions" / path).is_file()}
