"""Why a file cannot be imported, each in a sentence or two for the one who chose it."""

import errno

from prestatie_desktop.errors import UserError
from prestatie_desktop.words.translation import tr

_SCAN_ADVICE = (
    "Vraag de maker om het oorspronkelijke bestand, of maak met tekstherkenning (OCR) eerst een PDF "
    "met doorzoekbare tekst."
)


def refused(name: str, happened: str, advice: str) -> UserError:
    """Of the file `name`: what is the matter ("is leeg") and what to do about it."""
    kept = tr("{name} {happened} en is niet ingelezen; het dossier is niet gewijzigd. {advice}")
    return UserError(kept.format(name=quoted(name), happened=happened, advice=advice))


def quoted(name: str) -> str:
    """The name of a file as it stands in a sentence; halves of characters become "?"."""
    whole = name.encode("utf-8", "replace").decode()
    return f"“{''.join(c if c.isprintable() else '?' for c in whole)}”"


def missing(name: str) -> UserError:
    """There is no such file (any more)."""
    return refused(
        name,
        tr("staat niet (meer) op zijn plaats"),
        tr("Kijk of het is verplaatst, hernoemd of verwijderd."),
    )


def no_access(name: str) -> UserError:
    """The user may not read it."""
    return refused(
        name,
        tr("mag niet worden gelezen"),
        tr("Vraag om leesrechten of maak een kopie op een plaats die van u is."),
    )


def in_use(name: str) -> UserError:
    """Another program keeps it to itself, as Windows lets programs do."""
    return refused(
        name,
        tr("is in gebruik door een ander programma"),
        tr("Sluit het daar en probeer het opnieuw."),
    )


def disk(name: str) -> UserError:
    """The disk or the network failed while reading."""
    return refused(
        name,
        tr("kan niet van de schijf worden gelezen"),
        tr("Controleer de verbinding met de schijf of het netwerk en probeer het opnieuw."),
    )


def folder(name: str) -> UserError:
    """A folder was dragged on the window."""
    return refused(name, tr("is een map"), tr("Kies een bestand in die map."))


def no_file(name: str) -> UserError:
    """A device, a pipe, a socket."""
    return refused(name, tr("is geen gewoon bestand"), tr("Kies een document."))


def empty(name: str) -> UserError:
    """Nothing is in it."""
    return refused(
        name,
        tr("is leeg"),
        tr("Kies een ander bestand of vraag de maker om het opnieuw te sturen."),
    )


