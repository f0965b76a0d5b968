import Definitions
import Foundation
package import Records
package import Refer
import Register
package import Values

/// Records a referral that a partner has sent, with the people it names as new records: whether they are known already
/// is for the gateway to see, and never for the referrer.
package struct SendReferral: Sendable {
    private let keeper: Keeper
    private let key: ServiceKey

    package init(_ keeper: Keeper, key: ServiceKey) {
        self.keeper = keeper
        self.key = key
    }

    /// Names under which a draft keeps what is not an answer.
    package enum Kept {
        package static let link = "_link"
        package static let reference = "_reference"
        package static let code = "_code"
        /// When it was sent.
        package static let sentAt = "_sent"
    }

    /// Who refers: an agency, by a link or by a program of its own.
    package struct Sender: Sendable {
        package let organisation: Identifier<Organisation>
        package let source: ReferralSource
        /// The link it came by; nil where a program sent it.
        package let link: Identifier<ReferralLink>?

        package init(_ link: ReferralLink) {
            organisation = link.organisationID
            source = link.source
            self.link = link.id
        }

        package init(_ organisation: Identifier<Organisation>, as source: ReferralSource) {
            self.organisation = organisation
            self.source = source
            link = nil
        }
    }

    /// The form with the programmes that can be asked for.
    package var form: ReferralForm {
        ReferralForm(programmes: keeper.definitions.programmes.map { .init(id: $0.id, title: $0.title) })
    }

    /// A reference and a code for a referral that is about to be sent: kept in its draft first, so that sending it twice
    /// records it once.
    package func numbers() -> (reference: String, code: String) {
        (keeper.newReference("REF"), KeepUsers.temporaryPassword())
    }

    /// Records the referral in one change.
    ///
    /// - Throws: `RegisterError.movedOn` where it was sent before.
    package func send(
        _ answers: ReferralAnswers,
        by sender: Sender,
        reference: String,
        code: String,
        on today: Day
    )
        throws
    {
        let family = Family(
            id: Identifier(keeper.newReference("FAM")),
            name: answers.carer.last,
            postcode: answers.postcode
        )
        var child = person(answers.child, of: family)
        child.sex = answers.childSex
        child.ethnicity = answers.ethnicity
        child.nhsNumber = answers.childNHSNumber
        child.upn = answers.childUPN
        let referral = Referral(
            id: Identifier(reference),
            familyID: family.id,
            personID: child.id,
            receivedOn: today,
            sourceOrganisationID: sender.organisation,
            source: sender.source,
            route: answers.route,
            programme: answers.programme,
            presentingIssues: answers.issues.map(\.label).joined(separator: "; "),
            decision: .pending
        )
        var entry = Entry()
        entry.add(family)
        let members = [child, person(answers.carer, of: family)] + answers.others.map { person($0, of: family) }
        for member in members {
            entry.add(member)
        }
        entry.add(referral)
        entry.add(details(answers, of: referral, by: sender, code: code))
        if let equalities = equalities(answers, of: referral) { entry.add(equalities) }
        // A link has no account: whoever has it acts as the link.
        try (sender.link.map { keeper.acting(as: Actor("link \($0.text)")) } ?? keeper)
            .enter(entry, purpose: "referral", summary: "Received referral \(reference)")
    }

    private func person(_ named: ReferralAnswers.Named, of family: Family) -> Person {
        Person(
            id: Identifier(keeper.newReference("PER")),
            familyID: family.id,
            forename: named.first,
            surname: named.last,
            birth: named.birth,
            role: named.role
        )
    }

    private func details(
        _ answers: ReferralAnswers,
        of referral: Referral,
        by sender: Sender,
        code: String
    ) -> ReferralDetails {
        let texts = answers.texts
        let contact = [texts["referrer-job"], texts["referrer-email"], texts["referrer-phone"]].compactMap(\.self)
        return ReferralDetails(
            referralID: referral.id,
            personID: referral.personID,
            linkID: sender.link,
            codeDigest: ReferralProgress.digest(code, of: referral.id.text, key),
            basis: answers.basis,
            agreed: answers.agreed,
            living: answers.living,
            protectionPlan: answers.protectionPlan,
            edgeOfCare: answers.edgeOfCare,
            livesInArea: answers.livesInArea,
            referrerName: texts["referrer-name"],
            referrerContact: contact.joined(separator: ", "),
            answers: AnswersText.write(texts.filter { !SendReferral.isEquality($0.key) && !$0.key.hasPrefix("_") })
        )
    }

    private func equalities(_ answers: ReferralAnswers, of referral: Referral) -> ReferralEqualities? {
        let given = answers.texts.filter { SendReferral.isEquality($0.key) }
        guard !given.isEmpty else { return nil }
        return ReferralEqualities(
            referralID: referral.id,
            personID: referral.personID,
            answers: AnswersText.write(given)
        )
    }

    private static func isEquality(_ name: String) -> Bool {
        ReferralForm.equalities.questions.contains { $0.names.contains(name) }
    }
}

/// Answers of a form as they are kept.
package enum AnswersText {
    static func write(_ answers: [String: String]) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(answers)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The answers that were kept; none where they were erased.
    package static func read(_ text: String?) -> [String: String] {
        text.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) } ?? [:]
    }
}
