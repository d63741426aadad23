"""The register's job in Polars: reads, parses, keeps the rows that hold, adds up by district, month and category.

    with_polars.py FILE [--faulty]

--faulty reads counts as text and parses them with strict=False: a count that cannot be read is left out, and so are both of
two that contradict each other; rows without a day or a place that can be read are refused, and counted.
"""

import sys

import polars as pl
from registers import COUNTS, DISTRICTS, show

faulty = "--faulty" in sys.argv
districts = pl.LazyFrame({"Địa bàn": list(DISTRICTS), "district": list(DISTRICTS.values())})
rows = pl.scan_csv(sys.argv[1], separator=";", schema_overrides=dict.fromkeys(COUNTS, pl.String if faulty else pl.Int64))
rows = rows.with_columns(pl.col("Ngày").str.to_date("%d/%m/%Y", strict=not faulty))
settled = pl.col("Đã giải quyết") <= pl.col("Số vụ")
if faulty:
    rows = rows.with_columns(pl.col(COUNTS).cast(pl.Int64, strict=False)).join(districts, on="Địa bàn", how="left")
    pair = ["Số vụ", "Đã giải quyết"]
    rows = rows.with_columns(pl.when(settled.fill_null(True)).then(pl.col(pair)))
    rows = rows.with_columns(held=pl.all_horizontal(pl.col("Ngày", "district").is_not_null()))
else:
    rows = rows.filter(settled).join(districts, on="Địa bàn").with_columns(held=pl.lit(True))
found = (
    rows.group_by("district", pl.col("Ngày").dt.month(), "Loại vụ việc", "held")
    .agg(pl.len(), *(pl.sum(column) for column in COUNTS))
    .collect(engine="streaming").rows())
show([row[:3] + row[4:] for row in found if row[3]], sum(row[4] for row in found if not row[3]))
