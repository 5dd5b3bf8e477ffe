"""Kinds of errors of form and of fact that editors meet in drafts: what stands at the ends of things, in numbers, symbols,
dates, notes and in the masthead; tables for seeded.py."""
import re

from seeds.documents import END_NOTE, ITALIC, NOTE, ROMAN, Paragraph
from seeds.making import BODY, OP, PP, SUB, end, following, neighbours, number, replace, some

HTML = ('html',)
TEXT = ('txt',)
NOTED = '%s([^%s]*)%s' % (NOTE, END_NOTE, END_NOTE)
MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
DATE = r'\b(\d{1,2}) (%s) ((?:19|20)\d\d)\b' % MONTH
GA = r'\b([4-7]\d)/(\d{1,3})\b(?= of \d)'
ORDINAL = r'(?:fort|fift|sixt|sevent|eight|ninet)(?:ieth|y-[a-z]+)'
HEAD = ('nations', 'symbol', 'organ', 'distribution', 'date', 'original', 'session', 'agenda-item', 'item-title',
        'adopted', 'source', 'title', 'committee', 'sponsors')


def opening(kind, old, new):
    """Another opening phrase, in italics as the old one was."""
    return replace(kind, r'^%s?(?:%s)\b' % (ITALIC, old),
                   lambda match, chance: (ITALIC if match[0][0] == ITALIC else '') + (chance.choice(new) if isinstance(new, list) else new))


def add_at_end(kinds, new):
    """Words behind the mark that ends a paragraph."""
    return replace(kinds, r'(?<=[,;.])((?:%s)*)$' % NOTED, lambda match, chance: match[0] + ' ' + chance.choice(new))


def line(kind, pattern, new):
    return replace(kind, pattern, new)


def line_lost(kind):
    """A line of the masthead is missing: what is found may stand at any of them."""
    def make(document, chance):
        lines = [p for p in document.of(kind) if p is not document.of('organ')[-1]] if kind == 'organ' else document.of(kind)
        if not lines:
            return None
        document.paragraphs.remove(lines[0])
        return [p for p in document.paragraphs if p.kind in HEAD]
    return make


def with_symbol(make):
    """What is wrong in the number before the title is told at the symbol."""
    def both(document, chance):
        touched = make(document, chance)
        return touched and touched + document.of('symbol')
    return both


def year_moved(match, chance):
    return match[0][:-4] + str(int(match[3]) + chance.choice([-2, -1, 1, 2, -10, 10]))


def session_moved(match, chance):
    return '%d/%s' % (int(match[1]) + chance.choice([-3, -2, 2, 3]), match[2])


def mark_moved(document, chance):
    """Two marks of notes change places."""
    places = [p for p in document.of(*BODY) if len(re.findall(NOTED, p.words)) == 2]
    if not places:
        return None
    p = chance.choice(places)
    one, two = re.findall(NOTED, p.words)
    if one == two or one == '*' or two == '*':
        return None
    turn = iter([two, one])
    p.words = re.sub(NOTED, lambda match: NOTE + next(turn) + END_NOTE, p.words)
    return [p] + document.of('note')


def mark_unknown(match, chance):
    return NOTE + '77' + END_NOTE


def mark_dropped(document, chance):
    """A note that no mark mentions."""
    places = [(p, m) for p in document.of(*BODY) for m in re.finditer(NOTED, p.words)]
    if not places:
        return None
    p, m = chance.choice(places)
    mark = m[1]
    if sum(NOTE + mark + END_NOTE in q.words for q in document.of(*BODY)) > 1:
        return None
    p.words = p.words[:m.start()] + p.words[m.end():]
    return [p] + document.of('note')


def swapped(kind):
    def make(document, chance):
        pairs = [(a, b) for a, b in neighbours(document, kind) if a.number and b.number]
        if not pairs:
            return None
        a, b = chance.choice(pairs)
        i = document.paragraphs.index(a)
        document.paragraphs[i], document.paragraphs[i + 1] = b, a
        return [b, a]
    return make


def joined(kind, between):
    """A paragraph runs on into the next one."""
    def make(document, chance):
        pairs = neighbours(document, kind)
        if not pairs:
            return None
        a, b = chance.choice(pairs)
        a.words = re.sub(r'[,;](?=(?:%s)*$)' % NOTED, '', a.words) + between + b.words
        document.paragraphs.remove(b)
        return [a] + following(document, a)
    return make


