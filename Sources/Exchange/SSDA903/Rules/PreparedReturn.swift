import Records
import Values

/// A return made ready for the rules: rows read once, children numbered, episodes in order.
struct PreparedReturn {
    let year: CollectionYear
    let episodes: [Episode]
    private(set) var children: [ChildOfReturn] = []
    /// Positions of the episodes that can be put in order, by child, start, end (open last) and position.
    let order: [Int]

    init(_ data: ReturnData, year: CollectionYear, previous: ReturnData?) {
        var texts = TextNumbers()
        var childNumbers = TextNumbers()
        let rows = data[.episodes]
        var episodes: [Episode] = []
        episodes.reserveCapacity(rows.count)
        for row in rows {
            episodes.append(
                Episode(row, at: Int32(episodes.count), child: childNumbers.number(of: row.value(0)), texts: &texts)
            )
        }
        self.year = year
        self.episodes = episodes
        order = episodes.indices.filter { episodes[$0].child != nil && episodes[$0].start != nil }
            .sorted { episodes[$0].comes(before: episodes[$1]) }
        children = Array(repeating: ChildOfReturn(), count: childNumbers.count)
        addBirths(data[.header], childNumbers)
        addRespite()
        addOpenEpisodes(of: previous, childNumbers)
    }

    private mutating func addBirths(_ header: [ReturnRow], _ numbers: TextNumbers) {
        for row in header {
            guard let child = numbers.existing(row.value(0)), children[child].birth == nil else { continue }
            children[child].birth = Day(dayMonthYear: row.value(2))
        }
    }

    private mutating func addRespite() {
        for episode in episodes {
            guard let child = episode.child else { continue }
            children[Int(child)].respiteDays += episode.respiteDays(in: year)
        }
    }

    private mutating func addOpenEpisodes(of previous: ReturnData?, _ numbers: TextNumbers) {
        for row in previous?[.episodes] ?? [] where row.value(7).isEmpty {
            guard let child = numbers.existing(row.value(0)), let start = Day(dayMonthYear: row.value(1))
            else { continue }
            children[child].openLastYear.append(start)
        }
    }

    /// Calls the body with every episode among its neighbours; those that cannot be ordered come last and alone.
    func forEachStep(_ body: (EpisodeStep) -> Void) {
        for place in order.indices {
            let episode = episodes[order[place]]
            body(
                step(
                    episode,
                    previous: neighbour(of: episode, at: place - 1),
                    secondPrevious: neighbour(of: episode, at: place - 2),
                    next: neighbour(of: episode, at: place + 1)
                )
            )
        }
        for episode in episodes where episode.child == nil || episode.start == nil {
            body(step(episode))
        }
    }

    private func step(
        _ episode: Episode,
        previous: Episode? = nil,
        secondPrevious: Episode? = nil,
        next: Episode? = nil
    ) -> EpisodeStep {
        EpisodeStep(
            episode: episode,
            previous: previous,
            secondPrevious: secondPrevious,
            next: next,
            child: episode.child.map { children[Int($0)] } ?? ChildOfReturn(),
            year: year
        )
    }

    private func neighbour(of episode: Episode, at place: Int) -> Episode? {
        guard order.indices.contains(place) else { return nil }
        let other = episodes[order[place]]
        return other.child == episode.child ? other : nil
    }
}

extension Episode {
    fileprivate init(_ row: ReturnRow, at position: Int32, child: Int32, texts: inout TextNumbers) {
        self.position = position
        self.child = child == 0 ? nil : child
        decom = Dated(row.value(1))
        reasonNew = Coded(row.value(2))
        legalStatus = Coded(row.value(3))
        legalStatusText = texts.number(of: row.value(3))
        need = Coded(row.value(4))
        needText = texts.number(of: row.value(4))
        place = Coded(row.value(5))
        placeText = texts.number(of: row.value(5))
        provider = Coded(row.value(6))
        providerText = texts.number(of: row.value(6))
        dec = Dated(row.value(7))
        reasonCeased = Coded(row.value(8))
        placePostcode = texts.number(of: row.value(11))
        urn = texts.number(of: row.value(12))
    }

    fileprivate func comes(before other: Episode) -> Bool {
        if child != other.child { return (child ?? 0) < (other.child ?? 0) }
        if start != other.start { return (start ?? .latest) < (other.start ?? .latest) }
        if end != other.end { return (end ?? .latest) < (other.end ?? .latest) }
        return position < other.position
    }
}
