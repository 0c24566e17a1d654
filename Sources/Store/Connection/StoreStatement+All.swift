extension StoreStatement {
    static let addCampaignCount = StoreStatement("add-campaign-count", PackageResources.add_campaign_count_sql)
    static let allSubscribers = StoreStatement("all-subscribers", PackageResources.all_subscribers_sql)
    static let anyPreference = StoreStatement("any-preference", PackageResources.any_preference_sql)
    static let campaign = StoreStatement("campaign", PackageResources.campaign_sql)
    static let campaignCounts = StoreStatement("campaign-counts", PackageResources.campaign_counts_sql)
    static let campaignOfIssue = StoreStatement("campaign-of-issue", PackageResources.campaign_of_issue_sql)
    static let campaigns = StoreStatement("campaigns", PackageResources.campaigns_sql)
    static let claimConfirmation = StoreStatement("claim-confirmation", PackageResources.claim_confirmation_sql)
    static let claimDelivery = StoreStatement("claim-delivery", PackageResources.claim_delivery_sql)
    static let countDeliveries = StoreStatement("count-deliveries", PackageResources.count_deliveries_sql)
    static let countStates = StoreStatement("count-states", PackageResources.count_states_sql)
    static let countSuppressions = StoreStatement("count-suppressions", PackageResources.count_suppressions_sql)
    static let counter = StoreStatement("counter", PackageResources.counter_sql)
    static let createMigrations = StoreStatement("create-migrations", PackageResources.create_migrations_sql)
    static let deleteConfirmation = StoreStatement("delete-confirmation", PackageResources.delete_confirmation_sql)
    static let deleteDomainPauses = StoreStatement("delete-domain-pauses", PackageResources.delete_domain_pauses_sql)
    static let deleteInterruptedConfirmations = StoreStatement(
        "delete-interrupted-confirmations", PackageResources.delete_interrupted_confirmations_sql)
    static let deletePreferences = StoreStatement("delete-preferences", PackageResources.delete_preferences_sql)
    static let deleteSignUp = StoreStatement("delete-sign-up", PackageResources.delete_sign_up_sql)
    static let deleteSubscriber = StoreStatement("delete-subscriber", PackageResources.delete_subscriber_sql)
    static let deleteSuppression = StoreStatement("delete-suppression", PackageResources.delete_suppression_sql)
    static let deleteUnconfirmed = StoreStatement("delete-unconfirmed", PackageResources.delete_unconfirmed_sql)
    static let deliveriesOfSubscriber = StoreStatement(
        "deliveries-of-subscriber", PackageResources.deliveries_of_subscriber_sql)
    static let delivery = StoreStatement("delivery", PackageResources.delivery_sql)
    static let deliveryOfMessage = StoreStatement("delivery-of-message", PackageResources.delivery_of_message_sql)
    static let domainPauses = StoreStatement("domain-pauses", PackageResources.domain_pauses_sql)
    static let dueConfirmation = StoreStatement("due-confirmation", PackageResources.due_confirmation_sql)
    static let endDelivery = StoreStatement("end-delivery", PackageResources.end_delivery_sql)
    static let endLane = StoreStatement("end-lane", PackageResources.end_lane_sql)
    static let endSenders = StoreStatement("end-senders", PackageResources.end_senders_sql)
    static let excludeRepeated = StoreStatement("exclude-repeated", PackageResources.exclude_repeated_sql)
    static let failureBaseline = StoreStatement("failure-baseline", PackageResources.failure_baseline_sql)
    static let forgetDeliveries = StoreStatement("forget-deliveries", PackageResources.forget_deliveries_sql)
    static let insertCampaign = StoreStatement("insert-campaign", PackageResources.insert_campaign_sql)
    static let insertConfirmation = StoreStatement("insert-confirmation", PackageResources.insert_confirmation_sql)
    static let insertDeliveries = StoreStatement("insert-deliveries", PackageResources.insert_deliveries_sql)
    static let insertKey = StoreStatement("insert-key", PackageResources.insert_key_sql)
    static let insertLostDeliveries = StoreStatement(
        "insert-lost-deliveries", PackageResources.insert_lost_deliveries_sql)
    static let insertMigration = StoreStatement("insert-migration", PackageResources.insert_migration_sql)
    static let insertPreference = StoreStatement("insert-preference", PackageResources.insert_preference_sql)
    static let insertSender = StoreStatement("insert-sender", PackageResources.insert_sender_sql)
    static let insertSignUp = StoreStatement("insert-sign-up", PackageResources.insert_sign_up_sql)
    static let insertSubscriber = StoreStatement("insert-subscriber", PackageResources.insert_subscriber_sql)
    static let insertSuppression = StoreStatement("insert-suppression", PackageResources.insert_suppression_sql)
    static let keys = StoreStatement("keys", PackageResources.keys_sql)
    static let lastMigration = StoreStatement("last-migration", PackageResources.last_migration_sql)
    static let lastSender = StoreStatement("last-sender", PackageResources.last_sender_sql)
    static let listedDeliveries = StoreStatement("listed-deliveries", PackageResources.listed_deliveries_sql)
    static let listing = StoreStatement("listing", PackageResources.listing_sql)
    static let lostDeliveries = StoreStatement("lost-deliveries", PackageResources.lost_deliveries_sql)
    static let markInFlight = StoreStatement("mark-in-flight", PackageResources.mark_in_flight_sql)
    static let moveDeliveries = StoreStatement("move-deliveries", PackageResources.move_deliveries_sql)
    static let nextDue = StoreStatement("next-due", PackageResources.next_due_sql)
    static let nextLane = StoreStatement("next-lane", PackageResources.next_lane_sql)
    static let plannedDeliveries = StoreStatement("planned-deliveries", PackageResources.planned_deliveries_sql)
    static let preferences = StoreStatement("preferences", PackageResources.preferences_sql)
    static let publishJournal = StoreStatement("publish-journal", PackageResources.publish_journal_sql)
    static let publishJournals = StoreStatement("publish-journals", PackageResources.publish_journals_sql)
    static let putPublishJournal = StoreStatement("put-publish-journal", PackageResources.put_publish_journal_sql)
    static let rateLimit = StoreStatement("rate-limit", PackageResources.rate_limit_sql)
    static let releaseClaims = StoreStatement("release-claims", PackageResources.release_claims_sql)
    static let releaseDeliveries = StoreStatement("release-deliveries", PackageResources.release_deliveries_sql)
    static let resolveDelivery = StoreStatement("resolve-delivery", PackageResources.resolve_delivery_sql)
    static let retryConfirmation = StoreStatement("retry-confirmation", PackageResources.retry_confirmation_sql)
    static let returnDelivery = StoreStatement("return-delivery", PackageResources.return_delivery_sql)
    static let setAudience = StoreStatement("set-audience", PackageResources.set_audience_sql)
    static let setCounter = StoreStatement("set-counter", PackageResources.set_counter_sql)
    static let setDomainPause = StoreStatement("set-domain-pause", PackageResources.set_domain_pause_sql)
    static let setFailureBaseline = StoreStatement("set-failure-baseline", PackageResources.set_failure_baseline_sql)
    static let setLane = StoreStatement("set-lane", PackageResources.set_lane_sql)
    static let setListing = StoreStatement("set-listing", PackageResources.set_listing_sql)
    static let setRateLimit = StoreStatement("set-rate-limit", PackageResources.set_rate_limit_sql)
    static let settleDelivery = StoreStatement("settle-delivery", PackageResources.settle_delivery_sql)
    static let signUps = StoreStatement("sign-ups", PackageResources.sign_ups_sql)
    static let subscriberByAddress = StoreStatement("subscriber-by-address", PackageResources.subscriber_by_address_sql)
    static let subscriberById = StoreStatement("subscriber-by-id", PackageResources.subscriber_by_id_sql)
    static let subscribersInState = StoreStatement("subscribers-in-state", PackageResources.subscribers_in_state_sql)
    static let suppression = StoreStatement("suppression", PackageResources.suppression_sql)
    static let uncertainDeliveries = StoreStatement("uncertain-deliveries", PackageResources.uncertain_deliveries_sql)
    static let updateCampaign = StoreStatement("update-campaign", PackageResources.update_campaign_sql)
    static let updateConfirmation = StoreStatement("update-confirmation", PackageResources.update_confirmation_sql)
    static let updateConsent = StoreStatement("update-consent", PackageResources.update_consent_sql)
    static let updateContent = StoreStatement("update-content", PackageResources.update_content_sql)
    static let updateSender = StoreStatement("update-sender", PackageResources.update_sender_sql)
    static let updateState = StoreStatement("update-state", PackageResources.update_state_sql)
}

