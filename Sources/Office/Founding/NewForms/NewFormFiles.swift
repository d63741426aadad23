import CatalogueReading
import Domain
import Intake
import Reporting

/// What a new form makes of the catalogue's files.
struct NewFormFiles {
    /// Those that change and those that are new, in an order in which the catalogue is whole after each.
    let changed: [SourceFile]
    /// What stands for obligations and sources, with the form's column; `nil`: the catalogue has the registers.
    let assignments: Template?
    /// Whether the plan of the report has a table for the form's domain, if it is new.
    let isPlanned: Bool
    /// Whether the plan of the report takes what is to stand on the leader's page, if anything is.
    let isOnPage: Bool

    static let matrix = "catalogue/\(AssignmentMarks.file)"

    /// - Parameter catalogue: Of the files as they are.
    init(_ form: NewForm, _ files: [SourceFile], _ catalogue: Catalogue, today: Day) throws {
        var files = Files(files)
        let own = "forms/\(form.form.code).yaml"
        guard !files.has("catalogue/\(own)") else { throw Failure(.isThere(own)) }
        if let domain = form.domain { try files.add([domain.cells], to: "codes.csv") }
        files.put(own, Array(form.yaml.utf8))
        try files.add(form.indicators.map(\.cells), to: "indicators.csv")
        for code in form.extended { try files.extend(code, by: form.form.code) }
        let isMatrix = files.has(NewFormFiles.matrix)
        if isMatrix {
            // It is read as the registers that it stands for, and written anew.
            files.drop(NewFormFiles.matrix)
            for (name, columns) in CatalogueReader.registers where ["obligations.csv", "sources.csv"].contains(name) {
                files.put(name, Array((columns.joined(separator: ",") + "\n").utf8))
            }
            try files.add(catalogue.obligations.map(\.cells), to: "obligations.csv")
            try files.add(catalogue.sources.map(\.cells), to: "sources.csv")
        }
        let month = catalogue.organisation.calendar.month(containing: today)
        let begin = catalogue.organisation.calendar.firstDay(of: Period(month))
        try files.add(form.obligations.map { $0.beginning(begin).cells }, to: "obligations.csv")
        let new = Set(form.indicators.map(\.code))
        let counted = form.sources.map { new.contains($0.indicator) ? $0.beginning(begin) : $0 }
        try files.add(counted.map(\.cells), to: "sources.csv")
        isPlanned = try form.domain.map { try files.plan(domain: $0.code) } ?? true
        isOnPage = form.page.isEmpty || files.putOnPage(form.page)
        let (whole, findings) = CatalogueReader.read(files.all, digest: "")
        let errors = findings.filter { $0.level == .error }
        guard errors.isEmpty, let whole else { throw Failure(.unsound, showing: errors) }
        guard isMatrix else {
            (changed, assignments) = (files.changed, nil)
            return
        }
        guard let table = AssignmentsTemplate.make(.standard, on: today, whole) else { throw Failure(.unsound) }
        assignments = table
        changed = files.changed.filter { !["obligations.csv", "sources.csv"].contains($0.path) }
    }

    /// The catalogue's files while they are changed.
    private struct Files {
        private(set) var all: [SourceFile]
        private var order: [String] = []

        init(_ files: [SourceFile]) { all = files }

        var changed: [SourceFile] {
            order.compactMap { name in
                all.first { $0.path == "catalogue/\(name)" }.map { SourceFile(path: name, bytes: $0.bytes) }
            }
        }

        func has(_ path: String) -> Bool { all.contains { $0.path == path } }

        mutating func drop(_ path: String) { all.removeAll { $0.path == path } }

        mutating func put(_ name: String, _ bytes: [UInt8]) {
            drop("catalogue/\(name)")
            all.append(SourceFile(path: "catalogue/\(name)", bytes: bytes))
            if !order.contains(name) { order.append(name) }
        }

        private func register(_ name: String) throws -> RegisterEdit {
            guard let file = all.first(where: { $0.path == "catalogue/\(name)" }), let edit = RegisterEdit(file) else {
                throw Failure(.noRegister(name))
            }
            return edit
        }

        mutating func add(_ lines: [[String: String]], to name: String) throws {
            guard !lines.isEmpty else { return }
            var edit = try register(name)
            edit.add(lines)
            put(name, edit.bytes)
        }

