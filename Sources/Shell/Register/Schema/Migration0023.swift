extension Migration {
    /// Publications that put others right.
    static let correcting = Migration(
        number: 23,
        text: """
            ALTER TABLE "publications" ADD COLUMN "corrects" TEXT;
            ALTER TABLE "publications" ADD COLUMN "reason" TEXT;
            """
    )
}
