#!/usr/bin/env python3
"""Seeds one error at a time into clean Word files and prints how many of them `penholder check` finds, and where;
README.md says what each figure means. Never a test: what is printed depends on the files.

usage: tests/bench/seeded_word.py PENHOLDER [-n SEEDS] [-k KIND] [-t] [-v] [-o FOLDER] FILE-OR-FOLDER...

What is no Word file is made one first (`show -o`). -n: how many seeds in all (2500); -k: of this kind only; -t: none of
the kinds that only a Word file can have; -w: only those; -v: also every seed that was not found; -o: keep the seeded files."""
import argparse
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import seeded
from seeds import documents, judging, kinds_word, word


class Draft:
    """A clean file: its package, its document, the findings before."""

    def __init__(self, path, document, before):
        self.path, self.document, self.before = path, document, before
        self.package = word.Package(path)
        for i, paragraph in enumerate(document.paragraphs):
            paragraph.at = i

    def places(self, package):
        return word.find_places(package, self.document)


def prepared(penholder, paths, folder):
    """Each as a .docx in a folder."""
    made = []
    for path in paths:
        files = [path] if os.path.isfile(path) else [os.path.join(top, name) for top, _, names in sorted(os.walk(path))
                                                     for name in sorted(names) if name.endswith(seeded.ENDINGS)]
        for file in files:
            out = os.path.join(folder, '%d-%s.docx' % (len(made), os.path.splitext(os.path.basename(file))[0]))
            if file.endswith('.docx'):
                with open(file, 'rb') as old, open(out, 'wb') as new:
                    new.write(old.read())
                made.append(out)
            elif not subprocess.run([penholder, 'show', '-q', file, '-o', out], capture_output=True).returncode:
                made.append(out)
    return made


def clean_files(penholder, files, folder):
    found = judging.check(penholder, folder)
    clean = []
    for file in files:
        before = found.get(os.path.basename(file), [])
        if any(f['severity'] != 'information' for f in before):
            continue
        document = documents.Document.read(penholder, file)
        if document and document.of('operative', 'preambular'):
            clean.append(Draft(file, document, before))
    return clean


# ---- kinds of text, put into the runs ----

def put_in(draft, made, package, places):
    """Brings the changes of a copy of the document into the file; False: they cannot be."""
    old = draft.document.paragraphs
    kept = [p.at for p in made.paragraphs if hasattr(p, 'at')]
    changed = False
    for p in made.paragraphs:
        if not hasattr(p, 'at'):
            continue
        before, place = old[p.at], places[p.at]
        if before.plain() != p.plain():
            if not place or not place.edit(before.plain(), p.plain()):
                return False
            changed = True
        if before.number != p.number:
            if not place or place.start < len(before.number) + 1 or not p.number:
                return False
            changed = place.edit(before.number, p.number, -place.start)
            if not changed:
                return False
    if len(kept) < len(old) or kept != sorted(kept) or len(made.paragraphs) != len(kept):
        return arranged(old, made, places)
    return changed


def arranged(old, made, places):
    """Paragraphs that went, came (copies of others) or changed places."""
    elements, used = [], set()
    for p in made.paragraphs:
        at = getattr(p, 'at', None)
        twin = at if at is not None else next((q.at for q in old if q.plain() == p.plain()), None)
        if twin is None:
            return False
        if p.kind == 'note' or old[twin].kind in ('note', 'organ', 'title'):
            continue
        place = places[twin]
        if place:
            elements.append(place.element.cloneNode(True) if id(place.element) in used or at is None else place.element)
            used.add(id(place.element))
    all_ = [pl.element for q, pl in zip(old, places) if pl and q.kind not in ('note', 'organ', 'title')]
    if any(q.kind == 'note' for q in old) and len([p for p in made.paragraphs if p.kind == 'note']) != len([q for q in old if q.kind == 'note']):
        return False
    if not elements or len({id(e.parentNode) for e in all_}) != 1:
        return False
    parent, end = all_[0].parentNode, None
    first = [e for e in all_ if e.getElementsByTagName('w:t')][0]
    anchor = first.ownerDocument.createElement('w:p')
    # what is put anew stands where the paragraphs stood, each behind the one before it
    before = None
    for element in all_:
        if not any(element is e for e in elements):
            parent.removeChild(element)
    for element in elements:
        if before is not None and before.nextSibling is not element:
            following = before.nextSibling
            if element.parentNode is not None and not ahead(before, element):
                parent.insertBefore(element, following)
            elif element.parentNode is None:
                parent.insertBefore(element, following)
        before = element
    return True


