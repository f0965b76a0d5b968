package import Records
package import Values

/// The families of the register held against a criteria set as at a day: who qualifies, who falls just short, and why.
package struct Cohort: Sendable {
    /// A family that is identified or falls just short.
    package struct Member: Sendable {
        package let identification: Identification
        package let marks: Marks
        /// Ward or locality; nil where it is not known.
        package let area: String?

        package var family: Position<Family> { identification.family }
        package var standing: Identification.Standing { identification.standing }
    }

    package let criteriaSet: CriteriaSet
    package let day: Day
    /// The last change the register had then.
    package let change: Int
    /// The area asked for; nil for every one.
    package let area: String?
    /// Of each criterion.
    package let assessability: [Assessability]
    /// Families identified or just short, in the order of their references.
    package private(set) var members: [Member]
    /// Families of the register in the area, whether they meet anything or not.
    package let familyCount: Int
    /// By area, in the order of their names, those without one last.
    package let areas: [Area]

    /// The families of one area, counted.
    package struct Area: Sendable {
        /// Nil gathers the families whose area is not known.
        package let name: String?
        package let families: Int
        package let identified: Int
        package let justShort: Int
        /// Families identified that meet each criterion.
        package let meeting: [Int]
    }

    package init(
        _ set: CriteriaSet,
        in snapshot: Snapshot,
        asAt day: Day,
        area: String? = nil,
        notices: FamilyNotices = .none
    ) {
        self.criteriaSet = set
        self.day = day
        self.area = area
        change = snapshot.change
        assessability = set.assessability(in: snapshot, asAt: day)
        let symbol = area.flatMap { snapshot.symbols.symbol($0) }
        let all = Identifying(set, in: snapshot, asAt: day).all().filter { found in
            area == nil || (symbol != nil && snapshot.families[found.family.index].area == symbol)
        }
        familyCount = all.count
        members = all.filter { $0.standing != .notIdentified }.map { found in
            Member(
                identification: found,
                marks: snapshot.marks(ofFamily: found.family.index, asAt: day, notices),
                area: snapshot.area(ofFamily: found.family.index)
            )
        }
        areas = Cohort.areas(all, set, snapshot)
    }

    private static func areas(_ all: [Identification], _ set: CriteriaSet, _ snapshot: Snapshot) -> [Area] {
        Dictionary(grouping: all) { snapshot.families[$0.family.index].area }
            .map { area, families in
                let identified = families.filter(\.isIdentified)
                return Area(
                    name: area.map(snapshot.text),
                    families: families.count,
                    identified: identified.count,
                    justShort: families.count { $0.standing == .justShort },
                    meeting: set.criteria.indices.map { index in identified.count { $0.meets(index) } }
                )
            }
            .sorted { one, other in
                guard let first = one.name, let second = other.name else { return other.name == nil && one.name != nil }
                return first < second
            }
    }

    /// Families that qualify by themselves or by discretion.
    package var identified: [Member] { members.filter(\.identification.isIdentified) }

    package func members(_ standing: Identification.Standing) -> [Member] {
        members.filter { $0.standing == standing }
    }

    /// The same cohort without the families that whoever looks at it may not know of.
    package func without(_ isHidden: (Position<Family>) -> Bool) -> Cohort {
        var cohort = self
        cohort.members.removeAll { isHidden($0.family) }
        return cohort
    }

    package func member(_ family: Position<Family>) -> Member? {
        members.first { $0.family == family }
    }
}
