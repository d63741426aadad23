#!/usr/bin/env python3
"""The oracle against figures worked out by hand, on a small province of two districts."""
import datetime
import tempfile
import unittest
from pathlib import Path

from recompute import Oracle
from registers import read_period

HEAD = "Kỳ báo cáo: {period}\nĐơn vị gửi: {department}\nLần gửi: {sequence}\n{blanks}TT;Mã xã;Xã, phường;Số;Đạt;Tồn\n"
ZERO = "Ô trống và xã, phường không ghi tên: không phát sinh\n"
CATALOGUE = {
    "organisation.yaml": 'province: "90"\ncalendar: decree09\n',
    "units.csv": """code,name,type,level,parent,district,border,valid_from,valid_to,aliases
90,Thử,tỉnh,province,,,0,,,
1,Một,huyện,district,90,,0,,2025-07-01,
2,Hai,huyện,district,90,,0,,2025-07-01,
1,Một (cũ),địa bàn,district,90,,0,2025-07-01,,Huyện Một
2,Hai (cũ),địa bàn,district,90,,0,2025-07-01,,Huyện Hai
90001,An,xã,commune,1,1,0,,2025-07-01,
90002,Bình,xã,commune,1,1,0,,2025-07-01,
90003,Cao,xã,commune,2,2,0,,2025-07-01,
90004,Dĩnh,xã,commune,2,2,0,,2025-07-01,
90005,Én,xã,commune,2,2,0,,2025-07-01,
90001,An Bình,xã,commune,90,1,0,2025-07-01,,
90003,Cao,xã,commune,90,2,0,2025-07-01,,
90005,Én,xã,commune,90,2,0,2025-07-01,,
""",
    "unit_changes.csv": """date,from,to,kind,weight,source
2025-07-01,1,1,retyped,,
2025-07-01,2,1,divided,,
2025-07-01,2,2,divided,,
2025-07-01,90001,90001,merged,,
2025-07-01,90002,90001,merged,,
2025-07-01,90003,90001,moved,,
2025-07-01,90004,90003,divided,,
2025-07-01,90004,90005,divided,,
2025-07-01,90005,90005,moved,,
""",
    "departments.csv": """code,name,short_name,kind,unit,valid_from,valid_to,successor,aliases
CU,Sở Cũ,Sở Cũ,agency,90,,2025-07-01,MOI,
MOI,Sở Mới,Sở Mới,agency,90,2025-07-01,,,
BAN,Ban Phụ,Ban Phụ,agency,90,,,,
""",
    "obligations.csv": """department,form,every,area,valid_from,valid_to
CU,01-xx,month,90,,2025-07-01
MOI,01-xx,month,90,2025-07-01,
BAN,01-xx,month,90,,
""",
    "sources.csv": """indicator,department,role,valid_from,valid_to,reason
A,CU,count,,2025-07-01,
A,MOI,count,2025-07-01,,
A,BAN,count,,,
B,CU,count,,2025-07-01,
B,MOI,count,2025-07-01,,
S,CU,count,,2025-07-01,
S,MOI,count,2025-07-01,,
""",
    "indicators.csv": """code,domain,kind,numerator,denominator,factor,decimals,forms
A,x,flow,so,,,0,01-xx
B,x,flow,dat,,,0,01-xx
S,x,stock,ton,,,0,01-xx
R,x,ratio,B,A,100,1,
""",
    "codes.csv": "list,code,name_vi,name_en,valid_from,valid_to,aliases\n",
    "forms/01-xx.yaml": """code: 01-xx
number: 01/XX
layout: sheet
columns:
  - {id: ma, name: Mã xã, type: unit_code}
  - {id: ten, name: "Xã, phường", type: unit_name, required: true}
  - {id: so, name: Số, type: count}
  - {id: dat, name: Đạt, type: count}
  - {id: ton, name: Tồn, type: count}
measures:
  - {code: so, columns: [so]}
  - {code: dat, columns: [dat]}
  - {code: ton, columns: [ton]}
checks:
  - {kind: at_most, part: dat, whole: so, level: error}
""",
}


