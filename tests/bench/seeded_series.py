#!/usr/bin/env python3
"""Seeds one departure at a time into the last text of a series and into the draft that penholder makes of
the texts before it, and prints how many of them `penholder check --series` tells; README.md says what each
figure means. Never a test: what is printed depends on the texts.

usage: tests/bench/seeded_series.py PENHOLDER [-n SEEDS] [-k KIND] [-v] FOLDER...

FOLDER: a series, with files named A_RES_SESSION_NUMBER; -n: seeds of each kind (40); -k: of this kind only;
-v: also every seed that was not told."""
import argparse
import collections
import difflib
import json
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from seeds import documents, judging
from seeds.kinds_series import KINDS

ENDINGS = ('.txt', '.pdf', '.doc', '.docx')
ALIKE = 0.9  # a paragraph that the text before has too, but for what changes from session to session

Base = collections.namedtuple('Base', 'form series document agreed before')


def session_of(name):
    found = re.match(r'[A-Z_]*_(\d+)_(\d+)', name)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def members_of(folder):
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder), key=session_of) if name.endswith(ENDINGS)]


def series_check(penholder, series, files):
    arguments = [penholder, 'check', '--quiet', '--format', 'json']
    for member in series:
        arguments += ['--series', member]
    run = subprocess.run(arguments + files, capture_output=True, text=True)
    if run.returncode > 1:
        raise SystemExit('check failed: ' + run.stderr[-2000:])
    found = collections.defaultdict(list)
    for finding in json.loads(run.stdout)['findings']:
        found[os.path.basename(finding['file'])].append(finding)
    return found


def folded(words):
    return re.sub(r'\W+', ' ', re.sub(r'\d+|\w+-(first|second|third|\w+th)\b', '', words)).split()


def agreed_in(document, last):
    """The paragraphs that the text before has, too."""
    kinds = ('preambular', 'operative', 'subparagraph')
    old = [folded(p.plain()) for p in last.of(*kinds)]
    return [i for i, p in enumerate(document.paragraphs) if p.kind in kinds and len(p.plain()) > 60 and any(
        difflib.SequenceMatcher(None, words, folded(p.plain()), False).ratio() >= ALIKE for words in old)]


def base_of(penholder, form, series, path):
    document = documents.Document.read(penholder, path)
    last = documents.Document.read(penholder, series[-1])
    if not document or not last:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, 'before.html')
        with open(file, 'w', encoding='utf-8') as out:
            out.write(documents.as_page(document))
        before = series_check(penholder, series, [file]).get('before.html', [])
    return Base(form, series, document, agreed_in(document, last), before)


def bases_of(penholder, folder):
    members = members_of(folder)
    if len(members) < 4:
        return []
    found = [base_of(penholder, 'adopted', members[:-1], members[-1])]
    with tempfile.TemporaryDirectory() as place:
        draft = os.path.join(place, 'draft.html')
        run = subprocess.run([penholder, 'draft', '--quiet', '--clean', '-o', draft] + members, capture_output=True)
        if run.returncode == 0:
            found.append(base_of(penholder, 'drafted', members, draft))
    return [base for base in found if base]


def is_told(finding, touched, before):
    """In the paragraph; of one that is gone, a message that shows how it began."""
    if touched[0].startswith('\0'):
        words = ' '.join(touched[0][1:].split())
        shown = ' '.join(re.findall('“(.*?)(?: …)?”', finding['message']))
        return finding['rule'].startswith('series-') and len(shown) > 15 and shown[:40] in words
    return any(judging.stands_in(finding, words) for words in touched)


def seeds_of(base, kind, wanted):
    chance = random.Random(kind[0] + base.series[-1] + base.form)
    for count in range(wanted):
        made = base.document.copy()
        touched = kind[2](made, [made.paragraphs[i] for i in base.agreed], chance)
        if touched:
            yield made, touched


def told_in(penholder, base, seeds):
    """Of each seed the rules that told it."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for i, (kind, made, touched) in enumerate(seeds):
            files.append(os.path.join(folder, '%d.html' % i))
            with open(files[-1], 'w', encoding='utf-8') as out:
                out.write(documents.as_page(made))
        found = series_check(penholder, base.series, files) if files else {}
    for i, (kind, made, touched) in enumerate(seeds):
        old = [p.plain() for p in base.document.paragraphs]
        was = judging.nearest_words(old, touched[0])
        fresh = judging.new_findings(base.before, found.get('%d.html' % i, []), was, touched[0])
        yield kind, touched, {f['rule'] for f in fresh if is_told(f, touched, base.before)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('penholder')
    parser.add_argument('folders', nargs='+')
    parser.add_argument('-n', type=int, default=40)
    parser.add_argument('-k', action='append')
    parser.add_argument('-v', action='store_true')
    arguments = parser.parse_args()
    kinds = [kind for kind in KINDS if not arguments.k or kind[0] in arguments.k]
    unknown = set(arguments.k or []) - {kind[0] for kind in kinds}
    if unknown:
        parser.error('no kind is called %s: %s' % (', '.join(sorted(unknown)), ' '.join(kind[0] for kind in KINDS)))
    bases = [base for folder in arguments.folders for base in bases_of(arguments.penholder, folder)]
    results = []
    for base in bases:
        each = -(-arguments.n // len(bases))
        seeds = [(kind,) + seed for kind in kinds for seed in seeds_of(base, kind, each)]
        for kind, touched, rules in told_in(arguments.penholder, base, seeds):
            results.append((kind[0], base.form, rules))
            if arguments.v and not rules:
                print('missed: %s: %s, after %s: %s' % (kind[0], base.form, base.series[-1], touched[0][:160].replace('\0', '')))
    print('%-20s %5s %7s  %s' % ('kind', 'seeds', 'recall', 'told by'))
    for kind in kinds:
        own = [rules for name, _, rules in results if name == kind[0]]
        by = collections.Counter(rule for rules in own for rule in rules)
        print('%-20s %5d %7s  %s' % (kind[0], len(own), '%.2f' % (sum(map(bool, own)) / len(own)) if own else '-',
                                     ', '.join('%s %d' % pair for pair in by.most_common(4))))
    for form in ('adopted', 'drafted'):
        own = [rules for _, name, rules in results if name == form]
        silent = [base for base in bases if base.form == form]
        said = sum(sum(f['rule'].startswith('series-') for f in base.before) for base in silent)
        print('%s: %d texts, %d findings of the series before seeding; %d seeds, recall %.3f' % (
            form, len(silent), said, len(own), sum(map(bool, own)) / max(1, len(own))))
    return 0


if __name__ == '__main__':
    sys.exit(main())
