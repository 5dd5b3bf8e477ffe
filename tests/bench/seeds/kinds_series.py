"""Departures from a series: what a text can do to agreed language without being wrong in itself. A kind is
(name, what is done, function of the document, the agreed paragraphs in it and chance), which gives the
words that a finding would show (of the paragraph, and of its neighbours where one is gone), or None."""
import re

from seeds.documents import ITALIC, ROMAN

PUT_IN = ['and its unlawful consequences', 'as appropriate', 'where applicable', 'in the light of recent events',
          'subject to national legislation', 'on a voluntary basis', 'and other relevant stakeholders',
          'including in situations of foreign occupation', 'without delay', 'with deep regret']
LIKE_WORDS = [('important', 'vital'), ('significant', 'modest'), ('all', 'some'), ('effective', 'adequate'),
              ('continue', 'begin'), ('strengthen', 'review'), ('promote', 'consider'), ('relevant', 'interested'),
              ('full', 'partial'), ('essential', 'useful'), ('efforts', 'attempts'), ('urgent', 'timely'),
              ('necessary', 'desirable'), ('annual', 'biennial'), ('should', 'must'), ('ensure', 'seek')]
WEAKER = [('Urges', 'Invites'), ('Requests', 'Invites'), ('Calls upon', 'Encourages'), ('Welcomes', 'Takes note of'),
          ('Reaffirms', 'Recalls'), ('Reaffirming', 'Recalling'), ('Welcoming', 'Noting'), ('Stresses', 'Notes'),
          ('Emphasizes', 'Notes'), ('Stressing', 'Noting'), ('Emphasizing', 'Noting'), ('Decides', 'Recommends'),
          ('Recognizing', 'Noting'), ('Recognizes', 'Notes'), ('Affirms', 'Notes'), ('Encourages', 'Invites')]
MONTHS = 'January February March April May June July August September October November December'.split()
CITED = re.compile(r'(?<![/\d])(\d\d)/(\d{1,3}) of (\d{1,2}) (%s) (\d{4})' % '|'.join(MONTHS))
ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth'.split()
SESSION = re.compile(r'\b(fifty|sixty|seventy|eighty)-(%s) session' % '|'.join(ORDINALS))


def in_words(p, found, new):
    p.words = p.words[:found.start()] + new + p.words[found.end():]
    return [p.plain()]


def pick(agreed, chance, pattern):
    """A paragraph with the pattern, and where: any of them; what opens it is left alone."""
    places = [(p, found) for p in agreed for found in re.finditer(pattern, p.words) if found.start() > 12]
    return chance.choice(places) if places else (None, None)


def words_put_in(document, agreed, chance):
    p, found = pick(agreed, chance, r'(?<=[a-z]{3})(?= [a-z]{3,})')
    return p and in_words(p, found, ' ' + chance.choice(PUT_IN))


def clause_put_in(document, agreed, chance):
    p, found = pick(agreed, chance, r'(?=[,;.]$)')
    return p and in_words(p, found, ', and deplores the failure of some parties to meet the commitments they made')


def not_put_in(document, agreed, chance):
    p, found = pick(agreed, chance, r'(?:(?<= should)|(?<= shall)|(?<= will)|(?<= must)|(?<= can))(?= [a-z])')
    return p and in_words(p, found, ' not')


def one_word_put_in(document, agreed, chance):
    p, found = pick(agreed, chance, r'(?:(?<= the)|(?<= its))(?= [a-z]{5,})')
    return p and in_words(p, found, chance.choice([' so-called', ' alleged', ' purported', ' remaining', ' principal']))


def word_replaced(document, agreed, chance):
    old, new = chance.choice(LIKE_WORDS)
    for _ in range(40):
        p, found = pick(agreed, chance, r'(?<= )%s(?=[ ,;.])' % old)
        if p:
            return in_words(p, found, new)
        old, new = chance.choice(LIKE_WORDS)
    return None


def words_taken_out(document, agreed, chance):
    p, found = pick(agreed, chance, r' [a-z]+ [a-z]{4,} [a-z]{4,} [a-z]+(?= [a-z]{3,})')
    return p and in_words(p, found, '')


def one_word_taken_out(document, agreed, chance):
    p, found = pick(agreed, chance, r' (?:full|all|effective|urgent|important|equal|lasting|necessary|meaningful|active|relevant|'
                    r'further|immediate|sustainable|significant|strongly|fully)(?= [a-z])')
    return p and in_words(p, found, '')


def end_taken_out(document, agreed, chance):
    p, found = pick(agreed, chance, r', [a-z][^,;]{20,80}(?=[,;.]$)')
    return p and in_words(p, found, '')


def gone(document, agreed, chance, kind):
    own = [p for p in agreed if p.kind == kind]
    if len(own) < 3:
        return None
    p = chance.choice(own)
    at = document.paragraphs.index(p)
    # what depends on it goes with it
    end = at + 1
    while end < len(document.paragraphs) and document.paragraphs[end].kind == 'subparagraph':
        end += 1
    del document.paragraphs[at:end]
    renumber(document)
    return ['\0' + p.plain()]


def renumber(document):
    number = 0
    for p in document.of('operative'):
        if re.match(r'\d+\.$', p.number):
            number += 1
            p.number = '%d.' % number


def preambular_gone(document, agreed, chance):
    return gone(document, agreed, chance, 'preambular')


def operative_gone(document, agreed, chance):
    return gone(document, agreed, chance, 'operative')


def subparagraph_gone(document, agreed, chance):
    return gone(document, agreed, chance, 'subparagraph')


