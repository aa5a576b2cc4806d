import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import { type ActionFunctionArgs, json, type ServerBuild } from '@remix-run/node'
import express from 'express'
import { afterAll, expect, test } from 'vitest'
import { takesFile } from '../../app/access/pages'
import { asDownload } from '../../app/routes/gate/download'
import { fileOf, statusFor, uploadOf } from '../../app/routes/gate/upload'
import { bodies } from '../../scripts/web/bodies'
import { jpeg } from '../platform/jpeg'

const MB = 1024 * 1024
const PAGES = { '/forms/:pseudonym/paper': { POST: 'anyone', takesFile: true }, '/small': { POST: 'anyone' } } as const

/** What a page would do with a form: says what came, and refuses a file in its own words. */
async function action({ request }: ActionFunctionArgs) {
  const upload = await uploadOf(request)
  const file = fileOf(upload, 'paper')
  const typed = Object.fromEntries(upload.form)
  return file.ok
    ? json({ typed, kind: file.value.kind, size: file.value.bytes.length })
    : json({ typed, refusal: file.refusal }, { status: statusFor(file.refusal) })
}

const routes = {
  paper: { id: 'paper', path: 'forms/:pseudonym/paper', module: { action } },
  closed: { id: 'closed', path: 'forms/closed/paper', module: { action: () => new Response(null, { status: 404 }) } },
  file: { id: 'file', path: 'file', module: { loader: () => asDownload(new Uint8Array(jpeg), 'jpeg', '7KM-2QX/"é') } },
}
const build = {
  routes,
  entry: { module: {} },
  assets: { routes: {}, entry: { imports: [], module: '' }, url: '', version: '' },
  assetsBuildDirectory: '',
  publicPath: '/',
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild

const app = express()
app.use(bodies((path) => takesFile(path, PAGES)))
app.all('*', createRequestHandler({ build, mode: 'production' }))
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function formWith(
  paper: Uint8Array<ArrayBuffer> | null,
  fields: Record<string, string> = { month: '2012-03', name: 'Zoë' },
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('paper', new Blob(paper ? [paper] : [], { type: 'application/octet-stream' }), paper ? 'scan.pdf' : '')
  return form
}

/** A JPEG that is larger than its picture. */
function large(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  bytes.set(jpeg)
  return bytes
}

const send = async (body: BodyInit, path = '/forms/7KM/paper', headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, { method: 'POST', body, headers })
  const text = await response.text()
  return { status: response.status, said: text.startsWith('{') ? JSON.parse(text) : text }
}

test('a file comes in as what it is, with its fields', async () => {
  const typed = { month: '2012-03', name: 'Zoë' }
  expect(await send(formWith(new Uint8Array(jpeg)))).toEqual({
    status: 200,
    said: { typed, kind: 'jpeg', size: jpeg.length },
  })
  expect(await send(formWith(large(10 * MB)))).toEqual({ status: 200, said: { typed, kind: 'jpeg', size: 10 * MB } })
})

test.each([
  ['no file', null, 400, { code: 'required', field: 'paper' }],
  ['a web page', new Uint8Array(Buffer.from('<script>')), 400, { code: 'file_kind', field: 'paper' }],
  ['one byte too many', large(10 * MB + 1), 413, { code: 'file_too_large', field: 'paper', max: 10 }],
  ['a film', large(60 * MB), 413, { code: 'file_too_large', field: 'paper', max: 10 }],
])('%s is refused, and what was typed stays', async (_, paper, status, refusal) => {
  expect(await send(formWith(paper))).toEqual({
    status,
    said: { typed: { month: '2012-03', name: 'Zoë' }, refusal },
  })
})

/** Sends a form of a length piece by piece, as a browser does: all of it first, the answer after. */
async function drip(length: number, path: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const head =
    '--b\r\nContent-Disposition: form-data; name="month"\r\n\r\n2012-03\r\n' +
    '--b\r\nContent-Disposition: form-data; name="paper"; filename="a.pdf"\r\n\r\n'
  socket.write(`POST ${path} HTTP/1.1\r\nHost: koppel\r\nContent-Type: multipart/form-data; boundary=b\r\n`)
  socket.write(`Content-Length: ${length}\r\n\r\n${head}`)
  const piece = Buffer.alloc(MB)
  for (let left = length - head.length; left > 0; left -= MB)
    if (!socket.write(piece.subarray(0, left))) await once(socket, 'drain')
  const [answer] = await once(socket, 'data')
  socket.destroy()
  return Number(/^HTTP\/1\.1 (\d+)/.exec(String(answer))?.[1])
}

test.each([
  ['that takes less', '/forms/7KM/paper', 413],
  ['that does not want it', '/forms/closed/paper', 404],
  ['that takes no file', '/small', 413],
])('a large form to a page %s is let in, thrown away and answered', async (_, path, status) => {
  expect(await drip(60 * MB, path)).toBe(status)
})

test.each([
  ['a field longer than any of ours', formWith(null, { strokes: 'x'.repeat(64 * 1024 + 1) })],
  ['a thousand fields', formWith(null, Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`f${n}`, ''])))],
  ['no form at all', '{"month":"2012-03"}'],
  ['an ordinary form', new URLSearchParams({ month: '2012-03' })],
])('%s cannot be read', async (_, body) => {
  expect((await send(body)).status).toBe(400)
})

const HALVES = [
  '',
  '--b',
  '--b\r\nContent-Disposition: form-data; name="month"',
  '--b\r\nContent-Disposition: form-data; name="month"\r\n\r\n2012',
  '--b\r\nContent-Disposition: form-data; name="paper"; filename="a.pdf"\r\n\r\n%PDF-1.7',
  '--b\r\nContent-Disposition: form-data; filename="a.pdf"\r\n\r\n%PDF-1.7',
  '--b\r\nContent-Disposition: nonsense\r\n\r\nx',
  '\x00\x01\x02',
]
test.each(HALVES)('half a form cannot be read, and the server stands: %j', async (half) => {
  const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
  expect((await send(half, undefined, type)).status).toBe(400)
  expect((await send(half, undefined, { 'Content-Type': 'multipart/form-data' })).status).toBe(400)
})

test('a file goes out as a download that runs nothing', async () => {
  const response = await fetch(`${base}/file`)
  expect(Buffer.from(await response.arrayBuffer()).equals(jpeg)).toBe(true)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="7KM-2QX-.jpeg"',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  })
})

test.each([
  ['/forms/7KM-2QX-9RA/paper', true],
  ['/forms/7KM/paper/', false],
  ['/forms/paper', false],
  ['/small', false],
  ['/', false],
])('a form to %s may bring a file: %s', (path, may) => {
  expect(takesFile(path, PAGES)).toBe(may)
})
