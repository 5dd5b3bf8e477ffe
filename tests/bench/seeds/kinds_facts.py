"""Kinds of errors in facts that a text or a table decides: numbers of organs, lists, periods, ranges, names,
references, the Charter, symbols in notes, what is left of a draft."""
from seeds.kinds_citations import MONTHS
from seeds.making import BODY, OP, replace

NOTE = 'note'
HTML = ('html',)
ITEM = r'\d\d/\d{1,3} of \d{1,2} (?:%s) \d{4}' % MONTHS
NEAR_NAMES = [
    ('Convention on the Rights of the Child', ['Convention on the Right of the Child', 'Convention for the Rights of the Child']),
    ('United Nations Educational, Scientific and Cultural Organization', ['United Nations Educational, Cultural and Scientific Organization',
                                                                          'United Nations Education, Scientific and Cultural Organization']),
    ('Advisory Committee on Administrative and Budgetary Questions', ['Advisory Committee on Budgetary and Administrative Questions',
                                                                      'Advisory Committee for Administrative and Budgetary Questions']),
    ('United Nations Office on Drugs and Crime', ['United Nations Office of Drugs and Crime', 'United Nations Office on Drugs and Crimes']),
    ('Human Rights Council', ['Council of Human Rights']),
    ('Commission on the Status of Women', ['Commission for the Status of Women', 'Commission on Status of Women']),
    ('Universal Declaration of Human Rights', ['Universal Declaration on Human Rights']),
    ('United Nations Framework Convention on Climate Change', ['United Nations Framework Convention for Climate Change']),
    ('International Covenant on Civil and Political Rights', ['International Covenant on Political and Civil Rights'])]


def later(match, chance, years=(10, 20)):
    return '%s%d' % (match['before'], int(match['year']) + chance.choice(years))


