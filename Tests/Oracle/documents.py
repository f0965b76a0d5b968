#!/usr/bin/env python3
"""Opens the program's spreadsheets and PDFs with other programs: openpyxl, LibreOffice, and the tools of poppler.

    documents.py --homeward .build/debug/homeward [--keep FOLDER]

A spreadsheet must hold what the JSON of the same answer holds, as numbers, in tables that a spreadsheet knows as such, with
nothing that would run as a formula; the same question must give the same bytes. A PDF must be tagged, name its language, and
bear its marking and its page's number on every page. Every document says what it stands on, who made it and what gives the same again.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
import zipfile
from html import escape
from pathlib import Path

from openpyxl import load_workbook

PACKAGE = Path(__file__).resolve().parents[1] / "Fixtures/essex"
AS_AT = "2019-01-31"
YEAR = ["--from", "2017-04-01", "--to", "2018-03-31"]
REGISTERED = {
    "scorecard": ["scorecard", "family-therapies-monthly", "--as-at", AS_AT],
    "measure": ["scorecard", "family-support-2012", "--measure", "engagement", "--by", "programme", "--as-at", AS_AT],
    "report-card": ["report-card", "whole-pathway", "--as-at", AS_AT],
    "distance": ["distance", *YEAR],
    "public-distance": ["distance", *YEAR, "--audience", "public"],
    "framework": ["framework", "family-outcomes", "--as-at", AS_AT],
    "pathway": ["pathway", *YEAR],
    "needs": ["needs", *YEAR],
    "foi": ["foi", "family-therapies", "--as-at", AS_AT],
    "performance": ["report", "performance", *YEAR],
    "public-performance": ["report", "performance", *YEAR, "--audience", "public"],
    "key-information": ["report", "key-information", "--as-at", AS_AT],
    "family-support": ["report", "family-support", *YEAR],
    "key-worker": ["report-card", "key-worker", "--as-at", AS_AT],
    "public-needs": ["needs", *YEAR, "--audience", "public"],
    "foi-account": ["foi", "family-therapies", "--as-at", AS_AT, "--account"],
    "figure": ["explain", "home.now", "--as-at", AS_AT],
    "identify": ["identify", "--criteria", "troubled-families-2012", "--as-at", AS_AT],
    "statement": ["contract", "statement", "--contract", "essex-care-days", "--as-at", AS_AT],
    "claimable": ["contract", "claims", "claimable", "--contract", "essex-care-days", "--as-at", AS_AT],
    "forecast": ["contract", "forecast", "--contract", "essex-care-days", "--as-at", AS_AT, "--trials", "20"],
    "unit-costs": ["unit-costs", "--programme", "mst", *YEAR],
    "scope": ["scope", "rotherham-mst-fit", "--as-at", AS_AT],
}
ALONE = {
    "plan": ["plan", "rotherham-mst-fit", "--trials", "20"],
    "benefit": ["benefit", "mst-example"],
    "simulation": ["contract", "simulate", "--contract", "essex-care-days", "--trials", "20"],
}
SYMBOLS = {"[c]", "[z]", "[x]", "[k]"}


class Documents:
    def __init__(self, homeward, folder):
        self.homeward, self.folder = Path(homeward).resolve(), folder
        self.register = folder / "documents.db"
        self.faults = []

    def expect(self, is_so, words):
        if not is_so:
            self.faults.append(words)

    def run(self, *arguments, binary=True, accepted=(0,)):
        command = [self.homeward, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True)
        if done.returncode not in accepted:
            raise SystemExit(f"{' '.join(map(str, command[1:]))} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout if binary else done.stdout.decode()

    def take(self):
        self.run("import", PACKAGE, "--register", self.register, accepted=(0, 1))

    def ask(self, name, *question):
        """The answer as a spreadsheet, twice, and as JSON."""
        asked = [*question, "--register", self.register]
        path = self.folder / f"{name}.xlsx"
        path.write_bytes(self.run(*asked, "--format", "xlsx"))
        return path, json.loads(self.run(*asked, "--format", "json"))

    def imprint(self, name, *question, is_of_register=True):
        """What the document says of itself, as data and as text."""
        told = json.loads(self.run(*question, "--format", "json"))["imprint"]
        for field in ["definitions", "made", "made_by", "completeness", "link"]:
            self.expect(told.get(field), f"{name}: its imprint does not say {field}")
        text = " ".join(self.run(*question, "--format", "text", binary=False).split())
        known = ["Known at change"] if is_of_register else []
        for words in [*known, "Definitions version", "Made ", " by ", "The same again: "]:
            self.expect(words in text, f"{name}: its text does not say {words!r}")
        rows = self.run(*question, "--format", "csv", binary=False).splitlines()
        self.expect(rows[0].endswith(",definitions,made,made_by,completeness,part,link"), f"{name}: its CSV lacks the imprint")

    def given_files(self):
        """What is made of files, without a register: protected counts, and the page of a linking."""
        counts = self.folder / "two counts.json"
        counts.write_text(json.dumps({"counts": [{"id": "north", "value": 3}, {"id": "south", "value": 40}]}))
        self.imprint("protect", "protect", counts, is_of_register=False)
        told = json.loads(self.run("protect", counts, "--format", "json"))
        again = shlex.split(told["imprint"]["link"])
        self.expect(again[0] == "homeward", f"protect: its command is {again}")
        same = json.loads(self.run(*again[1:], "--format", "json"))
        self.expect(same["counts"] == told["counts"], "protect: its command does not give the same again")
        people = self.folder / "people.csv"
        made_people = (PACKAGE.parent / "linkage/dataset3.csv").read_text().splitlines()
        people.write_text("\n".join(made_people[:400]) + "\n")
        page = self.folder / "linking.html"
        question = ["link", people, "--model", "febrl", "--train", "--out", self.folder / "clusters.csv", "--report", page]
        told = json.loads(self.run(*question, "--format", "json"))["imprint"]
        for field in ["definitions", "made", "made_by", "completeness", "link"]:
            self.expect(told.get(field), f"linking: its imprint does not say {field}")
            self.expect(field == "made" or escape(told[field]) in page.read_text(), f"linking: its page does not say {field}")

    def imprints(self):
        self.given_files()
        for name, question in REGISTERED.items():
            self.imprint(name, *question, "--register", self.register)
        for name, question in ALONE.items():
            self.imprint(name, *question, is_of_register=False)

    # Spreadsheets

    def spreadsheet(self, name, path):
        """What holds of every spreadsheet, as openpyxl reads it."""
        book = load_workbook(path)
        self.expect(book.sheetnames[:3] == ["Cover", "Contents", "Notes"], f"{name}: begins with {book.sheetnames[:3]}")
        self.expect(len({title.lower() for title in book.sheetnames}) == len(book.sheetnames), f"{name}: names of tabs")
        self.expect(bool(book.properties.title), f"{name}: has no title")
        self.expect(book.properties.created.year == 1980, f"{name}: has a date of its own: {book.properties.created}")
        cover = [row[0].value for row in book["Cover"].iter_rows(max_col=1)]
        for needed in ["OFFICIAL", "Definitions version", "Made "]:
            self.expect(any(needed in (line or "") for line in cover), f"{name}: its cover does not say {needed}")
        for sheet in book.worksheets[1:]:
            self.table_sheet(name, sheet)
        links = {cell.hyperlink.location for row in book["Contents"].iter_rows() for cell in row if cell.hyperlink}
        self.expect(len(links) == len(book.sheetnames) - 3, f"{name}: its contents do not lead to every sheet")
        return book

    def table_sheet(self, name, sheet):
        place = f"{name}, {sheet.title}"
        self.expect(len(sheet.tables) == 1, f"{place}: has {len(sheet.tables)} tables")
        self.expect(not sheet.merged_cells.ranges, f"{place}: has merged cells")
        self.expect(sheet.freeze_panes is not None, f"{place}: nothing is frozen")
        self.expect(bool(sheet["A1"].value), f"{place}: has no title")
        for table in sheet.tables.values():
            rows = list(sheet[table.ref])
            heads = [cell.value for cell in rows[0]]
            self.expect([column.name for column in table.tableColumns] == heads, f"{place}: headings {heads}")
            for row in rows[1:]:
                self.expect(any(cell.value is not None for cell in row), f"{place}: has a blank row")
        for row in sheet.iter_rows():
            for cell in row:
                self.expect(cell.data_type != "f", f"{place}: {cell.coordinate} is a formula")

    def same_figures(self, name, book, answer):
        """Every figure of the JSON is a number of the sheet, at full precision."""
        sheet = book["Figures"]
        table = next(iter(sheet.tables.values()))
        rows = list(sheet[table.ref])
        heads = [cell.value for cell in rows[0]]
        value, cited = heads.index("Value"), heads.index("Name to cite")
        written = {row[cited].value: row[value] for row in rows[1:]}
        for figure in answer["figures"]:
            cell = written[figure["id"]]
            if figure["value"] is None:
                self.expect(cell.value == "[z]", f"{name}: {figure['id']} is {cell.value}, not [z]")
            else:
                self.expect(cell.data_type == "n", f"{name}: {figure['id']} is no number")
                near = abs(cell.value - figure["value"]) <= 1e-12 * max(1, abs(figure["value"]))
                self.expect(near, f"{name}: {figure['id']} is {cell.value}, not {figure['value']}")
            if figure["unit"] == "share":
                self.expect("%" in cell.number_format or figure["value"] is None, f"{name}: {figure['id']} has no %")

    def charts(self, name, path, least):
        with zipfile.ZipFile(path) as file:
            charts = [entry for entry in file.namelist() if re.match(r"xl/charts/chart\d+\.xml", entry)]
            drawings = "".join(file.read(entry).decode() for entry in file.namelist() if "drawings/drawing" in entry)
        self.expect(len(charts) >= least, f"{name}: has {len(charts)} charts, not {least}")
        self.expect(drawings.count('descr="') >= least, f"{name}: has charts without a description")

    def libre_office(self, paths):
        """LibreOffice opens each, and finds the numbers that openpyxl finds."""
        out = self.folder / "converted"
        command = ["soffice", f"-env:UserInstallation=file://{self.folder}/office", "--headless", "--convert-to", "ods:calc8"]
        subprocess.run([*command, "--outdir", out, *paths], check=True, capture_output=True, timeout=300)
        command[-1] = "xlsx:Calc MS Excel 2007 XML"
        back = self.folder / "back"
        subprocess.run([*command, "--outdir", back, *out.glob("*.ods")], check=True, capture_output=True, timeout=300)
        for path in paths:
            ours, theirs = load_workbook(path), load_workbook(back / path.name)
            self.expect(ours.sheetnames == theirs.sheetnames, f"{path.name}: LibreOffice has the sheets {theirs.sheetnames}")
            for sheet in ours.worksheets:
                for row in sheet.iter_rows():
                    for cell in row:
                        other = theirs[sheet.title][cell.coordinate].value
                        if isinstance(cell.value, (int, float)):
                            same = isinstance(other, (int, float)) and abs(other - cell.value) <= 1e-9 * max(1, abs(cell.value))
                            self.expect(same, f"{path.name}, {sheet.title}, {cell.coordinate}: {other} for {cell.value}")

    # PDF

    def pdf(self, name, marking, *question):
        path = self.folder / f"{name}.pdf"
        path.write_bytes(self.run(*question, "--register", self.register, "--format", "pdf"))
        said = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
        facts = dict(re.findall(r"^([^:]+):\s*(.*)$", said, re.M))
        self.expect(facts.get("Tagged") == "yes", f"{name}: is not tagged")
        self.expect(bool(facts.get("Title")), f"{name}: has no title")
        self.expect(facts.get("Page size", "").endswith("(A4)"), f"{name}: is {facts.get('Page size')}")
        self.expect(facts.get("JavaScript") == "no", f"{name}: has scripts")
        raw = path.read_bytes()
        self.expect(b"/Lang (en-GB)" in raw or b"/Lang(en-GB)" in raw, f"{name}: names no language")
        pages = int(facts["Pages"])
        for page in range(1, pages + 1):
            command = ["pdftotext", "-f", page, "-l", page, path, "-"]
            text = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
            self.expect(marking in text, f"{name}: page {page} does not bear {marking}")
            self.expect(f"Page {page} of {pages}" in text, f"{name}: page {page} has no number")
        tags = subprocess.run(["pdfinfo", "-struct", path], check=True, capture_output=True, text=True).stdout
        for tag in ["H1", "Table", "TH", "TD"]:
            self.expect(re.search(rf"\b{tag}\b", tags), f"{name}: has no tag {tag}")
        subprocess.run(["pdftoppm", "-r", "60", "-png", path, self.folder / name], check=True)
        pictures = list(self.folder.glob(f"{name}-*.png"))
        self.expect(len(pictures) == pages, f"{name}: {len(pictures)} pictures of {pages} pages")
        return pages

    def check(self):
        self.take()
        asked = {
            "performance": ["report", "performance", *YEAR],
            "key-information": ["report", "key-information", "--as-at", AS_AT],
            "intelligence": ["report", "intelligence", "--as-at", AS_AT],
        }
        paths = []
        for name, question in asked.items():
            path, answer = self.ask(name, *question)
            self.same_figures(name, self.spreadsheet(name, path), answer)
            self.charts(name, path, 0 if name == "intelligence" else 1)
            paths.append(path)
            told = answer["imprint"]
            self.expect(f"known-at={answer['known_at']}" in told["link"], f"{name}: its link is {told['link']}")
            self.expect(told["completeness"] and told["made_by"], f"{name}: its imprint lacks something")
        others = {
            "scorecard": ["scorecard", "family-therapies-monthly", "--as-at", AS_AT],
            "needs": ["needs", *YEAR, "--audience", "public"],
            "public": ["report", "performance", *YEAR, "--audience", "public"],
            "pathway": ["pathway", *YEAR],
            "foi": ["foi", "family-therapies", "--as-at", AS_AT],
            "public-distance": ["distance", *YEAR, "--audience", "public"],
        }
        books = {}
        for name, question in others.items():
            path, answer = self.ask(name, *question)
            books[name] = self.spreadsheet(name, path)
            paths.append(path)
        self.charts("scorecard", paths[3], 7)
        for name in ["needs", "public"]:
            cells = {cell.value for sheet in books[name].worksheets for row in sheet.iter_rows() for cell in row}
            self.expect("[c]" in cells and not cells & {"c", "x", "k"}, f"{name}: hidden counts do not stand as [c]")
        self.libre_office(paths)
        pages = self.pdf("performance", "OFFICIAL-SENSITIVE", *asked["performance"])
        pages += self.pdf("public", "OFFICIAL", *others["public"])
        pages += self.pdf("scorecard", "OFFICIAL-SENSITIVE", *others["scorecard"])
        pages += self.pdf("foi", "OFFICIAL", *others["foi"])
        self.imprints()
        for fault in self.faults[:40]:
            print(fault, file=sys.stderr)
        if self.faults:
            raise SystemExit(f"{len(self.faults)} things are not as they should be")
        print(f"{len(paths)} spreadsheets and 4 PDFs of {pages} pages are what they should be")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--homeward", required=True)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        return Documents(arguments.homeward, arguments.keep).check()
    with tempfile.TemporaryDirectory() as folder:
        Documents(arguments.homeward, Path(folder)).check()


if __name__ == "__main__":
    main()
