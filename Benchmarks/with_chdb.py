"""The register's job in chDB (ClickHouse): reads, parses, keeps the rows that hold, adds up by district, month and category.

    with_chdb.py FILE [--faulty]

--faulty reads counts as text and takes what does not parse for null, and both of two that contradict each other; rows whose day
or commune cannot be read are counted.
"""

import json
import sys

import chdb
from registers import COUNTS, DISTRICTS, show

faulty = "--faulty" in sys.argv
count = "toInt64OrNull({})" if faulty else "{}"
day = "parseDateTimeOrNull" if faulty else "parseDateTime"
columns = ["Đơn vị", "Ngày", "Địa bàn", "Loại vụ việc", "Mức độ", *COUNTS, "Ghi chú"]
structure = ", ".join(f"`{name}` {'Int64' if name in COUNTS and not faulty else 'String'}" for name in columns)
places = ", ".join(f"('{commune}', '{district}')" for commune, district in DISTRICTS.items()).replace("\\", "\\\\")
cases, persons, settled = (count.format(f"`{column}`") for column in COUNTS)
sides = "left" if faulty else "inner"
found = chdb.query(
    f"""
    select district, month, `Loại vụ việc`, count(), sum(cases), sum(persons), sum(settled), held
    from (
        select district, toMonth({day}(`Ngày`, '%d/%m/%Y')) as month, `Loại vụ việc`,
            ifNull({settled} > {cases}, 0) as contradict, {persons} as persons,
            if(contradict, null, {cases}) as cases, if(contradict, null, {settled}) as settled,
            ifNull(month is not null and district != '', 0) as held
        from file('{sys.argv[1]}', 'CSV', '{structure}') as register
        {sides} join (select * from values('commune String, district String', {places})) as places on register.`Địa bàn` = places.commune)
    group by all
    settings format_csv_delimiter = ';', input_format_csv_skip_first_lines = 1
    """, "JSONCompactEachRow")
rows = [json.loads(line) for line in str(found).splitlines()]
show([row[:3] + [int(value) for value in row[3:7]] for row in rows if row[7]], sum(int(row[3]) for row in rows if not row[7]))
