"""with_xlsxwriter.py ROWS FILE: writes a workbook as a program of an office would, the same of the same number of rows; invented data."""

import datetime
import random
import sys

import xlsxwriter

HEADER = ["TT", "Mã xã", "Xã, phường", "Số buổi", "Lượt người nghe", "Trong đó: người DTTS", "Kinh phí (triệu đồng)", "Vai trò", "Ghi chú"]
PLACES = [(f"{3600 + place:05}", f"Xã Mẫu {place}") for place in range(200)]


def main():
    rows, path = int(sys.argv[1]), sys.argv[2]
    chance = random.Random("tonghop")
    workbook = xlsxwriter.Workbook(path)
    # The same bytes of the same rows.
    workbook.set_properties({"created": datetime.datetime(2026, 1, 1)})
    sheet = workbook.add_worksheet("Biểu")
    sheet.write_row(0, 0, HEADER)
    for row in range(1, rows + 1):
        code, place = chance.choice(PLACES)
        heard = chance.randint(0, 3000)
        note = f"Ghi chú {row}" if row % 10 == 0 else None
        sheet.write_row(row, 0, [row, code, place, chance.randint(0, 50), heard, chance.randint(0, heard), chance.randint(0, 1000) / 10,
                                 chance.choice(["Chủ trì", "Phối hợp"]), note])
    workbook.close()


if __name__ == "__main__":
    main()
