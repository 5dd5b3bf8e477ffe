const fs=require('fs');const d=require('docx');
const it=t=>new d.TextRun({text:t,italics:true});
const doc=new d.Document({numbering:{config:[{reference:'n',levels:[{level:0,format:d.LevelFormat.DECIMAL,text:'%1.',alignment:'left'},{level:1,format:d.LevelFormat.LOWER_LETTER,text:'(%2)',alignment:'left'},{level:2,format:d.LevelFormat.LOWER_ROMAN,text:'(%3)',alignment:'left'}]}]},
footnotes:{1:{children:[new d.Paragraph('Resolution 60/1.')]},2:{children:[new d.Paragraph('A/75/1.')]}},
sections:[{headers:{default:new d.Header({children:[new d.Paragraph('A/75/L.99')]})},footers:{default:new d.Footer({children:[new d.Paragraph({children:[new d.TextRun({children:[d.PageNumber.CURRENT]})]})]})},
children:[new d.Paragraph({text:'Promotion of invented cooperation',heading:d.HeadingLevel.HEADING_1}),
new d.Paragraph({children:[it('The General Assembly'),new d.TextRun(',')]}),
new d.Paragraph({children:[it('Recalling'),new d.TextRun(' its resolution 60/1 of 16 September 2005,'),new d.FootnoteReferenceRun(1)]}),
new d.Paragraph({numbering:{reference:'n',level:0},children:[it('Welcomes'),new d.TextRun(' the report;'),new d.FootnoteReferenceRun(2)]}),
new d.Paragraph({numbering:{reference:'n',level:0},children:[it('Requests'),new d.TextRun(' the Secretary-General:')]}),
new d.Paragraph({numbering:{reference:'n',level:1},children:[new d.TextRun('To report on it;')]}),
new d.Paragraph({numbering:{reference:'n',level:1},children:[new d.TextRun('To inform '),new d.InsertedTextRun({text:'all ',id:1,author:'x',date:'2020-01-01T00:00:00Z'}),new d.DeletedTextRun({text:'some ',id:2,author:'x',date:'2020-01-01T00:00:00Z'}),new d.TextRun('States;')]}),
new d.Paragraph({numbering:{reference:'n',level:0},children:[it('Decides'),new d.TextRun(' to return to it.')]}),
new d.Table({rows:[new d.TableRow({children:[new d.TableCell({children:[new d.Paragraph('cell one')]}),new d.TableCell({children:[new d.Paragraph('cell two')]})]})]}),
]}]});
d.Packer.toBuffer(doc).then(b=>fs.writeFileSync('docxjs.docx',b));
