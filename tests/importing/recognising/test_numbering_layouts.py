"""Agreements are found however their authors numbered them."""

from pathlib import Path

from tests.importing.documents.telling import expect
from tests.importing.documents.writing import (
    Writer,
    as_markdown,
    as_open_text,
    as_page,
    as_pdf,
    as_slides,
    as_text,
    as_word,
    by,
)


@by(as_text, as_markdown, as_page, as_word, as_open_text, as_slides, as_pdf)
def test_agreements_counted_through_the_document_with_lines_for_who_and_when(
    write: Writer, tmp_path: Path
) -> None:
    text = """
        # Prestatieafspraken 2026 gemeente Zoutkamperveen

        Dit zijn de afspraken tussen gemeente Zoutkamperveen, woningcorporatie Waddenwonen en
        huurdersvereniging De Dijk.

        ## Thema 1: Genoeg woningen

        Er zijn te weinig kleine woningen voor starters en ouderen.

        **Afspraak 1**

        Waddenwonen bouwt in 2026 twintig kleine woningen aan de Schoolweg.

        Trekker: Waddenwonen
        Betrokken: gemeente Zoutkamperveen
        Planning: vierde kwartaal 2026

        **Afspraak 2**

        De gemeente levert voor de zomer een lijst met bouwplekken.

        Trekker: gemeente Zoutkamperveen
        Betrokken: Waddenwonen, huurdersvereniging De Dijk
        Planning: vóór 1 juli 2026

        ## Thema 2: Betaalbaar wonen

        **Afspraak 3**

        De huren stijgen gemiddeld niet harder dan de lonen.

        Trekker: Waddenwonen
        Betrokken: huurdersvereniging De Dijk
        Planning: 1 juli 2026
        """
    expect(
        write(text, tmp_path),
        parties="""
            gemeente Gemeente Zoutkamperveen
            corporatie Waddenwonen
            huurders Huurdersvereniging De Dijk
        """,
        themes="""
            1 Genoeg woningen
            2 Betaalbaar wonen
        """,
        agreements="""
            1 Waddenwonen bouwt in 2026 … aan de Schoolweg. | trekker: Waddenwonen | betrokken: Gemeente Zoutkamperveen | planning: vierde kwartaal 2026
            2 De gemeente levert voor … lijst met bouwplekken. | trekker: Gemeente Zoutkamperveen | betrokken: Waddenwonen, Huurdersvereniging De Dijk | planning: vóór 1 juli 2026
            3 De huren stijgen gemiddeld … dan de lonen. | trekker: Waddenwonen | betrokken: Huurdersvereniging De Dijk | planning: 1 juli 2026
        """,
    )


@by(as_text, as_open_text, as_pdf)
def test_three_levels_of_numbers_below_chapters_and_sections(write: Writer, tmp_path: Path) -> None:
    text = """
        Prestatieafspraken 2025-2028
        Gemeente Klaverbergen, Woongoed Klaver en Stichting Huurdersplatform Klaver

        1 Beschikbaarheid

        1.1 Nieuwe woningen

        1.1.1 Woongoed Klaver voegt in vier jaar tijd 160 woningen toe aan de voorraad in de kernen.

        1.1.2 De gemeente Klaverbergen zorgt dat voor deze woningen tijdig een bouwtitel beschikbaar is.

        1.2 Verkoop

        1.2.1 Woongoed Klaver verkoopt hoogstens tien woningen per jaar en alleen aan zittende huurders.

        2 Betaalbaarheid

        2.1 Huurbeleid

        2.1.1 Woongoed Klaver en Stichting Huurdersplatform Klaver bespreken ieder voorjaar de huurverhoging.

        2.1.2 De gemeente Klaverbergen wijst minima actief op de toeslagen waar zij recht op hebben.
        """
    expect(
        write(text, tmp_path),
        parties="""
            gemeente Gemeente Klaverbergen
            corporatie Woongoed Klaver
            huurders Stichting Huurdersplatform Klaver
        """,
        themes="""
            1 Beschikbaarheid
            2 Betaalbaarheid
        """,
        agreements="""
            1.1.1 Woongoed Klaver voegt in … in de kernen. | kop: Nieuwe woningen
            1.1.2 De gemeente Klaverbergen zorgt … bouwtitel beschikbaar is.
            1.2.1 Woongoed Klaver verkoopt hoogstens … aan zittende huurders. | kop: Verkoop
            2.1.1 Woongoed Klaver en Stichting … voorjaar de huurverhoging. | kop: Huurbeleid
            2.1.2 De gemeente Klaverbergen wijst … recht op hebben.
        """,
    )


