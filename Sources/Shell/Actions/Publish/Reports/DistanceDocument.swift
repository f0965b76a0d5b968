import Assess
package import Documents
import Records
package import Report
import Statistics
package import Values

/// Distance travelled by a cohort as a document: the headline, the rise after engagement, every area, every group.
package struct DistanceDocument: Sendable {
    package let cohort: DistanceCohort
    package let period: Period
    package let knownAt: Int
    package let part: String?
    package let names: GroupNames
    /// The page of the service that shows the same.
    package let link: Address

    package init(
        _ cohort: DistanceCohort,
        _ period: Period,
        knownAt: Int,
        of filter: ReportFilter,
        names: GroupNames
    ) {
        self.cohort = cohort
        self.period = period
        self.knownAt = knownAt
        part = names.words(filter)
        self.names = names
        link = Address("distance-travelled").with("from", period.from.iso).with("to", period.to.iso)
            .with("known-at", "\(knownAt)").keeping(filter)
    }

    /// What families are told apart by, as Appendix E asks, and by key worker.
    package static let dimensions: [Dimension] = [.tier, .age, .area, .worker]

    /// What it comes to, in sentences, the headline first and the rise after engagement always beside it.
    package var findings: [String] {
        let families = cohort.families
        guard !families.isEmpty else { return ["No family has a start and a level in the period."] }
        let better = families.count { $0.better > $0.worse }
        let worse = families.count { $0.better < $0.worse }
        let reviewed = families.filter(\.hasFirstReview)
        let rose = reviewed.count { $0.rose > 0 }
        let fell = reviewed.count { $0.rose > 0 && $0.roseThenFell > 0 }
        let median = cohort.improvedShares.median.map(NumberText.percent) ?? "not available"
        let share = Share(better, of: families.count)
        let interval =
            Wilson.interval(better, of: families.count)
            .map { ", 95% interval \(NumberText.percent($0.low)) to \(NumberText.percent($0.high))" } ?? ""
        return [
            "\(NumberText.plural(better, "family is", "families are")) better in more areas than worse, of \(NumberText.count(families.count)) (\(NumberText.percent(share) ?? "")\(interval)); \(NumberText.plural(worse, "is", "are")) worse in more.",
            "Half of the families improved in \(median) or more of the areas in which they had room to.",
            "Needs rose at the first review in some area for \(NumberText.count(rose)) of \(NumberText.plural(reviewed.count, "family", "families")) who had one; for \(NumberText.count(fell)) of them some of it has fallen since. Needs may go up at first: families tell more once there is trust.",
            "Families with high needs at the start tend to lower ones later whatever is done: part of a fall is that.",
        ]
    }

    package static let levelColumns = ["Area", "Families", "Start", "First review", "Now"]

    /// An area's levels: the medians, and what half of them lie between.
    package func levels(_ area: DistanceArea) -> [String] {
        [area.area.title, NumberText.count(area.paired), levels(area.start), levels(area.first), levels(area.latest)]
    }

    package static let changeColumns = [
        "Area", "Better", "Same", "Worse", "Better, of those with room", "Of these at the best two levels",
        "Rose at first", "Fallen since", "Sign test p (Holm)", "Wilcoxon p",
    ]

    /// What became of an area, with its tests.
    package func changes(_ area: DistanceArea) -> [String] {
        [
            area.area.title, NumberText.count(area.better), NumberText.count(area.same), NumberText.count(area.worse),
            "\(NumberText.count(area.withRoomBetter)) of \(NumberText.count(area.withRoom))",
            NumberText.count(area.withRoomLowNow),
            "\(NumberText.count(area.rose)) of \(NumberText.count(area.firstReviews))",
            NumberText.count(area.roseThenFell), NumberText.pValue(area.adjustedP),
            area.ranks.p.map(NumberText.pValue) ?? "none",
        ]
    }

    /// `3 (2 to 4)`: the median, and what half of the levels lie between.
    private func levels(_ levels: DistanceArea.Levels?) -> String {
        guard let levels else { return "none" }
        let number = { (value: Double) in NumberText.trimmed(value, places: 2) }
        return "\(number(levels.median)) (\(number(levels.low)) to \(number(levels.high)))"
    }

    package static let groupColumns = [
        "Group", "Families", "Better in more areas", "As many", "Worse in more", "Median share of areas improved",
        "Rose at first", "Sign test p", "Wilcoxon p",
    ]

    package func rows(_ dimension: Dimension) -> [[String]] {
        cohort.parts(dimension).map { row(names.name($0.code, dimension), $0.cohort) } + [row("All", cohort)]
    }

    private func row(_ name: String, _ part: DistanceCohort) -> [String] {
        let families = part.families
        let better = families.count { $0.better > $0.worse }
        let worse = families.count { $0.better < $0.worse }
        let reviewed = families.filter(\.hasFirstReview)
        let net = families.map { Double($0.better - $0.worse) }
        return [
            name, NumberText.count(families.count), NumberText.count(better),
            NumberText.count(families.count - better - worse), NumberText.count(worse),
            part.improvedShares.median.map(NumberText.percent) ?? "none",
            "\(NumberText.count(reviewed.count { $0.rose > 0 })) of \(NumberText.count(reviewed.count))",
            NumberText.pValue(SignTest(net).p), SignedRank(net).p.map(NumberText.pValue) ?? "none",
        ]
    }

    package static let notes = [
        "A family counts in the view that worker and family agreed, else the family's own, else the worker's.",
        "Levels run from 1, none, to 5, critical or complex, and are never added up. The first number is the median; half of the levels lie between those in brackets.",
        "The tests of groups are of areas better less areas worse, family by family; those of areas are adjusted for their number.",
    ]

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Distance travelled" + (part.map { " (\($0))" } ?? ""),
            lines: imprint.lines(time: .during(period), knownAt: knownAt),
            findings: findings + DistanceDocument.notes,
            tables: tables
        )
    }

    /// Area by area, group by group, and from which level to which; none without a family.
    package var tables: [ReportTable] {
        let areas = [
            ReportTable(
                id: "levels",
                title: "Area by area: levels",
                columns: DistanceDocument.levelColumns,
                rows: cohort.areas.map { levels($0) }
            ),
            ReportTable(
                id: "changes",
                title: "Area by area: changes",
                columns: DistanceDocument.changeColumns,
                rows: cohort.areas.map(changes)
            ),
        ]
        let groups = DistanceDocument.dimensions.map { dimension in
            ReportTable(
                id: dimension.rawValue,
                title: "By \(dimension.title.lowercased())",
                columns: DistanceDocument.groupColumns,
                rows: rows(dimension)
            )
        }
        let matrix = ReportTable(
            id: "matrix",
            title: "From which level to which: areas of all families",
            columns: ["At the start"] + (1...cohort.transitions.counts.count).map { "Now \($0)" },
            rows: cohort.transitions.counts.enumerated().map { index, row in
                ["Level \(index + 1)"] + row.map(NumberText.count)
            }
        )
        return cohort.families.isEmpty ? [] : areas + groups + [matrix]
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "area", "families", "start_median", "first_median", "latest_median", "better", "same", "worse",
                "with_room",
                "with_room_better", "with_room_low_now", "first_reviews", "rose", "rose_then_fell", "mean_change",
                "sign_p",
                "sign_p_holm", "wilcoxon_z", "wilcoxon_p", "rank_biserial", "known_at",
            ],
            imprint: imprint
        )
        for area in cohort.areas {
            csv.append([
                .words(area.area.name), .whole(area.paired), .number(area.start?.median), .number(area.first?.median),
                .number(area.latest?.median), .whole(area.better), .whole(area.same), .whole(area.worse),
                .whole(area.withRoom), .whole(area.withRoomBetter), .whole(area.withRoomLowNow),
                .whole(area.firstReviews), .whole(area.rose), .whole(area.roseThenFell), .number(area.meanChange),
                .number(area.sign.p), .number(area.adjustedP), .number(area.ranks.z), .number(area.ranks.p),
                .number(area.ranks.rankBiserial), .whole(knownAt),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("from", period.from.iso)
            json.field("to", period.to.iso)
            json.field("known_at", knownAt)
            json.field("part", part)
            json.field("families", cohort.families.count)
            json.field("median_share_of_areas_improved", cohort.improvedShares.median)
            json.field("findings", findings)
            json.key("groups")
            json.array { json in
                for dimension in DistanceDocument.dimensions {
                    for part in cohort.parts(dimension) {
                        let families = part.cohort.families
                        json.object { json in
                            json.field("by", dimension.rawValue)
                            json.field("group", part.code)
                            json.field("families", families.count)
                            json.field("better", families.count { $0.better > $0.worse })
                            json.field("worse", families.count { $0.better < $0.worse })
                            json.field("median_share_of_areas_improved", part.cohort.improvedShares.median)
                        }
                    }
                }
            }
            json.key("transitions")
            json.array { json in
                for row in cohort.transitions.counts {
                    json.array { json in for count in row { json.value(count) } }
                }
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension Keeper {
    /// How far the families came whose distance was last measured in a period.
    package func distance(
        measuredIn period: Period,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) throws -> DistanceDocument {
        let ground = try ground(filter, knownAt: change)
        let names = try groupNames()
        return DistanceDocument(
            DistanceCohort(ground.snapshot, instruments: ground.instruments, measuredIn: period),
            period,
            knownAt: ground.snapshot.change,
            of: filter,
            names: names
        )
    }
}
