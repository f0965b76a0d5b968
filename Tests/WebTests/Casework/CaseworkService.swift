import Access
import Actions
import Records
import Register
import Values
import Workshop

@testable import Web

/// A service with a team of the invented provider: six families with a case each, two key workers and a supervisor.
struct CaseworkService {
    let service: TestedService
    /// The last day that can be entered.
    let today: Day

    /// Cases C1 to C6 of families F1 to F6, all held by W1 since they started, 40 days ago.
    init() throws {
        let today = Clock.today
        service = try TestedService { register, _ in
            try register.record(
                CaseworkService.records(on: today),
                as: ChangeDraft(actor: "test", purpose: "test", summary: "A team"),
                at: Clock.now
            )
        }
        self.today = today
    }

    private static func records(on today: Day) -> RecordSet {
        let start = today - 40
        var records = RecordSet()
        records.organisations = [Organisation(id: Identifier("P1"), name: "A provider", kind: .provider)]
        for (id, name, role) in [
            ("W1", "Kim Worker", WorkerRole.keyWorker), ("W2", "Lee Worker", .keyWorker),
            ("W3", "Max Leader", .supervisor),
        ] {
            var worker = Worker(id: Identifier(id), name: name, role: role)
            worker.team = "North"
            worker.organisationID = Identifier("P1")
            records.workers.append(worker)
        }
        for number in 1...6 {
            let family = Identifier<Family>("F\(number)")
            records.families.append(Family(id: family, name: "Ashdown\(number)"))
            records.people.append(
                Person(
                    id: Identifier("C-\(number)"),
                    familyID: family,
                    forename: "Sam",
                    surname: "Ashdown\(number)",
                    birth: BirthDate(Day(year: 2015, month: 6, day: 1) ?? today),
                    role: .child
                )
            )
            var item = Case(
                id: Identifier("C\(number)"),
                familyID: family,
                personID: Identifier("C-\(number)"),
                programme: number == 6 ? "mst-fit" : "priority-families",
                startedOn: start
            )
            item.organisationID = Identifier("P1")
            item.team = "North"
            records.cases.append(item)
            records.allocations.append(
                Allocation(caseID: item.id, workerID: Identifier("W1"), role: .keyWorker, from: start)
            )
        }
        return records
    }

    var register: Register { service.register }

    func keyWorker(_ name: String = "kim") throws -> TestedBrowser {
        try service.seat([Assignment(.practitioner, in: .team("North"))], named: name, worker: "W1")
    }

    func supervisor(_ name: String = "max") throws -> TestedBrowser {
        try service.seat([Assignment(.supervisor, in: .team("North"))], named: name, worker: "W3")
    }

    func file(_ id: String = "C1") throws -> CaseFile {
        guard let file = try CaseFile.read(register, id, on: today) else { throw RegisterError.noSuchTable(id) }
        return file
    }

    /// The boxes of a date, as a form sends them.
    static func date(_ name: String, _ day: Day) -> [String: String] {
        let (year, month, dayOfMonth) = day.parts
        return ["\(name)-day": "\(dayOfMonth)", "\(name)-month": "\(month)", "\(name)-year": "\(year)"]
    }

    /// One row of the week, with what is chosen in it from the start.
    static func row(_ index: Int, day: Day, minutes: String) -> [String: String] {
        [
            "r\(index)-day": day.iso, "r\(index)-minutes": minutes, "r\(index)-kind": "home_visit",
            "r\(index)-direct": "yes", "r\(index)-attendance": "attended",
        ]
    }
}
