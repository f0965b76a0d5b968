import Documents
import Linkage

/// Invented people of two agencies, linked by a small model; some have little recorded of them.
struct LinkedPeople {
    let records: RawColumns
    let options: LinkageOptions
    let linkage: Linkage

    static let forenames = ["Ada", "Ben", "Cleo", "Dev", "Esme"]
    static let surnames = ["Quill", "Rook", "Stoat", "Teal"]

    init(trains: Bool = false, explaining pair: (Int, Int)? = nil) throws {
        var school = RawChunk(fields: 3)
        var housing = RawChunk(fields: 3)
        for person in 0..<60 {
            let forename = Self.forenames[person % 5]
            let surname = Self.surnames[person % 4]
            let birth = person.isMultiple(of: 7) ? nil : "20\(10 + person % 9)-0\(1 + person % 8)-1\(person % 10)"
            school.add(recordID: "S\(person)", values: [forename, surname, birth])
            let isKnownLess = person.isMultiple(of: 11)
            housing.add(recordID: "H\(person)", values: [isKnownLess ? nil : forename, surname, birth])
        }
        records = RawColumns(fields: 3, sources: [("housing", [housing]), ("school", [school])])
        var options = LinkageOptions()
        options.trains = trains
        options.threshold = 0.9
        options.explains = pair.map { (left: $0.0, right: $0.1) }
        self.options = options
        linkage = try Linker.link(records, by: Self.model, options: options)
    }

    static let model = LinkageModel(
        id: "small",
        title: "A small model",
        version: "2026.1",
        fields: ["forename", "surname", "dob"].map { LinkageField(name: $0, origin: .columns([$0])) },
        comparisons: [("forename", 0.2), ("surname", 0.25), ("dob", 0.0021)].map { field, u in
            Comparison(
                name: field,
                levels: [
                    ComparisonLevel(
                        label: "missing",
                        test: .missing(.any([.missing(.left(field)), .missing(.right(field))]))
                    ),
                    ComparisonLevel(label: "the same", test: .when(.same(.left(field), .right(field))), m: 0.95, u: u),
                    ComparisonLevel(label: "not the same", test: .otherwise, m: 0.05, u: 1 - u),
                ]
            )
        },
        blocking: [
            BlockingRule([BlockingRule.Equality(.left("dob"), .right("dob"))]),
            BlockingRule([
                BlockingRule.Equality(.left("surname"), .right("surname")),
                BlockingRule.Equality(
                    .left("forename", .characters(from: 1, count: 1)),
                    .right("forename", .characters(from: 1, count: 1))
                ),
            ]),
        ],
        prior: 0.01,
        training: Training(
            deterministic: [
                BlockingRule(["forename", "surname", "dob"].map { BlockingRule.Equality(.left($0), .right($0)) })
            ],
            sessions: [
                BlockingRule([BlockingRule.Equality(.left("dob"), .right("dob"))]),
                BlockingRule([BlockingRule.Equality(.left("surname"), .right("surname"))]),
            ],
            mostRounds: 2
        )
    )

    func report() throws -> LinkageReport {
        LinkageReport(
            of: linkage,
            options: options,
            files: [
                .init(name: "school.csv", records: 60, absent: [], unreadDates: ["dob": 3]),
                .init(name: "housing.csv", records: 60, absent: ["forename"], unreadDates: [:]),
            ],
            sources: [("housing", 60), ("school", 60)],
            selfWeights: try Linker.selfWeights(records, by: linkage.model),
            seconds: 1.25
        )
    }
}
