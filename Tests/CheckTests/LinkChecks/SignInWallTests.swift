import Context
import Newsletter
import Testing

@testable import Check

@Suite struct SignInWallTests {
    @Test func findsRedirectsToSignIn() throws {
        let answer = LinkAnswer.redirected(302, to: "https://example.org/login?next=/page")
        #expect(try Checking().summaries(SignInWall.self, answer).count == 1)
    }

    @Test func findsPagesThatOnlyAskForAPassword() throws {
        let answer = LinkAnswer.page {
            $0.title = "Sign in to Example"
            $0.wall = .signIn
        }
        #expect(try Checking().summaries(SignInWall.self, answer).count == 1)
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(SignInWall.self, .page { $0.wall = .signIn }).isEmpty)
        let text = "# Links\n* [Sign in](https://example.org/login)\n"
        let answer = LinkAnswer.redirected(302, to: "https://example.org/login/")
        #expect(try Checking().summaries(SignInWall.self, answer, to: text).isEmpty)
        let article = LinkAnswer.redirected(302, to: "https://example.org/how-to-log-in")
        #expect(try Checking().summaries(SignInWall.self, article).isEmpty)
    }
}
