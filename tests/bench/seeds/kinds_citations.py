"""Kinds of errors in what is cited: resolutions, dates, sessions, documents, the agenda, paragraphs."""
import re

from seeds.making import BODY, OP, PP, replace

MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
DATE = r'(\d{1,2}) (%s) (\d{4})' % MONTHS
CITED = r'(\d\d)/(\d{1,3}) of (\d{1,2}) (%s) (\d{4})' % MONTHS
TENS = 'fif|six|seven|eigh|nine'
ORDINAL = r'((?:%s)ty)-(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)' % TENS
DECADES = ['', '', '', '', '', 'fif', 'six', 'seven', 'eigh', 'nine']
ONES = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
SUFFIX = {'1': 'st', '2': 'nd', '3': 'rd'}


def of_number(match):
    return (DECADES.index(match[1][:-2]) if match[1][:-2] in DECADES else 0) * 10 + ONES.index(match[2])


def in_words(n):
    return DECADES[n // 10] + ('ty-' + ONES[n % 10] if n % 10 else 'tieth')


def session(change):
    """The ordinal of a session of the Assembly, as `change` says."""
    return replace(OP, ORDINAL + '(?= session)', lambda m, chance: change(m, of_number(m), chance), unless='International|Conference|Commission|ommittee|Council|Parties|Forum|Board')


def year(step):
    return replace(BODY, CITED, lambda m, chance: '%s/%s of %s %s %d' % (m[1], m[2], m[3], m[4], int(m[5]) + step(chance)))


def of_impossible_day(match, chance):
    day = {'February': '30', 'April': '31', 'June': '31', 'September': '31', 'November': '31'}.get(match[2], '32')
    return '%s %s %s' % (day, match[2], match[3])


def other_day(document, chance):
    """A resolution that is cited twice, with another day the second time."""
    first = {}
    for p in document.of(*BODY):
        for m in re.finditer(CITED, p.words):
            key = m[1] + '/' + m[2]
            if key in first and m[5] == first[key][5]:
                day = int(m[3]) % 27 + 1
                p.words = '%s%s of %d %s %s%s' % (p.words[:m.start()], key, day, m[4], m[5], p.words[m.end():])
                return [p]
            first.setdefault(key, m)
    return again_elsewhere(document, chance, first)


def again_elsewhere(document, chance, first):
    """Cites again, in another paragraph, with another date, what is cited with its date once."""
    ops = [p for p in document.of(OP) if 'the present resolution' in p.words]
    if not first or not ops:
        return None
    m = chance.choice(sorted(first.values(), key=lambda m: m[0]))
    p = chance.choice(ops)
    cited = 'the present resolution and its resolution %s/%s of %d %s %s' % (m[1], m[2], int(m[3]) % 27 + 1, m[4], m[5])
    p.words = p.words.replace('the present resolution', cited, 1)
    return [p]


def turned_round(match, chance):
    return '%s%s and %s' % (match[1], match[3], match[2])


KINDS = [
    ('symbol-for-number', 'res-short-number', replace(BODY, r'(resolutions? )(\d\d/\d+)', r'\1A/RES/\2')),
    ('date-gone', 'res-date', replace(PP, r'(Recalling.{0,30}resolution \d\d/\d+) of %s' % DATE, r'\1')),
    ('date-american', 'date-form', replace(BODY, DATE, r'\2 \1, \3')),
    ('date-suffix', 'date-form', replace(BODY, DATE, lambda m, chance: '%s%s %s %s' % (m[1], SUFFIX.get(m[1], 'th'), m[2], m[3]))),
    ('date-figures', 'date-form', replace(BODY, DATE, lambda m, chance: chance.choice(['%s/%02d/%s', '%s.%02d.%s', '%s-%02d-%s']) % (m[1], MONTHS.split('|').index(m[2]) + 1, m[3]))),
    ('date-short-month', 'date-form', replace(BODY, DATE, lambda m, chance: None if m[2] == 'May' else '%s %s%s %s' % (m[1], m[2][:3], chance.choice(['', '.']), m[3]))),
    ('date-month-small', 'date-form', replace(BODY, DATE, lambda m, chance: None if m[2] in ('March', 'May') else '%s %s %s' % (m[1], m[2].lower(), m[3]))),
    ('date-month-misspelt', 'date-form', replace(BODY, '(?<= )(September|February|December|November|October|August)(?= [12])', lambda m, chance: chance.choice([m[0].replace('mb', 'b').replace('brua', 'bua').replace('gu', 'ug').replace('cto', 'ct'), m[0][:-2] + m[0][-1]]))),
    ('date-impossible', 'date-real', replace(BODY, DATE, of_impossible_day)),
    ('date-comma', 'date-form', replace(BODY, DATE, r'\1 \2, \3')),
    ('cited-year-far', 'res-year', year(lambda chance: chance.choice([-10, -5, -3, 3, 5, 10]))),
    ('cited-year-next', 'res-year', year(lambda chance: chance.choice([-2, 2]))),
    ('cited-session-other', 'res-year', replace(BODY, CITED, lambda m, chance: '%d/%s of %s %s %s' % (int(m[1]) - chance.choice([10, 5, 3]), m[2], m[3], m[4], m[5]))),
    ('cited-future', 'res-future', replace(BODY, CITED, lambda m, chance: '%d/%s of %s %s %d' % (int(m[1]) + 20, m[2], m[3], m[4], int(m[5]) + 20))),
    ('cited-other-day', 'res-date-agrees', other_day),
    ('cited-digit-swapped', 'res-year', replace(BODY, CITED, lambda m, chance: None if m[1][0] == m[1][1] else '%s%s/%s of %s %s %s' % (m[1][1], m[1][0], m[2], m[3], m[4], m[5]))),
    ('list-out-of-order', 'res-chronological', replace(PP, r'(resolutions )(\d\d/\d+ of %s) and (\d\d/\d+ of %s)' % (DATE, DATE), lambda m, chance: '%s%s and %s' % (m[1], m[6], m[2]))),
    ('one-resolution-plural', 'res-number-agrees', replace(BODY, r'(?<=its )resolution (\d\d/\d+ of %s)(?! and|, \d|,? as well)' % DATE, r'resolutions \1')),
    ('resolutions-singular', 'res-number-agrees', replace(BODY, r'(?<=its )resolutions (\d\d/\d+ of %s(?: and|,) \d\d/)' % DATE, r'resolution \1')),
    ('council-form', 'res-sc-form', replace(BODY, r'(resolutions? )(\d{3,4}) \((\d{4})\)', [r'\1\2/\3', r'\1S/RES/\2 (\3)', r'\1\2(\3)'])),
    ('council-year', 'res-sc-year', replace(BODY, r'(\d{3,4}) \((\d{4})\)( of \d+ \w+ )(\d{4})', lambda m, chance: '%s (%s)%s%d' % (m[1], m[2], m[3], int(m[4]) + chance.choice([-2, -1, 1, 2])))),
    ('ecosoc-form', 'res-ecosoc-form', replace(BODY, r'(Economic and Social Council (?:in its )?resolution )(\d{4})/(\d+)', r'\1\2-\3')),
    ('this-resolution', 'res-present', replace(OP, 'the present resolution', ['this resolution', 'the current resolution'])),
    ('assembly-for-its', 'res-its', replace(PP, r'(?<=Recalling.)its resolution(?= \d)|(?<=Recalling )its resolution(?= \d)', 'General Assembly resolution')),
    ('para-in-text', 'para-ref-text', replace(BODY, r'\bparagraphs? (?=\d)', ['para. ', 'paras. ', 'para '])),
    ('paras-hyphen', 'para-ref-text', replace(BODY, r'(paragraphs \d+) to (\d+)', r'\1-\2')),
    ('para-not-there', 'para-self para-exists', replace(OP, r'paragraph (\d+) (above|below|of the present resolution)', r'paragraph 9\1 \2')),
    ('article-small', 'article-case', replace(BODY, r'\bArticle (\d+)(?=.{0,20} of the Charter)', r'article \1')),
    ('charter-name', 'charter-name', replace(BODY, 'Charter of the United Nations', ['United Nations Charter', 'UN Charter'])),
    ('symbol-in-text', 'no-symbol-in-text', replace(BODY, r'(?<=the )report of the Secretary-General(?! \()', r'report of the Secretary-General (A/76/321)')),
    ('session-figures', 'session-ordinal-words', session(lambda m, n, chance: '%d%s' % (n, SUFFIX.get(str(n % 10), 'th')))),
    ('session-no-hyphen', 'session-ordinal-words', session(lambda m, n, chance: m[0].replace('-', ' '))),
    ('session-capitals', 'session-ordinal-words', session(lambda m, n, chance: chance.choice([m[0].title(), m[0].capitalize()]))),
    ('session-misspelt', 'session-ordinal-words', session(lambda m, n, chance: chance.choice([m[1].replace('eigh', 'eight').replace('nine', 'nin') + '-' + m[2].replace('hth', 'th').replace('th', 'ht'), m[1] + '-' + m[2] + 'th', m[1] + m[2], m[1].replace('ty', 'thy') + '-' + m[2]]))),
    ('session-past', 'session-future', session(lambda m, n, chance: in_words(n - chance.choice([2, 3, 5, 10])))),
    ('session-own', 'session-future', replace(OP, '(?<=agenda of its )' + ORDINAL + '(?= session)', lambda m, chance: in_words(of_number(m) - 2))),
    ('session-far', 'session-future', session(lambda m, n, chance: in_words(n + chance.choice([6, 10])) if n < 89 else None)),
    ('item-unquoted', 'item-quoted', replace(OP, '(item entitled )“([^”]*)”', r'\1\2')),
    ('item-single-quotes', 'item-quoted', replace(OP, '(item entitled )“([^”]*)”', r'\1‘\2’')),
    ('item-formula', 'agenda-item', replace(OP, 'Decides(.?) to include in the provisional agenda of', [r'Decides\1 to include in the agenda of', r'Decides\1 to put on the agenda of'])),
    ('item-commas', 'agenda-commas', replace(OP, r'session, (under the item entitled “[^”]*”), ', [r'session \1, ', r'session, \1 '])),
    ('item-title-differs', 'item-title-agrees', replace(OP, r'(?<=sub-item entitled “)\w+ ', 'The ')),
    ('secretary-general', 'secretary-general', replace(BODY, 'Secretary-General', ['Secretary General', 'secretary-general', 'Secretary-general', 'SG'])),
    ('adopted-outside', 'date-window', replace('adopted', r'\d{4}', lambda m, chance: str(int(m[0]) + chance.choice([-4, -2, 2, 4])))),
    ('session-line', 'symbol-session', replace('session', r'\w+-(\w+)', lambda m, chance: chance.choice(['Fifty', 'Ninety']) + '-' + m[1])),
    ('years-turned', 'range-order', replace(BODY, r'\b(20[012]\d)–(20[0123]\d)\b', r'\2–\1')),
    ('years-hyphen', 'year-range', replace(BODY, r'\b((?:19|20)\d\d)–((?:19|20)\d\d)\b', r'\1-\2')),
]
