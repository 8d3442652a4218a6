"""What stands around agreements in real documents: contents, considerations, definitions, page furniture."""

from pathlib import Path

from prestatie_desktop.domain.agreement_set import TextPartKind
from prestatie_desktop.importing.reading import Account, Fate, IgnoreRule, Reading
from prestatie_desktop.importing.source import Source
from tests.importing.documents.telling import expect, plain, read, written
from tests.importing.documents.writing import Writer, as_open_text, as_text, as_word, by


def _rules(source: Source, reading: Reading) -> dict[str, IgnoreRule | None]:
    return {
        piece.text.strip(): account.rule
        for piece in source.pieces()
        if (account := reading.accounts.get(piece.key, Account(Fate.ATTACHED))).fate is Fate.IGNORED
    }


def test_contents_page_numbers_and_running_heads_of_text_copied_from_a_pdf(tmp_path: Path) -> None:
    text = """
        Prestatieafspraken 2026
        Gemeente Duinzigt – Woonstichting Helm – Huurdersvereniging Helm

        Inhoudsopgave

        1 Beschikbaarheid ............................................. 2
        2 Betaalbaarheid .............................................. 3
        3 Leefbaarheid ................................................ 4

        Prestatieafspraken Duinzigt 2026                         Pagina 1 van 4

        1 Beschikbaarheid

        In Duinzigt zoeken starters gemiddeld zeven jaar. Daar willen wij iets aan
        doen, samen en ieder vanuit zijn eigen rol.

        1.1 Woonstichting Helm bouwt in 2026 zesentwintig woningen aan de Parallelweg,
        waarvan de helft geschikt is voor mensen die slecht ter been zijn.

        1.2 De gemeente Duinzigt geeft binnen acht weken antwoord op een volledige
        aanvraag.

        Prestatieafspraken Duinzigt 2026                         Pagina 2 van 4

        2 Betaalbaarheid

        2.1 Woonstichting Helm verhoogt de huren in 2026 gemiddeld niet meer dan de
        inflatie van het jaar ervoor.

        2.2 Huurdersvereniging Helm adviseert vóór 1 april over dit voorstel.

        Prestatieafspraken Duinzigt 2026                         Pagina 3 van 4

        3 Leefbaarheid

        3.1 De gemeente Duinzigt en Woonstichting Helm betalen samen een huismeester
        voor de Zeeheldenbuurt.

        Prestatieafspraken Duinzigt 2026                         Pagina 4 van 4
        """
    source, reading = read(written(text, tmp_path))
    expect(
        source,
        parties="""
            gemeente Gemeente Duinzigt
            corporatie Woonstichting Helm
            huurders Huurdersvereniging Helm
        """,
        themes="""
            1 Beschikbaarheid
            2 Betaalbaarheid
            3 Leefbaarheid
        """,
        agreements="""
            1.1 Woonstichting Helm bouwt in … ter been zijn.
            1.2 De gemeente Duinzigt geeft … een volledige aanvraag.
            2.1 Woonstichting Helm verhoogt de … het jaar ervoor.
            2.2 Huurdersvereniging Helm adviseert vóór … over dit voorstel.
            3.1 De gemeente Duinzigt en … voor de Zeeheldenbuurt.
        """,
    )
    assert "<br" not in reading.agreements[0].text
    assert "ieder vanuit zijn eigen rol" in reading.themes[0].introduction
    rules = _rules(source, reading)
    assert sum(rule is IgnoreRule.TABLE_OF_CONTENTS for rule in rules.values()) >= 3
    assert sum("Pagina" in text for text in rules) >= 3


@by(as_text, as_word, as_open_text)
def test_considerations_before_and_definitions_and_disputes_after(
    write: Writer, tmp_path: Path
) -> None:
    sketch = """
        # Meerjarige prestatieafspraken 2026-2029 gemeente Rietland

        ## Inleiding

        In dit document leggen de gemeente Rietland, Rietwonen en Huurdersraad Riet vast wat zij de komende vier jaar voor elkaar doen.

        ## Overwegingen

        - De raad heeft in 2024 de woonvisie vastgesteld.
        - Rietwonen heeft vóór 1 juli een bod gedaan.

        ## 1. Bouwen

        ### 1.1 Groei

        Rietwonen bouwt in vier jaar tijd honderd woningen. De gemeente Rietland zoekt daarvoor twee plekken.

        ### 1.2 Sloop

        Rietwonen sloopt niet meer dan zij bouwt.

        ## 2. Wonen

        ### 2.1 Buurten

        Huurdersraad Riet gaat ieder jaar bij honderd huurders langs.

        ## Begrippenlijst

        DAEB: dienst van algemeen economisch belang.

        VHE: verhuureenheid.

        ## Looptijd en geschillen

        Deze afspraken gelden tot en met 31 december 2029. Wie een geschil heeft, vraagt eerst om een gesprek.
        """
    reading = expect(
        write(sketch, tmp_path),
        parties="""
            gemeente Gemeente Rietland
            corporatie Rietwonen
            huurders Huurdersraad Riet
        """,
        themes="""
            1 Bouwen
            2 Wonen
        """,
        agreements="""
            1.1 Rietwonen bouwt in vier … daarvoor twee plekken. | kop: Groei
            1.2 Rietwonen sloopt niet meer dan zij bouwt. | kop: Sloop
            2.1 Huurdersraad Riet gaat ieder … honderd huurders langs. | kop: Buurten
        """,
    )
    texts: dict[TextPartKind, str] = {}
    for part in reading.text_parts:
        texts[part.kind] = texts.get(part.kind, "") + plain(part.text)
    assert "vier jaar voor elkaar doen" in texts[TextPartKind.PREAMBLE]
    assert "De raad heeft in 2024" in texts[TextPartKind.PREAMBLE]
    assert "VHE: verhuureenheid" in texts[TextPartKind.DEFINITIONS]
    assert "Wie een geschil heeft" in texts[TextPartKind.CLOSING]
    assert (reading.cover.first_year, reading.cover.last_year) == (2026, 2029)