@by(as_text, as_word, as_slides)
def test_letters_below_a_number(write: Writer, tmp_path: Path) -> None:
    text = """
        # Jaarafspraken 2026 – gemeente Berkenrade

        ## 1. Bouwen en vernieuwen

        1.1.a De gemeente Berkenrade houdt de grondprijs voor sociale huur in 2026 gelijk.
        Partijen: **gemeente Berkenrade**, Woonwaard Rade

        1.1.b Woonwaard Rade begint in het voorjaar met de bouw van 34 woningen op het Marktveld.
        Partijen: **Woonwaard Rade**, gemeente Berkenrade

        1.2.a Huurdersraad Rade denkt mee over de plattegronden van de nieuwe woningen.
        Partijen: **Huurdersraad Rade**, Woonwaard Rade

        ## 2. Samen leven

        2.1.a Partijen openen samen een huiskamer in de Vogelwijk.
        Partijen: gemeente Berkenrade, Woonwaard Rade, Huurdersraad Rade
        """
    expect(
        write(text, tmp_path),
        parties="""
            gemeente Gemeente Berkenrade
            corporatie Woonwaard Rade
            huurders Huurdersraad Rade
        """,
        themes="""
            1 Bouwen en vernieuwen
            2 Samen leven
        """,
        agreements="""
            1.1.a De gemeente Berkenrade houdt … in 2026 gelijk. | trekker: Gemeente Berkenrade | betrokken: Woonwaard Rade
            1.1.b Woonwaard Rade begint in … op het Marktveld. | trekker: Woonwaard Rade | betrokken: Gemeente Berkenrade
            1.2.a Huurdersraad Rade denkt mee … de nieuwe woningen. | trekker: Huurdersraad Rade | betrokken: Woonwaard Rade
            2.1.a Partijen openen samen een huiskamer in de Vogelwijk. | trekker onbekend: Gemeente Berkenrade, Woonwaard Rade, Huurdersraad Rade
        """,
    )


@by(as_text, as_word, as_pdf)
def test_codes_of_a_letter_and_a_number(write: Writer, tmp_path: Path) -> None:
    text = """
        # Prestatieafspraken Lage Maten 2027

        ## A. Voldoende aanbod

        A1. Woonstichting Maatwerk levert in 2027 veertig woningen op in plan De Kreek.
        Wie: Woonstichting Maatwerk

        A2. De gemeente Lage Maten versnelt de vergunning voor plan De Kreek.
        Wie: gemeente Lage Maten

        ## B. Een duurzame voorraad

        B1. Alle woningen met label G zijn aan het eind van 2027 verbeterd.
        Wie: Woonstichting Maatwerk

        B2. Huurdersvereniging Maatjes organiseert drie bijeenkomsten over energie besparen.
        Wie: Huurdersvereniging Maatjes, Woonstichting Maatwerk
        """
    expect(
        write(text, tmp_path),
        parties="""
            gemeente Gemeente Lage Maten
            corporatie Woonstichting Maatwerk
            huurders Huurdersvereniging Maatjes
        """,
        themes="""
            A Voldoende aanbod
            B Een duurzame voorraad
        """,
        agreements="""
            A1 Woonstichting Maatwerk levert in … plan De Kreek. | trekker onbekend: Woonstichting Maatwerk
            A2 De gemeente Lage Maten … plan De Kreek. | trekker onbekend: Gemeente Lage Maten
            B1 Alle woningen met label … van 2027 verbeterd. | trekker onbekend: Woonstichting Maatwerk
            B2 Huurdersvereniging Maatjes organiseert drie bijeenkomsten over energie besparen. | trekker onbekend: Huurdersvereniging Maatjes, Woonstichting Maatwerk
        """,
    )


