import Testing
@Test func stubDemonstration() {}
