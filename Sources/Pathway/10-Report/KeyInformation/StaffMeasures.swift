import Records
import Values

extension KeyInformation {
    /// Whole-time equivalents by role; only the roles someone holds.
    func staffMeasures() -> [Measure] {
        let inPost = snapshot.workers.indices.filter { index in
            let worker = snapshot.workers[index]
            return worker.isInPost(on: day) && keeps(worker.programme)
        }
        let roles = WorkerRole.allCases.filter { role in inPost.contains { snapshot.workers[$0].role == role } }
        return roles.sorted { $0.rawValue < $1.rawValue }.map { role in
            Measure(
                "staff.wte.\(role.rawValue)",
                "Whole-time \(role.label.lowercased()) staff",
                .wte,
                "Sum of the whole-time equivalents of workers of this role in post on the day; without one a worker counts 0."
            ) { tally in
                var sum: Int128 = 0
                for index in inPost where snapshot.workers[index].role == role {
                    let wte = snapshot.workers[index].wte ?? .zero
                    sum += wte.scaled
                    tally.add(.counted, .worker(index), because: "\(wte.plain) whole-time equivalent")
                }
                return .number(Double(scaled: sum))
            }
        }
    }
}

extension Double {
    /// A sum of decimals held at 18 places, to the nearest floating-point number.
    init(scaled sum: Int128) {
        let unit = powerOfTen(18)
        let (whole, rest) = sum.quotientAndRemainder(dividingBy: unit)
        self = Double(whole) + Double(rest) / Double(unit)
    }
}
