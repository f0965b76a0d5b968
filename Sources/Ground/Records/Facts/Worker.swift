package import Values

/// A person who works on cases.
///
/// wte is the whole-time equivalent, 0 to 1.
package struct Worker: Record, Equatable {
    /// Reference of the worker.
    package var id: Identifier<Worker>
    /// Full name.
    package var name: String
    /// Who employs them.
    package var organisationID: Identifier<Organisation>?
    /// Team.
    package var team: String?
    /// What they do.
    package var role: WorkerRole
    /// The programme they work on.
    package var programme: String?
    /// Whole-time equivalent, 0 to 1; without one they count 0.
    package var wte: Decimal?
    /// First day in post; without one they have always been in post.
    package var startedOn: Day?
    /// First day no longer in post.
    package var endedOn: Day?

    package init(
        id: Identifier<Worker>,
        name: String,
        organisationID: Identifier<Organisation>? = nil,
        team: String? = nil,
        role: WorkerRole,
        programme: String? = nil,
        wte: Decimal? = nil,
        startedOn: Day? = nil,
        endedOn: Day? = nil
    ) {
        self.id = id
        self.name = name
        self.organisationID = organisationID
        self.team = team
        self.role = role
        self.programme = programme
        self.wte = wte
        self.startedOn = startedOn
        self.endedOn = endedOn
    }

    package static let table = Table(
        "workers",
        "A person who works on cases. wte is the whole-time equivalent, 0 to 1.",
        [
            Field("worker_id", .text, key: true, required: true, "Reference of the worker."),
            Field("name", .text, required: true, personal: true, "Full name."),
            Field("organisation_id", .text, refersTo: "organisations", "Who employs them."),
            Field("team", .text, "Team."),
            Field("role", .code(WorkerRole.codes), required: true, "What they do."),
            Field("programme", .text, "The programme they work on."),
            Field("wte", .decimal, "Whole-time equivalent, 0 to 1; without one they count 0."),
            Field("started_on", .day, "First day in post; without one they have always been in post."),
            Field("ended_on", .day, "First day no longer in post."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        name = try row.text()
        organisationID = try row.optionalIdentifier()
        team = try row.optionalText()
        role = try row.code()
        programme = try row.optionalText()
        wte = try row.optionalDecimal()
        startedOn = try row.optionalDay()
        endedOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(name)
        row.append(organisationID)
        row.append(team)
        row.append(role)
        row.append(programme)
        row.append(wte)
        row.append(startedOn)
        row.append(endedOn)
    }

    package var refusal: RecordRefusal? {
        .ending(endedOn, "ended_on", before: startedOn, "started_on")
    }
}

extension Worker {
    /// Whether they are in post on the day: from their first day, and not on the first day no longer in post.
    package func isInPost(on day: Day) -> Bool {
        (startedOn.map { $0 <= day } ?? true) && (endedOn.map { day < $0 } ?? true)
    }
}
