"""Addresses of an invented city, worked out from a number: the same number is always the same home.

Post towns HW, EB and the like do not exist. About sixteen homes share a postcode, three postcodes a street; one postcode
in six is a block of flats.
"""

import numpy

AREAS = "HW EB KB NB PB RB SB TB UB WB DB CC EE EF FB GB HB HC JB KC".split()
TOWNS = """Hawmouth Eastbridge Kelbury Norbeck Penstow Radcombe Selworth Tarnley Upstead Wexham Dunford Carswell Elmsted
Fenwich Farnbeck Garsley Holmbury Hexworth Jarnham Kingsmoor""".split()
SUBURBS = """Ashwell Brackenhill Crowgate Deepdale Eastfield Foxholes Greenbank Highmoor Ivygate Kirkgate Ladywell Millbrook
Netherton Oldfield Priorsgate Quarry-Bank Ravenscar Sandhills Thorncliffe Underwood Viaduct Westgate Yewdale""".split()
WORDS = """Abbey Acorn Albany Albert Alder Alma Amber Apple Arden Argyle Arundel Ash Aspen Avon Badger Balmoral Bank Barley
Baron Barrow Bath Beacon Beech Belgrave Bell Belmont Beverley Birch Bishop Blackthorn Blenheim Bluebell Bond Bramble
Bridge Bristol Broad Brook Bruce Buckingham Burns Byron Cambridge Canal Canning Canterbury Carlton Castle Cavendish Cedar
Chapel Charles Charlotte Chatsworth Cherry Chester Chestnut Church Clarence Clarendon Clifton Clover College Coniston
Conway Copper Cornwall Cotswold Cowley Cromwell Cross Crown Cumberland Cypress Dale Dane Derby Derwent Devonshire
Dorset Dover Duke Durham Earl East Eden Edward Elder Elm Empress Ennerdale Essex Exeter Factory Fairfield Falcon Farm
Fern Field Fir Forest Forge Fountain Fox Franklin Garden Garfield George Gladstone Glebe Gloucester Goldfinch Gordon
Grange Granville Green Grosvenor Grove Hall Hamilton Hampton Harbour Harcourt Harrow Hart Hawthorn Hazel Heath Heather
Henley Henry Herbert Hereford Heron High Hill Holly Hope Howard Ivy Jasmine Jubilee Juniper Kelvin Kendal Kent
Kestrel King Kingfisher Knight Laburnum Lancaster Langdale Lark Laurel Lavender Leicester Leopold Lilac Lime Lincoln
Linden Lodge London Lowther Malvern Manor Maple Market Marlborough Marsh Meadow Melbourne Melrose Mendip Mercer Mill
Milton Mint Montrose Moor Moss Mount Myrtle Napier Nelson New Newton Norfolk North Northgate Oak Orchard Oxford Palmer
Park Pear Peel Pembroke Pine Poplar Portland Primrose Prince Priory Quarry Queen Railway Raven Rectory Regent Richmond
River Robin Rose Rowan Royal Rugby Russell Rutland Salisbury Sandringham School Severn Silver Skylark Somerset South
Spencer Spring Spruce Stafford Stanley Station Stirling Suffolk Surrey Sussex Swallow Swan Sycamore Talbot Temple
Tennyson Thames Thistle Thornhill Tower Trafalgar Trent Trinity Tudor Union Vale Valley Vernon Victoria Victory Vine
Walnut Warwick Water Waterloo Waverley Well Wellington West Westminster Wharf Wheatfield White Wilfred Willow Wilton
Winchester Windermere Windmill Windsor Wolsey Wood Woodland Worcester Wren Yew York""".split()
KINDS = "Road Street Avenue Close Drive Lane Crescent Grove Way Court Terrace Gardens Place Walk Rise".split()
SHORT_KINDS = {"Road": "Rd", "Street": "St", "Avenue": "Ave", "Close": "Cl", "Drive": "Dr", "Lane": "Ln",
               "Crescent": "Cres", "Grove": "Gr", "Court": "Ct", "Terrace": "Terr", "Gardens": "Gdns", "Place": "Pl"}
LETTERS = numpy.array(list("ABDEFGHJLNPQRSTUWXYZ"), dtype=object)

HOMES_TO_A_POSTCODE = 16


def scattered(numbers, salt):
    """Numbers spread as if by chance, but always alike."""
    mixed = (numbers.astype(numpy.uint64) + numpy.uint64(salt)) * numpy.uint64(0x9E3779B97F4A7C15)
    return (mixed >> numpy.uint64(33)).astype(numpy.int64)


def addresses(homes):
    """House, street, town, postcode and UPRN of each home, as arrays of text."""
    postcode = homes // HOMES_TO_A_POSTCODE
    place = homes % HOMES_TO_A_POSTCODE
    road = postcode // 3
    words, kinds = numpy.array(WORDS, dtype=object), numpy.array(KINDS, dtype=object)
    street = words[scattered(road, 1) % len(WORDS)] + " " + kinds[scattered(road, 2) % len(KINDS)]
    number = place * 2 + 1 + (postcode % 3) * 32 + scattered(road, 3) % 2
    flats = scattered(postcode, 4) % 6 == 0
    house = numpy.where(flats, (place + 1).astype(str), number.astype(str)).astype(object)
    house[flats] = "Flat " + house[flats]
    block = words[scattered(postcode, 5) % len(WORDS)] + " House"
    street = numpy.where(flats, block + " " + street, street)
    return house, street, towns(postcode), postcodes(postcode), uprns(homes)


def uprns(homes):
    number = 100_000_000_000 + (homes.astype(numpy.int64) * 2_654_435_761) % (1 << 32)
    return number.astype(str).astype(object)


def towns(postcode):
    """Every town has suburbs; some people write the one, some the other: here the town, in one place of four a suburb."""
    town = numpy.array(TOWNS, dtype=object)[(postcode // 12_000) % len(TOWNS)]
    suburb = numpy.array(SUBURBS, dtype=object)[scattered(postcode // 60, 6) % len(SUBURBS)]
    return numpy.where(scattered(postcode // 60, 7) % 4 == 0, suburb, town)


def postcodes(number):
    """Up to 72,000 postcodes an area: a district, a sector and a unit of two letters."""
    unit, rest = number % 150, number // 150
    sector, rest = rest % 8 + 1, rest // 8
    district, area = rest % 60 + 1, rest // 60
    spread = (unit * 139 + number // 150 * 7) % 400
    inward = sector.astype(str).astype(object) + LETTERS[spread // 20] + LETTERS[spread % 20]
    return numpy.array(AREAS, dtype=object)[area % len(AREAS)] + district.astype(str).astype(object) + " " + inward
