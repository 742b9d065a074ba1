// Prints, as JSON, what GitHub's own language service finds wrong in an action.yml and in workflows: node check-action.mjs FILE...
import { build } from 'esbuild'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, dirname } from 'node:path'
import { pathToFileURL, fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'check-action-'))
try {
  // The package imports JSON in a way that needs a bundler first.
  const bundle = join(folder, 'service.mjs')
  await build({
    stdin: { contents: "export { validate } from '@actions/languageservice'", resolveDir: here },
    bundle: true, format: 'esm', platform: 'node', outfile: bundle, logLevel: 'silent',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  })
  const { validate } = await import(pathToFileURL(bundle))
  const { TextDocument } = await import(pathToFileURL(join(here, 'node_modules/vscode-languageserver-textdocument/lib/esm/main.js')))
  const all = []
  for (const file of process.argv.slice(2)) {
    const found = await validate(TextDocument.create(pathToFileURL(file).href, 'yaml', 1, await readFile(file, 'utf8')))
    all.push(...found.map(d => `${file.endsWith('action.yml') ? '' : basename(file) + ':'}${d.range.start.line + 1}: ${d.message}`))
  }
  console.log(JSON.stringify(all))
} finally {
  await rm(folder, { recursive: true })
}
