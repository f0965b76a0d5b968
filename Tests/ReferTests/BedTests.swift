import Invented
import Refer
import Testing
import Values

private let start = day("2026-01-05")

private func bed(_ id: String, from: Day = start, until: Day? = nil) -> BedPlace {
    BedPlace(id: id, name: "Room \(id)", nights: Nights(from: from, until: until))
}

private func stay(_ id: String, _ bed: String, from: Int, planned: Int, left: Int? = nil) -> BedNights {
    BedNights(id: id, bed: bed, from: start + from, planned: start + planned, left: left.map { start + $0 })
}

@Suite struct `A stay in a bed` {
    private let twelveWeeks = stay("S", "1", from: 0, planned: 84)

    @Test(arguments: [(-1, BedNights.State.booked), (0, .staying), (83, .staying), (84, .overstaying)])
    func `where it stands while the child has not left`(offset: Int, expected: BedNights.State) {
        #expect(twelveWeeks.state(asAt: start + offset) == expected)
    }

    @Test(arguments: [(83, BedNights.State.leftEarly), (84, .left), (90, .left)])
    func `where it stands when they have`(left: Int, expected: BedNights.State) {
        let ended = stay("S", "1", from: 0, planned: 84, left: left)
        #expect(ended.state(asAt: start + 100) == expected)
        #expect(ended.nightsSlept(by: start + 100) == left)
        #expect(ended.nightsOver(by: start + 100) == max(0, left - 84))
    }

    @Test func `nights are counted from arrival to departure, without the last day`() {
        #expect(twelveWeeks.nightsSlept(by: start) == 0)
        #expect(twelveWeeks.nightsSlept(by: start + 1) == 1)
        #expect(twelveWeeks.nightsSlept(by: start + 100) == 100)
        #expect(twelveWeeks.nightsOver(by: start + 100) == 16)
    }

    @Test func `it is reviewed after four and eight weeks`() {
        let phase = ResidentialPhase(nights: 84, reviewNights: [28, 56])
        #expect(twelveWeeks.reviews(phase) == [start + 28, start + 56])
    }
}

@Suite struct `The beds of a home` {
    private func home(
        _ stays: [BedNights],
        voids: [BedVoid] = [],
        turnaround: Int = 2,
        today: Int = 0
    ) -> BedCalendar {
        BedCalendar(
            beds: ["1", "2", "3"].map { bed($0) },
            stays: stays,
            voids: voids,
            turnaroundNights: turnaround,
            today: start + today
        )
    }

    @Test func `a stay may follow another after the turnaround, and not before`() {
        let calendar = home([stay("S", "1", from: 0, planned: 84)])
        #expect(calendar.clash(bed: "1", from: start + 83, until: start + 167) == .stay("S"))
        #expect(calendar.clash(bed: "1", from: start + 84, until: start + 168) == .turnaround("S"))
        #expect(calendar.clash(bed: "1", from: start + 85, until: start + 169) == .turnaround("S"))
        #expect(calendar.clash(bed: "1", from: start + 86, until: start + 170) == nil)
        #expect(calendar.clash(bed: "2", from: start, until: start + 84) == nil)
        #expect(calendar.clash(bed: "9", from: start, until: start + 84) == .noBed)
        #expect(calendar.clash(bed: "2", from: start, until: start) == .noNights)
        #expect(calendar.clash(bed: "2", from: start - 1, until: start + 1) == .noBed)
    }

    @Test func `who stays too long holds the bed tonight`() {
        let calendar = home([stay("S", "1", from: 0, planned: 84)], today: 100)
        #expect(calendar.clash(bed: "1", from: start + 100, until: start + 120) == .stay("S"))
        #expect(calendar.clash(bed: "1", from: start + 103, until: start + 120) == nil)
    }

    @Test func `leaving early frees the nights`() {
        let calendar = home([stay("S", "1", from: 0, planned: 84, left: 40)], today: 50)
        #expect(calendar.clash(bed: "1", from: start + 50, until: start + 60) == nil)
    }

    @Test func `a void bed is not given`() {
        let void = BedVoid(id: "V", bed: "1", nights: Nights(from: start + 10, until: start + 20))
        let calendar = home([], voids: [void])
        #expect(calendar.clash(bed: "1", from: start + 5, until: start + 11) == .void("V"))
        #expect(calendar.clash(bed: "1", from: start + 20, until: start + 30) == nil)
        let open = home([], voids: [BedVoid(id: "V", bed: "1", nights: Nights(from: start, until: nil))])
        #expect(open.clash(bed: "1", from: start + 900, until: start + 901) == .void("V"))
    }

