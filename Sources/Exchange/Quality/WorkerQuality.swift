import Records
import Values

extension QualityChecks {
    /// A worker without a first day, who counts as always in post.
    static let workerWithoutStart = QualityCheck(
        "worker-without-start",
        "A worker has no first day in post and counts as always in post."
    ) { records, report in
        for (index, worker) in records.workers.enumerated() where worker.startedOn == nil {
            report.add(Worker.table, index, "started_on", "the worker has no started_on and counts as always in post")
        }
    }

    /// A whole-time equivalent below 0 or above 1.
    static let wteOutOfRange = QualityCheck(
        "wte-out-of-range",
        "A whole-time equivalent is below 0 or above 1."
    ) { records, report in
        for (index, worker) in records.workers.enumerated() {
            guard let wte = worker.wte, wte < .zero || wte > Decimal(1) else { continue }
            report.add(Worker.table, index, "wte", "wte should be between 0 and 1")
        }
    }
}
