"""What somebody copied: html when it knows more than the text."""

from prestatie_desktop.importing.readers.clipboard import clipboard_source
from prestatie_desktop.importing.source import Form
from tests.importing.readers.reading_text import assert_is_accounted_for, bold, pieces, told


def test_cells_are_read_from_html_with_their_marks() -> None:
    html = "<table><tr><td>1.7</td><td><b>Gemeente</b> Zuid</td></tr></table>"
    source = clipboard_source(html, "1.7\tGemeente Zuid\n")
    assert told(source) == [[["1.7", "Gemeente Zuid"]]]
    assert bold(source.pieces()[1]) == ["Gemeente"]
    assert (source.name, source.form) == ("Klembord", Form.CLIPBOARD)


def test_text_alone_is_read_as_text() -> None:
    source = clipboard_source(None, "# Wonen\r\n\r\n1.7\tWij bouwen\r\n")
    assert told(source) == ["Wonen", [["1.7", "Wij bouwen"]]]
    assert source.form is Form.CLIPBOARD
    assert pieces(source)[0].heading == 1


def test_the_coloured_lines_of_an_editor_are_read_as_text() -> None:
    html = "<div style='white-space:pre'><div><span># Wonen</span></div><div>1.7\tWij</div></div>"
    assert told(clipboard_source(html, "# Wonen\n1.7\tWij")) == ["Wonen", [["1.7", "Wij"]]]


def test_html_that_holds_less_than_the_text_is_not_used() -> None:
    html = "<p><img src=x></p><p hidden>Wij bouwen</p>"
    assert told(clipboard_source(html, "Wij bouwen\nsamen")) == ["Wij bouwen", "samen"]


def test_a_number_that_word_makes_counts_as_text() -> None:
    html = (
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.7</span>bouwen</p>"
        "<p>samen</p>"
    )
    (first, _) = pieces(clipboard_source(html, "1.7\tbouwen\nsamen"))
    assert (first.label, first.text) == ("1.7", "bouwen")


def test_html_without_text_beside_it_is_still_read() -> None:
    assert told(clipboard_source("<p>een</p><p>twee</p>", "")) == ["een", "twee"]
    assert told(clipboard_source("<span>een</span>", "")) == ["een"]


def test_an_empty_clipboard_has_no_lines() -> None:
    assert clipboard_source(None, "").lines == ()
    assert clipboard_source("", " \n").lines == ()
    assert_is_accounted_for(clipboard_source("<table></table>", "\t\n"))
