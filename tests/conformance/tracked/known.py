"""Faults of other programs that make a pair look wrong which is right: what each does, and
whether two texts are the same without it. Pairs that are right but for such a fault are counted
with the reason, and do not fail."""
import collections
import re
import zipfile

LABELS = re.compile(r"^((\d+\.|\([a-z]+\)|[a-z]+\.)( |$))+")
MARK = re.compile(r"\[\d+\]")
NOTE = re.compile(r"note \d+( |$)")
PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.S)
JOINED = re.compile(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>.*<w:t[ >]", re.S)
REFERENCE = re.compile(r'<w:footnoteReference\b[^>]*\bw:id="(-?\d+)"')


def without_labels(lines):
    bare = (LABELS.sub("", line) for line in lines)
    return [line for line in bare if line]


def same_but_labels(expected, seen):
    return without_labels(expected) == without_labels(seen)


def same_but_notes(expected, seen):
    return [line for line in expected if not NOTE.match(line)] == \
        [line for line in seen if not NOTE.match(line)]


def same_but_pages(expected, seen):
    """The same text, and the same lines at the heads of pages, however many pages there are."""
    def heads(lines):
        return {line for line in lines if line.startswith("header ")}
    return heads(expected) == heads(seen) and \
        [line for line in expected if not line.startswith("header ")] == \
        [line for line in seen if not line.startswith("header ")]


def words(lines):
    return collections.Counter(word for line in without_labels(lines)
                               for word in re.findall(r"\w+", MARK.sub(" ", line)))


def same_but_places(expected, seen):
    """The same words, wherever they are; words of a note within a note are not shown."""
    missing = words(expected) - words(seen)
    notes = words(line for line in expected if MARK.match(line))
    return not words(seen) - words(expected) and not missing - notes


def always(package):
    return True


def without_some(expected, seen):
    return not words(seen) - words(expected)


def text_of(package):
    with zipfile.ZipFile(package) as file:
        return file.read("word/document.xml").decode()


def out_of_order(package):
    """Whether the numbers under which footnotes are referred to do not ascend in the text."""
    ids = [int(id) for id in REFERENCE.findall(text_of(package))]
    return any(one >= other for one, other in zip(ids, ids[1:]))


def verbatim(package):
    """Whether a change is in words of the style that pandoc gives to code."""
    return re.search(r'<w:(ins|del)\b[^>]*><w:r><w:rPr><w:rStyle w:val="VerbatimChar"',
                     text_of(package))


def joined(package):
    """Whether a paragraph that has words is to be one with the next."""
    return any(JOINED.search(paragraph) for paragraph in PARAGRAPH.findall(text_of(package)))


FAULTS = {
    "pandoc": [
        # Seen in pandoc 2.17: an item that is gone leaves its number, the numbers after it are one
        # too high, and a list that another paragraph interrupts begins anew.
        ("the words and paragraphs are right: pandoc numbers the items of lists in its own way",
         always, same_but_labels),
        # Seen in pandoc 2.17: they stand in the first note of the next paragraph.
        ("pandoc puts the words of a paragraph that is joined with the next into a note",
         joined, same_but_places),
        # Seen in pandoc 2.17, in files of its own.
        ("pandoc leaves out tracked words in the style of code", verbatim, without_some),
    ],
    # Seen in LibreOffice 7.4: of three references to the notes 1, 3 and 2, in this order, the
    # second shows note 2, whatever the order of the notes in their part. A new note in the user's
    # file has a number behind all that are there: theirs stay.
    "libreoffice": [
        ("LibreOffice gives the n-th reference the note with the n-th number",
         out_of_order, same_but_notes),
        ("LibreOffice still has the heads of pages that are gone", always, same_but_pages),
    ],
}


def reason(program, package, expected, seen):
    """The fault by which two texts differ that a program took from a package; None where they
    differ otherwise."""
    for name, applies, is_same in FAULTS.get(program, []):
        if is_same(expected, seen) and applies(package):
            return name
    return None
