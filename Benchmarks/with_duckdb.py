"""The same job in DuckDB: reads a register, parses, keeps the rows that hold, adds up by district, month and category."""

import csv
import pathlib
import sys

import duckdb

units = [(f"{row['type'].capitalize()} {row['name']}", row["district"])
         for row in csv.DictReader(open(pathlib.Path(__file__).parent / "catalogue" / "units.csv", encoding="utf-8"))
         if row["level"] == "commune" and not row["valid_to"]]
base = duckdb.connect()
base.execute("create table districts (commune text, district text)")
base.executemany("insert into districts values (?, ?)", units)
found = base.execute(
    """
    select district, month("Ngày"), "Loại vụ việc", sum("Số vụ"), sum("Số đối tượng"), sum("Đã giải quyết")
    from read_csv(?, delim = ';', header = true, dateformat = '%d/%m/%Y', types = {
        'Ngày': 'DATE', 'Số vụ': 'BIGINT', 'Số đối tượng': 'BIGINT', 'Đã giải quyết': 'BIGINT'})
    join districts on commune = "Địa bàn"
    where "Đã giải quyết" <= "Số vụ"
    group by all order by all
    """, [sys.argv[1]]).fetchall()
print(len(found))
