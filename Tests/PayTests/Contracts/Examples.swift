import Definitions
import Invented
import Pay
import Testing
import Values

/// A contract as the program carries it.
func shippedContract(_ id: String) throws -> Contract {
    try #require(Contract.all(DefinitionSet()).first { $0.id == id })
}

/// An invented contract with these clauses, of children who start in 2014 to 2016 and are paid for until June 2018.
enum InventedContract {
    static let head = """
        kind: contract
        id: invented
        version: "1"
        from: 2014-01-01
        source: {document: invented, section: none}
        evidence: unverified
        title: Invented
        parties:
          - {role: commissioner, name: Council}
          - {role: provider, name: Provider}
        term: {from: 2014-01-01, to: 2016-12-31, last_claim: 2018-06-30}
        cohort: {member: child, programmes: [mst]}
        verification: {sample_percent: 10}
        outcomes:
          - {id: a, label: A, criteria: [{measure: completed}], evidence_required: e}
          - {id: b, label: B, criteria: [{measure: recorded, what: w}], evidence_required: e, within_months: 12}
          - {id: c, label: C, criteria: [{measure: at_home, months: 6}], evidence_required: e}
        clauses:

        """

    static func file(_ clauses: String, top: String = "", name: String = "invented.yml") -> DefinitionFile {
        let lines = clauses.split(separator: "\n").map { "  - {\($0)}\n" }.joined()
        return DefinitionFile(name: name, bytes: Array((head + lines + top).utf8))
    }

    /// Each line of `clauses` is one clause, without its braces.
    static func read(_ clauses: String, top: String = "") throws -> Contract {
        try #require(Contract.all(DefinitionSet(shipped: [file(clauses, top: top)])).first)
    }

    /// What is wrong with it.
    static func problems(_ clauses: String, top: String = "") -> [String] {
        do {
            _ = try read(clauses, top: top)
            return []
        } catch let refusal as DefinitionRefusal {
            return refusal.problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }
}

/// A member that started on a day, with outcomes (their position, day, and day proven) and nights in care.
func member(
    _ id: String,
    _ start: String,
    _ outcomes: [(Int, String)] = [],
    provenAfter days: Int? = 0,
    care: [(String, String?)] = []
) -> MemberHistory {
    MemberHistory(
        id: id,
        startedOn: day(start),
        outcomes: outcomes.map { outcome, on in
            OutcomeFact(outcome: outcome, on: day(on), provenOn: days.map { day(on) + $0 })
        },
        care: care.map { Nights(from: day($0.0), until: $0.1.map(day)) }
    )
}

func pounds(_ pounds: Int64) -> Money { Money(pence: pounds * 100) }
