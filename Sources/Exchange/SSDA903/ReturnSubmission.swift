/// The return of one collection year.
package struct ReturnSubmission: Hashable, Sendable {
    package var year: CollectionYear
    package var data: ReturnData

    package init(year: CollectionYear, data: ReturnData) {
        self.year = year
        self.data = data
    }
}
