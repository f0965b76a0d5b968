import Records
import Testing

@Suite struct `What is kept of work on a case` {
    private static let kinds: [any Record.Type] = [
        PlanStep.self, GoalDetail.self, PlanAgreement.self, CaseTask.self, CaseNote.self, CaseDocument.self,
        Relationship.self, FamilyAddress.self, Professional.self, FamilyAlert.self, ReviewDetail.self,
        CaseClosure.self, CaseReopening.self, CasePhase.self, LevelMove.self, FamilyAssessment.self,
    ]

    @Test(arguments: kinds.indices) func `is read as it was written`(index: Int) throws {
        let kind = Self.kinds[index]
        var generator = SeededGenerator(seed: UInt64(index + 1))
        for _ in 0..<50 {
            let row = kind.table.inventedRow(using: &generator)
            #expect(try kind.init(row: row).row == row, "\(kind.table.name)")
        }
    }

    @Test(arguments: kinds.indices) func `names its case or its family, and has a key`(index: Int) {
        let table = Self.kinds[index].table
        #expect(table.fields.contains { ["cases", "families"].contains($0.refersTo) && $0.isRequired })
        #expect(!table.key.isEmpty)
        #expect(table.fields.allSatisfy { !$0.meaning.isEmpty })
    }
}
