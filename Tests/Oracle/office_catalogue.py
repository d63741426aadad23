"""The catalogue of a small province in which everything happens that the calculation of figures has to stand.

Three districts, of which one is redrawn on 2025-07-01; communes renamed, merged, divided with and without weights, one that gives a
part away and goes on; a board whose department takes over; district committees followed by communes; forms of every layout, one
owed by the quarter; indicators of every kind, with several forms and sources.
"""

UNITS = """code,name,type,level,parent,district,border,valid_from,valid_to,aliases
90,Minh Sơn,tỉnh,province,,,0,,,
901,Suối Lớn,huyện,district,90,,0,,2025-07-01,
902,Đồng Cao,huyện,district,90,,0,,2025-07-01,
903,Bản Lưng,huyện,district,90,,0,,2025-07-01,
901,Suối Lớn (cũ),địa bàn,district,90,,0,2025-07-01,,Suối Lớn|Huyện Suối Lớn
902,Đồng Cao (cũ),địa bàn,district,90,,0,2025-07-01,,Đồng Cao|Huyện Đồng Cao
903,Bản Lưng (cũ),địa bàn,district,90,,0,2025-07-01,,Bản Lưng|Huyện Bản Lưng
10001,Nà Pan,xã,commune,901,901,0,,2025-07-01,
10002,Nà Lốc,xã,commune,901,901,0,,2025-02-01,
10002,Nà Lốc,xã,commune,901,901,0,2025-02-01,2025-07-01,
10003,Suối Lớn,thị trấn,commune,901,901,0,,2025-07-01,
10004,Chiềng Nưa,xã,commune,901,901,0,,2025-02-01,
10005,Bó Sinh,xã,commune,901,901,0,,2025-07-01,
10011,Pa Háng,xã,commune,902,902,0,,2025-02-01,
10011,Pá Háng,xã,commune,902,902,0,2025-02-01,2025-07-01,
10012,Tà Xa,xã,commune,902,902,0,,2025-02-01,
10012,Tà Xa,xã,commune,902,902,0,2025-02-01,2025-07-01,
10013,Hua Mạ,xã,commune,902,902,0,,2025-02-01,
10013,Hua Mạ,xã,commune,902,902,0,2025-02-01,2025-07-01,
10014,Co Chai,xã,commune,902,902,0,,2025-02-01,
10021,Lóng Cu,xã,commune,903,903,0,,2025-07-01,
10022,Phiêng Đa,xã,commune,903,903,0,,2025-07-01,
10023,Mường Hốc,xã,commune,903,903,0,,2025-07-01,
10024,Noong Ỏ,xã,commune,903,903,0,,2025-07-01,
10001,Suối Lớn,xã,commune,90,901,0,2025-07-01,,
10002,Nà Lốc,xã,commune,90,901,0,2025-07-01,,
10011,Pá Háng,xã,commune,90,902,0,2025-07-01,,
10013,Hua Mạ,phường,commune,90,902,0,2025-07-01,,
10022,Mường Hốc,xã,commune,90,903,0,2025-07-01,,
10024,Noong Ỏ,xã,commune,90,903,0,2025-07-01,,
"""

# {0}, {1}: weights of Co Chai's division; {2}, {3}: of what Bó Sinh gave away.
CHANGES = """date,from,to,kind,weight,source
2025-02-01,10002,10002,merged,,s
2025-02-01,10004,10002,merged,,s
2025-02-01,10005,10005,divided,{2},s
2025-02-01,10005,10002,divided,{3},s
2025-02-01,10011,10011,renamed,,s
2025-02-01,10012,10012,merged,,s
2025-02-01,10013,10013,merged,,s
2025-02-01,10014,10012,divided,{0},s
2025-02-01,10014,10013,divided,{1},s
2025-07-01,901,901,retyped,,s
2025-07-01,902,902,retyped,,s
2025-07-01,903,902,divided,,s
2025-07-01,903,903,divided,,s
2025-07-01,10001,10001,merged,,s
2025-07-01,10003,10001,merged,,s
2025-07-01,10005,10001,merged,,s
2025-07-01,10002,10002,moved,,s
2025-07-01,10011,10011,merged,,s
2025-07-01,10012,10011,merged,,s
2025-07-01,10013,10013,merged,,s
2025-07-01,10021,10013,merged,,s
2025-07-01,10022,10022,merged,,s
2025-07-01,10023,10022,merged,,s
2025-07-01,10024,10024,moved,,s
"""

