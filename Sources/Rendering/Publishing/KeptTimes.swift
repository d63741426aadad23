import Files

extension SetFolder {
    /// Gives every file that is as it was in `old` the time that it bears there, so that whoever sorts a folder by time
    /// sees what has changed. A time that cannot be set is none the worse for the set.
    func keepTimes(of files: [SetFile], from old: SetFolder) throws(PublishError) {
        let known = Set(try old.names())
        for file in files where known.contains(file.name) {
            guard try old.holds(file) else { continue }
            guard let before = try? Entry(at: old.path(of: file.name)) else { continue }
            try? Entry.setModified(as: before, of: path(of: file.name))
        }
    }
}
