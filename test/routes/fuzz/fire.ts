import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import type { Reply, Shot } from './shot'

/** Longer than this nobody waits for an answer, even on a machine that does other work beside it. */
const PATIENCE_MS = 30_000
/** How long a request by hand that promised more than it brings is kept open. */
const HANGS_MS = 150

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Sends a request to a server on this machine and reads the whole answer. */
export function fire(base: string, shot: Shot): Promise<Reply> {
  return shot.claims === undefined ? sent(base, shot) : sentByHand(base, shot)
}

const flat = (headers: NodeJS.Dict<string | string[]>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

function sent(base: string, { method, path, headers, body }: Shot): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const asked = request({ hostname, port, agent, method, path, headers, timeout: PATIENCE_MS }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: flat(response.headers),
          text: Buffer.concat(pieces).toString('latin1'),
        }),
      )
    })
    asked.once('timeout', () => asked.destroy(new Error(`no answer to ${method} ${path}`)))
    // a large body that is refused unread is answered while it is still on its way
    asked.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(NONE) : reject(error),
    )
    asked.end(body ?? undefined)
  })
}

const NONE: Reply = { status: 0, headers: {}, text: '' }

/** Writes the request as it stands, whatever it claims, and takes what comes back until the other side closes. */
function sentByHand(base: string, { method, path, headers, body, claims }: Shot): Promise<Reply> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(base)
    const pieces: Buffer[] = []
    const socket = connect(Number(port), hostname)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const head = `${method} ${path} HTTP/1.1\r\nHost: ${new URL(base).host}\r\nConnection: close\r\nContent-Length: ${claims}\r\n`
    socket.write(Buffer.concat([Buffer.from(`${head}${lines.join('')}\r\n`), body ?? Buffer.alloc(0)]))
    const over = setTimeout(() => socket.destroy(), HANGS_MS)
    socket.on('data', (piece) => pieces.push(Buffer.from(piece)))
    socket.on('error', () => {})
    socket.once('close', () => {
      clearTimeout(over)
      resolve(read(Buffer.concat(pieces).toString('latin1')))
    })
  })
}

/** The first answer on a connection. */
function read(all: string): Reply {
  const [head = '', ...rest] = all.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ])
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers: Object.fromEntries(headers),
    text: rest.join('\r\n\r\n'),
  }
}
