// A certificate authority and a transparency log made of @sigstore/mock's handlers, a runner that gives
// id tokens, and a registry that keeps what it is sent, all on one free loopback port. Prints
// "listening <port>" when it is ready, and ends with its standard input.
//
// The mock's log echoes a proposed entry; a real one stores hashes, signature and verifier. The
// conversion is done here.
const crypto = require('node:crypto')
const http = require('node:http')
const path = require('node:path')
const modules = path.join(__dirname, 'node_modules')
const mock = require(path.join(modules, '@sigstore/mock'))
const { toTrustMaterial, toSignedEntity, Verifier } = require(path.join(modules, '@sigstore/verify'))
const { TrustedRoot } = require(path.join(modules, '@sigstore/protobuf-specs'))
const { bundleFromJSON } = require(path.join(modules, '@sigstore/bundle'))

const sha256 = (bytes) => crypto.createHash('sha256').update(bytes).digest()
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const read = async (request) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function main () {
  const key = crypto.generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const ctlog = await mock.initializeCTLog(key)
  const ca = await mock.initializeCA(key, ctlog)
  const tlog = await mock.initializeTLog('https://rekor.sigstore.dev', key)
  const fulcio = mock.fulcioHandler(ca, { subjectClaim: 'san' })
  const spki = key.publicKey.export({ format: 'der', type: 'spki' })
  const start = new Date(Date.now() - 60000).toISOString()
  const authority = (id) => ({
    baseUrl: 'https://rekor.sigstore.dev',
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: spki.toString('base64'),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor: { start },
    },
    logId: { keyId: Buffer.from(id).toString('base64') },
  })
  const trust = toTrustMaterial(TrustedRoot.fromJSON({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [authority(sha256(spki))],
    ctlogs: [authority(Buffer.from(ctlog.logID))],
    certificateAuthorities: [{
      subject: { organization: 'bench', commonName: 'bench' },
      uri: 'https://bench',
      certChain: { certificates: [{ rawBytes: Buffer.from(ca.rootCertificate).toString('base64') }] },
      validFor: { start },
    }],
    timestampAuthorities: [],
  }))

  const state = { claims: {}, entries: {}, captured: [], failures: {}, counts: {} }

  const log = async (proposed) => {
    const { envelope, verifiers } = proposed.spec.proposedContent
    const dsse = JSON.parse(envelope)
    return tlog.log({
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        envelopeHash: { algorithm: 'sha256', value: sha256(envelope).toString('hex') },
        payloadHash: { algorithm: 'sha256', value: sha256(Buffer.from(dsse.payload, 'base64')).toString('hex') },
        signatures: [{ signature: dsse.signatures[0].sig, verifier: verifiers[0] }],
      },
    })
  }

  const answer = async (request, body) => {
    const url = new URL(request.url, 'http://bench')
    const route = request.method + ' ' + url.pathname
    state.counts[route] = (state.counts[route] || 0) + 1
    const failure = (state.failures[route] || []).shift()
    if (failure && failure !== 'stored' && failure !== 'hidden') return [failure, { error: 'as told' }]
    switch (route) {
      case 'GET /token':
        state.audience = url.searchParams.get('audience')
        return [200, { value: `${base64url({ alg: 'none' })}.${base64url({ aud: state.audience, ...state.claims })}.AA` }]
      case 'POST /api/v2/signingCert': {
        const made = await fulcio.fn(body.toString())
        return [made.statusCode, made.response]
      }
      case 'POST /api/v1/log/entries': {
        const entry = await log(JSON.parse(body))
        const uuid = Object.keys(entry)[0]
        if (failure) {
          if (failure === 'stored') state.entries[uuid] = entry
          return [409, { code: 409, message: 'an equivalent entry already exists' }, { location: '/api/v1/log/entries/' + uuid }]
        }
        return [201, entry]
      }
      case 'POST /verify': {
        const { bundle, policy } = JSON.parse(body)
        try {
          new Verifier(trust, { tlogThreshold: 1, ctlogThreshold: 1 })
            .verify(toSignedEntity(bundleFromJSON(bundle)), policy)
          return [200, { verified: true }]
        } catch (problem) {
          return [200, { verified: false, code: problem.code, message: problem.message }]
        }
      }
      case 'PUT /bench/claims':
        state.claims = JSON.parse(body)
        return [200, {}]
      case 'PUT /bench/failures':
        state.failures = JSON.parse(body)
        state.counts = {}
        return [200, {}]
      case 'GET /bench/captured':
        return [200, state.captured]
      case 'GET /bench/counts':
        return [200, state.counts]
      case 'GET /bench/key':
        return [200, { key: spki.toString('base64') }]
    }
    if (url.pathname.startsWith('/api/v1/log/entries/')) {
      const entry = state.entries[url.pathname.split('/').pop()]
      return entry ? [200, entry] : [404, { message: 'no such entry' }]
    }
    if (url.pathname.endsWith('/visibility')) return [200, { public: true }]
    if (request.method === 'PUT' || request.method === 'POST') {
      state.captured.push({ method: request.method, url: request.url, headers: request.headers, body: JSON.parse(body) })
      return [200, { success: true }]
    }
    return [404, { error: 'Not found' }]
  }

  const server = http.createServer(async (request, response) => {
    try {
      const [status, value, headers] = await answer(request, await read(request))
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(typeof value === 'string' ? value : JSON.stringify(value))
    } catch (problem) {
      response.writeHead(500)
      response.end(String(problem && problem.stack))
    }
  })
  server.listen(0, '127.0.0.1', () => console.log('listening ' + server.address().port))
  process.stdin.on('end', () => process.exit(0)).resume()
}

main()
