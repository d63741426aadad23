import Domain
import Storage

/// Everything that `verify` reads again: the ledger with its archive, what stands in the folder of reports, and the codes that
/// somebody has noted elsewhere.
package struct Verification {
    let workplace: Workplace
    let anchors: [AnchorCode]

    /// What was found.
    package struct Report {
        package var mismatches: [Item] = []
        /// Codes that the ledger has, in words.
        package var confirmed: [Bilingual] = []
        /// What may be so, and may be otherwise.
        package var notes: [Bilingual] = []
        /// The ledger's last entry, where it can be read.
        package var head: Anchor?
        package var codes: [(code: AnchorCode, entry: Int?)] = []
    }

    /// One thing that does not fit.
    package struct Item {
        package let kind: String
        package let place: String
        package let message: Bilingual
    }

    func report() throws -> Report {
        var report = Report()
        let opened: Ledger
        do {
            opened = try Ledger.openIfPresent(folder: workplace.reports)
            if opened.isPresent { report.mismatches += try opened.verify().map(Item.init) }
        } catch let error as LedgerError where error.reason == .damaged {
            report.mismatches.append(Item(kind: "ledger", place: error.place, message: error.fault))
            return report
        }
        if UnfinishedCopy.isMarked(workplace.reports) {
            let message = UnfinishedCopy.ofReports(workplace.reports)
            // The ledger comes last, and what it has issued is looked for below.
            if opened.isPresent {
                report.notes.append(message)
            } else {
                report.mismatches.append(Item(kind: "restore", place: workplace.reports, message: message))
            }
        }
        if !opened.isPresent {
            try refuseAbsentFolder()
            report.notes.append(.noLedger(workplace.reports))
        }
        addFolders(opened, to: &report)
        report.notes += PeriodFolder.periods(in: workplace).map { PeriodFolder(workplace: workplace, period: $0) }
            .filter { (try? DraftFolder(folder: $0).isUnsettled) ?? false }.map {
                .unsettled("\($0.path)/\(PeriodFolder.draftName)")
            }
        // A damaged ledger says nothing more.
        if report.mismatches.isEmpty {
            try addNotes(opened, to: &report)
        } else {
            try? addNotes(opened, to: &report)
        }
        try addAnchors(opened, to: &report)
        let unnamed = (try? opened.unnamedBlobs()) ?? 0
        if unnamed > 0 { report.notes.append(.unnamed(unnamed)) }
        return report
    }

    /// What stands in the folder of reports. A damaged ledger may be past telling what was issued; that it is damaged is said
    /// already.
    private func addFolders(_ ledger: Ledger, to report: inout Report) {
        var doubtful: [Bilingual] = []
        let looks: [() throws -> [FolderMismatch]] = [
            EditionFolders(workplace: workplace, ledger: ledger).mismatches,
            ReleaseFolders(workplace: workplace, ledger: ledger).mismatches,
            { try drafts(ledger, &doubtful) },
            { try DayPageFolder(workplace: workplace).mismatches(ledger) },
            ReportsContent(workplace: workplace, ledger: ledger).mismatches,
        ]
        let isWhole = report.mismatches.isEmpty
        for look in looks {
            do {
                report.mismatches += try look().map(Item.init)
            } catch {
                let failure = Failure(error).message
                if isWhole {
                    report.mismatches.append(Item(kind: "unreadable", place: workplace.reports, message: failure))
                }
            }
        }
        report.notes += doubtful
    }

    private func drafts(_ ledger: Ledger, _ notes: inout [Bilingual]) throws -> [FolderMismatch] {
        var doubtful: [(period: Period, files: [String])] = []
        let found = try PeriodFolder.periods(in: workplace).flatMap { period in
            let draft = DraftFolder(folder: PeriodFolder(workplace: workplace, period: period))
            let found = try draft.mismatches()
            guard found.isEmpty else { return found }
            let proof = try draft.proof(ledger)
            if let files = proof.doubtful { doubtful.append((period, files)) }
            return proof.mismatches
        }
        if !doubtful.isEmpty {
            notes.append(.doubtful(doubtful.map(\.period.description), doubtful.flatMap(\.files)))
        }
        return found
    }

    /// What may be somebody's doing, and may be a command's that was stopped, or an officer's good right.
    private func addNotes(_ ledger: Ledger, to report: inout Report) throws {
        if let unfinished = try PendingSets(in: workplace).unfinished(ledger),
            !FolderContent.isThere("\(workplace.reports)/\(unfinished)")
        {
            report.notes.append(.unfinished("\(workplace.reports)/\(unfinished)"))
        }
        let taken = try ReleaseFolders(workplace: workplace, ledger: ledger).takenAway()
        if !taken.isEmpty { report.notes.append(.takenAway(taken)) }
        if let untold = try DayPageFolder(workplace: workplace).untold(ledger) { report.notes.append(untold) }
        let aside = ReportsContent(workplace: workplace, ledger: ledger).keptAside
        if !aside.isEmpty { report.notes.append(.keptAside(aside)) }
    }

    private func addAnchors(_ ledger: Ledger, to report: inout Report) throws {
        try ledger.read { reader in
            report.head = try ledger.isPresent ? reader.anchor : nil
            for code in anchors {
                let found = try reader.anchors(code).first
                report.codes.append((code, found?.entry))
                if let found {
                    report.confirmed.append(.holds(code, found))
                } else {
                    report.mismatches.append(Item(kind: "anchor", place: code.description, message: .lacks(code)))
                }
            }
        }
    }

    /// Before the first run there is nothing to verify; a folder that is not there was named wrongly.
    private func refuseAbsentFolder() throws {
        guard !InputFile.isFolder(workplace.reports) else { return }
        throw Failure(.noLedger(workplace.reports))
    }
}

