"""Faults of other programs that make a pair look wrong which is right: what each does, and a way to
read its words without it. A pair that is right but for such a fault is listed with the reason, and
does not fail."""
import re
import zipfile

LABEL = re.compile(r"(\d+\.|\([a-z]+\))( |$)")
NOTE = re.compile(r"note \d+( |$)")
REFERENCE = re.compile(r'<w:footnoteReference\b[^>]*\bw:id="(-?\d+)"')


def without_labels(lines):
    bare = (LABEL.sub("", line, 1) for line in lines)
    return [line for line in bare if line]


def without_notes(lines):
    return [line for line in lines if not NOTE.match(line)]


def always(package):
    return True


def out_of_order(package):
    """Whether the numbers under which footnotes are referred to do not ascend in the text."""
    with zipfile.ZipFile(package) as file:
        ids = [int(id) for id in REFERENCE.findall(file.read("word/document.xml").decode())]
    return any(one >= other for one, other in zip(ids, ids[1:]))


FAULTS = {
    # Seen in pandoc 2.17: the numbers after it are one too high.
    "pandoc": ("pandoc keeps the number of a list item that is gone", always, without_labels),
    # Seen in LibreOffice 7.4: of three references to the notes 1, 3 and 2, in this order, the
    # second shows note 2, whatever the order of the notes in their part. A new note in the user's
    # file has a number behind all that are there: theirs stay.
    "libreoffice": ("LibreOffice gives the n-th reference the note with the n-th number",
                    out_of_order, without_notes),
}


def reason(program, package, expected, seen):
    """The fault by which two texts differ that a program took from a package; None where they
    differ otherwise."""
    if program in FAULTS:
        name, applies, read = FAULTS[program]
        if applies(package) and read(expected) == read(seen):
            return name
    return None
