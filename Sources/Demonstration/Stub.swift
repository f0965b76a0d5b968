enum DemonstrationStub {}
