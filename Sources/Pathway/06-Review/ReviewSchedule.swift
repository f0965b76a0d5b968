package import Deliver
package import Records
package import Values

/// When a case is to be reviewed: after one month and then quarterly (seed 003, Appendix C, 7).
///
/// What is outstanding is at most one review: a review held on or after the day another was due stands for that one too, so
/// that a missed review is caught up by holding the next, and nobody is asked for four at once.
package struct ReviewSchedule: Sendable {
    /// A review that is to be held.
    package struct Due: Hashable, Sendable {
        /// The one that stands in the register; nil where it follows from the schedule alone.
        package let recorded: Identifier<CaseReview>?
        package let on: Day
    }

    package static let monthsToFirst = 1
    package static let monthsBetween = 3
    /// Shown this many days before it is due.
    package static let notice = 14

    /// What is to be held next; nil once the case has closed.
    package let next: Due?
    /// Reviews held, the latest first.
    package let held: [CaseReview]
    /// Reviews that were due and were not held by the time the next was, or the case closed; the latest first.
    package let missed: [CaseReview]

    package init(of item: Case, reviews: [CaseReview]) {
        let reviews = reviews.filter { $0.caseID == item.id }
        held = reviews.filter { $0.heldOn != nil }.sorted { ($0.heldOn ?? $0.dueOn) > ($1.heldOn ?? $1.dueOn) }
        let lastHeld = held.first?.heldOn
        let unheld = reviews.filter { $0.heldOn == nil }.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
        let outstanding =
            item.endedOn == nil ? unheld.filter { review in lastHeld.map { $0 < review.dueOn } ?? true } : []
        missed = unheld.filter { review in !outstanding.contains { $0.id == review.id } }.reversed()
        guard item.endedOn == nil else {
            next = nil
            return
        }
        if let first = outstanding.first {
            next = Due(recorded: first.id, on: first.dueOn)
        } else {
            next = Due(recorded: nil, on: ReviewSchedule.following(reviews, of: item, after: lastHeld))
        }
    }

    /// The first day of the schedule after everything that was due or held.
    private static func following(_ reviews: [CaseReview], of item: Case, after lastHeld: Day?) -> Day {
        let last = (reviews.map(\.dueOn) + [lastHeld].compactMap(\.self)).max()
        var months = monthsToFirst
        while let last, item.startedOn.adding(months: months) <= last { months += monthsBetween }
        return item.startedOn.adding(months: months)
    }

    /// The next review among what is due.
    package var dueItems: [DueItem] {
        guard let next else { return [] }
        return [
            DueItem(
                .review,
                id: next.recorded?.text ?? "",
                held.isEmpty ? "First review" : "Review",
                dueOn: next.on,
                showsFrom: next.on - ReviewSchedule.notice
            )
        ]
    }
}
