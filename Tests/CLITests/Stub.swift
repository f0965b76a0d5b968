import Testing
@Test func stubCLI() {}
