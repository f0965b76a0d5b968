package import Pay
import Synchronization

/// Keeps the simulations of contracts, each worked out once: the same contract and seed always come to the same.
final class KeptSimulations: Sendable {
    private struct Key: Hashable {
        let contract: String
        let version: String
        let definitions: String
        let scenario: Scenario?
    }

    private let kept = Mutex<[Key: Simulation]>([:])
    /// How many possible courses of each contract are worked out.
    private let courses: Int

    init(courses: Int) {
        self.courses = courses
    }

    /// The simulation of a contract, under a scenario that was applied to it if one is given; nil where it has no plan.
    func simulation(_ contract: Contract, scenario: Scenario? = nil, definitions: String) -> Simulation? {
        let key = Key(
            contract: contract.id,
            version: contract.version,
            definitions: definitions,
            scenario: scenario
        )
        if let found = kept.withLock({ $0[key] }) { return found }
        // A scenario is read beside others, for which fewer do.
        let trials = scenario == nil ? courses : max(10, courses / 5)
        guard let made = Simulation(contract, trials: trials, seed: Keeper.simulatedSeed) else { return nil }
        kept.withLock { $0[key] = made }
        return made
    }
}

extension Keeper {
    /// How many possible courses a page stands on unless it is told otherwise.
    ///
    /// They are enough for P10 and P90, and few enough to wait for; `homeward contract simulate` takes any number.
    package static let usualCourses = 1000
    /// The seed of those courses.
    package static let simulatedSeed: UInt64 = 1

    /// What a contract may come to before it is signed, worked out once; nil where it has no plan.
    package func simulation(of contract: Contract) -> Simulation? {
        simulations.simulation(contract, definitions: definitions.version)
    }
}
