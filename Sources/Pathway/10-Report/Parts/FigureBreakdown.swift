package import Records
package import Statistics
package import Values

/// A figure told apart by a dimension: the members behind it, group by group, and what chance alone does to groups of
/// their size.
package struct FigureBreakdown: Sendable {
    /// Where a group lies in the funnel of its size.
    package enum Place: String, Sendable {
        /// Beyond the 99.8% limits.
        case farAbove = "far_above"
        case farBelow = "far_below"
        /// Beyond the 95% limits.
        case above, below
        case within
    }

    package struct Part: Sendable {
        /// Nil: the group of these is not known.
        package let code: String?
        package let counted: Int
        /// Counted and not counted: what the share is of.
        package let known: Int
        package let unknown: Int

        package var share: Share { Share(counted, of: known) }
        package var interval: Interval? { Wilson.interval(counted, of: known) }
    }

    package let dimension: Dimension
    package let isShare: Bool
    /// In the order in which people read the groups; those not known last.
    package let parts: [Part]

    package var counted: Int { parts.reduce(0) { $0 + $1.counted } }
    package var known: Int { parts.reduce(0) { $0 + $1.known } }
    /// The share over all groups, which the funnel is drawn around; nil of a count.
    package var average: Double? { isShare ? Share(counted, of: known).value : nil }

    /// The limits around the average for a group of so many.
    package func limits(_ known: Int, confidence: Double) -> Interval? {
        average.flatMap { Funnel.limits(average: $0, count: known, confidence: confidence) }
    }

    /// Where a group lies; nil of a count, or of nobody.
    package func place(_ part: Part) -> Place? {
        guard let value = part.share.value, isShare,
            let far = limits(part.known, confidence: FigureBreakdown.control),
            let near = limits(part.known, confidence: FigureBreakdown.warning)
        else { return nil }
        if value > far.high { return .farAbove }
        if value < far.low { return .farBelow }
        if value > near.high { return .above }
        return value < near.low ? .below : .within
    }

    package static let warning = 0.95
    package static let control = 0.998

    /// Groups the members of an opened figure; nil of one that is neither a count nor a share of members, or is not open.
    package init?(_ figure: Figure, by dimension: Dimension, _ snapshot: Snapshot) {
        guard let members = figure.members, figure.unit == .count || figure.unit == .share,
            figure.quotient == nil, figure.unit == .share || figure.value == Double(members.count(where: \.isCounted))
        else { return nil }
        let isShare = figure.unit == .share
        if isShare, figure.share?.numerator != Int64(members.count(where: \.isCounted)) { return nil }
        let places = MemberGroups(snapshot)
        var tallies: [String?: (counted: Int, known: Int, unknown: Int)] = [:]
        for member in members {
            let code = places.group(dimension, of: member.record)
            var tally = tallies[code, default: (0, 0, 0)]
            switch member.standing {
            case .counted:
                tally.counted += 1
                tally.known += 1
            case .notCounted: tally.known += 1
            case .unknown: tally.unknown += 1
            }
            tallies[code] = tally
        }
        self.dimension = dimension
        self.isShare = isShare
        let codes: [String?] = CaseGroups(snapshot).codes(dimension).filter { tallies[$0] != nil }
        let others = tallies.keys.compactMap(\.self).filter { code in !codes.contains(code) }.sorted()
        parts = (codes + others + [nil]).compactMap { code in
            tallies[code].map { Part(code: code, counted: $0.counted, known: $0.known, unknown: $0.unknown) }
        }
    }
}

extension Member {
    fileprivate var isCounted: Bool { standing == .counted }
}

/// Which group a record behind a figure is in: that of its case, else of its family's latest.
private struct MemberGroups {
    private let snapshot: Snapshot
    private let groups: CaseGroups

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        groups = CaseGroups(snapshot)
    }

    func group(_ dimension: Dimension, of record: RecordReference) -> String? {
        if dimension == .area, let family = family(of: record) { return snapshot.area(ofFamily: family) }
        return caseIndex(of: record).flatMap { groups.group(dimension, ofCase: $0) }
    }

    private func caseIndex(of record: RecordReference) -> Int? {
        switch record.table {
        case "cases": Snapshot.position(of: record.key, in: snapshot.caseIDs)
        case "goals":
            Snapshot.position(of: record.key, in: snapshot.goalIDs).map { snapshot.goals[$0].caseAt.index }
        case "assessments":
            Snapshot.position(of: record.key, in: snapshot.assessmentIDs)
                .flatMap { snapshot.assessments[$0].caseAt?.index }
        case "people":
            Snapshot.position(of: record.key, in: snapshot.personIDs).flatMap { person in
                groups.latestCase(ofChild: person)
                    ?? snapshot.people[person].family.flatMap { groups.latestCase(ofFamily: $0.index) }
            }
        case "families":
            Snapshot.position(of: record.key, in: snapshot.familyIDs).flatMap { groups.latestCase(ofFamily: $0) }
        case "referrals":
            Snapshot.position(of: record.key, in: snapshot.referralIDs).flatMap { referral in
                snapshot.casesOfFamily[snapshot.referrals[referral].family.index].map { Int($0) }
                    .first { snapshot.cases[$0].referral?.index == referral }
            }
        default: nil
        }
    }

    private func family(of record: RecordReference) -> Int? {
        switch record.table {
        case "people":
            Snapshot.position(of: record.key, in: snapshot.personIDs).flatMap { snapshot.people[$0].family?.index }
        case "families": Snapshot.position(of: record.key, in: snapshot.familyIDs)
        case "referrals":
            Snapshot.position(of: record.key, in: snapshot.referralIDs).map { snapshot.referrals[$0].family.index }
        default: caseIndex(of: record).map { snapshot.cases[$0].family.index }
        }
    }
}
