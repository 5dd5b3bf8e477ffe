"""Whether a seed was found: a finding that was not there before, in the paragraph that was changed."""
import collections
import json
import os
import subprocess

NEAR = 16  # characters between a finding and the changed words that still count as the right place
FIELDS = ('symbol', 'session', 'committee', 'agenda-item', 'item-title', 'distribution', 'date', 'original', 'adopted', 'source',
          'number', 'sponsors', 'proposal', 'meeting', 'meeting-date')
PLACES = ['at the words', 'near', 'in the paragraph', 'elsewhere', 'nowhere']


def check(penholder, folder):
    """The findings of all files of a folder, by file name."""
    run = subprocess.run([penholder, 'check', '--quiet', '--format', 'json', folder],
                         capture_output=True, text=True)
    if run.returncode > 1:
        raise SystemExit('check failed: ' + run.stderr[-2000:])
    found = collections.defaultdict(list)
    for finding in json.loads(run.stdout)['findings']:
        found[os.path.basename(finding['file'])].append(finding)
    return found


def key(finding):
    return finding['rule'], finding['message'], finding.get('text', '')



def new_findings(before, after, old_words, new_words):
    """Those of `after` that `before` does not have; the same thing said of the changed paragraph
    before it was changed is not new."""
    known = collections.Counter(key(f) for f in before)
    for rule, message, text in list(known):
        if text == old_words != new_words:
            known[rule, message, new_words] += known[rule, message, text]
    fresh = []
    for finding in after:
        if known[key(finding)] > 0:
            known[key(finding)] -= 1
        else:
            fresh.append(finding)
    return fresh


def nearest_words(candidates, changed):
    """Of several paragraphs the words that became the changed ones, as near as can be."""
    return max(candidates, key=lambda words: len(os.path.commonprefix([words, changed]))
               + len(os.path.commonprefix([words[::-1], changed[::-1]])))


def changed_span(old, new):
    """From where to where two texts differ, in characters of the new one."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(new) - end


def stands_in(finding, words):
    text = finding.get('text', '')
    folded, wanted = ' '.join(text.split()), ' '.join(words.split())
    return bool(wanted) and (wanted == folded or (len(wanted) > 30 and (wanted[:60] in folded or wanted[-60:] in folded))
                             or (len(folded) > 8 and folded in wanted))


def of_masthead(finding, seed):
    """A field shows its value alone ("128 (t)" of "Agenda item 128 (t)"); of a line that states none
    the message shows the words; a line that is missing stands nowhere, and an empty footnote has no words."""
    text = finding.get('text', '')
    return (finding['label'] in FIELDS and bool(text) and text in seed.touched[0]) \
        or (not text and bool(seed.touched[0]) and seed.touched[0] in finding['message']) \
        or (not text and (len(seed.touched) > 3 or (not seed.touched[0] and finding['label'].startswith('footnote'))))


def place_of(finding, seed):
    if of_masthead(finding, seed):
        return 'in the paragraph'
    if not any(stands_in(finding, words) for words in seed.touched):
        return 'elsewhere'
    if finding.get('from') is None or not stands_in(finding, seed.touched[0]):
        return 'in the paragraph'
    shift = seed.touched[0].find(finding['text'])
    shift = max(shift, 0)
    start, end = seed.span
    apart = max(finding['from'] + shift - end, start - finding['to'] - shift)
    return 'at the words' if apart <= 0 else 'near' if apart <= NEAR else 'in the paragraph'


def judge(seed, before, after):
    """The place of the nearest new finding, and the rules of all that stand in the paragraph."""
    fresh = new_findings(before, after, seed.old_words, seed.touched[0])
    places = [(PLACES.index(place_of(f, seed)), f['severity'], f['rule']) for f in fresh]
    nearest = min(places)[0] if places else len(PLACES) - 1
    return PLACES[nearest], sorted({(rule, severity) for place, severity, rule in places if place < 3})
