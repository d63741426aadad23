import Domain

/// Whose submission it is, of which form and period, as far as its witnesses say and agree.
struct Identification {
    /// What one of the witnesses says about period, department or form.
    struct Witness {
        enum Place { case folder, preamble(Position, label: String), header(Position), fileName }

        let place: Place
        /// As written.
        let text: String
        /// What it may mean: one code, or several where it leaves a choice.
        let meanings: Set<String>
    }

    var period: Period?
    var form: Int?
    var department: Department?
    /// Departments between which the witnesses leave a choice.
    var departmentsOpen: [Department] = []
    var part: String
    var sequence = 1
    /// Whether it has only the rows that changed, as a line above the header says.
    private(set) var isSupplement = false
    /// `nil` where no line above the header says it.
    var unlisted: Reading.Unlisted?
    /// Witnesses that contradict each other, by what they are about.
    private(set) var conflicts: [(subject: Subject, witnesses: [Witness])] = []
    /// Lines above the header whose value means nothing.
    private(set) var unread: [Head.Entry] = []
    /// What the lines above the header say, each thing that one of them says for itself.
    private(set) var entries: [Head.Entry] = []

    enum Subject { case period, department, form }

    /// - Parameter head: `nil` for a file that is no text: folder and name alone speak.
    init(path: PathWitness, head: Head?, names: CatalogueNames) {
        part = path.part
        entries = (head?.entries ?? []).flatMap { Self.parted($0, year: path.folder?.year, names) }
        settlePeriod(path, names.catalogue.organisation.calendar)
        let days = period.map { names.catalogue.organisation.calendar.days(of: $0) }
        settleForm(path, head, names.plans)
        settleDepartment(path, names.departments, days)
        readSequence(head)
        readSupplement(head)
        readBlanks(head)
    }

    /// The things that one line says: all of it, or each piece, where the whole is not understood and the first piece is.
    private static func parted(_ entry: Head.Entry, year: Int?, _ names: CatalogueNames) -> [Head.Entry] {
        func isUnderstood(_ key: Head.Key, _ value: String) -> Bool {
            switch key {
            case .form: !named(value, names.plans).isEmpty
            case .period: PeriodText.period(value, year: year) != nil
            case .department: !names.departments.match(value, during: nil).isEmpty
            case .sequence, .supplement, .blanks: false
            }
        }
        let keys: [Head.Key] = [.form, .period, .department]
        guard keys.contains(entry.key), !isUnderstood(entry.key, entry.value) else { return [entry] }
        let pieces = WitnessLine.pieces(of: entry.value).map { String($0).trimmedCell }
        guard pieces.count > 1, isUnderstood(entry.key, pieces[0]) else { return [entry] }
        return pieces.enumerated().map { place, piece in
            let key = place == 0 ? entry.key : keys.first { isUnderstood($0, piece) } ?? entry.key
            return Head.Entry(key: key, label: entry.label, value: piece, position: entry.position)
        }
    }

    /// The forms that are called so.
    private static func named(_ text: String, _ plans: [FormPlan]) -> [Form] {
        let key = Folding.words(text).joined()
        return plans.filter { $0.names.contains { $0.joined() == key } }.map(\.form)
    }

    private mutating func settlePeriod(_ path: PathWitness, _ calendar: PeriodCalendar) {
        var witnesses: [(Witness, Period)] = []
        if let folder = path.folder {
            witnesses.append(
                (Witness(place: .folder, text: folder.description, meanings: [folder.description]), folder))
        }
        for entry in entries where entry.key == .period {
            guard
                let period = PeriodText.period(entry.value, year: path.folder?.year)
                    ?? PeriodText.period(ofDays: entry.value, folder: path.folder, calendar)
            else {
                unread.append(entry)
                continue
            }
            let place = Witness.Place.preamble(entry.position, label: entry.label)
            witnesses.append((Witness(place: place, text: entry.value, meanings: [period.description]), period))
        }
        let named =
            PeriodText.period(inWords: path.words)
            ?? path.folder.flatMap { PeriodText.monthAlone(inWords: path.words, year: $0.last.year) }
        if let period = named {
            witnesses.append((Witness(place: .fileName, text: path.name, meanings: [period.description]), period))
        }
        period = witnesses.first?.1
        if Set(witnesses.map(\.1)).count > 1 { conflicts.append((.period, witnesses.map(\.0))) }
    }

