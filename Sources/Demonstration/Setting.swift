import Values

/// What the invention is asked for: from which seed, how large, and up to which day.
struct Setting {
    let seed: UInt64
    /// How many families.
    let families: Int
    /// First day of the five years.
    let from: Day
    /// Last day anything happened on.
    let until: Day

    /// Fewer families than this could not keep four programmes busy.
    static let fewestFamilies = 200
    /// Days outside these years are brought back to them, so that births and terms stay within the calendar.
    static let years = (first: Day(number: 7_305), last: Day(number: 365_241))
    static let months = 60

    init(seed: UInt64, families: Int, until: Day) {
        self.seed = seed
        self.families = max(families, Setting.fewestFamilies)
        self.until = min(max(until, Setting.years.first), Setting.years.last)
        from = self.until.adding(months: -Setting.months) + 1
    }

    /// Numbers for one subject and one of its items.
    ///
    /// Each has its own, so that a change to one subject leaves the others as they were.
    func stream(_ subject: Subject, _ item: Int = 0) -> SeededGenerator {
        var mixer = SeededGenerator(state: seed &+ subject.rawValue &* 0xD1B5_4A32_D192_ED03)
        return SeededGenerator(state: mixer.next() ^ (UInt64(bitPattern: Int64(item)) &* 0x9E37_79B9_7F4A_7C15))
    }

    /// How far through the five years a day lies, 0 to 1: services learn, and figures move with it.
    func progress(_ day: Day) -> Double {
        min(max(Double(day - from) / Double(until - from), 0), 1)
    }

    /// First day of the last twelve months, which the criteria of priority families look at.
    var lastYear: Day { until.adding(months: -12) + 1 }

    /// A day of the five years.
    func anyDay(_ numbers: inout SeededGenerator) -> Day {
        from + numbers.whole(0...until - from)
    }
}

/// The subjects that have numbers of their own.
enum Subject: UInt64 {
    case posts = 1
    case calendar, journeys, households, people, hardship, care, episodes, referrals, cases, allocations, contacts
    case strengths, adherence, readings, satisfaction, goals, reviews, followUps, events, attendance, work, discretion
    case costs, flaws, corrections, strangers, extracts, distance, feedback, audits
}

/// A reference such as `F00012`.
func reference(_ prefix: String, _ number: Int, digits: Int = 5) -> String {
    let text = String(number)
    return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
}
