enum AssessStub {}
