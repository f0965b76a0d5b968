"""How a clerk writes a person down: other names, missing values, typing errors, each agency with its own habits."""

import numpy

from appearances import ASB, DWP, HOUSING, SOCIAL_CARE, YOUTH_OFFENDING
from places import SHORT_KINDS, addresses

# By agency: school, youth offending, asb, housing, social care, dwp.
TYPING = numpy.array([0.8, 1.3, 2.2, 1.2, 1.4, 0.4])
SHORT_NAMES = numpy.array([0.20, 0.30, 0.45, 0.12, 0.25, 0.02])
MIDDLE_USED = numpy.array([0.60, 0.50, 0.70, 0.40, 0.55, 0.05])
OTHER_SURNAME = numpy.array([0.45, 0.35, 0.45, 0.35, 0.40, 0.15])
MIDDLE_GIVEN = numpy.array([0.75, 0.60, 0.10, 0.30, 0.50, 0.85])
MIDDLE_INITIAL = numpy.array([0.05, 0.15, 0.50, 0.40, 0.20, 0.05])
INITIAL_ONLY = numpy.array([0.0, 0.0, 0.03, 0.015, 0.002, 0.0])
NO_BIRTH = numpy.array([0.001, 0.010, 0.33, 0.070, 0.030, 0.001])
NO_SEX = numpy.array([0.0, 0.0, 0.12, 0.05, 0.01, 0.0])
NO_UPRN = numpy.array([0.25, 0.40, 0.60, 0.03, 0.20, 0.30])
NO_POSTCODE = numpy.array([0.005, 0.02, 0.10, 0.003, 0.03, 0.005])

KEYS = {"q": "wa", "w": "qe", "e": "wr", "r": "et", "t": "ry", "y": "tu", "u": "yi", "i": "uo", "o": "ip", "p": "ol",
        "a": "sq", "s": "ad", "d": "sf", "f": "dg", "g": "fh", "h": "gj", "j": "hk", "k": "jl", "l": "ko", "z": "xa",
        "x": "zc", "c": "xv", "v": "cb", "b": "vn", "n": "bm", "m": "nj"}
