#!/usr/bin/env python3
"""Prints lines for rules/en/classes.txt: words by their part of speech, those of adopted texts and those in frequent use
elsewhere. README.md says what the classes are.

usage: tests/bench/word_classes.py WORDNET CLASSES FOLDER...

WORDNET: the folder of WordNet 3.0 with index.noun, verb.exc, cntlist.rev (Debian: wordnet-base). CLASSES:
rules/en/classes.txt; what a class has there is not printed again. FOLDER: texts (.txt) whose words count as in use."""
import collections
import os
import re
import sys

SPEECH = {'noun': 'n', 'verb': 'v', 'adj': 'a', 'adv': 'r'}
OF_SENSE = {'1': 'n', '2': 'v', '3': 'a', '4': 'r', '5': 'a'}
WORD = re.compile(r'[a-z]+')
PERSON = '18'  # the file of the lexicographers

# Verbs that are nouns or adjectives in the first place, though WordNet knows no such use or counted none.
NO_VERB = set("""redesign think reuse stay divide inter accord see extradite overdose foster headquarter bear throw climb win
    expose save repeat initiate elect employ swear hinder erase seek multiply ought beware methinks need dare get lie pour
    except reform restart rework wear resolve certify""".split())
# Verbs that nobody uses as nouns, though WordNet has a noun.
VERB_ALL_THE_SAME = set("""add affect begin build buy carry cease cite collect combine compare conserve construct cope
    designate devise die entail exhaust find fulfil gather give go incorporate insert invite join keep know make meet
    preserve pretend receive refuse reject remove render recall revise say sell serve settle shrink steal surround take
    teach tell try undergo understand withdraw choose bring speak write send""".split())
# Verbs whose past participle is the same: they stand behind a form of "be" or "have".
LIKE_ITS_PAST = set("""become come overcome cast recast beset put let hit hurt shut cost spread broadcast forecast bet split quit
    rid shed thrust upset offset typeset reset sublet overrun rerun outrun burst bid read run set cut lower""".split())
AUXILIARIES = set('be have do can will might may must shall need dare'.split())
SMALL = set("""an at or he as in who it over are is was be no on to of by for with from am pm us iv vi ii iii all any each other
    this that these those one two three might off out up down per via mon sat sun dec jan feb mar apr may jun jul aug sep
    sept oct nov wed thu tue fri""".split())
# Nouns that count nothing, or stand without an article all the same.
NOT_COUNTED = set("""people staff evidence wage day year week month sale good fish basis premise head custom saving
    earning proceed mine need time call aid bear lie look hold underline underscore urge seek stress talk rest""".split())
# Nouns in the singular that are many.
OF_MANY = set('youth personnel police cattle clergy mankind genocide per cent percent'.split())
# Gerunds that are nouns, though WordNet has no such noun.
NO_GERUND = set('trafficking vetting phishing mainstreaming relating stalking smuggling grooming outsourcing'.split())
NO_ADJECTIVE = set('neither both many worldwide vulnerable learned several much more most few half'.split())


