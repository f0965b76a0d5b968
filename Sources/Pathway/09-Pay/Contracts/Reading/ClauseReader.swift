import Definitions
import Values

/// Reads what each kind of clause says.
struct ClauseReader {
    let outcomes: [String]
    let term: Term

    func rule(_ kind: ClauseKind, _ map: inout MapReader) -> ClauseRule? {
        switch kind {
        case .fee: fee(&map)
        case .attachment: prices(&map).map { .attachment($0) }
        case .outcome: outcome(&map)
        case .unit: unit(&map)
        case .deadweight: deadweight(&map)
        case .attribution: map.part("percent").map { .attribution($0) }
        case .threshold: threshold(&map)
        case .band: band(&map)
        case .floor: limit(&map).map { .floor($0, $1) }
        case .cap: limit(&map).map { .cap($0, $1) }
        case .retention: retention(&map)
        case .clawBack: map.part("percent").map { .clawBack($0) }
        case .vat: map.part("percent").map { .vat($0) }
        case .grant: grant(&map)
        }
    }

    private func fee(_ map: inout MapReader) -> ClauseRule? {
        let amount = map.money("amount")
        let every: FeePeriod? = map.code("every")
        let from = map.day("from", within: term.whole)
        let to = map.day("to", within: term.whole)
        guard let amount, let every, let from, let to else { return nil }
        guard let during = Period(from: from, to: to) else {
            map.refuse("to", "must be the same as or after from")
            return nil
        }
        return .fee(amount, every: every, during: during)
    }

    private func outcome(_ map: inout MapReader) -> ClauseRule? {
        let position = outcomePosition(&map)
        let prices = prices(&map)
        guard let position, let prices else { return nil }
        return .outcome(position, prices, insteadOf: [])
    }

    private func outcomePosition(_ map: inout MapReader) -> Int? {
        guard let name = map.text("outcome") else { return nil }
        guard let position = outcomes.firstIndex(of: name) else {
            map.refuse("outcome", "must be one of this contract's outcomes")
            return nil
        }
        return position
    }

    /// One `price`, or `prices` by the days on which members start.
    private func prices(_ map: inout MapReader) -> PriceTable? {
        if map.keys.contains("price") {
            return map.money("price").map { PriceTable(prices: [.init(starts: term.starts, amount: $0)]) }
        }
        let listed = map.maps("prices") { row -> PriceTable.Price? in
            let from = row.day("from", within: term.starts)
            let to = row.day("to", within: term.starts)
            let amount = row.money("price")
            guard let from, let to, let amount else { return nil }
            guard let starts = Period(from: from, to: to) else {
                row.refuse("to", "must be the same as or after from")
                return nil
            }
            return PriceTable.Price(starts: starts, amount: amount)
        }
        guard let sorted = listed?.sorted(by: { $0.starts.from < $1.starts.from }) else { return nil }
        for (one, next) in zip(sorted, sorted.dropFirst()) where next.starts.from <= one.starts.to {
            map.refuse("prices", "must not overlap: there is more than one from \(next.starts.from.long)")
            return nil
        }
        return PriceTable(prices: sorted)
    }

    private enum UnitWord: String, CaseIterable {
        case careDayAvoided = "care_day_avoided"
        case eventAvoided = "event_avoided"
    }

    private func unit(_ map: inout MapReader) -> ClauseRule? {
        let word: UnitWord? = map.code("unit")
        let price = map.money("price")
        guard let word else {
            map.takeRest(["baseline_percent", "baseline_percents", "window_months"])
            return nil
        }
        switch word {
        case .eventAvoided: return price.map { .unit(UnitPrice(unit: .eventAvoided, price: $0)) }
        case .careDayAvoided:
            let baseline = baseline(&map)
            guard let price, let baseline else { return nil }
            return .unit(UnitPrice(unit: .careDayAvoided(baseline), price: price))
        }
    }

