"""Kinds of errors of those who write in a hurry or in another language: forms of verbs and nouns, articles,
prepositions, words that are taken for one another, torn and misread words, what a copy leaves in the text."""
from seeds.documents import ITALIC, ROMAN
from seeds.making import BODY, OP, PP, replace, words

VERBS = 'strengthen|ensure|promote|implement|enhance|improve|develop|achieve|provide|facilitate|establish|protect'
BASES = {'strengthening': 'strengthen', 'promoting': 'promote', 'ensuring': 'ensure', 'providing': 'provide', 'achieving': 'achieve',
         'implementing': 'implement', 'developing': 'develop', 'enhancing': 'enhance', 'establishing': 'establish'}
CONFUSED = {'countries': 'counties', 'effective': 'affective', 'role': 'roll', 'costs': 'coasts', 'principles': 'principals', 'rights': 'rites',
            'further': 'farther', 'complementary': 'complimentary', 'economic': 'economical', 'practices': 'practises', 'from': 'form'}
MISREAD = {'the': 'tbe', 'of': 'oi', 'and': 'aud', 'with': 'witb', 'for': 'lor', 'in': 'iu', 'that': 'thal', 'human': 'hurnan', 'time': 'tirne'}
IDIOMS = {'taking into account': 'taking in account', 'as well as': 'as well us', 'in order to': 'in other to', 'with a view to': 'with view to',
          'as appropriate': 'as appropriated', 'with regard to': 'with regards to', 'in accordance with': 'in accordance to',
          'pursuant to': 'pursuant of', 'in response to': 'in response of', 'in line with': 'in the line with', 'in this regard': 'in this regards'}
HYPHENS = {'human rights': 'human-rights', 'civil society': 'civil-society', 'stakeholders': 'stake-holders', 'long-term': 'longterm',
           'intergovernmental': 'inter-governmental', 'self-determination': 'self determination', 'widespread': 'wide-spread',
           'multilateral': 'multi-lateral', 'evidence-based': 'evidence based', 'gender-based': 'gender based', 'safeguards': 'safe-guards'}
PLURALS = {'countries': 'countrys', 'parties': 'partys', 'activities': 'activitys', 'communities': 'communitys', 'policies': 'policys',
           'criteria': 'criterias', 'information': 'informations', 'children': 'childs', 'lives': 'lifes'}


def third(match, _):
    return match[1] + match[2] + ('es' if match[2].endswith('sh') else 's')


def past(match, _):
    return match[1] + match[2] + ('d' if match[2].endswith('e') else 'ed') + match[3]


def based(match, _):
    return match[1] + BASES[match[2]]


def torn(match, chance):
    at = chance.randrange(3, len(match[0]) - 2)
    return match[0][:at] + chance.choice([' ', '- ']) + match[0][at:]


def lowered(match, _):
    return match[0].lower()


def shouted(match, _):
    return match[0].upper()


def singular(match, _):
    return match[1] + {'countries': 'country', 'measures': 'measure', 'activities': 'activity', 'efforts': 'effort'}[match[2]]


def unopened(match, _):
    return match[1] + match[2] + ' ' + match[2].lower()


