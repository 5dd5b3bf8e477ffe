"""A resolution as a list of paragraphs that a seed may change, read from `penholder show --format html`
and written in two forms: as a web page, which carries italics and footnotes, and as plain text."""
import copy
import html
import re
import subprocess

# What stands in a paragraph's words for markup, so that patterns never meet a tag.
ITALIC, ROMAN, NOTE, END_NOTE = '\ue001', '\ue002', '\ue003', '\ue004'
PARAGRAPH = re.compile(r'<(?:p|h[1-6])(?: class="(?P<kind>[a-z-]+)")?(?: id="note-(?P<note>\d+)")?'
                       r'[^>]*>(?P<inner>.*)</(?:p|h[1-6])>$')
LEVEL = re.compile(r'--level: (\d)')
NUMBER = re.compile(r'<span class="(?:number|mark)">(?:<a [^>]*>)?(.*?)(?:</a>)?</span> ?')
MENTION = re.compile(r'<sup><a [^>]*>(.*?)</a></sup>')


class Paragraph:
    """kind: preambular, operative, subparagraph, organ, title, note, heading or a line of the
    masthead; number: as printed, '' for none; words: with the markers above."""

    def __init__(self, kind, number, words, level=1):
        self.kind, self.number, self.words, self.level = kind, number, words, level

    def plain(self):
        """The words as findings show them: no number, no footnote mark."""
        if self.kind == 'title':
            return re.sub(r'^\d+/\d+( [A-Z])?\. ', '', self.words).strip()
        words = re.sub(NOTE + '.*?' + END_NOTE, '', self.words)
        return re.sub('[' + ITALIC + ROMAN + ']', '', words).strip()


def marked(inner):
    inner = MENTION.sub(NOTE + r'\1' + END_NOTE, inner)
    inner = inner.replace('<i>', ITALIC).replace('</i>', ROMAN)
    return html.unescape(re.sub('<[^>]*>', '', inner))


def paragraph_of(line):
    match = PARAGRAPH.match(line)
    if not match:
        return None
    kind = match['kind'] or ('note' if match['note'] else 'title' if line[1:3] == 'h1' else 'heading')
    number = NUMBER.match(match['inner'])
    level = LEVEL.search(line)
    inner = match['inner'][number.end():] if number else match['inner']
    return Paragraph(kind, html.unescape(number[1]) if number else '', marked(inner),
                     int(level[1]) if level else 1)


class Document:
    def __init__(self, name, paragraphs):
        self.name, self.paragraphs = name, paragraphs

    @staticmethod
    def read(penholder, path):
        """None for what cannot be read."""
        page = subprocess.run([penholder, 'show', '--quiet', '--format', 'html', path],
                              capture_output=True, text=True)
        if page.returncode:
            return None
        body = page.stdout.partition('<body>')[2]
        return Document(path, [p for p in map(paragraph_of, body.split('\n')) if p])

    def copy(self):
        return Document(self.name, copy.deepcopy(self.paragraphs))

    def of(self, *kinds):
        return [p for p in self.paragraphs if p.kind in kinds]

    def session(self):
        """Of the symbol in the masthead; 0 where there is none."""
        for p in self.of('symbol'):
            match = re.match(r'A/(?:RES/|C\.\d/)?(\d+)/', p.words)
            if match:
                return int(match[1])
        return 0


def as_page(document):
    lines = []
    for p in document.paragraphs:
        words = html.escape(p.words, quote=False)
        words = words.replace(ITALIC, '<i>').replace(ROMAN, '</i>')
        words = re.sub(NOTE + r'(.*?)' + END_NOTE, r'<sup><a href="#note-\1">\1</a></sup>', words)
        tag = {'title': 'h1', 'heading': 'h3'}.get(p.kind, 'p')
        note = ' id="note-%s"' % p.number if p.kind == 'note' else ''
        style = ' style="--level: %d"' % p.level if p.level > 1 else ''
        number = '<span class="number">%s</span> ' % p.number if p.number else ''
        lines.append('<%s class="%s"%s%s>%s%s</%s>' % (tag, p.kind, note, style, number, words, tag))
    return '<!DOCTYPE html>\n<html lang="en"><body>\n%s\n</body></html>\n' % '\n'.join(lines)


def as_text(document):
    """Notes are left out, as in texts that were copied out of somewhere."""
    lines = []
    for p in document.paragraphs:
        if p.kind == 'note':
            continue
        tabs = '\t' * p.level if p.kind in ('operative', 'subparagraph', 'preambular', 'organ') else ''
        lines.append(tabs + (p.number + '\t' if p.number else '') + p.plain() + '\n')
    return '\n'.join(lines)


FORMS = {'html': as_page, 'txt': as_text}