    @Test func `three beds full from one day come free on the day the first leaves`() throws {
        let calendar = home(
            [
                stay("A", "1", from: 0, planned: 84), stay("B", "2", from: 7, planned: 91),
                stay("C", "3", from: 3, planned: 87),
            ],
            today: 10
        )
        let next = try #require(calendar.nextFree(nights: 84, from: start + 10))
        #expect(next.bed.id == "1" && next.day == start + 86)
    }

    @Test func `a full home over a year is twelve children`() {
        // Three beds, four cycles of 84 nights: seed 001, 3.4.
        let stays = (0..<12).map { number in
            stay("S\(number)", "\(number % 3 + 1)", from: number / 3 * 84, planned: number / 3 * 84 + 84)
        }
        let found = home(stays, turnaround: 0).occupancy(from: start, until: start + 336)
        #expect(found == Occupancy(occupied: 3 * 336))
        #expect(found.ofAll == Share(1008, of: 1008))
    }

    @Test func `occupancy is of all nights, and of those that could be used`() {
        let void = BedVoid(id: "V", bed: "2", nights: Nights(from: start, until: start + 10))
        let found = home([stay("A", "1", from: 0, planned: 6, left: 6)], voids: [void], today: 20)
            .occupancy(from: start, until: start + 10)
        #expect(found == Occupancy(occupied: 6, free: 12, turnaround: 2, void: 10))
        #expect(found.ofAll == Share(6, of: 30) && found.ofUsable == Share(6, of: 18))
        #expect(found.costPerNight(of: Money(pence: 100_000)) == Money(pence: 16_667))
        #expect(Occupancy().costPerNight(of: Money(pence: 100)) == nil)
    }

    /// A home whose stays were each let in by `clash`.
    private func random(_ seed: UInt64) -> BedCalendar {
        var random = Seeded(seed)
        var stays: [BedNights] = []
        let voids = (0..<Int.random(in: 0...2, using: &random)).map { number in
            let from = Int.random(in: 0..<200, using: &random)
            let length = Int.random(in: 1..<40, using: &random)
            let nights = Nights(from: start + from, until: start + from + length)
            return BedVoid(id: "V\(number)", bed: "\(number + 1)", nights: nights)
        }
        let turnaround = Int.random(in: 0...3, using: &random)
        let today = Int.random(in: 0..<250, using: &random)
        for number in 0..<25 {
            let from = Int.random(in: 0..<220, using: &random)
            let length = Int.random(in: 1..<60, using: &random)
            let bed = "\(Int.random(in: 1...3, using: &random))"
            let calendar = home(stays, voids: voids, turnaround: turnaround, today: today)
            let left = Bool.random(using: &random) && from + length <= today ? from + length : nil
            let item = stay("S\(number)", bed, from: from, planned: from + length, left: left)
            if calendar.clash(bed: bed, from: item.from, until: item.end(asAt: start + today)) == nil {
                stays.append(item)
            }
        }
        return home(stays, voids: voids, turnaround: turnaround, today: today)
    }

    @Test(arguments: 0..<60) func `every night is in one state, and the states add up`(seed: UInt64) {
        let calendar = random(seed)
        let until = start + 300
        let found = calendar.occupancy(from: start, until: until)
        #expect(found.all == 3 * 300)
        let held = calendar.stays.reduce(0) { sum, stay in
            sum + Nights(from: stay.from, until: stay.end(asAt: calendar.today)).count(from: start, until: until)
        }
        #expect(found.occupied == held, "no night is held twice")
        #expect(found.ofUsable.numerator <= found.ofUsable.denominator)
        let void = calendar.voids.reduce(0) { $0 + $1.nights.count(from: start, until: until) }
        #expect(found.void == void)
    }

    @Test(arguments: 0..<60) func `the next free place is the first that fits`(seed: UInt64) throws {
        let calendar = random(seed)
        let nights = Int(seed % 50) + 1
        let found = try #require(calendar.nextFree(nights: nights, from: start + 5))
        #expect(calendar.clash(bed: found.bed.id, from: found.day, until: found.day + nights) == nil)
        var day = start + 5
        while day < found.day {
            for bed in calendar.beds {
                #expect(calendar.clash(bed: bed.id, from: day, until: day + nights) != nil)
            }
            day = day + 1
        }
    }
}
