internal import Context
internal import Newsletter
internal import Text

extension SourceClient {
    /// Sends a GraphQL query, and returns the data of the answer.
    ///
    /// - Throws: also a fault with the errors that the server reports for the query.
    func graphQL<Value: Decodable>(
        _ type: Value.Type, _ url: String, query: String, variables: [(String, JSONText)], headers: HTTPHeaders
    ) async throws(SourceFault) -> JSONPage<Value> {
        let body = JSONText.object([("query", .text(query)), ("variables", .members(variables))])
        let page = try await json(GraphQLAnswer<Value>.self, url, posting: body.bytes, headers: headers)
        if let data = page.value.data {
            return JSONPage(value: data, response: page.response, faults: page.faults)
        }
        let words = (page.value.errors ?? []).compactMap(\.message).joined(separator: "; ")
        throw SourceFault(
            words.isEmpty ? "is missing" : "is missing: \(words.collapsingBlanks.prefix(300))", source: source,
            address: url, field: "data")
    }
}

private struct GraphQLAnswer<Value: Decodable>: Decodable {
    struct Fault: Decodable {
        var message: String?
    }

    var data: Value?
    var errors: [Fault]?
}
