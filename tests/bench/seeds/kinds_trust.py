"""Kinds of errors in what can be looked up: the calendar, names, numbers, references; and slips of the pen."""
import re

from seeds.documents import END_NOTE, NOTE, Paragraph
from seeds.kinds_citations import CITED, DATE, MONTHS
from seeds.making import BODY, OP, PP, SUB, end, neighbours, replace, some, words

HTML = ('html',)
LETTERS = 'abcdefghijklmnopqrstuvwxyz'
WORD = r'(?<= )[a-z]{6,12}(?=[ ,;])'
OLD_NAMES = {'Department of Peace Operations': 'Department of Peacekeeping Operations', 'Türkiye': 'Turkey',
             'Department of Global Communications': 'Department of Public Information', 'Eswatini': 'Swaziland', 'Czechia': 'Czech Republic',
             'Department of Political and Peacebuilding Affairs': 'Department of Political Affairs', 'Cabo Verde': 'Cape Verde'}
STATES = {'Switzerland': 'Swizerland', 'Kazakhstan': 'Kazakstan', 'Philippines': 'Phillipines', 'Morocco': 'Marocco', 'Ethiopia': 'Etiopia',
          'Azerbaijan': 'Azerbaidjan', 'Tajikistan': 'Tadjikistan', 'Romania': 'Rumania', 'Colombia': 'Columbia', 'Indonesia': 'Indonezia',
          'Germany': 'Germeny', 'Portugal': 'Portugual', 'Malaysia': 'Malasia', 'Netherlands': 'Netherland', 'Egypt': 'Egipt'}
TAKEN = {'in accordance with': 'in accordance to', 'with regard to': 'with regards to', 'more than': 'more then', 'rather than': 'rather then',
         'Security Council': 'Security Counsel', 'takes note of': 'takes notes of', 'such as the': 'such a the'}
CAPITALS = {'Sustainable Development Goals': 'sustainable Development Goals', 'Charter of the United Nations': 'charter of the United Nations',
            'Human Rights Council': 'Human rights council', 'Economic and Social Council': 'economic and social council',
            'Universal Declaration of Human Rights': 'Universal declaration of human rights', 'African Union': 'African union', 'World Bank': 'World bank',
            'Paris Agreement': 'Paris agreement', 'Addis Ababa Action Agenda': 'Addis Ababa action agenda'}


def left_out(match, chance):
    at = chance.randrange(1, len(match[0]) - 1)
    return match[0][:at] + match[0][at + 1:]


def put_in(match, chance):
    at = chance.randrange(1, len(match[0]))
    return match[0][:at] + chance.choice(LETTERS) + match[0][at:]


def changed(match, chance):
    at = chance.randrange(1, len(match[0]))
    return match[0][:at] + chance.choice(LETTERS) + match[0][at + 1:]


def places_changed(match, chance):
    at = chance.randrange(1, len(match[0]) - 1)
    return match[0][:at] + match[0][at + 1] + match[0][at] + match[0][at + 2:]


def wrong_weekday(match, chance):
    import datetime
    try:
        day = datetime.date(int(match[3]), MONTHS.split('|').index(match[2]) + 1, int(match[1])).weekday()
    except ValueError:
        return None
    names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    return '%s, %s' % (names[(day + chance.randrange(1, 7)) % 7], match[0])


def later(match, chance):
    return '%s%d' % (match[1], chance.randrange(2031, 2046))


def note_doubled(document, chance):
    notes = document.of('note')
    if not notes:
        return None
    note = chance.choice(notes)
    again = Paragraph('note', note.number, note.words, note.level)
    document.paragraphs.insert(document.paragraphs.index(note) + 1, again)
    return [again, note]


def notes_swapped(document, chance):
    """Two marks changed places: footnotes out of order."""
    places = [(p, [m for m in re.finditer(NOTE + r'(\d+)' + END_NOTE, p.words)]) for p in document.of(*BODY)]
    marks = [(p, m[1]) for p, found in places for m in found]
    if len(marks) < 3:
        return None
    at = chance.randrange(len(marks) - 1)
    (p, one), (q, two) = marks[at], marks[at + 1]
    if one == two or p is q:
        return None
    p.words = p.words.replace(NOTE + one + END_NOTE, NOTE + two + END_NOTE)
    q.words = q.words.replace(NOTE + two + END_NOTE, NOTE + one + END_NOTE)
    notes = [n for n in document.of('note') if n.number in (one, two)]
    return [p, q] + notes


