import Testing
@Test func stubDefinitions() {}
