"""What a Word file with changes put into it has kept of the file that came in: every part that says
nothing, every paragraph that no change is in, and all that stands before and behind the paragraphs,
byte for byte."""
import re
import zipfile

# The parts with words, and the two that list parts: notes and comments may be new.
MAY_CHANGE = re.compile(r"word/(document|footnotes|endnotes|comments\w*|header\d*|footer\d*)\.xml|"
                        r"word/_rels/\w+\.xml\.rels|\[Content_Types\]\.xml")
PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?/>|<w:p(?: [^>]*)?>.*?</w:p>", re.S)
NEW_MARK = re.compile(rb"<w:pPr>(?:(?!</w:pPr>).)*<w:ins [^>]*/>", re.S)
CHANGE = re.compile(rb"<w:(ins|del|move(From|To)|commentR\w+|[a-zA-Z]+Change)\b")


def changed(old, new):
    """What was changed that should not be, or ""."""
    with zipfile.ZipFile(old) as before, zipfile.ZipFile(new) as after:
        names = set(after.namelist())
        for name in (name for name in before.namelist() if not name.endswith("/")):
            if name not in names:
                return name + " is lost"
            wrong = in_part(name, before.read(name), after.read(name))
            if wrong:
                return "%s: %s" % (name, wrong)
    return ""


def in_part(name, before, after):
    if before == after:
        return ""
    if not MAY_CHANGE.fullmatch(name):
        return "is not the same"
    if name.startswith("word/_rels") or name.startswith("["):
        return ""
    known = set(PARAGRAPH.findall(before))
    split = False  # the paragraph before ends with a new mark: this one was one with it
    for paragraph in PARAGRAPH.findall(after):
        if paragraph not in known and not CHANGE.search(paragraph) and not split:
            return "no change is in it, but it is not the same: %s" % paragraph.decode()[:300]
        split = NEW_MARK.search(paragraph)
    if frame(before) != frame(after):
        return "what stands around the paragraphs is not the same"
    return ""


def frame(part):
    """What stands before the first paragraph and behind the last one."""
    first, last = part.find(b"<w:p"), part.rfind(b"</w:p>")
    return part[:first], part[last:]
