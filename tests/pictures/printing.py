"""The print room, with every document."""

from tests.pictures.stage import Stage


def scenes(stage: Stage) -> None:
    """Pages being made, and made."""
    studio = stage.on("adopted")
    for side, name in (
        ("agreement", "tekst"),
        ("signatures", "ondertekenbladen"),
        ("bod", "boden"),
    ):
        room = studio.room(f"print:{side}")
        studio.take(f"afdrukken-{name}")
    room.show_side("signatures")
    studio.take("afdrukken-bezig", at_once=True)
    room = studio.room("print:signatures")
    studio.take_menu("afdrukken-bewaren", room._ask_how_to_save)
    studio = stage.on("example")
    studio.room("print:signatures")
    studio.take("afdrukken-concept")
