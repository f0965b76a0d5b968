package import Definitions
import Statistics
import Values

extension Scorecard {
    /// The scorecards among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [Scorecard] {
        try definitions.read(.scorecard) { Scorecard($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let cadence: Cadence? = map.code("every")
        let history = map.optionalInteger("history") ?? 24
        let missing = map.optionalTexts("missing") ?? []
        let measures = map.maps("measures") { Measure(reading: &$0) }
        guard let title, let cadence, let measures else { return nil }
        var ids: Set<String> = []
        for measure in measures where !ids.insert(measure.id).inserted {
            map.refuse("measures", "must each have an id of their own: \(measure.id) stands there twice")
            return nil
        }
        guard (1...120).contains(history) else {
            map.refuse("history", "must be 1 to 120 periods")
            return nil
        }
        self.init(
            id: definition.id,
            title: title,
            cadence: cadence,
            history: history,
            measures: measures,
            missing: missing,
            provenance: definition.provenance
        )
    }
}

extension Scorecard.Measure {
    fileprivate init?(reading map: inout MapReader) {
        let id = map.text("id")
        let title = map.text("title")
        let source: Scorecard.Source? = map.code("report")
        let figure = map.text("figure")
        let programme = map.optionalText("programme")
        let criteria = map.optionalText("criteria")
        let months = map.optionalInteger("months")
        let box: Scorecard.Box? = map.code("box")
        let better: ProcessChart.Direction? = map.code("better")
        let target = map.optionalNumber("target")
        let owner = map.optionalText("owner")
        let story = map.optionalText("story")
        let breaks = map.optionalMaps("breaks") { $0.day("from") }
        let baseline = map.optionalInteger("baseline")
        let forecast: Forecast.Method? = map.optionalCode("forecast")
        guard let id, let title, let source, let figure, let box, let better, let breaks else { return nil }
        if source == .intelligence, criteria == nil {
            map.refuse("criteria", "is missing: the families identified are those of a criteria set")
            return nil
        }
        if let baseline, baseline < 3 {
            map.refuse("baseline", "must be 3 periods or more")
            return nil
        }
        self.init(
            id: id,
            title: title,
            source: source,
            figure: figure,
            programme: programme,
            criteria: criteria,
            months: months,
            box: box,
            better: better,
            target: target,
            owner: owner,
            story: story,
            breaks: breaks,
            baseline: baseline,
            forecast: forecast ?? .leastSquares
        )
    }
}