extension Verification.Item {
    init(_ mismatch: Mismatch) {
        let (kind, place) =
            switch mismatch.subject {
            case .database: ("database", "ledger.sqlite")
            case .schema(let name): ("schema", name)
            case .entry(let number): ("entry", "\(number)")
            case .blob(let sha256): ("archive", sha256)
            case .head: ("head", "ledger.head")
            }
        self.init(kind: kind, place: place, message: mismatch.message)
    }

    init(_ mismatch: FolderMismatch) {
        self.init(kind: mismatch.kind.rawValue, place: mismatch.path, message: mismatch.message)
    }
}

extension Bilingual {
    fileprivate static func noLedger(_ reports: String) -> Bilingual {
        Bilingual(vi: "chưa có sổ tiếp nhận trong “\(reports)”", en: "there is no ledger in “\(reports)”")
    }

    /// At most this many paths stand in one line.
    private static let pathsMax = 12

    private static func list(_ paths: [String]) -> Bilingual {
        let shown = paths.prefix(pathsMax).map { "“\($0)”" }.joined(separator: ", ")
        guard paths.count > pathsMax else { return Bilingual(vi: shown, en: shown) }
        let rest = paths.count - pathsMax
        return Bilingual(vi: "\(shown) và \(rest) mục khác", en: "\(shown) and \(rest) more")
    }

    fileprivate static func doubtful(_ periods: [String], _ files: [String]) -> Bilingual {
        let (list, names) = (periods.joined(separator: ", "), Bilingual.list(files))
        let differing =
            files.isEmpty
            ? Bilingual(vi: "", en: "")
            : Bilingual(vi: "; nếu lập lại thì khác ở \(names.vi)", en: "; made again, other are \(names.en)")
        return Bilingual(
            vi:
                "dự thảo kỳ \(list) không đối chiếu được với sổ: do bản chương trình khác lập, hoặc tệp .du-thao.json bị sửa, bị mất\(differing.vi); "
                + "“tonghop run KỲ” lập lại",
            en:
                "the drafts of \(list) cannot be held against the ledger: another build of the program made them, or .du-thao.json was changed "
                + "or lost\(differing.en); “tonghop run PERIOD” makes them again")
    }

    fileprivate static func unfinished(_ path: String) -> Bilingual {
        Bilingual(
            vi:
                "“\(path)” đã ghi sổ mà chưa có trong thư mục: lệnh bị ngắt giữa chừng, hoặc bị xóa; “tonghop run” đặt lại",
            en:
                "“\(path)” is recorded and not in its place: a command was stopped, or it was removed; “tonghop run” puts it there"
        )
    }

    fileprivate static func takenAway(_ paths: [String]) -> Bilingual {
        Bilingual(
            vi:
                "gói đã xuất không còn trong thư mục: \(list(paths).vi); nếu không phải cơ quan tự chuyển đi thì xuất lại",
            en:
                "exported packages that are not in their place any more: \(list(paths).en); unless the office moved them, export them again"
        )
    }

    fileprivate static func keptAside(_ paths: [String]) -> Bilingual {
        Bilingual(
            vi:
                "tệp ai đó đã sửa hoặc thêm, không phải số liệu của chương trình, được giữ riêng ở \(list(paths).vi); xem lại rồi xóa",
            en:
                "what somebody changed or added, and is no figure of the program's, is kept in \(list(paths).en); look at it and delete it"
        )
    }

    fileprivate static func unsettled(_ path: String) -> Bilingual {
        Bilingual(
            vi: "“\(path)” chưa lập xong do lần chạy bị ngắt giữa chừng; chạy lại “tonghop run”",
            en: "“\(path)” is unfinished, since a run was stopped; run “tonghop run” again")
    }

    fileprivate static func holds(_ code: AnchorCode, _ anchor: Anchor) -> Bilingual {
        Bilingual(
            vi: "mã đối chiếu \(code): đúng là mục \(anchor.entry) của sổ; các mục đến đó vẫn như khi in mã này",
            en: "check code \(code): is entry \(anchor.entry) of the ledger, whose entries up to there are as they were"
        )
    }

    fileprivate static func lacks(_ code: AnchorCode) -> Bilingual {
        Bilingual(
            vi:
                "mã đối chiếu \(code): sổ không có mục nào mang mã này; xem lại mã đã gõ; nếu đúng, sổ đã bị thay hoặc mất phần cuối: "
                + "khôi phục bản sao lưu có mã này",
            en:
                "check code \(code): no entry of the ledger bears it; look at what was typed; if that is right, the ledger was "
                + "exchanged or its tail is lost: restore a backup that has it")
    }

    fileprivate static func unnamed(_ count: Int) -> Bilingual {
        Bilingual(
            vi:
                "kho lưu có \(count) tệp mà sổ không ghi: do lần chạy bị ngắt giữa chừng, hoặc sổ đã bị thay bằng bản cũ hơn; kiểm tra "
                + "bằng --anchor",
            en:
                "the archive has \(count) files that the ledger does not name: a run was stopped, or an older ledger was put in the "
                + "place of this one; --anchor tells")
    }
}
