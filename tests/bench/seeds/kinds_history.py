"""Kinds of errors in what has happened: days of resolutions, years and places of conferences and sessions, anniversaries;
and in the forms of citations, requests and mastheads."""
from seeds.kinds_citations import MONTHS
from seeds.making import BODY, OP, replace

NOTE = 'note'
HTML = ('html',)
DATE = r'\d{1,2} (?:%s) \d{4}' % MONTHS
ITEM = r'\d\d/\d{1,3} of ' + DATE
END = r'(?<=[a-z])(?=[,;]$)'


def other_day(match, chance):
    return '%s%d%s' % (match['before'], int(match['day']) % 27 + chance.choice((1, 2)), match['after'])


def other_ordinal(match, chance):
    return match[1] + {'st': 'th', 'nd': 'th', 'rd': 'th', 'th': 'nd'}[match[2]]


KINDS = [
    ('day-of-resolution', 'res-known-date', replace(BODY, r'(?P<before>(?<=its resolution )\d\d/\d{1,3} of )(?P<day>\d{1,2})(?P<after> (?:%s) \d{4})' % MONTHS, other_day)),
    ('days-exchanged', 'res-known-date res-year', replace(BODY, r'(\d\d/\d+ of )(%s)(,| and) (\d\d/\d+ of )(%s)' % (DATE, DATE), r'\1\5\3 \4\2')),
    ('number-without-stroke', 'res-separator', replace(BODY, r'(?<=resolution )(\d\d)/(\d{3})(?= of)', r'\1\2')),
    ('number-without-session', 'res-sc-year-missing', replace(BODY, r'(?<=its resolution )\d\d/(\d+)(?= of)', r'\1')),
    ('early-session-other', 'res-roman-known', replace(BODY, r'\b(1514|1541|2625|3201|3202) \(([SXVI-]+)\)', r'\1 (\2I)')),
    ('early-session-stroke', 'res-roman-form', replace(BODY, r'(?<=resolution )(1514|1541|2625) \(([XVI]+)\)', r'\1/\2')),
    ('council-stroke-in-list', 'res-separator', replace(BODY, r'(\d{4}) \((20\d\d)\)(?= of)', r'\1/\2')),
    ('council-year-shared', 'res-sc-year-missing', replace(BODY, r'(\d{4}) \(20\d\d\) of %s and (\d{4} \(20\d\d\))' % DATE, r'\1 and \2')),
    ('list-and-twice', 'res-list-form', replace(BODY, r'(%s), (%s) and (?=\d)' % (ITEM, ITEM), r'\1 and \2 and ')),
    ('citation-dated', 'res-citation-form', replace(BODY, r'(?<=its )(resolution \d\d/\d+) of (%s)' % DATE, [r'\1 dated \2', r'\1 of the \2', r'\1 (\2)'])),
    ('organ-possessive', 'res-possessive', replace(BODY, r'\bits (?=resolution \d\d/)', ['the Assembly’s ', 'the General Assembly’s '])),
    ('decision-turned', 'res-decision-number', replace(BODY, r'(?<=decision )(\d\d)/(\d{3})', r'\2/\1')),
    ('years-spaced', 'year-range', replace(BODY, r'(20\d\d)–(20\d\d)', [r'\1 – \2', r'\1 - \2'])),
    ('year-mistyped', 'date-year', replace(BODY, r'(?<=\d (?:June|July) )20(\d)(\d)', [r'20\1', r'200\1\2', r'2\1\2'])),
    ('conference-place', 'conference-place', replace(BODY, r'(?<=, held in )(?:Rio de Janeiro|Copenhagen|Quito|Johannesburg)', ['Geneva', 'Nairobi', 'Cairo'])),
    ('session-of-body', 'body-session-year', replace(BODY, END, [', as agreed at the sixty-seventh session of the Commission on the Status of Women, held in 2022',
                                                         ', following the twenty-sixth session of the Conference of the Parties to the United Nations Framework Convention on Climate Change, held in Glasgow in 2020'])),
    ('anniversary', 'anniversary-year', replace(BODY, END, [', on the occasion of the seventy-fifth anniversary of the United Nations in 2021',
                                                    ', marking the seventieth anniversary of the Universal Declaration of Human Rights in 2019'])),
    ('text-of-another-year', 'instrument-year', replace(BODY, END, [', including the Paris Agreement of 2016', ', and the Addis Ababa Action Agenda adopted in 2014'])),
    ('special-session', 'special-session', replace(BODY, END, [', as set out in its resolution S-27/2 of 10 May 2002, adopted at its twenty-sixth special session'])),
    ('time-of-day', 'time-form', replace(BODY, END, [', at 3 pm on that day', ', at 15h00 on that day'])),
    ('request-without-to', 'request-words', replace(OP, r'(?<=to )(?:submit|report) to the (?=General Assembly at)', ['submit the ', 'report the '])),
    ('request-shall', 'request-shall', replace(OP, r'(?<=Secretary-General )to (?=submit|report|continue)', 'shall ')),
    ('item-known', 'item-title-known', replace(OP, r'(?<=the item entitled “)(Promotion|General|Eradication|Operational)( [^”]*?) (?:and|of|for) ', r'\1\2 or ')),
    ('item-called', 'agenda-words', replace(OP, r'the item entitled (?=“)', ['the agenda item called ', 'the item titled '])),
    ('note-stroke-gone', 'fn-symbol-malformed', replace(NOTE, r'(?<=\()A/(\d\d)/(\d+)(?=\))', [r'A\1/\2', r'A-\1-\2']), HTML),
    ('note-chapter', 'fn-part-form', replace(NOTE, r', chap\. (?=[IVX])', ', Chapter '), HTML),
    ('meeting-ending', 'meeting-ordinal', replace('closing', r'^(\d+)(st|nd|rd|th)(?= plenary)', other_ordinal), HTML),
    ('day-of-adoption', 'adopted-known', replace('adopted', r'(?P<before>on )(?P<day>\d{1,2})(?P<after> \w+ \d{4})', other_day)),
]
