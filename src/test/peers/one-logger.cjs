// Verdaccio 6 and 9 lie side by side in one tree, so that npm gives each package of 9 a logger of its
// own, and only one of them is ever set up. This makes them one.
const Module = require('node:module')
const path = require('node:path')
const resolve = Module._resolveFilename
const one = path.join(__dirname, 'node_modules/@verdaccio/cli/node_modules/@verdaccio/logger')
Module._resolveFilename = function (request, parent, ...more) {
  const found = resolve.call(this, request, parent, ...more)
  const nested = request === '@verdaccio/logger' && /@verdaccio[\\/][^\\/]+[\\/]node_modules[\\/]@verdaccio[\\/]logger/.test(found)
  return nested ? resolve.call(this, one, parent, ...more) : found
}
