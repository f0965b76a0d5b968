package import Records
package import Values

/// The capacity of every team, by programme, as at a day.
package struct Capacity: Sendable {
    /// By programme, then by team.
    package let teams: [TeamCapacity]

    private struct Key: Hashable {
        let programme: String
        let team: String?
        let provider: String?
    }

    /// Gathers who is in post and what is open.
    ///
    /// - Parameters:
    ///   - workers: those who work; only therapists, key workers and case managers hold cases.
    ///   - cases: cases; those open on the day count.
    ///   - norms: cases a whole-time worker should hold, by programme.
    ///   - day: the day.
    package init(workers: [Worker], cases: [Case], norms: [String: Decimal], asAt day: Day) {
        var wte: [Key: Int128] = [:]
        for worker in workers where worker.holdsCases && worker.isInPost(on: day) {
            guard let programme = worker.programme else { continue }
            let key = Key(programme: programme, team: worker.team, provider: worker.organisationID?.text)
            wte[key, default: 0] += (worker.wte ?? .zero).scaled
        }
        var open: [Key: Int] = [:]
        for item in cases where Nights(from: item.startedOn, until: item.endedOn).contains(day) {
            let key = Key(programme: item.programme, team: item.team, provider: item.organisationID?.text)
            open[key, default: 0] += 1
        }
        teams = Set(wte.keys).union(open.keys)
            .map { key in
                TeamCapacity(
                    team: key.team,
                    programme: key.programme,
                    provider: key.provider,
                    // Hundredths are exact enough for posts, and fit.
                    wte: Decimal(digits: Int64((wte[key] ?? 0) / powerOfTen(16)), places: 2),
                    norm: norms[key.programme],
                    cases: open[key] ?? 0
                )
            }
            .sorted {
                ($0.programme, $0.team ?? "\u{FFFF}", $0.provider ?? "")
                    < ($1.programme, $1.team ?? "\u{FFFF}", $1.provider ?? "")
            }
    }

    /// Free places of a programme over all teams; nil where no team has a norm.
    package func free(in programme: String) -> Int? {
        let known = teams.filter { $0.programme == programme }.compactMap(\.free)
        return known.isEmpty ? nil : known.reduce(0, +)
    }
}

extension Worker {
    /// Whether the role holds cases.
    package var holdsCases: Bool { role == .therapist || role == .keyWorker || role == .caseManager }
}
