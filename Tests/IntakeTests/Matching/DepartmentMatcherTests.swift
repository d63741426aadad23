import Domain
import Intake
import TestSupport
import Testing

struct DepartmentMatcherTests {
    private let matcher: DepartmentMatcher
    private let today: ClosedRange<Day>

    init() throws {
        let catalogue = try #require(Repository.catalogue)
        matcher = DepartmentMatcher(catalogue.departments)
        let period = try #require(Period("2026-10"))
        today = catalogue.organisation.calendar.days(of: period)
    }

    private func codes(_ text: String) -> [String] { matcher.match(text, during: today).map(\.code) }

    private func witnesses(_ stem: String) -> [String] {
        matcher.witnesses(inFileName: stem, during: today).map(\.code)
    }

    @Test(arguments: [
        ("CAT", "CAT"), ("cat", "CAT"), ("Công an tỉnh", "CAT"), ("  CÔNG  AN TỈNH ", "CAT"), ("Cong an tinh", "CAT"),
        ("CA tỉnh", "CAT"), ("Sở Dân tộc, Tôn giáo", "SDTTG"), ("So Dan toc va Ton giao", "SDTTG"),
        ("SỞ DT&TG", "SDTTG"), ("Sở NN&MT", "SNNMT"), ("MTTQ tỉnh", "MTTQ"), ("X03646", "X03646"),
    ])
    func `a department answers to its code, names and aliases`(text: String, code: String) {
        #expect(codes(text) == [code])
    }

    @Test(arguments: [
        "UBND phường Tô Hiệu", "Ủy ban nhân dân phường Tô Hiệu", "Uỷ ban nhân dân phường Tô Hiệu",
        "uy ban nhan dan phuong To Hieu", "UBND P. Tô Hiệu", "ubnd phuong to hieu",
    ])
    func `a People's Committee answers to both ways of writing it`(text: String) {
        #expect(codes(text) == ["X03646"])
    }

    /// Whom a file is sent to is not who sent it.
    @Test(arguments: [
        ("CAT-03-an gui So Dan toc va Ton giao", ["CAT"]), ("Bao cao gui So DT&TG cua So Tu phap", ["STP"]),
        ("03-an gui Cong an tinh", []), ("03-an don vi gui Cong an tinh", ["CAT"]), ("gui STP", ["STP"]),
    ]) func `an addressee in a file name sent nothing`(_ stem: String, _ codes: [String]) {
        #expect(witnesses(stem) == codes)
    }

    @Test func `diacritics tell two names apart; without them both are meant`() {
        #expect(codes("UBND xã Mường Sại").count == 1)
        let folded = matcher.match("UBND xa Muong Sai", during: nil)
        #expect(Set(folded.map(\.code)).isSuperset(of: codes("UBND xã Mường Sại")))
    }

    @Test func `who is not known is nobody`() {
        #expect(codes("Sở Hàng không vũ trụ").isEmpty)
        #expect(codes("").isEmpty)
        #expect(codes("xã Chiềng").isEmpty)
    }

    @Test func `who exists in those days comes before who does not, who else would be nobody`() throws {
        func department(_ code: String, _ validity: Validity) -> Department {
            Department(
                code: code, name: "Ban Dân tộc", nameEnglish: "", shortName: "Ban", kind: .agency, unit: nil,
                validity: validity, successor: nil, aliases: [])
        }
        let change = try #require(Day("2025-03-01"))
        let both = DepartmentMatcher([
            department("A", Validity(from: nil, to: change)), department("B", Validity(from: change, to: nil)),
        ])
        #expect(both.match("ban dân tộc", during: today).map(\.code) == ["B"])
        #expect(both.match("ban dân tộc", during: nil).map(\.code) == ["A", "B"])
        #expect(codes("BDT") == ["BDT"])
    }

    @Test(arguments: [
        ("CAT-03-an", ["CAT"]), ("cat_03_an lan 2", ["CAT"]), ("03-an", []), ("Cong-an-tinh-03-an", ["CAT"]),
        ("Công an tỉnh 03-an", ["CAT"]), ("SDTTG-02-tt--dot-1", ["SDTTG"]), ("catalogue-03-an", []),
        ("X03646-03-an", ["X03646"]), ("So-Tu-phap-02-tt", ["STP"]), ("UBND phuong To Hieu 03-an", ["X03646"]),
        ("bao cao thang 10", []), ("CAT-STP-02-tt", ["CAT", "STP"]), ("", []),
    ])
    func `a file name speaks of the departments whose whole names are in it`(stem: String, codes: [String]) {
        #expect(witnesses(stem) == codes)
    }

    @Test func `the longest name in a file name is meant`() {
        #expect(witnesses("Ban-CHBDBP-tinh-02-tt") == ["BDBP"])
        #expect(witnesses("Bo-doi-Bien-phong-tinh-CAT") == ["BDBP"])
    }
}