    /// `baseline_percent`, the same in every month, or `baseline_percents`, one for each month since the start.
    private func baseline(_ map: inout MapReader) -> UnitPrice.Baseline? {
        let months = map.count("window_months", in: 1...120)
        if map.keys.contains("baseline_percents") {
            let curve = map.optionalTexts("baseline_percents", as: ClauseReader.rate)
            guard let months, let curve else { return nil }
            if curve.count != months { map.refuse("baseline_percents", "must have \(months) values, one a month") }
            return UnitPrice.Baseline(perMillion: curve, windowMonths: months)
        }
        guard let share = map.part("baseline_percent"), let months else { return nil }
        let perMillion = share.numerator * (1_000_000 / share.denominator)
        return UnitPrice.Baseline(perMillion: [perMillion], windowMonths: months)
    }

    private static func rate(_ text: String) -> Result<Int64, TextRefusal> {
        guard let percent = Decimal(text), percent.places <= 2, Decimal.zero <= percent, percent <= Decimal(100),
            let hundredths = percent.rounded(places: 2), let exact = Int64(exactly: hundredths)
        else { return .failure(TextRefusal("must be percentages from 0 to 100 with at most two decimals")) }
        return .success(exact * 100)
    }
}

extension ClauseReader {
    private func deadweight(_ map: inout MapReader) -> ClauseRule? {
        if map.keys.contains("percent") { return map.part("percent").map { .deadweight(.part($0)) } }
        let paid = map.count("paid", in: 1...999)
        let of = map.count("of", in: 2...1000)
        guard let paid, let of else { return nil }
        guard paid < of else {
            map.refuse("paid", "must be below of")
            return nil
        }
        return .deadweight(.count(paid: paid, of: of))
    }

    private enum MeasureWord: String, CaseIterable {
        case successRate = "success_rate"
        case careDayReduction = "care_day_reduction"
        case eventReduction = "event_reduction"
    }

    private func measure(_ map: inout MapReader) -> CohortMeasure? {
        guard let word: MeasureWord = map.code("measure") else {
            map.takeRest(["outcome"])
            return nil
        }
        switch word {
        case .successRate: return outcomePosition(&map).map { .successRate(outcome: $0) }
        case .careDayReduction: return .careDayReduction
        case .eventReduction: return .eventReduction
        }
    }

    private func threshold(_ map: inout MapReader) -> ClauseRule? {
        let measure = measure(&map)
        let least = map.part("at_least_percent")
        let any = map.optionalPart("any_cohort_percent")
        let from = map.optionalDay("from", within: term.whole)
        guard let measure, let least else { return nil }
        if any != nil, measure != .eventReduction {
            map.refuse("any_cohort_percent", "goes with event_reduction only")
        }
        return .threshold(measure, Threshold(atLeast: least, from: from, anyCohort: any))
    }

    private func band(_ map: inout MapReader) -> ClauseRule? {
        let measure = measure(&map)
        let bands = map.maps("bands") { row -> PayBand? in
            let from = row.part("from_percent")
            let to = row.optionalPart("to_percent")
            let pays = row.part("pays_percent")
            guard let from, let pays else { return nil }
            if let to, !to.isAbove(from) { row.refuse("to_percent", "must be above from_percent") }
            return PayBand(from: from, to: to, pays: pays)
        }
        guard let measure, let bands = bands?.sorted(by: { $1.from.isAbove($0.from) }) else { return nil }
        for (one, next) in zip(bands, bands.dropFirst()) {
            guard let to = one.to, next.from.isAtLeast(to) else {
                map.refuse("bands", "must not overlap")
                return nil
            }
            if next.from.isAbove(to) { map.refuse("bands", "must not leave a gap") }
        }
        return .band(measure, bands)
    }

    private func limit(_ map: inout MapReader) -> (Scope, Money)? {
        let scope: Scope? = map.code("per")
        let amount = map.money("amount")
        guard let scope, let amount else { return nil }
        return (scope, amount)
    }

    private func retention(_ map: inout MapReader) -> ClauseRule? {
        let part = map.part("percent")
        let until = map.day("until", within: term.whole)
        guard let part, let until else { return nil }
        return .retention(part, until: until)
    }

    private func grant(_ map: inout MapReader) -> ClauseRule? {
        let part = map.part("percent")
        let most = map.optionalMoney("up_to")
        return part.map { .grant($0, upTo: most) }
    }
}

extension Share {
    /// Whether this is more than the other, exactly.
    func isAbove(_ other: Share) -> Bool { isAtLeast(other) && !other.isAtLeast(self) }
}
