import Context
import Testing

@Suite struct HTTPHeadersTests {
    @Test func findsALinkInAnyOfSeveralFields() {
        let headers = HTTPHeaders([
            .init(name: "Link", value: "</first>; rel=prev"), .init(name: "Date", value: "</wrong>; rel=next"),
            .init(name: "link", value: #"</second>; rel="next", </last>; rel="last""#),
        ])
        #expect(headers.link("next") == "/second")
        #expect(headers.link("last") == "/last")
        #expect(headers.link("first") == nil)
        #expect(HTTPHeaders().link("next") == nil)
    }
}
