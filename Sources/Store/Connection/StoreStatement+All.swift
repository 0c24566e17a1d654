extension StoreStatement {
    static let addCampaignCount = StoreStatement("add-campaign-count", PackageResources.add_campaign_count_sql)
    static let allSubscribers = StoreStatement("all-subscribers", PackageResources.all_subscribers_sql)
    static let anyPreference = StoreStatement("any-preference", PackageResources.any_preference_sql)
    static let campaign = StoreStatement("campaign", PackageResources.campaign_sql)
    static let campaignCounts = StoreStatement("campaign-counts", PackageResources.campaign_counts_sql)
    static let campaignOfIssue = StoreStatement("campaign-of-issue", PackageResources.campaign_of_issue_sql)
    static let campaigns = StoreStatement("campaigns", PackageResources.campaigns_sql)
    static let claimConfirmation = StoreStatement("claim-confirmation", PackageResources.claim_confirmation_sql)
    static let countDeliveries = StoreStatement("count-deliveries", PackageResources.count_deliveries_sql)
    static let countStates = StoreStatement("count-states", PackageResources.count_states_sql)
    static let countSuppressions = StoreStatement("count-suppressions", PackageResources.count_suppressions_sql)
    static let counter = StoreStatement("counter", PackageResources.counter_sql)
    static let createMigrations = StoreStatement("create-migrations", PackageResources.create_migrations_sql)
    static let deleteConfirmation = StoreStatement("delete-confirmation", PackageResources.delete_confirmation_sql)
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
    static let dueConfirmation = StoreStatement("due-confirmation", PackageResources.due_confirmation_sql)
    static let endDelivery = StoreStatement("end-delivery", PackageResources.end_delivery_sql)
    static let excludeRepeated = StoreStatement("exclude-repeated", PackageResources.exclude_repeated_sql)
    static let forgetDeliveries = StoreStatement("forget-deliveries", PackageResources.forget_deliveries_sql)
    static let insertCampaign = StoreStatement("insert-campaign", PackageResources.insert_campaign_sql)
    static let insertConfirmation = StoreStatement("insert-confirmation", PackageResources.insert_confirmation_sql)
    static let insertDeliveries = StoreStatement("insert-deliveries", PackageResources.insert_deliveries_sql)
    static let insertKey = StoreStatement("insert-key", PackageResources.insert_key_sql)
    static let insertMigration = StoreStatement("insert-migration", PackageResources.insert_migration_sql)
    static let insertPreference = StoreStatement("insert-preference", PackageResources.insert_preference_sql)
    static let insertSignUp = StoreStatement("insert-sign-up", PackageResources.insert_sign_up_sql)
    static let insertSubscriber = StoreStatement("insert-subscriber", PackageResources.insert_subscriber_sql)
    static let insertSuppression = StoreStatement("insert-suppression", PackageResources.insert_suppression_sql)
    static let keys = StoreStatement("keys", PackageResources.keys_sql)
    static let lastMigration = StoreStatement("last-migration", PackageResources.last_migration_sql)
    static let moveDeliveries = StoreStatement("move-deliveries", PackageResources.move_deliveries_sql)
    static let preferences = StoreStatement("preferences", PackageResources.preferences_sql)
    static let retryConfirmation = StoreStatement("retry-confirmation", PackageResources.retry_confirmation_sql)
    static let setAudience = StoreStatement("set-audience", PackageResources.set_audience_sql)
    static let setCounter = StoreStatement("set-counter", PackageResources.set_counter_sql)
    static let signUps = StoreStatement("sign-ups", PackageResources.sign_ups_sql)
    static let subscriberByAddress = StoreStatement("subscriber-by-address", PackageResources.subscriber_by_address_sql)
    static let subscriberById = StoreStatement("subscriber-by-id", PackageResources.subscriber_by_id_sql)
    static let subscribersInState = StoreStatement("subscribers-in-state", PackageResources.subscribers_in_state_sql)
    static let suppression = StoreStatement("suppression", PackageResources.suppression_sql)
    static let updateCampaign = StoreStatement("update-campaign", PackageResources.update_campaign_sql)
    static let updateConfirmation = StoreStatement("update-confirmation", PackageResources.update_confirmation_sql)
    static let updateConsent = StoreStatement("update-consent", PackageResources.update_consent_sql)
    static let updateState = StoreStatement("update-state", PackageResources.update_state_sql)
}

extension StoreStatement {
    /// All statements except for migrations; a test compares them with the files.
    static let all: [StoreStatement] = [
        .addCampaignCount, .allSubscribers, .anyPreference, .campaign, .campaignCounts, .campaignOfIssue, .campaigns,
        .claimConfirmation, .countDeliveries, .countStates, .countSuppressions, .counter, .createMigrations,
        .deleteConfirmation, .deleteInterruptedConfirmations, .deletePreferences, .deleteSignUp, .deleteSubscriber,
        .deleteSuppression, .deleteUnconfirmed, .deliveriesOfSubscriber, .delivery, .deliveryOfMessage,
        .dueConfirmation, .endDelivery,
        .excludeRepeated, .forgetDeliveries,
        .insertCampaign, .insertConfirmation, .insertDeliveries, .insertKey, .insertMigration, .insertPreference,
        .insertSignUp, .insertSubscriber, .insertSuppression, .keys, .lastMigration, .moveDeliveries, .preferences,
        .retryConfirmation, .setAudience, .setCounter, .signUps, .subscriberByAddress, .subscriberById,
        .subscribersInState, .suppression, .updateCampaign, .updateConfirmation, .updateConsent, .updateState,
    ]
}
