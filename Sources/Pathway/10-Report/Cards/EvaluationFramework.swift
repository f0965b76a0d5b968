package import Definitions
import Records
package import Values

/// What is to be achieved, how success is measured, and by which methods the data come in.
///
/// Source: seed 003, section 2.4: outcome, measures of success, data collection methods.
package struct EvaluationFramework: Sendable {
    package enum Term: String, CaseIterable, Sendable {
        case short, medium, long
    }

    /// How data are collected.
    package enum Way: String, CaseIterable, Sendable {
        /// Regularly, as part of the work.
        case routine
        /// Every six or twelve months: samples of cases, interviews.
        case sample
        /// Longer after the work has ended.
        case followUp = "follow_up"
    }

    package struct Measure: Sendable {
        package let title: String
        package let isProxy: Bool
        package let source: Scorecard.Source
        package let figure: String
    }

    package struct Method: Sendable {
        package let title: String
        package let way: Way
        /// The instrument by which it is done, where there is one.
        package let instrument: String?
    }

    package struct Outcome: Sendable {
        package let title: String
        package let term: Term
        package let measures: [Measure]
        package let methods: [Method]
    }

    package let id: String
    package let title: String
    package let outcomes: [Outcome]
    package let provenance: Provenance

    /// The frameworks among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [EvaluationFramework] {
        try definitions.read(.evaluationFramework) { definition, map in
            let title = map.text("title")
            let outcomes = map.maps("outcomes") { Outcome(reading: &$0) }
            guard let title, let outcomes else { return nil }
            return EvaluationFramework(
                id: definition.id,
                title: title,
                outcomes: outcomes,
                provenance: definition.provenance
            )
        }
    }
}

extension EvaluationFramework.Outcome {
    fileprivate init?(reading map: inout MapReader) {
        let title = map.text("title")
        let term: EvaluationFramework.Term? = map.code("term")
        let measures = map.maps("measures") { EvaluationFramework.Measure(reading: &$0) }
        let methods = map.maps("methods") { EvaluationFramework.Method(reading: &$0) }
        guard let title, let term, let measures, let methods else { return nil }
        self.init(title: title, term: term, measures: measures, methods: methods)
    }
}

extension EvaluationFramework.Measure {
    fileprivate init?(reading map: inout MapReader) {
        let title = map.text("title")
        let isProxy = map.optionalFlag("proxy") ?? false
        let source: Scorecard.Source? = map.code("report")
        let figure = map.text("figure")
        guard let title, let source, let figure else { return nil }
        guard source != .intelligence else {
            map.refuse("report", "must be key-information, performance or family-support")
            return nil
        }
        self.init(title: title, isProxy: isProxy, source: source, figure: figure)
    }
}

extension EvaluationFramework.Method {
    fileprivate init?(reading map: inout MapReader) {
        let title = map.text("title")
        let way: EvaluationFramework.Way? = map.code("way")
        let instrument = map.optionalText("instrument")
        guard let title, let way else { return nil }
        self.init(title: title, way: way, instrument: instrument)
    }
}

/// A framework as at a day: which of its measures have a value, and which of its methods brought data in.
package struct FilledFramework: Sendable {
    package struct Measure: Sendable {
        package let measure: EvaluationFramework.Measure
        package let question: ReportQuestion
        /// Nil where the report has no such figure.
        package let figure: Figure?

        package var isFilled: Bool { figure?.value != nil }
    }

    package struct Method: Sendable {
        package let method: EvaluationFramework.Method
        /// Assessments in the twelve months; nil where no instrument says.
        package let completed: Int?
        package let lastOn: Day?
    }

    package struct Outcome: Sendable {
        package let outcome: EvaluationFramework.Outcome
        package let measures: [Measure]
        package let methods: [Method]
    }

    package let framework: EvaluationFramework
    package let day: Day
    package let period: Period
    package let knownAt: Int
    package let outcomes: [Outcome]

    package var measures: [Measure] { outcomes.flatMap(\.measures) }
}

extension ReportGround {
    /// Fills a framework from the twelve months to a day.
    package func fill(_ framework: EvaluationFramework, asAt day: Day) -> FilledFramework {
        let period = Period.last(months: 12, asAt: day)
        func question(_ source: Scorecard.Source) -> ReportQuestion {
            switch source {
            case .keyInformation, .intelligence: .keyInformation(asAt: day, programme: nil)
            case .performance: .performance(during: period)
            case .familySupport: .familySupport(during: period)
            }
        }
        var wanted: [ReportQuestion: Set<String>] = [:]
        for measure in framework.outcomes.flatMap(\.measures) {
            wanted[question(measure.source), default: []].insert(measure.figure)
        }
        let found = Dictionary(
            wanted.map { question, ids in
                let figures = figures(question, keeping: ids) ?? []
                return (question, Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }))
            },
            uniquingKeysWith: { $1 }
        )
        return FilledFramework(
            framework: framework,
            day: day,
            period: period,
            knownAt: snapshot.change,
            outcomes: framework.outcomes.map { outcome in
                FilledFramework.Outcome(
                    outcome: outcome,
                    measures: outcome.measures.map { measure in
                        let question = question(measure.source)
                        return .init(measure: measure, question: question, figure: found[question]?[measure.figure])
                    },
                    methods: outcome.methods.map { fill($0, during: period) }
                )
            }
        )
    }

    private func fill(_ method: EvaluationFramework.Method, during period: Period) -> FilledFramework.Method {
        guard let instrument = method.instrument else { return .init(method: method, completed: nil, lastOn: nil) }
        let symbol = snapshot.symbols.symbol(instrument)
        let days = snapshot.assessments.filter { $0.instrument == symbol && period.contains($0.completedOn) }
            .map(\.completedOn)
        return .init(method: method, completed: symbol == nil ? 0 : days.count, lastOn: days.max())
    }
}
