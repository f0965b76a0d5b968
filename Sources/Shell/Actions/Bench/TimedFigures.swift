import FollowUp
import Records
package import Register
package import Values

/// The two questions of the benchmark, asked of a register with every step timed: care days of each intake, and children
/// at home after each closure (`docs/benchmarks.md`).
package struct TimedFigures {
    /// The months of each case's window, and the milestones looked at.
    private static let trackedMonths = 30
    private static let milestones = [0, 6, 12, 18]

    private let snapshot: Snapshot
    private let care: CareHistory
    private let loading: Duration
    private let joining: Duration

    /// Takes the picture of the register that figures read.
    package init(_ register: Register) throws {
        let start = ContinuousClock.now
        snapshot = try register.snapshot()
        let loaded = ContinuousClock.now
        care = CareHistory(snapshot)
        loading = start.duration(to: loaded)
        joining = loaded.duration(to: .now)
    }

    /// The answers and the median of so many runs after the first, as JSON.
    package func answer(asAt day: Day, runs: Int) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("snapshot_ms", loading.milliseconds)
            json.field("history_ms", joining.milliseconds)
            json.key("care_days")
            answer(&json, runs: runs) {
                CareByIntake(snapshot, care: care, months: TimedFigures.trackedMonths, asAt: day)
            } row: { json, answer in
                for intake in answer.intakes { write(intake, &json) }
            }
            json.key("at_home")
            answer(&json, runs: runs) {
                AtHomeByClosure(snapshot, care: care, milestones: TimedFigures.milestones, asAt: day)
            } row: { json, answer in
                for cohort in answer.cohorts { write(cohort, &json) }
            }
        }
        return json.bytes
    }

    private func answer<Answer>(
        _ json: inout JSONWriter,
        runs: Int,
        _ question: () -> Answer,
        row: (inout JSONWriter, Answer) -> Void
    ) {
        let first = question()
        let times = (0..<runs).map { _ in ContinuousClock().measure { _ = question() }.milliseconds }.sorted()
        json.object { json in
            json.field("median_ms", times.isEmpty ? nil : times[times.count / 2])
            json.key("answer")
            json.array { row(&$0, first) }
        }
    }

    private func write(_ intake: CareByIntake.Intake, _ json: inout JSONWriter) {
        json.array { json in
            json.value(snapshot.text(intake.programme))
            json.value(intake.quarter.period.from.iso)
            json.value(intake.days.careDays)
            json.value(intake.days.childDays)
        }
    }

    private func write(_ cohort: AtHomeByClosure.Cohort, _ json: inout JSONWriter) {
        json.array { json in
            json.value(cohort.month.iso)
            json.value(cohort.milestone)
            json.value(cohort.count.home)
            json.value(cohort.count.home + cohort.count.away)
        }
    }
}

extension Duration {
    /// In milliseconds.
    fileprivate var milliseconds: Double { self / .milliseconds(1) }
}
