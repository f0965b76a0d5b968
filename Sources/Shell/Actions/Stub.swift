enum ActionsStub {}