def test_a_news_item_holds_no_agreements_and_nothing_is_lost(tmp_path: Path) -> None:
    text = """
        Nieuwe afspraken over wonen in Oudewater aan de Vecht

        2 weken geleden gepubliceerd

        De gemeente, Vechtwonen en de huurders zetten vorige week hun handtekening onder nieuwe afspraken voor 2026.

        Meer woningen

        Er komen in het dorp dertig woningen bij. De wethouder is er blij mee: "Hier hebben we lang op gewacht."

        Lagere lasten

        Wie een oude woning huurt, krijgt betere isolatie. Daardoor daalt de rekening voor energie.
        """
    source, reading = read(written(text, tmp_path))
    assert not reading.agreements
    assert not reading.rows
    assert not reading.figures
    assert not reading.signatories
    expect(source, left="\n".join(_left(source, reading)))


def _left(source: Source, reading: Reading) -> list[str]:
    from tests.importing.documents.telling import not_recognised

    return not_recognised(source, reading)


def test_lines_that_are_numbered_for_no_agreement(tmp_path: Path) -> None:
    text = """
        # Prestatieafspraken 2026 gemeente Wolfswaard

        ## 1. Bouwen en wonen

        Op 12.5.2025 spraken wij elkaar voor het eerst. 2026 wordt een goed jaar.
        3 van de 5 wijken krijgen een plan.

        1.1 Wolfswonen bouwt twaalf woningen.
        Daarbij gelden drie voorwaarden:
        1. de grond is schoon;
        2. de buurt is ingelicht;
        3. de vergunning is er vóór 1.7.2026.

        1.2 De gemeente Wolfswaard betaalt 1.500 euro per woning.
        Dat is 2,5 procent van de kosten.

        ## 2. Energie

        2.1 In 2030 zijn 1.200 woningen aardgasvrij.
        """
    reading = expect(
        written(text, tmp_path),
        parties="""
            gemeente Gemeente Wolfswaard
            corporatie Wolfswonen
        """,
        themes="""
            1 Bouwen en wonen
            2 Energie
        """,
        agreements="""
            1.1 Wolfswonen bouwt twaalf woningen. … er vóór 1.7.2026.
            1.2 De gemeente Wolfswaard betaalt … van de kosten.
            2.1 In 2030 zijn 1.200 woningen aardgasvrij.
        """,
    )
    assert "3 van de 5 wijken krijgen een plan." in reading.themes[0].introduction


@by(as_text, as_word)
def test_five_municipalities_agree_for_a_region(write: Writer, tmp_path: Path) -> None:
    sketch = """
        # Regionale prestatieafspraken Vechtlanden 2026-2030

        Gemeente Aalberg, gemeente Beekstad, gemeente Cromvoirt-Noord, gemeente Dal en Duin en gemeente 's-Eilandse Polder

        Woningcorporaties: Vechtwonen, Polderhuis, Beekgoed

        ## 1. Samen bouwen

        1.1 De vijf gemeenten maken in 2026 samen een lijst met plekken voor flexwoningen.
        Trekker: gemeente Aalberg
        Betrokken: alle gemeenten

        1.2 Vechtwonen en Polderhuis ruilen bezit waar dat het beheer eenvoudiger maakt.
        Trekker: Vechtwonen
        Betrokken: Polderhuis, gemeente Dal en Duin

        ## 2. Samen verdelen

        2.1 Er komt één huisvestingsverordening voor de hele streek.
        Trekker: gemeente 's-Eilandse Polder
        Betrokken: gemeenten, corporaties
        """
    reading = expect(
        write(sketch, tmp_path),
        themes="""
            1 Samen bouwen
            2 Samen verdelen
        """,
        agreements="""
            1.1 De vijf gemeenten maken … plekken voor flexwoningen. | trekker: Gemeente Aalberg | betrokken: Gemeenten
            1.2 Vechtwonen en Polderhuis ruilen … beheer eenvoudiger maakt. | trekker: Vechtwonen | betrokken: Polderhuis, Gemeente Dal en Duin
            2.1 Er komt één huisvestingsverordening voor de hele streek. | trekker: Gemeente 's-Eilandse Polder | betrokken: Gemeenten, Woningcorporaties
        """,
        parties="""
            gemeente Gemeente Aalberg
            gemeente Gemeente Beekstad
            gemeente Gemeente Cromvoirt-Noord
            gemeente Gemeente Dal en Duin
            gemeente Gemeente 's-Eilandse Polder
            corporatie Vechtwonen
            corporatie Polderhuis
            corporatie Beekgoed
        """,
    )
    assert (reading.cover.first_year, reading.cover.last_year) == (2026, 2030)
    assert reading.cover.kind is not None
    assert reading.cover.kind.value == "regional"
