"""Kinds of errors in the structure: ends of paragraphs, numbers, sub-paragraphs, footnotes, italics."""
import re

from seeds.documents import END_NOTE, ITALIC, NOTE, ROMAN, Paragraph
from seeds.making import (BODY, OP, PP, SUB, end, following, neighbours, number, replace, some)


def has_parts(document, p):
    return any(q.kind == SUB for q in following(document, p))


def no_parts(document, p):
    return not has_parts(document, p)


def before_another(kind):
    """Followed by a paragraph of the same kind."""
    return lambda document, p: any(q.kind == kind for q in following(document, p))


def last_part(document, p):
    return not before_another(SUB)(document, p)


def shifted(step):
    def change(p, chance):
        digits = re.fullmatch(r'(\d+)\.', p.number)
        return '%d.' % (int(digits[1]) + step) if digits and int(digits[1]) > 1 else None
    return change


def lettered(step):
    def change(p, chance):
        letter = re.fullmatch(r'\(([b-w])\)', p.number)
        return '(%c)' % (ord(letter[1]) + step) if letter else None
    return change


def restyled(pattern, new):
    def change(p, chance):
        return re.sub(pattern, new, p.number) if re.fullmatch(pattern, p.number) else None
    return change


def twice(kind):
    """A paragraph that stands there again, as when it was pasted twice."""
    def make(document, chance):
        places = [p for p in document.of(kind)[:-1] if len(p.words) > 60]
        if not places:
            return None
        p = chance.choice(places)
        again = Paragraph(p.kind, p.number, p.words, p.level)
        document.paragraphs.insert(document.paragraphs.index(p) + 1, again)
        return [again, p]
    return make


def preambular_among_operative(document, chance):
    pps, ops = document.of(PP), document.of(OP)
    if len(pps) < 3 or len(ops) < 3:
        return None
    p = chance.choice(pps[1:])
    document.paragraphs.remove(p)
    document.paragraphs.insert(document.paragraphs.index(chance.choice(ops[1:])), p)
    return [p]


def removed(kind):
    """A numbered paragraph is gone and those behind it keep their numbers."""
    def make(document, chance):
        pairs = [(a, b) for a, b in neighbours(document, kind) if a.number and b.number]
        pairs = [(a, b) for a, b in pairs if not has_parts(document, a)]
        if not pairs:
            return None
        a, b = chance.choice(pairs)
        document.paragraphs.remove(a)
        return [b]
    return make


def swapped(document, chance):
    pairs = [(a, b) for a, b in neighbours(document, OP) if a.number and b.number]
    if not pairs:
        return None
    a, b = chance.choice(pairs[:-1] or pairs)
    at = document.paragraphs.index(a)
    document.paragraphs[at:at + 2] = [b, a]
    return [b, a]


def note_removed(document, chance):
    notes = document.of('note')
    if not notes:
        return None
    gone = chance.choice(notes)
    behind = following(document, gone)
    document.paragraphs.remove(gone)
    mark = NOTE + gone.number + END_NOTE
    return [p for p in document.paragraphs if mark in p.words] + behind or None


def mention_removed(document, chance):
    places = [(n, p) for n in document.of('note') for p in document.paragraphs
              if NOTE + n.number + END_NOTE in p.words]
    if not places:
        return None
    note, p = chance.choice(places)
    p.words = p.words.replace(NOTE + note.number + END_NOTE, '')
    return [note, p]


def mention_before_stop(match, chance):
    return match[2] + match[1]


