import Testing

@testable import Search

@Suite struct IntegerLogarithmTests {
    @Test(arguments: [(1, 0), (2, 64), (3, 96), (128, 448), (95, 415), (59365, 1011)])
    func countsSixtyFourthsOfABit(number: Int, logarithm: Int) {
        #expect(IntegerLogarithm.log(number) == logarithm)
    }

    @Test func givesRareWordsMore() {
        #expect(IntegerLogarithm.inverseFrequency(128, of: 59365) == 563)
        #expect(IntegerLogarithm.inverseFrequency(59365, of: 59365) == 1)
        #expect(IntegerLogarithm.inverseFrequency(0, of: 0) == 1)
    }
}
