import Values

/// Records with their values made comparable; records that are alike in every value are kept as one profile, unless
/// somebody has decided something of them that takes two.
///
/// Profiles are in an order made from what they say, so nothing that follows depends on the order of the files or of
/// their rows.
struct Profiles: Sendable {
    let plan: ValuePlan
    /// The texts of each group of the plan.
    let stores: [ValueStore]
    /// The number of the value at every key of the plan, profile after profile.
    let values: ValueTable
    let hashes: [UInt64]
    let profileOfRecord: [UInt32]
    /// Where the records of each profile begin in `records`; one more than there are profiles.
    let starts: [UInt32]
    let records: [UInt32]
    /// The source of a profile's records, where only records of different sources are linked.
    let sources: [UInt16]
    let recordCount: Int

    var count: Int { hashes.count }
    var width: Int { plan.keys.count }

    /// How many records are alike in this profile.
    func size(_ profile: Int) -> Int { Int(starts[profile + 1] - starts[profile]) }

    /// The number of the value at a key of the plan.
    @inline(__always)
    func value(_ key: Int, of profile: Int) -> UInt32 {
        values.start[profile * width + key]
    }

    func text(_ key: Int, of profile: Int) -> String? {
        stores[plan.groups[key]].text(value(key, of: profile))
    }
}

extension Profiles {
    init(_ raw: RawColumns, plan: ValuePlan, scope: LinkScope, decisions: [LinkDecision] = []) {
        let cleaned = CleanedColumns(raw, plan: plan)
        let bySource = scope == .link
        var hashes = cleaned.hashes(from: bySource ? raw.sourceOfRecord : [], count: raw.count, plan: plan)
        let apart = decisions.namedApart(hashes)
        for record in apart { hashes[record] = Hash.combine(hashes[record], raw.nameHash(record)) }
        let marked = hashes
        let order = Sorting.order(marked)
        var distinct: [UInt32] = []
        var profileHashes: [UInt64] = []
        var starts: [UInt32] = []
        var sources: [UInt16] = []
        var profileOfRecord = [UInt32](repeating: 0, count: raw.count)
        let isNew = Parts.map(raw.count) { places in
            places.map { place in
                guard place > 0 else { return true }
                let (before, record) = (Int(order[place - 1]), Int(order[place]))
                return !cleaned.areAlike(before, record, marked) || apart.contains(record) || apart.contains(before)
            }
        }.flatMap(\.self)
        for (place, record) in order.enumerated() {
            let record = Int(record)
            if isNew[place] {
                profileHashes.append(marked[record])
                starts.append(UInt32(truncatingIfNeeded: place))
                if bySource { sources.append(raw.sourceOfRecord[record]) }
                distinct.append(UInt32(truncatingIfNeeded: record))
            }
            profileOfRecord[record] = UInt32(truncatingIfNeeded: profileHashes.count - 1)
        }
        starts.append(UInt32(truncatingIfNeeded: raw.count))
        self.init(
            plan: plan,
            stores: cleaned.stores,
            values: cleaned.rows(distinct, plan: plan),
            hashes: profileHashes,
            profileOfRecord: profileOfRecord,
            starts: starts,
            records: order,
            sources: sources,
            recordCount: raw.count
        )
    }
}

/// The columns with their values cleaned and numbered by group, and what is worked out from them.
private struct CleanedColumns: Sendable {
    var columns: [[UInt32]]
    var stores: [ValueStore]
    var maps: [[UInt32]] = []

    init(_ raw: RawColumns, plan: ValuePlan) {
        let read = plan.bases.indices.filter { base in
            if case .joined = plan.bases[base].origin { false } else { true }
        }
        // Each group has numbers of its own, so they are given out side by side.
        let groups = Parts.map(plan.groupCount, size: 1) { range in
            var store = ValueStore()
            let columns = read.enumerated().filter { plan.groups[$0.element] == range.lowerBound }.map { place, base in
                (base, CleanedColumns.column(raw.columns[place], cleanedBy: plan.bases[base], into: &store))
            }
            return (store: store, columns: columns)
        }
        stores = groups.map(\.store)
        columns = [[UInt32]](repeating: [], count: plan.bases.count)
        for (base, column) in groups.flatMap(\.columns) { columns[base] = column }
        for (base, field) in plan.bases.enumerated() {
            guard case .joined(let names, let separator) = field.origin else { continue }
            columns[base] = joined(names, separator, field: field, base: base, plan: plan)
        }
        derive(plan)
    }

    /// One column with its values cleaned and numbered.
    private static func column(
        _ raw: RawColumn,
        cleanedBy field: LinkageField,
        into store: inout ValueStore
    ) -> [UInt32] {
        let numbers = numbers(of: raw.store.count, in: &store) { id in field.value(of: raw.store.value(id)) }
        return [UInt32](inLargePages: raw.ids.count) { buffer, count in
            // Each part writes the numbers of its own records.
            nonisolated(unsafe) let slots = buffer
            _ = Parts.map(raw.ids.count) { range in
                for record in range { slots[record] = numbers[Int(raw.ids[record])] }
            }
            count = raw.ids.count
        }
    }

