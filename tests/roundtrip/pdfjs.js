// SPDX-License-Identifier: MIT
// Extracts the text of PDF files with pdf.js, as a web page that takes CVs
// does: the items of getTextContent in their order. pdf.js tells where lines
// end; but where the next item stands further left on the same line, as in
// columns, it leaves that to be seen from the places.
// Prints one JSON object, file name to text.
'use strict';
const fs = require('fs');
const pdfjs = require('/usr/share/javascript/pdf/build/pdf.js');

pdfjs.GlobalWorkerOptions.workerSrc =
    '/usr/share/javascript/pdf/build/pdf.worker.js';

async function extract(file) {
    const data = new Uint8Array(fs.readFileSync(file));
    const task = pdfjs.getDocument({
        data,
        verbosity: 0,
        cMapUrl: '/usr/share/javascript/pdf/web/cmaps/',
        cMapPacked: true,
    });
    const pdf = await task.promise;
    let text = '';
    for (let i = 1; i <= pdf.numPages; i++) {
        const page = await pdf.getPage(i);
        const content = await page.getTextContent();
        let end = 0;
        for (const item of content.items) {
            const x = item.transform[4];
            if (item.dir === 'ltr' && item.str.trim() && x < end - item.height)
                text += '\n';
            text += item.str + (item.hasEOL ? '\n' : '');
            if (item.str.trim())
                end = x + item.width;
        }
        text += '\n';
    }
    await task.destroy();
    return text;
}

(async () => {
    const texts = {};
    for (const file of process.argv.slice(2))
        texts[file] = await extract(file);
    process.stdout.write(JSON.stringify(texts));
})();
