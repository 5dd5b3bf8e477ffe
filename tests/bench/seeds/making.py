"""How seeds are made: each function here gives a maker, and a maker changes one place of a copy of a
document and returns the paragraphs that it touched (the first is the changed one), or None where the
document has no such place. `chance` is a random.Random."""
import re

from seeds.documents import NOTE, END_NOTE

PP, OP, SUB = 'preambular', 'operative', 'subparagraph'
BODY = (PP, OP, SUB)
NOTES = r'(?P<notes>(?:%s[^%s]*%s)*)$' % (NOTE, END_NOTE, END_NOTE)


def filled(match, new, chance):
    """What a match becomes: a template, one of several templates, or what a function says."""
    if callable(new):
        return new(match, chance)
    template = chance.choice(new) if isinstance(new, list) else new
    return match.expand(template)


def replace(kinds, pattern, new, unless=None):
    """One match of a pattern in paragraphs of these kinds."""
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    pattern = re.compile(pattern)

    def make(document, chance):
        places = [(p, m) for p in document.of(*kinds) for m in pattern.finditer(p.words)
                  if not (unless and re.search(unless, p.words))]
        if not places:
            return None
        p, match = chance.choice(places)
        words = filled(match, new, chance)
        if words is None or words == match[0]:
            return None
        p.words = p.words[:match.start()] + words + p.words[match.end():]
        return [p]
    return make


def words(old_to_new, kinds=BODY):
    """One of the whole words that are keys becomes its value."""
    return replace(kinds, r'\b(?:%s)\b' % '|'.join(map(re.escape, sorted(old_to_new, key=len, reverse=True))),
                   lambda match, chance: old_to_new[match[0]])


def some(kind, index=None, when=None):
    """The paragraphs of a kind, without the last one (index -1: only the last, 0: only the first)."""
    def pick(document):
        found = document.of(kind)
        found = found[:-1] if index is None else found[index:][:1]
        return [p for p in found if when is None or when(document, p)]
    return pick


def end(pick, old, new):
    """The punctuation that ends a paragraph, in front of footnote marks there."""
    pattern = re.compile(old + NOTES)

    def make(document, chance):
        places = [(p, m) for p in pick(document) for m in [pattern.search(p.words)] if m]
        if not places:
            return None
        p, match = chance.choice(places)
        p.words = p.words[:match.start()] + filled(match, new, chance) + match['notes']
        return [p]
    return make


def number(pick, change):
    """The number of a paragraph; change(paragraph, chance) says the new one, None: not here."""
    def make(document, chance):
        places = [(p, n) for p in pick(document) for n in [change(p, chance)] if n is not None]
        if not places:
            return None
        p, p.number = chance.choice(places)
        return [p] + following(document, p)
    return make


def following(document, p):
    at = document.paragraphs.index(p)
    return document.paragraphs[at + 1:at + 2]


def neighbours(document, kind):
    """Pairs of paragraphs of a kind, one right behind the other."""
    list_ = document.paragraphs
    return [(a, b) for a, b in zip(list_, list_[1:]) if a.kind == b.kind == kind]
