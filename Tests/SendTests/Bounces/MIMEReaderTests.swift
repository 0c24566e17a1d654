import Testing

@testable import Send

@Suite struct MIMEReaderTests {
    private func parts(_ text: String) -> [String] {
        MIMEReader.read(Array(text.utf8)[...]).parts
            .map { "\($0.type.name): \(String(decoding: $0.body(), as: UTF8.self))" }
    }

    @Test func readsAMessageWithoutParts() {
        #expect(parts("Subject: x\n\n--b\nHello\n") == ["text/plain: --b\nHello\n"])
        #expect(parts("Content-Type: Text/HTML\r\n\r\nx") == ["text/html: x"])
        #expect(parts("") == ["text/plain: "])
    }

    @Test func readsNestedParts() {
        let text = """
            Content-Type: multipart/mixed; boundary="a (b)"

            before
            --a (b)
            Content-Type: multipart/alternative; boundary=c

            --c

            one
            --c
            Content-Type: text/html
            Content-Transfer-Encoding: base64

            dHdv
            --c--
            between
            --a (b)\t
            Content-Type: text/x-three
            Content-Transfer-Encoding: quoted-printable

            thr=65=
            e
            --a (b)--
            after
            """
        #expect(parts(text) == ["text/plain: one", "text/html: two", "text/x-three: three"])
    }

    @Test func endsInnerPartsAtAnOuterBoundary() {
        let text =
            "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--a\n\ntwo\n"
        #expect(parts(text) == ["text/plain: one", "text/plain: two\n"])
    }

    @Test func limitsDepthAndNumber() {
        var deep = "Content-Type: multipart/mixed; boundary=0\n\n"
        for level in 0..<100 { deep += "--\(level)\nContent-Type: multipart/mixed; boundary=\(level + 1)\n\n" }
        #expect(parts(deep).count == 1)
        let many = String(repeating: "--b\n\nx\n", count: MIMEReader.mostParts + 10)
        #expect(parts("Content-Type: multipart/mixed; boundary=b\n\n" + many).count == MIMEReader.mostParts)
    }

    @Test func unfoldsFieldsAndEndsTheHeaderAtALineThatIsNone() {
        let (header, end) = MailHeader.read(Array("From x\nA:  1\n\t2\nb : 3\nno field\nC: 4\n\n".utf8)[...])
        #expect(header.fields == [.init(name: "a", value: "1\t2"), .init(name: "b", value: "3")])
        #expect(end == 22)
    }

    @Test(arguments: [
        ("multipart/report; report-type=x; boundary=\"a;\\\"b\"", "a;\"b"), ("multipart/x ; BOUNDARY = a", "a"),
        ("multipart/x (c; boundary=n); boundary=a; boundary=b", "a"),
        ("multipart/x; boundary*0=a; boundary*1=\"b\"", "ab"),
        ("multipart/x", nil), ("", nil), (";;=;", nil),
    ])
    func readsParameters(text: String, boundary: String?) {
        #expect(MediaType(text)["boundary"] == boundary)
    }

    @Test(arguments: [
        ("quoted-printable", "a=3Db=\r\nc=zz= \nd=", "a=bc=zzd="), ("base64", "YW Jj\r\nZA==ignored", "abcd"),
        ("7bit", "a=3D", "a=3D"),
        ("base64", "****", ""),
    ])
    func decodes(encoding: String, text: String, decoded: String) {
        let bytes = TransferDecoding.decoded(Array(text.utf8)[...], encoding, atMost: 100)
        #expect(String(decoding: bytes, as: UTF8.self) == decoded)
        #expect(TransferDecoding.decoded(Array(text.utf8)[...], encoding, atMost: 0).isEmpty)
    }
}
