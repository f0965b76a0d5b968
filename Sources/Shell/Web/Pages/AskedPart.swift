import Actions
import Documents
import Report

/// The part of the register in a page's address: `in-tier=high`.
struct AskedPart {
    let filter: ReportFilter

    init(_ filter: ReportFilter) {
        self.filter = filter
    }

    init(_ request: PageRequest) {
        var filter = ReportFilter()
        for dimension in Dimension.allCases {
            filter.kept[dimension] = request.asked(AskedPart.name(dimension))
        }
        self.filter = filter
    }

    static func name(_ dimension: Dimension) -> String { Address.name(of: dimension) }

    func write(to address: Address) -> Address {
        address.keeping(filter)
    }
}

extension Pages {
    /// Choices of a part of the register, one for each dimension with more than one group.
    func part(fields filter: ReportFilter, _ dimensions: [Dimension] = Dimension.allCases) throws -> [FormField] {
        let groups = CaseGroups(try keeper.picture().ground.snapshot)
        let names = try keeper.groupNames()
        return dimensions.compactMap { dimension in
            let codes = groups.codes(dimension)
            guard codes.count > 1 || filter.kept[dimension] != nil else { return nil }
            let all = Choice("", "All", isChosen: filter.kept[dimension] == nil)
            let choices = codes.map {
                Choice($0, names.name($0, dimension), isChosen: $0 == filter.kept[dimension])
            }
            return FormField(
                AskedPart.name(dimension),
                label: "Only this \(dimension.title.lowercased())",
                input: .select([all] + choices)
            )
        }
    }
}
