import Foundation
import Testing
import Workshop

@Suite struct `Demand on the command line` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/demand")
    private static let files = ["header.csv", "episodes.csv"].map { folder.appending(path: $0).path }
    private static let period = ["--from", "2016-04-01", "--to", "2022-03-31"]

    @Test func `comes out by the sector's arithmetic`() throws {
        let arguments = ["demand"] + Self.files + Self.period
        let ran = try homeward.run(arguments + ["--days", "731", "--method", "daily_ratios", "--format", "csv"])
        #expect(ran.status == 0)
        #expect(ran.out.contains("2024-03-31,10 to 15,Fostering,92.74632804"))
    }

    @Test func `says what it stands on`() throws {
        let ran = try homeward.run(
            ["demand"] + Self.files + Self.period + ["--days", "91", "--price", "residential=5200"]
        )
        #expect(ran.status == 0)
        #expect(ran.out.contains("Events over exposure"))
        #expect(ran.out.contains("2022/23 Q1"))
    }

    @Test func `refuses what it cannot count`() throws {
        let wrong = try homeward.folder.write("episodes.csv", "CHILD,DECOM,RNE,PLACE,DEC\nA,31/02/2020,S,U4,\n")
        let refused = try homeward("demand", wrong)
        #expect(refused.status == 1)
        #expect(refused.err.contains("episodes.csv, line 2: DECOM must be a real date"))
        let nothing = try homeward.folder.write("other.csv", "A,B\n1,2\n")
        #expect(try homeward("demand", nothing).err.contains("there must be a file of episodes"))
        #expect(try homeward.run(["demand"] + Self.files + ["--price", "hotel=1"]).status == 2)
    }
}
