#!/usr/bin/env python3
"""Writes a resolution, as `penholder show --format json` gives it, as Markdown for pandoc.

usage: markdown.py <JSON
"""
import json
import re
import sys


def escaped(text):
    return re.sub(r"([\\`*_{}\[\]<>#^~$@|\"'])", r"\\\1", text)


def paragraph(of):
    marks = "".join("[^%s]" % mark for mark in of["footnotes"])
    first, _, rest = of["text"].partition(" ")
    text = "*%s* %s%s" % (escaped(first), escaped(rest), marks)
    if not of["number"]:
        return text
    return "%s%s  %s" % ("    " * (of["level"] - 1), of["number"], text)


def main():
    resolution = json.load(sys.stdin)
    parts = ["# " + escaped(resolution["title"] or ""), escaped(resolution.get("organ") or "")]
    parts += [paragraph(p) for p in resolution["paragraphs"]]
    parts += ["[^%s]: %s" % (note["number"], escaped(note["text"]))
              for note in resolution["footnotes"]]
    print("\n\n".join(parts))


main()
