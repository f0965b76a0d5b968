package import Register
package import Report
import Synchronization

/// Keeps the latest picture of the register in memory and takes a new one when the register has moved on, so that every
/// figure is live; the last few pictures and answers asked for at an earlier change are kept beside it.
package final class Keeper: Sendable {
    package let register: Register
    package let definitions: DefinitionsInForce
    /// Who asks and acts: the account the program runs under, or the person a page is for.
    package let actor: Actor
    private let memory: Memory

    /// What several keepers of one register share.
    private final class Memory: Sendable {
        let kept = Mutex(Kept())
        /// Held while a picture is taken: whoever wants one meanwhile waits for it, and does not take it again.
        let taking = Mutex(())
        let search = KeptSearch()
        let matchings = KeptMatchings()
        let simulations: KeptSimulations

        init(courses: Int) {
            simulations = KeptSimulations(courses: courses)
        }
    }

    var matchings: KeptMatchings { memory.matchings }
    var keptSearch: KeptSearch { memory.search }
    var simulations: KeptSimulations { memory.simulations }

    private struct Kept {
        /// The last erasure before all of these.
        var erasure = 0
        var pictures: [Picture] = []
        var answers: [(key: AnswerKey, answer: ReportAnswer)] = []
        var parts: [(key: PartKey, ground: ReportGround)] = []

        /// Keeps a picture: the latest stays, and of the others the one taken longest ago goes.
        mutating func keep(_ picture: Picture) {
            pictures.append(picture)
            let latest = pictures.map(\.change).max()
            guard pictures.count > Keeper.picturesKept else { return }
            if let oldest = pictures.firstIndex(where: { $0.change != latest }) { pictures.remove(at: oldest) }
        }
    }

    private struct AnswerKey: Hashable {
        let change: Int
        let question: ReportQuestion
    }

    private struct PartKey: Hashable {
        let change: Int
        let filter: ReportFilter
    }

    private static let picturesKept = 3
    private static let partsKept = 8
    private static let answersKept = 200

    /// A keeper of a register, for the account the program runs under.
    ///
    /// - Parameters:
    ///   - register: the register.
    ///   - definitions: what is defined.
    ///   - courses: how many possible courses of a contract its pages stand on.
    package convenience init(
        _ register: Register,
        definitions: DefinitionsInForce,
        courses: Int = Keeper.usualCourses
    ) {
        self.init(register, definitions, LocalActor.actor, Memory(courses: courses))
    }

    private init(_ register: Register, _ definitions: DefinitionsInForce, _ actor: Actor, _ memory: Memory) {
        self.register = register
        self.definitions = definitions
        self.actor = actor
        self.memory = memory
    }

    /// The same register and the same pictures, for somebody else.
    package func acting(as actor: Actor) -> Keeper {
        Keeper(register, definitions, actor, memory)
    }

    /// The register as known at a change; nil for the latest.
    package func picture(knownAt change: Int? = nil) throws -> Picture {
        let known = try known(at: change)
        if let picture = kept(known.change) { return picture }
        return try memory.taking.withLock { _ in
            if let picture = kept(known.change) { return picture }
            let picture = try Picture(register, definitions: definitions, knownAt: known.change)
            keep(known) { $0.keep(picture) }
            return picture
        }
    }

    private func kept(_ number: Int) -> Picture? {
        memory.kept.withLock { $0.pictures.first { $0.change == number } }
    }

    /// A change as of which something is known, and by which erasure it is looked at.
    private struct Known {
        let change: Int
        let erasure: Int
    }

    /// A change, nil for the latest; whatever was kept since before somebody was erased is let go.
    private func known(at change: Int?) throws -> Known {
        let known = try register.atOnce {
            Known(change: try change ?? register.latestChangeOfRecords(), erasure: try register.latestErasure())
        }
        memory.kept.withLock { kept in
            guard kept.erasure < known.erasure else { return }
            kept = Kept()
            kept.erasure = known.erasure
        }
        return known
    }

    /// Keeps something, unless somebody was erased while it was made.
    private func keep(_ known: Known, _ take: (inout Kept) -> Void) {
        memory.kept.withLock { if $0.erasure == known.erasure { take(&$0) } }
    }

    /// The answer to a question as known at a change; nil where the question names a criteria set that is not defined.
    package func answer(_ question: ReportQuestion, knownAt change: Int? = nil) throws -> ReportAnswer? {
        let known = try known(at: change)
        let key = AnswerKey(change: known.change, question: question)
        if let answer = memory.kept.withLock({ $0.answers.first { $0.key == key }?.answer }) { return answer }
        guard let answer = try picture(knownAt: known.change).ground.answer(question) else { return nil }
        keep(known) { kept in
            kept.answers.append((key, answer))
            if kept.answers.count > Keeper.answersKept { kept.answers.removeFirst() }
        }
        return answer
    }

    /// What a part of the register gives, as known at a change; the last few parts are kept.
    package func ground(_ filter: ReportFilter, knownAt change: Int? = nil) throws -> ReportGround {
        let known = try known(at: change)
        let whole = try picture(knownAt: known.change).ground
        guard !filter.isEmpty else { return whole }
        let key = PartKey(change: known.change, filter: filter)
        if let part = memory.kept.withLock({ $0.parts.first { $0.key == key }?.ground }) { return part }
        let part = whole.keeping(filter)
        keep(known) { kept in
            kept.parts.append((key, part))
            if kept.parts.count > Keeper.partsKept { kept.parts.removeFirst() }
        }
        return part
    }

    /// The answer with one figure opened onto its members.
    package func open(_ figure: String, of question: ReportQuestion, knownAt change: Int? = nil) throws -> ReportAnswer?
    {
        try picture(knownAt: change).ground.answer(question, opening: figure)
    }
}
