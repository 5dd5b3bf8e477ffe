"""Kinds of errors that only a Word file can have. A maker is called with a file (word.Package), the paragraphs of the
document with their places, and chance; it changes the file and returns the paragraphs that it touched, [] where it
touched the file as a whole, or None where there is no such place."""
import re

from seeds import word
from seeds.documents import ITALIC, ROMAN
from seeds.making import BODY, OP, PP, SUB
from seeds.word import BODY as MAIN, NOTES, SETTINGS, first, make, properties, take_off, wear

NAMES = ['Maria Gonzalez', 'J. Okafor', 'Lena Fischer', 'A. Rahman', 'Zhang Wei']


def pick(pairs, chance, kinds=BODY, least=30):
    found = [(p, place) for p, place in pairs if place and p.kind in kinds and len(p.plain()) >= least]
    return chance.choice(found) if found else (None, None)


def some_words(place, plain, chance, most=3, roman=True):
    """One to three words in the middle of a paragraph as a run of their own."""
    spots = [m for m in re.finditer(r'(?<= )[a-z]{4,}(?: [a-z]{4,}){0,%d}(?= )' % (most - 1), plain)]
    chance.shuffle(spots)
    for spot in spots[:6]:
        run = place.run(spot.start(), spot.end())
        if run is not None:
            return run
    return None


def words_look(name, kinds=BODY, **attributes):
    """Some words look otherwise."""
    def change(file, pairs, chance):
        p, place = pick(pairs, chance, kinds)
        run = place and some_words(place, p.plain(), chance)
        if not run:
            return None
        wear(run, name, **attributes)
        return [p]
    return change


def whole_look(name, kinds=BODY, least=30, **attributes):
    """All words of a paragraph look otherwise."""
    def change(file, pairs, chance):
        p, place = pick(pairs, chance, kinds, least)
        if not place:
            return None
        for run in place.element.getElementsByTagName('w:r'):
            if first(run, 't'):
                wear(run, name, **attributes)
        return [p]
    return change


def either(*changes):
    return lambda file, pairs, chance: chance.choice(changes)(file, pairs, chance)


# ---- italics ----

def italic_runs(place):
    """The runs that open a paragraph in italics."""
    found = []
    for run in place.element.getElementsByTagName('w:r'):
        if not first(run, 't') or re.fullmatch(r'\s*(\(\w+\)|\d+\.)?\s*', word.said(first(run, 't'))):
            continue
        if not (first(run, 'rPr') and first(first(run, 'rPr'), 'i')):
            break
        found.append(run)
    return found


def phrases(pairs, pattern, kinds=(PP, OP)):
    return [(p, place, runs) for p, place in pairs if place and p.kind in kinds for runs in [italic_runs(place)]
            if len(runs) == 1 and re.search(pattern, word.said(first(runs[0], 't')))]


def phrase_roman(file, pairs, chance):
    found = phrases(pairs, r'\w')
    if not found:
        return None
    p, place, runs = chance.choice(found)
    take_off(runs[0], 'i')
    return [p]


def phrase_half(which):
    """Of a phrase of several words only the first, or all but the first, is italic."""
    def change(file, pairs, chance):
        found = phrases(pairs, r'^\w+ \w+')
        if not found:
            return None
        p, place, runs = chance.choice(found)
        words = word.said(first(runs[0], 't'))
        cut = words.index(' ')
        start = p.plain().index(words)
        run = place.run(start + cut, start + len(words)) if which == 'first' else place.run(start, start + cut)
        if run is None:
            return None
        take_off(run, 'i')
        return [p]
    return change


def phrase_too_far(file, pairs, chance):
    found = phrases(pairs, r'\w')
    if not found:
        return None
    p, place, runs = chance.choice(found)
    length = len(word.said(first(runs[0], 't')))
    more = re.match(r' \w+ \w+( \w+)?', p.plain()[length:])
    run = more and p.plain().startswith(word.said(first(runs[0], 't'))) and place.run(length, length + more.end())
    if not run:
        return None
    wear(run, 'i')
    return [p]


