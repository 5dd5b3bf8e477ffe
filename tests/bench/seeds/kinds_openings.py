"""Kinds of errors in opening phrases, with also and further."""
import re

from seeds.documents import ITALIC, ROMAN
from seeds.making import OP, PP, neighbours, replace

I = '^(%s?)' % ITALIC
FINITE = {'Recalling': 'Recalls', 'Noting': 'Notes', 'Welcoming': 'Welcomes', 'Stressing': 'Stresses',
          'Recognizing': 'Recognizes', 'Emphasizing': 'Emphasizes', 'Reaffirming': 'Reaffirms'}
PARTICIPLE = {'Requests': 'Requesting', 'Encourages': 'Encouraging', 'Invites': 'Inviting', 'Calls upon': 'Calling upon',
              'Decides': 'Deciding', 'Urges': 'Urging', 'Welcomes': 'Welcoming', 'Takes note': 'Taking note'}
INFINITIVE = {'Requests': 'Request', 'Encourages': 'Encourage', 'Invites': 'Invite', 'Calls upon': 'Call upon',
              'Decides': 'Decide', 'Urges': 'Urge', 'Welcomes': 'Welcome', 'Stresses': 'Stress'}
MISSPELT = {'Recalling': 'Recaling', 'Reaffirming': 'Reafirming', 'Welcoming': 'Wellcoming', 'Noting': 'Notting',
            'Recognizing': 'Recognising', 'Emphasizing': 'Emphasising', 'Acknowledging': 'Acknowleging'}
MISSPELT_OP = {'Requests': 'Reqests', 'Encourages': 'Encourges', 'Emphasizes': 'Emphasises', 'Recognizes': 'Recognises',
               'Decides': 'Descides', 'Welcomes': 'Wellcomes', 'Reaffirms': 'Reafirms', 'Invites': 'Invits'}


def opening(kind, table):
    """The first words of a paragraph, those in the table."""
    return replace(kind, I + '(%s)(?= |%s)' % ('|'.join(table), ROMAN), lambda m, chance: m[1] + table[m[2]])


def small(match, chance):
    return match[1] + match[2].lower()


def first_words(p):
    return re.match(r'%s?(\w+)' % ITALIC, p.words)


def further_one(kind, wanted, change):
    """A paragraph whose words start as those of the paragraph before it, if wanted(before, own)."""
    def make(document, chance):
        places = [(a, b) for a, b in neighbours(document, kind)
                  if first_words(a) and first_words(b) and wanted(a.words.strip(ITALIC), b.words.strip(ITALIC))]
        if not places:
            return None
        a, b = chance.choice(places)
        b.words = change(b.words, chance)
        return [b, a]
    return make


def runs(kind, adverb):
    if kind == OP:
        return lambda a, b: b.startswith(adverb + ' ')
    return lambda a, b: re.match(r'\w+ %s\b' % adverb, b) and a.split()[0].strip(ROMAN) == b.split()[0]


def starts_otherwise(a, b):
    return a.split()[0].strip(ROMAN).lower() != b.split()[0].strip(ROMAN).lower() and a.split()[0] not in ('Also', 'Further')


def without_adverb(words, chance):
    words = re.sub(r'^(%s?)(?:Also|Further) (\w)' % ITALIC, lambda m: m[1] + m[2].upper(), words)
    return re.sub(r'^(%s?\w+) (?:also|further)' % ITALIC, r'\1', words)


def with_adverb(words, chance):
    return re.sub(r'^(%s?)(\w)' % ITALIC, lambda m: '%s%s %s' % (m[1], chance.choice(['Also', 'Further']), m[2].lower()), words)


def other_adverb(words, chance):
    swap = {'also': 'further', 'further': 'also', 'Also': 'Further', 'Further': 'Also'}
    return re.sub(r'^(%s?(?:\w+ )?)(also|further|Also|Further)\b' % ITALIC, lambda m: m[1] + swap[m[2]], words)


def first_also(document, chance):
    first = document.of(PP)[:1]
    for p in first:
        p.words = re.sub(r'^(%s?\w+)' % ITALIC, r'\1 also', p.words)
    return first or None