SOUNDS = [("ph", "f"), ("ck", "k"), ("ie", "ei"), ("ei", "ie"), ("ee", "ea"), ("y", "ie"), ("z", "s"), ("c", "k"),
          ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ss", "s"), ("ah", "a"), ("ai", "ay"), ("e", "i"), ("a", "e"), ("o", "u")]


def mistyped(text, draw):
    """The text with one slip of the finger or of the ear; draw gives a number from 0 to 1."""
    if len(text) < 2:
        return text
    place = int(draw() * (len(text) - 0.7))  # the last letter slips less often
    kind, letter = draw(), text[place]
    if kind < 0.22:
        return text[:place] + text[place + 1 :]
    if kind < 0.42 and place + 1 < len(text):
        return text[:place] + text[place + 1] + letter + text[place + 2 :]
    if kind < 0.55:
        return text[:place] + letter + text[place:]
    if kind < 0.75:
        for heard, written in sorted(SOUNDS, key=lambda _: draw()):
            if heard in text[1:]:
                return text[0] + text[1:].replace(heard, written, 1)
    near = KEYS.get(letter.lower(), "")
    other = near[int(draw() * len(near))] if near else (str(int(draw() * 10)) if letter.isdigit() else letter)
    return text[:place] + (other.upper() if letter.isupper() else other) + text[place + 1 :]


def abbreviated(street):
    words = street.split(" ")
    return " ".join([*words[:-1], SHORT_KINDS.get(words[-1], words[-1])])


def spread_out(text, place):
    """A space before, after or inside, as the place of the record will have it."""
    return [f" {text}", f"{text} ", text.replace(" ", "  ")][place % 3]


class Writing:
    """The columns of a batch of records as they were written down."""

    def __init__(self, random, people, records):
        self.random = random
        self.count = len(records.person)
        self.agency = records.agency
        self.typing = TYPING[records.agency]
        self.write_names(people, records)
        self.write_births(people, records)
        self.write_addresses(records)
        self.slip("forename", 0.019)
        self.slip("surname", 0.022)
        self.slip("middle_name", 0.010)
        self.slip("street", 0.018)
        self.slip("house", 0.006)
        self.slip("postcode", 0.009)
        self.lay_out()
        self.date_recorded = numpy.datetime_as_string(records.day.astype("datetime64[D]")).astype(object)

    def chance(self, share):
        return self.random.random(self.count) < share

    def write_names(self, people, records):
        person, agency = records.person, self.agency
        forename, middle = people.forename[person], people.middle[person]
        given = middle.copy()
        used = people.by_middle[person] & self.chance(MIDDLE_USED[agency])
        kept = self.chance(0.5)
        middle = numpy.where(used, numpy.where(kept, forename, ""), middle)
        short = (people.short[person] != "") & self.chance(SHORT_NAMES[agency])
        forename = numpy.where(used, given, numpy.where(short, people.short[person], forename))
        pick = self.random.random(self.count)
        initial = numpy.flatnonzero((middle != "") & (pick >= MIDDLE_GIVEN[agency]))
        middle[initial] = [name[0] for name in middle[initial]]
        middle[pick >= (MIDDLE_GIVEN + MIDDLE_INITIAL)[agency]] = ""
        alone = numpy.flatnonzero(self.chance(INITIAL_ONLY[agency]))
        forename[alone] = [name[0] for name in forename[alone]]
        surname = people.surname[person]
        former = people.changed[person] & ((records.day < people.changed_on[person]) | self.chance(0.1))
        beside = people.beside[person] & self.chance(OTHER_SURNAME[agency])
        surname = numpy.where(former | beside, people.other_surname[person], surname)
        surname = self.halve(surname)
        swapped = self.chance(0.003 * self.typing)
        self.forename = numpy.where(swapped, surname, forename)
        self.surname = numpy.where(swapped, forename, surname)
        self.middle_name = middle

    def halve(self, surname):
        """Some clerks write one half of a double-barrelled name, or leave its hyphen out."""
        pick = self.random.random(self.count)
        for place in numpy.flatnonzero(numpy.array(["-" in name for name in surname]) & (pick < 0.5)):
            first, last = surname[place].split("-", 1)
            surname[place] = first if pick[place] < 0.14 else last if pick[place] < 0.34 else f"{first} {last}"
        return surname

    def write_births(self, people, records):
        born, typing = people.born[records.person], self.typing
        day = born.astype("datetime64[D]")
        text = numpy.datetime_as_string(day).astype(object)
        swapped = numpy.flatnonzero(self.chance(0.008 * typing))
        text[swapped] = [f"{t[:4]}-{t[8:]}-{t[5:7]}" if t[8:] <= "12" else t for t in text[swapped]]
        guessed = numpy.flatnonzero(self.chance(0.006 * typing))
        text[guessed] = [f"{t[:4]}-01-01" for t in text[guessed]]
        slipped = numpy.flatnonzero(self.chance(0.012 * typing))
        text[slipped] = [self.slip_of_date(t) for t in text[slipped]]
        text[self.chance(NO_BIRTH[self.agency])] = ""
        self.dob = text
        wrong = self.chance(0.004 * typing)
        self.sex = numpy.where((people.sex[records.person] == 1) != wrong, "M", "F").astype(object)
        self.sex[self.chance(NO_SEX[self.agency])] = ""

    def slip_of_date(self, text):
        """One figure wrong, or two exchanged; still a day of the calendar."""
        for _ in range(20):
            place = int(self.random.choice([2, 3, 3, 5, 6, 6, 8, 9, 9]))
            changed = text[:place] + str(self.random.integers(0, 10)) + text[place + 1 :]
            try:
                day = numpy.datetime64(changed)
            except ValueError:
                continue
            if changed != text and "1925" < changed and day <= numpy.datetime64("2025-06-30"):
                return changed
        return text

    def write_addresses(self, records):
        homes, where = numpy.unique(records.home, return_inverse=True)
        house, street, town, postcode, uprn = [column[where] for column in addresses(homes)]
        flat = numpy.flatnonzero(self.chance(0.08))
        house[flat] = [text.removeprefix("Flat ") for text in house[flat]]
        wrong = self.chance(0.004 * self.typing)
        uprn[wrong] = numpy.roll(uprn, 1)[wrong]
        uprn[self.chance(NO_UPRN[self.agency])] = ""
        postcode[self.chance(NO_POSTCODE[self.agency])] = ""
        short = numpy.flatnonzero(self.chance(0.22))
        street[short] = [abbreviated(text) for text in street[short]]
        self.house, self.street, self.town, self.postcode, self.uprn = house, street, town, postcode, uprn
        self.nhs_number = numpy.full(self.count, "", dtype=object)
        share = numpy.select([self.agency == SOCIAL_CARE, self.agency == YOUTH_OFFENDING], [0.35, 0.10], 0.0)
        self.has_number = numpy.flatnonzero(self.chance(share))

    def write_numbers(self, numbers):
        """NHS numbers where the agency holds them, one in three hundred with a slip."""
        self.nhs_number[self.has_number] = numbers[self.has_number]
        self.slip("nhs_number", 0.003)

    def slip(self, column, share):
        values = getattr(self, column)
        draws = iter(self.random.random(400_000).tolist() * 2)

        def draw():
            nonlocal draws
            try:
                return next(draws)
            except StopIteration:
                draws = iter(self.random.random(100_000).tolist())
                return next(draws)

        for place in numpy.flatnonzero(self.chance(share * self.typing)):
            values[place] = mistyped(values[place], draw)

    def lay_out(self):
        """Capitals in housing and dwp, postcodes without their space, spaces too many."""
        capitals = numpy.flatnonzero((self.agency == HOUSING) | (self.agency == DWP))
        for column in ["forename", "middle_name", "surname", "house", "street", "town"]:
            values = getattr(self, column)
            values[capitals] = [text.upper() for text in values[capitals]]
            spaced = numpy.flatnonzero(self.chance(0.02 / 4))
            values[spaced] = [spread_out(text, place) for place, text in zip(spaced, values[spaced])]
        close = numpy.flatnonzero(self.chance(0.08))
        self.postcode[close] = [text.replace(" ", "") for text in self.postcode[close]]