def ordinal_ending(match, chance):
    return match[1] + chance.choice([e for e in ('st', 'nd', 'rd', 'th') if e != match[2]])


def cited_twice(match, chance):
    return '%s, %s' % (match[0], match[0])


KINDS = [
    ('letter-left-out', 'misspelt', replace(BODY, WORD, left_out)),
    ('letter-put-in', 'misspelt', replace(BODY, WORD, put_in)),
    ('letter-changed', 'misspelt', replace(BODY, WORD, changed)),
    ('letters-swapped', 'misspelt', replace(BODY, WORD, places_changed)),
    ('title-misspelt', 'misspelt', replace('title', r'(?<= )[a-z]{7,12}(?= |$)', left_out)),
    ('note-misspelt', 'misspelt', replace('note', r'(?<= )[a-z]{7,12}(?=[ ,.])', left_out), HTML),
    ('weekday-wrong', 'date-weekday', replace(BODY, '(?<=on )' + DATE, wrong_weekday)),
    ('weekday-small', 'weekday-capital', replace(BODY, '(?<=on )' + DATE, r'monday, \1 \2 \3')),
    ('ordinal-ending', 'ordinal-ending', replace(BODY, r'\b(\d{1,3})(st|nd|rd|th)\b', ordinal_ending)),
    ('past-in-future', 'date-future', replace(BODY, r'((?:adopted|held|convened|signed|concluded|issued) [^;,]{0,40}(?:on|from) (?:\d+ to )?\d{1,2} (?:%s) )(\d{4})' % MONTHS, later)),
    ('resolution-future', 'res-date-future', replace(BODY, r'(resolution \d\d/\d+ of \d{1,2} (?:%s) )(\d{4})' % MONTHS, later)),
    ('old-name', 'name-changed', replace(BODY, '|'.join(OLD_NAMES), lambda m, chance: OLD_NAMES[m[0]])),
    ('state-misspelt', 'misspelt country-names', words(STATES)),
    ('words-mistaken', 'mistaken-words', words(TAKEN)),
    ('names-small', 'names-capitals', words(CAPITALS)),
    ('resolution-capital', 'res-small-letter', replace(BODY, r'(?<= )resolution(?= \d)', 'Resolution')),
    ('paragraph-capital', 'para-small-letter', replace(BODY, r'(?<=[a-z] )paragraph(?= \d)', 'Paragraph')),
    ('resolution-no', 'res-number-word', replace(BODY, r'(?<=resolution )(?=\d\d/)', ['No. ', 'no. ', 'number '])),
    ('date-of-gone', 'res-date-of', replace(BODY, r'(resolution \d\d/\d+) of (?=%s)' % DATE, [r'\1 ', r'\1 dated '])),
    ('cited-twice', 'res-twice', replace(BODY, CITED, cited_twice)),
    ('space-gone-figure', 'letters-and-figures', replace(BODY, r'\b(of|on|resolution|paragraph|in) (\d)', r'\1\2')),
    ('calls-on', 'calls-upon', replace(BODY, r'\b([Cc]alls|[Cc]alling) upon\b', r'\1 on')),
    ('dollars', 'currency', replace(BODY, r'(?<![\d.,])(\d[\d.,]*) (million|billion) (?:United States )?dollars', [r'\1 \2 USD', r'USD \1 \2'])),
    ('part-not-there', 'para-part-missing', replace(OP, r'\bparagraph (\d+) above', r'paragraph \1 (x) above')),
    ('paragraph-below', 'para-above-below', replace(OP, r'\bparagraph (\d+) above', r'paragraph \1 below')),
    ('session-and-year', 'session-year', replace(OP, r'(provisional agenda of its [a-z-]+ session)', r'\1, in 2011')),
    ('note-doubled', 'fn-twice fn-order', note_doubled, HTML),
    ('notes-swapped', 'fn-order', notes_swapped, HTML),
    ('nations-letter', 'misspelt nations-name', replace(BODY, 'United Nations', ['United Natios', 'Untied Nations', 'Unted Nations', 'United Nationss'])),
    ('percent-twice', 'percent', replace(BODY, r'(\d) per cent', [r'\1 per-cent', r'\1pc', r'\1 percents'])),
    ('sub-end-colon', 'subpara-end', end(some(SUB, when=lambda d, p: any(a is p for a, _ in neighbours(d, SUB))), ';', [':', '…'])),
    ('once-again', 'once-again', replace((PP, OP), r'^(\W?)(Emphasizes|Stresses|Reaffirms|Recognizes|Notes)\b', lambda m, chance: m[1] + 'Once again ' + m[2].lower())),
]
