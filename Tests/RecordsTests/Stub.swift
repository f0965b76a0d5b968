import Testing
@Test func stubRecords() {}
