#!/usr/bin/env python3
"""Seeds one error at a time into clean resolutions and prints how many of them `penholder check` finds,
and where; README.md says what each figure means. Never a test: what is printed depends on the texts.

usage: tests/bench/seeded.py PENHOLDER [-n SEEDS] [-k KIND] [-v] FILE-OR-FOLDER...

-n: how many seeds in all (2500); -k: of this kind only; -v: also every seed that was not found."""
import argparse
import collections
import os
import random
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from seeds import documents, judging, kinds_citations, kinds_facts, kinds_form, kinds_grammar, kinds_history, \
    kinds_language, kinds_layout, kinds_openings, kinds_trust, kinds_words

KINDS = kinds_layout.KINDS + kinds_openings.KINDS + kinds_citations.KINDS + kinds_words.KINDS + kinds_trust.KINDS \
    + kinds_facts.KINDS + kinds_grammar.KINDS + kinds_history.KINDS + kinds_language.KINDS \
    + kinds_form.KINDS
BATCH = 500
FLOOR = 0.95
ENDINGS = ('.txt', '.pdf', '.doc', '.docx')
FIRST_SESSION = 60  # older resolutions follow older rules

Seed = collections.namedtuple('Seed', 'kind name form document touched old_words span')


def read_documents(penholder, paths):
    files = []
    for path in paths:
        for folder, _, names in sorted(os.walk(path)):
            files += [os.path.join(folder, name) for name in sorted(names) if name.endswith(ENDINGS)]
        files += [path] if os.path.isfile(path) else []
    read = [documents.Document.read(penholder, file) for file in files]
    return [d for d in read if d and d.session() >= FIRST_SESSION and d.of('operative', 'preambular')]


def checked(penholder, texts):
    """Findings by name, of texts by name."""
    found = {}
    names = sorted(texts)
    for start in range(0, len(names), BATCH):
        with tempfile.TemporaryDirectory() as folder:
            for name in names[start:start + BATCH]:
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                    file.write(texts[name])
            found.update(judging.check(penholder, folder))
    return found


def clean_only(penholder, read):
    """Documents with no error and no warning in either form, and what is found in them."""
    texts = {'%d.%s' % (i, form): write(d) for i, d in enumerate(read)
             for form, write in documents.FORMS.items()}
    found = checked(penholder, texts)
    clean = []
    for i, document in enumerate(read):
        before = {form: found.get('%d.%s' % (i, form), []) for form in documents.FORMS}
        if all(f['severity'] == 'information' for findings in before.values() for f in findings):
            clean.append((document, before))
    return clean


def original_words(document, changed):
    """The words of the paragraph that the changed one was, as near as can be."""
    old = [p.plain() for p in document.paragraphs]
    new = changed.plain()
    if new in old:
        return new
    return judging.nearest_words(old, new)


def make_seed(kind, name, form, document, chance):
    made = document.copy()
    touched = kind[2](made, chance)
    if not touched:
        return None
    old = original_words(document, touched[0])
    new = touched[0].plain()
    return Seed(kind[0], name, form, made, [p.plain() for p in touched], old,
                judging.changed_span(old, new))


def make_seeds(clean, kinds, wanted):
    """As many of each kind, each in another document; a kind with few places has fewer."""
    seeds = []
    each = -(-wanted // len(kinds))
    for kind in kinds:
        chance = random.Random(kind[0])
        forms = kind[3] if len(kind) > 3 else tuple(documents.FORMS)
        order = list(range(len(clean)))
        chance.shuffle(order)
        count = 0
        for at in order:
            form = forms[count % len(forms)]
            seed = make_seed(kind, '%s-%d.%s' % (kind[0], count, form), form, clean[at][0], chance)
            if seed:
                seeds.append((seed, clean[at][1][form]))
                count += 1
            if count == each:
                break
    return seeds


def print_misses(results):
    for seed, place, _ in results:
        if place in ('elsewhere', 'nowhere'):
            start, end = seed.span
            words = seed.touched[0]
            shown = words[max(0, start - 40):end + 20]
            print('missed: %s: %s (%s): …%s…' % (seed.kind, os.path.basename(seed.document.name), seed.form, shown))


def print_kinds(kinds, results):
    print('%-24s %5s %7s  %s' % ('kind', 'seeds', 'recall', 'found by'))
    for kind in kinds:
        own = [r for r in results if r[0].kind == kind[0]]
        found = sum(place in judging.PLACES[:3] for _, place, _ in own)
        rules = collections.Counter(rule for _, _, by in own for rule, _ in by)
        shown = ', '.join('%s %d' % pair for pair in rules.most_common(3)) or '(%s)' % kind[1]
        print('%-24s %5d %7s  %s' % (kind[0], len(own), '%.2f' % (found / len(own)) if own else '-', shown))


def print_sums(results):
    total = len(results)
    places = collections.Counter(place for _, place, _ in results)
    found = sum(places[place] for place in judging.PLACES[:3])
    severe = sum(any(severity != 'information' for _, severity in by) for _, _, by in results)
    print('\n%d seeds of %d kinds' % (total, len({seed.kind for seed, _, _ in results})))
    for place in judging.PLACES:
        print('%-20s %5d  %.3f' % (place, places[place], places[place] / total))
    for form in documents.FORMS:
        own = [place for seed, place, _ in results if seed.form == form]
        print('recall, %-12s %5d  %.3f' % (form, len(own), sum(p in judging.PLACES[:3] for p in own) / max(1, len(own))))
    print('as error or warning  %5d  %.3f' % (severe, severe / total))
    print('recall               %5d  %.3f (floor %.2f)' % (found, found / total, FLOOR))
    return found / total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('penholder')
    parser.add_argument('paths', nargs='+')
    parser.add_argument('-n', type=int, default=2500)
    parser.add_argument('-k', action='append')
    parser.add_argument('-v', action='store_true')
    arguments = parser.parse_args()
    kinds = [kind for kind in KINDS if not arguments.k or kind[0] in arguments.k]
    unknown = set(arguments.k or []) - {kind[0] for kind in kinds}
    if unknown:
        parser.error('no kind is called %s: %s' % (', '.join(sorted(unknown)), ' '.join(kind[0] for kind in KINDS)))
    read = read_documents(arguments.penholder, arguments.paths)
    clean = clean_only(arguments.penholder, read)
    print('%d texts, %d of them clean' % (len(read), len(clean)))
    seeds = make_seeds(clean, kinds, arguments.n if not arguments.k else 20 * len(kinds))
    if not seeds:
        sys.exit('%s: no text has a place for these kinds' % os.path.basename(sys.argv[0]))
    after = checked(arguments.penholder, {seed.name: documents.FORMS[seed.form](seed.document) for seed, _ in seeds})
    results = [(seed,) + judging.judge(seed, before, after.get(seed.name, [])) for seed, before in seeds]
    if arguments.v:
        print_misses(results)
    print_kinds(kinds, results)
    return 0 if print_sums(results) >= FLOOR else 1


if __name__ == '__main__':
    sys.exit(main())
