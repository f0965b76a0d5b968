import FollowUp
import Records
import Values

// Outcomes that are reached on one day: the end of a case, a milestone, a time without care, work.
extension CohortReader {
    /// The days on which a measure can come to be met, by the day of the question.
    func candidateDays(of measure: OutcomeMeasure, _ member: ContractMember) -> [Day] {
        let days: [Day]
        switch measure {
        case .completed: days = snapshot.cases[member.caseAt].endedOn.map { [$0] } ?? []
        case .atHome(let months):
            days = snapshot.cases[member.caseAt].endedOn.map { [$0.adding(months: months)] } ?? []
        case .reunified(let months): days = returnDays(of: member).map { $0.adding(months: months) }
        case .outOfCare(let months): days = [member.startedOn.adding(months: months)]
        case .school: days = anniversaries(of: member, from: 12)
        case .antisocialBehaviour, .youthOffending: days = anniversaries(of: member, from: 6)
        case .employment(let weeks): days = workStarts(of: member).map { $0.from + weeks * 7 }
        case .workProgramme: days = programmeStarts(of: member).map(\.from)
        case .recorded: days = []
        }
        return days.filter { member.startedOn <= $0 && $0 <= day }
    }

    /// How a measure stands for a member on a day.
    func standing(of measure: OutcomeMeasure, _ member: ContractMember, on day: Day) -> ClaimedCriterion {
        let found: (ClaimedCriterion.Standing, String, [EvidenceRow])
        switch measure {
        case .completed: found = completed(member, on: day)
        case .atHome(let months): found = atHome(member, months, on: day)
        case .reunified(let months): found = reunified(member, months, on: day)
        case .outOfCare(let months): found = outOfCare(member, months, on: day)
        case .school(let exclusions, let percent):
            found = school(member, SchoolLimits(exclusions: exclusions, absencePercent: percent), on: day)
        case .antisocialBehaviour(let percent):
            found = fall(incidents(of: member), member, percent, on: day, "incidents")
        case .youthOffending(let percent): found = fall(offences(of: member), member, percent, on: day, "offences")
        case .employment(let weeks): found = employment(member, weeks, on: day)
        case .workProgramme: found = workProgramme(member, on: day)
        case .recorded: found = (.notMet, "the register does not hold it", [])
        }
        return ClaimedCriterion(measure: measure.words, standing: found.0, reason: found.1, evidence: found.2)
    }

    private func row(_ table: String, _ id: String) -> EvidenceRow { EvidenceRow(table: table, id: id) }

    private func completed(
        _ member: ContractMember,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let item = snapshot.cases[member.caseAt]
        guard let ended = item.endedOn, ended <= day, item.endReason == .completed else {
            return (.notMet, "the case is not completed", [])
        }
        return (.met, "completed on \(ended.iso)", [row("cases", snapshot.caseIDs[member.caseAt])])
    }

    private func atHome(
        _ member: ContractMember,
        _ months: Int,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        guard let child = member.child, let ended = snapshot.cases[member.caseAt].endedOn,
            ended.adding(months: months) <= day
        else { return (.notMet, "the milestone is not reached", []) }
        let rule = AtHomeRule(snapshot, care: care)
        let seen = rule.finding(caseAt: member.caseAt, child: child, closedOn: ended, months: months)
        guard seen.finding == .home else { return (.notMet, "not found at home at \(months) months", []) }
        let table = seen.evidence == .placements ? "placements" : "follow_ups"
        return (.met, "at home \(months) months after \(ended.iso)", [row(table, snapshot.id(child))])
    }

    /// The days after the start on which the child came home.
    private func returnDays(of member: ContractMember) -> [Day] {
        member.child.flatMap { returns[$0.index] }?.filter { $0 >= member.startedOn } ?? []
    }

    private func reunified(
        _ member: ContractMember,
        _ months: Int,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        guard let child = member.child else { return (.notMet, "the case names no child", []) }
        for home in returnDays(of: member) where home.adding(months: months) <= day {
            let until = home.adding(months: months)
            guard care.nightsInCare(child, from: home, until: until) == 0 else { continue }
            return (.met, "home from \(home.iso) to \(until.iso)", [row("placements", snapshot.id(child))])
        }
        return (.notMet, "not home for \(months) months", [])
    }

    private func outOfCare(
        _ member: ContractMember,
        _ months: Int,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let until = member.startedOn.adding(months: months)
        guard let child = member.child, until <= day else { return (.notMet, "the time is not over", []) }
        let nights = care.nightsInCare(child, from: member.startedOn, until: until)
        guard nights == 0 else { return (.notMet, "\(nights) nights in care", []) }
        return (.met, "no night in care to \(until.iso)", [row("cases", snapshot.caseIDs[member.caseAt])])
    }

    // MARK: Work

    private func adults(of member: ContractMember) -> [Int] {
        snapshot.peopleOfFamily[member.family.index].map { Int($0) }.filter { snapshot.people[$0].role != .child }
    }

    private func statuses(of person: Int, _ wanted: Set<WorkState>) -> [Snapshot.WorkStatus] {
        snapshot.workStatusOfPerson[person].map { snapshot.workStatus[Int($0)] }.filter { wanted.contains($0.status) }
    }

    /// Work of adults who were on an out-of-work benefit on the day the member started, from the start on.
    private func workStarts(of member: ContractMember) -> [Snapshot.WorkStatus] {
        adults(of: member).flatMap { person -> [Snapshot.WorkStatus] in
            let claimed = statuses(of: person, [.outOfWorkBenefit]).contains { row in
                row.from <= member.startedOn && row.to.map { $0 >= member.startedOn } ?? true
            }
            guard claimed else { return [] }
            return statuses(of: person, [.employed, .selfEmployed]).filter { $0.from >= member.startedOn }
        }
    }

    private func employment(
        _ member: ContractMember,
        _ weeks: Int,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let held = workStarts(of: member).first { row in
            let enough = row.from + weeks * 7
            guard enough <= day, row.to.map({ $0 >= enough - 1 }) ?? true else { return false }
            return !statuses(of: row.person.index, [.outOfWorkBenefit]).contains { other in
                other.from < enough && other.to.map { $0 >= row.from } ?? true
            }
        }
        guard let held else { return (.notMet, "nobody off benefits in work for \(weeks) weeks", []) }
        let evidence = [row("work_status", snapshot.id(held.person))]
        return (.met, "in work since \(held.from.iso)", evidence)
    }

    private func programmeStarts(of member: ContractMember) -> [Snapshot.WorkStatus] {
        adults(of: member).flatMap { statuses(of: $0, [.workProgramme, .training]) }
            .filter { $0.from >= member.startedOn }
    }

    private func workProgramme(
        _ member: ContractMember,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        guard let found = programmeStarts(of: member).filter({ $0.from <= day }).min(by: { $0.from < $1.from }) else {
            return (.notMet, "nobody on the Work Programme or in training", [])
        }
        return (.met, "since \(found.from.iso)", [row("work_status", snapshot.id(found.person))])
    }
}