    private mutating func settleForm(_ path: PathWitness, _ head: Head?, _ plans: [FormPlan]) {
        var witnesses: [Witness] = []
        for entry in entries where entry.key == .form {
            let named = Self.named(entry.value, plans)
            if named.isEmpty {
                unread.append(entry)
            } else {
                let place = Witness.Place.preamble(entry.position, label: entry.label)
                witnesses.append(Witness(place: place, text: entry.value, meanings: Set(named.map(\.code))))
            }
        }
        if let header = head?.header {
            let found = header.forms.map { plans[$0].form }
            let text = found.map(\.number).joined(separator: ", ")
            let position = Position(file: "", line: header.line, row: header.spreadsheetRow)
            witnesses.append(Witness(place: .header(position), text: text, meanings: Set(found.map(\.code))))
        }
        let named = path.forms(plans)
        if !named.isEmpty {
            witnesses.append(Witness(place: .fileName, text: path.name, meanings: Set(named.map(\.code))))
        }
        let agreed = settle(.form, witnesses)
        form = agreed.count == 1 ? plans.firstIndex { agreed.contains($0.form.code) } : nil
    }

    private mutating func settleDepartment(
        _ path: PathWitness, _ matcher: DepartmentMatcher, _ days: ClosedRange<Day>?
    ) {
        var witnesses: [Witness] = []
        var known: [Department] = []
        for entry in entries where entry.key == .department {
            let named = matcher.match(entry.value, during: days)
            if named.isEmpty {
                unread.append(entry)
            } else {
                known += named
                let place = Witness.Place.preamble(entry.position, label: entry.label)
                witnesses.append(Witness(place: place, text: entry.value, meanings: Set(named.map(\.code))))
            }
        }
        let named = matcher.witnesses(inFileName: path.stem, during: days)
        if !named.isEmpty {
            known += named
            witnesses.append(Witness(place: .fileName, text: path.name, meanings: Set(named.map(\.code))))
        }
        let agreed = settle(.department, witnesses)
        if agreed.count == 1 {
            department = known.first { agreed.contains($0.code) }
        } else {
            departmentsOpen = known.filter { agreed.contains($0.code) }
        }
    }

    /// What all witnesses allow; they conflict where nothing is left.
    private mutating func settle(_ subject: Subject, _ witnesses: [Witness]) -> Set<String> {
        guard let first = witnesses.first else { return [] }
        let common = witnesses.dropFirst().reduce(first.meanings) { $0.intersection($1.meanings) }
        guard common.isEmpty else { return common }
        conflicts.append((subject, witnesses))
        return first.meanings
    }

    private mutating func readSequence(_ head: Head?) {
        guard let entry = head?.entry(.sequence), !entry.value.isEmpty else { return }
        let words = Folding.words(entry.value)
        if let number = words.compactMap({ Int($0) }).first, (1...999).contains(number) {
            sequence = number
        } else {
            unread.append(entry)
        }
    }

    /// `Lần gửi: 2 (bổ sung)`, or `Bổ sung: chỉ các dòng thay đổi`.
    private mutating func readSupplement(_ head: Head?) {
        if let entry = head?.entry(.sequence), Folding.key(entry.value).contains("bo sung") { isSupplement = true }
        guard let entry = head?.entry(.supplement) else { return }
        let key = Folding.key(entry.value)
        if key.isEmpty || key.hasPrefix("khong") { return }
        if ["dong thay doi", "dong sua", "dong bo sung"].contains(where: key.contains) || ["co", "x"].contains(key) {
            isSupplement = true
        } else {
            unread.append(entry)
        }
    }

    private mutating func readBlanks(_ head: Head?) {
        guard let entry = head?.entry(.blanks) else { return }
        let key = Folding.key(entry.value)
        if key.isEmpty || key.contains("khong phat sinh") && key.contains("chua co so lieu") { return }
        if key.contains("khong phat sinh") {
            unlisted = .zero
        } else if key.contains("chua co so lieu") {
            unlisted = .notReported
        } else {
            unread.append(entry)
        }
    }
}
