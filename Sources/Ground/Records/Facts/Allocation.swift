package import Values

/// Who held the case, from when to when.
package struct Allocation: Record, Equatable {
    /// The case held.
    package var caseID: Identifier<Case>
    /// Who holds it.
    package var workerID: Identifier<Worker>
    /// As what.
    package var role: AllocationRole
    /// First day.
    package var from: Day
    /// Last day, included; without one it is still running.
    package var to: Day?

    package init(
        caseID: Identifier<Case>,
        workerID: Identifier<Worker>,
        role: AllocationRole,
        from: Day,
        to: Day? = nil
    ) {
        self.caseID = caseID
        self.workerID = workerID
        self.role = role
        self.from = from
        self.to = to
    }

    package static let table = Table(
        "allocations",
        "Who held the case, from when to when.",
        [
            Field("case_id", .text, key: true, required: true, refersTo: "cases", "The case held."),
            Field("worker_id", .text, key: true, required: true, refersTo: "workers", "Who holds it."),
            Field("role", .code(AllocationRole.codes), key: true, required: true, "As what."),
            Field("from", .day, key: true, required: true, "First day."),
            Field("to", .day, "Last day, included; without one it is still running."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        caseID = try row.identifier()
        workerID = try row.identifier()
        role = try row.code()
        from = try row.day()
        to = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(caseID)
        row.append(workerID)
        row.append(role)
        row.append(from)
        row.append(to)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}

extension Allocation {
    /// Whether it runs on the day: both its days are in it.
    package func runs(on day: Day) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }
}
