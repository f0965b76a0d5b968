import Testing
import Values

@testable import Documents

@Suite struct `A family tree` {
    private func member(_ id: String, isChild: Bool = false) -> FamilyTree.Member {
        FamilyTree.Member(id: id, name: "Name \(id)", note: "note", isChild: isChild)
    }

    @Test func `puts each generation below the one before`() {
        let tree = FamilyTree(
            [member("A"), member("B"), member("G"), member("C", isChild: true), member("D", isChild: true)],
            [
                .init(from: "A", .parent, to: "C"), .init(from: "B", .carer, to: "C"),
                .init(from: "A", .partner, to: "B"),
                .init(from: "G", .parent, to: "A"), .init(from: "A", .parent, to: "D"),
                .init(from: "X", .parent, to: "D"),
            ]
        )
        #expect(tree.generations == ["G": 2, "A": 1, "B": 1, "C": 0, "D": 0])
        let boxes = tree.boxes
        #expect(
            (boxes["G"]?.bottom ?? 0) < (boxes["A"]?.top ?? 0) && (boxes["A"]?.bottom ?? 0) < (boxes["C"]?.top ?? 0)
        )
        #expect(boxes["A"]?.top == boxes["B"]?.top && boxes["C"]?.top == boxes["D"]?.top)
    }

    @Test func `comes to an end where ties contradict each other`() {
        let tree = FamilyTree(
            [member("A"), member("B")],
            [
                .init(from: "A", .parent, to: "B"), .init(from: "B", .parent, to: "A"),
                .init(from: "A", .parent, to: "A"),
            ]
        )
        #expect(tree.generations.values.allSatisfy { (0...2).contains($0) })
    }

    @Test(arguments: 0..<100) func `keeps people apart and words inside the picture`(seed: UInt64) {
        var random = Seeded(seed)
        let count = Int.random(in: 0...14, using: &random)
        let members = (0..<count).map { number in
            FamilyTree.Member(
                id: "\(number)",
                name: String(repeating: "Wilhelmina ", count: Int.random(in: 1...4, using: &random)),
                note: "Child, 14",
                isChild: Bool.random(using: &random)
            )
        }
        let kinds: [FamilyTree.Tie.Kind] = [.parent, .carer, .grandparent, .partner, .formerPartner]
        let ties = (0..<count).map { _ in
            FamilyTree.Tie(
                from: "\(Int.random(in: 0...14, using: &random))",
                kinds.randomElement(using: &random) ?? .parent,
                to: "\(Int.random(in: 0...14, using: &random))"
            )
        }
        let tree = FamilyTree(members, ties)
        let boxes = Array(tree.boxes.values)
        #expect(boxes.count == count)
        for (index, box) in boxes.enumerated() {
            #expect(boxes[(index + 1)...].allSatisfy { !$0.overlaps(box) })
        }
        let drawing = tree.drawing()
        #expect(faultsOfLabels(drawing) == [])
        #expect(faultsOfShapes(drawing) == [])
    }
}
