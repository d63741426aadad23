"""The register's job in DuckDB: reads, parses, keeps the rows that hold, adds up by district, month and category.

    with_duckdb.py FILE [--faulty]

--faulty lets rows that cannot be read pass by, and counts them.
"""

import sys

import duckdb
from registers import DISTRICTS, show

faulty = "--faulty" in sys.argv
base = duckdb.connect()
base.execute("create table districts (commune text, district text)")
base.executemany("insert into districts values (?, ?)", list(DISTRICTS.items()))
read = """
    read_csv(?, delim = ';', header = true, dateformat = '%d/%m/%Y', types = {
        'Ngày': 'DATE', 'Số vụ': 'BIGINT', 'Số đối tượng': 'BIGINT', 'Đã giải quyết': 'BIGINT'} PASSING)
    """.replace("PASSING", ", store_rejects = true, rejects_limit = 0" if faulty else "")
sums = """count(*), sum("Số vụ"), sum("Số đối tượng"), sum("Đã giải quyết")"""
if not faulty:
    found = base.execute(
        f"""
        select district, month("Ngày"), "Loại vụ việc", {sums} from {read}
        join districts on commune = "Địa bàn"
        where "Đã giải quyết" <= "Số vụ"
        group by all
        """, [sys.argv[1]]).fetchall()
    show(found, 0)
else:
    found = base.execute(
        f"""
        select district, month("Ngày"), "Loại vụ việc", {sums}, district is not null and "Đã giải quyết" <= "Số vụ" as held
        from {read}
        left join districts on commune = "Địa bàn"
        group by all
        """, [sys.argv[1]]).fetchall()
    unread, = base.execute("select count(distinct line) from reject_errors").fetchone()
    show([row[:7] for row in found if row[7]], unread + sum(row[3] for row in found if not row[7]))
