import Foundation
import Invented
import Records
import Report
import Testing
import Values

/// The package that gives the totals of the Essex key-information pack (seed 002), against figures worked out apart.
@Suite struct `The Essex pack` {
    private struct Expected: Decodable {
        let value: Double?
        let numerator: Double?
        let denominator: Double?
        let low: Double?
        let high: Double?
        let unknown: Int?
    }

    private func expected() throws -> [String: Expected] {
        let file = Grounds.fixtures.appending(path: "essex/expected.json")
        return try JSONDecoder().decode([String: Expected].self, from: Data(contentsOf: file))
    }

    private func isSame(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) <= 1e-12 * max(1, abs(other))
    }

    @Test func `gives every expected figure, and no other`() throws {
        let expected = try expected()
        let ground = try Grounds.of(Grounds.essex())
        let answer = try #require(ground.answer(.keyInformation(asAt: day("2019-01-31"), programme: nil)))
        #expect(Set(answer.figures.map(\.id)) == Set(expected.keys))
        for figure in answer.figures {
            guard let wanted = expected[figure.id] else { continue }
            #expect(isSame(figure.value, wanted.value), "\(figure.id)")
            #expect(isSame(figure.low, wanted.low), "\(figure.id) low")
            #expect(isSame(figure.high, wanted.high), "\(figure.id) high")
            if let numerator = wanted.numerator {
                #expect(figure.share.map { Double($0.numerator) } == numerator, "\(figure.id)")
            }
            if let denominator = wanted.denominator {
                #expect(figure.share.map { Double($0.denominator) } == denominator, "\(figure.id)")
            }
            if let unknown = wanted.unknown { #expect(figure.unknown == unknown, "\(figure.id)") }
        }
    }

    @Test func `the order of the records changes nothing`() throws {
        let records = try Grounds.essex()
        var random = Seeded(7)
        var shuffled = records
        shuffled.cases.shuffle(using: &random)
        shuffled.people.shuffle(using: &random)
        shuffled.placements.shuffle(using: &random)
        shuffled.scores.shuffle(using: &random)
        shuffled.assessments.shuffle(using: &random)
        shuffled.events.shuffle(using: &random)
        shuffled.families.shuffle(using: &random)
        shuffled.referrals.shuffle(using: &random)
        let questions: [ReportQuestion] = [
            .keyInformation(asAt: day("2017-06-30"), programme: nil),
            .performance(during: .last(months: 12, asAt: day("2018-03-31"))),
            .intelligence(asAt: day("2018-03-31"), criteria: "troubled-families-2012"),
        ]
        let (one, other) = (try Grounds.of(records), try Grounds.of(shuffled))
        for question in questions {
            let (first, second) = (try #require(one.answer(question)), try #require(other.answer(question)))
            #expect(first.figures.map(\.id) == second.figures.map(\.id))
            for (figure, twin) in zip(first.figures, second.figures) {
                #expect(isSame(figure.value, twin.value), "\(figure.id)")
                #expect(figure.share == twin.share, "\(figure.id)")
            }
        }
    }

    @Test func `every figure opens onto as many records as it counts`() throws {
        let ground = try Grounds.of(Grounds.essex())
        let questions: [ReportQuestion] = [
            .keyInformation(asAt: day("2019-01-31"), programme: nil),
            .performance(during: .last(months: 12, asAt: day("2018-03-31"))),
        ]
        for question in questions {
            for figure in try #require(ground.answer(question)).figures {
                let opened = try #require(ground.answer(question, opening: figure.id)?[id: figure.id])
                let members = try #require(opened.members)
                #expect(opened.value == figure.value)
                let counted = members.count { $0.standing == .counted }
                if figure.unit == .count { #expect(Double(counted) == figure.value, "\(figure.id)") }
                if figure.unit == .share, figure.low != nil {
                    #expect(
                        figure.share == Share(counted, of: members.count { $0.standing != .unknown }),
                        "\(figure.id)"
                    )
                    #expect(figure.unknown == members.count { $0.standing == .unknown }, "\(figure.id)")
                }
            }
        }
    }
}
