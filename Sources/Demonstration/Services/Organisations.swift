import Records
import Values

/// The bodies of the invented authority.
///
/// No place in Britain has these names.
enum Organisations {
    static let council = Identifier<Organisation>("O01")
    static let charity = Identifier<Organisation>("O02")
    static let investor = Identifier<Organisation>("O03")
    static let police = Identifier<Organisation>("O04")
    static let youthJustice = Identifier<Organisation>("O05")
    static let health = Identifier<Organisation>("O06")
    static let camhs = Identifier<Organisation>("O07")
    static let housing = Identifier<Organisation>("O08")
    static let jobcentre = Identifier<Organisation>("O09")
    static let refuge = Identifier<Organisation>("O10")
    static let schools = (11...20).map { Identifier<Organisation>(reference("O", $0, digits: 2)) }

    static let all: [Organisation] =
        bodies + zip(schools, schoolNames).map { Organisation(id: $0, name: $1, kind: .school) }

    private static let bodies = [
        Organisation(id: council, name: "Westmere Council", kind: .localAuthority),
        Organisation(id: charity, name: "Lanternbridge Families", kind: .provider),
        Organisation(id: investor, name: "Westmere Outcomes Partnership", kind: .investor),
        Organisation(id: police, name: "Westmere Constabulary", kind: .police),
        Organisation(id: youthJustice, name: "Westmere Youth Justice Service", kind: .youthJustice),
        Organisation(id: health, name: "Westmere Community Health", kind: .health),
        Organisation(id: camhs, name: "Westmere Young Minds Clinic", kind: .health),
        Organisation(id: housing, name: "Quillside Homes", kind: .housing),
        Organisation(id: jobcentre, name: "Westmere Jobcentre", kind: .jobcentre),
        Organisation(id: refuge, name: "Hartlow Safe Haven", kind: .voluntary),
    ]

    private static let schoolNames = [
        "Northgate Academy", "Millrace Academy", "Saltern Road School", "Quillside High School",
        "Fenwater Community School", "Hartlow Park Academy", "Larkrise Primary School", "Orchard Hythe Primary School",
        "Staithe Lane Primary School", "The Willows Centre",
    ]
}
