package import Records
package import Values

/// How far one family has come, area by area, as the worker, the family and both together see it.
///
/// Levels are ordinal and are never added up: each area is compared with itself (`methods.md`, section 3).
package struct DistanceTravelled: Sendable {
    package let instrument: Instrument
    /// The occasions with any level, in the order of the work.
    package let occasions: [Occasion]
    /// The views with any level, in the order of the definition.
    package let views: [Informant]
    private let levels: [Key: Decimal]

    private struct Key: Hashable {
        let area: String
        let occasion: Occasion
        let view: Informant
    }

    /// Puts together the sheets of a case; of two for one occasion and view the one completed later counts.
    package init(_ instrument: Instrument, _ sheets: [CompletedSheet]) {
        self.instrument = instrument
        var levels: [Key: Decimal] = [:]
        var occasions: Set<Occasion> = []
        var views: Set<Informant> = []
        let mine = sheets.filter { $0.assessment.instrument == instrument.id }
        var latest: [String: CompletedSheet] = [:]
        for sheet in mine {
            let place = "\(sheet.assessment.occasion) \(sheet.assessment.informant.rawValue)"
            let other = latest[place]?.assessment
            if let other, (other.completedOn, other.id) > (sheet.assessment.completedOn, sheet.assessment.id) {
                continue
            }
            latest[place] = sheet
        }
        for sheet in latest.values {
            guard let occasion = Occasion(sheet.assessment.occasion) else { continue }
            for item in instrument.items {
                guard let level = sheet.scores[item.name], item.accepts(level) else { continue }
                levels[Key(area: item.name, occasion: occasion, view: sheet.assessment.informant)] = level
                occasions.insert(occasion)
                views.insert(sheet.assessment.informant)
            }
        }
        self.levels = levels
        self.occasions = occasions.sorted()
        self.views = instrument.informants.filter(views.contains)
    }

    /// The level of an area; nil where it was not given.
    package func level(of area: Item, at occasion: Occasion, by view: Informant) -> Decimal? {
        levels[Key(area: area.name, occasion: occasion, view: view)]
    }

    /// The view shown first: what worker and family agreed, else the family's own, else the worker's; of those with
    /// more than one occasion before those without.
    package var mainView: Informant? {
        let order: [Informant] = [.joint, .family, .worker] + instrument.informants
        let seen = order.filter(views.contains)
        return seen.first { view in occasions.count { has(view, at: $0) } > 1 } ?? seen.first
    }

    private func has(_ view: Informant, at occasion: Occasion) -> Bool {
        instrument.items.contains { level(of: $0, at: occasion, by: view) != nil }
    }

    /// The areas under their headings, in the order of the definition.
    package var groups: [(title: String?, areas: [Item])] {
        var groups: [(title: String?, areas: [Item])] = []
        for item in instrument.items {
            if let last = groups.indices.last, groups[last].title == item.group {
                groups[last].areas.append(item)
            } else {
                groups.append((item.group, [item]))
            }
        }
        return groups
    }
}

/// What has become of one area between the baseline and the latest occasion with a level.
package struct AreaChange: Hashable, Sendable {
    package let area: Item
    package let start: Decimal
    package let latest: Decimal
    package let latestOccasion: Occasion
    package let movement: Movement
    /// At the middle of the range or beyond it at the start: it could become better.
    package let hadRoom: Bool
    /// Among the best two levels now.
    package let isLowNow: Bool
    /// Worse at the first review than at the start: needs are often told only once there is trust.
    package let roseAtFirst: Bool
}

/// Counts over the areas of one family in one view, never a sum of levels.
package struct DistanceSummary: Hashable, Sendable {
    /// Areas with a baseline and a later level.
    package var paired = 0
    package var better = 0
    package var same = 0
    package var worse = 0
    /// Areas with room to improve at the start.
    package var withRoom = 0
    /// Of those, the ones that are better now.
    package var withRoomBetter = 0
    /// Of those, the ones among the best two levels now.
    package var withRoomLowNow = 0
    /// Worse at the first review than at the start.
    package var roseAtFirst = 0
    /// Of those, the ones that are better than at the first review by now.
    package var roseThenFell = 0
}

/// Views of one area on one occasion that differ.
package struct Disagreement: Hashable, Sendable {
    package let area: Item
    package let occasion: Occasion
    package let lowest: Decimal
    package let highest: Decimal

    /// Levels between the lowest and the highest view.
    package var spread: Int { Int((highest.scaled - lowest.scaled) / powerOfTen(18)) }
}

extension DistanceTravelled {
    /// The areas with a baseline and a later level, as one view has them.
    package func changes(by view: Informant) -> [AreaChange] {
        let later = occasions.filter { $0 != .baseline }
        return instrument.items.compactMap { area in
            guard let start = level(of: area, at: .baseline, by: view),
                let occasion = later.last(where: { level(of: area, at: $0, by: view) != nil }),
                let latest = level(of: area, at: occasion, by: view)
            else { return nil }
            let first = level(of: area, at: .review(1), by: view)
            let direction = instrument.direction
            return AreaChange(
                area: area,
                start: start,
                latest: latest,
                latestOccasion: occasion,
                movement: Movement(from: start, to: latest, direction),
                hadRoom: area.hasRoom(at: start, direction),
                isLowNow: area.isAmongBestTwo(latest, direction),
                roseAtFirst: first.map { Movement(from: start, to: $0, direction) == .worse } ?? false
            )
        }
    }

    /// The counts of one view.
    package func summary(by view: Informant) -> DistanceSummary {
        changes(by: view).reduce(into: DistanceSummary()) { summary, change in
            summary.paired += 1
            switch change.movement {
            case .better: summary.better += 1
            case .same: summary.same += 1
            case .worse: summary.worse += 1
            }
            if change.hadRoom {
                summary.withRoom += 1
                if change.movement == .better { summary.withRoomBetter += 1 }
                if change.isLowNow { summary.withRoomLowNow += 1 }
            }
            if change.roseAtFirst {
                summary.roseAtFirst += 1
                let first = level(of: change.area, at: .review(1), by: view) ?? change.latest
                if Movement(from: first, to: change.latest, instrument.direction) == .better {
                    summary.roseThenFell += 1
                }
            }
        }
    }

    /// The areas on which the views differ on an occasion, the furthest apart first.
    package func disagreements(at occasion: Occasion) -> [Disagreement] {
        let found = instrument.items.enumerated().compactMap { place, area -> (Int, Disagreement)? in
            let levels = views.compactMap { level(of: area, at: occasion, by: $0) }
            guard let low = levels.min(), let high = levels.max(), low < high else { return nil }
            return (place, Disagreement(area: area, occasion: occasion, lowest: low, highest: high))
        }
        return found.sorted { ($1.1.spread, $0.0) < ($0.1.spread, $1.0) }.map(\.1)
    }
}

extension Item {
    /// At the middle of the range or on its worse side: 3 to 5 of 1 to 5 where less is better.
    fileprivate func hasRoom(at level: Decimal, _ direction: Direction) -> Bool {
        let (twice, sum) = (level.scaled * 2, low.scaled + high.scaled)
        return direction == .lowerIsBetter ? twice >= sum : twice <= sum
    }

    fileprivate func isAmongBestTwo(_ level: Decimal, _ direction: Direction) -> Bool {
        let one = Decimal(1).scaled
        return direction == .lowerIsBetter ? level.scaled <= low.scaled + one : level.scaled >= high.scaled - one
    }
}
