import Records

extension PathwayTables {
    /// Referrals, the gateway, waiting and places in homes.
    static let refer: [Table] = [
        ReferralLink.table,
        ReferralDetails.table,
        ReferralEqualities.table,
        GatewayStep.table,
        PanelMeeting.table,
        ReferralHolder.table,
        ReferrerFeedback.table,
        PlaceOffer.table,
        MeanwhileSupport.table,
        Home.table,
        HomeBed.table,
        HomeStay.table,
        StayExtension.table,
        HomeVoid.table,
    ]
}
