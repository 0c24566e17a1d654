internal import Newsletter
internal import Text

/// Finds dates written as `YYYY-MM-DD` in bytes.
enum DateScanner {
    struct Found {
        var range: Range<Int>
        /// The date; nil if it doesn't exist, such as 31 April.
        var date: CalendarDate?
    }

    static func isoDates(_ bytes: [UInt8], _ range: Range<Int>) -> [Found] {
        var found: [Found] = []
        var index = range.lowerBound
        while index + 10 <= range.upperBound {
            guard ASCII.isDigit(bytes[index]),
                index == range.lowerBound || !ASCII.isWord(bytes[index - 1]) && bytes[index - 1] != 0x2D,
                let date = parts(bytes, index), index + 10 == range.upperBound || !ASCII.isWord(bytes[index + 10])
            else {
                index += 1
                continue
            }
            found.append(
                Found(
                    range: index..<(index + 10), date: CalendarDate(year: date.year, month: date.month, day: date.day)))
            index += 10
        }
        return found
    }

    private static func parts(_ bytes: [UInt8], _ start: Int) -> (year: Int, month: Int, day: Int)? {
        guard bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D, let year = number(bytes, start, 4),
            let month = number(bytes, start + 5, 2), let day = number(bytes, start + 8, 2)
        else { return nil }
        return (year, month, day)
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ digits: Int) -> Int? {
        var value = 0
        for index in start..<(start + digits) {
            guard ASCII.isDigit(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - 0x30)
        }
        return value
    }
}
