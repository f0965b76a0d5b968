"""Names for made people of an English city: forenames by heritage, sex and era of birth, surnames by heritage.

Within a list the commonest names stand first, and a name is drawn the more often the nearer the front it stands. The
people are invented; the shares are guesses at a city of many origins, measured nowhere.
"""

import numpy

ERAS = (1970, 1990, 2005)  # years of birth at which fashion changes: four eras

HERITAGES = ("english", "irish", "polish", "pakistani", "bangladeshi", "sikh", "hindu", "african", "somali", "caribbean")
HERITAGE_SHARES = (0.640, 0.030, 0.045, 0.095, 0.030, 0.030, 0.030, 0.055, 0.020, 0.025)

# Share of the children of a heritage who get a forename of the English lists.
ENGLISH_FORENAMES = {"irish": 0.6, "polish": 0.3, "pakistani": 0.03, "bangladeshi": 0.03, "sikh": 0.12, "hindu": 0.12,
                     "african": 0.5, "somali": 0.02, "caribbean": 0.85}

ENGLISH_MEN = (
    """John David Michael Peter Robert William James Brian Alan George Kenneth Ronald Anthony Derek Thomas Raymond Roy
    Keith Richard Terence Dennis Colin Roger Malcolm Barry Stephen Geoffrey Paul Graham Trevor Donald Patrick Arthur
    Norman Christopher Philip Gordon Eric Leslie Frank Albert Maurice Leonard Edward Joseph Charles Stanley Harold
    Douglas Clive Bernard Frederick Ernest Kevin Martin Ian Neil Gerald Francis Harry Ralph Stuart Reginald Duncan""",
    """Paul David Andrew Mark Stephen Christopher Michael James Robert John Richard Darren Matthew Lee Daniel Ian Simon
    Jason Kevin Gary Anthony Neil Craig Peter Stuart Philip Steven Wayne Jonathan Adam Thomas Carl Martin Dean Gareth
    Shaun Scott Adrian Nigel Nicholas Graham Benjamin Sean Tony Russell Justin Damian William Colin Timothy Alan Barry
    Karl Marcus Antony Edward Alexander Robin Gavin Glen Julian Keith Duncan Leon Trevor Joseph Samuel Julian Ryan""",
    """Thomas James Jack Daniel Matthew Ryan Joshua Luke Samuel Jordan Adam Michael Alexander Christopher Benjamin Joseph
    Liam Jake William Andrew George Lewis Oliver David Robert Jamie Nathan Connor Jonathan Harry Callum Aaron Ashley
    Bradley Jacob Kieran Scott Sam Sean Kyle Ben Charles Mark John Dominic Reece Cameron Richard Edward Joe Stephen Max
    Alex Rhys Elliot Dale Anthony Peter Brandon Ross Zachary Henry Curtis Karl Toby Gareth Tyler Louis Marcus Mitchell""",
    """Oliver Jack Harry Jacob Charlie Thomas George Alfie Noah James William Joshua Oscar Leo Archie Henry Ethan Daniel
    Freddie Joseph Logan Max Samuel Lucas Isaac Alexander Theo Dylan Edward Benjamin Finley Mason Harrison Theodore
    Riley Arthur Toby Jayden Harvey Liam Tyler Sebastian Adam Reuben Luca Louis Elijah Luke Zachary Jude Hugo Ryan
    Bobby Matthew Jenson Nathan Stanley Connor Jamie Callum Kai Frankie Albert Rory Ronnie Teddy Ellis Louie Elliot
    Kayden Jaxon Blake Tommy Reggie Owen Brody Caleb Leon Cody Kian Brandon Rowan Ollie Jasper Roman Ezra Otis Corey""",
)
ENGLISH_WOMEN = (
    """Margaret Patricia Susan Christine Jean Mary Linda Barbara Maureen Sheila Joan Ann Carol Dorothy Sandra Pauline Joyce
    Janet Valerie Shirley Elizabeth Kathleen Brenda Jacqueline Marion Pamela Jennifer Marilyn Judith Eileen Gillian
    Irene Rita Beryl Doreen Hilary Wendy Lesley Diane Sylvia Anne Jane Helen Angela Hazel Elaine Rosemary Lynne Edna
    Audrey Josephine Veronica Betty Norma Gloria Vera Marjorie Glenys Heather Frances June Yvonne Sarah Denise Ruth""",
    """Sarah Claire Nicola Emma Lisa Joanne Michelle Helen Samantha Karen Amanda Rachel Louise Julie Clare Rebecca Sharon
    Victoria Caroline Susan Alison Amy Kelly Jane Tracey Deborah Jennifer Catherine Elizabeth Kerry Katherine Anna
    Donna Zoe Dawn Angela Natalie Paula Lucy Laura Charlotte Wendy Maria Andrea Jacqueline Tina Melanie Heather Kate
    Stephanie Lindsay Vicki Hayley Katie Natasha Debra Ruth Leanne Sally Gemma Tara Mandy Lorraine Beverley Teresa""",
    """Rebecca Lauren Jessica Charlotte Hannah Sophie Amy Emily Laura Emma Chloe Sarah Lucy Katie Bethany Jade Megan
    Alice Rachel Samantha Danielle Holly Abigail Olivia Stephanie Elizabeth Victoria Natalie Georgia Zoe Natasha
    Eleanor Shannon Gemma Kirsty Ellie Molly Kayleigh Paige Rosie Anna Melissa Courtney Nicole Kimberley Amber Harriet
    Jennifer Hayley Louise Naomi Jodie Chelsea Kelly Grace Leanne Stacey Demi Imogen Toni Kerry Alexandra Caitlin
    Francesca Maisie Tanya Robyn Ashleigh Beth Hollie Tiffany Bryony Lydia Carly Phoebe Leah Ella Mia Sian Abbie""",
    """Olivia Amelia Emily Ava Jessica Isabella Poppy Ella Isla Mia Sophie Lily Grace Evie Ruby Chloe Scarlett Daisy
    Freya Phoebe Charlotte Florence Sienna Alice Matilda Sofia Millie Evelyn Lucy Isabelle Elsie Holly Imogen Megan
    Rosie Erin Layla Willow Maisie Harriet Eva Ellie Abigail Molly Summer Lola Bella Ivy Hannah Amber Elizabeth Lexi
    Emma Esme Georgia Leah Eleanor Penelope Bethany Jasmine Amelie Lottie Maya Aria Harper Darcie Nancy Violet Robyn
    Thea Zara Martha Annabelle Faith Francesca Eliza Beatrice Mollie Skye Tilly Paige Katie Lauren Niamh Amy Lacey
    Kayla Orla Aurora Edith Rose Maddison Nevaeh Ada Mabel Kiera Hallie Gracie Tia Clara Luna Hope Lyla Summer""",
)

