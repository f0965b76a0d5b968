package import Records
package import Refer
package import Register
package import Values

/// Workers as they can act on a day.
///
/// Somebody whose every account is disabled has left, whether or not their last day is recorded yet: their cases fall to
/// somebody else at once.
extension Register {
    /// Everybody who works or worked.
    package func workers(on day: Day) throws -> [Worker] {
        try asTheyCanAct(held(Worker.self), on: day)
    }

    /// Those with these references, and all whom cases can fall to.
    package func workforce(named ids: some Sequence<Identifier<Worker>>, on day: Day) throws -> Workforce {
        let leads = WorkerRole.allCases.filter(\.isLead).map(\.rawValue)
        let workers = try held(Worker.self, where: "worker_id", isAnyOf: ids.map(\.text))
        return try Workforce(asTheyCanAct(workers + held(Worker.self, where: "role", isAnyOf: leads), on: day))
    }

    private func asTheyCanAct(_ workers: [Held<Worker>], on day: Day) throws -> [Worker] {
        let shutOut = try workersShutOut()
        return workers.map { held in
            var worker = held.record
            if shutOut.contains(worker.id.text), worker.isInPost(on: day) { worker.endedOn = day }
            return worker
        }
    }
}