DEPARTMENTS = """code,name,name_en,short_name,kind,unit,valid_from,valid_to,successor,aliases
QA,Sở Quản A,Dept A,Sở QA,agency,90,,,,
QB,Sở Quản B,Dept B,Sở QB,agency,90,,,,
QC,Hội Quản C,Assoc C,Hội QC,front,90,,,,
QD,Sở Quản D,Dept D,Sở QD,agency,90,,,,
QE,Sở Quản E,Dept E,Sở QE,agency,90,2025-03-01,,,
QF,Ban Quản F,Board F,Ban QF,agency,90,,2025-03-01,QE,
QG,Sở Quản G,Dept G,Sở QG,agency,90,,,,
K901,Ủy ban nhân dân huyện Suối Lớn,PC 901,UBND huyện Suối Lớn,district,901,,2025-07-01,,
K902,Ủy ban nhân dân huyện Đồng Cao,PC 902,UBND huyện Đồng Cao,district,902,,2025-07-01,,
K903,Ủy ban nhân dân huyện Bản Lưng,PC 903,UBND huyện Bản Lưng,district,903,,2025-07-01,,
Y10001,Ủy ban nhân dân xã Suối Lớn,PC 10001,UBND xã Suối Lớn,commune,10001,2025-07-01,,,
Y10002,Ủy ban nhân dân xã Nà Lốc,PC 10002,UBND xã Nà Lốc,commune,10002,2025-07-01,,,
Y10011,Ủy ban nhân dân xã Pá Háng,PC 10011,UBND xã Pá Háng,commune,10011,2025-07-01,,,
Y10013,Ủy ban nhân dân phường Hua Mạ,PC 10013,UBND phường Hua Mạ,commune,10013,2025-07-01,,,
Y10022,Ủy ban nhân dân xã Mường Hốc,PC 10022,UBND xã Mường Hốc,commune,10022,2025-07-01,,,
Y10024,Ủy ban nhân dân xã Noong Ỏ,PC 10024,UBND xã Noong Ỏ,commune,10024,2025-07-01,,,
"""

