import Testing

@testable import Check

@Suite struct ConflictMarkerLeftTests {
    @Test func findsGitsMarkers() throws {
        try Checking().expect(
            ConflictMarkerLeft.self,
            finds: """
                # Links

                1️⃣<<<<<<< ours2️⃣
                * [A](https://a.org)
                3️⃣||||||| base4️⃣
                =======
                * [B](https://b.org)
                5️⃣>>>>>>> theirs: a branch6️⃣
                """)
    }

    @Test func keepsCodeQuotationsAndUnderlines() throws {
        try Checking().expect(
            ConflictMarkerLeft.self,
            finds: """
                # Links

                Title
                =======

                > > > a quotation

                ```
                <<<<<<< ours
                >>>>>>> theirs
                ```

                <<<<<<<< eight

                <<<<<<<seven
                """)
    }
}
