/// An exchange package of one invented family, small enough to write out; a test changes only what it is about.
package struct SmallPackage {
    package var families = """
        family_id,name,postcode
        F1,Ashdown,ZZ5 5ZZ

        """
    package var people = """
        person_id,family_id,forename,surname,date_of_birth,sex,role,nhs_number,child_id
        P1,F1,José,Ashdown-Óakes,2008-06-27,M,child,9434765919,C900
        P2,F1,Maria,Ashdown,1980-02-29,F,parent_carer,,

        """
    package var cases = """
        case_id,family_id,person_id,programme,started_on,ended_on,end_reason
        K1,F1,P1,mst,2018-01-10,2018-06-10,completed

        """
    package var placements = """
        person_id,started_on,ended_on,legal_status,placement
        P1,2018-09-01,,V2,U6

        """

    package init() {}

    /// Writes the tables into a folder; gives its path.
    @discardableResult
    package func write(to folder: ScratchFolder, as name: String = "package") throws -> String {
        try folder.write("\(name)/families.csv", families)
        try folder.write("\(name)/people.csv", people)
        try folder.write("\(name)/cases.csv", cases)
        try folder.write("\(name)/placements.csv", placements)
        return folder(name)
    }
}