INDICATORS = """code,domain,name_vi,name_en,unit_vi,unit_en,kind,numerator,denominator,factor,decimals,better,forms,bound,suppress_below,sensitive,part_of,short_vi,short_en
I01,lv,Số lớp,Classes,lớp,class,flow,lop,,,0,up,21-xa 22-so,5000,,0,,Lớp,Classes
I02,lv,Lượt người,Persons,người,person,flow,nguoi,,,0,up,21-xa 22-so,5000,,0,,Người,Persons
I03,lv,Trong đó nữ,Women,người,person,flow,nu,,,0,none,21-xa 22-so,5000,,0,I02,Nữ,Women
I04,lv,Kinh phí,Money,triệu đồng,million,flow,tien,,,1,none,21-xa 22-so,5000,,0,,Tiền,Money
I05,lv,Tỷ lệ nữ,Share of women,%,percent,ratio,I03,I02,100,1,none,,,,0,,Tỷ lệ nữ,Women share
I06,lv,Lũy kế bản,Villages,bản,village,ytd,ban,,,0,up,21-xa,5000,,0,,Bản,Villages
I07,lv,Phát sinh,Arising,vụ,case,flow,ps,,,0,down,24-ton,5000,,0,,Phát sinh,Arising
I08,lv,Giải quyết,Settled,vụ,case,flow,gq,,,0,up,24-ton,5000,,0,,Giải quyết,Settled
I09,lv,Tồn cuối kỳ,Pending,vụ,case,stock,ton,,,0,down,24-ton,5000,,0,,Tồn,Pending
I10,lv,Số hộ,Households,hộ,household,flow,ho,,,0,down,25-ho,5000,,0,,Hộ,Households
I11,lv,Mô hình,Models,mô hình,model,stock,mo,,,0,up,23-dk,5000,,0,,Mô hình,Models
I12,lv,Vụ loại P,Cases P,vụ,case,flow,vup,,,0,down,22-so,5000,,0,,Vụ P,Cases P
I13,lv,Hộ trên lớp,Households per class,hộ/lớp,ratio,ratio,I10,I01,1,2,none,,,,0,,Hộ/lớp,HH per class
I14,lv,Hội nghị,Meetings,cuộc,meeting,flow,hn,,,0,up,23-dk,5000,,0,,Hội nghị,Meetings
I15,lv,Điểm nhóm,Groups,điểm,point,flow,diem,,,0,none,26-ct,5000,,0,,Điểm nhóm,Groups
I16,lv,Giám sát,Inspections,cuộc,inspection,flow,gs,,,0,up,27-quy,5000,,0,,Giám sát,Inspections
I17,lv,Kiến nghị còn tồn,Petitions,việc,petition,stock,kn,,,0,down,27-quy,5000,,0,,Kiến nghị,Petitions
"""

OBLIGATIONS = """department,form,every,area,valid_from,valid_to
QA,21-xa,month,90,,
QA,22-so,month,90,,
QB,21-xa,month,90,,
QC,22-so,month,90,,
QD,24-ton,month,90,,
QC,23-dk,month,90,,
QE,22-so,month,90,2025-03-01,
QF,22-so,month,90,,2025-03-01
QG,26-ct,month,90,,
QG,27-quy,quarter,90,,
K901,25-ho,month,901,,2025-07-01
K902,25-ho,month,902,,2025-07-01
K903,25-ho,month,903,,2025-07-01
Y10001,25-ho,month,10001,2025-07-01,
Y10002,25-ho,month,10002,2025-07-01,
Y10011,25-ho,month,10011,2025-07-01,
Y10013,25-ho,month,10013,2025-07-01,
Y10022,25-ho,month,10022,2025-07-01,
Y10024,25-ho,month,10024,2025-07-01,
"""

COUNTING = {"I01": "QA QB QC", "I02": "QA QB QC", "I03": "QA QB QC", "I04": "QA QB QC", "I06": "QB", "I07": "QD", "I08": "QD",
            "I09": "QD", "I11": "QC", "I14": "QC", "I15": "QG", "I16": "QG", "I17": "QG"}
SOURCES = "indicator,department,role,valid_from,valid_to,reason\n" \
    + "".join(f"{code},{name},count,,,mỗi đơn vị ghi việc của mình\n" for code, names in COUNTING.items() for name in names.split()) \
    + "I12,QE,count,2025-03-01,,\nI12,QF,count,,2025-03-01,\nI12,QC,compare,,,\n" \
    + "".join(f"I10,K{code},count,,2025-07-01,mỗi nơi ghi việc của mình\n" for code in (901, 902, 903)) \
    + "".join(f"I10,Y{code},count,2025-07-01,,mỗi nơi ghi việc của mình\n" for code in (10001, 10002, 10011, 10013, 10022, 10024))

CODES = """list,code,name_vi,name_en,valid_from,valid_to,aliases
linh_vuc,lv,Lĩnh vực,Domain,,,
vai_tro,ct,Chủ trì,Lead,,,CT
vai_tro,ph,Phối hợp,Partner,,,PH
pham_vi,xa,Xã,Commune,,,
pham_vi,tinh,Tỉnh,Province,,,
pham_vi,lx,Liên xã,Several,,,
loai,p,Loại P,Kind P,,,
loai,q,Loại Q,Kind Q,,2025-07-01,
loai,r,Loại R,Kind R,,,
"""

