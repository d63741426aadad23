"""The same seed gives the same bytes: on any machine, and however much is asked for."""

import hashlib
import pathlib
import tempfile

from . import data, setting

ROWS = 2_000
# SHA-256 of `Benchmarks/register 2000` and of the same with `--faults 10`.
KNOWN = {0: "cea9ae2df92d6a9839e5f732905cef9176132d47ea0d9e6bfc20d8c861beb92b", 10: "028e6f925a591146f795bca53c1f3e658b144642cd1e7be4cdc34df2b804fe6c"}


def registers(folder):
    for per_mille, known in KNOWN.items():
        path = folder / f"{per_mille}.csv"
        data.written(ROWS, per_mille, path)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        setting.require(found == known, f"Benchmarks/register {ROWS} --faults {per_mille}: SHA-256 {found}, known {known}")
    longer, other = folder / "longer.csv", folder / "other.csv"
    data.written(ROWS + 1, 0, longer)
    setting.require(longer.read_bytes().startswith((folder / "0.csv").read_bytes()), "a longer register does not begin as a shorter one")
    data.written(ROWS, 0, other, seed="other")
    setting.require(other.read_bytes() != (folder / "0.csv").read_bytes(), "another seed gives the same register")


def years(folder):
    """Two years contain the sample, but for what it has only in its last months; and both writings are alike."""
    first, second = (data.office_of(2, folder / name) for name in ("first", "second"))
    setting.require(setting.digest(first / "submissions") == setting.digest(second / "submissions"), "scripts/sample --years differs from run to run")
    for path in sorted((setting.SAMPLE / "submissions").rglob("*.csv")):
        twin = first / "submissions" / path.relative_to(setting.SAMPLE / "submissions")
        setting.require(twin.read_bytes() == path.read_bytes(), f"scripts/sample --years: {twin} is not the sample's")


def check():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        registers(folder)
        years(folder)
    setting.say("the same seed gives the same bytes")
