import Glibc

extension SetFolder {
    /// Gives every file that is as it was in `old` the time that it bears there, so that whoever sorts a folder by time
    /// sees what has changed. A time that cannot be set is none the worse for the set.
    func keepTimes(of files: [SetFile], from old: SetFolder) throws(PublishError) {
        let known = Set(try old.names())
        for file in files where known.contains(file.name) {
            guard try old.holds(file) else { continue }
            var status = stat()
            guard lstat(old.path(of: file.name), &status) == 0 else { continue }
            let times = [status.st_mtim, status.st_mtim]
            _ = utimensat(AT_FDCWD, path(of: file.name), times, AT_SYMLINK_NOFOLLOW)
        }
    }
}
