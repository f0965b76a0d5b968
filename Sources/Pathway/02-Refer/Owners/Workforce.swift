package import Records
package import Values

/// The workers whom cases are held by and fall to, looked up once for many cases.
package struct Workforce: Sendable {
    /// By their references.
    package let byID: [Identifier<Worker>: Worker]
    /// Supervisors and managers, whom a case can fall to.
    package let leads: [Worker]

    /// - Parameter workers: those named by the allocations in question, and all who lead teams and providers.
    package init(_ workers: [Worker]) {
        byID = Dictionary(workers.map { ($0.id, $0) }) { first, _ in first }
        leads = byID.values.filter(\.role.isLead).sorted { $0.id < $1.id }
    }
}

extension WorkerRole {
    /// Whether cases that nobody holds can fall to them.
    package var isLead: Bool { self == .supervisor || self == .programmeManager }
}
