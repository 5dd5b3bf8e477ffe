// Writes a resolution, as `penholder show --format json` gives it, as a Word file in the manner
// of the package docx: automatic numbers, real footnotes, opening words in italics.
//
// usage: node docxjs.js FILE.docx <JSON
const fs = require('fs');
const docx = require('docx');

const level = (number, format, text) => ({ level: number, format, text, alignment: 'left' });
const numbering = {
  config: [{
    reference: 'operative',
    levels: [level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '(%2)'),
      level(2, 'lowerRoman', '(%3)')],
  }],
};

function paragraph(of) {
  const [, first, rest] = of.text.match(/^(\S*)([^]*)$/);
  return new docx.Paragraph({
    numbering: of.number ? { reference: 'operative', level: Math.min(of.level, 3) - 1 } : undefined,
    children: [new docx.TextRun({ text: first, italics: true }), new docx.TextRun(rest),
      ...of.footnotes.map((mark) => new docx.FootnoteReferenceRun(Number(mark)))],
  });
}

function notes(all) {
  const made = {};
  for (const note of all) made[note.number] = { children: [new docx.Paragraph(note.text)] };
  return made;
}

const resolution = JSON.parse(fs.readFileSync(0, 'utf8'));
const file = new docx.Document({
  numbering,
  footnotes: notes(resolution.footnotes),
  sections: [{
    headers: {
      default: new docx.Header({ children: [new docx.Paragraph(resolution.symbol || '')] }),
    },
    children: [
      new docx.Paragraph({ text: resolution.title || '', heading: docx.HeadingLevel.HEADING_1 }),
      new docx.Paragraph(resolution.organ || ''),
      ...resolution.paragraphs.map(paragraph),
    ],
  }],
});
docx.Packer.toBuffer(file).then((bytes) => fs.writeFileSync(process.argv[2], bytes));
