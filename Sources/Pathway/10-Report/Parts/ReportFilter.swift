package import Records

/// The part of the register that a report is asked of: one group each of some dimensions.
package struct ReportFilter: Sendable, Hashable {
    /// The code kept, by dimension.
    package var kept: [Dimension: String]

    package init(_ kept: [Dimension: String] = [:]) {
        self.kept = kept
    }

    package var isEmpty: Bool { kept.isEmpty }

    /// The dimensions kept, in their order, each with its code.
    package var parts: [(dimension: Dimension, code: String)] {
        Dimension.allCases.compactMap { dimension in kept[dimension].map { (dimension, $0) } }
    }

    /// The records of the part.
    ///
    /// Cases in every group; their families, with the people and referrals of those. A referral that led to no case stays
    /// where what it says itself puts it into the part. A programme's costs stay only where all its cases do, and the hours
    /// of workers only where the part is made of whole programmes, providers or teams: shares of them cannot be told.
    package func selection(_ snapshot: Snapshot) -> SnapshotSelection {
        var selection = SnapshotSelection(all: snapshot)
        guard !isEmpty else { return selection }
        let groups = CaseGroups(snapshot)
        for index in snapshot.cases.indices {
            selection.cases[index] = kept.allSatisfy { groups.group($0, ofCase: index) == $1 }
        }
        let whole = wholeProgrammes(snapshot, selection)
        keepReferrals(snapshot, whole, &selection)
        keepFamilies(snapshot, &selection)
        for (index, person) in snapshot.people.enumerated() {
            selection.people[index] = person.family.map { selection.families[$0.index] } ?? false
        }
        keepWorkers(snapshot, &selection)
        for (index, cost) in snapshot.costs.enumerated() {
            selection.costs[index] = whole.contains(cost.programme)
        }
        return selection
    }

    /// The programmes all of whose cases are kept.
    private func wholeProgrammes(_ snapshot: Snapshot, _ selection: SnapshotSelection) -> Set<Symbol> {
        var whole = Set(snapshot.programmes)
        for (index, item) in snapshot.cases.enumerated() where !selection.cases[index] { whole.remove(item.programme) }
        return whole
    }

    private func keepReferrals(_ snapshot: Snapshot, _ whole: Set<Symbol>, _ selection: inout SnapshotSelection) {
        var led = [Bool](repeating: false, count: snapshot.referrals.count)
        var leadsToKept = led
        for (index, item) in snapshot.cases.enumerated() {
            guard let referral = item.referral else { continue }
            led[referral.index] = true
            if selection.cases[index] { leadsToKept[referral.index] = true }
        }
        let needsCase = kept[.age] != nil || kept[.worker] != nil
        for (index, referral) in snapshot.referrals.enumerated() {
            guard !led[index] else {
                selection.referrals[index] = leadsToKept[index]
                continue
            }
            let byProvider = kept[.provider] != nil || kept[.team] != nil
            let isWhole = referral.programme.map(whole.contains) ?? false
            selection.referrals[index] =
                !needsCase && (!byProvider || isWhole)
                && (kept[.programme].map { code in referral.programme.map(snapshot.text) == code } ?? true)
                && (kept[.tier].map { referral.tier?.rawValue == $0 } ?? true)
                && (kept[.area].map { snapshot.area(ofFamily: referral.family.index) == $0 } ?? true)
        }
    }

    private func keepFamilies(_ snapshot: Snapshot, _ selection: inout SnapshotSelection) {
        let byAreaAlone = kept.count == 1 && kept[.area] != nil
        for index in snapshot.families.indices {
            let isInArea = kept[.area].map { snapshot.area(ofFamily: index) == $0 } ?? true
            let hasWork =
                snapshot.casesOfFamily[index].contains { selection.cases[Int($0)] }
                || snapshot.referralsOfFamily[index].contains { selection.referrals[Int($0)] }
            selection.families[index] = isInArea && (byAreaAlone || hasWork)
        }
    }

    private func keepWorkers(_ snapshot: Snapshot, _ selection: inout SnapshotSelection) {
        let whole: Set<Dimension> = [.programme, .provider, .team]
        selection.keepsHours = kept.keys.allSatisfy(whole.contains)
        var holds = [Bool](repeating: false, count: snapshot.workers.count)
        for allocation in snapshot.allocations where selection.cases[allocation.caseAt.index] {
            holds[allocation.worker.index] = true
        }
        for (index, worker) in snapshot.workers.enumerated() {
            let isOfPart =
                selection.keepsHours
                && (kept[.programme].map { code in worker.programme.map(snapshot.text) == code } ?? true)
                && (kept[.provider].map { code in worker.organisation.map(snapshot.text) == code } ?? true)
                && (kept[.team].map { code in worker.team.map(snapshot.text) == code } ?? true)
            selection.workers[index] = isOfPart || holds[index]
        }
    }
}

extension ReportGround {
    /// The ground of a part of the register; the whole where nothing is asked for.
    package func keeping(_ filter: ReportFilter) -> ReportGround {
        guard !filter.isEmpty else { return self }
        return ReportGround(
            snapshot: snapshot.keeping(filter.selection(snapshot)),
            instruments: instruments,
            criteria: criteria
        )
    }
}
