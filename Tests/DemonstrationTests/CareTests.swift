import Records
import Testing
import Values

@testable import Demonstration

struct CareTests {
    private let records = Westmere.records

    /// Rules 501, 433, 431, 388 and 302 of the SSDA903 return, as the invention was made; the overlaps put in on
    /// purpose come afterwards.
    @Test func `episodes follow one another as the return asks`() {
        let setting = Setting(seed: 5, families: 2_000, until: Westmere.until)
        let authority = Authority(setting)
        let children = Dictionary(grouping: authority.care.placements, by: \.personID)
        for placements in children.values {
            #expect(placements.first?.reasonNew == .s)
            for (before, after) in zip(placements, placements.dropFirst()) {
                #expect(before.endedOn.map { $0 <= after.startedOn } ?? false)
                let isOneSpell = before.reasonCeased == .x1
                #expect(isOneSpell == (after.reasonNew != .s))
                #expect(isOneSpell == (before.endedOn == after.startedOn))
                #expect((before.reasonChange != nil) == (after.reasonNew == .p))
                if after.reasonNew == .l {
                    #expect(before.type == after.type && before.legalStatus != after.legalStatus)
                }
                if after.reasonNew == .p {
                    #expect(before.type != after.type || before.provider != after.provider)
                }
            }
            for placement in placements {
                #expect((placement.endedOn == nil) == (placement.reasonCeased == nil))
                #expect(placement.endedOn.map { $0 > placement.startedOn } ?? true)
                #expect((placement.type == .p1) == (placement.provider == .pr0))
                #expect(placement.type != .p1 || placement.legalStatus != .v2)
                #expect(![.r5].contains(placement.type) || placement.provider == .pr3)
            }
        }
    }

    @Test func `children in care are children, and adopted only from adopters`() throws {
        for placement in records.placements {
            let child = try #require(Westmere.people[placement.personID])
            #expect(child.role == .child)
            guard let birth = child.birth, birth.precision == .day else { continue }
            #expect(birth.latest <= placement.startedOn)
            #expect(placement.startedOn.age(bornOn: birth.latest) < 18)
            if placement.reasonCeased == .e11 || placement.reasonCeased == .e12 { #expect(placement.type == .a6) }
        }
    }

    /// Rules 365 and 367.
    @Test func `short breaks are short`() {
        let breaks = records.placements.filter { $0.legalStatus == .v3 || $0.legalStatus == .v4 }
        #expect(!breaks.isEmpty)
        for (_, nights) in Dictionary(grouping: breaks, by: \.personID) {
            for one in nights {
                let year = nights.filter { one.startedOn <= $0.startedOn && $0.startedOn < one.startedOn + 365 }
                #expect(year.reduce(0) { $0 + (($1.endedOn ?? $1.startedOn) - $1.startedOn) } <= 75)
                #expect((one.endedOn ?? one.startedOn) - one.startedOn <= 17)
            }
        }
    }

    @Test func `one in ten to one in five enters care within thirty months`() {
        let early = records.cases.filter { $0.startedOn < Westmere.until.adding(months: -30) && $0.personID != nil }
        let therapies = early.filter { $0.programme != "priority-families" }
        #expect((0.12...0.28).contains(share(entering: therapies)))
        #expect((0.05...0.18).contains(share(entering: early.filter { $0.programme == "priority-families" })))
        let weak = records.cases.filter { $0.team == "MST B" }
        let other = records.cases.filter { $0.team == "MST A" }
        #expect(share(entering: weak) > share(entering: other))
    }

    private func share(entering cases: [Case]) -> Double {
        let entered = cases.count { one in
            guard let child = one.personID else { return false }
            let end = one.startedOn.adding(months: 30)
            return (Westmere.care[child] ?? []).contains { placement in
                one.startedOn <= placement.startedOn && placement.startedOn < end && placement.reasonNew == .s
            }
        }
        return Westmere.share(entered, of: cases.count)
    }

    @Test func `children come home every year, about half after work with the family`() {
        for year in 1...4 {
            let to = Westmere.until.adding(months: -12 * (4 - year))
            let from = to.adding(months: -12)
            let home = records.placements.filter { placement in
                guard let end = placement.endedOn else { return false }
                return from < end && end <= to && (placement.reasonCeased == .e4a || placement.reasonCeased == .e4b)
            }
            #expect(home.count >= 15, "year \(year)")
        }
    }
}