class OracleTests(unittest.TestCase):
    def figures(self, period, files, decisions="", held=()):
        with tempfile.TemporaryDirectory() as name:
            inputs = Path(name)
            texts = {f"catalogue/{path}": text for path, text in CATALOGUE.items()}
            texts |= {f"submissions/{path}": text for path, text in files.items()}
            texts["xu-ly.csv"] = "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt\n" + decisions
            for path, text in texts.items():
                (inputs / path).parent.mkdir(parents=True, exist_ok=True)
                (inputs / path).write_text(text, encoding="utf-8")
            oracle = Oracle(inputs, datetime.datetime(2026, 1, 1), held)
            return {row[:3]: row[3:] for row in oracle.rows(read_period(period))}

    def sheet(self, rows, department="Sở Mới", period="Tháng 8 năm 2025", sequence=1, blanks=ZERO):
        return HEAD.format(period=period, department=department, sequence=sequence, blanks=blanks) + rows

    def test_sums_and_completeness(self):
        f = self.figures("2025-08", {"2025-08/MOI-01-xx.csv": self.sheet("1;90001;An Bình;4;1;7\n2;;Cấp tỉnh;2;0;-\n;;Tổng cộng;6;1;7\n")})
        self.assertEqual(f["A", "90", "current"], ("6", "(sb)", 1, 2))
        self.assertEqual(f["A", "1", "current"], ("4", "(sb)", 1, 2))
        self.assertEqual(f["A", "2", "current"], ("0", "(sb)", 1, 2))
        self.assertEqual(f["A", "90-0", "current"], ("2", "(sb)", 1, 2))
        self.assertEqual(f["S", "90", "current"], ("7", "", 1, 1))
        self.assertEqual(f["R", "90", "current"], ("16.7", "(sb)", 1, 2))
        self.assertEqual(f["R", "2", "current"], ("", "x", 1, 2))
        self.assertEqual(f["A", "90", "last_year"], ("", "CB", 0, 2))

    def test_blanks(self):
        f = self.figures("2025-08", {"2025-08/MOI-01-xx.csv": self.sheet("1;90001;An Bình;4;;...\n", blanks="")})
        self.assertEqual(f["A", "90001", "current"][:2], ("4", "(sb)"))
        self.assertEqual(f["B", "90001", "current"][:2], ("", "CB"))
        self.assertEqual(f["S", "90001", "current"][:2], ("", "..."))
        self.assertEqual(f["A", "90005", "current"][:2], ("", "CB"))

    def test_refused_rows_and_cells(self):
        rows = "1;90001;An Bình;4;5;0\n2;90003;Cao;một;0;1\n3;90005;Én;3;0;0\n4;90005;Én;8;0;0\n"
        f = self.figures("2025-08", {"2025-08/MOI-01-xx.csv": self.sheet(rows)})
        # 5 of 4: both cells of the comparison are out, the third stands.
        self.assertEqual(f["S", "90001", "current"], ("0", "", 1, 1))
        self.assertEqual([f[code, "90001", "current"][1] for code in "AB"], ["CB", "CB"])
        self.assertEqual([f[code, "90003", "current"][:2] for code in "ABS"], [("", "CB"), ("0", ""), ("1", "")])
        # The second row of a place is out, and what the first says is provisional.
        self.assertEqual(f["S", "90005", "current"], ("0", "(sb)", 1, 1))
        self.assertEqual(f["S", "90", "current"], ("1", "(sb)", 1, 1))
        # Nobody knows whose the row is: every place may want it.
        f = self.figures("2025-08", {"2025-08/MOI-01-xx.csv": self.sheet("1;90001;An Bình;4;0;0\n2;;Đâu đó;1;0;0\n")})
        self.assertEqual({mark for (code, _, span), (_, mark, *_) in f.items() if (code, span) == ("S", "current")}, {"(sb)"})

    def test_district_rows_are_totals_beside_communes(self):
        f = self.figures("2025-08", {"2025-08/MOI-01-xx.csv": self.sheet("1;1;Huyện Một;40;0;0\n2;90001;An Bình;4;0;0\n3;2;Huyện Hai;5;0;0\n")})
        self.assertEqual([f["A", unit, "current"][0] for unit in ("1", "90001", "2", "90003", "90")], ["4", "4", "5", "", "9"])
        self.assertEqual(f["S", "90003", "current"][:2], ("0", ""))

    def test_held_closed_and_previous(self):
        files = {"2025-08/MOI-01-xx.csv": self.sheet("1;90001;An Bình;4;0;0\n")}
        close = "05/09/2025;2025-08;;;;chốt;;;\n"
        late = "06/09/2025;;;;2025-08/MOI-01-xx.csv;ngày nhận;06/09/2025;;\n"
        self.assertEqual(self.figures("2025-08", files, close + late)["A", "90001", "current"][1], "CB")
        self.assertEqual(self.figures("2025-08", files, close + late + "07/09/2025;2025-08;;;;mở lại;;;\n")["A", "90001", "current"][0], "4")
        self.assertEqual(self.figures("2025-08", files, held={"2025-08/MOI-01-xx.csv"})["A", "90", "current"][1:], ("CB", 0, 2))
        self.assertEqual(self.figures("2025-9M", files)["A", "90", "previous"][1], "x")

    def test_precedence(self):
        def moment(path, time):
            return f"01/09/2025;;;;2025-08/{path};ngày nhận;{time};thử;Trưởng phòng\n"
        files = {f"2025-08/MOI-01-xx-{n}.csv": self.sheet(f"1;90001;An Bình;{n};0;0\n", sequence=1 if n < 4 else 2) for n in range(1, 6)}
        first = moment("MOI-01-xx-1.csv", "01/09/2025") + moment("MOI-01-xx-2.csv", "02/09/2025 08:00")
        late = moment("MOI-01-xx-3.csv", "02/09/2025 07:00") + moment("MOI-01-xx-4.csv", "30/08/2025") + moment("MOI-01-xx-5.csv", "30/08/2025")
        value = lambda decisions: self.figures("2025-08", files, decisions)["A", "90001", "current"][0]
        # 4 and 5 tie: neither replaces what preceded both, which is 2, the latest of the first sending.
        self.assertEqual(value(first + late), "2")
        self.assertEqual(value(first + late + "05/09/2025;;;;2025-08/MOI-01-xx-5.csv;rút tệp;;thử;\n"), "4")
        self.assertEqual(value(first + late + "05/09/2025;;;;2025-08/MOI-01-xx-1.csv;thay tệp;;thử;\n"), "1")

    def test_parts(self):
        files = {"2025-08/MOI-01-xx--a.csv": self.sheet("1;90001;An Bình;1;0;0\n2;90003;Cao;5;0;0\n"),
                 "2025-08/MOI-01-xx--b.csv": self.sheet("1;90001;An Bình;2;0;0\n2;90005;Én;3;0;0\n")}
        f = self.figures("2025-08", files)
        self.assertEqual(f["A", "90", "current"][:2], ("8", "(sb)"))
        self.assertEqual(f["A", "2", "current"][0], "8")

    def test_boundaries(self):
        old = {"department": "Sở Cũ", "period": "Tháng 6 năm 2025"}
        f = self.figures("2025-07", {"2025-06/CU-01-xx.csv": self.sheet("1;90001;An;1;0;0\n2;90002;Bình;2;0;0\n3;90003;Cao;4;0;0\n", **old)})
        self.assertEqual(f["A", "90001", "previous"][0], "7")
        self.assertEqual(f["A", "1", "previous"][0], "7")
        self.assertEqual(f["A", "2", "previous"][0], "0")
        f = self.figures("2025-07", {"2025-06/CU-01-xx.csv": self.sheet("1;90004;Dĩnh;8;0;0\n", **old)})
        self.assertEqual(f["A", "90003", "previous"][:2], ("", "KSS"))
        self.assertEqual(f["A", "2", "previous"][0], "8")
        f = self.figures("2025-07", {"2025-06/CU-01-xx.csv": self.sheet("1;2;Huyện Hai;8;0;0\n", **old)})
        self.assertEqual([f["A", unit, "previous"][:2] for unit in ("1", "2", "90")], [("", "KSS"), ("", "KSS"), ("8", "(sb)")])

    def test_predecessor_and_spans(self):
        old = {"department": "Sở Cũ", "blanks": ZERO}
        files = {"2025-07/CU-01-xx.csv": self.sheet("1;90001;An Bình;1;0;5\n", period="Tháng 7 năm 2025", **old),
                 "2025-08/MOI-01-xx.csv": self.sheet("1;90001;An Bình;2;0;6\n"),
                 "2025-09/MOI-01-xx.csv": self.sheet("1;90001;An Bình;4;0;7\n", period="Tháng 9 năm 2025")}
        f = self.figures("2025-Q3", files, "01/07/2025;;BAN;;;miễn;;thử;Trưởng phòng\n")
        self.assertEqual(f["A", "90001", "current"], ("7", "", 3, 3))
        self.assertEqual(f["S", "90001", "current"], ("7", "", 1, 1))
        self.assertEqual(f["A", "90001", "ytd"], ("7", "(sb)", 3, 9))


if __name__ == "__main__":
    unittest.main()
