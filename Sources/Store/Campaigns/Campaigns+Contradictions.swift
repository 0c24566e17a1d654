extension Campaigns {
    /// What is wrong with the numbers of the campaigns, one line each. Reads all deliveries.
    package func contradictions() throws -> [String] {
        try all().flatMap { campaign -> [String] in
            let (counts, deliveries) = (try counts(campaign.number), try recount(campaign.number))
            var faults: [String] = []
            if deliveries.total != campaign.audience {
                faults.append(
                    "campaign \(campaign.number) has \(deliveries.total) deliveries for an audience of"
                        + " \(campaign.audience)")
            }
            if counts != deliveries {
                faults.append("the counts of campaign \(campaign.number) differ from its deliveries")
            }
            if campaign.state == .finished, !deliveries.isClosed(audience: campaign.audience) {
                faults.append("campaign \(campaign.number) is finished, although deliveries are open")
            }
            return faults
        }
    }
}