PP_VERB = '(Recalling|Noting|Welcoming|Stressing|Recognizing|Reaffirming|Emphasizing)'
OP_VERB = '(Requests|Encourages|Invites|Decides|Urges|Welcomes|Recognizes|Stresses|Emphasizes|Calls upon)'
KINDS = [
    ('pp-finite-verb', 'tense-crossover pre-open-form', opening(PP, FINITE)),
    ('op-participle', 'tense-crossover op-open-form', opening(OP, PARTICIPLE)),
    ('op-infinitive', 'op-open-form', opening(OP, INFINITIVE)),
    ('pp-noun', 'pre-open-form', replace(PP, I + PP_VERB + '(?=%s? )' % ROMAN, [r'\1The Assembly notes', r'\1In view of', r'\1We recall'])),
    ('op-noun', 'op-open-form', replace(OP, I + OP_VERB + '(?=%s? )' % ROMAN, [r'\1The Assembly requests', r'\1It requests', r'\1We request', r'\1To request'])),
    ('pp-odd-phrase', 'known-pre-phrase', replace(PP, I + PP_VERB + '(?=%s? )' % ROMAN, [r'\1Whereas', r'\1Viewing with appreciation', r'\1Pondering', r'\1Considered', r'\1Having in view', r'\1Given'])),
    ('op-odd-phrase', 'known-op-phrase', replace(OP, I + OP_VERB + '(?=%s? )' % ROMAN, [r'\1Begs', r'\1Orders', r'\1Pleads', r'\1Wants', r'\1Prays', r'\1Sees'])),
    ('pp-misspelt', 'known-pre-phrase misspelt', opening(PP, MISSPELT)),
    ('op-misspelt', 'known-op-phrase misspelt', opening(OP, MISSPELT_OP)),
    ('pp-small-letter', 'pre-open-form', replace(PP, I + '([A-Z])(?=[a-z])', small)),
    ('op-small-letter', 'op-open-form', replace(OP, I + '([A-Z])(?=[a-z])', small)),
    ('op-council-verb', 'sc-verbs-in-ga', replace(OP, I + '(Requests|Urges|Calls upon)(?=%s? )' % ROMAN, [r'\1Demands', r'\1Directs', r'\1Determines'])),
    ('pp-also-gone', 'pre-also-further', further_one(PP, runs(PP, 'also'), without_adverb)),
    ('pp-further-gone', 'pre-also-further', further_one(PP, runs(PP, 'further'), without_adverb)),
    ('pp-also-further', 'pre-also-further', further_one(PP, runs(PP, '(?:also|further)'), other_adverb)),
    ('pp-adverb-first', 'pre-adverb-place', replace(PP, I + r'(\w+) (also|further)\b', lambda m, chance: m[1] + m[3].title() + ' ' + m[2].lower())),
    ('pp-also-new', 'no-also-nonconsecutive no-also-first', replace(PP, I + '(Bearing in mind|Mindful|Convinced|Guided|Aware|Acknowledging|Stressing|Emphasizing)(?=%s? )' % ROMAN, r'\1\2 also', unless='also|further')),
    ('first-pp-also', 'no-also-first', first_also),
    ('op-also-gone', 'op-also-plain-verbs op-also-addressee-verbs op-also-notes', further_one(OP, runs(OP, 'Also'), without_adverb)),
    ('op-further-gone', 'op-also-plain-verbs op-also-addressee-verbs op-also-notes', further_one(OP, runs(OP, 'Further'), without_adverb)),
    ('op-also-new', 'no-also-nonconsecutive', further_one(OP, starts_otherwise, with_adverb)),
    ('op-also-further', 'op-also-plain-verbs op-also-addressee-verbs op-also-notes', further_one(OP, runs(OP, 'Also'), other_adverb)),
    ('op-adverb-behind', 'op-adverb-place', replace(OP, I + r'(Also|Further) (\w+)', lambda m, chance: m[1] + m[3].title() + ' ' + m[2].lower())),
]
