import CXlsxWriter
import Documents
import Foundation
import Values

/// Writes a spreadsheet as XLSX.
///
/// The same workbook gives the same bytes: the file's own dates are fixed, and the cover says when it was made.
struct WorkbookFile {
    let book: UnsafeMutablePointer<lxw_workbook>
    private let workbook: Workbook
    private var formats: [SheetFormat: UnsafeMutablePointer<lxw_format>] = [:]
    private let heading: UnsafeMutablePointer<lxw_format>?
    private let wrapped: UnsafeMutablePointer<lxw_format>?
    /// Of a column's heading.
    private let top: UnsafeMutablePointer<lxw_format>?
    /// Of a line that runs on over the next columns.
    private let plain: UnsafeMutablePointer<lxw_format>?
    private var faults: [lxw_error] = []
    private var held: [CText] = []

    static func bytes(of workbook: Workbook) throws -> [UInt8] {
        for sheet in workbook.sheets where sheet.rows.count > mostRows || sheet.columns.count > mostColumns {
            throw Press.Refusal(
                "\(sheet.title) is too large for a spreadsheet: at most \(mostRows.grouped) rows. Take it as CSV."
            )
        }
        return try Press.inFolder { folder in
            let file = folder.appending(path: "book.xlsx").path
            let own = CText(folder.path)
            var options = lxw_workbook_options(constant_memory: 0, tmpdir: own.pointer, use_zip64: 0)
            guard let book = workbook_new_opt(file, &options) else {
                throw Press.Refusal("There is no memory to make the spreadsheet.")
            }
            var writer = WorkbookFile(book, workbook)
            writer.write()
            let status = withExtendedLifetime((own, writer.held)) { workbook_close(book) }
            guard status == LXW_NO_ERROR, writer.faults.isEmpty, let data = FileManager.default.contents(atPath: file)
            else { throw Press.Refusal("There is no room for temporary files, so the spreadsheet could not be made.") }
            return Array(data)
        }
    }

    private static let mostRows = 1_048_000
    private static let mostColumns = 1_000
    /// Characters that a cell can hold.
    private static let mostCharacters = 32_000

    private init(_ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook) {
        self.book = book
        self.workbook = workbook
        heading = workbook_add_format(book)
        format_set_bold(heading)
        format_set_font_size(heading, 14)
        wrapped = workbook_add_format(book)
        format_set_text_wrap(wrapped)
        format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        top = workbook_add_format(book)
        format_set_bold(top)
        format_set_text_wrap(top)
        format_set_bottom(top, UInt8(LXW_BORDER_MEDIUM.rawValue))
        plain = workbook_add_format(book)
        format_set_align(plain, UInt8(LXW_ALIGN_LEFT.rawValue))
    }

    private mutating func write() {
        setProperties()
        writeCover()
        for (index, sheet) in workbook.sheets.enumerated() { write(sheet, number: index + 1) }
    }

    /// Words for C that live until the book is closed, since the library does not copy all of them.
    mutating func text(_ words: String) -> UnsafeMutablePointer<CChar>? {
        let text = CText(words)
        held.append(text)
        return text.pointer
    }

    private mutating func setProperties() {
        var properties = lxw_doc_properties()
        properties.title = text(workbook.title)
        properties.subject = text(workbook.marking.rawValue)
        properties.author = text("Homeward")
        properties.comments = text(workbook.lines.joined(separator: "\n"))
        // The first day of 1980, which is also the date of the entries in the file.
        properties.created = 315_532_800
        note(workbook_set_properties(book, &properties))
    }

    mutating func note(_ status: lxw_error) {
        if status != LXW_NO_ERROR { faults.append(status) }
    }

    private mutating func add(_ name: String) -> UnsafeMutablePointer<lxw_worksheet>? {
        guard let sheet = workbook_add_worksheet(book, text(name)) else {
            faults.append(LXW_ERROR_SHEETNAME_ALREADY_USED)
            return nil
        }
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        note(worksheet_set_header(sheet, text("&C\(workbook.marking.rawValue)")))
        note(worksheet_set_footer(sheet, text("&L&A&RPage &P of &N")))
        return sheet
    }

