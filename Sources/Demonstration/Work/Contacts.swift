import Records
import Values

extension Authority {
    func contacts() -> [Contact] {
        var contacts: [Contact] = []
        for (engagement, _) in work {
            var numbers = setting.stream(.contacts, engagement.number)
            var day = engagement.startedOn + 1
            let gap = 14 / engagement.programme.contactsPerWeek
            while true {
                day = day + 1 + Int(numbers.unit() * (gap - 2))
                let held = day.weekdayOrFridayBefore
                guard day < engagement.end(setting.until) else { break }
                guard held > engagement.startedOn else { continue }
                contacts.append(contact(contacts.count + 1, of: engagement, on: held, &numbers))
            }
        }
        return contacts
    }

    private func contact(
        _ number: Int,
        of engagement: Engagement,
        on day: Day,
        _ numbers: inout SeededGenerator
    ) -> Contact {
        let kind = numbers.pick(engagement.programme.isTherapy ? ContactKind.therapy : ContactKind.keyWork)
        let isDirect = kind != .multiAgency && kind != .other
        // Families keep more of their appointments as the service learns.
        let missed = 0.13 - 0.04 * setting.progress(day)
        let attendance: ContactAttendance? =
            !isDirect ? nil : numbers.chance(missed) ? .didNotAttend : numbers.chance(0.05) ? .cancelled : .attended
        let minutes = attendance == .attended || !isDirect ? 15 * numbers.whole(2...7) : 15
        return Contact(
            id: Identifier(reference("K", number, digits: 6)),
            caseID: engagement.id,
            on: day,
            minutes: attendance == .cancelled ? 0 : minutes,
            kind: kind,
            direct: isDirect,
            attendance: attendance,
            workerID: worker(of: engagement, on: day)
        )
    }
}

extension ContactKind {
    fileprivate static let therapy: [(ContactKind, Int)] = [
        (.homeVisit, 70), (.phone, 14), (.video, 4), (.office, 3), (.multiAgency, 8), (.other, 1),
    ]
    fileprivate static let keyWork: [(ContactKind, Int)] = [
        (.homeVisit, 58), (.phone, 18), (.video, 2), (.office, 4), (.group, 4), (.multiAgency, 13), (.other, 1),
    ]
}

extension Day {
    /// The day itself, or the Friday before a Saturday or Sunday.
    ///
    /// 1 January 1970 was a Thursday.
    var weekdayOrFridayBefore: Day {
        switch (Int(number) % 7 + 7) % 7 {
        case 2: self - 1
        case 3: self - 2
        default: self
        }
    }
}
