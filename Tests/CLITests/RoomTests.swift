import Foundation
import Records
import Register
import Testing
import Workshop

/// A disk without room, and one that cannot be written to.
@Suite struct `Where nothing can be written` {
    private let homeward: Homeward
    private let package: String

    init() throws {
        homeward = try Homeward()
        package = try ManyRows(families: 1000).write(to: homeward.folder)
    }

    /// The small package goes in, the large one does not; then the small one is all there is, and sound.
    @Test(.enabled(if: Homeward.canMount)) func `a full disk records nothing and says so`() throws {
        let small = try SmallPackage().write(to: homeward.folder)
        let ran = try homeward.shellThatMounts(
            """
            mkdir disk && mount -t tmpfs -o size=3000k none disk || exit 90
            "$0" import "$1" --register disk/homeward.db >&2 || exit 91
            "$0" import "$2" --register disk/homeward.db; status=$?
            "$0" verify --register disk/homeward.db >&2 || exit 92
            "$0" report key-information --register disk/homeward.db --format json >&2 || exit 93
            exit $status
            """,
            small,
            package
        )
        #expect(ran.status == 3, "\(ran.err)")
        #expect(ran.out == "")
        #expect(ran.err.contains("The disk is full. Nothing was recorded. Make room and do it again.\n"), "\(ran.err)")
        #expect(ran.err.contains("1 change and 5 versions checked, 0 problems found."), "\(ran.err)")
    }

    @Test func `a file that may not grow records nothing and says so`() throws {
        let small = try SmallPackage().write(to: homeward.folder)
        #expect(try homeward("import", small).status == 0)
        let known = try OpenedRegister(homeward.register).register.records()
        let ran = try homeward.shell("trap '' XFSZ; ulimit -f 600; exec \"$0\" import \"$1\"", package)
        #expect(ran.status == 3, "\(ran.err)")
        #expect(ran.out == "")
        #expect(ran.err.contains("Nothing was recorded."), "\(ran.err)")
        let register = try OpenedRegister(homeward.register).register
        #expect(try register.latestChange() == 1)
        #expect(try register.records() == known)
        #expect(try register.verify().isSound)
        #expect(try homeward("import", package).out.contains("Imported as change 2."))
    }

    @Test(.enabled(if: Homeward.canMount)) func `a register that can only be read says so`() throws {
        #expect(try homeward("import", SmallPackage().write(to: homeward.folder)).status == 0)
        let ran = try homeward.shellThatMounts(
            """
            mkdir disk && mount -t tmpfs none disk && cp homeward.db* disk/ && mount -o remount,ro disk || exit 90
            exec "$0" import "$1" --register disk/homeward.db
            """,
            package
        )
        #expect(ran.status == 3, "\(ran.err)")
        #expect(ran.out == "")
        let words = "The register can only be read: its file or folder is write-protected. Nothing was recorded.\n"
        #expect(ran.err == words)
    }

    @Test(.enabled(if: Homeward.canMount)) func `a folder that can only be read takes no package`() throws {
        let ran = try homeward.shellThatMounts(
            "mkdir disk && mount -t tmpfs -o ro none disk || exit 90; exec \"$0\" demo disk/package"
        )
        #expect(ran.status == 2)
        #expect(ran.out == "")
        let words =
            "The folder disk/package cannot be written to. Check that there is room and that you may write there.\n"
        #expect(ran.err == words)
    }
}