HTML = ('html',)
WORD = r'[^\W\d_]'
KINDS = [
    ('organ-other', 'opener-organ', replace('organ', 'The General Assembly', ['The Third Committee', 'The Security Council', 'General Assembly'])),
    ('organ-colon', 'opener-comma', replace('organ', ',$', [':', ';', '.', ''])),
    ('organ-roman', 'ital-organ', replace('organ', '[%s%s]' % (ITALIC, ROMAN), ''), HTML),
    ('pp-end-semicolon', 'pre-end-comma', end(some(PP), ',', ';')),
    ('pp-end-stop', 'pre-end-comma', end(some(PP), ',', '.')),
    ('pp-end-nothing', 'pre-end-comma', end(some(PP), ',', '')),
    ('pp-end-colon', 'pre-colon-list', end(some(PP, when=no_parts), ',', ':')),
    ('last-pp-end-semicolon', 'pre-end-comma', end(some(PP, -1), ',', ';')),
    ('op-end-stop', 'op-end-semicolon', end(some(OP, when=no_parts), ';', '.')),
    ('op-end-comma', 'op-end-semicolon', end(some(OP, when=no_parts), ';', ',')),
    ('op-end-nothing', 'op-end-semicolon', end(some(OP, when=no_parts), ';', '')),
    ('op-end-colon', 'op-colon', end(some(OP, when=before_another(OP)), ';', ':')),
    ('last-op-semicolon', 'op-last-period', end(some(OP, -1, no_parts), r'\.', ';')),
    ('last-op-nothing', 'op-last-period', end(some(OP, -1, no_parts), r'\.', '')),
    ('list-without-colon', 'op-colon', end(some(OP, when=has_parts), ':', [';', ',', ''])),
    ('pp-numbered', 'pre-unnumbered', number(some(PP), lambda p, chance: '%d.' % chance.randint(1, 9))),
    ('op-number-missing', 'op-numbered', number(some(OP), lambda p, chance: '')),
    ('op-number-again', 'op-numbered', number(some(OP), shifted(-1))),
    ('op-number-skipped', 'op-numbered', number(some(OP), shifted(1))),
    ('op-number-bracket', 'op-numbered', number(some(OP), restyled(r'(\d+)\.', r'\1)'))),
    ('op-gone', 'op-numbered', removed(OP)),
    ('ops-swapped', 'op-numbered', swapped),
    ('sub-letter-again', 'subpara-seq', number(some(SUB), lettered(-1))),
    ('sub-letter-skipped', 'subpara-seq', number(some(SUB), lettered(1))),
    ('sub-gone', 'subpara-seq', removed(SUB)),
    ('sub-half-bracket', 'subpara-levels', number(some(SUB), restyled(r'\(([a-z])\)', r'\1)'))),
    ('sub-figure', 'subpara-levels', number(some(SUB), lambda p, chance: '(%d)' % (ord(p.number[1]) - 96) if re.fullmatch(r'\([a-h]\)', p.number) else None)),
    ('sub-bullet', 'no-bullets', number(some(SUB), restyled(r'\([a-z]\)', '•'))),
    ('sub-small-letter', 'subpara-capital', replace(SUB, r'^(%s?)([A-Z])(?=[a-z])' % ITALIC, lambda m, chance: m[1] + m[2].lower())),
    ('sub-end-comma', 'subpara-end', end(some(SUB, when=before_another(SUB)), ';', ',')),
    ('sub-end-stop', 'subpara-end', end(some(SUB, when=before_another(SUB)), ';', '.')),
    ('sub-end-nothing', 'subpara-end', end(some(SUB, when=before_another(SUB)), ';', '')),
    ('sub-end-and', 'subpara-no-and', end(some(SUB, when=before_another(SUB)), ';', ['; and', ', and'])),
    ('last-sub-end', 'subpara-last-end', end(some(SUB, when=lambda d, p: last_part(d, p) and before_another(SUB) and any(q.kind == OP for q in following(d, p))), ';', ['.', ',', ''])),
    ('pp-twice', 'repeated-paragraph', twice(PP)),
    ('op-twice', 'repeated-paragraph op-numbered', twice(OP)),
    ('pp-among-operative', 'order-parts', preambular_among_operative),
    ('two-sentences', 'one-sentence', replace((PP, OP), r'(?<=[a-z]{4}), and (?=[a-z]{4,} [a-z])', ['. It also ', '. The Assembly '])),
    ('title-stop', 'title-case', replace('title', '$', '.')),
    ('title-capitals', 'title-case', replace('title', r'(?<= )[a-z]{5,}(?: [a-z]+)* [a-z]{5,}', lambda m, chance: m[0].title())),
    ('title-acronym', 'title-in-full', replace('title', 'United Nations', 'UN')),
    ('phrase-roman', 'ital-phrase', replace((PP, OP), '^%s([^%s]*)%s' % (ITALIC, ROMAN, ROMAN), r'\1'), HTML),
    ('phrase-italics-too-far', 'ital-phrase', replace((PP, OP), r'%s( %s+ %s+)' % (ROMAN, WORD, WORD), r'\1' + ROMAN), HTML),
    ('emphasis-italics', 'ital-nowhere-else', replace((PP, OP), r'(?<= )(all|full|urgent|immediate|important|new|strong)(?= )', ITALIC + r'\1' + ROMAN), HTML),
    ('note-without-stop', 'fn-ends-period', replace('note', r'\.$', ''), HTML),
    ('note-before-stop', 'fn-after-punct', replace(BODY, r'([,;.])(%s[^%s]*%s)' % (NOTE, END_NOTE, END_NOTE), mention_before_stop), HTML),
    ('note-gone', 'fn-order fn-missing', note_removed, HTML),
    ('note-mention-gone', 'fn-order', mention_removed, HTML),
    ('note-long-symbol', 'fn-annex-form', replace('note', r'[Rr]esolution (\d\d/\d+)', r'A/RES/\1'), HTML),
    ('note-symbol-hyphen', 'fn-double-symbol', replace('note', '–S/', ['-S/', '/S/', ' – S/']), HTML),
    ('note-see-doc', 'fn-symbol-form', replace('note', r'^(?=A/\d)', 'Doc. '), HTML),
]
