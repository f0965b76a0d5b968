package import Values
import Report

extension Keeper {
    /// The referrals of a period, followed as far as they had come by a day.
    package func pathway(received: Period, asAt day: Day, knownAt change: Int? = nil) throws -> PathwayDocument {
        let ground = try picture(knownAt: change).ground
        let review = PathwayReview(
            ground.snapshot,
            care: ground.care,
            received: received,
            asAt: day,
            criteria: definitions.criteriaSet(definitions.usualCriteria)
        )
        let definitions = definitions
        return PathwayDocument(review) { definitions.programmeTitle($0) }
    }
}
