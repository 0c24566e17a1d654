import Testing

@testable import Check

@Suite struct TakenRangesTests {
    @Test(arguments: [
        (4..<6, false), (4..<7, true), (7..<7, true), (10..<10, true), (11..<12, false), (13..<20, true),
        (20..<20, true),
        (21..<30, false), (0..<40, true),
    ])
    func tellsWhatTouches(range: Range<Int>, touches: Bool) {
        var taken = TakenRanges()
        for range in [14..<20, 7..<10, 8..<9] { taken.insert(range) }
        #expect(taken.touch(range) == touches)
    }

    @Test func tellsWhatComparingEachTells() {
        var (taken, all): (TakenRanges, [Range<Int>]) = (TakenRanges(), [])
        var state: UInt64 = 7
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let start = Int(state >> 33) % 5000
            let range = start..<(start + Int(state >> 20) % 12)
            let touches = all.contains { $0.upperBound >= range.lowerBound && range.upperBound >= $0.lowerBound }
            #expect(taken.touch(range) == touches)
            if state % 3 != 0 || !touches {
                taken.insert(range)
                all.append(range)
            }
        }
    }
}
