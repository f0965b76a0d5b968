import Values

/// What the records of a linking are called: the source each is from and its id there, as bytes.
///
/// Names are in order by their text, `source/record_id`, so nothing that is chosen by it depends on the order of the files
/// or of their rows.
package struct RecordNames: Sendable {
    package let sources: [String]
    /// The source of each record.
    package let sourceOfRecord: [UInt16]
    /// The ids of all records, one after the other.
    package let bytes: [UInt8]
    /// Where the id of each record ends.
    package let ends: [Int]
    /// The place of each source in the order of names.
    private let places: [Int]

    fileprivate init(_ raw: RawColumns) {
        sources = raw.sources
        sourceOfRecord = raw.sourceOfRecord
        bytes = raw.recordIDs
        ends = raw.recordIDEnds
        let heads = raw.sources.map { Array("\($0)/".utf8) }
        let order = heads.indices.sorted { heads[$0].lexicographicallyPrecedes(heads[$1]) }
        var places = [Int](repeating: 0, count: heads.count)
        for (place, source) in order.enumerated() { places[source] = place }
        self.places = places
    }

    package var count: Int { ends.count }

    /// Where the id of a record lies in `bytes`.
    package func range(_ record: Int) -> Range<Int> {
        (record == 0 ? 0 : ends[record - 1])..<ends[record]
    }

    /// `source/record_id`.
    package func name(_ record: Int) -> String {
        "\(sources[Int(sourceOfRecord[record])])/\(String(decoding: bytes[range(record)], as: UTF8.self))"
    }

    /// Whether the name of one record comes before that of another.
    package func isBefore(_ one: Int, _ other: Int) -> Bool {
        let (source, otherSource) = (sourceOfRecord[one], sourceOfRecord[other])
        if source != otherSource { return places[Int(source)] < places[Int(otherSource)] }
        return order(one, other) < 0
    }

    /// The records of this id, of every source or of one.
    package func records(withID id: String, source: String? = nil) -> [Int] {
        let wanted = Array(id.utf8)
        return (0..<count).filter { record in
            let range = range(record)
            return range.count == wanted.count && bytes[range].elementsEqual(wanted)
                && (source == nil || sources[Int(sourceOfRecord[record])] == source)
        }
    }

    /// A record that has the source and the id of an earlier one, with that one; the first there is, nil where all differ.
    package func firstRepeated() -> (earlier: Int, later: Int)? {
        let hashes = Parts.map(count) { part in
            bytes.withUnsafeBufferPointer { bytes in
                part.map { record in
                    let id = UnsafeBufferPointer(rebasing: bytes[range(record)])
                    return Hash.combine(UInt64(sourceOfRecord[record]), Hash.of(id))
                }
            }
        }.flatMap(\.self)
        let order = Sorting.order(hashes)
        var found: (earlier: Int, later: Int)?
        for place in order.indices.dropFirst() {
            let later = Int(order[place])
            guard later < found?.later ?? .max, let earlier = earlier(at: place, order, hashes) else { continue }
            found = (earlier, later)
        }
        return found
    }

    /// The record of the same name before this place; different ids with one hash may stand between the two.
    private func earlier(at place: Int, _ order: [UInt32], _ hashes: [UInt64]) -> Int? {
        let later = Int(order[place])
        var before = place - 1
        while before >= 0, hashes[Int(order[before])] == hashes[later] {
            if isSame(Int(order[before]), later) { return Int(order[before]) }
            before -= 1
        }
        return nil
    }

    private func isSame(_ one: Int, _ other: Int) -> Bool {
        sourceOfRecord[one] == sourceOfRecord[other] && order(one, other) == 0
    }

    /// Below, above or at nought as the id of one record comes before, after or is that of another.
    private func order(_ one: Int, _ other: Int) -> Int {
        let (a, b) = (range(one), range(other))
        return bytes.withUnsafeBufferPointer { bytes in
            for step in 0..<min(a.count, b.count) {
                let (x, y) = (bytes[a.lowerBound + step], bytes[b.lowerBound + step])
                if x != y { return Int(x) - Int(y) }
            }
            return a.count - b.count
        }
    }
}

extension RawColumns {
    /// What the records are called.
    package var names: RecordNames { RecordNames(self) }
}

extension Linkage {
    /// The record of each cluster whose name comes first, by the number the cluster has in `clusters`.
    package func leastMembers(_ names: RecordNames) -> [Int] {
        var least = Array(clusters.indices)
        for record in clusters.indices {
            let cluster = clusters[record]
            if record != cluster, names.isBefore(record, least[cluster]) { least[cluster] = record }
        }
        return least
    }
}
