import Records

/// The kinds of records that the exchange package has no place for, by the stage of the pathway that keeps them.
///
/// They have versions, seals and a place in the chain like every other record; figures and claims do not need them.
enum PathwayTables {
    static let all: [Table] = identify + refer + casework + measure + pay + publish
}
