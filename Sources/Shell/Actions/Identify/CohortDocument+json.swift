import Definitions
import Documents
import Identify
import Records
import Values

extension CohortDocument {
    /// The cohort as JSON: what was asked, each criterion, and the families by reference.
    func json(_ imprint: Imprint) -> [UInt8] {
        let set = cohort.criteriaSet
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("criteria_set", set.id)
            json.field("version", set.version)
            json.field("as_at", cohort.day.iso)
            json.field("known_at", cohort.change)
            json.field("area", cohort.area)
            json.field("needs_to_qualify", set.needsToQualify)
            json.field("families_held", cohort.familyCount)
            json.field("identified", cohort.identified.count)
            json.field("by_discretion", cohort.members(.byDiscretion).count)
            json.field("just_short", cohort.members(.justShort).count)
            json.key("criteria")
            json.array { json in for index in set.criteria.indices { criterion(index, &json) } }
            json.key("families")
            json.array { json in
                for member in listsJustShort ? cohort.members : cohort.identified { self.member(member, &json) }
            }
            json.objects("overlaps", cohort.overlaps) { overlap, json in
                json.field("criteria", overlap.criteria.map { set.criteria[$0].id })
                json.field("families", overlap.families)
            }
            json.key("areas")
            json.array { json in for area in cohort.areas { self.area(area, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func criterion(_ index: Int, _ json: inout JSONWriter) {
        let criterion = cohort.criteriaSet.criteria[index]
        json.object { json in
            json.field("id", criterion.id)
            json.field("label", criterion.label)
            json.field("families", cohort.meeting[index])
            json.field("assessable", cohort.assessability[index].isAssessable)
            json.field("not_held", cohort.assessability[index].gaps)
            json.field("evidence", criterion.checked.rawValue)
        }
    }

    private func member(_ member: Cohort.Member, _ json: inout JSONWriter) {
        let set = cohort.criteriaSet
        let found = member.identification
        json.object { json in
            json.field("family_id", snapshot.id(member.family))
            json.field("area", member.area)
            json.field("standing", member.standing.rawValue)
            json.field("needs_met", found.needsMet)
            json.key("criteria")
            json.array { json in
                for index in set.criteria.indices where found.meets(index) {
                    json.object { json in
                        json.field("id", set.criteria[index].id)
                        json.field("rows", member.rows(for: index))
                    }
                }
            }
            if member.standing == .justShort { json.field("missing", cohort.missing(from: found, in: snapshot)) }
            json.field("open_case", member.marks.isOpen)
            json.field("nominated", member.marks.isNominated)
            json.field("claimed", member.marks.isClaimed)
            json.field("objecting", member.marks.isObjecting)
        }
    }

    private func area(_ area: Cohort.Area, _ json: inout JSONWriter) {
        json.object { json in
            json.field("area", area.name)
            json.field("families", area.families)
            json.field("identified", area.identified)
            json.field("just_short", area.justShort)
            json.key("criteria")
            json.object { json in
                for (index, criterion) in cohort.criteriaSet.criteria.enumerated() {
                    json.field(criterion.id, area.meeting[index])
                }
            }
        }
    }
}
