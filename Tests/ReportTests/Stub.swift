import Testing
@Test func stubReport() {}
