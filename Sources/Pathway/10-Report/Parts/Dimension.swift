package import Records
import Values

/// What cases are told apart by, in breakdowns and in the part a report is asked of.
package enum Dimension: String, CaseIterable, Sendable, Hashable {
    case programme
    case provider
    case team
    case area
    case age
    case tier
    case worker

    /// As people say it.
    package var title: String {
        switch self {
        case .programme: "Programme"
        case .provider: "Provider"
        case .team: "Team"
        case .area: "Area"
        case .age: "Age of the child at the start"
        case .tier: "Tier of need"
        case .worker: "Key worker"
        }
    }
}

/// Age bands of children at the start of a case.
package enum AgeBand: String, CodeList {
    case under5 = "0-4"
    case primary = "5-10"
    case secondary = "11-15"
    case older = "16-17"
    case adult = "18+"

    package init(age: Int) {
        switch age {
        case ..<5: self = .under5
        case ..<11: self = .primary
        case ..<16: self = .secondary
        case ..<18: self = .older
        default: self = .adult
        }
    }

    package var label: String {
        switch self {
        case .under5: "Under 5"
        case .primary: "5 to 10"
        case .secondary: "11 to 15"
        case .older: "16 and 17"
        case .adult: "18 and over"
        }
    }
}

/// Which group each case of a snapshot is in, by any dimension.
package struct CaseGroups: Sendable {
    private let snapshot: Snapshot

    package init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
    }

    /// The code of the group; nil where it is not known.
    package func group(_ dimension: Dimension, ofCase index: Int) -> String? {
        let item = snapshot.cases[index]
        switch dimension {
        case .programme: return snapshot.text(item.programme)
        case .provider: return item.organisation.map(snapshot.text)
        case .team: return item.team.map(snapshot.text)
        case .area: return snapshot.area(ofFamily: item.family.index)
        case .age: return age(ofCase: index).map { AgeBand(age: $0).rawValue }
        case .tier: return item.tier?.rawValue
        case .worker: return holder(ofCase: index)?.role.rawValue
        }
    }

    /// Age of the index child on the first day of the case, in whole years.
    package func age(ofCase index: Int) -> Int? {
        let item = snapshot.cases[index]
        guard let child = item.child, let born = snapshot.people[child.index].bornOn else { return nil }
        return item.startedOn.age(bornOn: born)
    }

    /// The first who held the case as key worker or therapist.
    package func holder(ofCase index: Int) -> Snapshot.Worker? {
        snapshot.allocationsOfCase[index].map { snapshot.allocations[Int($0)] }
            .filter { $0.role != .supervisor }
            .min { ($0.from, $0.worker.number) < ($1.from, $1.worker.number) }
            .map { snapshot.workers[$0.worker.index] }
    }

    /// The latest case of a family; nil where it never had one.
    func latestCase(ofFamily index: Int) -> Int? {
        latest(snapshot.casesOfFamily[index])
    }

    /// The latest case of an index child.
    func latestCase(ofChild index: Int) -> Int? {
        latest(snapshot.casesOfChild[index])
    }

    private func latest(_ cases: ArraySlice<Int32>) -> Int? {
        cases.map { Int($0) }.max { (snapshot.cases[$0].startedOn, $0) < (snapshot.cases[$1].startedOn, $1) }
    }

    /// Every code that any case has, in the order in which people read them.
    package func codes(_ dimension: Dimension) -> [String] {
        let found = Set(snapshot.cases.indices.compactMap { group(dimension, ofCase: $0) })
        switch dimension {
        case .age: return AgeBand.codes.filter(found.contains)
        case .tier: return Tier.codes.filter(found.contains)
        case .worker: return WorkerRole.codes.filter(found.contains)
        default: return found.sorted()
        }
    }

    /// The words for a code, where the dimension has its own; programmes and providers have names elsewhere.
    package static func label(_ code: String, _ dimension: Dimension) -> String {
        switch dimension {
        case .age: AgeBand(rawValue: code)?.label ?? code
        case .tier: Tier(rawValue: code)?.label ?? code
        case .worker: WorkerRole(rawValue: code)?.label ?? code
        case .programme, .provider, .team, .area: code
        }
    }
}
