"""Writes google.docx: an invented text in the manner of documents exported from Google Docs. No
style says anything; italics, sizes and raised marks stand on every run; each list is its own."""
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text, look=''):
    return (f'<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>{look}'
            f'<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


def italic(text):
    return run(text, '<w:i w:val="1"/><w:iCs w:val="1"/>')


def note(number):
    return (f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:customMarkFollows="0" w:id="{number}"/></w:r>')


def paragraph(inside, properties=''):
    return f'<w:p><w:pPr>{properties}<w:rPr/></w:pPr>{inside}</w:p>'


def numbered(level, inside):
    return paragraph(inside, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


body = ''.join([
    paragraph(run('Promotion of invented cooperation', '<w:b w:val="1"/>')),
    paragraph(italic('The General Assembly') + run(',')),
    paragraph(italic('Recalling') + run(' its resolution 60/1 of 16 September 2005,') + note(0)),
    paragraph(italic('Noting') + run(' the ') + run('work', '<w:b w:val="1"/>') +
              run(' done so far,')),
    numbered(0, italic('Welcomes') + run(' the report;') + note(1)),
    numbered(0, italic('Requests') + run(' the Secretary-General:')),
    numbered(1, run('To report on it;')),
    numbered(1, '<w:sdt><w:sdtPr/><w:sdtContent>' + run('To inform Member States:') +
             '</w:sdtContent></w:sdt>'),
    numbered(2, run('Of this;')),
    numbered(2, run('Of that;')),
    numbered(0, italic('Decides') +
             '<w:ins w:id="0" w:author="A. Person">' + run(' to return to it') + '</w:ins>' +
             '<w:del w:id="1" w:author="A. Person"><w:r><w:delText xml:space="preserve">'
             ' to end it</w:delText></w:r></w:del>' + run('.')),
    paragraph(''),
])
levels = ''.join(
    f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    '<w:lvlJc w:val="left"/></w:lvl>'
    for i, (form, text) in enumerate([('decimal', '%1.'), ('lowerLetter', '%2.'),
                                      ('lowerRoman', '%3.')]))
notes = ''.join(f'<w:footnote w:id="{i}">' + paragraph('<w:r><w:footnoteRef/></w:r>' +
                                                       run(' ' + text)) + '</w:footnote>'
                for i, text in enumerate(['Resolution 60/1.', 'A/75/1.']))
types = ['numbering', 'footnotes', 'styles']
relations = ''.join(f'<Relationship Id="rId{i}" Type="{R}/{name}" Target="{name}.xml"/>'
                    for i, name in enumerate(types))
parts = {
    '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default ContentType="application/xml" Extension="xml"/></Types>',
    '_rels/.rels': f'<Relationships xmlns="{REL}"><Relationship Id="rId1" Type="{R}/officeDocument"'
                   ' Target="word/document.xml"/></Relationships>',
    'word/document.xml': f'<w:document {W}><w:body>{body}</w:body></w:document>',
    'word/_rels/document.xml.rels': f'<Relationships xmlns="{REL}">{relations}</Relationships>',
    'word/numbering.xml': f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{levels}'
                          '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
                          '</w:numbering>',
    'word/footnotes.xml': f'<w:footnotes {W}>{notes}</w:footnotes>',
    'word/styles.xml': f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>'
                       '</w:rPr></w:rPrDefault></w:docDefaults></w:styles>',
}
with zipfile.ZipFile('google.docx', 'w', zipfile.ZIP_DEFLATED) as package:
    for name, content in parts.items():
        package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), HEAD + content,
                         zipfile.ZIP_DEFLATED)
