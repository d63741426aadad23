import Foundation
import Testing

/// A run says again what the one before it said, without reading anything, as long as nobody has touched anything; and only then.
struct RunAsBeforeTests {
    private let office: SmallOffice
    private let note = "reports/.lan-chay-truoc.json"

    /// An office in which a run would repeat what is noted: the words of the note are others than those of any run, so that it
    /// shows where it is believed.
    init() throws {
        office = try SmallOffice(isClean: true)
        _ = try office.run(["run", "2026-10"])
        settle()
        _ = try office.run(["run", "2026-10"])
        try plant()
    }

    /// What has just been written may be written again at the same time, as far as a file system tells; longer is as good.
    private func settle() { Thread.sleep(forTimeInterval: 0.15) }

    private static let marker = "CHỈ CÓ TRONG GHI CHÚ"

    private func plant() throws {
        let text = try office.text(note)
        #expect(text.contains("tệp đã biết"))
        try Data(text.replacingOccurrences(of: "tệp đã biết", with: Self.marker).utf8).write(to: office.url(note))
    }

    private func isRepeated(_ arguments: [String] = [], now: String = "2026-10-17T09:00+07:00") throws -> Bool {
        let ending = try office.run(["run", "2026-10"] + arguments, now: now)
        return (ending.output + ending.errors).contains(Self.marker)
    }

    @Test(arguments: ["2026-10-17T09:00+07:00", "2026-10-17T23:59:59+07:00"])
    func `untouched, a run of the same day repeats what is noted`(_ now: String) throws {
        let isRepeated = try isRepeated(now: now)
        #expect(isRepeated)
    }

    @Test func `what is repeated is what a run says that looks, in words, as JSON and in the log`() throws {
        for arguments in [
            ["--log", "nhat-ky"], ["--format", "json", "--log", "nhat-ky"], ["--quiet"], ["--lang", "en"],
        ] {
            func ending() throws -> (Ending, String) {
                try? FileManager.default.removeItem(at: office.url("nhat-ky"))
                return (try office.run(["run", "2026-10"] + arguments), (try? office.text("nhat-ky")) ?? "")
            }
            try? FileManager.default.removeItem(at: office.url(note))
            let (looking, log) = try ending()
            let noted = try office.text(note)
            settle()
            let (repeating, logAgain) = try ending()
            #expect(repeating.output == looking.output && repeating.errors == looking.errors)
            #expect(repeating.exit == looking.exit && log == logAgain)
            let notedAfter = try office.text(note)
            #expect(notedAfter == noted)
        }
    }

    /// Lines of the shell, in the office's folder; each leaves the size and the time of writing as they were, where it can.
    private static let touches = [
        "f=inputs/submissions/2026-10/CA-03-an.csv; cp -p $f x; sed -i 's/;1;/;2;/' $f; touch -r x $f; rm x",
        "f=inputs/submissions/2026-10/CA-03-an.csv; cp -p $f x; mv x $f",
        "f=inputs/submissions/2026-10/CA-03-an.csv; touch $f",
        "f=inputs/submissions/2026-10/CA-03-an.csv; chmod o+r $f; chmod 600 $f",
        "mv inputs/submissions/2026-10/CA-03-an.csv inputs/submissions/2026-10/CA-03-an-2.csv",
        "rm inputs/submissions/2026-10/CA-03-an.csv",
        "printf 'a;b' >inputs/submissions/2026-10/moi.csv",
        "mkdir inputs/submissions/2026-11",
        "rmdir inputs/submissions/2026-09 2>/dev/null || mv inputs/submissions/2026-09 inputs/submissions/2026-08",
        "printf '\\n' >>inputs/xu-ly.csv",
        "rm inputs/xu-ly.csv",
        "touch inputs/catalogue/units.csv",
        "chmod 700 inputs/catalogue",
        "ln -s /etc inputs/lien-ket",
        "printf x >>reports/2026-10/du-thao/don-doc.txt",
        "rm -r reports/2026-10/du-thao",
        "rm reports/viec-can-lam.txt",
        "rm reports/trang-ngay/*",
        "touch reports/ledger.sqlite",
        "mkdir reports/2026-10/lan-9",
        "cp -a reports cu; rm -rf reports; mv cu reports",
        "cp -a inputs cu; rm -rf inputs; mv cu inputs",
        #"sed -i -E 's/"lookedAt":[0-9]+/"lookedAt":1/' reports/.lan-chay-truoc.json"#,
        "printf rac >reports/.lan-chay-truoc.json",
        "rm reports/.lan-chay-truoc.json; mkdir reports/.lan-chay-truoc.json",
    ]

    @Test(arguments: touches) func `whatever is touched is looked at`(_ line: String) throws {
        let touched = try office.shell(line)
        #expect(touched.exit == 0, "\(touched)")
        let isRepeated = try isRepeated()
        #expect(!isRepeated, "\(line)")
    }

    @Test(arguments: ["2026-10-18T00:00+07:00", "2026-10-17T08:59:59+07:00", "2026-10-16T23:00+07:00"])
    func `at another time than from the run to the end of its day, everything is looked at`(_ now: String) throws {
        let isRepeated = try isRepeated(now: now)
        #expect(!isRepeated)
    }

    @Test(arguments: [["--quiet"], ["--all"], ["--lang", "en"], ["--format", "json"]])
    func `what was asked otherwise is no answer`(_ arguments: [String]) throws {
        let isRepeated = try isRepeated(arguments)
        #expect(!isRepeated)
    }

    @Test func `what is written at once after a run is not missed`() throws {
        // No wait: the file may bear the time at which the run has looked.
        for number in 0..<8 {
            _ = try office.run(["run", "2026-10"])
            let name = "reports/2026-10/du-thao/don-doc.txt"
            let text = try office.text(name)
            let handle = try FileHandle(forWritingTo: office.url(name))
            try handle.write(contentsOf: Data("\(number)".utf8))
            try handle.close()
            let ending = try office.run(["run", "2026-10"])
            let after = try office.text(name)
            #expect(ending.exit == 1 && after == text)
        }
    }

    @Test(arguments: [
        "printf x >inputs/submissions/la.csv",
        "printf 'x;y\\r\\n' >>inputs/xu-ly.csv",
        "mkdir inputs/submissions/2026-10/thu-muc",
    ])
    func `where the folders themselves ask for something, every run looks at them`(_ line: String) throws {
        #expect(try office.shell("rm \(note); \(line)").exit == 0)
        for _ in 0..<2 {
            settle()
            let ending = try office.run(["run", "2026-10"])
            #expect(ending.exit == 1, "\(ending)")
        }
        #expect(!FileManager.default.fileExists(atPath: office.url(note).path))
    }

    /// What keeps a run from the ledger is told at once, and not when the next file comes.
    @Test func `a run that cannot have the ledger does not repeat what another said`() throws {
        let lock = office.url("reports/.tonghop.lock").path
        let program = try #require(BuiltProgram()).path
        let held = try office.shell(
            "exec 9<>'\(lock)'; flock 9; '\(program)' run 2026-10 --now 2026-10-17T09:00+07:00")
        #expect(held.exit == 75 && !(held.output + held.errors).contains(Self.marker), "\(held)")
        let isRepeatedAfterwards = try isRepeated()
        #expect(isRepeatedAfterwards)
    }
}