FORENAMES = {
    "irish": (
        """Patrick Sean Michael Liam Conor Declan Eoin Brendan Ciaran Cormac Daragh Niall Kieran Donal Fergal Shane Aidan
        Colm Eamon Rory Brian Kevin Gerard Padraig Oisin Fionn Cathal Barry Finbar Dermot""",
        """Mary Siobhan Aoife Niamh Sinead Bridget Maeve Ciara Orla Roisin Grainne Deirdre Bernadette Noreen Caoimhe
        Saoirse Kathleen Aisling Eimear Una Fionnuala Clodagh Brid Nuala Sorcha Teresa Philomena Maura""",
    ),
    "polish": (
        """Piotr Jakub Tomasz Krzysztof Marcin Michal Pawel Adam Mateusz Kacper Szymon Filip Dawid Lukasz Andrzej Bartosz
        Wojciech Grzegorz Maciej Kamil Oskar Patryk Rafal Dominik Wiktor Jan Antoni Robert Sebastian Igor Mariusz Artur
        Dariusz Zbigniew Slawomir Nikodem Tymon Hubert Konrad Alan""",
        """Anna Katarzyna Agnieszka Malgorzata Maja Zuzanna Julia Monika Magdalena Joanna Ewa Aleksandra Oliwia Natalia
        Karolina Lena Barbara Zofia Wiktoria Dorota Beata Justyna Patrycja Paulina Nikola Amelia Marta Emilia Sylwia
        Iwona Gabriela Izabela Hanna Alicja Kinga Weronika Nadia Renata Milena Kornelia""",
    ),
    "pakistani": (
        """Mohammed Muhammad Ali Hassan Imran Usman Abdul Adnan Bilal Hamza Tariq Asif Amir Faisal Khalid Nadeem Zain Omar
        Ibrahim Yusuf Haroon Kashif Sajid Waqas Shahid Zubair Umar Ahmed Arshad Rizwan Junaid Haris Salman Ayaan Zeeshan
        Nasir Javed Shabir Farhan Danyal Idris Sohail Kamran Aqib Mustafa Rayyan Eesa Zakariya Musa Talha Saqib Waseem
        Liaqat Iftikhar Ghulam Azhar Qasim Raheel Wajid Yasin""",
        """Fatima Ayesha Aisha Zainab Maryam Saima Nadia Shazia Khadija Sana Amina Nasreen Farah Rukhsana Samina Hafsa Iqra
        Uzma Noor Shabana Rabia Bushra Sumaira Zara Kiran Saba Tahira Parveen Asma Hira Mehwish Nazia Sadia Anam Aliza
        Eman Inaya Javeria Mariam Rehana Safia Shaheen Sidra Sobia Tasneem Yasmin Zahra Zubaida Naila Huma Laiba Minahil
        Ambreen Farzana Gulshan Kausar Musarat Nusrat Razia Shamim""",
    ),
    "bangladeshi": (
        """Mohammed Abdul Md Rahim Shah Kamal Jahangir Mizanur Rafiq Habibur Shafiq Tanvir Rashid Anwar Nurul Faruk Jamal
        Sumon Iqbal Aminul Ashraf Tareq Shahin Zakir Mahbub Rubel Ruhul Saiful Ismail Yahya Adil Nabil Imtiaz Sabbir""",
        """Fatema Rahima Shahana Nasima Rokeya Sultana Salma Hasina Rumana Nazma Shirin Taslima Jasmin Monowara Ruksana
        Shamima Farhana Sabina Tahmina Nargis Lutfa Momtaz Rehena Sufia Ayesha Maryam Tasnim Nusrat Samiha Jannat""",
    ),
    "sikh": (
        """Gurpreet Harpreet Jaspreet Amandeep Manjit Sukhdev Balwinder Jagdeep Harjit Kulwinder Arjan Jasdeep Ranjit
        Surinder Gurdeep Baljit Parminder Navdeep Rajinder Simran Karan Tejinder Jaskaran Mandeep Pardeep Inderjit Jeevan
        Kirpal Davinder Gurjit Hardeep Satnam Avtar Mohinder Fateh Sahib Angad""",
        """Harpreet Manpreet Amarjit Jaspreet Kuldip Balvinder Gurpreet Sukhvinder Kiran Jasvinder Simran Ravinder Parmjit
        Surjit Rajwinder Navneet Mandeep Satwinder Jasmin Harjinder Gurmeet Baljinder Amrit Pavandeep Ranjit Inderjit
        Kulwant Daljit Paramjit Jasleen Sharan Tavleen Asees Prabhjot""",
    ),
    "hindu": (
        """Rajesh Amit Sanjay Ashok Vijay Rahul Dinesh Bharat Kishan Nilesh Mukesh Arjun Rohan Suresh Anil Hitesh Jayesh
        Pravin Mahesh Ramesh Kunal Dev Aarav Krishan Vishal Chirag Paresh Nikhil Rakesh Kamlesh Jignesh Ketan Yash Dhruv
        Manoj Naresh Sunil Vivaan Ishaan Vihaan""",
        """Priya Nisha Meena Sunita Anita Kavita Hansa Jyoti Bhavna Pooja Rekha Usha Sangita Asha Mina Hema Shilpa Anjali
        Diya Kajal Manisha Nita Pushpa Lata Daksha Ranjan Neha Riya Aarti Heena Jaya Komal Mital Roshni Sheetal Urmila
        Anaya Kavya Ishani Saanvi""",
    ),
    "african": (
        """Emmanuel Samuel Daniel David Joseph Michael Chukwuemeka Oluwaseun Kwame Kofi Tunde Chidi Ayodele Tendai Blessing
        Ibrahim Kelvin Prince Isaac Elijah Babatunde Femi Obinna Ikenna Olumide Kwabena Yaw Tafadzwa Tinashe Farai Jean
        Patrice Ebenezer Gideon Ezekiel Olamide Jeremiah Adebayo Segun Nnamdi Uche Kudzai""",
        """Grace Blessing Esther Mary Ruth Mercy Comfort Faith Chioma Ngozi Adaeze Oluwakemi Folasade Abena Akosua Ama Efua
        Tatenda Rutendo Chipo Nyasha Precious Gift Deborah Rebecca Sarah Funmilayo Bukola Titilayo Yetunde Amara Ifeoma
        Nkechi Divine Favour Joy Temitope Ayomide Chiamaka Rejoice Adwoa Marie""",
    ),
    "somali": (
        """Mohamed Abdi Ahmed Ali Hassan Abdirahman Yusuf Omar Ibrahim Ismail Abdullahi Mahad Mustafa Khalid Liban Bilal
        Farah Jama Hussein Nuur Said Zakaria Ayub Mahamed Abdulkadir Ilyas Sharmarke Guled""",
        """Fatima Amina Khadija Hodan Halima Asha Sahra Fadumo Ayan Ifrah Maryan Nimo Zahra Hibo Ubah Hawa Faiza Muna
        Sagal Idil Safiya Shukri Deqa Naima Samira Ikran Sumaya Hamdi""",
    ),
    "caribbean": (
        """Winston Delroy Errol Leroy Marlon Devon Trevor Clive Jermaine Tyrone Andre Rohan Kemar Romario Dwayne Shaquille
        Tyrell Malachi Jerome Courtney Nathaniel Isaiah Kyron Omari Javon Clifton Desmond Lloyd""",
        """Marcia Sonia Paulette Beverley Claudette Shanice Chantelle Latoya Tanisha Kezia Jada Shanelle Aaliyah Yolanda
        Monique Keisha Renee Naomi Simone Candice Tiana Rochelle Hyacinth Merlene Althea Cherelle Leanna Zaria""",
    ),
}