@by(as_text, as_word, as_pdf)
def test_an_article_and_a_paragraph_together_are_the_number(write: Writer, tmp_path: Path) -> None:
    text = """
        # Prestatieafspraken gemeente Hoogbrugge 2026

        ## Artikel 2 Wonen

        Artikel 2 lid 1
        Woonbron Hoogbrugge houdt minstens 2.400 woningen onder de eerste aftoppingsgrens.

        Artikel 2 lid 2
        De gemeente Hoogbrugge vraagt bij elk bouwplan een derde sociale huur.

        ## Artikel 3 Zorg

        Artikel 3 lid 1
        Woonbron Hoogbrugge en de gemeente Hoogbrugge zoeken een plek voor een woonvorm met zorg.
        """
    expect(
        write(text, tmp_path),
        themes="""
            2 Wonen
            3 Zorg
        """,
        agreements="""
            2.1 Woonbron Hoogbrugge houdt minstens … de eerste aftoppingsgrens.
            2.2 De gemeente Hoogbrugge vraagt … derde sociale huur.
            3.1 Woonbron Hoogbrugge en de … woonvorm met zorg.
        """,
    )


@by(as_text, as_word, as_pdf)
def test_roman_chapters_and_numbers_that_begin_again_in_each(write: Writer, tmp_path: Path) -> None:
    text = """
        PRESTATIEAFSPRAKEN 2026

        HOOFDSTUK I – BOUWEN

        1. Partijen bouwen samen zestig woningen op het eiland.
        2. De gemeente Eilandrijk stelt hiervoor grond beschikbaar tegen een sociale prijs.

        HOOFDSTUK II – VERDUURZAMEN

        1. Eilandwonen isoleert tweehonderd woningen.
        2. De gemeente Eilandrijk geeft subsidie voor groene daken.
        3. Huurdersvereniging Eilandbewoners vertelt bewoners wat er gaat gebeuren.

        HOOFDSTUK III – LEEFBAARHEID

        1. Eilandwonen stelt een wijkbeheerder aan.
        """
    expect(
        write(text, tmp_path),
        themes="""
            1 BOUWEN
            2 VERDUURZAMEN
            3 LEEFBAARHEID
        """,
        agreements="""
            1.1 Partijen bouwen samen zestig woningen op het eiland.
            1.2 De gemeente Eilandrijk stelt … een sociale prijs.
            2.1 Eilandwonen isoleert tweehonderd woningen.
            2.2 De gemeente Eilandrijk geeft subsidie voor groene daken.
            2.3 Huurdersvereniging Eilandbewoners vertelt bewoners wat er gaat gebeuren.
            3.1 Eilandwonen stelt een wijkbeheerder aan.
        """,
    )


@by(as_text, as_page, as_word, as_open_text, as_pdf)
def test_bullets_without_numbers_below_their_theme(write: Writer, tmp_path: Path) -> None:
    text = """
        # Prestatieafspraken 2026 Vlietdorp

        ## Wonen en bouwen

        Vlietdorp groeit. Daarom maken wij deze afspraken.

        - Rijnvliet Wonen bouwt achttien woningen aan de Dorpsstraat. Wie: Rijnvliet Wonen
        - De gemeente Vlietdorp zoekt een tweede plek voor tijdelijke woningen. Wie: gemeente Vlietdorp

        ## Prettig samenleven

        - Rijnvliet Wonen en Huurdersvereniging De Vliet lopen ieder kwartaal een ronde door de buurt. Wie: Rijnvliet Wonen, Huurdersvereniging De Vliet
        - De gemeente Vlietdorp plant honderd bomen. Wie: gemeente Vlietdorp
        """
    expect(
        write(text, tmp_path),
        parties="""
            gemeente Gemeente Vlietdorp
            corporatie Rijnvliet Wonen
            huurders Huurdersvereniging De Vliet
        """,
        themes="""
            1 Wonen en bouwen
            2 Prettig samenleven
        """,
        agreements="""
            - Rijnvliet Wonen bouwt achttien woningen aan de Dorpsstraat. | trekker onbekend: Rijnvliet Wonen
            - De gemeente Vlietdorp zoekt … voor tijdelijke woningen. | trekker onbekend: Gemeente Vlietdorp
            - Rijnvliet Wonen en Huurdersvereniging … door de buurt. | trekker onbekend: Rijnvliet Wonen, Huurdersvereniging De Vliet
            - De gemeente Vlietdorp plant honderd bomen. | trekker onbekend: Gemeente Vlietdorp
        """,
    )