        mutating func extend(_ indicator: String, by form: String) throws {
            var edit = try register("indicators.csv")
            guard edit.change("forms", where: "code", is: indicator, { $0.isEmpty ? form : "\($0) \(form)" }) else {
                throw Failure(.noRegister("indicators.csv"))
            }
            put("indicators.csv", edit.bytes)
        }

        /// Puts indicators onto the leader's page, where a plan names those of it in one line; false where none does.
        mutating func putOnPage(_ places: [NewForm.PagePlace]) -> Bool {
            for file in all where file.path.hasPrefix("catalogue/reports/") && file.path.hasSuffix(".yaml") {
                var lines = String(decoding: file.bytes, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).map(String.init)
                guard let line = lines.firstIndex(where: { $0.hasPrefix("page: [") }),
                    let end = lines[line].firstIndex(of: "]")
                else { continue }
                let start = lines[line].index(lines[line].startIndex, offsetBy: "page: [".count)
                var codes = lines[line][start..<end].split(separator: ",").map { String($0.filter { $0 != " " }) }
                for place in places {
                    if let instead = place.instead.flatMap({ codes.firstIndex(of: $0) }) {
                        codes[instead] = place.indicator
                    } else {
                        codes.append(place.indicator)
                    }
                }
                lines[line].replaceSubrange(start..<end, with: codes.joined(separator: ", "))
                put(String(file.path.dropFirst("catalogue/".count)), Array(lines.joined(separator: "\n").utf8))
                return true
            }
            return false
        }

        /// Adds a table for a domain behind the last of such tables, where the plan has one a line; false where it has not.
        mutating func plan(domain: String) throws -> Bool {
            let plans = all.filter { $0.path.hasPrefix("catalogue/reports/") && $0.path.hasSuffix(".yaml") }
            for file in plans {
                var lines = String(decoding: file.bytes, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).map(String.init)
                let beginnings = ["- linh-vuc: ", "- {linh-vuc: "]
                let last = lines.lastIndex { line in
                    let text = line.drop { $0 == " " }
                    return beginnings.contains { text.hasPrefix($0) && text.count > $0.count }
                }
                guard let last else { continue }
                let indent = String(lines[last].prefix { $0 == " " })
                lines.insert("\(indent)- linh-vuc: {domain: \(domain)}", at: last + 1)
                let made = SourceFile(path: file.path, bytes: Array(lines.joined(separator: "\n").utf8))
                let findings = CatalogueReader.read(all.map { $0.path == file.path ? made : $0 }, digest: "").findings
                guard !findings.contains(where: { $0.level == .error && $0.position.file == file.path }) else {
                    continue
                }
                put(String(file.path.dropFirst("catalogue/".count)), made.bytes)
                return true
            }
            return false
        }
    }
}

extension Obligation {
    /// What is new is not owed for the time before.
    fileprivate func beginning(_ day: Day) -> Obligation {
        Obligation(department: department, form: form, every: every, area: area, validity: validity.beginning(day))
    }
}

extension Source {
    /// What is new is not counted in the time before.
    fileprivate func beginning(_ day: Day) -> Source {
        Source(
            indicator: indicator, department: department, role: role, validity: validity.beginning(day), reason: reason)
    }
}

extension Validity {
    fileprivate func beginning(_ day: Day) -> Validity { Validity(from: from.map { max($0, day) } ?? day, to: to) }
}

extension Bilingual {
    fileprivate static let unsound = Bilingual(
        vi: "danh mục có biểu mới sẽ có lỗi nêu trên nên chưa ghi gì",
        en: "with the new form the catalogue would have the errors above, and nothing was written")

    fileprivate static func isThere(_ name: String) -> Bilingual {
        Bilingual(
            vi: "đã có tệp “\(name)” trong danh mục nên chưa ghi gì; chọn mã biểu khác, hoặc đổi tên tệp đó",
            en: "the catalogue has “\(name)”, and nothing was written; choose another form code, or move that file")
    }

    fileprivate static func noRegister(_ name: String) -> Bilingual {
        Bilingual(
            vi:
                "không thêm dòng được vào \(name): cần tệp CSV bảng mã UTF-8 trong thư mục danh mục; lưu lại rồi chạy lại",
            en:
                "no line can be added to \(name): it must be a CSV in UTF-8 in the catalogue's folder; save it so and run again"
        )
    }
}