KINDS = [
    ('to-third-person', 'verb-form', replace(BODY, r'(?<!view )(\bto )(%s)\b' % VERBS, third)),
    ('to-past', 'verb-form', replace(BODY, r'(\bto )(%s)( (?:the|its|their|all) )' % VERBS, past)),
    ('modal-third-person', 'verb-form', replace(BODY, r'(\b(?:should|must|can|will) )(%s|include|contribute|take)\b' % VERBS, third)),
    ('modal-to', 'words-between', replace(BODY, r'\b(should|must|can) (be|have|include)\b', r'\1 to \2')),
    ('preposition-base', 'verb-form', replace(BODY, r'(\b(?:by|of|for|through|with a view to) )(%s)\b' % '|'.join(BASES), based)),
    ('have-base', 'verb-form', replace(BODY, r'\b(has|have) (express|adopt|establish)ed\b', r'\1 \2')),
    ('be-base', 'verb-form', replace(BODY, r'\b(be|been|was|were) (establish|adopt|implement|consider|strengthen|address)ed\b', r'\1 \2')),
    ('adjective-verb', 'verb-form', replace(BODY, r'\b(full|effective|active)ly (participate|implement|cooperate|address)\b', r'\1 \2')),
    ('adverb-noun', 'adverb-or-adjective', replace(BODY, r'\b(effective|active|equal) (implementation|participation)\b', r'\1ly \2')),
    ('more-better', 'adverb-or-adjective', replace(BODY, r'\b(better|stronger|greater|higher|broader)\b', r'more \1')),
    ('many-singular', 'noun-number', replace(BODY, r'(\b(?:many|several|these|those|various) )(countries|measures|activities|efforts)\b', singular)),
    ('a-plural', 'noun-number', replace(BODY, r'\b(a|an) (report|framework|mechanism|forum|system|platform)(?= (?:of|to|for|in)\b|[,;])', r'\1 \2s')),
    ('member-state', 'one-member-state', replace(BODY, r'\b(upon|[Uu]rges|[Ii]nvites|[Ee]ncourages)(%s?)( all)? Member States to\b' % ROMAN, r'\1\2\3 Member State to')),
    ('states-that-has', 'agreement-in-clause', replace(BODY, r'\b(States|countries) that have\b', r'\1 that has')),
    ('developing-country', 'one-member-state', replace(BODY, r'\b(in|of|by|for|all) developing countries(?=[,;]| (?:to|and|in)\b)', r'\1 developing country')),
    ('wrong-plural', 'wrong-forms', words(PLURALS)),
    ('confused', 'confused-words', words(CONFUSED)),
    ('idiom', 'idioms', words(IDIOMS)),
    ('other-preposition', 'fixed-prepositions', replace(BODY, r'\b(consistent|compliance|conformity|responsible) (?:with|for)\b', r'\1 of')),
    ('on-the-level', 'level-and-basis', replace(BODY, r'\bat (the (?:national|regional|international|global) levels?)\b', [r'in \1', r'on \1'])),
    ('prepositions-two', 'words-between', replace(BODY, r'\b(of|in|for|with|by) (?=the )', [r'\1 on ', r'\1 with '])),
    ('noun-gone', 'words-between', replace(BODY, r'\b(of|in|by|to) the [a-z]{5,} (of|for|on) the\b', r'\1 the \2 the')),
    ('of-gone', 'words-between', replace(BODY, r'\b(implementation|promotion|protection) of (the|all|its)\b', r'\1 \2')),
    ('article-of-manner', 'article-of-manner', replace(BODY, r'\b(in|on) an? ([a-z]+ (?:manner|basis))\b', r'\1 \2')),
    ('article-of-role', 'article-of-body', replace(PP, r'^(%s(?:Recognizing|Noting|Stressing)%s) the (importance|role) of' % (ITALIC, ROMAN), r'\1 \2 of')),
    ('requests-that-to', 'request-to-whom', replace(OP, r'\b([Rr]equests|[Ii]nvites)(%s?) (the Secretary-General|Member States) to\b' % ROMAN, r'\1\2 that \3 to')),
    ('comma-behind-article', 'comma-misplaced', replace(BODY, r'(?<= )(the|its|their) (?=[a-z]{4,})', r'\1, ')),
    ('stop-inside', 'stop-inside', replace(BODY, r'(?<=[a-z]{4}) (?=(?:of|and|to) )', '. ')),
    ('phrase-twice', 'phrase-twice', replace(BODY, r'\b((?:of|by|with) (?:the )?[a-z]{4,}) (?=[a-z])', r'\1 \1 ')),
    ('opening-twice', 'opening-twice', replace((PP, OP), r'^(%s?)([A-Z][a-z]+(?:ing|s))' % ITALIC, unopened)),
    ('opening-comma', 'opening-comma', replace((PP, OP), r'^(%s?[A-Z][a-z]+(?:ing|s)%s?) (?=(?:the|its|that) )' % (ITALIC, ROMAN), r'\1, ')),
    ('torn-word', 'misspelt', replace(BODY, r'(?<![\w-])(?:implementation|international|development|organizations|cooperation|resolution|sustainable)(?![\w-])', torn)),
    ('joined-words', 'misspelt', replace(BODY, r'\b(of|to|and|with) (international|development|cooperation|implementation|resolution)', r'\1\2')),
    ('misread-word', 'misread-words', words(MISREAD)),
    ('rn-for-m', 'misspelt', replace(BODY, r'\b(com|develop|govern|imple)m?(m)(unity|ent|ental|entation)\b', r'\1rn\3')),
    ('figure-in-word', 'misread-words', replace(BODY, r'(?<=[a-z]{2})(?:l|o)(?=[a-z]{2})', ['1', '0'])),
    ('place-small', 'names-capitals', replace(BODY, r'\b(?:African?|Asian?|European|Caribbean|Palestinian|Arab|Islamic)\b', lowered)),
    ('shouted-word', 'capital-in-sentence', replace(BODY, r'(?<=[a-z] )(?:all|must|should|any|only)(?= [a-z])', shouted)),
    ('capital-behind-comma', 'capital-in-sentence', replace(BODY, r'(?<=[a-z], )(?:and|including|in|as|with)(?= [a-z])', lambda m, _: m[0].capitalize())),
    ('capital-preposition', 'capital-in-sentence', replace(BODY, r'(?<=[a-z] )(?:of|to|and|for|with)(?= [a-z])', lambda m, _: m[0].capitalize())),
    ('hyphen-and-space', 'hyphen-space', replace(BODY, r'(?<=[a-z])-(?=[a-z])', ['- ', ' -'])),
    ('hyphen-dash', 'dash-in-word', replace(BODY, r'(?<=[a-z])-(?=[a-z])', '–')),
    ('hyphens-of-words', 'hyphens-fixed', words(HYPHENS)),
    ('plural-apostrophe', 'possessives', replace(BODY, r'\b(State|Government|organization|measure)s(?= (?:to|and|in|of)\b)', r'\1’s')),
    ('possessive-gone', 'possessives', replace(BODY, r'\b(Secretary-General|Assembly)’s\b', r'\1s')),
    ('entity', 'markup-left', replace(BODY, r'(?<=[a-z]) and (?=[a-z])', [' &amp;amp; ', '&nbsp;and '])),
    ('page-edge', 'markup-left', replace(BODY, r'(?<=[a-z]) (?=(?:of|and|to) the )', [' Page 3 of 6 ', ' 23-12345 ', ' > '])),
    ('note-of-delegate', 'negotiators-notes', replace(OP, r'(?<=[a-z]);$', [' (agreed);', ' (EU);', ' (US: delete);', ' (based on OP3);'])),
    ('alternative-verb', 'negotiators-notes', replace(OP, r'^(%s?)(Requests|Invites|Encourages|Welcomes)' % ITALIC, r'\1\2/Notes')),
    ('number-twice', 'figures-written', replace(BODY, r'(?<=[a-z] )(two|three|four|five|six) (?=[a-z]{3})', lambda m, _: '%s (%d) ' % (m[1], 'zero one two three four five six'.split().index(m[1])))),
    ('bracket-space', 'bracket-space', replace(BODY, r' (\([A-Z][^()]*\)) (?=[a-z])', [r'\1 ', r' \1'])),
    ('paragraphs-joined', 'paragraphs-joined', replace(PP, r',$', [', Noting the report of the Secretary-General,', ', Reaffirming its resolution 70/1 of 25 September 2015,'])),
    ('old-term', 'informal-words', words({'developing countries': 'underdeveloped countries', 'persons with disabilities': 'handicapped persons',
                                          'many': 'a lot of', 'significant': 'a lot of'})),
    ('persons-which', 'persons-who', replace(BODY, r'\b(persons|women|children|victims) who\b', r'\1 which')),
]
