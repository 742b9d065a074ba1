// Publishes with npm's own library: node npm-publish.cjs <bench> <manifest.json> <tarball.tgz>
const fs = require('node:fs')
const path = require('node:path')
const publish = require(path.join(__dirname, 'node_modules/npm/node_modules/libnpmpublish'))

const [bench, manifest, tarball] = process.argv.slice(2)
publish.publish(JSON.parse(fs.readFileSync(manifest)), fs.readFileSync(tarball), {
  registry: bench,
  access: 'public',
  defaultTag: 'latest',
  provenance: true,
  npmVersion: '12.2.0',
  forceAuth: { token: 'npm_bench' },
  fulcioURL: bench.replace(/\/$/, ''),
  rekorURL: bench.replace(/\/$/, ''),
}).catch((problem) => {
  console.error(problem)
  process.exit(1)
})
