import Records
import Values

/// A post of a team, and the people who held it one after the other.
struct Post {
    let programme: Programme?
    let organisation: Identifier<Organisation>
    let team: String?
    let isWeak: Bool
    let role: WorkerRole
    /// Whole-time equivalent in tenths.
    let tenths: Int
    let from: Day
    var holders: [Holder]
    /// Position of the team's supervisor's post, who covers while nobody holds this one.
    let supervisor: Int?

    /// Who held it on the day; nobody while it was vacant.
    func holder(on day: Day) -> Holder? {
        holders.first { Nights(from: $0.from, until: $0.until).contains(day) }
    }

    /// How many cases it holds at once.
    var places: Int {
        guard let programme, role == programme.practitioner else { return 0 }
        return (programme.caseload * Double(tenths) / 10).nearest
    }
}

/// Someone in a post.
struct Holder {
    let worker: Identifier<Worker>
    let name: String
    let from: Day
    /// First day no longer in post.
    let until: Day?
}
