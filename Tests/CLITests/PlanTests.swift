import Foundation
import Testing
import Workshop

@Suite struct `Plans on the command line` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
    }

    private static let children = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/rotherham_children_60.csv").path

    @Test func `come out the same with the children in a file`() throws {
        let plain = try homeward("plan", "rotherham-mst-fit", "--trials", "0", "--format", "json")
        let given = try homeward(
            "plan",
            "rotherham-mst-fit",
            "--children",
            Self.children,
            "--trials",
            "0",
            "--format",
            "json"
        )
        #expect(plain.status == 0 && given.status == 0)
        let amounts = { (ran: Homeward.Ran) -> [[Int]] in
            let lines = ran.json?["lines"] as? [[String: Any]] ?? []
            return lines.map { line in
                (line["cells"] as? [Any] ?? []).map { ($0 as? [String: Any])?["pence"] as? Int ?? -1 }
            }
        }
        #expect(amounts(plain).count > 15)
        #expect(amounts(plain) == amounts(given))
    }

    @Test func `are read from a file, and refused with its line`() throws {
        let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Definitions/plans/rotherham-mst-fit.yml")
        let text = try String(contentsOf: shipped, encoding: .utf8)
        let good = try homeward.folder.write("good.yml", text)
        #expect(try homeward("plan", good, "--trials", "10").out.contains("11,807,625"))
        let bad = try homeward.folder.write(
            "bad.yml",
            text.replacing("success_percent: 75", with: "success_percent: 750")
        )
        let refused = try homeward("plan", bad)
        #expect(refused.status == 1)
        #expect(refused.out == "")
        #expect(refused.err.contains("bad.yml, line"))
        #expect(refused.err.contains("success_percent must be from 0 to 100"))
    }

    @Test func `have the same trials from the same seed`() throws {
        let tried = { (seed: String) in
            try homeward("plan", "rotherham-mst-fit", "--trials", "200", "--seed", seed, "--format", "json").json?[
                "trials"
            ]
                as? [String: Any]
        }
        let one = try #require(try tried("1"))
        #expect(try tried("1")?["p10_pence"] as? Int == one["p10_pence"] as? Int)
        #expect(try tried("2")?["p10_pence"] as? Int != one["p10_pence"] as? Int)
    }

    @Test func `and cases of costs against benefits`() throws {
        let ran = try homeward("benefit", "mst-example", "--format", "json")
        #expect(ran.status == 0)
        #expect(ran.json?["public_benefit_pence"] as? Int == 324_604_800)
    }
}
