import Testing

@testable import Check

@Suite struct RecentValuesTests {
    @Test func computesAValueOnce() {
        let values = RecentValues<String>(capacity: 2)
        var made: [Int] = []
        func value(_ key: Int) -> String {
            values.value(key) {
                made.append(key)
                return "v\(key)"
            }
        }
        #expect([1, 2, 1, 2].map(value) == ["v1", "v2", "v1", "v2"])
        #expect(made == [1, 2])
    }

    @Test func dropsTheOldestValue() {
        let values = RecentValues<Int>(capacity: 2)
        var made: [Int] = []
        for key in [1, 2, 3, 2, 3, 1, 3, 2] {
            _ = values.value(key) {
                made.append(key)
                return key
            }
        }
        #expect(made == [1, 2, 3, 1, 2])
    }
}
