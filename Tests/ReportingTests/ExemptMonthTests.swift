import Domain
import Testing

@testable import Reporting

/// What the officer let off is not owed, so that nothing of it is missing in a longer span.
struct ExemptMonthTests {
    private func exempt(_ period: String, _ department: String, _ form: String) -> Decision {
        Decision(
            at: Scene.noon, period: Period(period), department: department, form: form, path: nil, action: .exempt,
            reason: "thử", approver: "Trưởng phòng")
    }

    @Test func `a flow over an exempt month is official where all that is owed is in`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2026-08", ["dat_phat_sinh": ["03646": 1]])
        try scene.send("SNNMT", "03-an", "2026-10", ["dat_phat_sinh": ["03646": 3]])
        let span = "2026-08..2026-10"
        #expect(try scene.basis(span).figure("AN07").isProvisional)
        scene.decisions = [exempt("2026-09", "SNNMT", "03-an")]
        let basis = try scene.basis(span)
        for place in [nil, "116", "03646"] {
            #expect(try basis.figure("AN07", place).isProvisional == false)
            #expect(try basis.whole("AN07", place) == 4)
        }
        #expect(try basis.figure("AN07").completeness == Completeness(received: 2, owed: 2))
        // The month itself was reported by nobody, and is no zero.
        #expect(try scene.basis("2026-09").figure("AN07").absence == .notReported)
    }

    @Test func `an exempt month stands for no other that is missing`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2026-10", ["dat_phat_sinh": ["03646": 3]])
        scene.decisions = [exempt("2026-09", "SNNMT", "03-an")]
        #expect(try scene.basis("2026-08..2026-10").figure("AN07").isProvisional)
        #expect(try scene.basis("2026-09..2026-10").figure("AN07").isProvisional == false)
    }

    @Test func `an exemption of one department leaves what others owe missing`() throws {
        var scene = try Scene()
        let indicator = try scene.indicator("TT02")
        scene.decisions = [exempt("2026-09", "STP", "02-tt")]
        for (month, value) in [("2026-09", 5), ("2026-10", 7)] {
            let calendar = scene.catalogue.organisation.calendar
            let day = calendar.lastDay(of: try #require(Month(month)))
            for source in scene.catalogue.sources
            where source.indicator == indicator.code && source.role == .count && source.validity.contains(day) {
                if month == "2026-09", ["STP", "SDTTG"].contains(source.department) { continue }
                try scene.send(source.department, "02-tt", month, ["nguoi_nghe": ["03646": value]])
            }
        }
        let span = "2026-09..2026-10"
        #expect(try scene.basis(span).figure("TT02").isProvisional)
        try scene.send("SDTTG", "02-tt", "2026-09", ["nguoi_nghe": ["03646": 5]])
        #expect(try scene.basis(span).figure("TT02").isProvisional == false)
    }
}
