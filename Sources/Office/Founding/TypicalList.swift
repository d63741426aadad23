import CatalogueReading
import Domain

/// Departments, obligations and sources that a province of today typically has, as proposals for a new office.
struct TypicalList {
    let office: NewOffice
    let communes: [NationalUnit]
    /// The code of the commune that carries on one that ends.
    let successor: (NationalUnit) -> String?
    let departments: [[String: String]]
    let obligations: [[String: String]]
    let sources: [[String: String]]

    /// Agencies, then the people's committees of the communes.
    func departmentRows(columns: [String]) -> [[String]] {
        let agencies = rows(departments, key: ["code"], columns) { row in
            var cells = row
            if cells["code"] == office.abbreviation {
                if cells["name"] != office.agency { cells["aliases"] = "" }
                if cells["name"] != office.agency { cells["short_name"] = office.agency }
                cells["name"] = office.agency
            }
            cells["unit"] = office.provinceCode
            return cells
        }
        return agencies
            + communes.map { commune in
                let kind = ["phường": "Ward", "đặc khu": "Special Zone"][commune.type] ?? "Commune"
                let cells = [
                    "code": "X\(commune.code)", "name": "Ủy ban nhân dân \(commune.type) \(commune.name)",
                    "name_en": "People's Committee of \(commune.name) \(kind)",
                    "short_name": "UBND \(commune.type) \(commune.name)", "kind": "commune", "unit": commune.code,
                    "valid_from": commune.validity.from?.description ?? "",
                    "valid_to": commune.validity.to?.description ?? "",
                    "successor": successor(commune).map { "X\($0)" } ?? "",
                ]
                return columns.map { cells[$0] ?? "" }
            }
    }

    func obligationRows(columns: [String]) -> [[String]] {
        rows(obligations, key: ["department", "form"], columns) { ["area": office.provinceCode].merging($0) { $1 } }
    }

    func sourceRows(columns: [String]) -> [[String]] {
        rows(sources, key: ["indicator", "department"], columns) { $0 }
    }

    private func rows(
        _ list: [[String: String]], key: [String], _ columns: [String],
        complete: ([String: String]) -> [String: String]
    ) -> [[String]] {
        var seen: Set<[String]> = []
        return list.compactMap { row in
            let cells = complete(row.mapValues(filled))
            guard seen.insert(key.map { cells[$0] ?? "" }).inserted else { return nil }
            return columns.map { cells[$0] ?? "" }
        }
    }

    /// With the province's own words in the places for them.
    private func filled(_ text: String) -> String {
        guard text.contains("{") else { return text }
        let isCity = office.provinceType == "thành phố"
        return text.replacing("{cơ quan}", with: office.abbreviation)
            .replacing("{loại}", with: office.provinceType).replacing("{tên}", with: office.province)
            .replacing("{Đoàn}", with: isCity ? "Thành đoàn" : "Tỉnh đoàn")
            .replacing("{Provincial}", with: isCity ? "City" : "Provincial")
    }
}