    private mutating func write(
        _ words: String,
        _ row: Int,
        _ column: Int,
        on sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ format: UnsafeMutablePointer<lxw_format>? = nil
    ) {
        let kept = words.utf16.count <= WorkbookFile.mostCharacters ? words : String(words.prefix(8_000)) + "…"
        let text = CText(kept)
        note(worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text.pointer, format))
    }

    /// What the workbook is about, one line a row, and where to go on.
    private mutating func writeCover() {
        guard let sheet = add("Cover") else { return }
        note(worksheet_set_column(sheet, 0, 0, 100, nil))
        write(workbook.title, 0, 0, on: sheet, heading)
        let lines =
            [workbook.marking.rawValue] + workbook.lines
            + [
                "The sheet Contents lists what follows. Each sheet has one table, under its title.",
                "The sheet Notes says what marks mean.",
            ]
        for (index, line) in lines.enumerated() { write(line, index + 1, 0, on: sheet, wrapped) }
    }

    private mutating func write(_ sheet: Sheet, number: Int) {
        guard let page = add(sheet.name) else { return }
        write(sheet.title, 0, 0, on: page, heading)
        for (index, line) in sheet.notes.enumerated() { write(line, index + 1, 0, on: page, plain) }
        let top = sheet.notes.count + 1
        for (index, column) in sheet.columns.enumerated() {
            note(worksheet_set_column(page, lxw_col_t(index), lxw_col_t(index), Double(column.width), wrapped))
        }
        for (index, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() { write(cell, top + 1 + index, column, on: page) }
        }
        addTable(sheet, number: number, top: top, to: page)
        worksheet_freeze_panes(page, lxw_row_t(top + 1), 1)
        note(worksheet_repeat_rows(page, lxw_row_t(top), lxw_row_t(top)))
        if number == 1 { linkContents(sheet, top: top, on: page) }
        if let chart = sheet.chart { draw(chart, sheet, top: top, on: page) }
    }

    private mutating func write(
        _ cell: SheetCell,
        _ row: Int,
        _ column: Int,
        on sheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        let (at, column) = (lxw_row_t(row), lxw_col_t(column))
        switch cell {
        case .blank: break
        case .words(let words): write(words, row, Int(column), on: sheet, wrapped)
        case .symbol(let symbol): write(symbol.text, row, Int(column), on: sheet, format(nil))
        case .number(let number, let written):
            note(worksheet_write_number(sheet, at, column, number, format(written)))
        case .day(let day):
            let (year, month, dayOfMonth) = day.parts
            var date = lxw_datetime(
                year: Int32(year),
                month: Int32(month),
                day: Int32(dayOfMonth),
                hour: 0,
                min: 0,
                sec: 0
            )
            // Spreadsheets know no day before 1900.
            guard year >= 1900 else { return write(day.iso, row, Int(column), on: sheet, wrapped) }
            note(worksheet_write_datetime(sheet, at, column, &date, format(.day)))
        }
    }

    /// The format of a number, made once; without one, that of a mark in a column of numbers.
    private mutating func format(_ written: SheetFormat?) -> UnsafeMutablePointer<lxw_format>? {
        let key = written ?? .digits
        if let format = formats[key] { return format }
        let format = workbook_add_format(book)
        format_set_num_format(format, text(key.pattern))
        format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        formats[key] = format
        return format
    }

    private mutating func addTable(
        _ sheet: Sheet,
        number: Int,
        top: Int,
        to page: UnsafeMutablePointer<lxw_worksheet>
    ) {
        var columns: [lxw_table_column] = sheet.columns.map { column in
            var made = lxw_table_column()
            made.header = text(column.title)
            made.header_format = self.top
            made.format = column.format.flatMap { format($0) }
            return made
        }
        let name = text("Table_\(number)")
        let (last, right) = (lxw_row_t(top + sheet.rows.count), lxw_col_t(sheet.columns.count - 1))
        var status = LXW_NO_ERROR
        columns.withUnsafeMutableBufferPointer { columns in
            // The list of columns ends with a null.
            var list: [UnsafeMutablePointer<lxw_table_column>?] = columns.indices.map {
                columns.baseAddress?.advanced(by: $0)
            }
            list.append(nil)
            list.withUnsafeMutableBufferPointer { list in
                var options = lxw_table_options()
                options.name = name
                options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                options.style_type_number = 1
                options.columns = list.baseAddress
                status = worksheet_add_table(page, lxw_row_t(top), 0, last, right, &options)
            }
        }
        note(status)
    }

    /// Each line of the contents leads to its sheet.
    private mutating func linkContents(_ sheet: Sheet, top: Int, on page: UnsafeMutablePointer<lxw_worksheet>) {
        for (index, target) in workbook.sheets.dropFirst(Workbook.before).enumerated() {
            let row = lxw_row_t(top + 1 + index)
            note(worksheet_write_url(page, row, 0, text("internal:'\(target.name)'!A1"), nil))
            write(target.name, Int(row), 0, on: page)
        }
    }
}