ORGANISATION = """province: "90"
parent_agency: {{vi: ỦY BAN NHÂN DÂN TỈNH MINH SƠN, en: MINH SƠN PEOPLE'S COMMITTEE}}
agency: {{vi: SỞ A, en: DEPARTMENT A}}
agency_name: {{vi: Sở A, en: Department A}}
abbreviation: SA
place: Minh Sơn
subject: {{vi: Kết quả phối hợp, en: Results}}
mandate: {{vi: "chương trình đã ký", en: "the programme"}}
addressees: {{vi: ["Tỉnh"], en: ["Province"]}}
recipients: {{vi: ["Như trên"], en: ["As above"]}}
signer_title: {{vi: GIÁM ĐỐC, en: DIRECTOR}}
time_zone: Asia/Ho_Chi_Minh
languages: [vi]
calendar: {calendar}
deadline:
  working_days: 2
  basis: {{vi: "ngày làm việc thứ hai", en: "second working day"}}
thresholds: {{percentage_base: 10, moved_base: 10, findings_shown: 1000}}
district_note: {{vi: "Địa bàn cũ.", en: "Former districts."}}
"""

PLACE_COLUMNS = """  - {id: tt, name: TT, type: ordinal, aliases: [STT]}
  - {id: ma, name: Mã xã, type: unit_code, aliases: [Mã]}
  - {id: ten, name: "Xã, phường", type: unit_name, required: true, aliases: [Xã phường, Tên xã]}
"""


def sheet(code, number, columns, checks="", layout="sheet"):
    lines = [f"code: {code}", f"number: {number}", f"title: {{vi: Biểu {number}, en: Form {number}}}", "domain: lv", f"layout: {layout}",
             "places: both", "columns:", PLACE_COLUMNS.rstrip("\n")]
    for name, text, kind in columns:
        lines.append(f'  - {{id: {name}, name: "{text}", type: {kind}{", decimals: 1" if kind == "decimal" else ""}, bound: 5000}}')
    lines += ["measures:"] + [f"  - {{code: {name}, columns: [{name}]}}" for name, _, _ in columns]
    return "\n".join(lines) + "\n" + ("checks:\n" + checks if checks else "checks: []\n")


