import Testing
@Test func stubValues() {}
