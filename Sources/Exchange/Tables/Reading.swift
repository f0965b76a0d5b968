import Records

/// What has been read of the tables so far, with everything that later rows are held against.
struct Reading {
    private(set) var records = RecordSet()
    /// By table, where each record was read.
    private(set) var origins: [[Origin]] = RecordSet.tables.map { _ in [] }
    var log: ProblemLog
    /// Tables of which something could not be read, so that a key not found says nothing.
    var unreadable: Set<Int> = []
    /// Tables that have a file, or facts out of a return.
    private var present: Set<Int> = []
    private let known: KnownKeys
    private var keys: [KeyIndex] = RecordSet.tables.map { KeyIndex(key: $0.key) }
    /// Children of the return, who are people.
    private var children: Set<String> = []
    private let peopleIndex = RecordSet.tableIndex(named: Person.table.name)
    /// Rows with a good key that are no records, so that a key is not missing because its row has another fault.
    private var refused: [[(row: [Cell], origin: Origin)]] = RecordSet.tables.map { _ in [] }

    init(known: KnownKeys, log: ProblemLog) {
        self.known = known
        self.log = log
    }

    /// Makes room for about so many rows of a table that has a file.
    mutating func expect(_ rows: Int, inTableAt index: Int) {
        present.insert(index)
        origins[index].reserveCapacity(origins[index].count + rows)
        keys[index].reserve(origins[index].count + rows)
    }

    /// Takes the children of a return, to whom the tables may refer.
    mutating func expect(children: Set<String>) {
        guard !children.isEmpty, let peopleIndex else { return }
        present.insert(peopleIndex)
        self.children = children
    }

    // MARK: Rows

    /// Adds a row, all of whose fields could be read; a problem is noted where it is impossible or its key is taken.
    mutating func add(_ row: [Cell], at origin: Origin, toTableAt index: Int) {
        do throws(RecordRefusal) {
            try records.append(row, toTableAt: index)
        } catch {
            report(error, origin, index)
            return refuse(row, at: origin, inTableAt: index)
        }
        origins[index].append(origin)
        claimKey(of: row, for: Int32(origins[index].count - 1), origin, index)
    }

    /// Notes the key of a row that is no record because of another fault.
    mutating func refuse(_ row: [Cell], at origin: Origin, inTableAt index: Int) {
        let fields = RecordSet.tables[index].fields
        guard RecordSet.tables[index].key.allSatisfy({ row[$0] != .missing || !fields[$0].isRequired }) else { return }
        refused[index].append((row, origin))
        claimKey(of: row, for: Int32(-refused[index].count), origin, index)
    }

    private mutating func claimKey(of row: [Cell], for place: Int32, _ origin: Origin, _ index: Int) {
        var earlier: Int32?
        if let position = keys[index].singlePosition {
            earlier = keys[index].claim(row[position].plain, for: place)
        } else {
            let found = lookUp(row, index)
            earlier = found.place
            if earlier == nil { keys[index][found.hash] = place }
        }
        if let earlier { reportDuplicate(row, origin, of: earlier, index) }
    }

    /// The place of the row with the same key of several fields, or the hash that is free for it.
    private func lookUp(_ row: [Cell], _ index: Int) -> (place: Int32?, hash: Int) {
        var hash = keys[index].hash(of: row)
        while let earlier = keys[index][hash] {
            if keys[index].isSame(row, rowAndOrigin(earlier, index).row) { return (earlier, hash) }
            hash &+= 1
        }
        return (nil, hash)
    }

    /// Records have places from 0 upwards, refused rows from -1 downwards.
    private func rowAndOrigin(_ place: Int32, _ index: Int) -> (row: [Cell], origin: Origin) {
        if place < 0 { return refused[index][Int(-place) - 1] }
        return (records.row(Int(place), ofTableAt: index), origins[index][Int(place)])
    }

    // MARK: Parents

    /// Whether rows of the table could be found at all, in the files or in the register.
    func canRefer(toTableAt index: Int) -> Bool {
        present.contains(index) || known.knows(table: RecordSet.tables[index].name)
    }

    /// Whether a row of the table has this key, in the files or in the register.
    func hasRow(_ key: String, inTableAt index: Int) -> Bool {
        if keys[index].contains(key) || unreadable.contains(index) { return true }
        if index == peopleIndex, children.contains(key) { return true }
        return known.contains(table: RecordSet.tables[index].name, key: key)
    }

    // MARK: Facts out of a return

    /// Whether the files, apart from the return, or the register have this person, by reference or by CHILD.
    func hasPerson(_ key: String) -> Bool {
        guard let peopleIndex else { return false }
        return keys[peopleIndex].contains(key) || known.contains(table: Person.table.name, key: key)
            || known.contains(child: key)
    }

    /// The row of the files with the same key; nil where there is none.
    func counterpart(of row: [Cell], inTableAt index: Int) -> (row: [Cell], origin: Origin)? {
        let place =
            if let position = keys[index].singlePosition {
                keys[index].place(of: row[position].plain)
            } else {
                lookUp(row, index).place
            }
        return place.map { rowAndOrigin($0, index) }
    }

    /// Adds a fact out of a return that no file has.
    mutating func append(_ row: [Cell], at origin: Origin, toTableAt index: Int) throws(RecordRefusal) {
        try records.append(row, toTableAt: index)
        origins[index].append(origin)
    }

    // MARK: Problems

    private mutating func report(_ refusal: RecordRefusal, _ origin: Origin, _ index: Int) {
        let isOrder = refusal.message.contains("must be the same as or after")
        log.add(
            Problem(
                isOrder ? .endBeforeStart : .impossibleRecord,
                file: origin.file,
                table: RecordSet.tables[index].name,
                row: origin.row,
                line: origin.line,
                field: refusal.field,
                refusal.message
            )
        )
    }

    private mutating func reportDuplicate(_ row: [Cell], _ origin: Origin, of place: Int32, _ index: Int) {
        let table = RecordSet.tables[index]
        let (first, firstOrigin) = rowAndOrigin(place, index)
        let names = table.key.map { table.fields[$0].name }.joined(separator: ", ")
        let likeness = first == row ? "repeats" : "has the same \(names) as"
        let rest = first == row ? "remove one of them" : "with other values: keep the right one"
        log.add(
            Problem(
                .duplicateKey,
                file: origin.file,
                table: table.name,
                row: origin.row,
                line: origin.line,
                field: table.fields[table.key[0]].name,
                "the row \(likeness) line \(firstOrigin.line) of \(firstOrigin.file), \(rest)"
            )
        )
    }
}
