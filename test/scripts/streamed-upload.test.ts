import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import { type ActionFunctionArgs, json, type ServerBuild } from '@remix-run/node'
import express from 'express'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { Stopped, streamedFile } from '../../app/routes/gate/streamed'
import { bodies } from '../../scripts/web/bodies'

const MB = 1024 * 1024

/** What the page has taken in. */
let took = { bytes: 0, sum: 0, memory: 0, ended: 0 }
/** Resolves when the next bytes may be taken. */
let mayTake: () => Promise<unknown> = async () => null
beforeEach(() => {
  took = { bytes: 0, sum: 0, memory: 0, ended: 0 }
  mayTake = async () => null
})

/** What a page would do: looks at how the file begins, then takes it in as far as it likes. */
async function action({ request }: ActionFunctionArgs) {
  try {
    const file = await streamedFile(request, 'file')
    if (!file.ok) return json(file.refusal, { status: 400 })
    if (file.value.head.subarray(0, 4).toString() === '%PDF') return json({ code: 'is_pdf' }, { status: 400 })
    for await (const bytes of file.value.bytes) {
      await mayTake()
      took.bytes += bytes.length
      took.sum += (bytes[0] ?? 0) * bytes.length
      took.memory = Math.max(took.memory, process.memoryUsage().rss)
    }
    return json({ name: file.value.name, size: took.bytes })
  } catch (error) {
    if (error instanceof Stopped) return json(error.refusal, { status: 400 })
    throw error
  } finally {
    took.ended += 1
  }
}

const build = {
  routes: { take: { id: 'take', path: 'take', module: { action } } },
  entry: { module: {} },
  assets: { routes: {}, entry: { imports: [], module: '' }, url: '', version: '' },
  assetsBuildDirectory: '',
  publicPath: '/',
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild

const app = express()
app.use(bodies((path) => path === '/take'))
app.all('*', createRequestHandler({ build, mode: 'production' }))
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo

const send = async (body: BodyInit, headers: Record<string, string> = {}) => {
  const response = await fetch(`http://127.0.0.1:${port}/take`, { method: 'POST', body, headers })
  const text = await response.text()
  return { status: response.status, said: text.startsWith('{') ? JSON.parse(text) : text }
}

const formWith = (...files: readonly string[]) => {
  const form = new FormData()
  for (const text of files) form.append('file', new Blob([text]), 'register van Jansen.csv')
  return form
}

const HEAD = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
const TAIL = '\r\n--b--\r\n'

/** Begins a form of so many bytes of file, as a browser would. */
function begin(size: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write('POST /take HTTP/1.1\r\nHost: koppel\r\nContent-Type: multipart/form-data; boundary=b\r\n')
  socket.write(`Content-Length: ${HEAD.length + size + TAIL.length}\r\n\r\n${HEAD}`)
  return socket
}

async function pour(socket: Socket, size: number): Promise<void> {
  const piece = Buffer.alloc(MB, 7)
  for (let left = size; left > 0; left -= MB) if (!socket.write(piece.subarray(0, left))) await once(socket, 'drain')
}

const answerOf = async (socket: Socket) => {
  let answer = ''
  socket.on('data', (text) => {
    answer += text
  })
  await expect.poll(() => answer, { timeout: 20_000 }).toMatch(/\r\n\r\n.*}/s)
  socket.destroy()
  return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))
}

test('200 MB come in by pieces, and the memory of the server does not grow with them', async () => {
  const before = process.memoryUsage().rss
  const socket = begin(200 * MB)
  await pour(socket, 200 * MB)
  socket.write(TAIL)
  expect(await answerOf(socket)).toEqual({ name: 'a.csv', size: 200 * MB })
  expect(took).toMatchObject({ bytes: 200 * MB, sum: 7 * 200 * MB })
  expect(took.memory - before).toBeLessThan(100 * MB)
}, 60_000)

test('whoever sends waits while bytes are taken: nothing piles up', async () => {
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  mayTake = () => gate
  const socket = begin(60 * MB)
  const poured = pour(socket, 60 * MB)
  let sent = -1
  // what fits into the machine's own buffers leaves, then no more
  await expect
    .poll(
      () => {
        const still = socket.bytesWritten === sent
        sent = socket.bytesWritten
        return still
      },
      { interval: 500, timeout: 20_000 },
    )
    .toBe(true)
  expect(took.bytes).toBe(0)
  expect(sent).toBeLessThan(40 * MB)
  go()
  await poured
  socket.write(TAIL)
  expect(await answerOf(socket)).toEqual({ name: 'a.csv', size: 60 * MB })
}, 60_000)

test.each([
  ['no file', new FormData(), 'required'],
  ['a field without a file', formWithout(), 'required'],
  ['two files', formWith('a;b', 'c;d'), 'two_files'],
  ['an empty file', formWith(''), 'file_empty'],
  ['another kind of file', formWith('%PDF-1.7'), 'is_pdf'],
  ['a large one of another kind', formWith(`%PDF-1.7${'x'.repeat(60 * MB)}`), 'is_pdf'],
])('%s is refused', async (_, form, code) => {
  if (code === 'required') form.append('more', 'x')
  expect(await send(form)).toMatchObject({ status: 400, said: { code } })
})

function formWithout(): FormData {
  const form = new FormData()
  form.append('file', new Blob([]), '')
  return form
}

test('a small file comes in whole', async () => {
  expect(await send(formWith('number;name\r\n1;Zoë'))).toEqual({
    status: 200,
    said: { name: 'register van Jansen.csv', size: 19 },
  })
})

test('one byte more than the most altogether is refused before anything is read', async () => {
  const socket = begin(251 * MB)
  expect(await answerOf(socket)).toEqual({ code: 'file_too_large', field: 'file', max: 250 })
  expect(took.bytes).toBe(0)
})

test('a connection that is cut ends the taking', async () => {
  const socket = begin(20 * MB)
  await pour(socket, 5 * MB)
  await expect.poll(() => took.bytes).toBeGreaterThan(MB)
  socket.destroy()
  await expect.poll(() => took.ended, { timeout: 10_000 }).toBe(1)
  expect(took.bytes).toBeLessThan(6 * MB)
})

const CUT = ['', '--b', '--b\r\nContent-Disposition: form-data; name="file"', HEAD, `${HEAD}a;b`, '\x00\x01']
test.each(CUT)('half a form is refused, and the server stands: %j', async (half) => {
  const said = await send(half, { 'Content-Type': 'multipart/form-data; boundary=b' })
  expect(said.status).toBe(400)
})

test.each([
  ['no form at all', '{"a":"b"}'],
  ['an ordinary form', new URLSearchParams({ a: 'b' })],
])('%s cannot be read', async (_, body) => {
  expect((await send(body)).status).toBe(400)
})
