/** @file Writes a module with all that it imports, as one script without comments. */

import { buildSync } from "esbuild";

const [first, packages] = process.argv.slice(2);
try {
  const { outputFiles } = buildSync({
    entryPoints: [first],
    alias: JSON.parse(packages),
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    // Names stay, so that what a browser says of a mistake can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "silent",
  });
  process.stdout.write(outputFiles[0].contents);
} catch (error) {
  for (const { text, location } of error.errors) console.error(`Error: ${text} (${location?.file}:${location?.line})`);
  process.exitCode = 1;
}
