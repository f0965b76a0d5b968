package import Documents
import Register
package import Report
import Records
package import Values

extension Keeper {
    /// The settings of a register that say whose it is.
    package enum Setting {
        package static let council = "council"
        /// The last day of invented facts; set in demonstration registers alone.
        package static let demonstrationUntil = "demonstration_until"
    }

    /// The council's name: the setting, else the only local authority of the register.
    package var councilName: String { council ?? "Homeward" }

    private var council: String? {
        if let name = try? register.setting(Setting.council) { return name }
        let kind = Cell.text(OrganisationKind.localAuthority.rawValue)
        let authorities = (try? register.rows(ofTable: Organisation.table.name, where: "kind", is: kind)) ?? []
        guard authorities.count == 1, let name = Organisation.table.fields.firstIndex(where: { $0.name == "name" })
        else { return nil }
        return authorities[0][name].plain
    }

    /// The last day of a demonstration register's facts; nil in any other.
    package var demonstrationUntil: Day? {
        (try? register.setting(Setting.demonstrationUntil)).flatMap { $0 }.flatMap { Day(iso: $0) }
    }

    /// The day pages answer for unless asked otherwise: today, or the last day of a demonstration.
    package func today() throws -> Day {
        demonstrationUntil ?? Clock.today
    }

    /// What a document made now says about itself.
    ///
    /// - Parameters:
    ///   - link: the page that gives the same again.
    ///   - filter: the part of the register it is of.
    ///   - change: what the document is as known at; nil is now.
    /// - Returns: the imprint.
    /// - Throws: `RegisterError` where the register cannot be read.
    package func imprint(
        _ link: Address? = nil,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) throws -> Imprint {
        Imprint(
            definitions: definitions.version,
            made: Clock.words,
            maker: try register.user(actor.id)?.name ?? actor.id,
            council: council,
            completeness: try picture(knownAt: change).completeness,
            part: try groupNames().words(filter),
            link: link
        )
    }

    /// What a document says about itself that is worked out from a definition alone.
    package func imprint(ofDefinition link: Address) throws -> Imprint {
        Imprint(
            definitions: definitions.version,
            made: Clock.words,
            maker: try register.user(actor.id)?.name ?? actor.id,
            council: council,
            completeness: DefinitionsInForce.noRegister,
            link: link
        )
    }

    /// Notes that a personal record was read.
    package func logRead(_ what: String, table: String, key: String) throws {
        try register.logRead(LoggedRead(at: Clock.now, actor: actor.id, what: what, table: table, key: key))
    }
}

extension DefinitionsInForce {
    /// How complete the data of a document are that is made from definitions alone.
    package static let noRegister = "From the definition alone: nothing of a register is in it"

    /// What a document says about itself that is made without a register; `command` gives the same again.
    package func imprint(
        command: String,
        completeness: String = DefinitionsInForce.noRegister
    ) -> Imprint {
        DefinitionsInForce.imprint(version, command: command, completeness: completeness)
    }

    /// The same by the version of the definitions, where no more of them is read.
    package static func imprint(_ version: String, command: String, completeness: String) -> Imprint {
        Imprint(
            definitions: version,
            made: Clock.words,
            maker: LocalActor.actor.id,
            completeness: completeness,
            command: command
        )
    }
}

extension Picture {
    /// How much of what the register holds looks wrong, in a sentence.
    package var completeness: String {
        let records = counts.reduce(0) { $0 + $1.records }
        return "Of \(NumberText.plural(records, "record", "records")) of the register "
            + "\(NumberText.plural(quality.count, "thing looks", "things look")) wrong or missing"
    }

    /// The codes of the programmes with any case.
    package var programmes: [String] {
        ground.snapshot.programmes.map(ground.snapshot.text)
    }

    /// The family a record is about, by its reference; nil where it is about none.
    package func family(of record: RecordReference) -> String? {
        let snapshot = ground.snapshot
        switch record.table {
        case "families": return record.key
        case "people":
            return Snapshot.position(of: record.key, in: snapshot.personIDs).flatMap { snapshot.people[$0].family }.map(
                snapshot.id
            )
        case "cases":
            return Snapshot.position(of: record.key, in: snapshot.caseIDs).map {
                snapshot.id(snapshot.cases[$0].family)
            }
        case "referrals":
            return Snapshot.position(of: record.key, in: snapshot.referralIDs).map {
                snapshot.id(snapshot.referrals[$0].family)
            }
        case "assessments":
            return Snapshot.position(of: record.key, in: snapshot.assessmentIDs)
                .flatMap { snapshot.assessments[$0].caseAt }.map { snapshot.id(snapshot.cases[$0.index].family) }
        default: return nil
        }
    }
}
