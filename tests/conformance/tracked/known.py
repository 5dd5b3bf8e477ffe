"""Faults of other programs that make a pair look wrong which is right: what each does, and a way to
read its words without it. A pair that is right but for such a fault is listed with the reason, and
does not fail."""
import re

LABEL = re.compile(r"(\d+\.|\([a-z]+\))( |$)")


def without_labels(lines):
    bare = (LABEL.sub("", line, 1) for line in lines)
    return [line for line in bare if line]


FAULTS = {
    # Seen in pandoc 2.17: the numbers after it are one too high.
    "pandoc": ("pandoc keeps the number of a list item that is gone", without_labels),
}


def reason(program, expected, seen):
    """The fault by which two texts differ; None where they differ otherwise."""
    if program in FAULTS:
        name, read = FAULTS[program]
        if read(expected) == read(seen):
            return name
    return None
