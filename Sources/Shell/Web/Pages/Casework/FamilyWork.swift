import Actions
import Records
import Register
import Values

/// What a family's record is made of beside its people: it stands from a day until it ends.
protocol FamilyRecordPart: Record {
    /// What its references begin with.
    static var mark: String { get }

    var familyID: Identifier<Family> { get }
    /// Its first day; nil where nobody knows it.
    var begins: Day? { get }
    var to: Day? { get set }

    /// What a form says; nil where it says too little, which is noted. What ends with it is added to the entry.
    static func read(
        _ form: inout TypedForm,
        as id: Identifier<Self>,
        _ record: FamilyRecord,
        into entry: inout Entry
    )
        -> Self?
}

/// What somebody does on a family's record, as it was typed on a page or sent by a program: read, checked and saved in one
/// change.
struct FamilyWork {
    let keeper: Keeper
    let record: FamilyRecord

    /// The record of a family; nil where the register has none such.
    init?(_ keeper: Keeper, family id: String) throws {
        guard let family = try keeper.register.held(Family.self, key: id)?.record else { return nil }
        self.keeper = keeper
        record = try FamilyRecord(family, keeper.register, on: keeper.today())
    }

    /// Adds a part; gives nothing where something must be put right, which the form says.
    func add<Part: FamilyRecordPart>(
        _ kind: Part.Type,
        _ form: inout TypedForm,
        _ leave: CaseWork.Leave
    ) throws
        -> Part?
    {
        var entry = Entry()
        let part = Part.read(&form, as: Identifier(keeper.newReference(Part.mark)), record, into: &entry)
        guard let part, form.isSound, leave(&form) else { return nil }
        entry.add(part)
        let isSaved = try form.saving {
            try keeper.enter(entry, purpose: "family record", summary: "Added to a family's record")
        }
        return isSaved ? part : nil
    }

    /// A part of this family's record; nil where it has none such, or one that has ended, which the form says.
    func standing<Part: FamilyRecordPart>(
        _ kind: Part.Type,
        _ id: String,
        _ form: inout TypedForm
    ) throws
        -> Held<Part>?
    {
        guard let held = try keeper.register.held(kind, key: id), held.record.familyID == record.family.id else {
            form.refuse("Select a part of this family's record", at: "record")
            return nil
        }
        if held.record.to != nil { form.refuse("It has ended already", at: "record") }
        return form.isSound ? held : nil
    }

    /// Ends a part as of today, over the version it was read with; it stays to be seen.
    func end<Part: FamilyRecordPart>(
        _ held: Held<Part>,
        over version: Int64,
        _ form: inout TypedForm,
        _ leave: CaseWork.Leave
    ) throws
        -> Part?
    {
        guard leave(&form) else { return nil }
        var part = held.record
        part.to = max(record.today, part.begins ?? record.today)
        let isSaved = try form.saving {
            var entry = Entry()
            entry.revise(part, version: version)
            try keeper.enter(entry, purpose: "family record", summary: "Ended a part of a family's record")
        }
        return isSaved ? part : nil
    }
}

extension Relationship: FamilyRecordPart {
    static var mark: String { "REL" }
    var begins: Day? { from }
}

extension FamilyAddress: FamilyRecordPart {
    static var mark: String { "ADR" }
    var begins: Day? { from }
}

extension Professional: FamilyRecordPart {
    static var mark: String { "PRO" }
    var begins: Day? { from }
}

extension FamilyAlert: FamilyRecordPart {
    static var mark: String { "ALERT" }
    var begins: Day? { from }
}
