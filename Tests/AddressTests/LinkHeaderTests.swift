import Testing

@testable import Address

@Suite struct LinkHeaderTests {
    private func next(in value: String) -> String? { LinkHeader.target(of: "next", in: value) }

    @Test(arguments: [
        #"<https://api.example/?page=2>; rel="next""#,
        #"<https://api.example/?page=1>; rel="prev", <https://api.example/?page=2>; rel="next", <u>; rel="last""#,
        "<https://api.example/?page=2>;rel=next", #"<https://api.example/?page=2>; title="a, b; c"; rel="last next""#,
        #"<https://api.example/?page=2> ; title=x ; REL = "Next""#, #"x, <https://api.example/?page=2>; rel="next""#,
        #"<https://api.example/?page=2>; title="a \" rel=\"last\""; rel="next""#,
    ])
    func findsTheTargetOfARelation(value: String) {
        #expect(next(in: value) == "https://api.example/?page=2")
    }

    @Test func keepsCommasAndSemicolonsOfTheTarget() {
        #expect(next(in: #"</a?x=1,2;y>; rel="next""#) == "/a?x=1,2;y")
    }

    @Test(arguments: [
        "", ",", "<", "<u", "<u>", "u; rel=next", #"<u>; rel="last""#, #"<u>; rel="nextpage""#, "<u>; rel", "<u>; rel=",
        #"<u>; title="rel=next""#, #"<u>; title="; rel=next""#, #"<u>; rel="last"; rel="next""#, #"<u>; rel=""#,
        #"<u>; rel="next\"#,
    ])
    func findsNothingElse(value: String) {
        #expect(next(in: value) == nil)
    }
}
