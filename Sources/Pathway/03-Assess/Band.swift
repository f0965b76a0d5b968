package import Definitions
package import Records
package import Values

/// A band of scores, such as `slightly_raised`.
package struct Band: Hashable, Sendable {
    package let id: String
    /// As people read it.
    package let label: String
    /// As people read it of a scale on which more is better: slightly lowered.
    package let labelWhereHigherIsBetter: String
}

/// The ranges of one scale that the bands of a scheme stand for, for one informant.
package struct BandTable: Sendable {
    /// The band scheme, such as `four-band`; a report says which it used.
    package let scheme: String
    package let informant: Informant
    package let scale: String
    /// From the least need to the most.
    package let bands: [Band]
    /// The scores of each band, both ends included, in the order of the bands.
    package let ranges: [ClosedRange<Int>]
    package let direction: Direction
    package let provenance: Provenance

    /// The band a score lies in; nil where it lies in none, as one with places may.
    package func band(of score: Decimal) -> Band? {
        position(of: score).map { bands[$0] }
    }

    /// The position of the band a score lies in, counted from 0 for the least need.
    package func position(of score: Decimal) -> Int? {
        guard let whole = score.whole else { return nil }
        return ranges.firstIndex { $0.contains(whole) }
    }

    /// The words for a band on this scale.
    package func label(of band: Band) -> String {
        direction == .lowerIsBetter ? band.label : band.labelWhereHigherIsBetter
    }
}

/// A published way to divide scores into bands.
package struct BandScheme: Sendable {
    package let id: String
    package let title: String
    /// From the least need to the most.
    package let bands: [Band]
    package let tables: [BandTable]
}
