import Records
import Testing

/// The tables are those of the exchange format: no field more, none less.
@Suite struct CatalogueTests {
    let resources: [DataPackage.Resource]

    init() throws {
        resources = try DataPackage.load().resources
    }

    @Test func theTablesAndTheirOrderAreThoseOfTheFormat() {
        #expect(RecordSet.tables.map(\.name) == resources.map(\.name))
        #expect(RecordSet.tables.count == 19)
    }

    @Test func theFieldsAreThoseOfTheFormat() throws {
        for (table, resource) in zip(RecordSet.tables, resources) {
            let schema = resource.schema
            #expect(table.fields.map(\.name) == schema.fields.map(\.name), "\(table.name)")
            #expect(Set(table.key.map { table.fields[$0].name }) == Set(schema.primaryKey), "\(table.name)")
            for (field, described) in zip(table.fields, schema.fields) {
                let place = "\(table.name).\(field.name)"
                #expect(field.isRequired == (described.constraints?.required ?? false), "\(place)")
                #expect(field.kind.types.contains(described.type), "\(place)")
                if let codes = described.constraints?.enum { #expect(field.kind == .code(codes), "\(place)") }
            }
        }
    }

    @Test func theReferencesAreThoseOfTheFormat() {
        for (table, resource) in zip(RecordSet.tables, resources) {
            let described = (resource.schema.foreignKeys ?? []).map { "\($0.fields) to \($0.reference.resource)" }
            let ours = table.fields.compactMap { field in field.refersTo.map { "\(field.name) to \($0)" } }
            #expect(Set(ours) == Set(described), "\(table.name)")
        }
    }

    @Test func onlyTheCodesOfTheReturnAreClosedListsBeyondTheFormat() {
        var ours: Set<String> = []
        for (table, resource) in zip(RecordSet.tables, resources) {
            for (field, described) in zip(table.fields, resource.schema.fields) where described.constraints?.enum == nil
            {
                if case .code = field.kind { ours.insert("\(table.name).\(field.name)") }
            }
        }
        let expected: Set = [
            "people.ethnicity", "placements.legal_status", "placements.placement", "placements.provider",
            "placements.reason_new", "placements.reason_ceased", "placements.reason_change",
        ]
        #expect(ours == expected)
    }

    @Test func parentsComeBeforeWhatRefersToThem() {
        var seen: Set<String> = []
        for table in RecordSet.tables {
            for parent in table.fields.compactMap(\.refersTo) { #expect(seen.contains(parent), "\(table.name)") }
            #expect(seen.insert(table.name).inserted)
        }
    }

    @Test func everyTableAndFieldSaysWhatItMeans() {
        for table in RecordSet.tables {
            #expect(!table.meaning.isEmpty && !table.key.isEmpty)
            for field in table.fields {
                #expect(field.meaning.hasSuffix("."), "\(table.name).\(field.name)")
                if case .code(let codes) = field.kind {
                    #expect(!codes.isEmpty && Set(codes).count == codes.count && !codes.contains(""))
                }
            }
        }
    }

    @Test func namesFindTheirTable() {
        for (index, table) in RecordSet.tables.enumerated() {
            #expect(RecordSet.tableIndex(named: table.name) == index)
        }
        #expect(RecordSet.tableIndex(named: "nothing") == nil)
    }
}

extension FieldKind {
    /// The descriptor's types that a field of this kind may have.
    fileprivate var types: [String] {
        switch self {
        case .text, .birthDate, .code: ["string"]
        case .integer: ["integer"]
        case .decimal, .money: ["number"]
        case .day: ["date"]
        case .boolean: ["boolean"]
        }
    }
}
