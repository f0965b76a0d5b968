extension Pages {
    /// Referring, the gateway, waiting and places in homes.
    func referPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .referStart: referStart()
        case .referLink: try referLink(request)
        case .beginReferral: try beginReferral(request)
        case .referStep: try referStep(request)
        case .answerStep: try answerStep(request)
        case .referralProgress: referralProgress()
        case .askProgress: try askProgress(request)
        case .gateway: try gateway(request)
        case .gatewayReferral: try gatewayReferral(request)
        case .decideReferral: try decideReferral(request)
        case .takeReferral: try takeReferral(request)
        case .tellReferrer: try tellReferrer(request)
        case .recogniseChild: try recogniseChild(request)
        case .offerPlace: try offerPlace(request)
        case .answerOffer: try answerOffer(request)
        case .supportMeanwhile: try supportMeanwhile(request)
        case .referralLinks: try referralLinks(request)
        case .makeReferralLink: try makeReferralLink(request)
        case .withdrawReferralLink: try withdrawReferralLink(request)
        case .waiting: try waiting(request)
        case .capacity: try capacity(request)
        default: try homesPage(of: route, request)
        }
    }

    /// Homes, their beds and the stays in them.
    private func homesPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .homes: try homes(request)
        case .openHome: try openHome(request)
        case .residence: try residence(request)
        case .bookStay: try bookStay(request)
        case .stay: try stay(request)
        case .changeStay: try changeStay(request)
        case .voidBed: try voidBed(request)
        case .endVoid: try endVoid(request)
        default: nil
        }
    }
}
