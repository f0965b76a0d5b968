/// The log of changes, read to be checked.
struct ChangeLog {
    /// A change with the hash it names as the one before it.
    struct Entry {
        var change: Change
        var previousHash: [UInt8]
    }

    private(set) var entries: [Entry] = []
    /// What each change did, by its number, in the order in which it is hashed.
    private(set) var parts: [Int: [ChangePart]] = [:]

    /// Changes of which the log says what this program does not know.
    private(set) var foreign: Set<Int> = []

    init(reading connection: any Connection) throws {
        let previous = try connection.all("SELECT previous_hash FROM changes ORDER BY number") { $0.bytes(0) }
        let changes = try connection.all("\(Change.columns) ORDER BY c.number", Change.init(reading:))
        entries = zip(changes, previous).map { Entry(change: $0, previousHash: $1) }
        try connection.each("SELECT change, table_name, act, row_count, digest FROM change_parts") { row in
            let change = Int(row.integer(0))
            guard let act = ChangePart.Act(rawValue: row.text(2)) else {
                foreign.insert(change)
                return
            }
            parts[change, default: []].append(
                ChangePart(table: row.text(1), act: act, rows: Int(row.integer(3)), digest: row.bytes(4))
            )
        }
        parts = parts.mapValues(\.inHashOrder)
    }

    /// Checks that changes follow one another without a gap, each naming the hash before it and bearing its own.
    func check(into report: inout VerificationReport) {
        var number = 0
        var hash = Change.origin
        var time: Timestamp?
        for entry in entries {
            let change = entry.change
            number += 1
            if change.number != number {
                report.note("Changes before this one are missing from the log", change: change.number)
                number = change.number
            }
            if entry.previousHash != hash {
                report.note("It does not follow the change before it: the chain is broken here", change: number)
            }
            if change.computedHash(after: entry.previousHash, parts: parts[number] ?? []) != change.hash {
                report.note("The entry in the log is not what was recorded", change: number)
            }
            if let time, change.at < time {
                report.note("It bears a time before that of the change before it", change: number)
            }
            hash = change.hash
            time = change.at
        }
        let known = Set(entries.map(\.change.number))
        for change in parts.keys.sorted() where !known.contains(change) {
            report.note("The log has no entry for this change", change: change)
        }
        for change in foreign.sorted() {
            report.note("The log says of it what no change does", change: change)
        }
        report.changes = entries.count
        report.head = hash.hex
    }
}

extension Connection {
    /// Every part of one table and act, by change.
    func parts(of table: String, _ act: ChangePart.Act) throws -> [Int: ChangePart] {
        var parts: [Int: ChangePart] = [:]
        try each(
            """
            SELECT change, row_count, digest FROM change_parts \
            WHERE table_name = \(table) AND act = \(act.rawValue)
            """
        ) { row in
            parts[Int(row.integer(0))] = ChangePart(
                table: table,
                act: act,
                rows: Int(row.integer(1)),
                digest: row.bytes(2)
            )
        }
        return parts
    }
}
