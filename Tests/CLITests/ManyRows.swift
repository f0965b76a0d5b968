import Workshop

/// A package of as many invented families as are wanted, each with a child, a case and a placement.
struct ManyRows {
    let families: Int
    var rows: Int { families * 4 }

    func write(to folder: ScratchFolder, as name: String = "many") throws -> String {
        var tables = [
            "families": "family_id,name\n", "people": "person_id,family_id,date_of_birth,role\n",
            "cases": "case_id,family_id,person_id,programme,started_on\n",
            "placements": "person_id,started_on,ended_on,legal_status,placement\n",
        ]
        for number in 1...families {
            tables["families"]? += "MF\(number),Test \(number)\n"
            tables["people"]? += "MP\(number),MF\(number),200\(number % 10)-06-27,child\n"
            tables["cases"]? += "MK\(number),MF\(number),MP\(number),mst,2018-01-\(number % 18 + 10)\n"
            tables["placements"]? += "MP\(number),2018-09-01,2018-12-01,V2,U6\n"
        }
        for (table, text) in tables { try folder.write("\(name)/\(table).csv", text) }
        return folder(name)
    }
}
