import Testing
@Test func stubRegister() {}
