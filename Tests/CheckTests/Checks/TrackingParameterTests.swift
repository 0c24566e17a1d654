import Testing

@testable import Check

@Suite struct TrackingParameterTests {
    @Test func findsParametersThatTellWhereReadersCameFrom() throws {
        try Checking().expect(
            TrackingParameter.self,
            finds: """
                # Links
                * [A](https://a.org/1️⃣?utm_source=x&id=3&fbclid=y2️⃣#top)
                * [B](https://youtu.be/abc3️⃣?si=x4️⃣)

                [c]: https://c.org/5️⃣?utm_medium=z6️⃣
                """)
    }

    @Test func keepsWhatThePageNeeds() throws {
        try Checking().expect(
            TrackingParameter.self,
            finds: "# Links\n* [A](https://a.org/?id=3&page=2)\n* [B](https://b.org/utm_source)\n")
        try Checking().expect(
            TrackingParameter.self,
            finds: "# Links\n* [A](https://medium.com/a1️⃣?source=x&sk=0f2️⃣) [B](https://medium.com/b?sk=1)\n")
    }

    @Test func keepsThemInAdvertisements() throws {
        try Checking().expect(
            TrackingParameter.self,
            finds:
                "# Links\n* [A](https://a.org/?utm_source=x) (ad)\n  > [B](https://b.org/?utm_source=x)\n* [C](https://c.org/1️⃣?utm_source=x2️⃣)\n"
        )
    }

    @Test func takesThemOut() throws {
        let text = "# Links\n* [A](https://a.org/?utm_source=x&id=3&fbclid=y#top) [B](https://b.org/?utm_source=x)\n"
        #expect(
            try Checking().fixed(TrackingParameter.self, text)
                == "# Links\n* [A](https://a.org/?id=3#top) [B](https://b.org/)\n")
        #expect(
            try Checking().fixed(TrackingParameter.self, "# Links\n* [A](https://medium.com/a?source=x&sk=0f)\n")
                == "# Links\n* [A](https://medium.com/a?sk=0f)\n")
    }

    @Test func takesAnEscapedAmpersandForOne() throws {
        #expect(
            try Checking().fixed(TrackingParameter.self, "# Links\n* [A](https://a.org/x?utm_source=r&amp;a=1)\n")
                == "# Links\n* [A](https://a.org/x?a=1)\n")
        #expect(
            try Checking().fixed(TrackingParameter.self, "# Links\n* [A](https://a.org/x?a=1&amp;utm_source=r)\n")
                == "# Links\n* [A](https://a.org/x?a=1)\n")
    }
}
