/// Forenames and surnames of one tradition.
struct NameList {
    let female: [String]
    let male: [String]
    let surnames: [String]
    /// Share of families with two surnames joined.
    var joined = 0.0

    func surname(_ numbers: inout SeededGenerator) -> String {
        let first = numbers.pick(surnames)
        guard numbers.chance(joined) else { return first }
        let second = numbers.pick(surnames)
        return first == second ? first : "\(first)-\(second)"
    }
}

private func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
}

extension NameList {
    static let british = NameList(
        female: words(
            """
            Abigail Alice Amelia Amy Ava Bethany Caitlin Charlotte Chloe Daisy Eleanor Ella Ellie Emily Emma Erin Esme \
            Evie Faith Florence Freya Georgia Grace Hannah Harriet Holly Imogen Isabelle Isla Ivy Jade Jasmine Jessica \
            Kayleigh Keira Lacey Lauren Leah Libby Lily Lola Lucy Maisie Martha Megan Mia Millie Molly Naomi Niamh \
            Olivia Paige Phoebe Poppy Rebecca Rosie Ruby Scarlett Sian Skye Sophie Summer Tegan Willow Zara Zoë
            """
        ),
        male: words(
            """
            Aaron Adam Aidan Alfie Archie Arthur Bailey Ben Blake Bradley Callum Charlie Connor Corey Daniel Declan \
            Dylan Edward Elliot Ethan Finley Finn Freddie Gareth George Harley Harrison Harry Harvey Henry Isaac Jack \
            Jacob Jake James Jamie Jayden Joe Jordan Joseph Josh Kai Kian Kyle Leo Lewis Liam Logan Louis Luca Luke \
            Mason Matthew Max Morgan Nathan Noah Oliver Oscar Owen Reece Rhys Riley Rory Ryan Sam Sean Theo Toby Tyler
            """
        ),
        surnames: words(
            """
            Abbott Adderley Aldridge Appleby Ashworth Atkin Bagshaw Baines Barlow Bartlett Beckwith Bellamy Birch \
            Blackwell Bramley Brearley Briggs Broadbent Burrows Calloway Carver Chadwick Clegg Colley Coombes Cope \
            Crabtree Cresswell Dalby Dawber Denby Dobson Draycott Dunmore Eastwood Ellery Fairbank Farrow Fenwick \
            Firth Flint Fothergill Garside Gedney Gilmore Goddard Greaves Hadley Hallam Hargreave Haslam Heyward \
            Hibbert Holroyd Hopwood Ibbotson Ingham Jessop Kettle Kirkby Lacey Lambert Lathom Ledger Lister Lockwood \
            Lomax Mabbott Marsden Mellor Merrick Milburn Mottram Naylor Nettleton Oakden Ogden Ollerton Orme Padgett \
            Pargeter Peverell Pickles Plumb Quarmby Quick Radcliffe Rawson Redfern Rigby Rushton Saxby Scholes Selby \
            Shuttleworth Skelton Slater Sowerby Stanhope Stocks Sugden Tattersall Thackray Tranter Tunstall Twigg \
            Unsworth Varley Wadsworth Wainwright Walshaw Waring Whalley Whitlock Widdowson Wragg Yardley Yelland \
            O'Connell O'Dowd McAllister McBride St.Clair
            """
        ),
        joined: 0.07
    )

    static let european = NameList(
        female: words("Agnieszka Ana Daria Elżbieta Ewa Ioana Joanna Katarzyna Lucía Magda Maria Natalia Oksana Zofia"),
        male: words(
            "Adrian Andrei Bartek Dawid Filip Ion Jakub José Kacper Łukasz Marek Mihai Paweł Piotr Radu Tomasz"
        ),
        surnames: words(
            """
            Andrade Baran Dumitru Duda Ferreira Gheorghe Ionescu Jankauskas Kaczmarek Kovács Kubiak Lazăr Lis Marin \
            Mazur Nagy Nowak Oliveira Petrov Popescu Radu Silva Stoica Wójcik Wrona Zając
            """
        )
    )

    static let southAsian = NameList(
        female: words(
            "Aaliyah Aisha Amina Anjali Fatima Hafsa Inaya Khadija Maryam Meera Nadia Priya Safa Sana Zainab"
        ),
        male: words(
            "Adeel Ali Arjun Bilal Hamza Haris Ibrahim Imran Karan Mohammed Nikhil Rohan Sameer Usman Yusuf Zayn"
        ),
        surnames: words(
            """
            Ahmed Akhtar Ali Aziz Begum Bhatt Chaudhry Das Desai Gill Hussain Iqbal Islam Joshi Kaur Khan Mahmood \
            Malik Mistry Miah Parmar Patel Qureshi Rahman Rashid Sandhu Shah Sharma Siddiqui Uddin
            """
        )
    )

    static let african = NameList(
        female: words(
            "Abena Adaeze Amara Ayaan Chidera Efua Esther Fatou Funmi Grace Hodan Mercy Nia Temi Yetunde Zawadi"
        ),
        male: words("Abdi Ade Chidi Daniel David Emeka Femi Ibrahim Jabari Kofi Kwame Musa Samuel Tobi Tunde Yaw"),
        surnames: words(
            """
            Abdi Acheampong Adebayo Afolabi Agyeman Asante Bangura Boateng Chikwanda Diallo Eze Farah Jallow Kamara \
            Mensah Moyo Mwangi Ncube Nwosu Obi Ogunleye Okafor Osei Owusu Sesay Warsame
            """
        )
    )

    static let eastAsian = NameList(
        female: words("Hui Jia Lan Li-Na Mei Ming Xin Ying"),
        male: words("Bo Hao Jian Jun Lei Ming Wei Yong"),
        surnames: words("Chan Chen Cheung Ho Huang Lam Lau Li Liu Ng Tang Wong Wu Yip Zhang")
    )
}
