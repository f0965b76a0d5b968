import Records
import Values

/// One case as it came about: which post held it, from when to when, and how it ended.
struct Engagement {
    /// Counted from 1 in order of start.
    var number: Int
    let programme: Programme
    /// Position of the post that held it.
    let post: Int
    let team: String?
    let isWeak: Bool
    let startedOn: Day
    let endedOn: Day?
    let endReason: CaseEndReason?

    var id: Identifier<Case> { Identifier(reference("C", number)) }
    var nights: Nights { Nights(from: startedOn, until: endedOn) }
    var isCompleted: Bool { endReason == .completed }

    /// The first day that is no longer part of it, so far as it is known.
    func end(_ until: Day) -> Day { endedOn ?? until + 1 }
}
