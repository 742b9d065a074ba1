// Answers questions about packing with npm's own code: one JSON question a line in, one JSON answer
// a line out, in the same order. Run with node in any folder.
'use strict'
const path = require('node:path')
const fs = require('node:fs')
const http = require('node:http')
const zlib = require('node:zlib')
const crypto = require('node:crypto')
const readline = require('node:readline')

const inNpm = (version, name) =>
  require(path.join(__dirname, 'node_modules', version, 'node_modules', name))
const npm12 = name => inNpm('npm', name)

const ops = {
  match ({ pattern, path: file, partial }) {
    const { Minimatch } = npm12('minimatch')
    const rule = new Minimatch(pattern, {
      matchBase: true, dot: true, flipNegate: true, nocase: true,
    })
    return { match: rule.match(file, partial), negate: rule.negate }
  },

  glob ({ pattern, cwd }) {
    const { globSync } = npm12('glob')
    return globSync(pattern, { cwd, withFileTypes: true, dot: true })
      .filter(e => e.isFile() || e.isDirectory())
      .map(e => e.relativePosix()).filter(e => e).sort()
  },

  async list ({ dir, npm = 'npm', prefix, workspaces }) {
    const Arborist = inNpm(npm, '@npmcli/arborist')
    const tree = await new Arborist({ path: dir }).loadActual()
    return inNpm(npm, 'npm-packlist')(tree, { path: dir, prefix, workspaces })
  },

  // The tarball as `npm pack` makes it: where it differs is told by its parts.
  async pack ({ dir, out, prefix, workspaces }) {
    const data = await pack(dir, prefix, workspaces)
    const tar = zlib.gunzipSync(data)
    if (out) {
      fs.writeFileSync(out, tar)
    }
    return {
      entries: entries(tar),
      sha256: crypto.createHash('sha256').update(tar).digest('hex'),
      tgz: data.length,
    }
  },

  // The body of the PUT that `npm publish` sends for a directory, the archive by its digest.
  async publish ({ dir }) {
    const PackageJson = npm12('@npmcli/package-json')
    const data = await pack(dir)
    const fixed = await PackageJson.fix(dir, { changes: [] })
    const { content } = await fixed.prepare()
    return put(content, data)
  },

  async bump ({ dir, version }) {
    await npm12('libnpmversion')(version, {
      path: dir, ignoreScripts: true, gitTagVersion: false, allowSameVersion: true, force: true,
    })
    return {}
  },
}

async function pack (dir, prefix, workspaces) {
  const pacote = npm12('pacote')
  const Arborist = npm12('@npmcli/arborist')
  return pacote.tarball(dir, {
    Arborist, ignoreScripts: true, allowDirectory: 'all', prefix, workspaces, cache: path.join(dir, '..', '.oracle-cache'),
  })
}

function entries (tar) {
  const text = (from, length) => tar.subarray(from, from + length).toString('utf8').split('\0')[0]
  const found = []
  let pax = null
  for (let at = 0; at < tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8)
    const type = String.fromCharCode(tar[at + 156])
    const body = tar.subarray(at + 512, at + 512 + size)
    if (type === 'x') {
      pax = /^\d+ path=(.*)$/m.exec(body.toString('utf8'))?.[1]
    } else {
      const prefix = text(at + 345, 155)
      found.push({
        path: pax ?? (prefix ? prefix + '/' : '') + text(at, 100),
        type,
        mode: parseInt(text(at + 100, 8), 8),
        size,
        sha256: crypto.createHash('sha256').update(body).digest('hex'),
      })
      pax = null
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
  return found
}

let server
let captured
async function put (content, data) {
  if (!server) {
    server = http.createServer((request, response) => {
      const parts = []
      request.on('data', part => parts.push(part)).on('end', () => {
        captured = JSON.parse(Buffer.concat(parts).toString('utf8'))
        response.setHeader('connection', 'close')
        response.end('{}')
      })
    })
    await new Promise(done => server.listen(0, '127.0.0.1', done))
    server.unref()
  }
  const address = `http://127.0.0.1:${server.address().port}/`
  await npm12('libnpmpublish').publish(content, data, {
    registry: address, npmVersion: '12.2.0', '//127.0.0.1/:_authToken': 'x', retry: { retries: 0 },
  })
  const body = captured
  for (const attachment of Object.values(body._attachments)) {
    const tar = zlib.gunzipSync(Buffer.from(attachment.data, 'base64'))
    attachment.data = crypto.createHash('sha256').update(tar).digest('hex')
  }
  return { address, body }
}

async function main () {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(line)
    let answer
    try {
      answer = { ok: await ops[question.op](question) }
    } catch (problem) {
      answer = { error: String(problem.message || problem) }
    }
    process.stdout.write(JSON.stringify(answer) + '\n')
  }
}
main().then(() => process.exit(0))
