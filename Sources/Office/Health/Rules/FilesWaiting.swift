import Domain

/// What came was taken in.
enum FilesWaiting: Rule {
    static let code = "files-waiting"
    static let page = Bilingual(
        vi:
            "Có tệp chưa được lần chạy nào nhận. Quá một ngày thì có lẽ lịch chạy không hoạt động: xem lại lịch và nhật ký.",
        en:
            "Files were not taken in by any run yet. After a day the schedule is probably not working: look at it and at "
            + "the log.")
}

extension FindingText {
    static func waitForNextRun(_ paths: [String]) -> Self {
        let list = Health.list(paths)
        return Self(
            vi: "\(paths.count) tệp chờ lần chạy tới: \(list.vi)",
            en: "\(paths.count) files wait for the next run: \(list.en)", remedy: lookAtSchedule)
    }

    static func waitTooLong(_ paths: [String]) -> Self {
        let list = Health.list(paths)
        return Self(
            vi: "\(paths.count) tệp đã đến hơn một ngày mà chưa được nhận: \(list.vi)",
            en: "\(paths.count) files came more than a day ago and are not taken in: \(list.en)",
            remedy: lookAtSchedule)
    }

    private static let lookAtSchedule = (
        vi: "Kiểm tra lịch chạy (systemctl list-timers, hoặc /etc/cron.d/tonghop), hoặc chạy “tonghop run”.",
        en: "Look at the schedule (systemctl list-timers, or /etc/cron.d/tonghop), or run “tonghop run”."
    )
}