class WordNet:
    def __init__(self, folder):
        self.folder = folder
        self.count = {speech: {} for speech in SPEECH.values()}
        self.forms = {speech: collections.defaultdict(list) for speech in SPEECH.values()}  # irregular, of a word
        self.irregular = set()
        self.file_of = {}
        self.files = {}
        for name, speech in SPEECH.items():
            for fields in self.lines('index.' + name):
                if WORD.fullmatch(fields[0]):
                    self.count[speech][fields[0]] = 0
            for fields in self.lines(name + '.exc'):
                for base in fields[1:] if WORD.fullmatch(fields[0]) else ():
                    self.forms[speech][base].append(fields[0])
                    if name == 'noun' and base != fields[0]:
                        self.irregular.add(fields[0])
        for key, _, count in self.lines('cntlist.rev'):
            word, sense = key.split('%')
            speech = OF_SENSE[sense[0]]
            if word in self.count[speech]:
                self.count[speech][word] += int(count)
        self.read_nouns()

    def lines(self, name):
        with open(os.path.join(self.folder, name)) as file:
            for line in file:
                if line[0] != ' ':
                    yield line.split()

    def read_nouns(self):
        """Which sorts of things a noun is, and which nouns are names only."""
        small, capital, sort = set(), set(), {}
        for fields in self.lines('data.noun'):
            sort[fields[0]] = fields[1]
            for word in fields[4:4 + 2 * int(fields[3], 16):2]:
                (small if word == word.lower() else capital).add(word.lower())
        self.names = capital - small
        self.sorts = {fields[0]: [sort[offset] for offset in fields[-int(fields[2]):]]
                      for fields in self.lines('index.noun')}

    def other(self, word, *speeches):
        return any(word in self.count[speech] for speech in speeches)

    def verb(self, base):
        """Its third person, its past forms, its gerunds."""
        irregular = [form for form in self.forms['v'].get(base, ()) if form not in (base, s_form(base))]
        gerunds = [form for form in irregular if form.endswith('ing')]
        past = [form for form in irregular if not form.endswith('ing')]
        stem = base[:-2] + 'y' if base.endswith('ie') else \
            base[:-1] if base.endswith('e') and not base.endswith(('ee', 'oe', 'ye')) else base
        regular = base + 'd' if base.endswith('e') else \
            base[:-1] + 'ied' if re.search('[^aeiou]y$', base) else base + 'ed'
        return s_form(base), past or [regular], gerunds or [stem + 'ing']

    def plurals(self, noun):
        if self.forms['n'].get(noun):
            return self.forms['n'][noun]
        return [noun[:-3] + 'men' if noun.endswith('man') and noun not in ('human', 'german') else s_form(noun)]


def s_form(word):
    if re.search('(?:s|x|z|ch|sh|[^aeiou]o)$', word):
        return word + 'es'
    return word[:-1] + 'ies' if re.search('[^aeiou]y$', word) else word + 's'


class Texts:
    """How often words stand, and how often as what is counted: with an article, or bare behind a preposition."""

    def __init__(self, folders):
        self.words, self.bare = collections.Counter(), collections.Counter()
        bare = re.compile(r"\b(?:against|among|at|between|by|concerning|for|from|into|in|of|on|regarding|through|towards|"
                          r"under|with|all|more|such|much|and) ([a-z]+)(?=[;,.]| (?:of|in|for|that|which|is|and|as|by)\b)")
        for folder in folders:
            for name in sorted(os.listdir(folder)):
                if name.endswith('.txt'):
                    with open(os.path.join(folder, name)) as file:
                        text = file.read()
                    self.words.update(re.findall(r'[^\W\d_]+', text.lower()))
                    self.bare.update(bare.findall(text))


