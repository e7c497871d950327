// SPDX-License-Identifier: MIT
// Typst in Node.js, for the rows of the benchmark:
//   typst.mjs PACKAGES once FILE OUT.pdf      one document, the process counted
//   typst.mjs PACKAGES warm|drop FOLDER FILE...
// sets the files one after the other with one compiler; the first is not
// counted, reading and writing the others is. With drop, all that the compiler
// memorised is dropped before each.
// PACKAGES is the folder whose node_modules has the compiler.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const [packages, mode, ...rest] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create();

function set(source, target) {
  const text = readFileSync(source, "utf8");
  writeFileSync(target, compiler.pdf({ mainFileContent: text }));
}

if (mode === "once") {
  set(rest[0], rest[1]);
} else {
  const [folder, ...files] = rest;
  const targets = files.map((file) =>
    join(folder, basename(file).replace(/\.typ$/, ".pdf")));
  set(files[0], targets[0]);
  const begin = process.hrtime.bigint();
  const busy = process.cpuUsage();
  for (let i = 1; i < files.length; i++) {
    if (mode === "drop") compiler.evictCache(0);
    set(files[i], targets[i]);
  }
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const { user, system } = process.cpuUsage(busy);
  console.log(`documents ${files.length - 1} seconds ${seconds.toFixed(6)} ` +
    `cpu ${((user + system) / 1e6).toFixed(6)}`);
}