def organ_comma_italic(file, pairs, chance):
    for p, place in pairs:
        if p.kind == 'organ' and place and p.plain().endswith(','):
            run = place.run(len(p.plain()) - 1, len(p.plain()))
            if run:
                wear(run, 'i')
                return [p]
    return None


def organ_roman(file, pairs, chance):
    for p, place in pairs:
        if p.kind == 'organ' and place:
            gone = [take_off(run, 'i') for run in place.element.getElementsByTagName('w:r')]
            return [p] if any(gone) else None
    return None


def title_light(file, pairs, chance):
    for p, place in pairs:
        if p.kind == 'title' and place:
            for run in place.element.getElementsByTagName('w:r'):
                wear(run, 'b', val='0')
            return [p]
    return None


# ---- what negotiation leaves ----

def comment(file, pairs, chance):
    p, place = pick(pairs, chance)
    run = place and some_words(place, p.plain(), chance)
    if not run or 'word/comments.xml' in file.bytes:
        return None
    who = chance.choice(NAMES)
    file.put('word/comments.xml', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="%s">'
             '<w:comment w:id="0" w:author="%s" w:initials="X"><w:p><w:r><w:t>Check with capital</w:t></w:r></w:p></w:comment>'
             '</w:comments>' % (word.MAIN, who))
    file.relate(MAIN, 'comments', 'comments.xml')
    file.declare('word/comments.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml')
    parent = run.parentNode
    parent.insertBefore(make(run, 'commentRangeStart', id='0'), run)
    end = parent.insertBefore(make(run, 'commentRangeEnd', id='0'), run.nextSibling)
    reference = make(run, 'r')
    reference.appendChild(make(run, 'commentReference', id='0'))
    parent.insertBefore(reference, end.nextSibling)
    return [p]


def revision(name):
    """Some words are tracked as inserted, struck out or moved."""
    def change(file, pairs, chance):
        p, place = pick(pairs, chance)
        run = place and some_words(place, p.plain(), chance)
        if not run:
            return None
        around = make(run, name, id='9001', author=chance.choice(NAMES), date='2025-10-01T10:00:00Z')
        parent = run.parentNode
        if name in ('del', 'ins') and name == 'del':
            # struck-out words come in addition, so that the text reads as before
            gone = run.cloneNode(True)
            text = first(gone, 't')
            new = make(gone, 'delText')
            new.appendChild(new.ownerDocument.createTextNode('further ' ))
            new.setAttribute('xml:space', 'preserve')
            gone.replaceChild(new, text)
            around.appendChild(gone)
            parent.insertBefore(around, run)
        else:
            parent.replaceChild(around, run)
            around.appendChild(run)
        return [p]
    return change


def look_revision(file, pairs, chance):
    p, place = pick(pairs, chance)
    run = place and some_words(place, p.plain(), chance)
    if not run:
        return None
    change = make(run, 'rPrChange', id='9001', author=chance.choice(NAMES), date='2025-10-01T10:00:00Z')
    old = change.appendChild(make(run, 'rPr'))
    old.appendChild(make(run, 'b'))
    properties(run).appendChild(change)
    return [p]


def end_revision(file, pairs, chance):
    p, place = pick(pairs, chance)
    if not place:
        return None
    mark = first(properties(place.element), 'rPr') or properties(place.element).appendChild(make(place.element, 'rPr'))
    mark.insertBefore(make(place.element, 'ins', id='9001', author=chance.choice(NAMES), date='2025-10-01T10:00:00Z'), mark.firstChild)
    return [p]


def header_revision(file, pairs, chance):
    names = [n for n in file.names if re.match(r'word/header\d*\.xml', n) and file.tree(n).getElementsByTagName('w:t')]
    if not names:
        return None
    run = file.tree(chance.choice(names)).getElementsByTagName('w:t')[0].parentNode
    around = make(run, 'ins', id='9001', author='Maria Gonzalez', date='2025-10-01T10:00:00Z')
    run.parentNode.replaceChild(around, run)
    around.appendChild(run)
    return []


