import Files

extension Publisher {
    /// What follows the name of a file that is being written.
    private static let writingSuffix = ".writing"

    /// Puts a file beside the sets, whole or not at all, and returns once it lasts.
    package func keep(_ bytes: [UInt8], as name: String) throws(PublishError) {
        let writing = name + Publisher.writingSuffix
        try removeNote(writing)
        try parent.write(bytes, to: writing)
        try SetFolder.sync(parent.path(of: writing))
        try onDisk(Entry.rename(parent.path(of: writing), to: parent.path(of: name)))
        try SetFolder.sync(parent.path)
    }

    /// Whether a name is that of such a file, or of one that a killed run was about to put there.
    package static func isNote(_ name: String, of note: String) -> Bool {
        name == note || name == note + writingSuffix
    }

    /// The bytes of a file beside the sets; `nil` where there is none.
    package func note(_ name: String) throws(PublishError) -> [UInt8]? { try parent.read(name) }

    /// Takes away a file that `keep` has put there, and what a killed run has left of it; after a power cut it may be there
    /// again.
    package func drop(_ name: String) throws(PublishError) {
        try removeNote(name + Publisher.writingSuffix)
        try removeNote(name)
    }

    private func removeNote(_ name: String) throws(PublishError) {
        try onDisk(Entry.remove(parent.path(of: name)))
    }
}
