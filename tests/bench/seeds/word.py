"""A Word file that a seed may change: its parts as trees, and which paragraph of the file (w:p) is which
paragraph of the document. Everything but the changed place stays as it is."""
import re
import zipfile
from xml.dom import minidom

MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
BODY, NOTES, SETTINGS = 'word/document.xml', 'word/footnotes.xml', 'word/settings.xml'
SAID = {'w:tab': ' ', 'w:br': ' ', 'w:noBreakHyphen': '-'}
# What a run's properties hold, in the order of the schema (ECMA-376 part 1, 17.3.2.28).
ORDER = ['rStyle', 'rFonts', 'b', 'i', 'caps', 'smallCaps', 'strike', 'dstrike', 'vanish', 'color', 'sz', 'szCs',
         'highlight', 'u', 'shd', 'vertAlign', 'lang', 'rPrChange']


class Package:
    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            self.names = file.namelist()
            self.bytes = {name: file.read(name) for name in self.names}
        self.trees = {}

    def copy(self):
        made = Package.__new__(Package)
        made.names, made.bytes, made.trees = list(self.names), dict(self.bytes), {}
        return made

    def tree(self, name):
        """A part as a tree, to be changed; None: there is none."""
        if name not in self.trees and name in self.bytes:
            self.trees[name] = minidom.parseString(self.bytes[name])
        return self.trees.get(name)

    def put(self, name, text):
        self.names += [] if name in self.bytes else [name]
        self.bytes[name] = text.encode()

    def relate(self, part, kind, target, external=False):
        """A relation of a part; its id."""
        folder, _, name = part.rpartition('/')
        rels = (folder + '/' if folder else '') + '_rels/%s.rels' % name
        mode = ' TargetMode="External"' if external else ''
        if rels not in self.bytes:
            self.put(rels, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
                           '"http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>')
        text = self.bytes[rels].decode()
        count = text.count('<Relationship ') + 900
        kind = kind if ':' in kind else RELATIONS + '/' + kind
        one = '<Relationship Id="rId%d" Type="%s" Target="%s"%s/>' % (count, kind, target, mode)
        self.put(rels, text.replace('</Relationships>', one + '</Relationships>'))
        return 'rId%d' % count

    def declare(self, part, content_type):
        one = '<Override PartName="/%s" ContentType="%s"/>' % (part, content_type)
        text = self.bytes['[Content_Types].xml'].decode()
        self.put('[Content_Types].xml', text.replace('</Types>', one + '</Types>'))

    def write(self, path):
        for name, tree in self.trees.items():
            self.bytes[name] = tree.toxml(encoding='UTF-8')
        with zipfile.ZipFile(path, 'w') as file:
            for name in self.names:
                file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), self.bytes[name], zipfile.ZIP_DEFLATED)


# ---- elements ----

def make(near, name, **attributes):
    element = near.ownerDocument.createElement('w:' + name)
    for key, value in attributes.items():
        element.setAttribute('w:' + key, value)
    return element


def first(element, name):
    found = [c for c in element.childNodes if c.nodeName == 'w:' + name]
    return found[0] if found else None


def properties(element):
    """The properties of a run or a paragraph, made where there are none."""
    name = {'w:r': 'rPr', 'w:p': 'pPr'}[element.nodeName]
    return first(element, name) or element.insertBefore(make(element, name), element.firstChild)


def wear(run, name, **attributes):
    """A run's look, in place of what it had of that name."""
    all_ = properties(run)
    old = first(all_, name)
    if old:
        all_.removeChild(old)
    behind = [c for c in all_.childNodes if c.nodeType == c.ELEMENT_NODE
              and c.nodeName[2:] in ORDER[ORDER.index(name) + 1:]]
    all_.insertBefore(make(run, name, **attributes), behind[0] if behind else None)


def take_off(run, name):
    all_ = first(run, 'rPr')
    old = all_ and first(all_, name)
    if old:
        all_.removeChild(old)
    return bool(old)


# ---- words ----

