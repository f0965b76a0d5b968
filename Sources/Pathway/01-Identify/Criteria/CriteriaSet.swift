package import Definitions

/// What makes a family one of a programme's: criteria, each met by any of its rules, and the needs they stand for.
///
/// A definition file (`Definitions/criteria`); the rules it may use are a closed list in code.
package struct CriteriaSet: Sendable {
    package let id: String
    package let version: String
    package let title: String
    /// Where the set comes from; nil for one made in code.
    package let provenance: Provenance?
    /// Facts count when they lie in the last so many months, `(day - months, day]`.
    package let looksBackMonths: Int
    package let criteria: [Criterion]
    /// Each need is met by any of the criteria it names (positions in `criteria`).
    package let needs: [[Int]]
    /// A family that meets so many needs is identified.
    package let needsToQualify: Int
    /// So many needs are enough where a named person has decided that the family may count; nil where none is.
    package let needsWithDiscretion: Int?

    /// A set; without `needsToQualify` a family must meet every need.
    package init(
        id: String,
        version: String = "1",
        title: String,
        provenance: Provenance? = nil,
        looksBackMonths: Int,
        criteria: [Criterion],
        needs: [[Int]],
        needsToQualify: Int? = nil,
        needsWithDiscretion: Int?
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.provenance = provenance
        self.looksBackMonths = looksBackMonths
        self.criteria = criteria
        self.needs = needs
        self.needsToQualify = needsToQualify ?? needs.count
        self.needsWithDiscretion = needsWithDiscretion
    }

    /// `Crime or Anti-social behaviour`: what a need is, by the criteria that meet it.
    package func label(ofNeed need: Int) -> String {
        needs[need].map { criteria[$0].label }.joined(separator: " or ")
    }
}
