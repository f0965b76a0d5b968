import Exchange
import Records
import Testing
import Values

struct QualityTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var rule: String
        /// The tables besides those of `base`, by name, without headers of their own.
        var files: [SourceFile]
        /// File and row of each finding.
        var found: [String]
        var testDescription: String { rule }
    }

    private static func table(_ name: String, _ header: String, _ rows: String...) -> SourceFile {
        Given.file("\(name).csv", ([header] + rows).joined(separator: "\n"))
    }

    private static let base = [
        Given.families,
        table(
            "people",
            "person_id,family_id,date_of_birth,role",
            "P1,F1,2008-06-15,child",
            "P2,F1,1980-01,parent_carer",
            "P3,F2,2010-05-05,child"
        ),
        table("workers", "worker_id,name,role,started_on", "W1,Example,therapist,2019-01-01"),
    ]
    private static let cases = "case_id,family_id,person_id,programme,started_on,ended_on,end_reason"
    private static let oneCase = table("cases", cases, "C1,F1,P1,mst,2020-01-10,2020-06-10,")

    static let examples = [
        Example(
            rule: "overlapping-placements",
            files: [
                table(
                    "placements",
                    "person_id,started_on,ended_on,placement,legal_status",
                    "P1,2020-03-01,2020-04-01,U1,C1",
                    "P1,2020-01-01,2020-02-01,U1,C1",
                    "P1,2020-02-01,2020-03-01,U1,C1",
                    "P1,2020-02-15,2020-02-16,K2,C1",
                    "P1,2020-02-10,2020-02-12,K2,V3",
                    "P1,2020-02-20,2020-02-20,K2,C1",
                    "P3,2020-02-10,,K2,C1",
                    "P3,2021-02-10,,K2,C2",
                    "P3,2020-12-31,2021-01-01,U4,C2"
                )
            ],
            found: ["placements 3", "placements 7", "placements 8"]
        ),
        Example(
            rule: "allocation-outside-case",
            files: [
                oneCase,
                table(
                    "allocations",
                    "case_id,worker_id,role,from,to",
                    "C1,W1,therapist,2020-01-10,2020-06-10",
                    "C1,W1,therapist,2020-01-09,2020-01-09",
                    "C1,W1,therapist,2020-02-01,2020-06-11",
                    "C1,W1,therapist,2020-03-01,"
                ),
            ],
            found: ["allocations 1", "allocations 2", "allocations 3"]
        ),
        Example(
            rule: "assessment-outside-case",
            files: [
                oneCase,
                table(
                    "assessments",
                    "assessment_id,case_id,instrument,informant,occasion,completed_on",
                    "A1,C1,sdq,parent,baseline,2020-01-09",
                    "A2,C1,sdq,parent,baseline,2020-01-10",
                    "A3,C1,sdq,parent,closure,2020-06-10",
                    "A4,C1,sdq,parent,closure,2020-06-11",
                    "A5,C1,sdq,parent,follow_up_6,2020-12-11",
                    "A6,C1,case-audit,supervisor,audit,2020-12-11"
                ),
                table(
                    "scores",
                    "assessment_id,item,value",
                    "A1,total,1",
                    "A2,total,1",
                    "A3,total,1",
                    "A4,total,1",
                    "A5,total,1"
                ),
            ],
            found: ["assessments 0", "assessments 3"]
        ),
        Example(
            rule: "assessment-without-scores",
            files: [
                table(
                    "assessments",
                    "assessment_id,instrument,informant,occasion,completed_on",
                    "A1,sdq,parent,baseline,2020-01-09",
                    "A2,sdq,parent,baseline,2020-01-09"
                ),
                table("scores", "assessment_id,item,value", "A2,1,1"),
            ],
            found: ["assessments 0"]
        ),
        Example(
            rule: "overlapping-cases",
            files: [
                table(
                    "cases",
                    cases,
                    "C1,F1,P1,mst,2020-01-10,2020-06-10,",
                    "C2,F1,P1,fft,2020-06-09,2020-07-01,",
                    "C3,F2,P3,fft,2020-01-01,2020-01-10,",
                    "C4,F2,P3,fft,2020-01-10,,"
                )
            ],
            found: ["cases 1"]
        ),
        Example(
            rule: "case-of-one-day",
            files: [
                table(
                    "cases",
                    cases,
                    "C1,F1,P1,mst,2020-01-10,2020-01-10,",
                    "C2,F1,P1,mst,2020-02-10,2020-02-11,",
                    "C3,F1,P1,mst,2020-03-10,2020-03-12,"
                )
            ],
            found: ["cases 0", "cases 1"]
        ),
        Example(
            rule: "end-reason-without-end",
            files: [table("cases", cases, "C1,F1,P1,mst,2020-01-10,,completed", "C2,F2,P3,mst,2020-01-10,,")],
            found: ["cases 0"]
        ),
        Example(
            rule: "index-child-outside-family",
            files: [table("cases", cases, "C1,F1,P1,mst,2020-01-10,,", "C2,F2,P1,mst,2020-01-10,,")],
            found: ["cases 1"]
        ),
        Example(
            rule: "accepted-without-case",
            files: [
                table(
                    "referrals",
                    "referral_id,family_id,received_on,source,route,decision",
                    "R1,F1,2020-01-01,self,self,accepted",
                    "R2,F1,2020-01-01,self,self,accepted",
                    "R3,F1,2020-01-01,self,self,declined"
                ),
                table("cases", "case_id,referral_id,family_id,programme,started_on", "C1,R1,F1,mst,2020-01-10"),
            ],
            found: ["referrals 1"]
        ),
        Example(
            rule: "decided-before-received",
            files: [
                table(
                    "referrals",
                    "referral_id,family_id,received_on,source,route,decision,decided_on",
                    "R1,F1,2020-01-02,self,self,declined,2020-01-01",
                    "R2,F1,2020-01-02,self,self,declined,2020-01-02"
                )
            ],
            found: ["referrals 0"]
        ),
        Example(
            rule: "contact-outside-case",
            files: [
                oneCase,
                table(
                    "contacts",
                    "contact_id,case_id,on,kind",
                    "K1,C1,2020-01-09,phone",
                    "K2,C1,2020-06-10,phone",
                    "K3,C1,2020-06-11,phone"
                ),
            ],
            found: ["contacts 0", "contacts 2"]
        ),
        Example(
            rule: "follow-up-before-closure",
            files: [
                oneCase,
                table(
                    "follow_ups",
                    "case_id,person_id,milestone_months,observed_on,living",
                    "C1,P1,0,2020-04-28,home",
                    "C1,P1,0,2020-04-29,home"
                ),
            ],
            found: ["follow_ups 0"]
        ),
        Example(
            rule: "worker-without-start",
            files: [
                table("workers", "worker_id,name,role,started_on", "W2,Two,therapist,", "W3,Three,duty,2020-01-01")
            ],
            found: ["workers 0"]
        ),
        Example(
            rule: "wte-out-of-range",
            files: [
                table(
                    "workers",
                    "worker_id,name,role,wte,started_on",
                    "W2,Two,therapist,1,2020-01-01",
                    "W3,Three,therapist,1.01,2020-01-01",
                    "W4,Four,therapist,-0.1,2020-01-01",
                    "W5,Five,therapist,0,2020-01-01"
                )
            ],
            found: ["workers 1", "workers 2"]
        ),
        Example(
            rule: "person-without-birth-date",
            files: [table("people", "person_id,role,date_of_birth", "P8,child,", "P9,child,2010")],
            found: ["people 0"]
        ),
        Example(
            rule: "died-before-born",
            files: [
                table(
                    "people",
                    "person_id,role,date_of_birth,died_on",
                    "P7,child,2010-05-05,2010-05-04",
                    "P8,child,2010-05-05,2010-05-05",
                    "P9,child,2010,2010-01-01"
                )
            ],
            found: ["people 0"]
        ),
        Example(
            rule: "before-birth",
            files: [
                table(
                    "placements",
                    "person_id,started_on,ended_on,placement,legal_status",
                    "P1,2008-06-14,2008-06-15,U1,C1",
                    "P1,2008-06-15,,U1,C1"
                ),
                table("events", "event_id,person_id,kind,on,source", "E1,P1,offence,2001-01-01,police"),
            ],
            found: ["events 0", "placements 0"]
        ),
        Example(
            rule: "postcode-shape",
            files: [table("families", "family_id,postcode", "F8,le14ab", "F9,nowhere")],
            found: ["families 1"]
        ),
        Example(
            rule: "nhs-number-check",
            files: [
                table(
                    "people",
                    "person_id,role,date_of_birth,nhs_number",
                    "P8,child,2010,943 476 5919",
                    "P9,child,2010,9434765918"
                )
            ],
            found: ["people 1"]
        ),
        Example(
            rule: "event-names-nobody",
            files: [
                table(
                    "events",
                    "event_id,person_id,family_id,kind,on,source",
                    "E1,,,offence,2020-01-01,police",
                    "E2,,F1,asb_incident,2020-01-01,police"
                )
            ],
            found: ["events 0"]
        ),
        Example(
            rule: "absences-exceed-possible",
            files: [
                table(
                    "attendance",
                    "person_id,from,to,sessions_possible,authorised_absences,unauthorised_absences",
                    "P1,2020-01-01,2020-02-01,10,6,4",
                    "P1,2020-02-01,2020-03-01,10,6,5",
                    "P1,2020-03-01,2020-04-01,10,-1,5"
                )
            ],
            found: ["attendance 1", "attendance 2"]
        ),
        Example(
            rule: "score-out-of-range",
            files: [
                table(
                    "assessments",
                    "assessment_id,instrument,informant,occasion,completed_on",
                    "A1,sdq,parent,baseline,2020-01-09",
                    "A2,tam-r,parent,monthly,2020-01-09"
                ),
                table(
                    "scores",
                    "assessment_id,item,value",
                    "A1,total,40",
                    "A1,1,2",
                    "A1,2,3",
                    "A1,3,-1",
                    "A2,total,99"
                ),
            ],
            found: ["scores 2", "scores 3"]
        ),
    ]

    @Test(arguments: examples)
    func findsWhatLooksWrongAndNothingElse(_ example: Example) {
        let names = Set(example.files.map(\.name))
        // What the example brings stands beside the base, under other names.
        let base = Self.base.map {
            SourceFile(name: names.contains($0.name) ? "base-\($0.name)" : $0.name, bytes: $0.bytes)
        }
        let result = FileCheck.run(base + example.files)
        let found = result.problems.filter { $0.rule == example.rule }
        #expect(found.map { "\($0.table) \($0.row ?? -1)" }.sorted() == example.found)
        #expect(found.allSatisfy { $0.severity == .warning && !$0.blocksImport })
        #expect(result.isAccepted)
        #expect(FileCheck.run(Self.base).problems.isEmpty)
    }

    @Test func everyCheckHasAnExample() {
        #expect(Set(Self.examples.map(\.rule)) == Set(QualityChecks.all.map(\.rule)))
        #expect(QualityChecks.all.allSatisfy { $0.meaning.hasSuffix(".") })
    }

    @Test func saysNothingOfWhatMayBeElsewhere() {
        let checks = QualityChecks.all.filter(\.needsEverything).map(\.rule)
        for example in Self.examples where checks.contains(example.rule) {
            let records = FileCheck.run(Self.base + example.files).records
            #expect(QualityChecks.findings(in: records, isComplete: false).allSatisfy { $0.rule != example.rule })
            #expect(QualityChecks.findings(in: records).contains { $0.rule == example.rule })
        }
    }

    @Test func namesNoFileForRecordsOfTheRegister() {
        var records = RecordSet()
        records.people = [Person(id: Identifier("P1"), role: .child)]
        let problems = QualityChecks.findings(in: records).map { $0.problem() }
        #expect(problems.map(\.rule) == ["person-without-birth-date"])
        #expect(problems.map(\.file) == [""])
        #expect(problems.map(\.row) == [nil])
    }

    /// Nights counted one by one are the oracle.
    @Test func findsOverlapsLikeNightsCountedOneByOne() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            var records = RecordSet()
            records.placements = (0..<4).map { index in
                let start = Day(number: 18_000 + Int32.random(in: 0..<20, using: &generator))
                let length = Int.random(in: 0..<8, using: &generator)
                let isOpen = Int.random(in: 0..<6, using: &generator) == 0
                return Placement(
                    personID: Identifier("P\(Int.random(in: 0..<2, using: &generator))"),
                    startedOn: start,
                    endedOn: isOpen ? nil : start + length,
                    type: .u1
                )
            }
            let overlap = ["P0", "P1"].contains { person in
                let stays = records.placements.filter { $0.personID.text == person }
                return (18_000..<18_040).contains { night in
                    let day = Day(number: Int32(night))
                    return stays.count { Nights(from: $0.startedOn, until: $0.endedOn).contains(day) } > 1
                }
            }
            let found = QualityChecks.findings(in: records).contains { $0.rule == "overlapping-placements" }
            #expect(found == overlap)
        }
    }
}
