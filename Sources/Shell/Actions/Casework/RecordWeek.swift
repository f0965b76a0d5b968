package import Deliver
package import Records
package import Register
package import Values

/// Records a week of contacts, and corrects a contact recorded before.
package struct RecordWeek: Sendable {
    /// A case that contacts may be entered for, as the page names it.
    package struct Line: Sendable {
        package let item: Case
        package let family: Family?
        /// What is recorded of the week already.
        package let contacts: [Contact]
        /// Its open tasks, those due first before the others.
        package let tasks: [Held<CaseTask>]
    }

    private let keeper: Keeper
    package let week: Period

    package init(_ keeper: Keeper, week: Period) {
        self.keeper = keeper
        self.week = week
    }

    /// The cases a worker held on any day of the week, in the order in which they started.
    package func lines(of worker: String) throws -> [Line] {
        let held = try keeper.register.held(Allocation.self, where: "worker_id", is: .text(worker))
            .map(\.record).filter { $0.from <= week.to && ($0.to ?? .latest) >= week.from }
        let cases = try keeper.register.held(Case.self, where: "case_id", isAnyOf: held.map(\.caseID.text))
        return try lines(of: cases.map(\.record))
    }

    /// One case.
    package func lines(of item: Case) throws -> [Line] {
        try lines(of: [item])
    }

    private func lines(of cases: [Case]) throws -> [Line] {
        let open = cases.filter { $0.startedOn <= week.to && ($0.endedOn ?? .latest) >= week.from }
        let families = try keeper.register.held(
            Family.self,
            where: "family_id",
            isAnyOf: open.map(\.familyID.text)
        ).map(\.record)
        let contacts = try keeper.register.held(Contact.self, where: "case_id", isAnyOf: open.map(\.id.text))
            .map(\.record).filter { week.contains($0.on) }
        let tasks = try keeper.register.held(CaseTask.self, where: "case_id", isAnyOf: open.map(\.id.text))
            .filter { $0.record.outcome == .open }
            .sorted { ($0.record.dueOn ?? .latest, $0.version) < ($1.record.dueOn ?? .latest, $1.version) }
        return open.sorted { ($0.startedOn, $0.id) < ($1.startedOn, $1.id) }.map { item in
            Line(
                item: item,
                family: families.first { $0.id == item.familyID },
                contacts: contacts.filter { $0.caseID == item.id }.sorted { $0.on < $1.on },
                tasks: tasks.filter { $0.record.caseID == item.id }
            )
        }
    }

    /// Reads what was typed for these cases.
    package func read(_ rows: [WeekRow], for lines: [Line]) throws -> WeekEntry {
        let open = Dictionary(lines.map { ($0.item.id, $0.item.nights) }) { first, _ in first }
        return WeekEntry(rows, in: week, cases: open, today: try keeper.today())
    }

    /// Records the contacts, the notes and the tasks done of the week in one change.
    ///
    /// - Parameters:
    ///   - entry: the contacts.
    ///   - notes: by the reference of the case; of cases that are not among the lines none is taken.
    ///   - done: the references of tasks that are done; what is no open task of the lines is passed over.
    ///   - lines: the cases that may be written on.
    ///   - worker: who worked.
    /// - Throws: `RegisterError.movedOn` where somebody else settled a task at the same moment.
    package func record(
        _ entry: WeekEntry,
        notes: [String: String] = [:],
        done: Set<String> = [],
        for lines: [Line],
        by worker: Identifier<Worker>?
    ) throws {
        var saved = Entry()
        for row in entry.entries { saved.add(row.contact(Identifier(keeper.newReference("K")), by: worker)) }
        let last = min(week.to, try keeper.today())
        for held in lines.flatMap(\.tasks) where done.contains(held.record.id.text) {
            var task = held.record
            task.outcome = .done
            task.settledOn = max(last, task.madeOn)
            saved.revise(task, version: held.version)
        }
        for line in lines {
            guard let words = notes[line.item.id.text] else { continue }
            saved.add(
                CaseNote(
                    id: Identifier(keeper.newReference("NOTE")),
                    caseID: line.item.id,
                    on: last,
                    purpose: .caseNote,
                    visibility: .record,
                    author: keeper.actor.id,
                    words: words
                )
            )
        }
        try keeper.enter(saved, purpose: "delivery", summary: "Recorded a week of contacts")
    }
}

extension Case {
    /// The days on which it was open; a visit on the day it closes is still of it.
    package var nights: Nights { Nights(from: startedOn, until: endedOn) }
}
