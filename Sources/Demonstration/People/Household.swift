import Records
import Values

/// An invented family: who they are, how they came to the authority, and the work done with them.
struct Household {
    let number: Int
    let path: Path
    let ethnicity: Ethnicity
    let surname: String
    var adults: [Member]
    /// The child the family was referred for comes first.
    var children: [Member]
    let need: Need
    /// Cases, in order of their start.
    var work: [Engagement] = []

    var id: Identifier<Family> { Identifier(reference("F", number)) }
    var members: [Member] { adults + children }

    /// The day the family came to notice: the start of its first case, or the day of its path.
    var noticed: Day { work.first?.startedOn ?? path.day }

    /// Where the day lies in the family's time with a service.
    func phase(on day: Day) -> Phase {
        guard let first = work.first, let last = work.last else { return .untouched }
        if day < first.startedOn { return first.startedOn - day <= 270 ? .before : .longBefore }
        if work.contains(where: { $0.nights.contains(day) }) { return .during }
        return last.isWeak ? .afterWeak : .after
    }
}

/// How a family is known.
enum Path {
    case worked(Day)
    /// Referred and turned away.
    case turnedAway(Day)
    /// Referred lately and waiting or not yet decided.
    case waiting(Day)
    /// Known from partners' data alone.
    case unreferred(Day)

    var day: Day {
        switch self {
        case .worked(let day), .turnedAway(let day), .waiting(let day), .unreferred(let day): day
        }
    }
}

enum Phase {
    case untouched, longBefore, before, during, after, afterWeak
}

/// Someone of a family.
struct Member {
    let number: Int
    let role: PersonRole
    let sex: Sex
    let birth: Day
    let forename: String
    let surname: String
    let ethnicity: Ethnicity

    var id: Identifier<Person> { Identifier(reference("P", number)) }

    func age(on day: Day) -> Int { day.age(bornOn: birth) }

    /// Of an age to be at school, 5 to 15, on the day.
    func isPupil(on day: Day) -> Bool { (5...15).contains(age(on: day)) }

    /// Of an age to answer for an offence and still a child, 10 to 17, on the day.
    func isYouth(on day: Day) -> Bool { (10...17).contains(age(on: day)) }
}

/// What troubles a family, for the whole of the five years.
struct Need {
    let offending: Bool
    let antisocial: Bool
    let school: Bool
    let workless: Bool
    let violence: Bool
    let disability: Bool
}
