import Testing
@Test func stubIdentify() {}
