import Values

/// Some rows of a file as they were read: a column for each field that is read, every distinct value once.
package struct RawChunk: Sendable {
    fileprivate var columns: [Column]
    fileprivate var recordIDs: [UInt8] = []
    fileprivate var recordIDEnds: [UInt32] = []

    fileprivate struct Column: Sendable {
        var store = ValueStore(expecting: 4096)
        var ids: [UInt32] = []

        mutating func add(_ values: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>) {
            store.add(values, to: &ids)
        }

        mutating func read(_ text: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) -> Int {
            let (read, numbers) = store.mapped(text)
            store = read
            var missing = 0
            for (place, id) in ids.enumerated() where id != 0 {
                ids[place] = numbers[Int(id)]
                if ids[place] == 0 { missing += 1 }
            }
            return missing
        }
    }

    package init(fields: Int) {
        columns = [Column](repeating: Column(), count: fields)
    }

    package var count: Int { recordIDEnds.count }

    /// Begins the next record.
    package mutating func add(recordID: UnsafeBufferPointer<UInt8>) {
        recordIDs.append(contentsOf: recordID)
        recordIDEnds.append(UInt32(truncatingIfNeeded: recordIDs.count))
    }

    /// Adds the next value of a field; every field must be given one for each record, and an empty one is missing.
    package mutating func add(_ value: UnsafeBufferPointer<UInt8>, field: Int) {
        columns[field].ids.append(value.isEmpty ? 0 : columns[field].store.id(of: value))
    }

    /// Adds the values of a field for several records at a time.
    package mutating func add(_ values: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>, field: Int) {
        columns[field].add(values)
    }

    /// Puts in place of every value of a field what it is read as, unless all of them are plain already; gives how many
    /// records had one that is read as missing.
    package mutating func read(
        field: Int,
        isPlain: (UnsafeBufferPointer<UInt8>) -> Bool,
        _ text: (UnsafeBufferPointer<UInt8>) -> [UInt8]?
    ) -> Int {
        columns[field].store.allSatisfy(isPlain) ? 0 : columns[field].read(text)
    }

    /// Adds a whole record.
    package mutating func add(recordID: String, values: [String?]) {
        Array(recordID.utf8).withUnsafeBufferPointer { add(recordID: $0) }
        for (field, value) in values.enumerated() {
            Array((value ?? "").utf8).withUnsafeBufferPointer { add($0, field: field) }
        }
    }
}

/// Records as they were read, before their values are made comparable.
package struct RawColumns: Sendable {
    /// The files, or feeds, the records are from.
    package let sources: [String]
    /// Which source each record is from.
    let sourceOfRecord: [UInt16]
    let recordIDs: [UInt8]
    let recordIDEnds: [Int]
    let columns: [RawColumn]

    package var count: Int { sourceOfRecord.count }

    /// Puts the chunks of the sources together, in order.
    package init(fields: Int, sources: [(name: String, chunks: [RawChunk])]) {
        let chunks = sources.flatMap(\.chunks)
        let starts = RawColumns.starts(chunks)
        let count = starts.last ?? 0
        self.sources = sources.map(\.name)
        var sourceOfRecord: [UInt16] = []
        sourceOfRecord.reserveCapacity(count)
        var ids: [UInt8] = []
        ids.reserveCapacity(chunks.reduce(0) { $0 + $1.recordIDs.count })
        var ends: [Int] = []
        ends.reserveCapacity(count)
        for (index, source) in sources.enumerated() {
            for chunk in source.chunks {
                let base = ids.count
                ids.append(contentsOf: chunk.recordIDs)
                ends.append(contentsOf: chunk.recordIDEnds.map { base + Int($0) })
                sourceOfRecord.append(contentsOf: repeatElement(UInt16(truncatingIfNeeded: index), count: chunk.count))
            }
        }
        self.sourceOfRecord = sourceOfRecord
        recordIDs = ids
        recordIDEnds = ends
        let sizes = (0..<fields).map { field in chunks.reduce(0) { $0 + $1.columns[field].store.count } }
        columns = Parts.map(sizes: sizes) { field in
            RawColumn(joining: chunks.map { $0.columns[field] }, count: count)
        }
    }

    private static func starts(_ chunks: [RawChunk]) -> [Int] {
        chunks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }

    /// What the source calls the record.
    package func recordID(_ record: Int) -> String {
        String(decoding: recordIDs[recordIDRange(record)], as: UTF8.self)
    }

    func recordIDRange(_ record: Int) -> Range<Int> {
        (record == 0 ? 0 : recordIDEnds[record - 1])..<recordIDEnds[record]
    }

    package func source(_ record: Int) -> String {
        sources[Int(sourceOfRecord[record])]
    }
}

/// One field of all records as it was read.
struct RawColumn: Sendable {
    let store: ValueStore
    let ids: [UInt32]

    fileprivate init(joining columns: [RawChunk.Column], count: Int) {
        var store = ValueStore(expecting: columns.map(\.store.count).max() ?? 0)
        ids = [UInt32](inLargePages: count) { ids, place in
            for column in columns {
                let numbers = store.numbers(of: column.store)
                for id in column.ids {
                    ids[place] = numbers[Int(id)]
                    place += 1
                }
            }
        }
        self.store = store
    }
}
