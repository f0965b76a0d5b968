package import Values

/// Entries in the order in which they were posted; entries are added, and never changed or taken out.
package struct Journal: Hashable, Sendable {
    package private(set) var entries: [Entry] = []

    package init() {}

    /// Adds an entry; one that moves nothing is not added.
    package mutating func post(_ postings: [Posting], on day: Day, reference: String, text: String) {
        guard !postings.isEmpty else { return }
        entries.append(
            Entry(number: entries.count + 1, on: day, reference: reference, text: text, postings: postings)
        )
    }

    /// Undoes an entry by one that moves the same amounts back; false where there is no entry of that number.
    @discardableResult
    package mutating func reverse(_ number: Int, on day: Day, text: String) -> Bool {
        guard entries.indices.contains(number - 1) else { return false }
        let postings = entries[number - 1].postings.map(\.reversed)
        post(postings, on: day, reference: "entry \(number)", text: text)
        return true
    }

    /// Adds the entries of another journal after these.
    package mutating func append(_ other: Journal) {
        for entry in other.entries {
            post(entry.postings, on: entry.on, reference: entry.reference, text: entry.text)
        }
    }

    /// What each account comes to from the entries of a period; from all of them where none is given.
    package func balances(in period: Period? = nil) -> Balances {
        var balances = Balances()
        for entry in entries where period?.contains(entry.on) ?? true {
            for posting in entry.postings { balances.add(posting) }
        }
        return balances
    }
}
