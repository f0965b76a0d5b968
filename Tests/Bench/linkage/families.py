"""Made families: who lives together, when they were born, what they are called, and by what other names they go.

Everything is worked out for a whole batch of households at once; a person is a place in the arrays of People.
"""

import numpy

from names import ENGLISH_FORENAMES, ERAS, HERITAGE_SHARES, HERITAGES, forename_pools, surname_pools
from nicknames import SHORT_FORMS

TODAY = numpy.datetime64("2025-06-30").astype(int)  # days since 1970
YEAR = 365.2425
FORENAME_POOLS, SURNAME_POOLS = forename_pools(), surname_pools()

PARENT, PARTNER, CHILD, OTHER = range(4)
SINGLE, COUPLE, LONE_PARENT, TWO_PARENTS = range(4)
CHILDREN_SHARES = (0.38, 0.36, 0.16, 0.06, 0.03, 0.01)
FORM_SHARES = (0.09, 0.07, 0.32, 0.52)


class People:
    """The people of some households: household, role, sex (1 men), day of birth and names."""

    def __init__(self, random, households):
        self.random = random
        self.households = households
        self.form = random.choice(4, households, p=FORM_SHARES)
        self.heritage = random.choice(len(HERITAGES), households, p=HERITAGE_SHARES)
        self.place_members()
        self.give_births()
        self.give_surnames()
        self.give_forenames()
        self.give_other_names()

    def chance(self, share, count=None):
        return self.random.random(len(self.household) if count is None else count) < share

    def place_members(self):
        """Parent first, then partner, then somebody else grown up, then children, the eldest first."""
        random, count = self.random, self.households
        has_children = self.form >= LONE_PARENT
        partner = (self.form == COUPLE) | (self.form == TWO_PARENTS)
        other = random.random(count) < numpy.where(has_children, 0.09, 0.05)
        children = numpy.where(has_children, random.choice(6, count, p=CHILDREN_SHARES) + 1, 0)
        size = 1 + partner + other + children
        self.first = numpy.cumsum(size) - size
        self.household = numpy.repeat(numpy.arange(count), size)
        place = numpy.arange(len(self.household)) - self.first[self.household]
        partner, other = partner[self.household], other[self.household]
        self.role = numpy.where(place == 0, PARENT, CHILD)
        self.role[(place == 1) & partner] = PARTNER
        self.role[(place == 1 + partner) & other] = OTHER
        self.order = numpy.where(self.role == CHILD, place - 1 - partner - other, 0)

    def give_births(self):
        """A mother is 16 to 42 at her first child; one child in forty after the first is the twin of the one before."""
        random, count = self.random, self.households
        people = len(self.household)
        mothers = random.random(count) < numpy.where(self.form == SINGLE, 0.45, 0.93)
        self.sex = (random.random(people) < 0.51).astype(int)
        self.sex[self.role == PARENT] = ~mothers
        self.sex[self.role == PARTNER] = mothers[self.household[self.role == PARTNER]]
        eldest = random.triangular(0, 9, 23, count)
        parent_age = numpy.clip(random.normal(27, 5.5, count), 16, 42) + eldest
        without = self.form <= COUPLE
        parent_age[without] = random.triangular(18, 35, 88, without.sum())
        age = parent_age[self.household]
        partner = self.role == PARTNER
        age[partner] += random.normal(2, 4, partner.sum())
        other = self.role == OTHER
        age[other] += random.choice([-1, 1], other.sum(), p=[0.4, 0.6]) * random.uniform(1, 30, other.sum())
        age[self.role != CHILD] = numpy.clip(age[self.role != CHILD], 17, 97)
        self.twin = (self.role == CHILD) & (self.order > 0) & (random.random(people) < 0.025)
        gap = numpy.where(self.twin | (self.order == 0), 0, 0.9 + random.gamma(2, 1.1, people))
        passed = numpy.cumsum(numpy.where(self.role == CHILD, gap, 0))
        passed -= passed[self.first[self.household]]
        age = numpy.where(self.role == CHILD, eldest[self.household] - passed, age)
        self.born = (TODAY - age * YEAR).astype(int)
        unrecorded = numpy.isin(self.heritage[self.household], [7, 8])  # births that no register held
        first_of_january = random.random(people) < numpy.where(unrecorded, 0.12, 0.004)
        newyear = self.born.astype("datetime64[D]").astype("datetime64[Y]").astype("datetime64[D]").astype(int)
        self.born = numpy.where(first_of_january & (self.role != CHILD), newyear, self.born)
        self.keep_born(age > 0.05)

    def keep_born(self, kept):
        """Children not born yet are left out."""
        for name in ["household", "role", "order", "sex", "twin", "born"]:
            setattr(self, name, getattr(self, name)[kept])
        size = numpy.bincount(self.household, minlength=self.households)
        self.first = numpy.cumsum(size) - size

    def of_partner(self):
        """For each household the place of the partner, or of the parent where there is none."""
        where = self.first.copy()
        partners = numpy.flatnonzero(self.role == PARTNER)
        where[self.household[partners]] = partners
        return where

    def give_surnames(self):
        random = self.random
        people = len(self.household)
        mixed = random.random(people) < 0.08
        self.origin = self.heritage[self.household]
        adults = self.role != CHILD
        self.origin[mixed & adults] = random.choice(len(HERITAGES), (mixed & adults).sum(), p=HERITAGE_SHARES)
        own = self.draw_surnames(self.origin)
        parent, partner = self.first[self.household], self.of_partner()[self.household]
        absent = self.draw_surnames(self.heritage)[self.household]  # a father who lives elsewhere
        pick = random.random(self.households)[self.household]
        father = numpy.where(parent == partner, absent, own[partner])
        name = numpy.where(pick < 0.62, father, own[parent])
        double = (pick > 0.93) & (father != own[parent])
        name = numpy.where(double, own[parent] + "-" + father, name)
        half = (self.role == CHILD) & (random.random(people) < 0.07)  # half-brothers and sisters have another father
        name = numpy.where(half, own, name)
        married = (self.role == PARENT) & (parent != partner) & (pick < 0.52)
        other = (self.role == OTHER) & (random.random(people) < 0.6)
        self.surname = numpy.where(self.role == CHILD, name, numpy.where(married, own[partner], own))
        self.surname = numpy.where(other, own[parent], self.surname)
        self.maiden = numpy.where(married, own, "")
        self.father = father
        self.surname_by_sex()

    def draw_surnames(self, origin):
        names = numpy.empty(len(origin), dtype=object)
        for number, heritage in enumerate(HERITAGES):
            where = numpy.flatnonzero(origin == number)
            names[where] = SURNAME_POOLS[heritage].draw(self.random, len(where))
        return names

    def surname_by_sex(self):
        """Names that women and men of one family bear differently."""
        women = self.sex == 0
        southern = numpy.isin(self.origin, [3, 4]) & women & self.chance(0.28)
        borne = numpy.array(["Begum", "Bibi", "Khatun", "Akhtar", "Parveen"], dtype=object)
        self.surname[southern] = self.random.choice(borne, southern.sum())
        sikh = (self.origin == 5) & self.chance(0.25)
        self.surname[sikh] = numpy.where(women[sikh], "Kaur", "Singh")
        polish = numpy.flatnonzero((self.origin == 2) & women & self.chance(0.5))
        self.surname[polish] = [name[:-1] + "a" if name.endswith("ski") else name for name in self.surname[polish]]

    def give_forenames(self):
        people = len(self.household)
        english = [ENGLISH_FORENAMES.get(heritage, 1) for heritage in HERITAGES]
        young = self.born > 5000
        self.naming = numpy.where(young & self.chance(numpy.array(english)[self.origin]), 0, self.origin)
        self.era = numpy.searchsorted(ERAS, (self.born / YEAR + 1970).astype(int), side="right")
        self.forename = self.draw_forenames(numpy.arange(people))
        for _ in range(6):
            again = self.same_as_a_relative()
            self.forename[again] = self.draw_forenames(again)
        self.twins_alike()
        self.named_after_a_parent()
        self.middle = numpy.where(self.chance(0.62), self.draw_forenames(numpy.arange(people)), "")
        self.middle[self.middle == self.forename] = ""
        sikh = (self.origin == 5) & self.chance(0.6)
        self.middle[sikh] = numpy.where(self.sex[sikh] == 0, "Kaur", "Singh")

    def draw_forenames(self, which):
        names = numpy.empty(len(which), dtype=object)
        key = self.naming[which] * 8 + self.sex[which] * 4 + self.era[which]
        for value in numpy.unique(key):
            where = numpy.flatnonzero(key == value)
            pool = FORENAME_POOLS[HERITAGES[value // 8], value // 4 % 2, value % 4]
            names[where] = pool.draw(self.random, len(where))
        return names

    def same_as_a_relative(self):
        """Everyone but the first of some people of one household who would have the same forename."""
        _, code = numpy.unique(self.forename.astype(str), return_inverse=True)
        key = self.household * (code.max() + 1) + code
        order = numpy.argsort(key, kind="stable")
        return order[1:][key[order][1:] == key[order][:-1]]

    def twins_alike(self):
        """Some parents give twins names that begin alike."""
        for place in numpy.flatnonzero(self.twin & self.chance(0.12)):
            for name in self.draw_forenames(numpy.full(30, place)):
                if name[0] == self.forename[place - 1][0] and name != self.forename[place - 1]:
                    self.forename[place] = name
                    break

    def named_after_a_parent(self):
        """Father and eldest son of one name in one such family of forty, mother and daughter in one of two hundred."""
        child = numpy.flatnonzero((self.role == CHILD) & (self.order == 0))
        parent, partner = self.first[self.household[child]], self.of_partner()[self.household[child]]
        elder = numpy.where(self.sex[parent] == self.sex[child], parent, partner)
        share = numpy.where(self.sex[child] == 1, 0.025, 0.005)
        after = (self.sex[elder] == self.sex[child]) & self.chance(share, len(child))
        self.forename[child[after]] = self.forename[elder[after]]
        self.surname[child[after]] = self.surname[elder[after]]

    def give_other_names(self):
        """Short forms, middle names used as forenames, and surnames changed on a day or borne beside the other."""
        people = len(self.household)
        short = self.chance(0.5)
        pick = self.random.random(people)
        self.short = numpy.array(
            [SHORT_FORMS[name][int(p * len(SHORT_FORMS[name]))] if use and name in SHORT_FORMS else ""
             for name, use, p in zip(self.forename, short, pick)], dtype=object)
        muslim = numpy.isin(self.forename, ["Mohammed", "Muhammad", "Md", "Mohamed", "Abdul"]) & (self.middle != "")
        self.by_middle = (self.middle != "") & self.chance(numpy.where(muslim, 0.35, 0.03))
        grown = self.role != CHILD
        self.changed = grown & (self.sex == 0) & ((self.maiden != "") & self.chance(0.22) | self.chance(0.04))
        self.beside = (self.role == CHILD) & self.chance(0.05)
        spare = self.draw_surnames(self.origin)
        former = numpy.where(self.maiden != "", self.maiden, spare)
        relative = numpy.where(self.surname != self.father, self.father, self.surname[self.first[self.household]])
        self.other_surname = numpy.where(self.changed, former, numpy.where(self.beside, relative, ""))
        self.changed_on = TODAY - (self.random.random(people) * 7 * YEAR).astype(int)
