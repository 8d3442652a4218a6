"""Every room of a dossier in which nothing stands yet."""

from tests.pictures.stage import Stage


def scenes(stage: Stage) -> None:
    """What each room says of nothing."""
    studio = stage.on("empty")
    for key, name in (
        ("agreements", "afspraken"),
        ("parties", "partijen"),
        ("signing", "wie-tekent"),
        ("bod", "bod"),
        ("versions", "versies"),
        ("print", "afdrukken"),
    ):
        studio.room(key)
        studio.take(f"leeg-{name}")