def hidden(file, pairs, chance):
    """Words that nobody sees in print."""
    p, place = pick(pairs, chance)
    run = place and some_words(place, p.plain(), chance)
    if not run:
        return None
    more = run.cloneNode(True)
    word.set_text(first(more, 't'), chance.choice([' to be agreed ', ' (see cable) ', ' not acceptable ']))
    wear(more, 'vanish')
    run.parentNode.insertBefore(more, run)
    return [p]


# ---- footnotes ----

def references(pairs):
    return [(p, place, r) for p, place in pairs if place and p.kind in BODY + ('title',)
            for r in place.element.getElementsByTagName('w:footnoteReference') if not r.getAttribute('w:customMarkFollows')]


def note_flat(file, pairs, chance):
    found = references(pairs)
    if not found:
        return None
    p, place, reference = chance.choice(found)
    run = reference.parentNode
    take_off(run, 'rStyle')
    take_off(run, 'vertAlign')
    return [p]


def note_of(file, reference):
    return [n for n in file.tree(NOTES).getElementsByTagName('w:footnote') if n.getAttribute('w:id') == reference.getAttribute('w:id')]


def note_empty(file, pairs, chance):
    found = references(pairs)
    if not found:
        return None
    p, place, reference = chance.choice(found)
    for text in note_of(file, reference)[0].getElementsByTagName('w:t'):
        word.set_text(text, '')
    return [p]


def note_missing(file, pairs, chance):
    found = references(pairs)
    if not found:
        return None
    p, place, reference = chance.choice(found)
    note = note_of(file, reference)[0]
    note.parentNode.removeChild(note)
    return [p]


def mark_gone(file, pairs, chance):
    """The mark is gone and the footnote stays in the file, where nobody sees it."""
    found = references(pairs)
    if not found:
        return None
    p, place, reference = chance.choice(found)
    note = note_of(file, reference)[0]
    words = ' '.join(''.join(c for c, _, _ in word.letters(q)) for q in note.getElementsByTagName('w:p'))
    reference.parentNode.parentNode.removeChild(reference.parentNode)
    touched = [q for q, _ in pairs if q.kind == 'note' and q.plain() == ' '.join(words.split())]
    return touched[:1] + [p]


def mark_twice(file, pairs, chance):
    found = references(pairs)
    if not found:
        return None
    p, place, reference = chance.choice(found)
    run = reference.parentNode
    run.parentNode.insertBefore(run.cloneNode(True), run)
    return [p]


def note_typed(file, pairs, chance):
    """The mark is a typed figure, and the note a line of the body."""
    found = references(pairs)
    if not found:
        return None
    p, place, reference = chance.choice(found)
    run, note = reference.parentNode, note_of(file, reference)[0]
    words = ' '.join(''.join(c for c, _, _ in word.letters(q)) for q in note.getElementsByTagName('w:p')).strip()
    number = [r for _, _, r in references(pairs)].index(reference) + 1
    text = make(run, 't')
    word.set_text(text, str(number))
    run.replaceChild(text, reference)
    take_off(run, 'rStyle')
    wear(run, 'vertAlign', val='superscript')
    note.parentNode.removeChild(note)
    return [p]


def mark_before_stop(file, pairs, chance):
    found = references(pairs)
    chance.shuffle(found)
    for p, place, reference in found:
        run = reference.parentNode
        before = run.previousSibling
        text = before and before.nodeName == 'w:r' and first(before, 't')
        if text and re.search(r'\w[,;]$', word.said(text)):
            words = word.said(text)
            word.set_text(text, words[:-1])
            more = before.cloneNode(True)
            word.set_text(first(more, 't'), words[-1])
            run.parentNode.insertBefore(more, run.nextSibling)
            return [p]
    return None


def mark_space(file, pairs, chance):
    found = references(pairs)
    chance.shuffle(found)
    for p, place, reference in found:
        before = reference.parentNode.previousSibling
        text = before and before.nodeName == 'w:r' and first(before, 't')
        if text and word.said(text).strip():
            word.set_text(text, word.said(text) + ' ')
            return [p]
    return None


