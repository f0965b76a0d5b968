import Actions
import Documents

extension Desk {
    /// The request with what the council's provider says to it, where its route asks the provider.
    ///
    /// It is asked before anything is decided, since pages are made without waiting for anybody.
    func askedProvider(_ route: Route, _ request: PageRequest) async -> PageRequest {
        guard let provider = entrance.provider else { return request }
        var request = request
        switch route {
        case .askProvider:
            request.provider = await provider.begin(next: request.next?.text, at: entrance.now())
        case .hearProvider:
            request.provider = await provider.finish(request.query, carried: request.journey, at: entrance.now())
        default: break
        }
        return request
    }
}
