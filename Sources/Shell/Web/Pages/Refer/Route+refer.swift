import Access

extension Route {
    /// Referring, the gateway, waiting and places in homes.
    static let refer: [Route: RoutePlace] = [
        .referStart: .open("/refer"),
        .referLink: .open("/refer/:id"),
        .beginReferral: .openForm("/refer/:id"),
        .referStep: .open("/referral/:id/:name"),
        .answerStep: .openForm("/referral/:id/:name"),
        .referralProgress: .open("/referral-progress"),
        .askProgress: .openForm("/referral-progress"),
        .gateway: .page("/gateway", needs: .seeGateway, .wholeRegister),
        .gatewayReferral: .page("/gateway/:id", needs: .readReferral, .referral),
        .decideReferral: .form("/gateway/:id/decision", needs: .decideReferral, .referral),
        .takeReferral: .form("/gateway/:id/owner", needs: .decideReferral, .referral),
        .tellReferrer: .form("/gateway/:id/feedback", needs: .decideReferral, .referral),
        .recogniseChild: .form("/gateway/:id/child", needs: .decideReferral, .referral),
        .offerPlace: .form("/gateway/:id/offers", needs: .decideReferral, .referral),
        .answerOffer: .form("/gateway/:id/offers/:name", needs: .decideReferral, .referral),
        .supportMeanwhile: .form("/gateway/:id/support", needs: .decideReferral, .referral),
        .referralLinks: .page("/referral-links", needs: .keepReferralLinks, .wholeRegister),
        .makeReferralLink: .form("/referral-links", needs: .keepReferralLinks, .wholeRegister),
        .withdrawReferralLink: .form("/referral-links/:id", needs: .keepReferralLinks, .wholeRegister),
        .waiting: .page("/waiting", needs: .seeGateway, .wholeRegister),
        .capacity: .page("/capacity", needs: .seeCapacity, .none),
        .homes: .page("/homes", needs: .seeCapacity, .none),
        .openHome: .form("/homes", needs: .keepHomes, .wholeRegister),
        .residence: .page("/homes/:id", needs: .seeCapacity, .none),
        .bookStay: .form("/homes/:id/stays", needs: .keepHomes, .wholeRegister),
        .stay: .page("/homes/:id/stays/:name", needs: .keepHomes, .wholeRegister),
        .changeStay: .form("/homes/:id/stays/:name", needs: .keepHomes, .wholeRegister),
        .voidBed: .form("/homes/:id/voids", needs: .keepHomes, .wholeRegister),
        .endVoid: .form("/homes/:id/voids/:name", needs: .keepHomes, .wholeRegister),
    ]
}
