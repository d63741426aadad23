import Domain
import Testing

@testable import Rendering

struct SDMXCSVTests {
    @Test func `each state has its status, and what is suppressed its confidentiality`() {
        let text = String(decoding: SDMXCSV.bytes(SamplePackage.package()), as: UTF8.self)
        #expect(
            text
                == """
                STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,DECIMALS,OBS_STATUS,\
                CONF_STATUS,COMMENT_OBS,EDITION,AS_OF
                dataflow,SDTTG:TONG_HOP(1.0),I,M,90,A1,2026-09-15/P1M,12,vụ,0,A,N,,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,901,A1,2026-09-15/P1M,0,vụ,0,A,N,,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,902,A1,2026-09-15/P1M,7,vụ,0,P,N,sơ bộ,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,903,A1,2026-09-15/P1M,5,vụ,0,A,N,điều chỉnh,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,904,A1,2026-09-15/P1M,,vụ,0,Q,C,bảo mật,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,905,A1,2026-09-15/P1M,,vụ,0,O,N,chưa báo cáo,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,906,A1,2026-09-15/P1M,,vụ,0,L,N,chưa thu thập,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,907,A1,2026-09-15/P1M,,vụ,0,M,N,không áp dụng,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,908,A1,2026-09-15/P1M,,vụ,0,O,N,không so sánh được,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,90,A2,2026-09-15/P1M,12.5,vụ,1,A,N,,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,M,90,A3,2026-09-15/P1M,33.3,vụ,1,A,N,,2,2026-10-14T17:46:40Z
                dataflow,SDTTG:TONG_HOP(1.0),I,_O,90,A1,2025-12-15/P10M,99,vụ,0,A,N,,2,2026-10-14T17:46:40Z

                """.replacing("\n", with: "\r\n"))
    }

    @Test func `figures for the public are free`() {
        let text = String(decoding: SDMXCSV.bytes(SamplePackage.package(for: .public)), as: UTF8.self)
        #expect(text.contains("2026-09-15/P1M,12,vụ,0,A,F,"))
        #expect(text.contains("2026-09-15/P1M,,vụ,0,Q,C,bảo mật,2,"))
    }

    @Test(arguments: [
        ("2026-10", "M"), ("2026-Q3", "Q"), ("2026-H1", "S"), ("2026", "A"), ("2026-9M", "_O"),
        ("2026-02..2026-05", "_O"),
    ])
    func `a span has the code of its frequency`(period: String, code: String) throws {
        #expect(SDMXCSV.frequency(try #require(Period(period))) == code)
    }

    @Test(arguments: [("SDTTG", "SDTTG"), ("Sở DT&TG", "SO_DT_TG"), ("7A", "TONGHOP7A"), ("", "TONGHOP")])
    func `an agency's id is made of letters that SDMX allows`(code: String, id: String) {
        #expect(SDMXCSV.agencyID(code) == id)
    }
}
