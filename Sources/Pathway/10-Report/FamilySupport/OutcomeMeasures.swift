import Records
import Statistics
import Values

extension FamilySupport {
    /// How far families came, whose distance was measured again in the period.
    func distanceMeasures() -> [Measure] {
        let cohort = DistanceCohort(snapshot, instruments: instruments, measuredIn: period)
        let byCase = Dictionary(cohort.families.map { ($0.caseIndex, $0) }, uniquingKeysWith: { one, _ in one })
        let cases = cohort.families.map(\.caseIndex)
        let medians = broken("distance.areas_improved.median", cases) { id, part, cases in
            Measure(
                id,
                "Median share of areas improved\(part)",
                .share,
                """
                Over the families with a start and a level in the period: of the areas with room to improve at the start, \
                the share that are better now; its median over the families.
                """
            ) { tally in
                var shares: [Double] = []
                for index in cases {
                    guard let share = byCase[index]?.improvedShare.value else { continue }
                    shares.append(share)
                    let words = byCase[index].map { "\($0.improved) of \($0.withRoom) areas with room are better" }
                    tally.add(.counted, .caseAt(index), because: words ?? "")
                }
                return .number(Sample(shares).median)
            }
        }
        return medians + better(cases, byCase) + rose(cases, byCase)
    }

    private func better(_ cases: [Int], _ byCase: [Int: DistanceCohort.Family]) -> [Measure] {
        broken("distance.better", cases) { id, part, cases in
            Measure(
                "\(id).share",
                "Families better in more areas than worse\(part)",
                .share,
                "Of the families with a start and a level in the period, those with more areas better than worse."
            ) { tally in
                for index in cases {
                    guard let family = byCase[index] else { continue }
                    let words = "\(family.better) better, \(family.same) the same, \(family.worse) worse"
                    tally.add(family.better > family.worse ? .counted : .notCounted, .caseAt(index), because: words)
                }
                return .share
            }
        }
    }

    /// Shown beside the headline, always: needs may go up once there is trust.
    private func rose(_ cases: [Int], _ byCase: [Int: DistanceCohort.Family]) -> [Measure] {
        [
            Measure(
                "distance.rose_at_first.share",
                "Families with a rise in need at the first review",
                .share,
                "Of the same families, those with a first review at which some area was worse than at the start."
            ) { tally in
                for index in cases {
                    guard let family = byCase[index] else { continue }
                    guard family.hasFirstReview else {
                        tally.add(.unknown, .caseAt(index), because: "no first review")
                        continue
                    }
                    let words =
                        "\(family.rose) areas worse at the first review, \(family.roseThenFell) of them better since"
                    tally.add(family.rose > 0 ? .counted : .notCounted, .caseAt(index), because: words)
                }
                return .share
            }
        ]
    }

    /// What became of the plans of cases that closed: wholly, partly or not achieved, or the family left.
    func planMeasures() -> [Measure] {
        PlanResult.allCases.flatMap { result in
            broken("plans.\(result.rawValue)", closed) { id, part, cases in
                Measure(
                    "\(id).share",
                    "Plans \(result.words)\(part)",
                    .share,
                    "Of the cases closed in the period with goals: \(result.definition)"
                ) { tally in
                    for index in cases {
                        let goals = snapshot.goalsOfCase[index].map { snapshot.goals[Int($0)].outcome }
                        guard let found = PlanResult(goals, snapshot.cases[index].endReason) else {
                            tally.add(.unknown, .caseAt(index), because: "no goal was settled")
                            continue
                        }
                        let achieved = goals.count { $0 == .achieved }
                        let words = "\(found.words): \(achieved) of \(goals.count) goals achieved"
                        tally.add(found == result ? .counted : .notCounted, .caseAt(index), because: words)
                    }
                    return .share
                }
            }
        } + goalMeasures()
    }

    private func goalMeasures() -> [Measure] {
        [
            Measure(
                "goals.achieved.share",
                "Goals achieved",
                .share,
                "Of the goals settled in the period as achieved, partly achieved or not, those achieved; dropped ones apart."
            ) { tally in
                for (index, goal) in snapshot.goals.enumerated() {
                    guard let day = goal.closedOn, period.contains(day) else { continue }
                    let words = "\(goal.outcome.label.lowercased()) on \(day.long)"
                    switch goal.outcome {
                    case .achieved: tally.add(.counted, .goal(index), because: words)
                    case .partly, .notAchieved: tally.add(.notCounted, .goal(index), because: words)
                    case .dropped: tally.add(.unknown, .goal(index), because: words)
                    case .open: continue
                    }
                }
                return .share
            }
        ]
    }