SURNAMES = {
    "english": """Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
    Roberts Green Hall Wood Jackson Clarke Harris Clark Turner Hill Cooper Ward Moore Morris King Watson Baker Harrison
    Morgan Young Allen Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Cook Shaw Miller Richardson Carter
    Collins Price Marshall Bailey Gray Cox Adams Wilkinson Foster Chapman Mason Russell Powell Webb Rogers Hunt Mills
    Holmes Palmer Matthews Gibson Fisher Barnes Knight Lloyd Butler Barker Stevens Jenkins Dixon Fletcher Harvey Pearson
    Elliott Howard Reynolds Fox Andrews Ford Payne Day Saunders Lawrence Pearce Hudson Atkinson West Hughes Edwards Lewis
    Thomas Martin Scott Simpson Ellis Spencer Cole Hart Burton Holland Newman Dean Lane Gardner Cross Chambers Nicholls
    Armstrong Osborne Booth Bradley Hawkins Brooks Bird Slater Woods Porter Hopkins Barrett Marsh Walsh Stone Francis
    Perry Hodgson Townsend Warren Jennings Carr Long Hunter Nicholson Goodwin Burgess Burns Cunningham Bates Sutton
    Rowe Gilbert Wells Poole Page Webster Doyle Sharp Lowe Steele Griffiths Watts Hewitt Dawson Todd Gill Walters Parry
    Bishop Baldwin Bowen Abbott Norris Potter Whitehead Thornton Hancock Kemp Hutchinson Moss Freeman Hammond Coleman
    Rose Stephenson Peters Harding Morton Parsons Barton Frost Bull Weston Austin Tucker Rhodes Preston Bentley Hayes
    Sanders Leach Sykes Pickering Charlton Hobbs Waters Bryant Pratt Savage Nash Davey Flynn Read Reed Curtis Dale Lamb
    Naylor Bolton Hope Wall Benson Gibbs Carpenter Wheeler Norton French Barlow Sinclair Ashton Blake Storey Whittaker
    Pugh Hooper Cartwright Farrell Bray Middleton Stokes Cooke Peacock Vaughan Ryder Swift Farmer Hale Winter Skinner
    Higgins Crawford Brennan Hilton Faulkner Tomlinson Akers Alderson Allsop Appleby Ayres Bagshaw Bamford Barber Batty
    Beech Bickley Birch Blackwell Bloor Bonner Bostock Brookes Buckley Capper Challinor Chappell Clegg Clough Coates
    Cope Corbett Dacre Denham Dobson Drury Eaton Emery Fearn Finch Gamble Garner Goddard Gough Hackett Halford Hardy
    Heath Hibbert Hobson Horton Hough Inman Jarvis Joyce Kay Kirk Lacey Latham Lomas Machin Malpas Massey Maddox Neal
    Oakley Orme Outram Peel Plant Prosser Quick Radford Redfern Rigby Salt Sherwin Shirley Stanway Tatton Tipping Tranter
    Twigg Upton Vickers Wade Wain Waring Whalley Wild Wyatt Yates Yeomans Buxton Allcock Arkwright Beresford Brough""",
    "irish": """Murphy Kelly O'Brien O'Connor Ryan Byrne Sullivan Walsh O'Neill Doyle McCarthy Gallagher Doherty Kennedy
    Lynch Murray Quinn McLoughlin Carroll Connolly Daly Wilson Dunne Brennan Burke Collins Clarke Johnston Hughes Farrell
    Fitzgerald Nolan Maguire O'Reilly Kavanagh Moran Duffy Power McDonagh Ward Joyce Flanagan Keane Hennessy Mulligan
    Sweeney O'Donnell McGrath Casey Whelan Cullen Costello Delaney Foley Healy Hogan Maher McCabe McKenna Mooney Tierney
    Reid Regan Rooney Coyle Cassidy Cunningham Devlin Donnelly""",
    "polish": """Nowak Kowalski Wisniewski Wojcik Kowalczyk Kaminski Lewandowski Zielinski Szymanski Wozniak Dabrowski
    Kozlowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Nowakowski Pawlowski Michalski Adamczyk Dudek
    Zajac Wieczorek Jablonski Krol Majewski Olszewski Jaworski Wrobel Malinowski Stepien Gorski Rutkowski Witkowski
    Walczak Sikora Baran Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wroblewski Marciniak Jasinski Sadowski
    Bak Duda Chmielewski Wlodarczyk Borkowski Sokolowski Sawicki Lis Kucharski Mazurek Kubiak Kalinowski Wysocki
    Maciejewski Czarnecki Kolodziej Urban Kazmierczak Sobczak Glowacki Popescu Ionescu Balogh Horvath Novak Kazlauskas""",
    "pakistani": """Khan Hussain Ahmed Ali Akhtar Mahmood Iqbal Malik Mohammed Shah Mirza Hassan Butt Raja Chaudhry Bashir
    Rashid Aslam Sheikh Saleem Javed Rehman Qureshi Yousaf Zaman Ashraf Anwar Arshad Hanif Afzal Akram Nawaz Parveen
    Shabir Sadiq Riaz Tariq Mehmood Nazir Amin Sharif Latif Younis Bhatti Ditta Dad Sarwar Siddiqui Ghani Haider Hamid
    Ilyas Jamil Karim Majid Munir Naseem Rafiq Rauf Razaq Rizvi Sabir Saeed Shafiq Suleman Taj Usman Waheed Yaqoob Zafar
    Zahid Abbasi Awan Baig Chishti Dar Gul Kazmi Kiani Lodhi Minhas Rana Sajid Syed Warraich""",
    "bangladeshi": """Rahman Islam Miah Ahmed Uddin Ali Hussain Begum Chowdhury Haque Khan Alam Hoque Choudhury Khatun Karim
    Kamal Hasan Bari Sarkar Talukdar Mannan Matin Motin Malik Khanom Akther Kalam Rouf Quddus Jalil Momin Shahid Salam
    Ullah Sheikh Bhuiyan Mondal Molla Sikder""",
    "sikh": """Singh Gill Dhillon Sandhu Sidhu Grewal Bains Dhaliwal Johal Sohal Bassi Atwal Rai Uppal Mann Sahota Virdee
    Kang Samra Brar Purewal Bhogal Sagoo Panesar Chana Matharu Hayer Kooner Lidder Sangha Cheema Aujla Basra Bhamra Deol
    Garcha Heer Jandu Kalsi Landa Mangat Nijjar Pannu Randhawa Sehmi Thandi""",
    "hindu": """Patel Shah Sharma Mistry Desai Parmar Solanki Chauhan Lad Gohil Modi Joshi Mehta Bhatt Pandya Thakrar Kotecha
    Vaghela Rana Rathod Gandhi Amin Kumar Gupta Verma Nair Reddy Rao Iyer Menon Pillai Kapoor Malhotra Bhatia Chopra
    Popat Ladwa Tailor Panchal Limbachia Hirani Varsani Halai Makwana Mandalia Raval Soni Vyas Trivedi Dave Jani Lakhani""",
    "african": """Okafor Mensah Adeyemi Owusu Boateng Okonkwo Moyo Ncube Ibrahim Osei Eze Adebayo Asante Nwosu Obi Dube
    Sibanda Ndlovu Appiah Agyemang Balogun Ogunleye Bello Musa Chukwu Onyeka Amoah Addo Ansah Bonsu Darko Frimpong Kamara
    Sesay Koroma Conteh Bangura Jalloh Mutasa Chikwanha Mapfumo Phiri Banda Mwale Zulu Mutombo Kabongo Ilunga Tshibanda
    Ngoma Nkosi Okoro Onyango Otieno Mwangi Kariuki Wanjiru Njoroge Tesfaye Bekele Haile Gebre Abebe Tekle Ogbonna Nnadi
    Olatunji Oyelaran Afolabi Akinola Fashola Odusanya Salami Yeboah Quaye Tetteh""",
    "somali": """Mohamed Ali Ahmed Hassan Abdi Omar Yusuf Ibrahim Ismail Farah Hussein Jama Warsame Abdullahi Osman Nur
    Adan Aden Dirie Mohamud Isse Elmi Egal Duale Guled Hersi Barre Samatar Salad Sheikh Muse Said Roble""",
    "caribbean": """Campbell Williams Brown Gordon Grant Clarke Francis Reid Henry Thompson Morgan Stewart Bailey Johnson
    Lewis Thomas Joseph Charles Powell Edwards Palmer Walters Bryan Blake Samuels Morrison Gayle Dixon Beckford Bogle
    Cummings Dacosta Facey Farquharson Hibbert Lindo McKenzie Nembhard Pinnock Rowe Simms Wint Whyte Wedderburn Alleyne
    Brathwaite Greenidge Holder Worrell Baptiste Toussaint Cuffy Roache Prince""",
}

