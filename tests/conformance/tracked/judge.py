#!/usr/bin/env python3
"""Says of all pairs whether the new document is what is left when its tracked changes are accepted,
and the old one when they are rejected, as each program sees it: a table, and below it every pair
that fails, with the first words that differ, and how many look wrong only by a known fault of the
program that took the changes. The head of the pages is not looked at in a user's own file whose
changes are accepted: it stays as it was. Exit code 1: a pair fails.

usage: judge.py FOLDER <PAIRS     PAIRS: see pairs.sh; FOLDER: what take.sh wrote
"""
import collections
import difflib
import json
import os
import sys

import known
import parts

PROGRAMS = ("penholder", "libreoffice", "pandoc")
SIDES = ("accept", "reject")
COLUMNS = ["compare"] + ["%s %s" % (program, side) for program in PROGRAMS for side in SIDES] + \
    ["valid", "parts", "same"]
WIDTH = 20
BEFORE, SHOWN = 30, 120


class Known(str):
    """Why a pair looks wrong that is not."""


def lines(path):
    """The paragraphs of a program's text that have words; None where the program wrote none."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        squeezed = (" ".join(line.split()) for line in file)
        return [line for line in squeezed if line]


def difference(expected, seen):
    """How two lists of paragraphs differ, with the first place; "" where they do not."""
    places = [[" ¶ ".join(expected[i:j]), " ¶ ".join(seen[k:l])] for kind, i, j, k, l in
              difflib.SequenceMatcher(None, expected, seen, False).get_opcodes() if kind != "equal"]
    if not places:
        return ""
    start = max(0, len(os.path.commonprefix(places[0])) - BEFORE)
    return "%d places; the first: %s, not %s" % ((len(places),) + tuple(
        repr(text[start:start + SHOWN]) for text in reversed(places[0])))


def taken(program, side, pair, document, own_file):
    """What is wrong with a pair once a program has taken its changes; None: it was not tried."""
    path = "%s/%s.%s" % (pair, program, side)
    expected, seen = lines("%s.%s" % (document, program)), lines(path)
    if seen is None:
        error = lines(path + ".error")
        return None if error is None else " ".join(error) or "nothing was written"
    if own_file and side == "accept":
        expected, seen = without_heads(expected), without_heads(seen)
    wrong = difference(expected, seen)
    reason = wrong and known.reason(program, pair + "/tracked.docx", expected, seen)
    return Known(reason) if reason else wrong


def without_heads(words):
    return [line for line in words if not line.startswith("header ")]


def faults(path):
    """What the validator has against a document, if there is one."""
    if not os.path.exists(path):
        return []
    with open(path + ".validator", encoding="utf-8") as file:
        return [error["description"] for error in json.load(file)["errors"]]


def valid(pair, before):
    """What is wrong with the documents of a pair beside what was wrong with the old one."""
    earlier = faults(before)
    for name in ("tracked", "accept", "reject"):
        path = "%s/%s.docx" % (pair, name)
        new = [fault for fault in faults(path) if fault not in earlier]
        if new:
            return "%s.docx: %s" % (name, new[0])
    return ""


def same_bytes(path, other):
    """What is wrong with a document compared with itself: it should be as it was."""
    if not os.path.exists(other):
        return "nothing was written"
    with open(path, "rb") as one, open(other, "rb") as two:
        return "" if one.read() == two.read() else "it was written anew"


def verdicts(folder, name, old, before, after):
    pair = os.path.join(folder, name)
    tracked = pair + "/tracked.docx"
    if not os.path.exists(tracked):
        with open(pair + "/error", encoding="utf-8") as file:
            return {"compare": file.read().strip() or "nothing was written"}
    own_file = old.endswith(".docx")
    found = {"compare": ""}
    for program in PROGRAMS:
        found[program + " accept"] = taken(program, "accept", pair, after, own_file)
        found[program + " reject"] = taken(program, "reject", pair, before, own_file)
    found["valid"] = valid(pair, before)
    if own_file:
        found["parts"] = parts.changed(old, tracked)
        found["same"] = same_bytes(old, pair + "/same.docx")
    return found


def table(results):
    columns = [column for column in COLUMNS if any(column in found for _, _, found in results)]
    width = max(len(origin) for origin, _, _ in results) + 2
    print(" " * width + "".join(title.rjust(WIDTH) for title in ["pairs"] + columns))
    for origin in dict.fromkeys(origin for origin, _, _ in results):
        row = [found for of, _, found in results if of == origin]
        print(origin.ljust(width) + str(len(row)).rjust(WIDTH) +
              "".join(cell(row, column).rjust(WIDTH) for column in columns))


def cell(row, column):
    """How many of the pairs on which something was tried are right."""
    tried = [found[column] for found in row if found.get(column) is not None]
    excused = sum(isinstance(wrong, Known) for wrong in tried)
    shown = "%d of %d" % (tried.count(""), len(tried)) if tried else "-"
    return shown + (" (%d known)" % excused if excused else "")


def print_known(results):
    counts = collections.Counter((column, wrong) for _, _, found in results
                                 for column, wrong in found.items() if isinstance(wrong, Known))
    for (column, reason), count in sorted(counts.items()):
        print("known: %s, %d pairs: %s" % (column, count, reason))


def main():
    results = []
    for line in sys.stdin:
        origin, name, old, _, before, after = line.rstrip("\n").split("\t")
        results.append((origin, name, verdicts(sys.argv[1], name, old, before, after)))
    table(results)
    failed = [(name, column, wrong) for _, name, found in results
              for column, wrong in found.items() if wrong and not isinstance(wrong, Known)]
    for fault in failed:
        print("FAILED: %s, %s: %s" % fault)
    print_known(results)
    print("%d pairs, %d faults" % (len(results), len(failed)))
    sys.exit(bool(failed))


main()
