"""Which agency holds a record of whom, taken on what day and with which address."""

import numpy

from families import CHILD, TODAY, YEAR

AGENCIES = ("school", "youth_offending", "asb", "housing", "social_care", "dwp")
SCHOOL, YOUTH_OFFENDING, ASB, HOUSING, SOCIAL_CARE, DWP = range(6)

DUPLICATES = numpy.array([0.02, 0.06, 0.18, 0.06, 0.10, 0.01])  # share of records written a second time
YEARS_BACK = numpy.array([1.2, 2.0, 2.0, 3.5, 2.5, 1.5])  # mean age of a record
YOUNGEST = numpy.array([4, 10, 11, 0, 0, 17])  # nobody is on an agency's books before this age
STALE = numpy.array([0.12, 0.08, 0.10, 0.03, 0.08, 0.05])  # the old address kept although the record is newer


class Appearances:
    """The records of a batch: person, agency, day, and number of the home."""

    def __init__(self, random, people, first_home):
        self.random = random
        self.people = people
        self.choose_agencies()
        self.write_again()
        self.choose_days()
        self.choose_homes(first_home)

    def choose_agencies(self):
        random, people = self.random, self.people
        age = (TODAY - people.born) / YEAR
        child = people.role == CHILD
        households = people.households
        tenant = (random.random(households) < 0.48)[people.household]
        known = (random.random(households) < numpy.where(people.form >= 2, 0.22, 0.05))[people.household]
        benefits = (random.random(households) < 0.46)[people.household]
        trouble = (random.random(households) < 0.10)[people.household]
        shares = [
            numpy.where((age >= 4) & (age < 16.5), 0.67, numpy.where((age >= 16.5) & (age < 18.5), 0.25, 0)),
            numpy.where((age >= 10) & (age < 18), numpy.where(trouble, 0.36, 0.070) * (0.4 + 1.2 * people.sex), 0),
            numpy.where(age >= 11, numpy.where(trouble, 0.18, 0.062) * (0.7 + 0.6 * people.sex), 0),
            numpy.where(tenant, numpy.where(child & (age > 18), 0.55, 0.78), 0.03),
            numpy.where(child & (age < 18), numpy.where(known, 0.74, 0.085), numpy.where(known, 0.36, 0.025)),
            numpy.where(age >= 17, numpy.where(benefits, 0.63, 0.05), 0),
        ]
        found = [numpy.flatnonzero(random.random(len(age)) < share) for share in shares]
        self.person = numpy.concatenate(found)
        self.agency = numpy.repeat(numpy.arange(6), [len(part) for part in found])

    def write_again(self):
        """Duplicates inside an agency; a case of anti-social behaviour leads to another more often than not elsewhere."""
        again = numpy.flatnonzero(self.random.random(len(self.person)) < DUPLICATES[self.agency])
        third = again[self.random.random(len(again)) < 0.06]
        chosen = numpy.concatenate([numpy.arange(len(self.person)), again, third])
        chosen = chosen[numpy.argsort(self.person[chosen], kind="stable")]
        self.person, self.agency = self.person[chosen], self.agency[chosen]

    def choose_days(self):
        random = self.random
        back = random.exponential(YEARS_BACK[self.agency]) * YEAR
        day = TODAY - numpy.minimum(back, 7.5 * YEAR).astype(int)
        earliest = self.people.born[self.person] + (YOUNGEST[self.agency] * YEAR).astype(int) + 10
        earliest = numpy.minimum(earliest, TODAY)
        drawn = earliest + (random.random(len(day)) * (TODAY - earliest)).astype(int)
        self.day = numpy.where(day < earliest, drawn, day)

    def choose_homes(self, first_home):
        """The home of the day; an old one where the household had moved and the agency had not heard of it."""
        random, people = self.random, self.people
        households = people.households
        homes = first_home + random.permutation(households * 3 // 2)
        current, spare = homes[:households], homes[households:]
        moved = numpy.flatnonzero(random.random(households) < 0.36)
        moved = moved[: len(spare) // 2]
        former = current.copy()
        former[moved] = spare[: len(moved)]
        taken = moved[random.random(len(moved)) < 0.25]  # homes that another made family has moved into since
        former[taken] = current[numpy.roll(taken, 1)]
        moved_on = numpy.full(households, -100_000)
        moved_on[moved] = TODAY - (random.random(len(moved)) * 6.5 * YEAR).astype(int)
        household = people.household[self.person]
        before = (self.day < moved_on[household]) | (random.random(len(self.day)) < STALE[self.agency])
        self.home = numpy.where(before, former[household], current[household])
        self.other_homes(spare[len(moved):], current)

    def other_homes(self, spare, current):
        """Children of parents apart are at the other parent's for some agencies; the young move out."""
        random, people = self.random, self.people
        child = people.role == CHILD
        apart = child & ((people.form == 2) & (random.random(people.households) < 0.22))[people.household]
        elsewhere = random.permutation(current)[people.household]
        age = (TODAY - people.born) / YEAR
        gone = child & (age > 18) & (random.random(len(age)) < 0.3)
        alone = spare[random.integers(0, len(spare), len(age))]
        share = numpy.where(apart, 0.25, numpy.where(gone, 0.6, 0))
        other = random.random(len(self.person)) < share[self.person]
        home = numpy.where(apart, elsewhere, alone)
        self.home = numpy.where(other, home[self.person], self.home)
