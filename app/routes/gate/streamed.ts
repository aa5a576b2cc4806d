import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { done, type Refusal, type Result, refuse } from '../../protocol/refusal'

/** A streamed file at most, in MB, and what may stand around it in bytes. */
export const LARGEST_STREAMED_MB = 250
const AROUND = 64 * 1024
const LIMITS = { fieldSize: 1_024, fields: 10, files: 1, headerSize: 4_096 }

/** A file on its way in: what it was called, how it begins, and all its bytes; these can be had once. */
export type Streamed = { readonly name: string; readonly head: Buffer; readonly bytes: AsyncIterable<Uint8Array> }

/** Why a file stopped on its way in: what was taken of it is half a file. */
export class Stopped extends Error {
  override name = 'Stopped'
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}
const stopped = (code: string) => new Stopped({ code })

/**
 * The one file of a form, read only as fast as its bytes are asked for: memory does not grow with the file. Other fields
 * are passed over. Refusals: `required`, `file_empty`, `file_too_large`, `broken_off`. The bytes themselves throw
 * `Stopped`: `broken_off` when they end too early, `two_files` when another file follows. Throws 400 when what was sent is
 * no form with files. What is not read is the edge's to let in and throw away.
 */
export async function streamedFile(request: Request, field: string): Promise<Result<Streamed>> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type))
    throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const most = LARGEST_STREAMED_MB * 1024 * 1024 + AROUND
  if (Number(request.headers.get('Content-Length')) > most)
    return refuse('file_too_large', { field, max: LARGEST_STREAMED_MB })
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  try {
    return await begun(body, type, field)
  } catch (error) {
    if (error instanceof Stopped) return refuse(error.refusal.code, { field })
    throw error
  }
}

async function begun(body: Readable, type: string, field: string): Promise<Result<Streamed>> {
  const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
  const ended = new Promise<void>((resolve, reject) => {
    const broken = () => reject(stopped('broken_off'))
    parser
      .once('finish', resolve)
      .on('error', broken)
      .once('filesLimit', () => reject(stopped('two_files')))
    body.on('error', broken)
  })
  // awaited only later: until then a failure must not count as nobody's
  ended.catch(() => {})
  const found = new Promise<{ file: Readable; name: string }>((resolve) =>
    parser.once('file', (sentAs, file, name) => {
      // a browser sends a field without a file as a file without a name
      if (sentAs === field && name) resolve({ file, name })
      else file.on('error', () => {}).resume()
    }),
  )
  body.pipe(parser)
  const first = await Promise.race([found, ended])
  if (!first) return refuse('required', { field })
  const { file, name } = first
  // a form that ends too early ends the file by itself, a connection that is cut does not
  body.once('error', () => file.destroy(stopped('broken_off')))
  const bytes = bytesOf(file, ended)
  const { value: head } = await bytes.next()
  return head ? done({ name, head, bytes: after(head, bytes) }) : refuse('file_empty', { field })
}

/** The bytes of a file, up to the end of its form. */
async function* bytesOf(file: Readable, ended: Promise<void>): AsyncGenerator<Buffer, undefined> {
  try {
    for await (const part of file as AsyncIterable<Buffer>) yield part
  } catch (error) {
    throw error instanceof Stopped ? error : stopped('broken_off')
  }
  await ended
}

async function* after(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}
