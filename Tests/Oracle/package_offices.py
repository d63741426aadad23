"""Two small provinces that export packages: two months, a second edition without one of its indicators, masked counts in the other."""
import re
import shutil
import subprocess
from pathlib import Path

FIXTURE = Path(__file__).parents[1] / "CommandTests/Fixtures/nho/inputs"


def province(root, code, protected):
    """The small province under another code."""
    inputs = root / f"co-quan-{code}" / "inputs"
    shutil.copytree(FIXTURE, inputs)
    for path in [p for p in inputs.rglob("*") if p.suffix in (".csv", ".yaml", ".geojson")]:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'(?<![\d.])90([12]0[1-3]|[12])?(?=[;,"\n\r])', lambda m: code + (m[1] or ""), text)
        path.write_text(text, encoding="utf-8", newline="")
    if protected:
        with open(inputs / "catalogue/organisation.yaml", "a", encoding="utf-8") as file:
            file.write("leadership_figures: protected\n")
    return inputs


def replace(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text, (path, old)
    path.write_text("\ufeff" + text.replace(old, new), encoding="utf-8", newline="")


def make(binary, root):
    """Runs both offices, and lays their packages out below `goi/CODE/`, each as the folder and the zip that it is."""
    packages = root / "goi"

    def tonghop(inputs, day, *arguments):
        done = subprocess.run(
            [binary, *arguments, "--inputs", str(inputs), "--reports", str(inputs.parent / "reports"), "--now",
             f"{day}T09:00+07:00", "--quiet"], capture_output=True, text=True, check=False, env={"PATH": ""})
        assert done.returncode <= 1, (arguments, done.returncode, done.stderr)

    for code, protected in (("90", False), ("91", True)):
        inputs = province(root, code, protected)
        for month, day in (("2026-09", "2026-09-17"), ("2026-10", "2026-10-17")):
            hidden = root / f"sau-{code}-{month}"
            if month == "2026-09":
                shutil.move(inputs / "submissions/2026-10", hidden)
            elif (root / f"sau-{code}-2026-09").exists():
                shutil.move(root / f"sau-{code}-2026-09", inputs / "submissions/2026-10")
            tonghop(inputs, day, "run", month)
            tonghop(inputs, day, "issue", month, "--yes")
            tonghop(inputs, day, "export", month, "--audience", "leadership")
        if code == "90":
            table = inputs / "submissions/2026-10/SDT-02-tt.csv"
            replace(table, "Lần gửi: 1", "Lần gửi: 2")
            replace(table, "4;240;200", "5;260;200")
            table.write_text(re.sub(r"Tổng cộng.*\n", "", table.read_text(encoding="utf-8")), encoding="utf-8", newline="")
            for register in ("indicators", "sources"):
                catalogue = inputs / f"catalogue/{register}.csv"
                catalogue.write_text("".join(line for line in catalogue.read_text(encoding="utf-8").splitlines(True)
                                             if not line.startswith("TT08,")), encoding="utf-8", newline="")
            tonghop(inputs, "2026-10-19", "run", "2026-10")
            tonghop(inputs, "2026-10-19", "issue", "2026-10", "--yes")
            tonghop(inputs, "2026-10-19", "export", "2026-10", "--audience", "leadership")
        for folder in sorted((inputs.parent / "reports").glob("*/xuat/*-leadership")):
            shutil.copytree(folder, packages / code / folder.name)
            shutil.copy(f"{folder}.zip", packages / code)
    return packages
