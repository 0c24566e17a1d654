extension Campaigns {
    /// Why to pause a campaign: too many addresses were rejected permanently, by a reply or by a returned message, as in a
    /// list that was bought or is old. Servers then block the sender.
    ///
    /// What a person has accepted by resuming the campaign doesn't count.
    ///
    /// - Returns: nil if the rate is as usual, or there were too few messages to judge.
    package func failureExcess(_ campaign: Int) throws -> String? {
        let (all, base) = (try failures(campaign), try baseline(campaign))
        let (failed, judged) = (all.failed - base.failed, all.judged - base.judged)
        guard judged >= 50, failed * 20 > judged else { return nil }
        return "\(failed) of \(judged) addresses were rejected permanently, which is more than 5 %"
    }

    /// Pauses a campaign if too many addresses were rejected.
    ///
    /// - Returns: the reason if it is paused because of it.
    package func pauseIfFailing(_ campaign: Int) throws -> String? {
        guard let reason = try failureExcess(campaign), try pause(campaign, reason: reason) else { return nil }
        return reason
    }

    /// Counts failures from now on.
    func acceptFailures(_ campaign: Int) throws {
        let (failed, judged) = try failures(campaign)
        try connection.execute(.setFailureBaseline, [.integer(campaign), .integer(failed), .integer(judged)])
    }

    private func failures(_ campaign: Int) throws -> (failed: Int, judged: Int) {
        let counts = try pendingCounts(campaign)
        let failed = counts[.failed] + counts[.bounced]
        return (failed, failed + counts[.accepted] + counts[.complained])
    }

    private func baseline(_ campaign: Int) throws -> (failed: Int, judged: Int) {
        guard let row = try connection.row(.failureBaseline, [.integer(campaign)]) else { return (0, 0) }
        return (try row.integer(0), try row.integer(1))
    }
}
