"""The short and pet names the made people are known by. The generator's own: the program's table is another one.

A forename stands before its short forms. Spellings that clerks exchange for one another stand here as well.
"""

LINES = """
Abigail Abi Abbie
Alexander Alex Lex Sandy
Alexandra Alex Lexi Sasha
Amanda Mandy
Andrew Andy Drew
Anthony Tony Ant
Barbara Babs
Benjamin Ben Benji
Bradley Brad
Cameron Cam
Catherine Cathy Kate
Charlotte Lottie Charlie
Christine Chris Chrissie
Christopher Chris Kit
Daniel Dan Danny
David Dave Davey
Deborah Debbie Deb
Dorothy Dot
Edward Ed Ted Eddie
Elizabeth Liz Beth Lizzie Betty
Emily Em Emmy
Francesca Fran Chess
Frederick Fred Freddie
Gareth Gaz
George Georgie
Gurpreet Gary Preet
Harry Haz
Isabella Bella Izzy
Jacqueline Jackie
James Jim Jamie Jimmy
Jennifer Jen Jenny
Jessica Jess
John Jack Johnny
Jonathan Jon Jonny
Joseph Joe Joey
Joshua Josh
Katarzyna Kasia
Kathleen Kath
Katie Kate
Kenneth Ken Kenny
Kimberley Kim
Leonard Len Lenny
Margaret Maggie Peggy Meg
Malgorzata Gosia
Matthew Matt Matty
Michael Mick Mike Mikey
Mohammed Mo Muhammad Mohamed Mohammad
Muhammad Mo Mohammed Mohamed Md
Natasha Tash
Nathaniel Nat Nathan
Nicholas Nick Nicky
Nicola Nicky
Olivia Liv Livvy
Oluwaseun Seun
Patricia Pat Tricia
Patrick Paddy Pat
Peter Pete
Rebecca Becky Bex
Richard Rich Rick Dick
Robert Rob Bob Bobby
Samantha Sam
Samuel Sam Sammy
Stephen Steve Ste
Susan Sue
Theodore Theo Teddy
Thomas Tom Tommy
Timothy Tim
Victoria Vicky Tori
William Will Bill Billy Liam
Yusuf Joseph Yousef
Zachary Zac Zak
"""

SHORT_FORMS = {words[0]: words[1:] for words in (line.split() for line in LINES.strip().splitlines())}