# Rare English surnames are put together of these.
FRONTS = """Ash Bar Beck Black Brad Brank Cald Carl Chad Clay Cran Crow Dun East Ell Fair Fen Garth Grim Hal Har Hazel Hes
Hol Ing Kel Kings Lang Lin Lock Mar Mid Nor Oak Pem Ran Raw Red Rock Rud Sand Shel Stan Sut Thorn Wal Wes Whit Win Wool
Wy""".split()
BACKS = """bourne brook bury by cliffe combe cote croft dale den field ford gate ham hurst ington land ley low man mere
mond more ridge shaw side stead stock stow thwaite ton well wick win with worth""".split()


class Pool:
    """Names, and how often each is drawn."""

    def __init__(self, text, steepness, offset):
        self.names = numpy.array(list(dict.fromkeys(text.split() if isinstance(text, str) else text)), dtype=object)
        shares = 1 / (numpy.arange(len(self.names)) + offset) ** steepness
        self.cumulative = numpy.cumsum(shares / shares.sum())

    def draw(self, random, count):
        where = numpy.searchsorted(self.cumulative, random.random(count), side="right")
        return self.names[numpy.minimum(where, len(self.names) - 1)]


def rare_surnames():
    """About 1,500 surnames that sound like places, in an order that favours none of the parts."""
    made = [front + back for front in FRONTS for back in BACKS if front[-1] != back[0]]
    return [made[(number * 769) % len(made)] for number in range(len(made))][:1500]


def forename_pools():
    """Pools by heritage, sex (0 women, 1 men) and era of birth."""
    pools = {}
    for sex, lists in enumerate([ENGLISH_WOMEN, ENGLISH_MEN]):
        for era, text in enumerate(lists):
            pools["english", sex, era] = Pool(text, 0.9, 8)
    for heritage, (men, women) in FORENAMES.items():
        for era in range(len(ERAS) + 1):
            pools[heritage, 0, era] = Pool(women, 0.9, 6)
            pools[heritage, 1, era] = Pool(men, 0.9, 4)
    return pools


def surname_pools():
    pools = {}
    for heritage, text in SURNAMES.items():
        names = text.split() + (rare_surnames() if heritage == "english" else [])
        pools[heritage] = Pool(names, 0.8, 6)
    return pools
