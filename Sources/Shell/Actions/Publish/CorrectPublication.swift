import Documents
package import Records
import Report
package import Values

extension IssuePublications {
    /// The most characters of what was not right.
    private static let mostReason = 500

    /// Makes what was issued again, as known now, to be approved and to stand beside it; gives its reference.
    ///
    /// What was issued stays as it was, and its page says what puts it right. Where it is public the correction is held
    /// against it as against everything published: the two together must not give a count away.
    ///
    /// - Throws: `Refusal` where it is not issued or corrected already, nothing would be other than it was issued, or
    ///   earlier publications would give counts away.
    package func correct(_ kept: Kept, reason: String) throws -> String {
        let publication = kept.publication
        guard publication.isIssued else {
            throw Refusal(words: "Only what was issued is corrected. Turn this down, and it is made again")
        }
        let reason = try checked(reason)
        if let other = try publication.correction(among: publications()) {
            throw Refusal(words: "\(other.id.text) puts it right already")
        }
        guard let edition = try edition(of: publication), let period = publication.period else {
            throw Refusal(words: "Its schedule is no longer defined, so it cannot be made again")
        }
        var issue = try Issue(edition, period, keeper)
        guard let issued = try content(kept, .csv), let now = issue.document(.csv).bytes,
            Issue.figures(issued) != Issue.figures(now)
        else {
            throw Refusal(
                words: "Made again it would be as it was issued, number for number: there is nothing to correct"
            )
        }
        let day = publication.approvedOn.map { ", issued \($0.long)" } ?? ""
        issue.imprint.correction = "Corrects \(publication.id.text)\(day): \(reason)"
        return try keep(issue, as: edition, period, correcting: (publication.id, reason))
    }

    private func checked(_ reason: String) throws -> String {
        let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw Refusal(words: "Enter what was not right, for those who read it") }
        guard words.unicodeScalars.count <= IssuePublications.mostReason else {
            throw Refusal(words: "What was not right must be \(IssuePublications.mostReason) characters or fewer")
        }
        return words
    }
}

extension Publication {
    /// What puts it right, issued or waiting for approval; nil where nothing does.
    package func correction(among others: [Publication]) -> Publication? {
        others.first { $0.corrects == id && !$0.isTurnedDown }
    }

    /// Where it stands, in words, beside the other publications there are.
    package func standing(among others: [Publication]) -> String {
        let own = corrects == nil ? standing : "\(standing), a correction"
        guard let correction = correction(among: others), correction.isIssued else { return own }
        return "\(own), corrected since"
    }

    /// Where it stands by itself.
    package var standing: String {
        if let day = approvedOn { return "Issued \(day.short)" }
        if let day = turnedDownOn { return "Turned down \(day.short)" }
        return "Waiting for approval"
    }

    package var period: Period? { Period(from: from, to: to) }
}
