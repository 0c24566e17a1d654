import Testing

@testable import Search

/// Chinese has no spaces between words: whatever characters follow one another in a page, it is found by them.
@Suite struct ChineseTests {
    private static let pages = [
        "所有权与借用检查器详解", "生命周期标注入门教程", "异步编程的陷阱", "用宏减少重复代码", "嵌入式系统开发实践",
        "错误处理的最佳方式", "并发模型与消息传递", "智能指针和内部可变性", "模式匹配的高级用法", "特征对象与泛型的取舍",
        "从零编写操作系统内核", "网络服务器性能优化", "编译时间为什么这么长", "零成本抽象的真正含义", "数据库驱动的设计思路",
        "图形界面框架比较", "游戏引擎架构分析", "命令行工具开发指南", "单元测试与集成测试", "开源社区年度调查报告",
    ]

    private static let queries = [
        "所有", "所有权", "借用检查", "检查器", "生命", "生命周期", "标注", "入门教程", "异步", "异步编程", "陷阱", "重复代码", "嵌入式", "系统",
        "开发", "开发实践", "错误处理", "最佳", "并发", "消息传递", "智能指针", "可变性", "模式", "模式匹配", "高级用法", "特征对象", "泛型",
        "操作系统", "内核", "服务器", "性能优化", "编译", "编译时间", "零成本", "抽象", "数据库", "框架", "引擎架构", "命令行", "测试",
    ]

    private static let index = Task {
        let records = pages.enumerated().map { number, title in
            SearchRecord(
                title: title, url: "https://zh.example.org/\(number)", context: "", tags: [], host: "zh.example.org",
                section: SearchSection(id: "news", title: "News"), anchor: "aaaaaa", cost: 2)
        }
        let issue = SearchIssue(
            number: 1, title: "Weekly 1", year: 2026, date: "2026-01-07", path: "weekly-1/", records: records)
        return SearchContainer(await SearchIndexWriter.files(of: [issue], language: "zh")).flatMap { SearchIndex($0) }
    }

    @Test(arguments: queries)
    func findsEveryPageWithTheCharacters(query: String) async throws {
        let expected = Self.pages.filter { $0.contains(query) }
        #expect(!expected.isEmpty)
        let index = try #require(await Self.index.value)
        let found = try index.results(of: QueryParser.query(query), limit: 20).hits.map(\.title)
        #expect(Set(found).isSuperset(of: expected))
        // Pages with all of the characters come first.
        #expect(Set(found.prefix(expected.count)) == Set(expected))
    }

    @Test func asksForty() {
        #expect(Self.queries.count == 40 && Set(Self.queries).count == 40)
        #expect(Self.queries.allSatisfy { (2...4).contains($0.count) })
        #expect(Self.pages.count == 20)
    }
}
