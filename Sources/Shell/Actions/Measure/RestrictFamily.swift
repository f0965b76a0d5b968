package import Records
package import Register
import Values

/// Restricted records: named users alone open them, or somebody who breaks the glass for a reason and a time.
package struct RestrictFamily {
    /// Why it cannot be done, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
    }

    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// Seconds for which a broken glass lets somebody in.
    package static let seconds: Int64 = 4 * 3600

    /// The restriction of a family in force; nil where it has none.
    package func restriction(of family: String) throws -> Held<Restriction>? {
        try keeper.register.held(Restriction.self, where: "family_id", is: .text(family)).last
    }

    /// Restricts a family, or changes who may open it; who restricts it may always open it.
    ///
    /// - Throws: `RegisterError.movedOn` where somebody else changed it since the form was made.
    package func restrict(_ family: String, to users: [String], because reason: String, version: Int64?) throws {
        var users = users.filter { $0 != keeper.actor.id }
        users.insert(keeper.actor.id, at: 0)
        let held = try restriction(of: family)
        guard held?.version == version else { throw RegisterError.movedOn(table: Restriction.table.name) }
        let restriction = Restriction(
            id: held?.record.id ?? Identifier(keeper.newReference("REST")),
            familyID: Identifier(family),
            reason: reason,
            userText: users.joined(separator: " "),
            setBy: keeper.actor.id,
            setOn: try keeper.today()
        )
        var entry = Entry()
        if let held { entry.revise(restriction, version: held.version) } else { entry.add(restriction) }
        try keeper.enter(entry, purpose: "access", summary: "Restricted a family's record")
    }

    /// Lifts a restriction.
    package func lift(_ held: Held<Restriction>) throws {
        var entry = Entry()
        entry.end(held)
        try keeper.enter(entry, purpose: "access", summary: "Lifted the restriction of a family's record")
    }

    /// Opens a restricted record for a while; gives the opening's reference.
    package func breakGlass(_ family: String, because reason: String, at time: Timestamp) throws -> String {
        let id = keeper.newReference("GLASS")
        var entry = Entry()
        entry.add(
            BrokenGlass(
                id: Identifier(id),
                familyID: Identifier(family),
                userID: keeper.actor.id,
                reason: reason,
                openedAt: time.iso,
                endsAt: Timestamp(seconds: time.seconds + RestrictFamily.seconds).iso
            )
        )
        try keeper.enter(entry, purpose: "access", summary: "Opened a restricted record")
        return id
    }

    /// Saves what a second person says of an opening.
    ///
    /// - Throws: `Refusal` where it is one's own; `RegisterError.movedOn` where it was reviewed meanwhile.
    package func review(_ held: Held<BrokenGlass>, wasRight: Bool, remark: String) throws {
        guard held.record.userID != keeper.actor.id else {
            throw Refusal(words: "Somebody else must review what you opened yourself")
        }
        var glass = held.record
        glass.reviewedBy = keeper.actor.id
        glass.reviewedOn = try keeper.today()
        glass.wasRight = wasRight
        glass.remark = remark.isEmpty ? nil : remark
        var entry = Entry()
        entry.revise(glass, version: held.version)
        try keeper.enter(entry, purpose: "access", summary: "Reviewed the opening of a restricted record")
    }

    /// The openings that wait for a review by this user: of families they are named for, or of all where they audit.
    package func waiting(for user: String, isAuditor: Bool) throws -> [BrokenGlass] {
        let unreviewed = try keeper.register.held(BrokenGlass.self).map(\.record)
            .filter { $0.reviewedBy == nil && $0.userID != user }
        guard !unreviewed.isEmpty, !isAuditor else { return unreviewed }
        let mine = Set(
            try keeper.register.held(Restriction.self).map(\.record).filter { $0.users.contains(user) }
                .map(\.familyID)
        )
        return unreviewed.filter { mine.contains($0.familyID) }
    }
}

/// Which families' records are closed to somebody, as the register stands now.
package struct ClosedFamilies: Sendable {
    /// The references of the families.
    package let ids: Set<String>

    /// The families restricted to others, but for those whose glass this user has broken and which is still open.
    package init(to user: String, _ register: Register, at time: Timestamp) throws {
        let restrictions = try register.held(Restriction.self).map(\.record).filter { !$0.users.contains(user) }
        guard !restrictions.isEmpty else {
            ids = []
            return
        }
        let open = try register.held(BrokenGlass.self, where: "user_id", is: .text(user)).map(\.record)
            .filter { $0.isOpen(at: time) }
        ids = Set(restrictions.map(\.familyID.text)).subtracting(open.map(\.familyID.text))
    }

    /// Whether this family's record is closed to them.
    package func contains(_ family: String?) -> Bool { family.map(ids.contains) ?? false }
}

extension Keeper {
    /// The families whose records are closed to the person who acts.
    package func closedFamilies() throws -> ClosedFamilies {
        try ClosedFamilies(to: actor.id, register, at: Clock.now)
    }
}

extension BrokenGlass {
    /// Whether it still lets its user in.
    package func isOpen(at time: Timestamp) -> Bool {
        Timestamp(iso: endsAt).map { $0 > time } ?? false
    }
}
