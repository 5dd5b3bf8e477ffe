#!/usr/bin/env python3
"""Writes the sound package of good/, and one with each fault that seeds.txt describes.

usage: pack.py FOLDER     prints "FAULT<tab>FILE" a line; the sound one is "-"
"""
import sys
import warnings
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def seeds():
    """The paragraphs of seeds.txt, as dictionaries."""
    text = (HERE / "seeds.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield dict(line.split(": ", 1) if ": " in line else (line.rstrip(":"), "")
                       for line in lines)


def parts_of(seed):
    """Name and content of each part, in order, with the seed's change."""
    for path in sorted(p for p in (HERE / "good").rglob("*") if p.is_file()):
        name = str(path.relative_to(HERE / "good"))
        text = path.read_text(encoding="utf-8")
        if seed.get("drop") == name:
            continue
        if seed.get("edit") == name:
            assert text.count(seed["from"]) == 1, seed
            text = text.replace(seed["from"], seed["to"])
        yield name, text
        if seed.get("twice") == name:
            yield name, text
    if "add" in seed:
        yield seed["add"], seed["to"]


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    warnings.simplefilter("ignore")  # a part that stands twice is meant
    for number, seed in enumerate([{"fault": "-"}, *seeds()]):
        name = "good" if not number else "%02d-%s" % (number, seed["fault"])
        path = folder / (name + ".docx")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for part, text in parts_of(seed):
                package.writestr(part, text)
        print("%s\t%s" % (seed["fault"], path))


if __name__ == "__main__":
    main()