    /// A hash of all that each record says, and of its source where sources are given.
    ///
    /// Neighbours are met most often, so they lie side by side: half of the hash is their postcode's.
    func hashes(from sources: [UInt16], count: Int, plan: ValuePlan) -> [UInt64] {
        [UInt64](inLargePages: count) { buffer, initialized in
            // Each part writes the hashes of its own records.
            nonisolated(unsafe) let hashes = buffer
            _ = Parts.map(count) { range in
                for record in range { hashes[record] = sources.isEmpty ? 0 : UInt64(sources[record]) &+ 1 }
                for (base, column) in columns.enumerated() {
                    stores[plan.groups[base]].hashes.withUnsafeBufferPointer { known in
                        column.withUnsafeBufferPointer { column in
                            for record in range {
                                hashes[record] = Hash.combine(hashes[record], known[Int(column[record])])
                            }
                        }
                    }
                }
                guard let near = plan.neighbourhood else { return }
                let known = stores[plan.groups[near]].hashes
                for record in range where columns[near][record] != 0 {
                    let place = known[Int(columns[near][record])]
                    hashes[record] = (place & 0xFFFF_FFFF_0000_0000) | (hashes[record] & 0xFFFF_FFFF)
                }
            }
            initialized = count
        }
    }

    /// Works out what the steps of every key make of every value.
    private mutating func derive(_ plan: ValuePlan) {
        let known = stores
        let groups = Parts.map(plan.groupCount, size: 1) { range in
            var store = known[range.lowerBound]
            let maps = plan.keys.enumerated()
                .filter { plan.groups[$0.offset] == range.lowerBound && !$0.element.steps.isEmpty }
                .map { position, key in
                    let source = known[plan.groups[key.base]]
                    let map = CleanedColumns.numbers(of: source.count, in: &store) { id in
                        key.steps.reduce(source.value(id)) { value, step in value.flatMap { step.derive($0) } }
                    }
                    return (position, map)
                }
            return (store: store, maps: maps)
        }
        stores = groups.map(\.store)
        maps = [[UInt32]](repeating: [], count: plan.keys.count)
        for (position, map) in groups.flatMap(\.maps) { maps[position] = map }
    }

    /// The numbers in a group of what becomes of each value: worked out in parts, then numbered one after the other.
    private static func numbers(
        of count: Int,
        in store: inout ValueStore,
        _ text: @Sendable (UInt32) -> [UInt8]?
    ) -> [UInt32] {
        let parts = Parts.map(count, size: 8192) { range in
            var texts = Texts()
            for id in range { texts.append(id == 0 ? nil : text(UInt32(truncatingIfNeeded: id))) }
            return texts
        }
        var numbers: [UInt32] = []
        numbers.reserveCapacity(count)
        for part in parts { part.number(in: &store, &numbers) }
        return numbers
    }

    /// Texts one after the other, with their hashes.
    private struct Texts: Sendable {
        private var bytes: [UInt8] = []
        private var ends: [Int] = []
        /// 0 where there is none.
        private var hashes: [UInt64] = []

        mutating func append(_ text: [UInt8]?) {
            hashes.append(text.map { $0.withUnsafeBufferPointer { Hash.of($0) } } ?? 0)
            if let text { bytes.append(contentsOf: text) }
            ends.append(bytes.count)
        }

        func number(in store: inout ValueStore, _ numbers: inout [UInt32]) {
            bytes.withUnsafeBufferPointer { bytes in
                store.add(ends.count, to: &numbers) { place in
                    let start = place == 0 ? 0 : ends[place - 1]
                    return (UnsafeBufferPointer(rebasing: bytes[start..<ends[place]]), hashes[place])
                }
            }
        }
    }

    /// Joins the values of other bases into one of its own.
    private mutating func joined(
        _ names: [String],
        _ separator: String,
        field: LinkageField,
        base: Int,
        plan: ValuePlan
    ) -> [UInt32] {
        let parts = names.compactMap { name in plan.bases.firstIndex { $0.name == name } }
        var known: [[UInt32]: UInt32] = [:]
        let group = plan.groups[base]
        var column: [UInt32] = []
        for record in columns[parts[0]].indices {
            let ids = parts.map { columns[$0][record] }
            if let number = known[ids] {
                column.append(number)
                continue
            }
            var number: UInt32 = 0
            if !ids.contains(0) {
                let texts = zip(parts, ids).map { stores[plan.groups[$0]].value($1) }
                let joined = Array(texts.joined(separator: Array(separator.utf8)))
                number = field.value(of: joined).map { stores[group].id(of: $0) } ?? 0
            }
            known[ids] = number
            column.append(number)
        }
        return column
    }

    /// The value at every key of these records, one record after the other.
    func rows(_ records: [UInt32], plan: ValuePlan) -> ValueTable {
        ValueTable(count: records.count * plan.keys.count) { buffer in
            // Each part writes the rows of its own records.
            nonisolated(unsafe) let slots = buffer
            _ = Parts.map(records.count) { range in
                for rows in range.pieces {
                    records.withUnsafeBufferPointer { write(rows, of: $0, plan: plan, to: slots) }
                }
            }
        }
    }

    /// Writes the values of some records: those of the bases first, then what the steps of each key make of them.
    private func write(
        _ range: Range<Int>,
        of records: UnsafeBufferPointer<UInt32>,
        plan: ValuePlan,
        to slots: UnsafeMutableBufferPointer<UInt32>
    ) {
        let width = plan.keys.count
        for (base, column) in columns.enumerated() {
            column.withUnsafeBufferPointer { column in
                for index in range { slots[index * width + base] = column[Int(records[index])] }
            }
        }
        for (key, place) in plan.keys.enumerated().dropFirst(columns.count) {
            maps[key].withUnsafeBufferPointer { map in
                for row in range { slots[row * width + key] = map[Int(slots[row * width + place.base])] }
            }
        }
    }

    func areAlike(_ a: Int, _ b: Int, _ hashes: [UInt64]) -> Bool {
        guard hashes[a] == hashes[b] else { return false }
        return columns.allSatisfy { $0[a] == $0[b] }
    }
}
