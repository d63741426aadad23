import Glibc

extension String {
    /// Whether the bytes of another text stand in this one.
    ///
    /// For keys (`Folding.key`), in which equal texts have equal bytes: a hundredth of what a search by characters costs.
    package func holds(_ part: String) -> Bool {
        var (text, part) = (self, part)
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard let start = text.baseAddress, let wanted = part.baseAddress else { return part.isEmpty }
                var at = 0
                while at + part.count <= text.count,
                    let found = memchr(start + at, Int32(wanted[0]), text.count - part.count + 1 - at)
                {
                    if memcmp(found, wanted, part.count) == 0 { return true }
                    at = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
                }
                return part.isEmpty
            }
        }
    }
}
