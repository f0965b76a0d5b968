import Linkage
import Values

extension LinkageReport {
    /// What the linking came to, for another program.
    package func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.key("model")
            json.object { json in
                json.field("id", model.id)
                json.field("version", model.version)
                json.field("trained_here", isTrained)
                json.field("prior", model.prior)
            }
            json.field("records", summary.records)
            writeFiles(to: &json)
            writeRules(to: &json)
            writeTraining(to: &json)
            json.field("one_to_one", isOneToOne)
            json.field("threshold", threshold)
            json.field("links", chosen?.links)
            json.field("clusters", chosen?.clusters)
            json.field("largest_cluster", summary.largest)
            json.objects("thresholds", summary.thresholds) { LinkageReport.write($0, to: &$1) }
            json.field("cautions", cautions)
            json.field("seconds", seconds)
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func writeFiles(to json: inout JSONWriter) {
        json.objects("sources", sources) { source, json in
            json.field("source", source.name)
            json.field("records", source.records)
        }
        json.objects("files", files) { file, json in
            json.field("file", file.name)
            json.field("records", file.records)
            json.field("lacks", file.absent)
            json.key("dates_not_read")
            json.object { json in
                for (field, count) in file.unreadDates.sorted(by: { $0.key < $1.key }) {
                    json.field(field, count)
                }
            }
        }
    }

    private func writeRules(to json: inout JSONWriter) {
        json.field("pairs_compared", summary.compared)
        json.objects("blocking_rules", rules) { rule, json in
            json.field("rule", rule.words)
            json.field("pairs", rule.pairs)
        }
    }

    private func writeTraining(to json: inout JSONWriter) {
        json.key("training")
        json.object { json in
            json.objects("sessions", account.sessions) { session, json in
                json.field("session", session.name)
                json.field("pairs", session.pairs)
                json.field("rounds", session.rounds)
                json.field("converged", session.hasConverged)
                json.field("share_of_one_person", session.matches)
            }
            json.field("remarks", account.remarks)
        }
    }

    private static func write(_ at: LinkageSummary.AtThreshold, to json: inout JSONWriter) {
        json.field("threshold", at.probability)
        json.field("links", at.links)
        json.field("clusters", at.clusters)
        json.field("records_in_other_company", at.moved)
    }
}
