/// `SHA256SUMS`: a line for each file of a package, as `sha256sum -c` reads it.
package enum ChecksumList {
    package static func bytes(_ files: [SetFile]) -> [UInt8] {
        Array(files.sorted { $0.name < $1.name }.map { "\($0.sha256)  \($0.name)\n" }.joined().utf8)
    }
}
