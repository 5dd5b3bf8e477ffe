// Writes NEW with what changed since OLD tracked, by Docxodus. Without documents it only starts.
//
// usage: node docxodus.mjs MODULES [OLD NEW OUT]      MODULES: the folder node_modules
import { readFile, writeFile } from 'node:fs/promises';

const [modules, before, after, out] = process.argv.slice(2);
const { initialize, compareDocuments } = await import(`${modules}/docxodus/dist/core.js`);
await initialize();
if (out) {
  await writeFile(out, await compareDocuments(await readFile(before), await readFile(after)));
}
