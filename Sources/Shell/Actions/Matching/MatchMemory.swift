import Foundation
import Linkage
import Register
import Values

/// What one matching leaves in the register for the next: the pairs it found worth keeping, and what it found out about
/// the records as a whole, without which its weights would not be those of the next.
struct MatchMemory {
    /// The model with what was found out about the records.
    let model: LinkageModel
    let memory: LinkageMemory
    /// Records there were when that was found out.
    let records: Int

    private static let scaleName = "scale"
    private static let pairsName = "pairs"
    /// Beyond this growth what was found out about the records is too old: the next matching starts from nothing.
    private static let mostGrowth = 1.25

    /// How many records there are and how common their values are decides what agreement is worth.
    private struct Scale: Codable {
        /// The definition it was found by, in full.
        var definition: String
        var records: Int
        var prior: Double
        var share: Double?
        var frequencies: [String: [String: Double]]
    }

    init(_ model: LinkageModel, _ memory: LinkageMemory, records: Int) {
        self.model = model
        self.memory = memory
        self.records = records
    }

    /// What the last matching left; nil where there is nothing, or nothing that serves this model and so many records.
    init?(_ register: Register, of definition: LinkageModel, records count: Int) throws {
        guard let scaleBytes = try register.remembered(MatchMemory.scaleName),
            let scale = try? JSONDecoder().decode(Scale.self, from: Data(scaleBytes)),
            scale.definition == MatchMemory.text(definition),
            Double(count) <= Double(scale.records) * MatchMemory.mostGrowth,
            let memory = try register.remembered(MatchMemory.pairsName).flatMap(LinkageMemory.init(bytes:))
        else { return nil }
        var model = definition
        model.prior = scale.prior
        model.household?.share = scale.share
        model.frequencies = scale.frequencies
        self.model = model
        self.memory = memory
        records = scale.records
    }

    /// Keeps it in the register; a register that cannot be written to is left as it is.
    func keep(in register: Register, of definition: LinkageModel, knownAt change: Int) throws {
        guard let prior = model.prior else { return }
        let scale = Scale(
            definition: MatchMemory.text(definition),
            records: records,
            prior: prior,
            share: model.household?.share,
            frequencies: model.frequencies
        )
        let bytes = [UInt8](try JSONEncoder().encode(scale))
        do {
            try register.remember(
                [MatchMemory.scaleName: bytes, MatchMemory.pairsName: memory.bytes],
                knownAt: change
            )
        } catch RegisterError.readOnly, RegisterError.locked, RegisterError.diskFull {
            // Only the next matching takes longer.
            return
        }
    }

    private static func text(_ definition: LinkageModel) -> String {
        definition.yaml(from: .earliest)
    }
}
