from prestatie_desktop.words.translation import tr


def test_without_a_translation_the_program_speaks_dutch() -> None:
    assert tr("Ongedaan maken") == "Ongedaan maken"