    /// Cases that ended by a referral on to a specialist service, and by entry to care.
    func specialistMeasures() -> [Measure] {
        [
            ("specialist.referred", CaseEndReason.referredOn, "referred on to a specialist service"),
            ("specialist.care", .enteredCare, "ended because a child entered care"),
        ]
        .flatMap { name, reason, words in
            broken(name, closed, by: [.area, .age]) { id, part, cases in
                Measure(
                    "\(id).share",
                    "Cases \(words)\(part)",
                    .share,
                    "Of the cases closed in the period whose end reason is known, those \(words)."
                ) { tally in
                    for index in cases {
                        guard let found = snapshot.cases[index].endReason else {
                            tally.add(.unknown, .caseAt(index), because: "no end reason")
                            continue
                        }
                        let words = "closed: \(found.label.lowercased())"
                        tally.add(found == reason ? .counted : .notCounted, .caseAt(index), because: words)
                    }
                    return .share
                }
            }
        } + destinations()
    }

    private func destinations() -> [Measure] {
        let byPlace = Dictionary(grouping: closed) { snapshot.cases[$0].destination.map(snapshot.text) }
        let all = ending("cases.closed", "Cases closed", "Cases closed in the period.", closed)
        return [all]
            + byPlace.sorted { ($0.key ?? "~") < ($1.key ?? "~") }.map { place, cases in
                ending(
                    "cases.closed.destination.\((place ?? "unknown").figureName)",
                    "Cases closed: destination, \(place?.replacing("_", with: " ") ?? "not known")",
                    "Cases closed in the period by where the family went next.",
                    cases
                )
            }
    }

    private func ending(_ id: String, _ label: String, _ definition: String, _ cases: [Int]) -> Measure {
        Measure(id, label, .count, definition) { tally in
            for index in cases {
                let ended = snapshot.cases[index].endedOn
                tally.add(.counted, .caseAt(index), because: ended.map { "closed on \($0.long)" } ?? "closed")
            }
            return .count
        }
    }

    /// What an hour of service cost, all costs of all programmes included.
    func serviceCostMeasures() -> [Measure] {
        [
            Measure(
                "cost.per_hour",
                "Cost of an hour of service",
                .pounds,
                """
                Costs of all programmes, spread evenly by day over their own period, in the period; by the hours of all \
                contacts in it. Fully inclusive: costs of management are in them.
                """
            ) { tally in
                let minutes = open.reduce(0) { $0 + self.minutes(ofCase: $1) }
                return .quotient(snapshot.pounds(of: nil, during: period, &tally), Double(minutes) / 60)
            }
        ]
    }
}

/// What became of a family's plan when the case closed.
enum PlanResult: String, CaseIterable {
    case achieved, partly
    case notAchieved = "not_achieved"
    case droppedOut = "dropped_out"

    /// Nil where no goal was settled.
    init?(_ goals: [GoalOutcome], _ reason: CaseEndReason?) {
        guard !goals.isEmpty, goals.contains(where: { $0 != .open }) else { return nil }
        if reason == .disengaged || reason == .consentWithdrawn {
            self = .droppedOut
        } else if goals.allSatisfy({ $0 == .achieved || $0 == .dropped }), goals.contains(.achieved) {
            self = .achieved
        } else {
            self = goals.contains { $0 == .achieved || $0 == .partly } ? .partly : .notAchieved
        }
    }

    var words: String {
        switch self {
        case .achieved: "wholly achieved"
        case .partly: "partly achieved"
        case .notAchieved: "not achieved at all"
        case .droppedOut: "left: the family dropped out"
        }
    }

    var definition: String {
        switch self {
        case .achieved: "every goal that was not dropped is achieved, and there is one."
        case .partly: "some goal is achieved or partly achieved, and not all are."
        case .notAchieved: "no goal is achieved or partly achieved."
        case .droppedOut: "the family withdrew consent or disengaged."
        }
    }
}
