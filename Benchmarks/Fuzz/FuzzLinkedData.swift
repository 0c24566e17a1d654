internal import Context
@testable import Collect

/// The bytes are the linked data of a page (JSON-LD).
struct FuzzLinkedData: FuzzTarget {
    func test(_ bytes: [UInt8]) {
        let page = Array("<script type=\"application/ld+json\">".utf8) + bytes + Array("</script>".utf8)
        guard let root = MarkupLibrary.html(page) else { return }
        let url = "https://events.example/"
        let data = LinkedData(page: root, at: url, client: SourceClient(source: "json-ld", http: .none))
        for event in data.events { _ = event.occurrence(foundAt: url) }
    }
}
