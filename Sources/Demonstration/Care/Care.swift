import Records
import Values

/// The care of every child of the authority.
struct Care {
    /// In order of person and start.
    let placements: [Placement]
    /// Spells by number of the person; short breaks are none.
    private let spells: [Int: [CareSpell]]

    init(of households: [Household], _ setting: Setting) {
        var placements: [Placement] = []
        var spells: [Int: [CareSpell]] = [:]
        for family in households {
            var history = CareHistory(of: family, setting)
            let all = history.all()
            for child in family.children {
                let own = all.filter { $0.child.number == child.number }.sorted { $0.from < $1.from }
                for (index, spell) in own.enumerated() {
                    let numbers = setting.stream(.episodes, child.number * 16 + index)
                    var episodes = CareEpisodes(of: spell, until: setting.until, numbers)
                    placements += episodes.placements()
                }
                if !own.isEmpty { spells[child.number] = own }
            }
            if family.need.disability, spells[family.children[0].number] == nil {
                var numbers = setting.stream(.episodes, -family.number)
                placements += ShortBreaks.placements(of: family.children[0], setting, &numbers)
            }
        }
        self.placements = placements
        self.spells = spells
    }

    func spells(of child: Member) -> [CareSpell] { spells[child.number] ?? [] }

    /// Whether the child is in care on the night of the day.
    func holds(_ child: Member, on day: Day) -> Bool {
        spells(of: child).contains { $0.nights.contains(day) }
    }

    /// Whether the child was last seen going into custody, up to eight months ago.
    func isInCustody(_ child: Member, on day: Day) -> Bool {
        spells(of: child).contains { spell in
            guard spell.ending == .e9, let end = spell.until else { return false }
            return end <= day && day < end + 240
        }
    }
}
