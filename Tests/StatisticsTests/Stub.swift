import Testing
@Test func stubStatistics() {}
