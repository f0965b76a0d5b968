/// Records in the order of their references, and where each stands.
struct Listing<Subject> {
    let records: [Subject]
    let ids: [String]
    private let positions: [String: Int32]

    init(_ records: [Subject], id: (Subject) -> String) {
        var ids = records.map(id)
        var records = records
        if !zip(ids, ids.dropFirst()).allSatisfy({ $0 <= $1 }) {
            let order = ids.indices.sorted { ids[$0] < ids[$1] }
            ids = order.map { ids[$0] }
            records = order.map { records[$0] }
        }
        self.records = records
        self.ids = ids
        positions = Dictionary(zip(ids, 0...), uniquingKeysWith: { first, _ in first })
    }

    var count: Int { ids.count }

    subscript(text: String?) -> Position<Subject>? {
        guard let text, let position = positions[text] else { return nil }
        return Position(Int(position))
    }
}