# ---- numbers ----

def numbered(pairs):
    return [(p, place) for p, place in pairs if place and p.kind == OP and re.fullmatch(r'\d+\.', p.number) and place.start > 0]


def add_list(file, form='decimal'):
    """A list of automatic numbers; its id."""
    text = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="%s"><w:abstractNum w:abstractNumId="77">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%%1."/>'
            '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
            % (word.MAIN, form))
    if 'word/numbering.xml' in file.bytes:
        return False
    file.put('word/numbering.xml', text)
    file.relate(MAIN, 'numbering', 'numbering.xml')
    file.declare('word/numbering.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml')
    return True


def count_automatically(place, number):
    """The typed number goes, the list's comes."""
    for c, text, i in reversed(word.letters(place.element)[:place.start]):
        if text is not None:
            word.set_text(text, word.said(text)[:i] + word.said(text)[i + 1:])
    for tab in list(place.element.getElementsByTagName('w:tab')):
        if tab.parentNode.nodeName == 'w:r':
            tab.parentNode.removeChild(tab)
    all_ = properties(place.element)
    own = make(place.element, 'numPr')
    own.appendChild(make(place.element, 'ilvl', val='0'))
    own.appendChild(make(place.element, 'numId', val=number))
    before = [c for c in all_.childNodes if c.nodeName in ('w:pStyle', 'w:keepNext', 'w:keepLines')]
    all_.insertBefore(own, before[-1].nextSibling if before else all_.firstChild)


def one_automatic(file, pairs, chance):
    """Typed numbers, but one paragraph is counted by Word: it begins at 1."""
    found = numbered(pairs)[1:]
    if not found or not add_list(file):
        return None
    p, place = chance.choice(found)
    count_automatically(place, '77')
    return [p]


def one_typed(file, pairs, chance):
    """Word counts the paragraphs, but one number is typed, so that those behind it are wrong."""
    found = numbered(pairs)
    if len(found) < 4 or not add_list(file):
        return None
    at = chance.randrange(1, len(found) - 1)
    for i, (_, place) in enumerate(found):
        if i != at:
            count_automatically(place, '77')
    return [found[at][0], found[at + 1][0]]


def typed_last(file, pairs, chance):
    """Word counts the paragraphs, but the last number is typed: right today, and wrong after the next change."""
    found = numbered(pairs)
    if len(found) < 4 or not add_list(file):
        return None
    for _, place in found[:-1]:
        count_automatically(place, '77')
    return [found[-1][0]]


def no_number(file, pairs, chance):
    """Word counts the paragraphs, and one has lost its place in the list."""
    found = numbered(pairs)
    if len(found) < 4 or not add_list(file):
        return None
    at = chance.randrange(1, len(found) - 1)
    for _, place in found:
        count_automatically(place, '77')
    all_ = properties(found[at][1].element)
    all_.removeChild(first(all_, 'numPr'))
    return [found[at][0]]