def ahead(one, other):
    """Whether `other` stands behind `one`."""
    at = one.nextSibling
    while at is not None and at is not other:
        at = at.nextSibling
    return at is other


def text_seed(kind, name, draft, chance):
    made = draft.document.copy()
    touched = kind[2](made, chance)
    if not touched:
        return None
    package = draft.package.copy()
    if not put_in(draft, made, package, draft.places(package)):
        return None
    old = seeded.original_words(draft.document, touched[0])
    return seeded.Seed(kind[0], name, 'docx', package, [p.plain() for p in touched], old,
                       judging.changed_span(old, touched[0].plain()))


def word_seed(kind, name, draft, chance):
    package = draft.package.copy()
    touched = kind[2](package, list(zip(draft.document.paragraphs, draft.places(package))), chance)
    if touched is None:
        return None
    words = [p.plain() for p in touched]
    return seeded.Seed(kind[0], name, 'docx', package, words, words[0] if words else '', (0, len(words[0]) if words else 0))


def make_seeds(clean, kinds, wanted, folder):
    seeds = []
    each = -(-wanted // len(kinds))
    for kind in kinds:
        chance = random.Random(kind[0])
        order = list(range(len(clean)))
        chance.shuffle(order)
        count = 0
        for at in order:
            if count == each:
                break
            make = word_seed if kind in kinds_word.KINDS else text_seed
            seed = make(kind, '%s-%d.docx' % (kind[0], count), clean[at], chance)
            if seed:
                seed.document.write(os.path.join(folder, seed.name))
                seeds.append((seed._replace(document=clean[at].document), clean[at].before))
                count += 1
    return seeds


def judge(seed, before, after):
    if seed.touched:
        return judging.judge(seed, before, after)
    fresh = judging.new_findings(before, after, '', '')
    return ('in the paragraph' if fresh else 'nowhere'), sorted({(f['rule'], f['severity']) for f in fresh})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('penholder')
    parser.add_argument('paths', nargs='+')
    parser.add_argument('-n', type=int, default=2500)
    parser.add_argument('-k', action='append')
    parser.add_argument('-t', action='store_true')
    parser.add_argument('-w', action='store_true')
    parser.add_argument('-v', action='store_true')
    parser.add_argument('-o')
    arguments = parser.parse_args()
    kinds = ([] if arguments.t else kinds_word.KINDS) + ([] if arguments.w else seeded.KINDS)
    kinds = [kind for kind in kinds if not arguments.k or kind[0] in arguments.k]
    with tempfile.TemporaryDirectory() as base, tempfile.TemporaryDirectory() as made:
        files = prepared(arguments.penholder, arguments.paths, base)
        clean = clean_files(arguments.penholder, files, base)
        print('%d files, %d of them clean' % (len(files), len(clean)))
        folder = arguments.o or made
        os.makedirs(folder, exist_ok=True)
        seeds = make_seeds(clean, kinds, arguments.n if not arguments.k else 20 * len(kinds), folder)
        after = judging.check(arguments.penholder, folder)
        results = [(seed,) + judge(seed, before, after.get(seed.name, [])) for seed, before in seeds]
    if arguments.v:
        seeded.print_misses([r for r in results if r[0].touched])
    seeded.print_kinds(kinds, results)
    return 0 if seeded.print_sums(results) >= seeded.FLOOR else 1


if __name__ == '__main__':
    sys.exit(main())
