import Definitions
import Records
import Statistics
import Values

extension InstrumentParts {
    /// Reads `thresholds`; nil where a problem was noted.
    func thresholds(_ map: inout MapReader) -> [Threshold]? {
        map.optionalMaps("thresholds") { map in
            let id = map.text("id")
            let scale = scale(&map, informant: nil)
            let measure: Threshold.Measure? = map.code("measure")
            let atLeast = map.decimal("at_least")
            let provenance = Provenance(reading: &map)
            guard let id, let scale, let measure, let atLeast, let provenance else { return nil }
            return Threshold(id: id, scale: scale.id, measure: measure, atLeast: atLeast, provenance: provenance)
        }
    }

    /// Reads `reliable_change`; nil where a problem was noted.
    func reliableChanges(_ map: inout MapReader) -> [ReliableChangeRule]? {
        map.optionalMaps("reliable_change") { map in
            let id = map.text("id")
            let informant = informant(&map)
            let scale = scale(&map, informant: informant)
            let deviation = map.decimal("standard_deviation")
            let reliability = map.decimal("reliability")
            let threshold = map.integer("threshold")
            let clinicalFrom = map.optionalInteger("clinical_from")
            let provenance = Provenance(reading: &map)
            guard let id, let informant, let scale, let deviation, let reliability, let threshold, let provenance else {
                return nil
            }
            let least = ReliableChange.threshold(
                standardDeviation: deviation.double,
                reliability: reliability.double
            )
            guard least > 0, threshold == Int(least.rounded(.up)) else {
                map.refuse("threshold", "must be Jacobson and Truax's threshold, rounded up to a whole point")
                return nil
            }
            return ReliableChangeRule(
                id: id,
                informant: informant,
                scale: scale.id,
                standardDeviation: deviation,
                reliability: reliability,
                threshold: threshold,
                clinicalFrom: clinicalFrom,
                provenance: provenance
            )
        }
    }

    /// Reads `added_value`, where there is one.
    func addedValue(_ map: inout MapReader) -> AddedValue? {
        map.optionalMap("added_value") { map in
            let informant = informant(&map)
            let constant = map.decimal("constant")
            let total = map.decimal("baseline_total")
            let impact = map.decimal("baseline_impact")
            let emotional = map.decimal("baseline_emotional")
            let deviation = map.decimal("standard_deviation")
            let provenance = Provenance(reading: &map)
            guard let informant, let constant, let total, let impact, let emotional, let deviation, let provenance
            else {
                return nil
            }
            return AddedValue(
                informant: informant,
                constant: constant,
                baselineTotal: total,
                baselineImpact: impact,
                baselineEmotional: emotional,
                standardDeviation: deviation,
                provenance: provenance
            )
        }
    }
}