KINDS = [
    ('council-year-only', 'res-sc-number-year', replace(BODY, r'(?P<before>(?<=resolution )\d{3,4} \()(?P<year>(?:19|20)\d\d)(?=\)(?! of))',
                                     lambda m, c: later(m, c, (-6, 6, 9)))),
    ('council-by-other-organ', 'res-organ', replace(BODY, r'Security Council (resolutions? \d{3,4} \(\d{4}\))',
                                               [r'General Assembly \1', r'Human Rights Council \1'])),
    ('assembly-by-other-organ', 'res-organ', replace(BODY, r'(?<!Council )its (resolution \d\d/\d+ of)', r'Security Council \1')),
    ('early-session-date', 'res-roman-session', replace(BODY, r'(?P<before>\([XVI]+\) of \d+ \w+ )(?P<year>\d{4})', later)),
    ('early-session-small', 'res-roman-form', replace(BODY, r'(resolution \d{3,4}(?: [A-Z])?) \(([XVI]+)\)', [r'\1 \2', r'\1 (25)'])),
    ('number-separated', 'res-separator res-zero', replace(BODY, r'(?<=resolution )(\d\d)/(\d+)(?= of)', [r'\1.\2', r'\1/ \2', r'\1–\2', r'\1/0\2'])),
    ('date-without-of', 'res-of', replace(BODY, r'(resolution \d\d/\d{1,3}) of (?=\d)', [r'\1 on ', r'\1 ', r'\1, '])),
    ('known-date', 'res-known-date', replace(BODY, r'(?<=its resolution 70/1 of )25', ['26', '15', '27'])),
    ('list-without-and', 'res-list-form', replace(BODY, r'(?<=resolutions )(%s) and (%s)(?=,$)' % (ITEM, ITEM), r'\1, \2')),
    ('list-serial-comma', 'res-list-form', replace(BODY, r'(%s, %s) and (?=%s)' % (ITEM, ITEM, ITEM), r'\1, and ')),
    ('list-comma-gone', 'res-list-form', replace(BODY, r'(\d\d/\d{1,3} of \d{1,2} (?:%s) \d{4}), (?=%s)' % (MONTHS, ITEM), r'\1 ')),
    ('council-list-order', 'res-sc-list', replace(BODY, r'(\d{3,4} \(\d{4}\)), (\d{3,4} \(\d{4}\))', r'\2, \1')),
    ('biennium', 'period-length', replace(BODY, r'(?P<before>biennium \d{4}–)(?P<year>\d{4})', lambda m, c: later(m, c, (1, 10)))),
    ('budget-period', 'period-length', replace(BODY, r'(?P<before>1 July \d{4} to 30 June )(?P<year>\d{4})', lambda m, c: later(m, c, (-1, 1)))),
    ('framework-period', 'period-known', replace(BODY, r'(?P<before>Sendai Framework for Disaster Risk Reduction 2015–)(?P<year>\d{4})',
                                         lambda m, c: later(m, c, (5, -10)))),
    ('agenda-year', 'agenda-2030', replace(BODY, '2030 Agenda', ['2035 Agenda', '2003 Agenda', 'Agenda 2030'])),
    ('same-day', 'range-same', replace(BODY, r'from (\d+) to (\d+) (?=%s)' % MONTHS, r'from \1 to \1 ')),
    ('range-words', 'range-words range-in-full', replace(BODY, r'from (\d+) to (\d+) (?=%s)' % MONTHS, r'between \1 to \2 ')),
    ('paragraphs-turned', 'para-range', replace(BODY, r'paragraphs (\d) to (\d\d)', r'paragraphs \2 to \1')),
    ('paragraphs-for-one', 'number-agrees', replace(BODY, r'\bparagraph (\d+)(?= of)', r'paragraphs \1')),
    ('paragraph-for-two', 'number-agrees', replace(BODY, r'\bparagraphs (\d+) and (\d+)(?= of)', r'paragraph \1 and \2')),
    ('goals-counted', 'goal-number', replace(BODY, r'the Sustainable Development Goals', ['the 18 Sustainable Development Goals', 'the 15 Sustainable Development Goals'])),
    ('charter-article', 'charter-article', replace(BODY, r'Charter of the United Nations(?=,)', ['Charter of the United Nations, in particular Article 115'])),
    ('charter-chapter', 'charter-chapter', replace(BODY, r'(?=Charter of the United Nations[,;])', ['Chapter XX of the ', 'chapter VII of the '])),
    ('ordinal-joined', 'ordinal-malformed', replace(BODY, r'\b(\w+)y-(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?= session)', r'\1ieth-\2')),
    ('provisional-agenda', 'agenda-words', replace(OP, r'in the provisional agenda of its', ['on the provisional agenda of its', 'in the provisional agenda for its'])),
    ('session-not-named', 'agenda-words', replace(OP, r'(?<=provisional agenda of its )[a-z-]+ (?=session)', '')),
    ('quotes-twice', 'quotes-twice', replace(OP, r'”(?=[,;.])', '””')),
    ('open-symbol', 'leftover-signs', replace(BODY, r'(?<=[a-z])(?=[,;]$)', [', as contained in document A/78/…', ' on XX December 2025', ' [ ]', ' ??'])),
    ('note-to-oneself', 'leftover-note', replace(BODY, r'(?<=[a-z])(?=[,;]$)', [' (agreed ad ref)', ' (new)', ' (EU proposal)'])),
    ('note-symbol', 'fn-symbol-malformed', replace(NOTE, r'^A/(\d\d)/(\d+)', [r'A/\1-\2', r'A\1/\2', r'a/\1/\2']), HTML),
    ('note-supplement', 'fn-records-session fn-words', replace(NOTE, r'Supplement No\. (\d+) \(', [r'Supplement No. 1\1 (', r'Supplement no. \1 (']), HTML),
    ('note-treaty', 'fn-treaty-form', replace(NOTE, r'vol\. (\d+), No\.', [r'vol \1, No.', r'vol. \1, no.']), HTML),
] + [('name-nearly-%d' % (at + 1), 'names-nearly', replace(BODY, name, forms)) for at, (name, forms) in enumerate(NEAR_NAMES)]
