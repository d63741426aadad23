import Domain

extension Basis {
    /// Paths of what counts that are not among those that lie in the folder: unless the officer has confirmed them, or the
    /// same bytes lie elsewhere for the same slice.
    package func filesThatCount(lyingIn present: Set<String>) -> [String] {
        let standing = Set(slices.readings.values.joined().filter { !present.contains($0.receipt.path) })
        return standing.filter { reading in
            evidence.acceptances[reading.receipt] == nil
                && !evidence.copies(of: reading.receipt.sha256).contains { copy in
                    copy.slice == reading.slice && present.contains(copy.receipt.path)
                }
        }.map(\.receipt.path).sorted()
    }
}
