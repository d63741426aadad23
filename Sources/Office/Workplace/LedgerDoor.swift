import Domain
import Files
import Storage

extension Desk {
    /// The right to write the ledger, its archive and the sets, if their places are the program's own.
    ///
    /// Reports inside the inputs would be taken in as submissions, and inputs inside the reports be called foreign; through a
    /// link the program would write, sweep and exchange things in a folder that is not its own.
    ///
    /// - Parameter isRestoring: Whether a restoring that was stopped is taken up again; whatever else would be written there would
    ///   stand in its way, and begin a ledger beside the one that is being brought back.
    func lock(isRestoring: Bool = false) throws -> LedgerLock {
        try refuseMingled()
        if !isRestoring, UnfinishedCopy.isMarked(workplace.reports) {
            throw Failure(UnfinishedCopy.ofReports(workplace.reports))
        }
        if let (path, isFolder) = ReportsPlaces(workplace).linked.first {
            throw Failure(.linked(path, isFolder: isFolder))
        }
        return try LedgerLock.acquire(folder: workplace.reports, waitSeconds: wait)
    }

    /// Throws where the folders of the inputs and of the reports are one, or one lies in the other.
    func refuseMingled() throws {
        guard workplace.isMingled else { return }
        throw Failure(.mingled(workplace), .wrongUsage)
    }
}

extension Workplace {
    /// Whether the folders of the inputs and of the reports are one, or one lies in the other.
    var isMingled: Bool { TargetFolder(inputs).overlaps(TargetFolder(reports)) }
}

/// The places in a folder of reports in which the program keeps files and folders of its own.
struct ReportsPlaces {
    private let workplace: Workplace

    init(_ workplace: Workplace) { self.workplace = workplace }

    /// Those that are links, which would be followed; drafts, editions and packages are looked at by those who exchange them.
    var linked: [(path: String, isFolder: Bool)] {
        let reports = workplace.reports
        let top = FolderContent.entries(of: reports).filter {
            LedgerNames.isOwn($0) || Period($0) != nil || $0 == DayPages.folder
        }.map { (path: "\(reports)/\($0)", isFolder: LedgerNames.isFolder($0) || !LedgerNames.isOwn($0)) }
        let aside = PeriodFolder.periods(in: workplace).map {
            (path: "\(reports)/\($0)/\(SetAside.folderName)", isFolder: true)
        }
        return (top + aside).filter { EntryKind(at: $0.path) == .link }
    }
}

extension Bilingual {
    fileprivate static func linked(_ path: String, isFolder: Bool) -> Bilingual {
        Bilingual(
            vi:
                "“\(path)” là liên kết, không phải \(isFolder ? "thư mục" : "tệp") do chương trình lập, ghi vào đó là ghi ra nơi khác; "
                + "bỏ liên kết, đặt lại chính \(isFolder ? "thư mục" : "tệp") vào đó (muốn để ở ổ khác thì gắn ổ ấy bằng mount --bind), "
                + "chạy “tonghop verify” rồi chạy lại",
            en:
                "“\(path)” is a link and no \(isFolder ? "folder" : "file") of the program's, which would write elsewhere; put the "
                + "\(isFolder ? "folder" : "file") itself there (on another disk: by mount --bind), run “tonghop verify”, then run again"
        )
    }

    static func mingled(_ workplace: Workplace) -> Bilingual {
        let (inputs, reports) = (ShownPath(workplace.inputs).text, ShownPath(workplace.reports).text)
        return Bilingual(
            vi:
                "thư mục số liệu “\(inputs)” và thư mục báo cáo “\(reports)” nằm trong nhau; chỉ hai thư mục tách rời bằng --inputs "
                + "và --reports",
            en:
                "the inputs “\(inputs)” and the reports “\(reports)” lie in one another; name two folders apart with --inputs and "
                + "--reports")
    }
}