@by(as_text, as_word, as_slides, as_pdf)
def test_agreements_as_headings_with_paragraphs_and_labels_below(
    write: Writer, tmp_path: Path
) -> None:
    text = """
        # Prestatieafspraken Molenbeemd 2026

        ## Hoofdstuk 3 Zorg en welzijn

        ### 3.1 Doorstroming van ouderen

        Wie ouder is dan zeventig en kleiner wil wonen, krijgt voorrang.

        De huur gaat daarbij niet omhoog.

        Actiehouder: Beemdwonen
        Samen met: gemeente Molenbeemd
        Gereed: 1 oktober 2026
        Meetbaar: vijftien verhuizingen

        ### 3.2 Zorgwoningen

        De gemeente Molenbeemd wijst een plek aan voor twaalf zorgwoningen.

        Actiehouder: gemeente Molenbeemd
        Gereed: 2026

        ## Hoofdstuk 4 Leefbaarheid

        ### 4.1 Schone portieken

        Beemdwonen maakt ieder portiek twee keer per jaar grondig schoon.

        Actiehouder: Beemdwonen
        """
    expect(
        write(text, tmp_path),
        parties="""
            gemeente Gemeente Molenbeemd
            corporatie Beemdwonen
        """,
        themes="""
            3 Zorg en welzijn
            4 Leefbaarheid
        """,
        agreements="""
            3.1 Wie ouder is dan … daarbij niet omhoog. | kop: Doorstroming van ouderen | trekker: Beemdwonen | betrokken: Gemeente Molenbeemd | planning: 1 oktober 2026 | indicator: vijftien verhuizingen
            3.2 De gemeente Molenbeemd wijst … voor twaalf zorgwoningen. | kop: Zorgwoningen | trekker: Gemeente Molenbeemd | planning: 2026
            4.1 Beemdwonen maakt ieder portiek … jaar grondig schoon. | kop: Schone portieken | trekker: Beemdwonen
        """,
    )


@by(as_text, as_page, as_word, as_open_text, as_pdf)
def test_themes_in_bold_lines_and_numbers_through_the_document(
    write: Writer, tmp_path: Path
) -> None:
    text = """
        **Prestatieafspraken 2026 gemeente Dorsthoven**

        **Beschikbaarheid**

        1. Dorstwonen bouwt in 2026 vijftien appartementen.
        2. De gemeente Dorsthoven verkoopt geen grond zonder eis voor sociale huur.

        **Betaalbaarheid**

        3. Dorstwonen houdt de huur van de helft van de woningen onder de eerste aftoppingsgrens.

        **Leefbaarheid**

        4. Dorstwonen en de gemeente Dorsthoven betalen samen een buurtconciërge.
        5. Huurdersvereniging Dorst houdt tweemaal een enquête onder huurders.
        """
    expect(
        write(text, tmp_path),
        parties="""
            gemeente Gemeente Dorsthoven
            corporatie Dorstwonen
            huurders Huurdersvereniging Dorst
        """,
        themes="""
            1 Beschikbaarheid
            2 Betaalbaarheid
            3 Leefbaarheid
        """,
        agreements="""
            1 Dorstwonen bouwt in 2026 vijftien appartementen.
            2 De gemeente Dorsthoven verkoopt … voor sociale huur.
            3 Dorstwonen houdt de huur … de eerste aftoppingsgrens.
            4 Dorstwonen en de gemeente … samen een buurtconciërge.
            5 Huurdersvereniging Dorst houdt tweemaal een enquête onder huurders.
        """,
    )
