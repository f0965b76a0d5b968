package import Definitions

extension LinkageModel {
    /// The form of models that this version writes and reads.
    static let format = 1

    /// The models among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [LinkageModel] {
        try definitions.read(.linkage) { LinkageModel($0, reading: &$1) }
    }

    /// The model of a file; throws everything that is wrong with it.
    package static func read(file: DefinitionFile) throws(DefinitionRefusal) -> LinkageModel {
        guard let model = try all(DefinitionSet(shipped: [], local: [file])).first else {
            let reason = "kind must be linkage: the file defines something else"
            throw DefinitionRefusal([DefinitionProblem(file: file.name, line: nil, reason: reason)])
        }
        return model
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        guard map.integer("format") == LinkageModel.format else {
            map.refuse("format", "must be 1: this version of the program reads no other")
            map.takeRest(map.keys)
            return nil
        }
        let title = map.text("title")
        let scope: LinkScope? = map.code("scope")
        let fields = map.maps("fields") { LinkageField(reading: &$0) }
        guard let title, let scope, let fields else {
            map.takeRest(map.keys)
            return nil
        }
        let comparisons = map.maps("comparisons") { Comparison(reading: &$0, fields: fields) }
        let blocking = map.rules("blocking", fields)
        if blocking == nil, !map.keys.contains("blocking") { map.refuse("blocking", "is missing") }
        let training = map.optionalMap("training") { Training(reading: &$0, fields: fields) }
        let household = map.optionalMap("household") { HouseholdStage(reading: &$0, fields: fields) }
        let prior = map.share("prior")
        let threshold = map.share("threshold")
        let frequencies = map.optionalMap("frequencies") { map -> [String: [String: Double]] in
            var shares: [String: [String: Double]] = [:]
            for field in map.keys { shares[field] = map.map(field) { $0.numbers() } }
            return shares
        }
        guard let comparisons, let blocking else { return nil }
        self.init(
            id: definition.id,
            title: title,
            version: definition.version,
            provenance: definition.provenance,
            fields: fields,
            comparisons: comparisons,
            blocking: blocking,
            scope: scope,
            prior: prior,
            training: training ?? Training(),
            household: household,
            threshold: threshold ?? 0.95,
            frequencies: frequencies ?? [:]
        )
        for fault in faults { map.refuse(fault.key, fault.reason) }
    }

    /// What is wrong with the model as a whole, by key.
    private var faults: [(key: String, reason: String)] {
        var faults: [(key: String, reason: String)] = []
        for name in repeated(fields.map(\.name)) {
            faults.append(("fields", "must have names of their own: “\(name)” stands there twice"))
        }
        for name in repeated(comparisons.map(\.name)) {
            faults.append(("comparisons", "must have names of their own: “\(name)” stands there twice"))
        }
        for (place, field) in fields.enumerated() {
            let above = fields[..<place].map(\.name)
            for source in field.sources where !above.contains(source) {
                faults.append(("fields", "must name a field above: “\(field.name)” is made of “\(source)”"))
            }
        }
        if comparisons.contains(where: \.isTrained) {
            for comparison in comparisons where !comparison.isTrained {
                faults.append(("comparisons", "must all have m and u where one has: “\(comparison.name)” lacks them"))
            }
            if prior == nil { faults.append(("prior", "is missing, though the comparisons have m and u")) }
        }
        if let household, !comparisons.contains(where: { $0.name == household.addressComparison }) {
            faults.append(("household", "must have the name of a comparison as address_comparison"))
        }
        for name in frequencies.keys.sorted() where !fields.contains(where: { $0.name == name }) {
            faults.append(("frequencies", "must be of fields of this model: “\(name)” is none"))
        }
        return faults
    }

    private func repeated(_ names: [String]) -> [String] {
        Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }
}

extension Training {
    fileprivate init?(reading map: inout MapReader, fields: [LinkageField]) {
        self.init()
        deterministic = map.rules("deterministic", fields) ?? []
        sessions = map.rules("sessions", fields) ?? []
        recall = map.share("recall") ?? recall
        randomPairs = map.count("random_pairs") ?? randomPairs
        sessionPairs = map.count("session_pairs") ?? sessionPairs
        mostRounds = map.count("most_rounds") ?? mostRounds
        tolerance = map.share("tolerance") ?? tolerance
        if let text = map.optionalText("seed") {
            if let number = UInt64(text) { seed = number } else { map.refuse("seed", "must be a whole number, like 1") }
        }
    }
}

extension HouseholdStage {
    fileprivate init?(reading map: inout MapReader, fields: [LinkageField]) {
        func names(_ text: String) -> Result<[String], TextRefusal> {
            let names = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
            let areKnown = !names.isEmpty && names.allSatisfy { name in fields.contains { $0.name == name } }
            return areKnown ? .success(names) : .failure(TextRefusal("must name fields, like “postcode, house”"))
        }
        let addresses = map.optionalTexts("addresses", as: names)
        let surnames = map.optionalTexts("surnames", as: names)
        let comparison = map.text("address_comparison")
        let share = map.share("share")
        if addresses == nil, !map.keys.contains("addresses") { map.refuse("addresses", "is missing") }
        guard let addresses, let comparison else { return nil }
        self.init(
            addresses: addresses,
            addressComparison: comparison,
            surnames: (surnames ?? []).flatMap(\.self),
            share: share
        )
    }
}

extension MapReader {
    /// Blocking rules as SQL.
    fileprivate mutating func rules(_ key: String, _ fields: [LinkageField]) -> [BlockingRule]? {
        optionalTexts(key) { text in
            do throws(ConditionFault) {
                let rule = try BlockingText.read(text, fields: fields)
                for name in rule.fieldNames where !fields.contains(where: { $0.name == name }) {
                    return .failure(TextRefusal("asks for the field “\(name)”, which is not among the fields"))
                }
                return .success(rule)
            } catch {
                return .failure(TextRefusal("cannot be read: \(error)"))
            }
        }
    }

    /// A whole number of at least 1.
    fileprivate mutating func count(_ key: String) -> Int? {
        guard let number = optionalInteger(key) else { return nil }
        guard number >= 1 else {
            refuse(key, "must be at least 1")
            return nil
        }
        return number
    }
}