FORMS = {
    "21-xa": sheet("21-xa", "21/XÃ", [("lop", "Số lớp", "count"), ("nguoi", "Lượt người", "count"), ("nu", "Trong đó: nữ", "count"),
                                      ("tien", "Kinh phí (triệu đồng)", "decimal"), ("ban", "Số bản lũy kế", "count")],
                   "  - {kind: at_most, part: nu, whole: nguoi, level: error}\n"
                   "  - {kind: zero_together, first: lop, second: nguoi, level: error}\n"),
    "22-so": """code: 22-so
number: 22/SỔ
title: {vi: Sổ, en: Register}
domain: lv
layout: register
places: both
date: ngay
placeless: {column: pham_vi, codes: [tinh, lx]}
columns:
  - {id: tt, name: TT, type: ordinal, aliases: [STT]}
  - {id: ngay, name: Ngày, type: date, required: true, filled: true, aliases: [Ngày tháng]}
  - {id: ma, name: Mã xã, type: unit_code, required: true, aliases: [Mã]}
  - {id: ten, name: "Xã, phường", type: unit_name, aliases: [Xã phường]}
  - {id: pham_vi, name: Phạm vi, type: code, list: pham_vi, required: true, filled: true}
  - {id: loai, name: Loại, type: code, list: loai}
  - {id: vai_tro, name: Vai trò, type: code, list: vai_tro, required: true, filled: true}
  - {id: lop, name: Số lớp, type: count, required: true, filled: true, bound: 5000, aliases: [Lớp]}
  - {id: nguoi, name: Lượt người, type: count, bound: 5000}
  - {id: nu, name: Nữ, type: count, bound: 5000}
  - {id: tien, name: Kinh phí (triệu đồng), type: decimal, decimals: 1, bound: 5000, aliases: [Kinh phí]}
measures:
  - {code: lop, columns: [lop], where: {vai_tro: [ct]}}
  - {code: nguoi, columns: [nguoi], where: {vai_tro: [ct]}}
  - {code: nu, columns: [nu], where: {vai_tro: [ct]}}
  - {code: tien, columns: [tien], where: {vai_tro: [ct]}, by: [loai]}
  - {code: vup, columns: [lop], where: {vai_tro: [ct], loai: [p]}}
checks:
  - {kind: at_most, part: nu, whole: nguoi, level: error}
""",
    "23-dk": sheet("23-dk", "23/ĐK", [("mo", "Mô hình cuối kỳ", "count"), ("hn", "Số hội nghị", "count")]),
    "24-ton": sheet("24-ton", "24/TỒN", [("dau", "Tồn đầu kỳ", "count"), ("ps", "Phát sinh", "count"), ("gq", "Giải quyết", "count"),
                                         ("ton", "Tồn cuối kỳ", "count")],
                    "  - {kind: follows, before: dau, arising: ps, settled: gq, pending: ton, level: error}\n"),
    "25-ho": sheet("25-ho", "25/HỘ", [("ho", "Số hộ", "count"), ("khau", "Số khẩu", "count")],
                   "  - {kind: at_most, part: ho, whole: khau, level: error}\n"),
    "26-ct": """code: 26-ct
number: 26/CT
title: {vi: Chỉ tiêu khác, en: Others}
domain: lv
layout: list
places: both
columns:
""" + PLACE_COLUMNS + """  - {id: chi_tieu, name: Chỉ tiêu, type: text, required: true}
  - {id: gia_tri, name: Giá trị, type: count, bound: 5000}
measures:
  - {code: diem, columns: [gia_tri]}
""",
    "27-quy": sheet("27-quy", "27/QUÝ", [("gs", "Số cuộc giám sát", "count"), ("kn", "Kiến nghị còn tồn", "count")]),
}

REPORTS = {
    "bao-cao": """code: bao-cao
sections:
  - heading: {vi: "Đào tạo", en: "Training"}
    sentences:
      - {vi: "Tổ chức {I01} cho {I02}.", en: "{I01} for {I02}."}
shortcomings: []
""",
    "tong-hop": """code: tong-hop
tables:
  - tom-tat: {indicators: [I01, I02]}
  - tong-hop
  - linh-vuc: {domain: lv}
  - tinh-hinh-gui
  - can-xac-nhan
  - chenh-lech-nguon
  - thay-doi
  - nguon-ky-hieu
"""}


def write(folder, weights=("", "", "", ""), calendar="decree09"):
    """Writes the catalogue below `folder`."""
    texts = {
        "units.csv": UNITS, "unit_changes.csv": CHANGES.format(*weights), "departments.csv": DEPARTMENTS, "indicators.csv": INDICATORS,
        "obligations.csv": OBLIGATIONS, "sources.csv": SOURCES, "codes.csv": CODES, "organisation.yaml": ORGANISATION.format(calendar=calendar),
        "checks.yaml": "checks:\n  - {kind: at_most, part: I03, whole: I02}\n",
        "holidays.csv": "date,kind,name\n2024-01-01,holiday,Tết\n2025-01-01,holiday,Tết\n2026-01-01,holiday,Tết\n",
        "populations.csv": "unit,year,population,source\n", "targets.csv": "indicator,unit,year,target\nI01,90,2025,500\n",
        "programmes.csv": "code,number,name,signed,lead,partners,annual_plan,interim_review,final_review,valid_from,valid_to\n",
    } | {f"forms/{code}.yaml": text for code, text in FORMS.items()} | {f"reports/{code}.yaml": text for code, text in REPORTS.items()}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
