import Records
import Values

extension Authority {
    /// Share of families in therapy that have a lead worker of early help as well.
    private static let leadWorker = 0.45

    /// Who held each case; where someone leaves, the case passes to the next in the post, and until there is one to
    /// the supervisor.
    func allocations() -> [Allocation] {
        work.flatMap { engagement, household in
            var numbers = setting.stream(.allocations, engagement.number)
            var allocations = handovers(of: engagement)
            if engagement.programme.isTherapy, engagement.endedOn != engagement.startedOn,
                numbers.chance(Authority.leadWorker)
            {
                allocations.append(leadWorker(of: engagement, &numbers))
            }
            return allocations
        }
    }

    private func handovers(of engagement: Engagement) -> [Allocation] {
        let end = engagement.end(setting.until)
        var allocations: [Allocation] = []
        var day = engagement.startedOn
        repeat {
            let next = min(nextChange(in: posts.all[engagement.post], after: day), max(end, day + 1))
            if let worker = worker(of: engagement, on: day) {
                let isRunning = next >= end && engagement.endedOn == nil
                allocations.append(
                    Allocation(
                        caseID: engagement.id,
                        workerID: worker,
                        role: engagement.programme.isTherapy ? .therapist : .keyWorker,
                        from: day,
                        to: isRunning ? nil : next - 1
                    )
                )
            }
            day = next
        } while day < end
        return allocations
    }

    /// The next day on which someone comes to or leaves the post.
    private func nextChange(in post: Post, after day: Day) -> Day {
        let changes = post.holders.map(\.from) + post.holders.compactMap(\.until)
        return changes.filter { $0 > day }.min() ?? Day.latest
    }

    private func leadWorker(of engagement: Engagement, _ numbers: inout SeededGenerator) -> Allocation {
        let post = posts.all[numbers.pick(posts.early)]
        let end = engagement.endedOn
        let latest = (end ?? setting.until) - 1
        let from = min(engagement.startedOn + numbers.whole(0...20), max(latest, engagement.startedOn))
        return Allocation(
            caseID: engagement.id,
            workerID: post.holders[0].worker,
            role: .keyWorker,
            from: from,
            to: end.map { max($0 - 1, from) }
        )
    }
}
