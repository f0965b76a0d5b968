import Foundation
package import Register
package import Values

/// The one place that asks what time it is.
package enum Clock {
    package static var now: Timestamp {
        Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    }

    /// The calendar day where the programme runs: in the United Kingdom's time zone.
    package static var today: Day {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? now.day
    }

    /// `21 November 2026, 4:30pm`, for documents.
    package static var words: String { now.words }
}

extension Timestamp {
    /// As people in the United Kingdom read it: `21 November 2026, 4:30pm`.
    package var words: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        let date = Date(timeIntervalSince1970: Double(seconds))
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day, let hour = parts.hour,
            let minute = parts.minute, let calendarDay = Day(year: year, month: month, day: day)
        else { return iso }
        let clock = hour % 12 == 0 ? 12 : hour % 12
        let minutes = minute == 0 ? "" : ":\(minute < 10 ? "0" : "")\(minute)"
        return "\(calendarDay.long), \(clock)\(minutes)\(hour < 12 ? "am" : "pm")"
    }
}
