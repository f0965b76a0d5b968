import Records
import Testing
import Values

@testable import Demonstration

struct CoherenceTests {
    private let records = Westmere.records

    /// Reading a row back refuses an end before its start, a missing value and an unknown code.
    @Test func `every row is a record`() throws {
        var copy = RecordSet()
        for table in RecordSet.tables.indices {
            for row in 0..<records.count(ofTableAt: table) {
                try copy.append(records.row(row, ofTableAt: table), toTableAt: table)
            }
        }
        #expect(copy == records)
    }

    @Test(arguments: RecordSet.tables.indices)
    func `keys are unique and tables filled`(table: Int) {
        let shape = RecordSet.tables[table]
        let keys = (0..<records.count(ofTableAt: table)).map { shape.keyText(of: records.row($0, ofTableAt: table)) }
        #expect(!keys.isEmpty, "\(shape.name)")
        #expect(Set(keys).count == keys.count, "\(shape.name)")
    }

    @Test func `every reference leads to a record`() throws {
        for (table, shape) in RecordSet.tables.enumerated() {
            for (position, field) in shape.fields.enumerated() {
                guard let parent = field.refersTo else { continue }
                let parentTable = try #require(RecordSet.tableIndex(named: parent))
                let known = Set(
                    (0..<records.count(ofTableAt: parentTable)).map {
                        RecordSet.tables[parentTable].keyText(of: records.row($0, ofTableAt: parentTable))
                    }
                )
                let strays = (0..<records.count(ofTableAt: table)).count { row in
                    let cell = records.row(row, ofTableAt: table)[position]
                    return cell != .missing && !known.contains(cell.plain)
                }
                #expect(strays == 0, "\(shape.name).\(field.name)")
            }
        }
    }

    @Test func `cases come after their referral, which was accepted before they began`() throws {
        let referrals = Dictionary(uniqueKeysWithValues: records.referrals.map { ($0.id, $0) })
        for one in records.cases {
            guard let id = one.referralID else { continue }
            let referral = try #require(referrals[id])
            #expect(referral.decision == .accepted)
            #expect(referral.receivedOn < one.startedOn)
            #expect(try #require(referral.decidedOn) <= one.startedOn)
            #expect(referral.familyID == one.familyID)
            #expect(referral.programme == one.programme)
        }
        #expect(records.cases.count { $0.referralID == nil } < 50)
    }

    @Test func `nothing happens after the last day`() {
        #expect(
            records.cases.allSatisfy { $0.startedOn <= Westmere.until && $0.endedOn ?? $0.startedOn <= Westmere.until }
        )
        #expect(records.contacts.allSatisfy { $0.on <= Westmere.until })
        #expect(records.assessments.allSatisfy { $0.completedOn <= Westmere.until })
        #expect(records.events.allSatisfy { $0.on <= Westmere.until })
        #expect(records.followUps.allSatisfy { $0.observedOn <= Westmere.until })
        #expect(records.placements.allSatisfy { $0.startedOn <= Westmere.until })
        #expect(records.attendance.allSatisfy { $0.to <= Westmere.until })
        #expect(records.costs.allSatisfy { $0.to <= Westmere.until })
        #expect(records.reviews.allSatisfy { $0.heldOn ?? Westmere.until <= Westmere.until })
        #expect(records.goals.allSatisfy { $0.closedOn ?? Westmere.until <= Westmere.until })
    }

    @Test func `work lies within its case`() {
        let cases = Westmere.cases
        let contactsOutside = records.contacts.count { contact in
            guard let one = cases[contact.caseID] else { return true }
            return !Nights(from: one.startedOn, until: one.endedOn).contains(contact.on)
        }
        #expect(contactsOutside == 0)
        let goalsOutside = records.goals.count { goal in cases[goal.caseID].map { goal.setOn < $0.startedOn } ?? true }
        #expect(goalsOutside == 0)
    }

    @Test func `every case is held by someone in post, without a gap`() throws {
        let workers = Dictionary(uniqueKeysWithValues: records.workers.map { ($0.id, $0) })
        var held: [Identifier<Case>: [Allocation]] = [:]
        for allocation in records.allocations { held[allocation.caseID, default: []].append(allocation) }
        for one in records.cases {
            let holders = try #require(held[one.id])
            let own = holders.filter { $0.role == .therapist || one.programme == "priority-families" }
            #expect(own.first?.from == one.startedOn)
            for (before, after) in zip(own, own.dropFirst()) {
                // A few ends were recorded too late on purpose.
                #expect(before.to.map { $0 + 1 >= after.from } ?? false)
            }
            for allocation in own {
                let worker = try #require(workers[allocation.workerID])
                #expect(worker.startedOn ?? allocation.from <= allocation.from)
                #expect(worker.endedOn.map { allocation.from < $0 } ?? true)
            }
        }
    }

    @Test func `nobody invented can be mistaken for anyone`() {
        for family in records.families {
            guard let text = family.postcode else { continue }
            #expect(Postcode(text)?.text == text && text.hasPrefix("ZZ"))
        }
        for person in records.people {
            if let number = person.nhsNumber { #expect(NHSNumber(number) != nil && number.hasPrefix("999")) }
            if let pupil = person.upn { #expect(pupil.count == 13 && pupil.dropFirst().hasPrefix("999")) }
        }
        let numbers = records.people.compactMap(\.nhsNumber)
        let pupils = records.people.compactMap(\.upn)
        #expect(Set(numbers).count == numbers.count && !numbers.isEmpty)
        #expect(Set(pupils).count == pupils.count && !pupils.isEmpty)
    }

    @Test func `families have one to five people, an adult and a child among them`() {
        let sizes = Dictionary(grouping: records.people, by: \.familyID)
        #expect(sizes.count == 2_000)
        for members in sizes.values {
            #expect((1...5).contains(members.count))
            #expect(members.contains { $0.role == .child })
            #expect(members.contains { $0.role == .parentCarer })
        }
        let mean = Westmere.share(records.people.count, of: 2_000)
        #expect((2.9...3.9).contains(mean))
    }
}
