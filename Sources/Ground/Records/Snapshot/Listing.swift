/// Records in the order of their references, and where each stands.
///
/// A class, because it remembers where it last looked: records mostly come in the order of what they refer to, so the
/// next one is found without a search.
final class Listing<Subject> {
    let records: [Subject]
    let ids: [String]
    private var last = 0

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
    }

    var count: Int { ids.count }

    subscript(text: String?) -> Position<Subject>? {
        guard let text else { return nil }
        if last < ids.count, ids[last] == text { return Position(last) }
        let place = last + 1 < ids.count && ids[last + 1] == text ? last + 1 : search(text)
        guard place < ids.count, ids[place] == text else { return nil }
        last = place
        return Position(place)
    }

    /// The first place whose reference is not before the text.
    private func search(_ text: String) -> Int {
        var from = 0
        var until = ids.count
        while from < until {
            let middle = (from + until) / 2
            if ids[middle] < text { from = middle + 1 } else { until = middle }
        }
        return from
    }
}
