package import Records
package import Register
package import Values

extension Register {
    /// Everybody who works or worked, as they can act on a day.
    ///
    /// Somebody whose every account is disabled has left, whether or not their last day is recorded yet: their cases fall
    /// to somebody else at once.
    package func workers(on day: Day) throws -> [Worker] {
        let accounts = Dictionary(grouping: try users().filter { $0.workerID != nil }) { $0.workerID ?? "" }
        return try held(Worker.self).map { held in
            var worker = held.record
            let own = accounts[worker.id.text] ?? []
            if !own.isEmpty, own.allSatisfy(\.isDisabled), worker.isInPost(on: day) { worker.endedOn = day }
            return worker
        }
    }
}
