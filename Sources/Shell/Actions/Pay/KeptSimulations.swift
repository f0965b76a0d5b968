import Dispatch
package import Pay
import Synchronization

/// How many possible courses of a contract are asked for, and which.
package struct SimulationQuestion: Hashable, Sendable {
    package let trials: Int
    package let seed: UInt64

    package init(trials: Int, seed: UInt64) {
        self.trials = trials
        self.seed = seed
    }

    /// The most courses that somebody may ask a page for.
    package static let mostTrials = 100_000
}

/// How far what was asked of a contract has come.
package enum SimulationStanding: Sendable {
    case notAsked
    case working(done: Int, of: Int)
    case ready(WorkedSimulation)
}

/// A simulation of a contract as it is, and under the usual scenarios.
package struct WorkedSimulation: Sendable {
    package let simulation: Simulation
    package let scenarios: [(scenario: Scenario, simulation: Simulation)]
}

/// Works simulations out, one after the other, beside the pages, and keeps them: the same contract, courses and seed
/// always come to the same, whatever the register says.
final class KeptSimulations: Sendable {
    private struct Key: Hashable {
        let contract: String
        let version: String
        let definitions: String
        let question: SimulationQuestion
    }

    private enum Standing {
        case working(Counter)
        case ready(WorkedSimulation)

        var isReady: Bool { if case .ready = self { true } else { false } }
    }

    /// How many courses are done.
    private final class Counter: Sendable {
        let done = Atomic(0)
        let all: Int

        init(of all: Int) { self.all = all }
    }

    private static let mostKept = 50
    private static let mostWaiting = 10
    /// A scenario is read beside others, for which fewer courses do.
    private static let mostOfScenario = 2_000
    private let kept = Mutex<[(key: Key, standing: Standing)]>([])
    private let queue = DispatchQueue(label: "simulations", qos: .utility)
    /// What is asked where nobody says how many courses.
    let usual: SimulationQuestion

    init(courses: Int) {
        usual = SimulationQuestion(trials: courses, seed: Keeper.simulatedSeed)
    }

    private static func key(_ contract: Contract, _ question: SimulationQuestion, _ definitions: String) -> Key {
        Key(contract: contract.id, version: contract.version, definitions: definitions, question: question)
    }

    /// How far it has come.
    func standing(_ contract: Contract, _ question: SimulationQuestion, definitions: String) -> SimulationStanding {
        let key = KeptSimulations.key(contract, question, definitions)
        return switch kept.withLock({ $0.first { $0.key == key }?.standing }) {
        case nil: .notAsked
        case .working(let counter): .working(done: counter.done.load(ordering: .relaxed), of: counter.all)
        case .ready(let made): .ready(made)
        }
    }

    /// Begins to work it out, unless that was asked before; false where too many wait already.
    func ask(_ contract: Contract, _ question: SimulationQuestion, definitions: String) -> Bool {
        let key = KeptSimulations.key(contract, question, definitions)
        let fewer = min(KeptSimulations.mostOfScenario, max(10, question.trials / 5))
        let scenarios = Scenario.usual.compactMap { scenario in
            scenario.applied(to: contract).map { (scenario: scenario, contract: $0) }
        }
        let counter = Counter(of: question.trials + scenarios.count * fewer)
        let isNew = kept.withLock { kept -> Bool? in
            if kept.contains(where: { $0.key == key }) { return false }
            guard kept.count(where: { !$0.standing.isReady }) < KeptSimulations.mostWaiting else { return nil }
            kept.append((key, .working(counter)))
            return true
        }
        guard let isNew else { return false }
        guard isNew else { return true }
        queue.async { [self] in
            let count: @Sendable (Int) -> Void = { done in _ = counter.done.add(done, ordering: .relaxed) }
            let made = Simulation(contract, trials: question.trials, seed: question.seed, progress: count)
            let others = scenarios.compactMap { item in
                Simulation(item.contract, trials: fewer, seed: question.seed, progress: count).map {
                    (scenario: item.scenario, simulation: $0)
                }
            }
            keep(made.map { WorkedSimulation(simulation: $0, scenarios: others) }, key)
        }
        return true
    }

    private func keep(_ made: WorkedSimulation?, _ key: Key) {
        kept.withLock { kept in
            kept.removeAll { $0.key == key }
            guard let made else { return }
            kept.append((key, .ready(made)))
            if kept.count > KeptSimulations.mostKept, let oldest = kept.firstIndex(where: { $0.standing.isReady }) {
                kept.remove(at: oldest)
            }
        }
    }
}

extension Keeper {
    /// How many possible courses a page stands on unless it is told otherwise: enough for P10 and P90.
    package static let usualCourses = 1000
    /// The seed of those courses.
    package static let simulatedSeed: UInt64 = 1

    /// What is asked of a contract's simulation where nobody says otherwise.
    package var usualSimulation: SimulationQuestion { simulations.usual }

    /// How far the simulation of a contract has come.
    package func standing(of question: SimulationQuestion, _ contract: Contract) -> SimulationStanding {
        simulations.standing(contract, question, definitions: definitions.version)
    }

    /// Begins to work out what a contract with a plan may come to, once and beside the pages.
    ///
    /// - Parameters:
    ///   - question: how many courses, and which.
    ///   - contract: the contract, which has a plan.
    /// - Returns: whether it is done or on its way; false where too many wait already.
    @discardableResult
    package func ask(_ question: SimulationQuestion, of contract: Contract) -> Bool {
        simulations.ask(contract, question, definitions: definitions.version)
    }
}
