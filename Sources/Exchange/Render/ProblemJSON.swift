package import Values

extension CheckResult {
    /// `problems`, `tables` and, where anything was repaired, `repairs` as members of the object that is being written
    /// (`design.md` 8).
    package func write(to json: inout JSONWriter) {
        json.key("problems")
        json.array { json in
            for problem in problems { problem.write(to: &json) }
        }
        json.objects("tables", tables) { read, json in
            json.field("file", read.file)
            json.field("table", read.table)
            json.field("rows", read.rows)
        }
        guard !repairs.isEmpty else { return }
        json.key("repairs")
        json.array { json in
            for repair in repairs { repair.write(to: &json) }
        }
    }

    /// `{"problems": [...], "tables": [...]}`.
    package var json: [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { write(to: &$0) }
        return json.bytes
    }
}

extension Problem {
    /// As an object; what is not known is null.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("file", file)
            json.field("table", table)
            json.field("row", row)
            json.field("line", line)
            json.field("field", field)
            json.field("rule", rule)
            json.field("severity", severity.rawValue)
            json.field("blocks", blocksImport)
            json.field("message", message)
        }
    }
}

extension Repair {
    /// As an object; a row that was taken out has no field.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("file", file)
            json.field("row", row)
            json.field("line", line)
            json.field("rule", rule.rawValue)
            json.field("field", field)
            json.field("before", before)
            json.field("after", after)
            json.field("why", why)
        }
    }
}