def split(kind):
    """A paragraph is broken in two in the middle of a sentence."""
    def make(document, chance):
        places = [p for p in document.of(kind) if len(p.words) > 200 and NOTE not in p.words]
        if not places:
            return None
        p = chance.choice(places)
        at = p.words.find(' ', len(p.words) // 2)
        rest = Paragraph(p.kind, '', p.words[at + 1:], p.level)
        p.words = p.words[:at]
        document.paragraphs.insert(document.paragraphs.index(p) + 1, rest)
        return [p, rest]
    return make


def moved_behind(document, chance):
    """A preambular paragraph between the operative ones."""
    pps, ops = document.of(PP), document.of(OP)
    if len(pps) < 3 or len(ops) < 3:
        return None
    p = chance.choice(pps[1:])
    document.paragraphs.remove(p)
    document.paragraphs.insert(document.paragraphs.index(ops[1]) + 1, p)
    return [p]


def added(kind, texts):
    """A new paragraph of that kind in front of the last one but one."""
    def make(document, chance):
        found = document.of(kind)
        if len(found) < 3:
            return None
        at = document.paragraphs.index(found[1])
        p = Paragraph(kind, '', chance.choice(texts))
        document.paragraphs.insert(at, p)
        return [p]
    return make


def heading_put_in(texts):
    def make(document, chance):
        found = document.of(OP)
        if len(found) < 4:
            return None
        at = document.paragraphs.index(chance.choice(found[1:-1]))
        p = Paragraph('heading', '', chance.choice(texts))
        document.paragraphs.insert(at, p)
        return [p]
    return make


def last(kind, pattern, new):
    """In the last paragraph of a kind."""
    def make(document, chance):
        found = document.of(kind)[-1:]
        match = found and re.search(pattern, found[0].words)
        if not match:
            return None
        p = found[0]
        made = new(match, chance) if callable(new) else match.expand(chance.choice(new) if isinstance(new, list) else new)
        if made == match[0]:
            return None
        p.words = p.words[:match.start()] + made + p.words[match.end():]
        return [p]
    return make


def sub_letter(change):
    return number(lambda document: [p for p in document.of(SUB) if re.match(r'\([b-y]\)$', p.number)],
                  lambda p, chance: change(p.number[1]))


def states_changed(change):
    def make(document, chance):
        for p in document.of('sponsors'):
            names, colon, rest = p.words.partition(':')
            states = [s for s in re.split(', | and ', names) if s]
            if colon and len(states) > 2:
                made = change(states, chance)
                if made and made != names:
                    p.words = made + colon + rest
                    return [p]
        return None
    return make


def listed(states):
    return ', '.join(states[:-1]) + ' and ' + states[-1]


def two_turned(states, chance):
    at = chance.randrange(len(states) - 1)
    states[at], states[at + 1] = states[at + 1], states[at]
    return listed(states)


CARDINALS = {'two': '2', 'three': '3', 'four': '4', 'five': '5', 'six': '6', 'seven': '7', 'eight': '8', 'nine': '9'}
FULL = {'United Nations Development Programme': 'UNDP', 'United Nations Environment Programme': 'UNEP', 'World Health Organization': 'WHO',
        'United Nations Children’s Fund': 'UNICEF', 'Economic and Social Council': 'ECOSOC', 'General Assembly': 'UNGA',
        'Human Rights Council': 'HRC', 'Security Council': 'UNSC', 'International Criminal Court': 'ICC', 'International Monetary Fund': 'IMF',
        'Sustainable Development Goals': 'SDGs', 'International Atomic Energy Agency': 'IAEA', 'non-governmental organizations': 'NGOs',
        'official development assistance': 'ODA', 'least developed countries': 'LDCs', 'small island developing States': 'SIDS',
        'World Trade Organization': 'WTO', 'International Labour Organization': 'ILO', 'European Union': 'EU', 'African Union': 'AU'}
BODIES = {'Economic and Social Council': ['Economic and Social Committee', 'Social and Economic Council', 'Economic & Social Council'],
          'Security Council': ['Security Committee', 'Council of Security'], 'Human Rights Council': ['Human Rights Commission', 'Council of Human Rights', 'Human Right Council'],
          'General Assembly': ['General Assemby', 'Assembly General', 'General Assembly Assembly'], 'Secretary-General': ['Secretary General', 'General Secretary', 'Secretary-general'],
          'High Commissioner for Human Rights': ['High Commissioner of Human Rights', 'High Commissioner on Human Rights'],
          'High Commissioner for Refugees': ['High Commissioner of Refugees', 'High Commission for Refugees'],
          'International Law Commission': ['International Law Committee', 'Commission on International Law'],
          'International Court of Justice': ['International Court for Justice', 'International Justice Court'],
          'Fifth Committee': ['Fifth Commission'], 'United Nations Development Programme': ['United Nations Programme for Development', 'United Nations Development Program'],
          'World Health Organization': ['World Heath Organization', 'World Health Organisation'], 'United Nations Environment Programme': ['United Nations Environmental Programme'],
          'Office for the Coordination of Humanitarian Affairs': ['Office for Coordination of Humanitarian Affairs', 'Office of the Coordination of Humanitarian Affairs'],
          'United Nations Office on Drugs and Crime': ['United Nations Office for Drugs and Crime', 'United Nations Office on Drug and Crime'],
          'Office of the United Nations High Commissioner': ['Office of United Nations High Commissioner'], 'Food and Agriculture Organization': ['Food and Agricultural Organization'],
          'International Atomic Energy Agency': ['International Agency for Atomic Energy'], 'Under-Secretary-General': ['Under Secretary-General', 'Undersecretary-General'],
          'World Trade Organization': ['World Trade Organisation', 'Word Trade Organization'], 'European Union': ['European union']}
TREATIES = {'Convention on the Rights of the Child': ['Convention on the Rights of Child', 'Convention of the Rights of the Child'],
            'Convention on the Law of the Sea': ['Convention of the Law of the Sea', 'Convention on the Law of Sea'],
            'International Covenant on Civil and Political Rights': ['International Convention on Civil and Political Rights', 'International Covenant on Political and Civil Rights'],
            'International Covenant on Economic, Social and Cultural Rights': ['International Covenant on Economic and Social Rights', 'International Covenant on Social, Economic and Cultural Rights'],
            'Universal Declaration of Human Rights': ['Universal Declaration on Human Rights', 'Declaration of Human Rights'],
            'Convention on the Elimination of All Forms of Discrimination against Women': ['Convention on the Elimination of Discrimination against Women',
                                                                                             'Convention on the Elimination of All Forms of Discrimination Against Women'],
            'Convention on Biological Diversity': ['Convention on Biodiversity', 'Convention of Biological Diversity'],
            'United Nations Framework Convention on Climate Change': ['United Nations Framework Convention for Climate Change', 'United Nations Convention on Climate Change'],
            'Convention on the Rights of Persons with Disabilities': ['Convention on the Rights of Disabled Persons', 'Convention on the Rights of People with Disabilities'],
            'Treaty on the Non-Proliferation of Nuclear Weapons': ['Treaty on Non-Proliferation of Nuclear Weapons', 'Treaty on the Nonproliferation of Nuclear Weapons'],
            'Paris Agreement': ['Paris Accord', 'Paris agreement'], 'Sendai Framework for Disaster Risk Reduction': ['Sendai Framework on Disaster Risk Reduction'],
            'Addis Ababa Action Agenda': ['Addis Abeba Action Agenda', 'Addis Ababa Agenda'], 'Beijing Declaration and Platform for Action': ['Beijing Declaration and Platform of Action'],
            'Vienna Declaration and Programme of Action': ['Vienna Declaration and Program of Action', 'Vienna Declaration and Programme for Action'],
            'Geneva Conventions': ['Geneva conventions'], 'Durban Declaration and Programme of Action': ['Durban Declaration and Plan of Action']}
COUNTRIES = {'Iran (Islamic Republic of)': ['Iran', 'Islamic Republic of Iran'], 'Russian Federation': ['Russia'], 'Republic of Korea': ['South Korea'],
             'Syrian Arab Republic': ['Syria', 'Syrian Republic'], 'United States of America': ['USA', 'United States'], 'Viet Nam': ['Vietnam'],
             'Lao People’s Democratic Republic': ['Laos'], 'United Republic of Tanzania': ['Tanzania'], 'Republic of Moldova': ['Moldova'],
             'Côte d’Ivoire': ['Ivory Coast', 'Cote d’Ivoire'], 'Türkiye': ['Turkey', 'Turkiye'], 'Kyrgyzstan': ['Kyrgyz Republic', 'Kirgizstan'],
             'Bolivia (Plurinational State of)': ['Bolivia'], 'Venezuela (Bolivarian Republic of)': ['Venezuela'], 'Netherlands': ['Holland'],
             'Democratic People’s Republic of Korea': ['North Korea'], 'Kazakhstan': ['Kazakstan'], 'North Macedonia': ['Macedonia'], 'Czechia': ['Czech Republic']}


def of_table(table, kinds=BODY):
    return replace(kinds, r'\b(?:%s)(?!\w)' % '|'.join(map(re.escape, sorted(table, key=len, reverse=True))),
                   lambda match, chance: chance.choice(table[match[0]]) if isinstance(table[match[0]], list) else table[match[0]])


def digits_turned(match, chance):
    digits = match[1]
    pairs = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    if not pairs:
        return None
    i = chance.choice(pairs)
    return match[0].replace(digits, digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:], 1)


