import Domain

extension Basis {
    /// Paths of what counts that are not among those that lie in the folder: unless the officer has confirmed them, or the
    /// same bytes lie elsewhere for the same slice.
    package func filesThatCount(streamedIn present: Set<String>) -> [String] {
        let newest = Receipt.newest(evidence.received.lazy.map(\.receipt))
        let standing = Set(
            slices.readings.values.joined().filter { reading in
                let file = SheetPath.file(of: reading.receipt.path)
                // A sheet that its workbook has no more is gone.
                return !present.contains(file)
                    || file != reading.receipt.path && newest[file] != reading.receipt.sha256
            })
        return standing.filter { reading in
            evidence.acceptances[reading.receipt] == nil
                && !evidence.copies(of: reading.receipt.sha256).contains { copy in
                    copy.slice == reading.slice && present.contains(SheetPath.file(of: copy.receipt.path))
                        && SheetPath.file(of: copy.receipt.path) != SheetPath.file(of: reading.receipt.path)
                }
        }.map(\.receipt.path).sorted()
    }
}

extension Receipt {
    /// The digest of the bytes that came last at the path of each file.
    package static func newest(_ receipts: some Sequence<Receipt>) -> [String: String] {
        var newest: [String: Receipt] = [:]
        for receipt in receipts {
            let file = SheetPath.file(of: receipt.path)
            let isNewer = newest[file].map { ($0.receivedAt, $0.sha256) < (receipt.receivedAt, receipt.sha256) }
            if isNewer ?? true { newest[file] = receipt }
        }
        return newest.mapValues(\.sha256)
    }
}
