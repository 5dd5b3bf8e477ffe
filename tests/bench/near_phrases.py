#!/usr/bin/env python3
"""Prints lines for tables of terms (rules/en/checking): two or three words that nearly are what adopted texts say in
many titles, and that none of them has. README.md says which rule has which. A person reads the lines before they go
into a rule.

usage: tests/bench/near_phrases.py PENHOLDER KIND [-n LEAST] [-s SCORE] [-t] FILE-OR-FOLDER...

KIND: dropped (a small word less), words (a word that looks, sounds or means alike: near_words.txt), forms (another form
of a word), prepositions (another preposition), swapped (two words that changed places). -n: in how many titles the right
words must stand (by KIND). -s: how many times as often as the wrong ones would stand by chance, had nobody written them
yet. -t: lines are made from four fifths of the texts, by their titles, and tried on the last fifth: prints the lines
that stand there, and how often."""
import argparse
import collections
import os
import re
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from seeds import documents
from word_pairs import BODY, files_of

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\s\w]|_")
PREPOSITIONS = set('of to in for by with on at from as into'.split())
DROPPED = PREPOSITIONS | set('the a an its their and that be is are has have this or which been not all'.split())
DEFAULTS = {'dropped': (9, 200), 'words': (15, 700), 'forms': (50, 6000), 'prepositions': (60, 1500), 'swapped': (90, 0)}
# What words end in, and what may stand in its place in another form of the same word.
ENDINGS = ['', 's', 'es', 'd', 'ed', 'ing', 'ly', 'ment', 'ion', 'ation', 'al', 'ally', 'ity', 'ence', 'y', 'ies', 'ied']


def words_of(paragraph):
    words = ['#' if w[0].isdigit() else w.lower() for w in WORD.findall(paragraph)]
    return ['^'] + words + ['$']


def read(penholder, paths):
    """The paragraphs of each title, the same one once."""
    titles, seen = collections.defaultdict(list), set()
    for file in files_of(paths):
        document = documents.Document.read(penholder, file)
        if not document:
            continue
        title = re.sub('[^a-z]', '', ''.join(p.plain().lower() for p in document.of('title')))[:40]
        for p in document.of(*BODY):
            if p.plain() not in seen:
                seen.add(p.plain())
                titles[title].append(words_of(p.plain()))
    return titles


def counted(titles):
    """In how many titles one to four words stand."""
    counts = [collections.Counter() for _ in range(5)]
    for paragraphs in titles:
        for size in range(1, 5):
            counts[size].update({tuple(p[i:i + size]) for p in paragraphs for i in range(len(p) - size + 1)})
    return counts


class Chance:
    """How often words would meet that were never seen together: by how many different words stood only once beside
    each of them."""

    def __init__(self, counts):
        self.counts = counts
        self.after, self.before = collections.Counter(), collections.Counter()
        self.beside = collections.Counter()
        for (a, b), n in counts[2].items():
            self.beside[a] += n
            if n == 1:
                self.after[a] += 1
                self.before[b] += 1
        for (a, b, c), n in counts[3].items():
            if n == 1:
                self.after[a, b] += 1
        self.all = sum(self.before.values())

    def of(self, words):
        if len(words) == 2:
            return (self.after[words[0]] + .3) * (self.before[words[1]] + .3) / self.all
        pair = self.counts[2][words[1:]] or self.of(words[1:])
        return (self.after[words[:2]] + .3) * pair / (self.beside[words[1]] + 1)


def near_words(path):
    small, pairs = collections.defaultdict(set), collections.defaultdict(set)
    for line in open(path, encoding='utf-8'):
        kind, _, rest = line.partition(': ')
        for part in [rest.split()] if kind == 'small' else [p.split('/') for p in rest.split()] if kind == 'pairs' else []:
            for word in part:
                (small if kind == 'small' else pairs)[word] |= set(part) - {word}
    return small, pairs


def forms(word, known):
    stems = {word[:-len(e)] if e else word for e in ENDINGS if word.endswith(e) and len(word) - len(e) > 2}
    stems |= {s + e for s in stems for e in 'ey'} | {s[:-1] + 'y' for s in stems if s.endswith('i')}
    made = {s + e for s in stems for e in ENDINGS} | {s[:-1] + e for s in stems if s[-1] in 'ey' for e in ENDINGS if e}
    return {w for w in made if w in known and w != word} if len(word) > 3 else set()


def dropped(counts, others):
    for size in (3, 4):
        for right in counts[size]:
            for i in range(1, size - 1):
                if right[i] in DROPPED:
                    yield right, right[:i] + right[i + 1:]


def replaced(counts, others):
    for size in (2, 3):
        for right in counts[size]:
            for i, word in enumerate(right):
                for other in others(word):
                    yield right, right[:i] + (other,) + right[i + 1:]


def swapped(counts, others):
    for right in counts[2]:
        if min(map(len, right)) > 3:
            yield right, right[::-1]


def lines(counts, kind, least, score):
    known = {w for (w,), n in counts[1].items() if n >= 4 and w.isalpha()}
    small, pairs = near_words(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'near_words.txt'))
    others = {'words': lambda w: pairs[w] if w in pairs else (), 'forms': lambda w: forms(w, known),
              'prepositions': lambda w: small[w] & PREPOSITIONS if w in PREPOSITIONS else ()}.get(kind)
    chance, found = Chance(counts), {}
    for right, wrong in {'dropped': dropped, 'swapped': swapped}.get(kind, replaced)(counts, others):
        n = counts[len(right)][right]
        if n < least or counts[len(wrong)][wrong] or not all(w.isalpha() for w in right + wrong):
            continue
        if n >= score * chance.of(wrong) and n > found.get(wrong, (0,))[0]:
            found[wrong] = n, right
    shorter = lambda wrong: len(wrong) == 3 and (wrong[:2] in found or wrong[1:] in found)
    return {wrong: right for wrong, (_, right) in found.items() if not shorter(wrong)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('penholder')
    parser.add_argument('kind', choices=sorted(DEFAULTS))
    parser.add_argument('paths', nargs='+')
    parser.add_argument('-n', type=int)
    parser.add_argument('-s', type=float)
    parser.add_argument('-t', action='store_true')
    arguments = parser.parse_args()
    least, score = (given if given is not None else usual for given, usual in
                    zip((arguments.n, arguments.s), DEFAULTS[arguments.kind]))
    titles = read(arguments.penholder, arguments.paths)
    last = {t for t in titles if arguments.t and zlib.crc32(t.encode()) % 5 == 0}
    made = lines(counted(p for t, p in titles.items() if t not in last), arguments.kind, least, score)
    if not arguments.t:
        for wrong, right in sorted(made.items()):
            print('    %s = %s' % (' '.join(wrong), ' '.join(right)))
        return
    tried = collections.Counter(tuple(p[i:i + size]) for t in last for p in titles[t]
                                for size in (2, 3) for i in range(len(p) - size + 1))
    places = {wrong: tried[wrong] for wrong in made if tried[wrong]}
    for wrong, count in sorted(places.items(), key=lambda place: -place[1]):
        print('%4d  %s = %s' % (count, ' '.join(wrong), ' '.join(made[wrong])))
    print('%d lines, %d places in %d titles' % (len(made), sum(places.values()), len(last)))


if __name__ == '__main__':
    main()