ITEM = r'provisional agenda of its (%s) session' % ORDINAL
KINDS = [
    # what ends a paragraph and stands in it
    ('fm-serial-comma', 'no-serial-comma', replace(BODY, r'(?<=[a-z], )([a-z]+) and ([a-z]+)(?=[,;])', r'\1, and \2')),
    ('fm-serial-comma-longer', 'no-serial-comma', replace(BODY, r'(?<=[a-z], )([a-z]+ [a-z]+) and (?=[a-z]+ [a-z]+[,;])', r'\1, and ')),
    ('fm-pp-stop', 'pre-end-comma', end(some(PP), ',', '.')),
    ('fm-pp-none', 'pre-end-comma', end(some(PP), ',', '')),
    ('fm-pp-semicolon', 'pre-end-comma', end(some(PP), ',', ';')),
    ('fm-pp-and', 'pre-end-comma', end(some(PP), ',', ', and')),
    ('fm-last-pp-stop', 'pre-end-comma', end(some(PP, -1), ',', ['.', ':', ';'])),
    ('fm-op-comma', 'op-end-semicolon', end(some(OP), ';', ',')),
    ('fm-op-colon', 'op-colon', end(some(OP), ';', ':')),
    ('fm-op-and', 'op-end-semicolon', end(some(OP), ';', '; and')),
    ('fm-last-op-none', 'op-last-period', end(some(OP, -1), r'\.', ['', ';', ','])),
    ('fm-sub-comma', 'subpara-end', end(some(SUB), ';', [',', '.', ''])),
    ('fm-sub-and', 'subpara-no-and', end(some(SUB), ';', ['; and', ', and', '; or'])),
    ('fm-colon-lost', 'op-colon', end(some(OP), ':', [';', ',', '.', ''])),
    ('fm-stop-inside', 'stop-inside', replace(BODY, r'(?<=[a-z]), (and|which|as well as|in order|with|including) ', r'. \1 ')),
    ('fm-stop-inside-capital', 'one-sentence', replace(BODY, r'(?<=[a-z]), (and|which|as well as|in order to|including) ',
                                                      lambda match, chance: '. ' + match[1].capitalize() + ' ')),
    ('fm-stop-for-comma', 'stop-inside', replace(PP, r'(?<=[a-z]), (?=[a-z]+ing )', '. ')),
    ('fm-semicolon-in-pp', '', replace(PP, r'(?<=[a-z]), (?=and [a-z]+ing )', '; ')),
    ('fm-colon-for-comma', '', replace(BODY, r'(?<=[a-z]), (?=(?:and|which|as well as|in particular) )', ': ')),
    ('fm-comma-before-verb', '', replace(OP, r'(?<=the Secretary-General) (?=to [a-z]+)', ', ')),
    ('fm-comma-in-name', '', replace(BODY, r'(?<=the United) (?=Nations)', ', ')),
    ('fm-comma-before-that', 'comma-misplaced', replace(BODY, r'^(%s?\w+%s?) that ' % (ITALIC, ROMAN), r'\1, that ')),
    ('fm-comma-behind-opening', 'opening-comma', replace(OP, r'^(%s?(?:Requests|Urges|Invites|Encourages|Welcomes)%s?) ' % (ITALIC, ROMAN), r'\1, ')),
    ('fm-parenthetic-comma', '', replace(BODY, r', (as appropriate|inter alia|in this regard|where appropriate|in particular|upon request), ', [r' \1, ', r', \1 '])),
    ('fm-ellipsis', '', replace(BODY, r'(?<=[a-z]), (?=and )', '... ')),
    ('fm-exclamation', '', end(some(BODY[1]), ';', '!')),
    ('fm-question', '', end(some(PP), ',', '?')),
    ('fm-dash-end', '', end(some(OP), ';', [' –', ' -'])),
    # openings and the order of things
    ('fm-unknown-op', 'known-op-phrase', opening(OP, 'Requests|Urges|Invites|Encourages|Welcomes|Notes|Emphasizes', ['Says', 'Wants', 'Insists', 'Believes', 'Asks', 'Thanks', 'Orders', 'Hopes', 'Tells'])),
    ('fm-unknown-pp', 'known-pre-phrase', opening(PP, 'Recalling|Noting|Recognizing|Emphasizing|Reaffirming', ['Remembering', 'Thinking', 'Saying', 'Knowing', 'Hoping', 'Feeling', 'Looking'])),
    ('fm-plain-op', 'op-open-form', replace(OP, r'^(%s?)(Request|Urge|Invite|Encourage|Welcome|Note|Emphasize|Call)s\b' % ITALIC, r'\1\2')),
    ('fm-should-op', 'op-open-form', replace(OP, r'^(%s?)(Requests|Urges|Invites|Encourages)\b' % ITALIC, [r'\1Shall request', r'\1Hereby requests', r'\1It requests', r'\1We request', r'\1The General Assembly requests'])),
    ('fm-noun-op', 'op-open-form', replace(OP, r'^%s?(?:Requests|Urges|Invites|Encourages)%s? the ' % (ITALIC, ROMAN), 'The ')),
    ('fm-noun-pp', 'pre-open-form', replace(PP, r'^%s?(?:Recalling|Noting|Recognizing|Emphasizing|Reaffirming)%s? the ' % (ITALIC, ROMAN), 'The ')),
    ('fm-misspelt-op', 'known-op-phrase', opening(OP, 'Requests|Encourages|Welcomes|Emphasizes|Reaffirms', ['Resquests', 'Encourage s', 'Wellcomes', 'Emphazises', 'Reafirms', 'Recomends'])),
    ('fm-misspelt-pp', 'known-pre-phrase', opening(PP, 'Recalling|Recognizing|Emphasizing|Reaffirming|Noting', ['Recaling', 'Recognising', 'Emphasing', 'Reafirming', 'Nothing', 'Acknowleding'])),
    ('fm-pp-numbered', 'order-parts', number(some(PP, 0), lambda p, chance: '1.')),
    ('fm-first-op-participle', 'tense-crossover', replace(OP, r'^(%s?)(Recall|Reaffirm|Not|Welcom|Emphasiz|Recogniz|Request|Stress|Acknowledg)(?:s|es)\b' % ITALIC, r'\1\2ing')),
    ('fm-pp-moved', 'order-parts', moved_behind),
    ('fm-ops-swapped', 'op-numbered', swapped(OP)),
    ('fm-subs-swapped', 'subpara-seq', swapped(SUB)),
    ('fm-pps-joined', '', joined(PP, ' ')),
    ('fm-ops-joined', '', joined(OP, ' ')),
    ('fm-ops-joined-stop', '', joined(OP, '; ')),
    ('fm-pp-split', '', split(PP)),
    ('fm-op-split', '', split(OP)),
    ('fm-op-number-form', 'op-numbered', number(some(OP), lambda p, chance: chance.choice([p.number[:-1] + ')', '(' + p.number[:-1] + ')', p.number[:-1], p.number[:-1] + ':', 'OP' + p.number[:-1]]))),
    ('fm-op-letter', 'op-numbered', number(some(OP), lambda p, chance: p.number[:-1] + chance.choice(['a.', 'A.', ' bis.', '.1']))),
    ('fm-op-roman', 'op-numbered', number(some(OP), lambda p, chance: {'2.': 'II.', '3.': 'III.', '4.': 'IV.'}.get(p.number))),
    ('fm-sub-twice', 'subpara-seq', sub_letter(lambda letter: '(%s)' % chr(ord(letter) - 1))),
    ('fm-sub-gap', 'subpara-seq', sub_letter(lambda letter: '(%s)' % chr(ord(letter) + 1))),
    ('fm-sub-capital', 'subpara-levels', sub_letter(lambda letter: '(%s)' % letter.upper())),
    ('fm-sub-number', 'subpara-levels', sub_letter(lambda letter: '(%d)' % (ord(letter) - 96))),
    ('fm-sub-stop', 'subpara-levels', sub_letter(lambda letter: '%s.' % letter)),
    ('fm-sub-half', 'subpara-levels', sub_letter(lambda letter: '%s)' % letter)),
    ('fm-sub-small', 'subpara-capital', replace(SUB, r'^([A-Z])(?=[a-z])', lambda match, chance: match[1].lower())),
    ('fm-heading-stop', 'head-style', replace('heading', r'(?<=[a-z])$', ['.', ':', ';'])),
    ('fm-heading-odd', '', heading_put_in(['Operative paragraphs', 'OPERATIVE PART', 'Conclusion.', 'Recommendations:'])),
    ('fm-title-stop', 'title-plain', replace('title', r'(?<=[a-z])$', ['.', ';', ','])),
    ('fm-title-capitals', 'title-case', replace('title', r'(?<=[a-z] )(of|and|in|for|the) ([a-z])', lambda match, chance: match[1] + ' ' + match[2].upper())),
    ('fm-title-upper', 'title-capitals', replace('title', r'(?<=\. ).{12,}$', lambda match, chance: match[0].upper())),
    ('fm-title-short', 'title-in-full', replace('title', r'United Nations', 'UN')),
    ('fm-title-quoted', 'title-plain', replace('title', r'(?<=\d\. )(.{12,})$', '“\\1”')),
    ('fm-title-number', 'number-symbol', with_symbol(replace('title', r'^(\d+)/(\d+)', lambda match, chance: '%s/%d' % (match[1], int(match[2]) + 1))), HTML),
    ('fm-title-number-stop', 'title-number', replace('title', r'^(\d+/\d+)\. ', r'\1 ')),
    # the masthead
    ('fm-symbol-form', 'symbol-form', line('symbol', r'^A/RES/(\d+)/(\d+)$', [r'A/Res/\1/\2', r'A/RES/\1-\2', r'A/\1/RES/\2', r'A/RES \1/\2', r'RES/\1/\2', r'A.RES.\1.\2'])),
    ('fm-symbol-session', 'symbol-session', line('symbol', r'^A/RES/(\d+)/', lambda match, chance: 'A/RES/%d/' % (int(match[1]) + chance.choice([-1, 1, 10])))),
    ('fm-symbol-number', 'number-symbol', line('symbol', r'(?<=/)(\d+)$', lambda match, chance: str(int(match[1]) + chance.choice([1, 10]))), HTML),
    ('fm-session-line', 'session-line', line('session', r'^(\w+?)-(\w+) session', [r'\1 \2 session', r'\1-\2 Session', r'\1-\2', r'\1-\2 regular session'])),
    ('fm-session-figure', 'session-line', line('session', r'^.*$', ['78th session', 'Session 78', '78th Session'])),
    ('fm-agenda-form', 'agenda-line', line('agenda-item', r'^Agenda item (\d+)', [r'Agenda Item \1', r'Item \1', r'Agenda item: \1', r'agenda item \1', r'Agenda items \1', r'Agenda item no. \1'])),
    ('fm-agenda-letter', 'agenda-line', line('agenda-item', r'^Agenda item (\d+) \(([a-z])\)', [r'Agenda item \1(\2)', r'Agenda item \1 \2', r'Agenda item \1 \2)', r'Agenda item \1.\2', r'Agenda item (\1) (\2)'])),
    ('fm-agenda-number-lost', 'agenda-line', line('agenda-item', r' \d+(?: \([a-z]\))?$', '')),
    ('fm-agenda-high', 'agenda-number', line('agenda-item', r'(?<= )\d+', lambda match, chance: str(int(match[0]) + 300))),
    ('fm-item-title-stop', 'item-title-colon', line('item-title', r'(?<=[a-z])$', ['.', ',', ';'])),
    ('fm-item-title-colon', 'item-title-colon', line('item-title', r': ([a-z])', lambda match, chance: chance.choice([' – ' + match[1], ': ' + match[1].upper(), ' : ' + match[1], ':' + match[1]]))),
    ('fm-distr', 'distr', line('distribution', r'Distr\.: General', ['Distr. General', 'Distr.: Limited', 'Distr: General', 'Distribution: General', 'Distr.: general', 'Distr.: Restricted'])),
    ('fm-date-line', 'date-window', line('date', r'(\d{4})$', lambda match, chance: str(int(match[1]) + chance.choice([-2, 2, 3])))),
    ('fm-date-line-form', 'date-form', line('date', r'^(\d+) (\w+) (\d{4})$', [r'\2 \1, \3', r'\1. \2 \3', r'\1th \2 \3', r'\1 \2, \3', r'\1/11/\3'])),
    ('fm-adopted-year', 'adopted-known', line('adopted', r'(\d{4})$', lambda match, chance: str(int(match[1]) + chance.choice([-1, 1, 10])))),
    ('fm-adopted-day', '', line('adopted', r'on (\d+) ', lambda match, chance: 'on %d ' % (int(match[1]) % 27 + 1))),
    ('fm-adopted-impossible', 'date-calendar', line('adopted', r'on \d+ \w+', ['on 31 November', 'on 30 February', 'on 32 December'])),
    ('fm-adopted-words', '', line('adopted', r'^Resolution adopted by the General Assembly', ['Resolution adopted by General Assembly', 'Resolution adopted by the Assembly', 'Resolutions adopted by the General Assembly',
                                                                                         'Resolution passed by the General Assembly', 'Resolution adopted by the Security Council', 'Resolution adopted by the General Assembly,'])),
    ('fm-adopted-lost', '', line_lost('adopted')),
    ('fm-source-lost', '', line_lost('source')),
    ('fm-session-lost', '', line_lost('session')),
    ('fm-agenda-lost', '', line_lost('agenda-item')),
    ('fm-symbol-lost', '', line_lost('symbol')),
    ('fm-title-lost', 'title-present', line_lost('title')),
    ('fm-distr-lost', '', line_lost('distribution')),
    ('fm-source-form', 'source-form', line('source', r'^\[on the report of the (\w+) Committee \(', [r'[on the report of \1 Committee (', r'[on the report of the \1 Committee, (', r'[On the report of the \1 Committee (', r'on the report of the \1 Committee (', r'[on report of the \1 Committee ('])),
    ('fm-source-ref', 'source-form', line('source', r'^\[without reference to a Main Committee', ['[without reference to the Main Committee', '[without reference to Main Committee', 'without reference to a Main Committee', '[with reference to a Main Committee'])),
    ('fm-source-committee', '', line('source', r'the (First|Second|Third|Fourth|Fifth|Sixth) Committee', ['the Seventh Committee', 'the Third Commission', 'the Main Committee'])),
    ('fm-source-session', 'source-session', line('source', r'\(A/(\d+)/', lambda match, chance: '(A/%d/' % (int(match[1]) - chance.choice([1, 2, -1])))),
    ('fm-source-symbol', 'source-form', line('source', r'A/(\d+)/(L\.)?(\d+)', [r'A/\1/\2\3/', r'A\1/\2\3', r'A/\1\2\3', r'A-\1/\2\3'])),
    ('fm-source-bracket', 'unbalanced-brackets', line('source', r'\)\]$', [')', ']', '', ')].'])),
    ('fm-organ-form', 'opener-organ', line('organ', r'The General Assembly', ['General Assembly', 'The General assembly', 'The Assembly', 'The United Nations General Assembly', 'The general Assembly', 'The Security Council'])),
    ('fm-organ-comma', 'opener-comma', line('organ', r',$', ['', '.', ':', ';'])),
    ('fm-meeting-ordinal', 'meeting-ordinal', line('closing', r'^(\d+)(?:st|nd|rd|th) plenary meeting', [r'\1 plenary meeting', r'\1xx plenary meeting', r'\1. plenary meeting', r'\1th Plenary Meeting'])),
    ('fm-meeting-word', '', line('closing', r'plenary meeting', ['plenary session', 'plenary', 'Plenary meeting', 'plenary meetings'])),
    ('fm-closing-year', 'closing-date', line('closing', r'(\d{4})$', lambda match, chance: str(int(match[1]) + chance.choice([-1, 1])))),
    ('fm-closing-day', 'closing-date', line('closing', r'^(\d+) ', lambda match, chance: '%d ' % (int(match[1]) % 27 + 1))),
    # resolutions that are cited
    ('fm-res-year', 'res-date-agrees', replace(BODY, r'(?<=[4-7]\d/\d{2} of )' + DATE, year_moved)),
    ('fm-res-session', 'res-number-agrees', replace(BODY, GA, session_moved)),
    ('fm-res-digits', 'adopted-known', replace(BODY, r'\b[4-7]\d/(\d{2,3})\b(?= of \d)', digits_turned)),
    ('fm-res-day', 'adopted-known', replace(BODY, r'(?<=[4-7]\d/\d{2} of )(\d+)(?= )', lambda match, chance: str(int(match[1]) % 28 + 1))),
    ('fm-res-month', 'adopted-known', replace(BODY, r'(?<=[4-7]\d/\d{2} of )(\d+) December', [r'\1 November', r'\1 October', r'\1 June'])),
    ('fm-res-symbol', 'res-short-number', replace(BODY, r'resolution ([4-7]\d/\d+)', [r'resolution A/RES/\1', r'A/RES/\1', r'resolution A/\1', r'resolution RES/\1', r'resolution GA/\1'])),
    ('fm-res-separator', 'res-separator', replace(BODY, r'resolution ([4-7]\d)/(\d+)', [r'resolution \1-\2', r'resolution \1.\2', r'resolution \1 / \2', r'resolution \1/ \2', r'resolution \1\\\2', r'resolution \1|\2', r'resolution \1, \2'])),
    ('fm-res-no', 'res-number-word', replace(BODY, r'resolution ([4-7]\d/\d+)', [r'resolution No. \1', r'resolution no. \1', r'resolution number \1', r'resolution (\1)', r'resolution #\1', r'res. \1', r'Resolution \1', r'resolutions \1'])),
    ('fm-res-date-form', 'res-of', replace(BODY, r'([4-7]\d/\d+) of (%s)' % DATE, [r'\1 dated \2', r'\1 on \2', r'\1, \2', r'\1 (\2)', r'\1 \2', r'\1 from \2', r'\1, of \2', r'\1 adopted \2'])),
    ('fm-res-dates-lost', 'res-date', replace(BODY, r'(its resolution [4-7]\d/\d+) of %s' % DATE, r'\1')),
    ('fm-res-singular', 'res-list-form', replace(BODY, r'resolutions (?=[4-7]\d/\d+ of [^,]+, [4-7]\d/)', 'resolution ')),
    ('fm-res-sc-year', 'res-sc-year', replace(BODY, r'(?<=\d )\(((?:19|20)\d\d)\)', lambda match, chance: '(%d)' % (int(match[1]) + chance.choice([-1, 1, 2])))),
    ('fm-res-sc-form', 'res-sc-form', replace(BODY, r'(?<=resolution )(\d{3,4}) \(((?:19|20)\d\d)\)', [r'\1/\2', r'\1', r'\1(\2)', r'\1, \2', r'\1 of \2', r'\1-\2', r'S/RES/\1 (\2)', r'\1 [\2]'])),
    ('fm-res-sc-digits', '', replace(BODY, r'\b(\d{4}) \((?:19|20)\d\d\)', digits_turned)),
    ('fm-res-organ', 'res-organ', replace(BODY, r'\bSecurity Council resolution (?=\d+ \()', ['its resolution ', 'General Assembly resolution ', 'Human Rights Council resolution '])),
    ('fm-res-hrc', '', replace(BODY, r'\bHuman Rights Council resolution (\d+)/(\d+)', [r'its resolution \1/\2', r'Human Rights Council resolution \1-\2', r'Human Rights Council resolution A/HRC/RES/\1/\2', r'Security Council resolution \1/\2'])),
    ('fm-res-roman', 'res-roman-form', replace(BODY, r'\b(\d{2,4}) ?([A-Z])? \(([IVXL]+)\)', [r'\1 (\3a)', r'\1-\3', r'\1/\3', r'\1 [\3]', r'\1(\3)'])),
    ('fm-res-ecosoc', 'res-ecosoc-form', replace(BODY, r'\b((?:19|20)\d\d)/(\d{1,3})\b(?= of)', [r'\1-\2', r'E/\1/\2', r'\2/\1', r'\1.\2', r'\1 / \2'])),
    ('fm-res-order', 'res-chronological', replace(BODY, r'([4-7]\d/\d+ of %s), ([4-7]\d/\d+ of %s)' % (DATE, DATE), r'\5, \1')),
    ('fm-res-twice', 'res-twice', replace(BODY, r'([4-7]\d/\d+ of %s), ([4-7]\d/\d+ of %s)' % (DATE, DATE), r'\1, \1')),
    ('fm-res-its', 'res-its', replace(BODY, r'\bits resolution', ['the resolution', 'their resolution', 'it resolution', 'General Assembly resolution', 'our resolution'])),
    ('fm-res-present', 'res-present', replace(BODY, r'\bthe present resolution', ['this resolution', 'the current resolution', 'this present resolution', 'the present Resolution', 'the present draft resolution', 'present resolution', 'the resolution'])),
    ('fm-res-para-of', 'para-small-letter', replace(BODY, r'\bparagraph (\d+) of ', [r'Paragraph \1 of ', r'para. \1 of ', r'paragraphs \1 of ', r'paragraph no. \1 of ', r'para \1 of ', r'operative paragraph \1 of ', r'OP\1 of ', r'§ \1 of '])),
    # dates
    ('fm-date-impossible', 'date-calendar', replace(BODY, DATE, [r'31 June \3', r'30 February \3', r'31 September \3', r'32 \2 \3', r'0 \2 \3', r'29 February 2015'])),
    ('fm-date-american', 'date-form', replace(BODY, DATE, [r'\2 \1, \3', r'\2 \1 \3', r'\1 \2, \3', r'\1st \2 \3', r'\1-\2-\3', r'the \1 of \2 \3', r'\1. \2 \3', r'\1 \2 of \3'])),
    ('fm-date-figures', 'date-form', replace(BODY, DATE, [r'\1/12/\3', r'\3-12-\1', r'\1.12.\3', r'12/\1/\3'])),
    ('fm-month-short', 'date-form', replace(BODY, r'\b(\d{1,2}) (Jan|Feb|Aug|Sept|Oct|Nov|Dec)[a-z]+ (\d{4})', [r'\1 \2 \3', r'\1 \2. \3'])),
    ('fm-month-misspelt', 'date-written', replace(BODY, DATE, lambda match, chance: match[0].replace(match[2], {'January': 'Januray', 'February': 'Febuary', 'March': 'march', 'April': 'Apirl', 'May': 'may', 'June': 'june', 'July': 'july',
                                              'August': 'Augst', 'September': 'Setember', 'October': 'Ocotber', 'November': 'Novmber', 'December': 'Decmber'}[match[2]]))),
    ('fm-date-year-slip', 'date-year', replace(BODY, DATE, [r'\1 \2 20133', r'\1 \2 203', r'\1 \2 0217', r'\1 \2 ’17', r'\1 \2 2071'])),
    ('fm-date-range', '', replace(BODY, r'\bfrom (\d+) to (\d+) (%s)' % MONTH, [r'from \2 to \1 \3', r'from \1-\2 \3', r'from \1 – \2 \3', r'from \1 until \2 \3', r'from \1 and \2 \3', r'from \1 to \1 \3', r'from the \1 to the \2 \3'])),
    ('fm-year-range', 'year-range', replace(BODY, r'\b((?:19|20)\d\d)–((?:19|20)\d\d)\b', [r'\1-\2', r'\2–\1', r'\1 – \2', r'\1—\2', r'\1--\2', r'\1/\2', r'from \1–\2'])),
    ('fm-from-to', 'year-range', replace(BODY, r'\bfrom ((?:19|20)\d\d) to ((?:19|20)\d\d)\b', [r'from \1–\2', r'from \2 to \1', r'from \1 - \2', r'between \1 to \2', r'from \1 to \1'])),
    ('fm-decade', '', replace(BODY, r'\bthe (Third|Fourth|Second) International Decade', ['the Thrid International Decade', 'the 3rd International Decade', 'the third International Decade'])),
    ('fm-anniversary', 'anniversary-year', replace(BODY, r'\b(\w+) anniversary', ['30th anniversary', 'twentyfifth anniversary', 'twenty fifth anniversary', 'Twentieth anniversary'])),
    # sessions
    ('fm-session-space', 'session-ordinal-words', replace(BODY, r'\b(sixty|seventy|eighty)-([a-z]+) session', [r'\1 \2 session', r'\1-\2th session', r'\1\2 session', r'\1- \2 session', r'\1–\2 session'])),
    ('fm-session-capital', 'session-small-letter', replace(BODY, r'\b(sixty|seventy|eighty)-([a-z]+) session', lambda match, chance: chance.choice([match[1].capitalize() + '-' + match[2] + ' session', match[1] + '-' + match[2] + ' Session', match[1].capitalize() + '-' + match[2].capitalize() + ' session']))),
    ('fm-session-misspelt', 'session-misspelt', replace(BODY, r'\b(sixty|seventy|eighty)-([a-z]+) session', [r'sevnty-\2 session', r'\1-nineth session', r'\1-forth session', r'\1-secound session', r'\1-eigth session', r'sixth-\2 session', r'seventieth-\2 session'])),
    ('fm-session-figures', 'session-ordinal-words', replace(BODY, r'\bat its (?:sixt|sevent|eight)[a-z-]+ session', ['at its 79th session', 'at its 80 session', 'at its LXXX session', 'at its session 80', 'at its 79-th session'])),
    ('fm-session-past', 'session-future', last(OP, ITEM, ['provisional agenda of its sixtieth session', 'provisional agenda of its fifty-ninth session'])),
    ('fm-session-far', 'session-far', last(OP, ITEM, ['provisional agenda of its ninety-ninth session', 'provisional agenda of its one hundredth session'])),
    ('fm-session-next', 'session-future', last(OP, ITEM, ['provisional agenda of its next session', 'provisional agenda of its session', 'provisional agenda of the forthcoming session', 'provisional agenda of its upcoming session'])),
    ('fm-session-year', 'session-year', replace(BODY, r'\b(?:sixt|sevent|eight)[a-z-]+ session,? in (20\d\d)', lambda match, chance: match[0][:-4] + str(int(match[1]) + chance.choice([-3, 3, 10])))),
    # the item
    ('fm-item-form', 'agenda-item', last(OP, r'provisional agenda of its', ['provisional agenda for its', 'provisonal agenda of its', 'provisional Agenda of its', 'provisional agenda of the', 'agenda of its', 'the provisional agenda of its'])),
    ('fm-item-quotes', 'item-quoted', last(OP, r'“([^”]+)”\.$', [r'\1.', r'“\1.', r'\1”.', r'‘\1’.', r'"\1".', r'“\1.”', r'«\1».'])),
    ('fm-item-an', '', last(OP, r'the item entitled', ['an item entitled', 'the item titled', 'the item called', 'an item titled', 'the item:', 'the agenda item entitled', 'the Item entitled', 'item entitled'])),
    ('fm-item-sub', 'agenda-item', last(OP, r'the sub-item entitled', ['the subitem entitled', 'a sub-item entitled', 'the sub item entitled', 'the item entitled', 'sub-item entitled'])),
    ('fm-item-under', 'agenda-commas', last(OP, r', under the item entitled', [' under the item entitled', ', under the item', ', under item entitled', ', in the item entitled'])),
    ('fm-item-title', 'item-title-own', last(OP, r'“(\w+) [^”]+”\.$', [r'“\1 and other matters”.', r'“Other matters”.'])),
    ('fm-item-word', 'item-title-own', last(OP, r'(?<=“)([^”]+) (of|in|and|for|the) ([^”]+)(?=”\.$)', r'\1 \3')),
    # paragraphs and annexes that are named
    ('fm-para-missing', 'para-missing', replace(BODY, r'\bparagraph (\d+) (above|below)', [r'paragraph 99 \2', r'paragraph 0 \2', r'paragraph 199 \2'])),
    ('fm-para-turned', 'para-above-below', replace(BODY, r'\bparagraphs? (\d+)((?: to \d+| and \d+)?) (above|below)', lambda match, chance: match[0].replace(match[3], {'above': 'below', 'below': 'above'}[match[3]]))),
    ('fm-para-form', 'para-ref-form', replace(BODY, r'\bparagraph (\d+) (above|below)', [r'para. \1 \2', r'Paragraph \1 \2', r'paragraph (\1) \2', r'OP \1', r'paragraph \1, \2', r'operative paragraph \1 \2', r'point \1 \2', r'paragraph \1above'])),
    ('fm-para-range', 'para-range', replace(BODY, r'\bparagraphs (\d+) to (\d+)\b', [r'paragraphs \2 to \1', r'paragraphs \1-\2', r'paragraphs \1–\2', r'paragraph \1 to \2', r'paras. \1 to \2', r'paragraphs \1 to \1', r'paragraphs from \1 to \2', r'paragraphs \1 through \2'])),
    ('fm-annex-missing', 'annex-missing', replace(BODY, r'\bthe present resolution', ['the annex to the present resolution', 'annex II to the present resolution'])),
    ('fm-annex-form', '', replace('note', r', annex\b', [', Annex', ' annex', ', Anex', ', annexe', ', annex,']), HTML),
    # notes
    ('fm-marks-swapped', 'fn-order', mark_moved, HTML),
    ('fm-mark-unknown', 'fn-missing', replace(BODY, NOTED, mark_unknown), HTML),
    ('fm-mark-dropped', 'fn-mark-missing', mark_dropped, HTML),
    ('fm-mark-before', 'fn-after-punct', replace(BODY, r'([,;.])(%s)' % NOTED, r'\2\1'), HTML),
    ('fm-mark-space', 'whitespace', replace(BODY, r'(?<=[a-z,;])(?=%s)' % NOTED, ' '), HTML),
    ('fm-mark-letter', 'fn-numeric', replace(BODY, NOTED, NOTE + 'a' + END_NOTE), HTML),
    ('fm-mark-typed', 'fn-mark-left', replace(BODY, NOTED, [r'[\1]', r'(\1)', r'^\1', r'[fn \1]', r' (see footnote \1)']), HTML),
    ('fm-note-empty', 'fn-empty', replace('note', r'^.+$', ''), HTML),
    ('fm-note-stop', 'fn-ends-period', replace('note', r'\.$', ['', ',', ';', '..']), HTML),
    ('fm-note-symbol', 'fn-symbol-form', replace('note', r'^(A/\d+/\d+)\.$', [r'See document \1.', r'Doc. \1.', r'Document \1.', r'UN Doc. \1.', r'Report \1.', r'\1 .', r'UN document \1.', r'(\1).']), HTML),
    ('fm-note-symbol-slip', 'fn-symbol-malformed', replace('note', r'^A/(\d+)/(\d+)\.$', [r'A\1/\2.', r'A/\1\2.', r'A/\1//\2.', r'A/\1-\2.', r'a/\1/\2.', r'A/ \1/\2.', r'A /\1/\2.', r'A/\1/\2/.']), HTML),
    ('fm-note-symbol-future', 'fn-symbol-future', replace('note', r'^A/(\d)(\d)/', lambda match, chance: 'A/%d%s/' % (int(match[1]) + 2, match[2])), HTML),
    ('fm-note-res', 'fn-annex-form', replace('note', r'^Resolution (\d+/\d+)', [r'resolution \1', r'A/RES/\1', r'Res. \1', r'Resolutions \1', r'General Assembly resolution \1', r'Resolution A/RES/\1', r'Resolution no. \1']), HTML),
    ('fm-note-series', 'fn-treaty-series', replace('note', r'(?<=Nations, )(.?)Treaty Series(.?), vol\.', [r'\1Treaty Series\2 vol.', r'\1Treaties Series\2, vol.', r'\1Treaty Serie\2, vol.', r'\1Treaty Series\2, volume', r'\1Treaty Series\2, Vol.', r'\1Treaty series\2, vol.', r'\1Treaty Series\2, vol']), HTML),
    ('fm-note-series-no', 'fn-treaty-form', replace('note', r'vol\. (\d+), No\. (\d+)', [r'vol. \1, no. \2', r'vol. \1, No \2', r'vol. \1 No. \2', r'vol. \1, Nos. \2', r'vol. \1, \2', r'vol. \1', r'Vol. \1, No. \2', r'vol. \2, No. \1', r'vol. \1, p. \2', r'vol. \1, number \2']), HTML),
    ('fm-note-series-number', 'fn-treaty-number', replace('note', r'No\. (\d{4,5})', digits_turned), HTML),
    ('fm-note-series-volume', 'fn-treaty-number', replace('note', r'vol\. (\d{3,4})', digits_turned), HTML),
    ('fm-note-series-name', 'fn-treaty-series', replace('note', r'^United Nations, .?Treaty Series.?', ['UNTS', 'United Nations Treaty Series', 'UN, Treaty Series', 'United Nation, Treaty Series']), HTML),
    ('fm-note-records-session', 'fn-records-session', replace('note', r'(Supplement No\. \d+[A-Z]?.? )\(A/(\d+)/', lambda match, chance: '%s(A/%d/' % (match[1], int(match[2]) + chance.choice([-1, 1]))), HTML),
    ('fm-note-records-no', 'fn-records-session', replace('note', r'Supplement No\. (\d+)(?=.? \(A/\d+/\d+\))', lambda match, chance: 'Supplement No. %d' % (int(match[1]) + 1)), HTML),
    ('fm-note-records-form', '', replace('note', r'Official Records of the General Assembly, ([A-Z][a-z-]+ Session), Supplement No\.', [r'Official Records of the General Assembly, \1, Supplement no.', r'Official Record of the General Assembly, \1, Supplement No.',
                                   r'Official Records of General Assembly, \1, Supplement No.', r'Official Records of the General Assembly \1, Supplement No.', r'Official records of the General Assembly, \1, Supplement No.', r'Official Records of the General Assembly, \1, Suppl. No.',
                                   r'Official Records of the General Assembly, \1 Supplement No.', r'Official Records of the General Assembly, 77th Session, Supplement No.', r'Official Records of the General Assembly, \1, Supplement']), HTML),
    ('fm-note-sales', '', replace('note', r'United Nations publication, Sales No\. ', ['United Nations publication, Sales no. ', 'United Nations Publication, Sales No. ', 'United Nations publications, Sales No. ', 'United Nations publication Sales No. ', 'UN publication, Sales No. ', 'United Nations publication, No. ']), HTML),
    ('fm-note-ibid', 'fn-ibid', replace('note', r'^Ibid\.,? ?', ['ibid., ', 'Ibid, ', 'Ibid. ', 'IBID., ', 'Idem, ', 'Op. cit., ']), HTML),
    ('fm-note-para', 'fn-para-form', replace('note', r'paras?\. (\d+)', [r'para \1', r'paragraph \1', r'Para. \1', r'pp. \1', r'p. \1', r'§ \1', r'parag. \1']), HTML),
    ('fm-note-chap', 'fn-part-form', replace('note', r'chap\. ([IVX]+)', [r'chapter \1', r'Chap. \1', r'ch. \1', r'chap \1', r'chap. iv', r'Chapter \1', r'chap. 4']), HTML),
    ('fm-note-sc', 'fn-symbol-malformed', replace('note', r'\bS/(20\d\d)/(\d+)', [r'S/75/\2', r'S/\1\2', r'S/\1-\2', r'S\1/\2', r'S/\2/\1']), HTML),
    ('fm-note-double', '', replace('note', r'^([^,]{6,})\.$', r'\1. \1.'), HTML),
    # names, quotations, words for figures
    ('fm-body', 'names-wrong', of_table(BODIES)),
    ('fm-treaty', 'names-wrong', of_table(TREATIES)),
    ('fm-country', 'country-names', of_table(COUNTRIES)),
    ('fm-acronym', 'abbreviation-unexplained', of_table(FULL)),
    ('fm-quote-lost', 'unbalanced-quotes', replace(BODY, '[“”]', '')),
    ('fm-quote-turned', 'unbalanced-quotes', replace(BODY, '“([^”]{4,60})”', ['”\\1“', '“\\1“', '„\\1“', '‘\\1’', '"\\1"', '“ \\1 ”', '“\\1 ”', '«\\1»'])),
    ('fm-bracket-lost', 'unbalanced-brackets', replace(BODY, r'[()]', '')),
    ('fm-bracket-other', '', replace(BODY, r'\(([^()]{3,40})\)', [r'[\1]', r'( \1)', r'(\1 )', r'((\1)', r'{\1}', r'(\1]', r'/\1/'])),
    ('fm-space-twice', 'whitespace', replace(BODY, r'(?<=[a-z]) (?=[a-z])', '  ')),
    ('fm-space-comma', 'whitespace', replace(BODY, r'(?<=[a-z])([,;])', r' \1')),
    ('fm-comma-unspaced', 'comma-space', replace(BODY, r'(?<=[a-z]), (?=[a-z])', ',')),
    ('fm-comma-twice', 'punctuation-twice', replace(BODY, r'(?<=[a-z]), (?=[a-z])', [',, ', ', , ', '., ', ',; '])),
    ('fm-dash', 'dash', replace(BODY, r' – ', [' - ', '—', ' -- ', '– ', ' –', '-'])),
    ('fm-percent', 'percent', replace(BODY, r'\b(\d+) per cent', [r'\1%', r'\1 %', r'\1 percent', r'\1per cent', r'\1 per-cent', r'\1 per cents', r'\1 percentage'])),
    ('fm-currency', 'currency', replace(BODY, r'\$(\d[\d,.]*)', [r'\1 dollars', r'US$ \1', r'USD \1', r'$ \1', r'\1$', r'\1 US dollars', r'US$\1'])),
    ('fm-number-figure', 'num-words', replace(BODY, r'\b(%s) (?=[a-z]+s\b)' % '|'.join(CARDINALS), lambda match, chance: CARDINALS[match[1]] + ' ')),
    ('fm-number-words', 'figures-written', replace(BODY, r'(?<= )(10|11|12|14|15|20|25|30|50) (?=[a-z]+s\b)', lambda match, chance: {'10': 'ten', '11': 'eleven', '12': 'twelve', '14': 'fourteen', '15': 'fifteen', '20': 'twenty', '25': 'twenty-five', '30': 'thirty', '50': 'fifty'}[match[1]] + ' ')),
    ('fm-thousands', 'thousands', replace(BODY, r'\b(\d{1,3}),(\d{3})\b', [r'\1\2', r'\1 \2', r'\1.\2', r'\1’\2', r'\1, \2', r'\1,\g<2>0'])),
    ('fm-ordinal-figure', 'ordinals-in-words', replace(BODY, r'\b(?:first|second|third|fourth|fifth|sixth|seventh) (?=session|meeting|conference|report|phase)', ['3rd ', '2nd ', '1st ', '5th '])),
    ('fm-member-states', 'member-states', replace(BODY, r'\bMember States\b', ['member States', 'Members States', 'Member states', 'Member-States', 'MS', 'Member State', 'member states', 'Members'])),
    ('fm-state-small', 'state-cap', replace(BODY, r'\b(States parties|Governments|Heads of State|States Members)\b', lambda match, chance: {'States parties': chance.choice(['States Parties', 'states parties', 'State parties']),
                                                                     'Governments': 'governments', 'Heads of State': chance.choice(['heads of State', 'Heads of state']), 'States Members': chance.choice(['States members', 'states members'])}[match[0]])),
    ('fm-charter', 'charter-name', replace(BODY, r'\bCharter of the United Nations', ['UN Charter', 'United Nations Charter', 'charter of the United Nations', 'Charter of United Nations', 'Charter of the UN', 'Charter of the United Nation'])),
    ('fm-charter-article', 'charter-article', replace(BODY, r'\bArticle (\d+)(?=[^.]*Charter)', [r'article \1', r'Article 1\1', r'Art. \1', r'Articles \1', r'ARTICLE \1'])),
    ('fm-agenda-2030', 'agenda-2030', replace(BODY, r'\b2030 Agenda', ['2030 agenda', 'Agenda 2030', '2013 Agenda', '2030Agenda', '2003 Agenda', '20230 Agenda'])),
    ('fm-goals', 'goal-number', replace(BODY, r'\b(Sustainable Development) Goals?\b', [r'\1 goals', r'\1 Goal 18', r'Sustainable development Goals', r'Sustainable Developments Goals', r'18 \1 Goals'])),
    ('fm-resources', 'budget-implications', replace(OP, r'^(%s?Requests%s? the Secretary-General) to ' % (ITALIC, ROMAN), [r'\1, within existing resources, to ', r'\1, within available resources, to ', r'\1, from within existing resources, to ', r'\1 to, within the existing resources, ',
                                                                                r'\1, without additional cost, to ', r'\1, within his existing resources, to '])),
    ('fm-resources-end', 'budget-implications', end(some(OP), ';', [', within existing resources;', ', within available resources;', ', using existing resources;', ' within the limits of existing resources;', ' at no additional cost;', ', within the existing budget;'])),
    # what work on a text leaves behind
    ('fm-left-source', '', add_at_end((PP, OP), ['[A/RES/77/29]', '(A/RES/75/12, PP4)', '[agreed]', '(agreed)', '[agreed ad ref]', '[77/29, OP 3]', '(based on 75/124)', '[new]', '[based on A/RES/74/5]', '[AGREED AD REF]', '(OP4 of 76/12)', '[technical update]'])),
    ('fm-left-front', 'negotiation-marks', replace((PP, OP), r'^(?=.)', ['[PP3] ', 'PP4. ', '[OP 5] ', 'NEW ', 'OP2 alt ', '[CHN:] ', 'PP2bis ', '(new) ', '* '])),
    ('fm-left-brackets', 'bracket-residue', replace(BODY, r'(?<=[a-z] )([a-z]{5,} [a-z]{4,})(?= [a-z])', [r'[\1]', r'[[\1', r'\1]', r'[\1/or]', r'{\1}', r'<\1>', r'~~\1~~', r'**\1**', r'__\1__'])),
    ('fm-left-open', 'placeholder-left', replace(BODY, r'\b\d{1,2} (?=(?:%s) \d{4})' % MONTH, ['XX ', '__ ', '[...] ', '… ', '?? ', '[date] ', 'xx '])),
    ('fm-left-number', 'placeholder-left', replace(BODY, r'(?<=resolution )([4-7]\d)/\d+', [r'\1/XX', r'\1/...', r'\1/__', r'\1/[ ]', r'\1/xxx', r'\1/???', r'\1/'])),
    ('fm-left-paragraph', '', added(OP, ['[OP to be added]', 'TBC', '[placeholder]', 'Insert paragraph on financing;', '(to be completed)', '[...]', 'Same as OP5 of last year;'])),
    ('fm-left-say', '', replace((PP, OP), r'(?<=[a-z]), (?=and [a-z]+)', [' (USA: delete), ', ' [EU proposal], ', ' <delete>, ', ' [Comment: check], ', ' (see OP3), ', ' (sic), ', ' [sic], ', ' (check), '])),
    # sponsors and the masthead of drafts
    ('fm-sponsors-order', 'sponsors-order', states_changed(two_turned)),
    ('fm-sponsors-twice', 'sponsors-order', states_changed(lambda states, chance: listed(states + states[-1:]))),
    ('fm-sponsors-other', 'sponsors-states', states_changed(lambda states, chance: listed(sorted(states + [chance.choice(['Kosovo', 'Taiwan', 'Palestine', 'Scotland', 'European Union', 'Burma', 'Swaziland', 'Turkey', 'UK', 'South Korea'])])))),
    ('fm-sponsors-and', 'sponsors-line', states_changed(lambda states, chance: ', '.join(states))),
    ('fm-sponsors-serial', 'sponsors-line', states_changed(lambda states, chance: ', '.join(states[:-1]) + ', and ' + states[-1])),
    ('fm-sponsors-comma', 'sponsors-line', states_changed(lambda states, chance: states[0] + ' ' + listed(states[1:]))),
    ('fm-sponsors-semicolon', 'sponsors-line', states_changed(lambda states, chance: '; '.join(states[:-1]) + ' and ' + states[-1])),
    ('fm-sponsors-words', 'sponsors-line', line('sponsors', r': draft resolution$', [': Draft resolution', ': Draft Resolution', ' draft resolution', ': draft resolution.', ': resolution', ': draft', '; draft resolution', '– draft resolution'])),
    ('fm-sponsors-lost', '', line_lost('sponsors')),
    ('fm-draft-symbol', 'symbol-form', line('symbol', r'^A/((?:C\.\d/)?\d+)/L\.(\d+)$', [r'A/\1/L\2', r'A/\1/L.', r'A/\1/\2', r'A/L.\2', r'A/\1/l.\2', r'A/\1/L. \2', r'A/RES/\1/\2'])),
    ('fm-draft-session', 'draft-session', line('symbol', r'^(A/(?:C\.\d/)?)(\d+)/L', lambda match, chance: match[1] + str(int(match[2]) - chance.choice([1, 2, -1])) + '/L')),
    ('fm-draft-distr', 'distr', line('distribution', r'Distr\.: Limited', ['Distr.: General', 'Distr. Limited', 'Distr.: limited', 'Distr.: Ltd.', 'Limited'])),
    ('fm-draft-original', 'one-language', line('original', r'Original: English', ['Original: english', 'Original English', 'Original: English and French', 'Orginal: English', 'Original language: English', 'Original: Englisch'])),
    ('fm-draft-date', 'date-window', line('date', r'^(\d+) (\w+) 2025$', [r'\1 \2 2024', r'\1 \2 2027', r'\1 \2 2015', r'32 \2 2025', r'\1 \2 25', r'\2 \1, 2025', r'31 November 2025'])),
    ('fm-draft-committee', 'draft-committee', line('committee', r'^(\w+) Committee', ['Seventh Committee', 'Sixht Committee', 'third Committee', 'Third committee', '3rd Committee', 'Committee'])),
    ('fm-draft-committee-other', 'draft-committee', line('committee', r'^(\w+) Committee', lambda match, chance: 'Second Committee' if match[1] != 'Second' else 'Third Committee')),
]
