import Definitions

extension LinkageField {
    /// Reads one of `columns`, `from` with `derive`, or `join`; without any, the column of the field's name.
    init?(reading map: inout MapReader) {
        guard let name = map.text("name") else {
            map.takeRest(["columns", "cleaning", "from", "derive", "join", "separator"])
            return nil
        }
        let from = map.optionalText("from")
        let join = map.optionalTexts("join")
        if let from {
            guard let text = map.text("derive") else { return nil }
            guard let derivation = Derivation(text: text) else {
                map.refuse("derive", "must be one of \(Derivation.wordList)")
                return nil
            }
            self.init(name: name, origin: .derived(from: from, derivation))
        } else if let join {
            let separator = map.optionalAnyText("separator") ?? " "
            let cleaning: [Cleaning] = map.optionalCodes("cleaning") ?? []
            self.init(name: name, origin: .joined(join, separator: separator), cleaning: cleaning)
        } else {
            let columns = map.optionalTexts("columns") ?? [name]
            let cleaning: [Cleaning] = map.optionalCodes("cleaning") ?? []
            self.init(name: name, origin: .columns(columns), cleaning: cleaning)
        }
    }

    /// The fields this one is made of.
    var sources: [String] {
        switch origin {
        case .columns: []
        case .derived(let from, _): [from]
        case .joined(let names, _): names
        }
    }
}
