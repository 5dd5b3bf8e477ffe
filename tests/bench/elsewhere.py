#!/usr/bin/env python3
"""Prints the lines of tables of terms (rules/en/checking) whose wrong words stand in ordinary English, and in how many
of its texts: such a line speaks where nothing is wrong, as soon as a resolution is about something new. README.md says more.

usage: tests/bench/elsewhere.py FOLDER [-n LEAST] RULE...

FOLDER: texts (.txt) that no table was made of; RULE: files of rules. -n: in how many texts the words must stand (1).
Rules that say how a word is spelled here (labor, insure) have lines that stand elsewhere and are right."""
import argparse
import collections
import os
import re

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\s\w]|\d+")
LONGEST = 4


def phrases(text):
    """All one to four words in a row of a text that nothing stands between."""
    words, found = [w.lower().replace("'", '’') for w in WORD.findall(text)], set()
    for start in range(len(words)):
        for end in range(start, min(start + LONGEST, len(words))):
            if not words[end][0].isalpha():
                break
            found.add(' '.join(words[start:end + 1]))
    return found


def lines_of(rule):
    with open(rule, encoding='utf-8') as file:
        for terms in re.findall(r'<terms[^>]*>(.*?)</terms>', file.read(), re.S):
            yield from (line.strip() for line in terms.splitlines() if line.strip())


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('folder')
    parser.add_argument('-n', type=int, default=1)
    parser.add_argument('rules', nargs='+')
    args = parser.parse_args()
    counts = collections.Counter()
    for folder, _, names in os.walk(args.folder):
        for name in (n for n in names if n.endswith('.txt')):
            with open(os.path.join(folder, name), encoding='utf-8', errors='replace') as file:
                counts.update(phrases(file.read()))
    for rule in args.rules:
        lines = list(lines_of(rule))
        met = [(counts[line.split(' = ')[0].lower()], line) for line in lines]
        met = sorted((m for m in met if m[0] >= args.n), reverse=True)
        print(f'{os.path.basename(rule)}: {len(met)} of {len(lines)} lines')
        for count, line in met:
            print(f'{count:6}  {line}')


if __name__ == '__main__':
    main()