def classes_of(net, texts, known):
    verbs, nouns, adjectives, adverbs = (net.count[speech] for speech in 'vnar')
    forms = {base: net.verb(base) for base in verbs}
    past_forms = {form for _, past, _ in forms.values() for form in past}

    no_base = past_forms | LIKE_ITS_PAST

    def in_texts(base):
        third, past, gerunds = forms[base]
        return any(word in texts.words for word in [base, third, *past, *gerunds])

    used = {base for base in verbs if len(base) > 2 and (verbs[base] > 1 or in_texts(base))} - AUXILIARIES
    narrow = {base for base in used
              if (base in VERB_ALL_THE_SAME or not net.other(base, 'n', 'a', 'r')) and base not in no_base}
    narrow -= NO_VERB | {base for base in narrow for prefix in ('re', 'over', 'out', 'mis') if base.startswith(prefix)
                         and nouns.get(base[len(prefix):], 0) * 3 >= verbs.get(base[len(prefix):], 0) > 0}
    often_verbs = {base for base in used if verbs[base] or sum(texts.words[form] for form in forms[base][1]) >= 20}
    wide = {base for base in often_verbs - narrow if base in nouns and base not in no_base and base not in adverbs
            and adjectives.get(base, 0) * 8 <= verbs[base]}
    third = {forms[base][0] for base in narrow}
    every_plural = {form for noun in nouns for form in net.plurals(noun) if noun not in VERB_ALL_THE_SAME}
    third = {form for form in third if form not in every_plural | nouns.keys()}
    third_or_plural = {forms[base][0] for base in wide | narrow | {'bear', 'brief', 'win', 'save', 'seek', 'stay', 'see'}} - third
    gerunds = {form for base in used for form in forms[base][2]
               if nouns.get(form, 0) * 8 <= verbs[base] and not adjectives.get(form) and form not in adverbs} - NO_GERUND
    past = {form for base in used for form in forms[base][1]
            if not net.other(form, 'v', 'n', 'r') and len(form) > 3 and not form.endswith('s')}

    not_singular = SMALL | net.names | net.irregular | {form for base in verbs for form in forms[base][2]}

    def is_singular(noun):
        return (len(noun) > 2 and noun not in not_singular and not noun.endswith('ing') and
                (not noun.endswith('s') or re.search('(?:ss|us|is)$', noun)))

    in_use = {noun for noun in nouns if (nouns[noun] > 1 or noun in texts.words) and is_singular(noun)}
    nouns_only = {noun for noun in in_use if not net.other(noun, 'a', 'v', 'r') and not noun.endswith('ed')} - OF_MANY
    plural = {form for noun in nouns_only for form in net.plurals(noun) if not net.other(form, 'n', 'a', 'v')}
    person = {noun for noun in nouns_only if (noun in texts.words or nouns[noun] > 2)
              and net.sorts[noun][0] == PERSON} | {'woman', 'man', 'child'}
    persons = {form for noun in person for form in net.plurals(noun)}
    often = {noun: sum(texts.words[form] for form in net.plurals(noun)) for noun in nouns_only | wide}
    countable = {noun for noun in often if often[noun] >= 8 and texts.bare[noun] * 20 <= often[noun]}
    countable = {noun for noun in countable - NOT_COUNTED if is_singular(noun)} | person
    manner = {word for word in adverbs if word.endswith('ly') and not net.other(word, 'a', 'v', 'n')
              and (adverbs[word] or word in texts.words)}
    adjective = {word for word in adjectives if not net.other(word, 'n', 'v', 'r') and not word.endswith('ing')
                 and word not in past_forms and (adjectives[word] > 1 or word in texts.words)} - NO_ADJECTIVE
    return {
        'verb': narrow, 'verb-s': third, 'verb-ing': gerunds, 'verb-ed': past, 'verb-or-noun': wide,
        'verb-s-or-plural': third_or_plural, 'singular': countable & nouns_only, 'noun-only': nouns_only - countable, 'plural': plural,
        'counted': countable & wide, 'counted-only': nouns_only & (countable | known['singular']),
        'person': person, 'persons': persons, 'manner': manner, 'adjective-only': adjective, 'described': adjective,
    }


def read_classes(path):
    classes = collections.defaultdict(set)
    with open(path) as file:
        for line in file:
            name, colon, words = line.partition(':')
            if colon and not line.startswith('#'):
                classes[name] |= set(words.split())
    return classes


def main():
    known = read_classes(sys.argv[2])
    nouns = known['noun-abstract'] | known['single']
    less = {'singular': nouns, 'noun-only': nouns | known['singular'], 'counted': nouns | known['singular'],
            'verb-or-noun': known['verb'], 'verb-s-or-plural': known['verb-s']}
    for name, words in classes_of(WordNet(sys.argv[1]), Texts(sys.argv[3:]), known).items():
        line = name + ':'
        for word in sorted(words - known[name] - less.get(name, set())):
            if len(line) + 1 + len(word) > 120:
                print(line)
                line = name + ':'
            line += ' ' + word
        if not line.endswith(':'):
            print(line)


if __name__ == '__main__':
    main()
