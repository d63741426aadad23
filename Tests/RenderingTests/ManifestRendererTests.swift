import Domain
import Reporting
import Testing

@testable import Rendering

struct ManifestRendererTests {
    @Test func `keys are sorted, files stand by name, and slashes stay`() throws {
        let files = [
            SetFile(name: "tong-hop-2026-10.txt", sha256: "bb", size: 2),
            SetFile(name: "phieu-phan-hoi/ca.txt", sha256: "aa", size: 1),
        ]
        let text = String(
            decoding: try ManifestRenderer.bytes(SampleSet.manifest(.edition(2)), files: files), as: UTF8.self)
        #expect(
            text == """
                {
                  "asOf" : "2026-10-16T09:30:00Z",
                  "catalogueDigest" : "c0ffee",
                  "edition" : 2,
                  "files" : [
                    {
                      "name" : "phieu-phan-hoi/ca.txt",
                      "sha256" : "aa",
                      "size" : 1
                    },
                    {
                      "name" : "tong-hop-2026-10.txt",
                      "sha256" : "bb",
                      "size" : 2
                    }
                  ],
                  "firstDay" : "2026-09-15",
                  "inputs" : [
                    {
                      "path" : "2026-10/CA-03-an.csv",
                      "sha256" : "abcd"
                    }
                  ],
                  "lastDay" : "2026-10-14",
                  "period" : "2026-10",
                  "programVersion" : "1.0",
                  "standing" : "edition"
                }

                """)
    }

    @Test func `a draft has no edition`() throws {
        let text = String(decoding: try ManifestRenderer.bytes(SampleSet.manifest(.draft), files: []), as: UTF8.self)
        #expect(text.contains("\"standing\" : \"draft\"") && !text.contains("\"edition\""))
    }
}
