package import Records
package import Values

/// A child or family of the register that is a member of a contract's cohort, and the case that made it one.
package struct ContractMember: Hashable, Sendable {
    /// The reference of the child or family.
    package let id: String
    package let startedOn: Day
    /// The case it started with: a position in the snapshot's cases.
    package let caseAt: Int
    package let family: Position<Family>
    /// The index child; nil where the case names none.
    package let child: Position<Person>?
}

extension Contract {
    /// The members among the cases of a snapshot: each child or family once, with its first case of the contract's
    /// programmes that started in the term and by the day.
    ///
    /// A case without index child makes no child a member. Where the contract asks for ages, a child without a date of
    /// birth is none either.
    package func members(in snapshot: Snapshot, asAt day: Day) -> [ContractMember] {
        let programmes = Set(cohort.programmes.compactMap { snapshot.symbols.symbol($0) })
        var first: [String: ContractMember] = [:]
        for (index, item) in snapshot.cases.enumerated() {
            guard programmes.contains(item.programme), term.starts.contains(item.startedOn), item.startedOn <= day,
                isOfAge(item, snapshot), let id = member(of: item, snapshot)
            else { continue }
            if let known = first[id], (known.startedOn, known.caseAt) <= (item.startedOn, index) { continue }
            first[id] = ContractMember(
                id: id,
                startedOn: item.startedOn,
                caseAt: index,
                family: item.family,
                child: item.child
            )
        }
        return first.values.sorted { $0.id < $1.id }
    }

    private func member(of item: Snapshot.Case, _ snapshot: Snapshot) -> String? {
        switch cohort.unit {
        case .family: snapshot.id(item.family)
        case .child, .person: item.child.map { snapshot.id($0) }
        }
    }

    private func isOfAge(_ item: Snapshot.Case, _ snapshot: Snapshot) -> Bool {
        guard let ages = cohort.ages else { return true }
        guard let bornOn = item.child.flatMap({ snapshot.people[$0.index].bornOn }) else { return false }
        return ages.contains(item.startedOn.age(bornOn: bornOn))
    }
}
