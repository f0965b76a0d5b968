/// Follows the XML of a census through its children and flattens each into rows.
struct CINReader {
    struct Row {
        var line: Int
        var values: [String: String]
    }

    /// An element on the way, with the values of the leaves in it.
    private struct Group {
        var name: String
        var line: Int
        var text = ""
        var isLeaf = true
        var values: [(name: String, value: String)] = []
    }

    private static let deepest = 10

    private(set) var rows: [Row] = []
    /// Every leaf met within a child.
    private(set) var names: Set<String> = ["LAchildID"]
    private(set) var children = 0
    private var open: [Group] = []
    private var isClosed = false
    private var identifiers: [String: String] = [:]
    private var groups: [Group] = []

    mutating func read(_ bytes: [UInt8]) throws(XMLFault) {
        var scanner = XMLScanner(bytes)
        while true {
            switch try scanner.advance() {
            case .opening(let name): try start(name, scanner)
            case .empty(let name):
                try start(name, scanner)
                try finish(name, scanner)
            case .closing(let name): try finish(name, scanner)
            case .text(let text): try add(text, scanner)
            case .end:
                guard isClosed else { throw scanner.stopsHere }
                return
            }
        }
    }

    private mutating func start(_ name: String, _ scanner: XMLScanner) throws(XMLFault) {
        if open.isEmpty {
            guard !isClosed else { throw scanner.notWellFormed }
            guard name == "Message" else {
                throw scanner.fault("The file is XML, but its root is not Message: export the children in need census")
            }
        } else {
            open[open.count - 1].isLeaf = false
        }
        guard open.count < Self.deepest else {
            throw scanner.fault("The elements here are not those of the census: export the census again")
        }
        if isChild(name) {
            identifiers = [:]
            groups = []
        }
        open.append(Group(name: name, line: scanner.line))
    }

    /// Whether an element of this name, opened or closed here, is a child of the census.
    private func isChild(_ name: String) -> Bool {
        name == "Child" && open.count == 2 && open[1].name == "Children"
    }

    private mutating func add(_ text: String, _ scanner: XMLScanner) throws(XMLFault) {
        if !open.isEmpty {
            open[open.count - 1].text += text
        } else if text.utf8.contains(where: { $0 > 0x20 }) {
            throw scanner.notWellFormed
        }
    }

    private mutating func finish(_ name: String, _ scanner: XMLScanner) throws(XMLFault) {
        guard let group = open.popLast(), group.name == name else { throw scanner.notWellFormed }
        if open.isEmpty {
            isClosed = true
        } else if isChild(name) {
            close(childAt: group.line)
        } else if open.count > 2, open[1].name == "Children" {
            take(group)
        }
    }

    /// A leaf goes to the group around it; lists within a group, such as its factors, give their leaves to it.
    private mutating func take(_ group: Group) {
        if group.isLeaf {
            let value = group.text.asPlainValue
            guard !value.isEmpty else { return }
            names.insert(group.name)
            open[open.count - 1].values.append((group.name, value))
        } else if open.last?.name == "Child" || open.last?.name == "CINdetails" {
            if group.name == "ChildIdentifiers" || group.name == "ChildCharacteristics" {
                for (name, value) in group.values where identifiers[name] == nil { identifiers[name] = value }
            } else {
                groups.append(group)
            }
        } else {
            open[open.count - 1].values += group.values
        }
    }

    private mutating func close(childAt line: Int) {
        children += 1
        rows.append(Row(line: line, values: identifiers))
        for group in groups { add(group) }
    }

    /// A row of the group's values; where one has several, a row for each.
    private mutating func add(_ group: Group) {
        guard !group.values.isEmpty else { return }
        var counts: [String: Int] = [:]
        for (name, _) in group.values { counts[name, default: 0] += 1 }
        var once = identifiers
        for (name, value) in group.values where counts[name] == 1 { once[name] = value }
        let several = group.values.filter { counts[$0.name] != 1 }
        if several.isEmpty { rows.append(Row(line: group.line, values: once)) }
        for (name, value) in several {
            var values = once
            values[name] = value
            rows.append(Row(line: group.line, values: values))
        }
    }
}

extension String {
    /// Without white space around it.
    var asPlainValue: String {
        guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return String(self[first...last])
    }
}
