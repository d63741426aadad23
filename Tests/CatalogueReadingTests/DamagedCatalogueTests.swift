import CatalogueReading
import Domain
import Testing

/// Whatever happens to a file, reading ends, with a catalogue or with a finding that says why there is none.
struct DamagedCatalogueTests {
    @Test(arguments: 0..<12)
    func `a damaged file never stops the reading`(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let real = try RealCatalogue()
        let files = real.files.map { file -> SourceFile in
            var bytes = file.bytes
            for _ in 0..<3 where !bytes.isEmpty {
                let at = next(bytes.count)
                switch next(4) {
                case 0: bytes[at] = UInt8(next(256))
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(Array("\"\n,;:{[|\t\u{0}".utf8)[next(10)], at: at)
                default: bytes.removeSubrange(at..<min(bytes.count, at + next(40)))
                }
            }
            return SourceFile(path: file.path, bytes: bytes)
        }
        let (catalogue, findings) = CatalogueReader.read(files, digest: "")
        #expect((catalogue == nil) == findings.contains { $0.level == .error })
    }
}