extension StoreStatement {
    /// All statements except for migrations; a test compares them with the files.
    static let all: [StoreStatement] = [
        .addCampaignCount, .allSubscribers, .anyPreference, .campaign, .campaignCounts, .campaignOfIssue, .campaigns,
        .claimConfirmation, .claimDelivery, .countDeliveries, .countStates, .countSuppressions, .counter,
        .createMigrations, .deleteConfirmation, .deleteDomainPauses, .deleteInterruptedConfirmations,
        .deletePreferences, .deleteSignUp, .deleteSubscriber, .deleteSuppression, .deleteUnconfirmed,
        .deliveriesOfSubscriber, .delivery, .deliveryOfMessage, .domainPauses, .dueConfirmation, .endDelivery, .endLane,
        .endSenders, .excludeRepeated, .failureBaseline, .forgetDeliveries, .insertCampaign, .insertConfirmation,
        .insertDeliveries, .insertKey, .insertLostDeliveries, .insertMigration, .insertPreference, .insertSender,
        .insertSignUp, .insertSubscriber, .insertSuppression, .keys, .lastMigration, .lastSender, .listedDeliveries,
        .listing, .lostDeliveries, .markInFlight, .moveDeliveries, .nextDue, .nextLane, .plannedDeliveries,
        .preferences, .publishJournal, .publishJournals, .putPublishJournal, .rateLimit, .releaseClaims,
        .releaseDeliveries, .resolveDelivery, .retryConfirmation, .returnDelivery, .setAudience, .setCounter,
        .setDomainPause, .setFailureBaseline, .setLane, .setListing, .setRateLimit, .settleDelivery, .signUps,
        .subscriberByAddress, .subscriberById, .subscribersInState, .suppression, .uncertainDeliveries, .updateCampaign,
        .updateConfirmation, .updateConsent, .updateContent, .updateSender, .updateState,
    ]
}
