import Documents

/// What a page is asked for, apart from how it came.
struct PageRequest {
    /// What stands for `:id` and `:name` in the path.
    var parameters: [String: String] = [:]
    var query: [String: String] = [:]
    var form: [String: String] = [:]

    /// A query item that is not empty.
    func asked(_ name: String) -> String? {
        guard let value = query[name], !value.isEmpty else { return nil }
        return value
    }
}

/// What a page answers, apart from how it goes.
struct PageAnswer {
    var status = 200
    var contentType = "text/html; charset=utf-8"
    var bytes: [UInt8]
    var isCacheable = false
    /// Where the browser goes on to, after a form that did something; nil stays.
    var location: String?
    /// The name under which the browser saves it; nil shows it.
    var fileName: String?
}

extension PageAnswer {
    /// Sends the browser on to a page, so that going back or loading again does not send the form again.
    static func onward(to address: Address) -> PageAnswer {
        PageAnswer(status: 303, bytes: [], location: address.text)
    }
}
