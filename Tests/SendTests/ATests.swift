import Send
import Testing
