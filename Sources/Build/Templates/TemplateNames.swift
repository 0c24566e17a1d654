internal import Newsletter

/// All names that a template may use; a test compares them with the shipped templates.
enum TemplateNames {
    static let all: Set<String> = Set(page + publication + issue + lists + events + mail).union(
        Localization.english.texts.keys)

    private static let page = [
        "language", "direction", "document_title", "description", "canonical", "og_type", "image", "json_ld",
        "stylesheet",
        "live_reload", "publication", "navigation", "words", "name", "href", "current", "page", "body", "target",
        "sentence", "back", "search", "on_search", "icon", "root", "script", "field",
    ]
    private static let publication = [
        "title", "author", "home", "archive", "license_name", "license_url", "submit", "source", "rss", "atom", "json",
        "calendar", "email", "subscribe", "signup", "form",
    ]
    private static let issue = [
        "issue", "number", "date", "datetime", "category", "category_href", "contents", "has_contents", "id",
        "children", "has_children", "older", "newer", "items", "entry",
    ]
    private static let lists = [
        "newest", "issue_list", "sections", "next", "deadline", "page_number", "page_count", "newer_page", "older_page",
        "years", "year", "count", "categories", "older_year", "newer_year", "topics",
    ]
    private static let mail = ["mail", "subject", "preheader", "web", "unsubscribe", "rest", "footer", "heading"]
    private static let events = [
        "regions", "events", "has_events", "end_date", "end_datetime", "place", "mode", "mode_name", "organizers",
        "organizer_href", "hours", "time_zone", "event_calendar",
    ]
}