def moved(document, agreed, chance):
    own = [p for p in agreed if p.kind in ('preambular', 'operative')]
    chance.shuffle(own)
    for p in own:
        peers = document.of(p.kind)
        at = document.paragraphs.index(p)
        follows = document.paragraphs[at + 1:at + 2]
        if len(peers) < 6 or (follows and follows[0].kind == 'subparagraph'):
            continue
        there = document.paragraphs.index(peers[(peers.index(p) + len(peers) // 2) % len(peers)])
        document.paragraphs.insert(there, document.paragraphs.pop(at))
        renumber(document)
        return [p.plain()]
    return None


def opening(document, agreed, chance, pairs):
    pairs = list(pairs)
    chance.shuffle(pairs)
    for old, new in pairs:
        for p in agreed:
            plain = p.plain()
            if plain.startswith(old + ' ') and p.kind in ('preambular', 'operative') and old in p.words:
                p.words = p.words.replace(old, new, 1)
                return [p.plain()]
    return None


def weakened(document, agreed, chance):
    return opening(document, agreed, chance, WEAKER)


def strengthened(document, agreed, chance):
    return opening(document, agreed, chance, [(new, old) for old, new in WEAKER if ' of' not in new])


def cited(document, agreed, chance, change):
    p, found = pick(agreed, chance, CITED.pattern)
    return p and in_words(p, found, '%s/%s of %s %s %s' % change(*CITED.match(found[0]).groups()))


def cited_day(document, agreed, chance):
    return cited(document, agreed, chance, lambda s, n, d, m, y: (s, n, int(d) % 27 + 1, m, y))


def cited_month(document, agreed, chance):
    return cited(document, agreed, chance,
                 lambda s, n, d, m, y: (s, n, d, 'December' if m != 'December' else 'November', y))


def cited_number(document, agreed, chance):
    return cited(document, agreed, chance, lambda s, n, d, m, y: (s, int(n) + 1, d, m, y))


def list_gap(document, agreed, chance):
    p, found = pick(agreed, chance, r'(?<=, )\d\d/\d{1,3} of \d{1,2} [A-Z][a-z]+ \d{4}, ')
    return p and in_words(p, found, '')


def session_wrong(document, agreed, chance):
    p, found = pick(agreed, chance, SESSION.pattern)
    if not p:
        return None
    tens, one = SESSION.match(found[0]).groups()
    return in_words(p, found, '%s-%s session' % (tens, ORDINALS[(ORDINALS.index(one) + 1) % 9]))


def report_symbol(document, agreed, chance):
    p, found = pick(document.of('note') + agreed, chance, r'A/(?:6|7)\d/\d{2,3}\b')
    if not p:
        return None
    parts = found[0].split('/')
    return in_words(p, found, 'A/%d/%s' % (int(parts[1]) - 1, parts[2]))


def year_wrong(document, agreed, chance):
    p, found = pick(agreed, chance, r'(?:(?<=in )|(?<=period ))(?:19|20)\d\d\b')
    return p and in_words(p, found, str(int(found[0]) - 1))


def sentence_added(document, agreed, chance):
    p, found = pick([p for p in agreed if p.kind == 'operative'], chance, r'(?=[.;]$)')
    return p and in_words(p, found, ' and to submit to it a list of the Member States that have not yet replied')


def paragraph_new(document, agreed, chance):
    own = [p for p in agreed if p.kind == 'operative' and re.match(r'\d+\.$', p.number)]
    if not own:
        return None
    p = chance.choice(own)
    words = ITALIC + 'Deplores' + ROMAN + ' the lack of progress made by those States that have yet to provide the information sought;'
    made = type(p)(p.kind, p.number, words, p.level)
    document.paragraphs.insert(document.paragraphs.index(p), made)
    renumber(document)
    return [made.plain()]


KINDS = [
    ('words-put-in', 'some words put into an agreed paragraph', words_put_in),
    ('word-put-in', 'one word put into an agreed paragraph', one_word_put_in),
    ('not-put-in', 'an agreed paragraph turned round', not_put_in),
    ('clause-put-in', 'a clause put to the end of an agreed paragraph', clause_put_in),
    ('request-put-in', 'a further request in an agreed paragraph', sentence_added),
    ('word-replaced', 'one agreed word is another', word_replaced),
    ('words-taken-out', 'four agreed words are gone', words_taken_out),
    ('word-taken-out', 'one agreed word is gone', one_word_taken_out),
    ('end-taken-out', 'the last clause of an agreed paragraph is gone', end_taken_out),
    ('preambular-gone', 'an agreed preambular paragraph is gone', preambular_gone),
    ('operative-gone', 'an agreed operative paragraph is gone', operative_gone),
    ('subparagraph-gone', 'an agreed subparagraph is gone', subparagraph_gone),
    ('paragraph-new', 'a paragraph that the series never had', paragraph_new),
    ('paragraph-moved', 'an agreed paragraph stands elsewhere', moved),
    ('opening-weaker', 'a weaker opening phrase', weakened),
    ('opening-stronger', 'a stronger opening phrase', strengthened),
    ('cited-day', 'a resolution cited with another day', cited_day),
    ('cited-month', 'a resolution cited with another month', cited_month),
    ('cited-number', 'another resolution cited with the date of one', cited_number),
    ('list-gap', 'a list of resolutions without one of them', list_gap),
    ('session-wrong', 'another session', session_wrong),
    ('report-symbol', "last year's report", report_symbol),
    ('year-wrong', 'a year that does not follow', year_wrong),
]
