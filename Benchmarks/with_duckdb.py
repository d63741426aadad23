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
    """.replace(" PASSING", "")
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
    # A count that cannot be read is left out, and so are both of two that contradict each other.
    found = base.execute(
        """
        with rows as (
            select "Địa bàn", "Loại vụ việc", try_strptime("Ngày", '%d/%m/%Y') as day, try_cast("Số vụ" as bigint) as cases,
                try_cast("Số đối tượng" as bigint) as persons, try_cast("Đã giải quyết" as bigint) as settled
            from read_csv(?, delim = ';', header = true, all_varchar = true))
        select district, month(day), "Loại vụ việc", count(*),
            coalesce(sum(case when coalesce(settled <= cases, true) then cases end), 0), coalesce(sum(persons), 0),
            coalesce(sum(case when coalesce(settled <= cases, true) then settled end), 0),
            district is not null and day is not null as held
        from rows left join districts on commune = "Địa bàn"
        group by all
        """, [sys.argv[1]]).fetchall()
    show([row[:7] for row in found if row[7]], sum(row[3] for row in found if not row[7]))
