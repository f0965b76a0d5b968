import Records

/// The column names of a CSV file, and which table has them.
struct Header {
    /// As the file has them, without surrounding white space.
    let names: [String]

    init(names: [String]) {
        self.names = names
    }

    /// The names as the tables of the exchange package have theirs.
    private var lowercased: [String] { names.map { $0.lowercased() } }

    /// The table of the SSDA903 return with exactly these columns.
    var returnTable: ReturnTable? {
        let names = names.map { $0.uppercased() }
        guard Set(names).count == names.count else { return nil }
        return ReturnTable(columns: Set(names))
    }

    /// The table of the exchange package that has all these columns and demands no other, if it is the only one.
    var exchangeTable: Int? {
        let names = Set(lowercased)
        let fitting = RecordSet.tables.indices.filter {
            let table = RecordSet.tables[$0]
            return names.isSubset(of: table.fields.map(\.name)) && table.requiredNames.isSubset(of: names)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Position in the table of each column of the file; nil where the table has no such column.
    func positions(in table: Table) -> [Int?] {
        lowercased.map { name in table.fields.firstIndex { $0.name == name } }
    }

    /// Required columns of the table that are not there.
    func missing(of table: Table) -> [String] {
        let names = Set(lowercased)
        return table.fields.filter { $0.isRequired && !names.contains($0.name) }.map(\.name)
    }

    /// Names that stand more than once.
    var duplicates: [String] {
        var seen: Set<String> = []
        return lowercased.filter { !seen.insert($0).inserted }
    }

    /// The known table that has the most of these columns, with the columns it lacks and those it does not know;
    /// nil where no table knows any of them.
    var nearest: (name: String, missing: [String], unknown: [String])? {
        let exchange = RecordSet.tables.map { (name: $0.name, required: $0.requiredNames, all: $0.fields.map(\.name)) }
        let returned = ReturnTable.allCases.map { table in
            (name: table.rawValue, required: Set(table.columns), all: table.columns)
        }
        let names = Set(lowercased)
        let best = (exchange + returned).max { one, other in
            Header.likeness(names, one.all) < Header.likeness(names, other.all)
        }
        guard let best, Header.likeness(names, best.all) > 0 else { return nil }
        let known = Set(best.all.map { $0.lowercased() })
        return (
            best.name,
            best.all.filter { best.required.contains($0) && !names.contains($0.lowercased()) },
            self.names.filter { !known.contains($0.lowercased()) }.map(Header.shown)
        )
    }

    /// Shared columns over all columns of both.
    private static func likeness(_ names: Set<String>, _ columns: [String]) -> Double {
        let columns = Set(columns.map { $0.lowercased() })
        return Double(names.intersection(columns).count) / Double(max(1, names.union(columns).count))
    }

    /// A column name fit to be shown: short, and without control characters.
    static func shown(_ name: String) -> String {
        let clean = name.unicodeScalars.filter { !$0.properties.generalCategory.isControl }
        let text = String(String.UnicodeScalarView(clean))
        return text.isEmpty ? "(no name)" : text.count > 40 ? "\(text.prefix(40))…" : text
    }
}

extension Table {
    /// The columns that must be there.
    var requiredNames: Set<String> { Set(fields.filter(\.isRequired).map(\.name)) }
}

extension Unicode.GeneralCategory {
    fileprivate var isControl: Bool {
        self == .control || self == .format || self == .lineSeparator || self == .paragraphSeparator
    }
}
