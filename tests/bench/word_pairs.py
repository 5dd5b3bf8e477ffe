#!/usr/bin/env python3
"""Prints lines for tables of terms (rules/en/checking): words that adopted texts write in one way only, each with
the way in which people miswrite it. README.md says which rule has which. A person reads the lines before they go
into a rule.

usage: tests/bench/word_pairs.py PENHOLDER KIND [-n LEAST] [-t] FILE-OR-FOLDER...

KIND: hyphens (written with one, miswritten with a space), spaces (the other way round), capitals (names whose last
word, or only word, is miswritten small), small (pairs of small words whose second is miswritten with a capital).
-n: how often the right form must stand (by KIND). -t: lines are made from one half of the texts, by their titles,
and tried on the other half: prints the lines that stand there, and how often."""
import argparse
import collections
import os
import re
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from seeds import documents

BODY = ('operative', 'preambular', 'subparagraph')
WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*|[^\s\w]|\d+")
LEAST = {'hyphens': 8, 'spaces': 150, 'capitals': 25, 'small': 120}
# Between words of these nobody leaves a space or a hyphen out by mistake, and they are in every paragraph.
SMALL = set('a an the of to in on for with by at from into and or but nor as that which who this these its their is '
            'are was were be been has have had not should may shall will can it all also any such other no if '
            'through under between among upon within towards including'.split())


def files_of(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, _, names in sorted(os.walk(path)):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(('.txt', '.pdf', '.docx')))


def paragraphs_of(penholder, paths):
    """Which half of the texts, and the words of a paragraph; the same paragraph once."""
    seen = set()
    for file in files_of(paths):
        document = documents.Document.read(penholder, file)
        if not document:
            continue
        title = re.sub('[^a-z]', '', ''.join(p.plain().lower() for p in document.of('title')))[:40]
        for p in document.of(*BODY):
            if p.plain() not in seen:
                seen.add(p.plain())
                yield zlib.crc32(title.encode()) % 2, WORD.findall(p.plain())


def counted(paragraphs):
    ones, twos = collections.Counter(), collections.Counter()
    for words in paragraphs:
        ones.update(words[1:])  # the first word has a capital in any case
        twos.update(zip(words, words[1:]))
    return ones, twos


def hyphens(ones, twos, least):
    for word, count in ones.items():
        parts = word.split('-')
        if count >= least and len(parts) == 2 and all(len(p) > 1 and p.islower() for p in parts):
            yield ' '.join(parts), word
            if len(parts[0]) > 3:
                yield ''.join(parts), word


def spaces(ones, twos, least):
    for (one, two), count in twos.items():
        if count >= least and one.islower() and two.islower() and len(one) > 2 and len(two) > 2 \
                and not {one, two} & SMALL and one.isalpha() and two.isalpha() and not one.endswith('ly'):
            yield one + '-' + two, one + ' ' + two


def capitals(ones, twos, least):
    for word, count in ones.items():
        if count >= least and len(word) > 3 and word.isalpha() and word.istitle():
            yield word.lower(), word
    for (one, two), count in twos.items():
        if count >= least and one.istitle() and two.istitle() and len(one) > 2 and len(two) > 2 and two.isalpha():
            yield one + ' ' + two.lower(), one + ' ' + two


def small(ones, twos, least):
    for (one, two), count in twos.items():
        if count >= least and one.islower() and two.islower() and len(two) > 3 and one.isalpha() and two.isalpha() \
                and not {one, two} & SMALL:
            yield one + ' ' + two.capitalize(), one + ' ' + two


def stands(wrong, ones, twos):
    parts = tuple(wrong.split(' '))
    return twos[parts] if len(parts) == 2 else ones[wrong]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('penholder')
    parser.add_argument('kind', choices=sorted(LEAST))
    parser.add_argument('paths', nargs='+')
    parser.add_argument('-n', type=int)
    parser.add_argument('-t', action='store_true')
    arguments = parser.parse_args()
    halves = [], []
    for half, words in paragraphs_of(arguments.penholder, arguments.paths):
        halves[half].append(words)
    ones, twos = counted(halves[0] if arguments.t else halves[0] + halves[1])
    least = arguments.n or LEAST[arguments.kind]
    lines = {wrong: right for wrong, right in globals()[arguments.kind](ones, twos, least)
             if not stands(wrong, ones, twos)}
    if arguments.t:
        ones, twos = counted(halves[1])
        met = {wrong: stands(wrong, ones, twos) for wrong in lines if stands(wrong, ones, twos)}
        print('%d lines, %d of them stand in the other half, %d times' % (len(lines), len(met), sum(met.values())))
        lines = {wrong: '%s (%d)' % (lines[wrong], met[wrong]) for wrong in met}
    for wrong in sorted(lines):
        print('%s = %s' % (wrong, lines[wrong]))


if __name__ == '__main__':
    main()
