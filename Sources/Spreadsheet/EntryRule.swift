import CivilCalendar
import CXlsxWriter

/// What a person may type into a cell of a template.
package struct EntryRule: Hashable, Sendable {
    package enum Allowed: Hashable, Sendable {
        /// One of these texts, which have 255 characters at most between them and no comma.
        case oneOf([String])
        /// One of the texts of a range.
        case oneIn(SheetRange)
        case wholeNumber(ClosedRange<Int32>)
        case decimal(ClosedRange<Double>)
        case date(LocalTime, through: LocalTime)
        case textLength(Int)
    }

    /// A title of at most 32 characters over a text of at most 255.
    package struct Message: Hashable, Sendable {
        package let title: String
        package let text: String

        package init(_ title: String, _ text: String) {
            self.title = title
            self.text = text
        }
    }

    package enum Strictness: Hashable, Sendable { case refuse, warn, tell }

    package var allowed: Allowed
    /// Shown when the cell is entered.
    package var prompt: Message?
    /// Shown when something else was typed.
    package var fault: Message?
    package var strictness = Strictness.refuse

    package init(_ allowed: Allowed, prompt: Message? = nil, fault: Message? = nil) {
        self.allowed = allowed
        self.prompt = prompt
        self.fault = fault
    }
}

extension Sheet {
    /// Lays a rule for what may be typed over a range. Leaving a cell empty is always allowed.
    package mutating func restrict(_ range: CellRange, to rule: EntryRule) throws(SpreadsheetError) {
        let operation = "restrict \(name.quoted)!\(range)"
        try require(range.isInSheet, operation, "no such cells")
        let (row, column) = try place(range.first, operation)
        let (lastRow, lastColumn) = try place(range.last, operation)
        let arena = TextArena()
        var stored = lxw_data_validation()
        stored.error_type = rule.strictness.stored
        func copy(_ text: String, _ length: Int) throws(SpreadsheetError) -> UnsafeMutablePointer<CChar>? {
            let clean = CleanText.escape(CleanText.clean(text))
            try require(clean.utf16.count <= length, operation, "“\(clean)” has more than \(length) characters")
            return arena.copy(clean)
        }
        if let prompt = rule.prompt {
            stored.input_title = try copy(prompt.title, 32)
            stored.input_message = try copy(prompt.text, 255)
        }
        if let fault = rule.fault {
            stored.error_title = try copy(fault.title, 32)
            stored.error_message = try copy(fault.text, 255)
        }
        var texts = try set(rule.allowed, in: &stored, arena, operation)
        let status = texts.withUnsafeMutableBufferPointer { buffer in
            if !buffer.isEmpty { stored.value_list = buffer.baseAddress }
            return withExtendedLifetime(arena) {
                worksheet_data_validation_range(raw, row, column, lastRow, lastColumn, &stored)
            }
        }
        try check(status, operation)
    }

    /// Fills in what is allowed, and gives the list of texts, which must outlive the call of the library.
    private func set(
        _ allowed: EntryRule.Allowed, in stored: inout lxw_data_validation, _ arena: TextArena, _ operation: String
    ) throws(SpreadsheetError) -> [UnsafeMutablePointer<CChar>?] {
        func be(_ type: lxw_validation_types, _ criteria: lxw_validation_criteria) {
            stored.validate = UInt8(type.rawValue)
            stored.criteria = UInt8(criteria.rawValue)
        }
        switch allowed {
        case .oneOf(let texts):
            be(LXW_VALIDATION_TYPE_LIST, LXW_VALIDATION_CRITERIA_NONE)
            var pointers: [UnsafeMutablePointer<CChar>?] = []
            for text in texts.map(CleanText.line) {
                try require(
                    !text.isEmpty && !text.contains(",") && !text.contains("\""), operation,
                    "“\(text)” cannot stand in a list; put the texts into cells")
                pointers.append(arena.copy(text))
            }
            return pointers + [nil]
        case .oneIn(let range):
            try require(range.range.isInSheet, operation, "no such cells: \(range.range)")
            state.refer(to: range.sheet, operation)
            be(LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_CRITERIA_NONE)
            stored.value_formula = arena.copy("=" + range.formula)
        case .wholeNumber(let range):
            be(LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_CRITERIA_BETWEEN)
            stored.minimum_number = Double(range.lowerBound)
            stored.maximum_number = Double(range.upperBound)
        case .decimal(let range):
            try require(range.lowerBound.isFinite && range.upperBound.isFinite, operation, "\(range)")
            be(LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN)
            stored.minimum_number = range.lowerBound
            stored.maximum_number = range.upperBound
        case .date(let first, let last):
            be(LXW_VALIDATION_TYPE_DATE_NUMBER, LXW_VALIDATION_CRITERIA_BETWEEN)
            stored.minimum_number = first.serial
            stored.maximum_number = last.serial
        case .textLength(let length):
            be(LXW_VALIDATION_TYPE_LENGTH, LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO)
            stored.value_number = Double(length)
        }
        return []
    }
}

extension EntryRule.Strictness {
    fileprivate var stored: UInt8 {
        let type =
            switch self {
            case .refuse: LXW_VALIDATION_ERROR_TYPE_STOP
            case .warn: LXW_VALIDATION_ERROR_TYPE_WARNING
            case .tell: LXW_VALIDATION_ERROR_TYPE_INFORMATION
            }
        return UInt8(type.rawValue)
    }
}
