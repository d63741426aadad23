import Files

extension Publisher {
    /// Puts folders and files into the folder at `name`, beside what is in it already, all in a single exchange.
    ///
    /// What is there stays as the very files it was, but for what `build` makes anew under the same name, and for the names
    /// that it returns as out of date. Throws `PublishError`, or what `build` throws; then what stood at `name` still does.
    ///
    /// - Parameter build: Fills the empty folder that it is given.
    /// - Returns: Whether anything changed.
    package func publish(
        into name: String, build: (_ folder: String) throws -> Set<String>
    ) throws -> Bool {
        try inPrivate { fresh in
            let place = SetFolder(path: parent.path(of: name))
            let outOfDate = try build(fresh.path)
            let made = Set(try SetFolder.entries(of: fresh.path).map(\.name))
            let present = try SetFolder.entries(of: place.path)
            let hasOutOfDate = present.contains { outOfDate.contains($0.name) && !made.contains($0.name) }
            guard try hasOutOfDate || !place.holds(everythingOf: fresh) else {
                try fresh.remove()
                return false
            }
            for entry in present where !made.contains(entry.name) && !outOfDate.contains(entry.name) {
                try fresh.link(entry.name, isFolder: entry.isFolder, from: place)
            }
            try fresh.sync()
            try exchange(fresh, with: place)
            try SetFolder.sync(parent.path)
            return true
        }
    }
}

extension SetFolder {
    /// Whether each file of another folder is here too, byte for byte, and no other beside them in the same subfolders.
    fileprivate func holds(everythingOf other: SetFolder) throws(PublishError) -> Bool {
        for entry in try SetFolder.entries(of: other.path) {
            if entry.isFolder {
                let (own, its) = (SetFolder(path: path(of: entry.name)), SetFolder(path: other.path(of: entry.name)))
                guard try own.names() == its.names(), try own.holds(everythingOf: its) else { return false }
            } else {
                guard try read(entry.name) == other.read(entry.name) else { return false }
            }
        }
        return true
    }

    /// Takes a file, or all that is in a folder, from another folder: the file itself, or a copy where it cannot be had twice.
    fileprivate func link(_ name: String, isFolder: Bool, from other: SetFolder) throws(PublishError) {
        if isFolder {
            let (own, its) = (SetFolder(path: path(of: name)), SetFolder(path: other.path(of: name)))
            try own.create()
            for entry in try SetFolder.entries(of: its.path) {
                try own.link(entry.name, isFolder: entry.isFolder, from: its)
            }
        } else if (try? Entry.link(other.path(of: name), as: path(of: name))) == nil, let bytes = try other.read(name) {
            try write(bytes, to: name)
        }
    }
}
