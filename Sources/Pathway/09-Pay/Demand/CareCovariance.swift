/// How the numbers of children in the states vary together by chance.
struct CareCovariance {
    private var matrix = [Double](repeating: 0, count: CareState.count * CareState.count)

    var variances: [Double] { (0..<CareState.count).map { matrix[$0 * CareState.count + $0] } }
    var totalVariance: Double { matrix.reduce(0, +) }

    /// A day on: what varied moves on with the children, each of whom moves by chance, and newcomers come by chance.
    mutating func step(_ flow: CareFlow, _ mean: [Double], _ entries: [Double]) {
        let size = CareState.count
        for _ in 0..<2 {
            // A row is moved on like a stock; then the columns, by turning the matrix over.
            var turned = matrix
            for row in 0..<size {
                let moved = flow.step(Array(matrix[row * size..<(row + 1) * size]))
                for column in 0..<size { turned[column * size + row] = moved[column] }
            }
            matrix = turned
        }
        // Each child of a state is in one place tomorrow: a multinomial.
        for from in 0..<size where mean[from] > 0 {
            var places = flow.moves.filter { $0.from == from }.map { (state: $0.to, share: $0.rate) }
            places.append((from, flow.stays[from]))
            for one in places {
                matrix[one.state * size + one.state] += mean[from] * one.share
                for other in places {
                    matrix[one.state * size + other.state] -= mean[from] * one.share * other.share
                }
            }
        }
        for state in 0..<size { matrix[state * size + state] += entries[state] }
    }
}

/// What each rate being a little different would do, weighted by how sure it is.
struct CareSensitivities {
    private struct Rate {
        let from: Int?
        let to: Int?
        let variance: Double
        let scale: Double
        /// Change of the stock for each unit of the rate.
        var effect = [Double](repeating: 0, count: CareState.count)
    }

    private var rates: [Rate] = []

    init(_ careRates: CareRates) {
        let flow = CareFlow(careRates)
        for (place, variance) in careRates.moveVariances.enumerated() where variance > 0 {
            let (from, to) = (place / CareRates.columns, place % CareRates.columns)
            rates.append(
                Rate(from: from, to: to < CareState.count ? to : nil, variance: variance, scale: flow.scales[from])
            )
        }
        for (state, variance) in careRates.entryVariances.enumerated() where variance > 0 {
            rates.append(Rate(from: nil, to: state, variance: variance, scale: 1))
        }
    }

    mutating func step(_ flow: CareFlow, _ mean: [Double]) {
        for index in rates.indices {
            var effect = flow.step(rates[index].effect)
            let moved = rates[index].from.map { mean[$0] * rates[index].scale } ?? 1
            if let from = rates[index].from { effect[from] -= moved }
            if let to = rates[index].to { effect[to] += moved }
            rates[index].effect = effect
        }
    }

    var variances: [Double] {
        var sums = [Double](repeating: 0, count: CareState.count)
        for rate in rates {
            for state in sums.indices { sums[state] += rate.variance * rate.effect[state] * rate.effect[state] }
        }
        return sums
    }

    var totalVariance: Double {
        rates.reduce(0) { sum, rate in
            let effect = rate.effect.reduce(0, +)
            return sum + rate.variance * effect * effect
        }
    }
}
