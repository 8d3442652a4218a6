"""Words for invented documents: names, streets and sentences, none of them anybody's."""

MUNICIPALITIES = (
    "Zoutwolde", "Bergen op Zand", "'s-Gravendorp", "De Bolt", "Oud- en Nieuw-Gastel",
    "Kaag en Braak", "Noordoostland", "Heeze-Linden", "Loon op Duin", "Haarlemmerbroek",
)  # fmt: skip
CORPORATIONS = (
    "Woonzo", "Zandhuys", "Wonen Wierden", "Wonen Duinrand", "De Goede Stede", "Trivire-Oost",
    "Stichting Woonpalet", "Woningstichting Volksbelang", "’t Sticht Wonen", "Woon & Co", "Habeko",
    "Thuisvester", "Goed Wonen Zout", "Rijnhart", "Mooiwoon", "Wooncompagnie Noord",
)  # fmt: skip
TENANTS = (
    "Huurdersvereniging De Klink", "HBV Samen Sterk", "Huurdersraad Zout", "Huurdersbond Zand",
    "Stichting Huurdersbelang Duin", "Huurdersplatform Wierden", "Bewonersraad Palet",
    "Huurders Belangen Vereniging Volk",
)  # fmt: skip
TITLES = (
    "Beschikbaarheid", "Betaalbaarheid", "Duurzaamheid en kwaliteit", "Wonen met zorg",
    "Leefbare wijken", "Samenwerking", "Bijzondere doelgroepen", "Nieuwbouw en voorraad",
    "Sociaal beheer", "Energie", "Bouwen en vernieuwen", "Vitale dorpen",
)  # fmt: skip
HEADINGS = ("Bouwen voor ouderen", "Doorstroming", "Gasvrij wonen", "Samen schouwen", "Schulden")
SECTIONS = ("Nieuwe woningen", "Bestaande voorraad", "Uitvoering", "Proces")
SENTENCES = (
    "{who} doet in 2026 een onderzoek naar de wensen van ouderen in {place}",
    "{who} levert vóór 1 juli 2026 een plan voor {place} op",
    "Partijen overleggen ieder kwartaal over de voortgang in {place}",
    "In {place} komt ruimte voor 12,5 procent meer sociale huur",
    "Voor {place} geldt een maximum van 30% per complex (art. 42 lid 1 Woningwet)",
    "De huren in {place} stijgen niet meer dan 2,5% per jaar",
    "Wie in {place} woont en kleiner wil wonen, krijgt hulp van een wooncoach",
    "{who} doet mee aan de proef met 25 warmtepompen in {place}",
    "Minstens 70% van de woningen in {place} heeft een huur tot de 2e aftoppingsgrens",
    "Het doel is dat in 2030 alle 1.250 woningen in {place} van het gas af zijn",
    "{who} levert jaarlijks cijfers over {place} aan",
    "Bij sloop in {place} geldt het sociaal plan van 12 maart 2024",
)
PLACES = ("de Rozenbuurt", "Noord", "het centrum", "de Hoge Akkers", "wijk 7", "de Schilderswijk")
LOCATIONS = (
    "Lindelaan", "Kerkstraat 12-48", "Hoge Weg", "Dorpsplein", "Plan Zuid fase 2", "De Mulder",
    "Oude School", "Vijverhof", "Stationskwartier", "Havenkade", "Eikenhof (blok B)",
    "Meester Vosstraat e.o.",
)  # fmt: skip
KINDS = {
    "new_build": ("Nieuwbouw", "Nieuwbouwprojecten", "Te bouwen woningen"),
    "demolition": ("Sloop", "Te slopen"),
    "renovation": ("Renovatie", "Renovatie en groot onderhoud", "Woningverbetering"),
    "sale": ("Verkoop", "Te verkopen woningen"),
    "acquisition": ("Aankoop", "Aankoop en inponden"),
    "study": ("Onderzoek", "Onderzoekslocaties"),
}
HOMES = (
    "24", "8 woningen", "ca. 40", "circa 12", "nnb", "pm", "6 (van de 20)", "+15", "112", "18 VHE",
    "Onbekend", "10 à 12", "t.b.",
)  # fmt: skip
TYPES = ("EGW", "MGW", "appartementen met lift", "eengezinswoningen", "zorgwoningen", "studio's")
PRICES = ("tot 1e aftoppingsgrens", "middenhuur", "betaalbaar", "goedkoop/betaalbaar")
#: What people write above the columns of a table of projects.
HEADS = {
    "location": ("Locatie", "Project", "Complex", "Projectnaam", "Adres"),
    "homes": ("Aantal", "Aantal woningen", "Woningen", "VHE", "Aantal eenheden"),
    "dwelling_type": ("Type", "Woningtype", "Type woning", "Soort woning"),
    "price": ("Prijsklasse", "Huurklasse", "Segment", "Prijssegment"),
    "corporation": ("Corporatie", "Woningcorporatie", "Partij", "Organisatie"),
    "note": ("Toelichting", "Opmerkingen", "Bijzonderheden"),
}
#: What people call who leads and who is involved.
ROLES = (
    ("Trekker", "Betrokken"),
    ("Verantwoordelijk", "Betrokken partijen"),
    ("Initiatiefnemer", "Samen met"),
    ("Actiehouder", "Betrokkenen"),
)
PERSONS = (
    "A. Voorbeeld", "B. Verzonnen", "C. Bedacht", "D. Fictief", "E. Denkbeeldig", "F. Proefman",
    "G. Testers-Oud",
)  # fmt: skip
