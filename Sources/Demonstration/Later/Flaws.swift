import Records
import Values

/// The gaps and slips of real data, in small numbers: what an import accepts with a warning, and nothing it refuses.
struct Flaws {
    private let setting: Setting
    private var numbers: SeededGenerator

    /// Shares of people.
    private static let noBirth = 0.008
    private static let monthOfBirth = 0.006
    private static let yearOfBirth = 0.004
    private static let noSex = 0.006
    private static let noEthnicity = 0.02
    /// Share of families without a postcode.
    private static let noPostcode = 0.015
    /// Share of closed cases without a reason.
    private static let noReason = 0.012
    /// Share of referrals decided on an unrecorded day.
    private static let noDecisionDay = 0.015
    /// Share of assessments that no scores came with.
    private static let noScores = 0.002
    /// How many of each slip there are in an authority of any size.
    private static let few = 5

    init(_ setting: Setting) {
        self.setting = setting
        numbers = setting.stream(.flaws)
    }

    func apply(to records: inout RecordSet) {
        var flaws = self
        flaws.people(&records)
        flaws.workers(&records)
        flaws.referralsAndCases(&records)
        flaws.allocations(&records)
        flaws.assessments(&records)
        flaws.placements(&records)
        flaws.events(&records)
    }

    private mutating func people(_ records: inout RecordSet) {
        for index in records.people.indices {
            let draw = numbers.unit()
            guard let birth = records.people[index].birth else { continue }
            if draw < Flaws.noBirth {
                records.people[index].birth = nil
            } else if draw < Flaws.noBirth + Flaws.monthOfBirth {
                records.people[index].birth = BirthDate(iso: String(birth.iso.prefix(7)))
            } else if draw < Flaws.noBirth + Flaws.monthOfBirth + Flaws.yearOfBirth {
                records.people[index].birth = BirthDate(iso: String(birth.iso.prefix(4)))
            }
            if numbers.chance(Flaws.noSex) { records.people[index].sex = numbers.chance(0.5) ? .unknown : nil }
            if numbers.chance(Flaws.noEthnicity) { records.people[index].ethnicity = nil }
        }
        for index in records.families.indices where numbers.chance(Flaws.noPostcode) {
            records.families[index].postcode = nil
        }
    }

    /// Two workers whose first day was not recorded, and one whose hours were not.
    private mutating func workers(_ records: inout RecordSet) {
        let longest = records.workers.indices.filter { records.workers[$0].endedOn == nil }
        guard longest.count >= 3 else { return }
        records.workers[longest[1]].startedOn = nil
        records.workers[longest[longest.count - 2]].startedOn = nil
        records.workers[longest[longest.count - 1]].wte = nil
    }

    private mutating func referralsAndCases(_ records: inout RecordSet) {
        for index in records.referrals.indices
        where records.referrals[index].decision == .declined && numbers.chance(Flaws.noDecisionDay * 4) {
            records.referrals[index].decidedOn = nil
        }
        for index in records.cases.indices
        where records.cases[index].endedOn != nil && numbers.chance(Flaws.noReason) {
            records.cases[index].endReason = nil
        }
    }

    /// Allocations nobody ended when the case closed.
    private mutating func allocations(_ records: inout RecordSet) {
        let ended = records.allocations.indices.filter { records.allocations[$0].to != nil }
        for index in several(of: ended) {
            guard let to = records.allocations[index].to else { continue }
            records.allocations[index].to = min(to + numbers.whole(8...40), max(to, setting.until))
        }
    }

    private mutating func assessments(_ records: inout RecordSet) {
        let closing = records.assessments.indices.filter {
            let assessment = records.assessments[$0]
            return assessment.occasion == "closure" && assessment.completedOn < setting.until - 60
        }
        for index in several(of: closing) {
            records.assessments[index].completedOn = records.assessments[index].completedOn + numbers.whole(20...50)
        }
        var empty: [Identifier<Assessment>] = []
        for assessment in records.assessments where numbers.chance(Flaws.noScores) { empty.append(assessment.id) }
        let withoutScores = Set(empty)
        records.scores.removeAll { withoutScores.contains($0.assessmentID) }
    }

    /// Placements whose end was recorded some days after the next had begun.
    private mutating func placements(_ records: inout RecordSet) {
        let followed = records.placements.indices.dropLast().filter {
            records.placements[$0].personID == records.placements[$0 + 1].personID
                && records.placements[$0].endedOn == records.placements[$0 + 1].startedOn
        }
        for index in several(of: followed) {
            guard let end = records.placements[index].endedOn else { continue }
            records.placements[index].endedOn = min(end + numbers.whole(2...14), max(end, setting.until))
        }
    }

    /// Call-outs that name neither a person nor a family.
    private mutating func events(_ records: inout RecordSet) {
        let calls = records.events.indices.filter { records.events[$0].kind == .policeCallout }
        for index in several(of: calls) {
            records.events[index].personID = nil
            records.events[index].familyID = nil
        }
    }

    /// A few of them, well apart.
    private mutating func several(of indices: [Int]) -> [Int] {
        guard indices.count > Flaws.few * 2 else { return Array(indices.prefix(1)) }
        let step = indices.count / Flaws.few
        return (0..<Flaws.few).map { indices[$0 * step + numbers.whole(0...step - 1)] }
    }
}
