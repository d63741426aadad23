import Glibc

/// Keeps C texts alive while the options that point at them are handed to the library, which copies them.
final class TextArena {
    private var texts: [UnsafeMutablePointer<CChar>?] = []

    /// A copy of `text` that lives as long as this arena.
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
        let pointer = strdup(text)
        texts.append(pointer)
        return pointer
    }

    deinit {
        for text in texts { free(text) }
    }
}