def list_restarts(file, pairs, chance):
    """Word counts the paragraphs, and begins anew in the middle."""
    found = numbered(pairs)
    if len(found) < 4 or not add_list(file):
        return None
    more = file.bytes['word/numbering.xml'].decode().replace(
        '</w:numbering>', '<w:num w:numId="78"><w:abstractNumId w:val="77"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        '</w:lvlOverride></w:num></w:numbering>')
    file.put('word/numbering.xml', more)
    at = chance.randrange(1, len(found) - 1)
    for i, (_, place) in enumerate(found):
        count_automatically(place, '78' if i >= at else '77')
    return [found[at][0]]


def list_skips(file, pairs, chance):
    found = numbered(pairs)
    if len(found) < 4 or not add_list(file):
        return None
    at = chance.randrange(1, len(found) - 1)
    more = file.bytes['word/numbering.xml'].decode().replace(
        '</w:numbering>', '<w:num w:numId="78"><w:abstractNumId w:val="77"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/>'
        '</w:lvlOverride></w:num></w:numbering>' % (at + 2))
    file.put('word/numbering.xml', more)
    for i, (_, place) in enumerate(found):
        count_automatically(place, '78' if i >= at else '77')
    return [found[at][0]]


def tab_in_words(name):
    def change(file, pairs, chance):
        p, place = pick(pairs, chance)
        run = place and some_words(place, p.plain(), chance, 1)
        if not run:
            return None
        text = first(run, 't')
        run.insertBefore(make(run, name), text.nextSibling)
        after = run.nextSibling
        while after is not None and after.nodeName != 'w:r':
            after = after.nextSibling
        if after is not None and first(after, 't'):
            word.set_text(first(after, 't'), word.said(first(after, 't')).lstrip(' '))
        return [p]
    return change


def page_break(file, pairs, chance):
    p, place = pick(pairs, chance)
    run = place and some_words(place, p.plain(), chance, 1)
    if not run:
        return None
    run.insertBefore(make(run, 'br', type='page'), first(run, 't'))
    return [p]


def split_paragraph(file, pairs, chance):
    """Somebody pressed the return key in the middle of a paragraph."""
    found = [(p, place) for p, place in pairs if place and p.kind in (PP, OP) and len(p.plain()) > 150]
    chance.shuffle(found)
    for p, place in found[:4]:
        spots = [m.start() for m in re.finditer(r' (?=[a-z]+ [a-z]+ )', p.plain()) if 50 < m.start() < len(p.plain()) - 50]
        for spot in chance.sample(spots, min(4, len(spots))):
            run = place.run(spot, spot + 2)
            if run is None or run.parentNode is not place.element:
                continue
            behind = place.element.cloneNode(False)
            behind.appendChild(properties(place.element).cloneNode(True))
            while run is not None:
                following = run.nextSibling
                behind.appendChild(run)
                run = following
            place.element.parentNode.insertBefore(behind, place.element.nextSibling)
            again = type(p)(p.kind, '', p.plain()[spot:].strip(), p.level)
            start = type(p)(p.kind, p.number, p.plain()[:spot].strip(), p.level)
            return [start, again]
    return None


def two_spaces(file, pairs, chance):
    p, place = pick(pairs, chance)
    run = place and some_words(place, p.plain(), chance)
    if not run:
        return None
    word.set_text(first(run, 't'), ' ' + word.said(first(run, 't')))
    return [p]


def insert_words(words, kinds=BODY):
    """Words that a program or a person left, in a run of their own."""
    def change(file, pairs, chance):
        p, place = pick(pairs, chance, kinds)
        run = place and some_words(place, p.plain(), chance)
        if not run:
            return None
        more = run.cloneNode(True)
        word.set_text(first(more, 't'), (chance.choice(words) if isinstance(words, list) else words) + ' ')
        run.parentNode.insertBefore(more, run)
        plain = p.plain()
        p = type(p)(p.kind, p.number, plain, p.level)
        p.words = ' '.join(''.join(c for c, _, _ in word.letters(place.element))[place.start:].split())
        return [p]
    return change


def field(instruction, shown):
    def change(file, pairs, chance):
        p, place = pick(pairs, chance)
        run = place and some_words(place, p.plain(), chance)
        if not run:
            return None
        around = make(run, 'fldSimple', instr=instruction)
        more = run.cloneNode(True)
        word.set_text(first(more, 't'), shown + ' ')
        around.appendChild(more)
        run.parentNode.insertBefore(around, run)
        p = type(p)(p.kind, p.number, p.plain(), p.level)
        p.words = ' '.join(''.join(c for c, _, _ in word.letters(place.element))[place.start:].split())
        return [p]
    return change


def link(target):
    def change(file, pairs, chance):
        p, place = pick(pairs, chance)
        run = place and some_words(place, p.plain(), chance)
        if not run:
            return None
        id_ = file.relate(MAIN, 'hyperlink', target, True)
        around = make(run, 'hyperlink')
        around.setAttributeNS(word.RELATIONS, 'r:id', id_)
        around.setAttribute('xmlns:r', word.RELATIONS)
        run.parentNode.replaceChild(around, run)
        around.appendChild(run)
        return [p]
    return change


def picture(file, pairs, chance):
    p, place = pick(pairs, chance)
    run = place and some_words(place, p.plain(), chance)
    if not run:
        return None
    picture_ = make(run, 'pict')
    shape = run.ownerDocument.createElement('v:shape')
    shape.setAttribute('xmlns:v', 'urn:schemas-microsoft-com:vml')
    shape.setAttribute('style', 'width:20pt;height:20pt')
    picture_.appendChild(shape)
    more = make(run, 'r')
    more.appendChild(picture_)
    run.parentNode.insertBefore(more, run)
    return [p]


def paragraph_ground(file, pairs, chance):
    p, place = pick(pairs, chance)
    if not place:
        return None
    all_ = properties(place.element)
    behind = [c for c in all_.childNodes if c.nodeName in ('w:tabs', 'w:spacing', 'w:ind', 'w:jc', 'w:rPr')]
    all_.insertBefore(make(all_, 'shd', val='clear', color='auto', fill='FFFF00'), behind[0] if behind else None)
    return [p]


def watermark(file, pairs, chance):
    names = [n for n in file.names if re.match(r'word/header\d*\.xml', n)]
    if not names:
        return None
    tree = file.tree(chance.choice(names))
    paragraph = tree.documentElement.appendChild(tree.createElement('w:p'))
    run = paragraph.appendChild(tree.createElement('w:r'))
    picture_ = run.appendChild(tree.createElement('w:pict'))
    shape = picture_.appendChild(tree.createElement('v:shape'))
    shape.setAttribute('xmlns:v', 'urn:schemas-microsoft-com:vml')
    shape.setAttribute('style', 'position:absolute;width:400pt;height:100pt')
    shape.appendChild(tree.createElement('v:textpath')).setAttribute('string', chance.choice(['DRAFT', 'CONFIDENTIAL']))
    return []


# ---- the file ----

CORE = 'docProps/core.xml'


def core(name, namespace):
    def change(file, pairs, chance):
        if CORE not in file.bytes:
            return None
        tree = file.tree(CORE)
        for old in list(tree.getElementsByTagName(name)):
            old.parentNode.removeChild(old)
        element = tree.documentElement.appendChild(tree.createElement(name))
        element.setAttribute('xmlns:' + name.partition(':')[0], namespace)
        element.appendChild(tree.createTextNode(chance.choice(NAMES)))
        return []
    return change


def app(name, values):
    def change(file, pairs, chance):
        tree = file.tree('docProps/app.xml')
        if not tree:
            return None
        element = tree.documentElement.appendChild(tree.createElement(name))
        element.appendChild(tree.createTextNode(chance.choice(values)))
        return []
    return change


def custom(file, pairs, chance):
    if 'docProps/custom.xml' in file.bytes:
        return None
    file.put('docProps/custom.xml', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
             '"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt='
             '"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid='
             '"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="%s"><vt:lpwstr>%s</vt:lpwstr></property></Properties>'
             % (chance.choice(['Author', 'Reviewer', 'Owner', 'Checked by', 'Prepared by']), chance.choice(NAMES)))
    kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
    text = file.bytes['_rels/.rels'].decode()
    file.put('_rels/.rels', text.replace('</Relationships>', '<Relationship Id="rIdCustom" Type="%s" Target="docProps/custom.xml"/>'
                                         '</Relationships>' % kind))
    file.declare('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml')
    return []


def people(file, pairs, chance):
    file.put('word/people.xml', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w15:people xmlns:w15='
             '"http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="%s"><w15:presenceInfo '
             'w15:providerId="AD" w15:userId="someone@example.org"/></w15:person></w15:people>' % chance.choice(NAMES))
    file.relate(MAIN, 'http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml')
    file.declare('word/people.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml')
    return []


def setting(name, **attributes):
    def change(file, pairs, chance):
        tree = file.tree(SETTINGS)
        if not tree:
            return None
        top = tree.documentElement
        behind = first(top, 'defaultTabStop')
        element = tree.createElement('w:' + name)
        for key, value in attributes.items():
            element.setAttribute('w:' + key, value)
        top.insertBefore(element, behind)
        return []
    return change


def attached_template(file, pairs, chance):
    tree = file.tree(SETTINGS)
    if not tree:
        return None
    id_ = file.relate(SETTINGS, 'attachedTemplate', 'file:///C:/Users/jokafor/AppData/Roaming/Microsoft/Templates/Mission.dotm', True)
    element = tree.createElement('w:attachedTemplate')
    element.setAttribute('xmlns:r', word.RELATIONS)
    element.setAttribute('r:id', id_)
    tree.documentElement.insertBefore(element, first(tree.documentElement, 'defaultTabStop'))
    return []


def macros(file, pairs, chance):
    file.put('word/vbaProject.bin', 'not read')
    file.relate(MAIN, 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin')
    file.declare('word/vbaProject.bin', 'application/vnd.ms-office.vbaProject')
    text = file.bytes['[Content_Types].xml'].decode()
    file.put('[Content_Types].xml', text.replace('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
                                                 'application/vnd.ms-word.document.macroEnabled.main+xml'))
    return []


def header_symbol(file, pairs, chance):
    """The symbol of one header is that of another document."""
    found = []
    for name in file.names:
        if re.match(r'word/(header|footer)\d*\.xml$', name):
            tree = file.tree(name)
            for p in tree.getElementsByTagName('w:p'):
                all_ = word.letters(p)
                match = re.search(r'A/(?:RES/|C\.\d/)?\d\d/(?:L\.)?\d+', ''.join(c for c, _, _ in all_))
                if match:
                    found.append((name, p, all_, match))
    if len({name for name, _, _, _ in found}) < 2:
        return None
    _, p, all_, match = found[-1]
    _, text, at = all_[match.end() - 1]
    words = word.said(text)
    word.set_text(text, words[:at] + str((int(words[at]) + 3) % 10) + words[at + 1:])
    return []


KINDS = [
    ('word-phrase-roman', 'ital-missing', phrase_roman),
    ('word-phrase-half', 'ital-phrase', phrase_half('first')),
    ('word-phrase-second-half', 'ital-phrase', phrase_half('second')),
    ('word-phrase-too-far', 'ital-phrase', phrase_too_far),
    ('word-paragraph-italic', 'ital-phrase', whole_look('i', (PP, OP))),
    ('word-emphasis-italic', 'ital-nowhere-else', words_look('i')),
    ('word-organ-comma-italic', 'ital-organ', organ_comma_italic),
    ('word-organ-roman', 'ital-organ', organ_roman),
    ('word-title-light', 'title-bold', title_light),
    ('word-bold', 'no-bold', words_look('b')),
    ('word-bold-paragraph', 'no-bold', whole_look('b')),
    ('word-bold-note', 'no-bold', words_look('b', ('note',))),
    ('word-underlined', 'no-underline', words_look('u', val='single')),
    ('word-underlined-paragraph', 'no-underline', whole_look('u', val='single')),
    ('word-highlighted', 'leftover-highlights', words_look('highlight', val='yellow')),
    ('word-highlighted-paragraph', 'leftover-highlights', whole_look('highlight', val='cyan')),
    ('word-ground', 'leftover-highlights', words_look('shd', val='clear', color='auto', fill='FFFF00')),
    ('word-coloured', 'no-colour', words_look('color', val='FF0000')),
    ('word-coloured-paragraph', 'no-colour', whole_look('color', val='0070C0')),
    ('word-struck', 'no-strike', words_look('strike')),
    ('word-struck-twice', 'no-strike', words_look('dstrike')),
    ('word-capitals', 'no-capitals', either(words_look('caps'), words_look('smallCaps'))),
    ('word-raised', 'raised', words_look('vertAlign', val='superscript')),
    ('word-lowered', 'lowered-words', words_look('vertAlign', val='subscript')),
    ('word-paragraph-ground', 'leftover-highlights', paragraph_ground),
    ('word-white', 'leftover-colour', words_look('color', val='FFFFFF')),
    ('word-font', 'one-font', words_look('rFonts', ascii='Calibri', hAnsi='Calibri')),
    ('word-font-paragraph', 'one-font', whole_look('rFonts', ascii='Arial', hAnsi='Arial')),
    ('word-size', 'one-size', words_look('sz', val='28')),
    ('word-size-paragraph', 'one-size', whole_look('sz', val='24')),
    ('word-hidden', 'leftover-hidden', hidden),
    ('word-comment', 'leftover-comments', comment),
    ('word-inserted', 'leftover-changes', revision('ins')),
    ('word-deleted', 'leftover-changes', revision('del')),
    ('word-moved-here', 'leftover-changes', revision('moveTo')),
    ('word-look-changed', 'leftover-changes', look_revision),
    ('word-end-inserted', 'leftover-changes', end_revision),
    ('word-header-inserted', 'leftover-changes', header_revision),
    ('word-note-flat', 'fn-mark-raised', note_flat),
    ('word-note-empty', 'fn-empty', note_empty),
    ('word-note-missing', 'fn-missing', note_missing),
    ('word-mark-gone', 'fn-order', mark_gone),
    ('word-mark-twice', 'fn-twice', mark_twice),
    ('word-note-typed', 'fn-mark-digit', note_typed),
    ('word-mark-before-stop', 'fn-after-punct', mark_before_stop),
    ('word-mark-space', 'fn-mark-space', mark_space),
    ('word-one-automatic', 'op-numbered', one_automatic),
    ('word-one-typed', 'op-numbered', one_typed),
    ('word-typed-last', 'numbers-mixed', typed_last),
    ('word-no-number', 'op-numbered', no_number),
    ('word-list-restarts', 'op-numbered', list_restarts),
    ('word-list-skips', 'op-numbered', list_skips),
    ('word-tab', 'white-space', tab_in_words('tab')),
    ('word-line-break', 'white-space', tab_in_words('br')),
    ('word-page-break', 'white-space', page_break),
    ('word-split', 'end-cut-off', split_paragraph),
    ('word-two-spaces', 'white-space', two_spaces),
    ('word-field-error', 'field-error', field(' REF _Ref1 \\h ', 'Error! Reference source not found.')),
    ('word-field-error-typed', 'field-error', insert_words(['Error! Bookmark not defined.', 'Error! Hyperlink reference not valid.', 'Error! No text of specified style in document.'])),
    ('word-field-prompt', 'field-error', insert_words(['[Click or tap here to enter text.]', 'Click here to enter text.', 'Choose an item.'])),
    ('word-field-date', 'field-live', field(' DATE \\@ "d MMMM yyyy" ', '12 October 2025')),
    ('word-field-author', 'field-live', field(' AUTHOR ', 'Maria Gonzalez')),
    ('word-watermark', 'watermark', watermark),
    ('word-local-link', 'link-local', link('file:///C:/Users/jokafor/Desktop/draft.docx')),
    ('word-mail-link', 'link-local', link('mailto:someone@example.org')),
    ('word-picture', 'no-pictures', picture),
    ('word-creator', 'leftover-names', core('dc:creator', 'http://purl.org/dc/elements/1.1/')),
    ('word-last-modified-by', 'leftover-names', core('cp:lastModifiedBy', 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties')),
    ('word-manager', 'leftover-names', app('Manager', NAMES)),
    ('word-company', 'leftover-names', app('Company', ['Permanent Mission of Ruritania', 'Ministry of Foreign Affairs'])),
    ('word-custom', 'leftover-names', custom),
    ('word-people', 'leftover-names', people),
    ('word-tracking-on', 'file-settings', setting('trackRevisions')),
    ('word-protected', 'file-settings', setting('documentProtection', edit='readOnly', enforcement='1')),
    ('word-template', 'file-settings', attached_template),
    ('word-macros', 'file-settings', macros),
    ('word-header-symbol', 'symbol-differs', header_symbol),
]