def letters(paragraph):
    """(letter, text element or None, place in it) for each letter of a paragraph."""
    found = []

    def walk(element):
        for child in element.childNodes:
            if child.nodeType != child.ELEMENT_NODE:
                continue
            if child.nodeName == 'w:r' and any(c.nodeName in ('w:footnoteReference', 'w:endnoteReference', 'w:footnoteRef')
                                               for c in child.childNodes):
                continue
            if child.nodeName == 'w:t':
                found.extend((c, child, i) for i, c in enumerate(''.join(n.data for n in child.childNodes)))
            elif child.nodeName in SAID:
                found.append((SAID[child.nodeName], None, 0))
            elif child.nodeName not in ('w:pPr', 'w:rPr', 'w:del', 'mc:AlternateContent'):
                walk(child)
    walk(paragraph)
    return found


def set_text(text, words):
    while text.firstChild:
        text.removeChild(text.firstChild)
    text.appendChild(text.ownerDocument.createTextNode(words))
    text.setAttribute('xml:space', 'preserve')


def said(text):
    return ''.join(n.data for n in text.childNodes)


class Place:
    """A paragraph of a document, in the file: element, its letters, and where its words begin."""

    def __init__(self, element, start, count):
        self.element, self.start, self.count = element, start, count

    def letters(self):
        return letters(self.element)[self.start:self.start + self.count]

    def edit(self, old, new, from_=0):
        """Its words (with from_ = -start: its number, too) become others where they differ; False: they cannot."""
        start, end = 0, 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
            end += 1
        all_ = letters(self.element)
        at = self.start + from_ + start
        gone = all_[at:self.start + from_ + len(old) - end]
        words = new[start:len(new) - end]
        if any(text is None for _, text, _ in gone):
            return False
        before = all_[at - 1] if at and start else None
        host = (gone[0][1], gone[0][2]) if gone else (before[1], before[2] + 1) if before and before[1] else \
            (all_[at][1], all_[at][2]) if at < len(all_) else (None, 0)
        if host[0] is None:
            return False
        for text in {id(t): t for _, t, _ in gone}.values():
            out = {i for _, t, i in gone if t is text}
            set_text(text, ''.join(c for i, c in enumerate(said(text)) if i not in out))
        text = said(host[0])
        set_text(host[0], text[:host[1]] + words + text[host[1]:])
        return True

    def run(self, start, end):
        """A run of its own for letters [start, end) of the words, which must stand in one run; None: they do not."""
        own = self.letters()[start:end]
        texts = {id(t) for _, t, _ in own}
        if not own or len(texts) != 1 or own[0][1] is None:
            return None
        text, at = own[0][1], own[0][2]
        whole, run = said(text), text.parentNode
        if len([c for c in run.childNodes if c.nodeName != 'w:rPr']) != 1 or run.nodeName != 'w:r':
            return None
        middle, rest = run.cloneNode(True), run.cloneNode(True)
        set_text(first(middle, 't'), whole[at:at + len(own)])
        set_text(first(rest, 't'), whole[at + len(own):])
        set_text(text, whole[:at])
        run.parentNode.insertBefore(middle, run.nextSibling)
        run.parentNode.insertBefore(rest, middle.nextSibling)
        for empty in (run, rest):
            if not said(first(empty, 't')):
                empty.parentNode.removeChild(empty)
        return middle


def inside(element, name):
    while element is not None and element.nodeName != name:
        element = element.parentNode
    return element is not None


def find_places(package, document):
    """For each paragraph of the document its place, or None."""
    bodies = [p for p in package.tree(BODY).getElementsByTagName('w:p') if not inside(p, 'w:txbxContent')]
    notes = package.tree(NOTES)
    parts = {False: bodies, True: notes.getElementsByTagName('w:p') if notes else []}
    said_by = {part: [''.join(c for c, _, _ in letters(p)).replace('\u00a0', ' ') for p in list_]
               for part, list_ in parts.items()}
    at, places = {False: 0, True: 0}, []
    for paragraph in document.paragraphs:
        part = paragraph.kind == 'note'
        plain = paragraph.plain()
        found = None
        for i in range(at[part], len(said_by[part])):
            whole = said_by[part][i]
            start = len(whole) - len(whole.lstrip())
            if whole.endswith(plain) and re.fullmatch(r'\s*(?:%s)?\s*' % re.escape(paragraph.number or '-'), whole[:len(whole) - len(plain)]):
                start = len(whole) - len(plain)
                found = Place(parts[part][i], start, len(plain))
                at[part] = i + 1
                break
        places.append(found)
    return places
