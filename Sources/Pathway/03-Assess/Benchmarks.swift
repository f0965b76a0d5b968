package import Definitions
package import Records
package import Values

/// A score, or a rise in one, that means something in the field: 0.61 for an adherent therapist.
package struct Threshold: Sendable {
    /// What is compared with the threshold.
    package enum Measure: String, CaseIterable, Sendable {
        case score
        /// A later score less the first.
        case rise
    }

    package let id: String
    package let scale: String
    package let measure: Measure
    /// Reached at this value or above it, tried on exact decimals.
    package let atLeast: Decimal
    package let provenance: Provenance
}

/// How large a change must be to be more than the instrument's error of measurement.
package struct ReliableChangeRule: Sendable {
    package let id: String
    package let informant: Informant
    package let scale: String
    /// Of the population the reliability was found in.
    package let standardDeviation: Decimal
    /// Between 0 and 1.
    package let reliability: Decimal
    /// Whole points: Jacobson and Truax's threshold rounded up.
    package let threshold: Int
    /// The clinical range begins here.
    package let clinicalFrom: Int?
    package let provenance: Provenance
}