def too_large(name: str, most: int) -> UserError:
    """It has more bytes than `most`."""
    return refused(
        name,
        tr("is groter dan {most} MB").format(most=most // 1024**2),
        tr("Bewaar het zonder afbeeldingen of splits het in delen."),
    )


def too_many_lines(name: str, most: int) -> UserError:
    """It has more lines or cells than `most`."""
    return refused(
        name,
        tr("heeft meer dan {most} regels of cellen").format(most=f"{most:,}".replace(",", ".")),
        tr("Bewaar alleen het deel dat u wilt inlezen en probeer het opnieuw."),
    )


def too_many_pages(name: str, most: int) -> UserError:
    """A PDF with more pages than `most`."""
    return refused(
        name,
        tr("heeft meer dan {most} bladzijden").format(most=f"{most:,}".replace(",", ".")),
        tr("Splits het in delen en lees die één voor één in."),
    )


def bomb(name: str) -> UserError:
    """It unpacks to more than is safe, or was made to mislead."""
    return refused(
        name,
        tr("is zo ingepakt dat uitpakken niet veilig is"),
        tr(
            "Vraag de maker om het opnieuw op te slaan, en vertrouw het niet als u de maker niet kent."
        ),
    )


def too_intricate(name: str) -> UserError:
    """It takes more work than a document can."""
    return refused(
        name,
        tr("is te groot of te ingewikkeld om in te lezen"),
        tr("Bewaar alleen het deel dat u nodig hebt, of vraag de maker om Word of Excel."),
    )


def broken(name: str) -> UserError:
    """It is not what it says it is, or only in part."""
    return refused(
        name,
        tr("is beschadigd of onvolledig"),
        tr(
            "Open het in het programma waarmee het is gemaakt, sla het opnieuw op en probeer het dan."
        ),
    )


def unsafe_xml(name: str) -> UserError:
    """XML with declarations (DOCTYPE, ENTITY) that no office program writes."""
    return refused(
        name,
        tr("bevat opdrachten die niet in een document thuishoren (DOCTYPE)"),
        tr(
            "Open het in Word, Excel of LibreOffice, sla het opnieuw op en probeer het dan nog eens."
        ),
    )


def protected(name: str) -> UserError:
    """It opens with a password only."""
    return refused(
        name,
        tr("is beveiligd met een wachtwoord"),
        tr("Sla het op zonder wachtwoord en probeer het opnieuw."),
    )


def old_format(name: str, program: str, ending: str) -> UserError:
    """A format from before 2007: which `program` turns it into which `ending`."""
    return refused(
        name,
        tr("heeft een oude bestandsvorm"),
        tr("Open het in {program} of LibreOffice en kies Opslaan als {ending}.").format(
            program=program, ending=ending
        ),
    )


def other_format(name: str, what: str) -> UserError:
    """A kind of file that holds documents, in a form that is not read here."""
    return refused(
        name,
        tr("is {what}").format(what=what),
        tr("Sla het op als .docx, .xlsx, .odt, .ods of .pdf en probeer het opnieuw."),
    )


def packed(name: str) -> UserError:
    """An archive that is not a document."""
    return refused(
        name,
        tr("is een ingepakt bestand"),
        tr("Pak het eerst uit en kies dan het document dat erin zit."),
    )


def dossier(name: str) -> UserError:
    """A file of this program itself."""
    return refused(
        name,
        tr("is zelf een dossier van Prestatie Desktop"),
        tr("Kies Bestand → Dossier openen om het te openen."),
    )


def picture(name: str) -> UserError:
    """A photo or scan."""
    return refused(name, tr("is een afbeelding, zonder tekst om te lezen"), tr(_SCAN_ADVICE))


def scanned(name: str) -> UserError:
    """A PDF of pictures."""
    return refused(
        name,
        tr("bestaat uit gescande bladzijden (beeld), zonder tekst om te lezen"),
        tr(_SCAN_ADVICE),
    )


def unreadable_letters(name: str) -> UserError:
    """A PDF that shows letters without saying which they are."""
    return refused(
        name,
        tr("toont letters zonder erbij te bewaren welke letters het zijn"),
        tr(_SCAN_ADVICE),
    )


def not_text(name: str) -> UserError:
    """No document at all: a program, a film, noise."""
    return refused(
        name,
        tr("is geen document met tekst"),
        tr("Kies een tekst-, Word-, Excel-, OpenDocument-, PowerPoint-, HTML- of PDF-bestand."),
    )


def no_text(name: str) -> UserError:
    """A document that opens well and has not one letter in it."""
    return refused(
        name,
        tr("bevat geen tekst"),
        tr(
            "Kijk of dit het goede bestand is; tekst die een afbeelding is, kan niet worden gelezen."
        ),
    )


_SYSTEM = {
    errno.ENOENT: missing,
    errno.ENOTDIR: missing,
    errno.ESTALE: missing,
    errno.EACCES: no_access,
    errno.EPERM: no_access,
    errno.EISDIR: folder,
    errno.EBUSY: in_use,
    errno.EIO: disk,
    errno.ETIMEDOUT: disk,
    errno.ENAMETOOLONG: missing,
    errno.ELOOP: missing,
}


def of_system(name: str, error: OSError) -> UserError:
    """What the operating system says, for a user. Whatever else it says, the file is to blame."""
    if getattr(error, "winerror", None) in {32, 33}:
        return in_use(name)
    return _SYSTEM.get(error.errno or 0, broken)(name)
