package import Assess
package import Records
package import Register
package import Values

/// Private links by which a family answers once, or sees its progress, without an account.
///
/// The secret in the link is given out once and kept nowhere: the register holds its digest alone.
package struct FamilyLinks {
    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// Days for which a link works.
    package static let days = 30

    /// Makes a link; gives the secret, which cannot be had again.
    ///
    /// - Parameters:
    ///   - item: the case.
    ///   - instrument: what is to be answered; nil for a link that only shows progress.
    ///   - occasion: the occasion the answers are of.
    /// - Returns: the secret.
    /// - Throws: whatever saving throws.
    package func make(_ item: Identifier<Case>, instrument: String?, occasion: Occasion?) throws -> String {
        let secret = Base32.text(ServiceKey.random(20)).lowercased()
        let today = try keeper.today()
        var entry = Entry()
        entry.add(
            FamilyLink(
                id: Identifier(keeper.newReference("LINK")),
                caseID: item,
                instrument: instrument,
                occasion: occasion?.text,
                digest: FamilyLinks.digest(secret),
                madeBy: keeper.actor.id,
                madeOn: today,
                expiresOn: today + FamilyLinks.days
            )
        )
        try keeper.enter(entry, purpose: "assessment", summary: "Made a family's private link")
        return secret
    }

    /// The links of a case, the latest first.
    package func links(of item: Identifier<Case>) throws -> [FamilyLink] {
        try keeper.register.held(FamilyLink.self, where: "case_id", is: .text(item.text)).map(\.record).reversed()
    }

    /// The link with this secret, while it works.
    package func link(_ secret: String) throws -> Held<FamilyLink>? {
        let held = try keeper.register.held(FamilyLink.self, where: "digest", is: .text(FamilyLinks.digest(secret)))
        let today = try keeper.today()
        return held.first { $0.record.works(on: today) }
    }

    /// Withdraws a link that has not been answered.
    package func withdraw(_ id: String, of item: Identifier<Case>) throws {
        let today = try keeper.today()
        guard let held = try keeper.register.held(FamilyLink.self, key: id), held.record.caseID == item,
            held.record.works(on: today)
        else { return }
        var entry = Entry()
        var link = held.record
        link.withdrawnOn = today
        entry.revise(link, version: held.version)
        try keeper.enter(entry, purpose: "assessment", summary: "Withdrew a family's private link")
    }

    /// Saves a family's answers, once: the link is answered in the same change.
    ///
    /// - Throws: `RegisterError.movedOn` where it was answered meanwhile.
    package func answer(
        _ held: Held<FamilyLink>,
        _ measures: CaseMeasures,
        _ instrument: Instrument,
        _ sheet: ScoreSheet,
        words: String
    ) throws {
        let today = try keeper.today()
        // Who answers has no account: the link stands for them in the log.
        let family = keeper.acting(as: Actor(held.record.id.text))
        var entry = Entry()
        var link = held.record
        link.answeredOn = today
        entry.revise(link, version: held.version)
        let enter = EnterSheet(family, measures, instrument)
        let occasion = link.occasion.flatMap(Occasion.init) ?? .closure
        let head = SheetHead(informant: .family, occasion: occasion, completedOn: today)
        let id: Identifier<Assessment>
        if let kept = enter.standing(head, about: nil) {
            // What was entered from paper for the same occasion gives way to what the family says itself.
            enter.revise(kept, head, sheet, in: &entry)
            id = kept.record.id
        } else {
            id = enter.append(head, about: nil, sheet, to: &entry)
        }
        if !words.isEmpty {
            entry.add(
                AssessmentNote(
                    id: Identifier(keeper.newReference("NOTE")),
                    caseID: measures.item.id,
                    assessmentID: id,
                    personID: measures.item.personID,
                    kind: .familyWords,
                    on: today,
                    by: link.id.text,
                    words: words
                )
            )
        }
        try family.enter(entry, purpose: "assessment", summary: "A family answered \(instrument.id)")
    }

    private static func digest(_ secret: String) -> String {
        Array(secret.utf8).sha256.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        .joined()
    }
}

extension Instrument {
    /// Whether a family can answer it by itself: it is for them, and every question has its words.
    package var isForFamilies: Bool {
        informants.contains(.family) && !items.isEmpty && items.allSatisfy { $0.label != nil }
    }
}
