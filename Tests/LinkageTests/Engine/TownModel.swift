@testable import Linkage

extension LinkageModel {
    /// A small model for the invented town.
    static func town(household: Bool = true) -> LinkageModel {
        LinkageModel(
            id: "town",
            title: "Town",
            version: "1",
            fields: Town.fields.map { LinkageField(name: $0, origin: .columns([$0]), cleaning: [.upper]) } + [
                LinkageField(name: "year", origin: .derived(from: "dob", .year))
            ],
            comparisons: [.forename, .surname, .dob, .address],
            blocking: [
                .on("dob"), .on("forename", "surname"), .on("house", "street"), .on("surname", "year"),
            ],
            training: Training(
                deterministic: [.on("forename", "surname", "dob")],
                recall: 0.7,
                sessions: [.on("forename", "surname"), .on("dob")],
                randomPairs: 50_000
            ),
            household: household
                ? HouseholdStage(
                    addresses: [["house", "street"]],
                    addressComparison: "address",
                    surnames: ["surname"]
                ) : nil,
            threshold: 0.9
        )
    }
}

extension BlockingRule {
    static func on(_ fields: String...) -> BlockingRule {
        BlockingRule(fields.map { Equality(.left($0), .right($0)) })
    }
}

extension Condition {
    static func agree(_ field: String) -> Condition { .same(.left(field), .right(field)) }

    static func unknown(_ field: String) -> Condition { .any([.missing(.left(field)), .missing(.right(field))]) }
}

extension Comparison {
    static var forename: Comparison {
        Comparison(
            name: "forename",
            levels: [
                ComparisonLevel(label: "missing", test: .missing(.unknown("forename"))),
                ComparisonLevel(
                    label: "same",
                    test: .when(.agree("forename")),
                    termFrequency: TermFrequency(field: "forename")
                ),
                ComparisonLevel(
                    label: "alike",
                    test: .when(.measured(.jaroWinkler, .left("forename"), .right("forename"), .atLeast, 0.88))
                ),
                ComparisonLevel(label: "different", test: .otherwise),
            ]
        )
    }

    static var surname: Comparison {
        Comparison(
            name: "surname",
            levels: [
                ComparisonLevel(label: "missing", test: .missing(.unknown("surname"))),
                ComparisonLevel(label: "same", test: .when(.agree("surname"))),
                ComparisonLevel(label: "different", test: .otherwise),
            ]
        )
    }

    static var dob: Comparison {
        Comparison(
            name: "dob",
            levels: [
                ComparisonLevel(label: "missing", test: .missing(.unknown("dob"))),
                ComparisonLevel(label: "same", test: .when(.agree("dob"))),
                ComparisonLevel(
                    label: "12 years apart",
                    test: .when(.measured(.numberApart, .left("year"), .right("year"), .atLeast, 12)),
                    m: 0.001,
                    isFixed: true
                ),
                ComparisonLevel(label: "different", test: .otherwise),
            ]
        )
    }

    static var address: Comparison {
        Comparison(
            name: "address",
            levels: [
                ComparisonLevel(label: "missing", test: .missing(.unknown("street"))),
                ComparisonLevel(label: "same", test: .when(.all([.agree("house"), .agree("street")]))),
                ComparisonLevel(label: "different", test: .otherwise),
            ]
        )
    }
}
