import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { done, type Result, refuse } from '../../protocol/refusal'

/** A streamed file at most, in MB; with what stands around it. */
export const LARGEST_STREAMED_MB = 250
const MB = 1024 * 1024
const AROUND = 64 * 1024
/** Bytes of a piece. The last one is smaller. */
const PIECE = 256 * 1024
const LIMITS = { fieldSize: 1_024, fields: 10, files: 1, fileSize: Number.POSITIVE_INFINITY, headerSize: 4_096 }

/** Where the pieces go, and how many MB it takes. */
export type Sink = { readonly most: number; readonly take: (piece: Buffer) => Promise<Result<unknown>> }

/**
 * Takes in the one file of a form, piece by piece: the next piece is read when the one before was taken, so that memory
 * does not grow with the file. `open` sees the first piece. Fields other than files are passed over. What was taken of a
 * file that is refused is for the caller to throw away, as it is when this throws. Refusals: `required`,
 * `file_too_large`, `two_files`, `broken_off`, and those of `open` and `take`. Throws 400 when what was sent is no form
 * with files.
 */
export async function streamFile(
  request: Request,
  field: string,
  open: (head: Buffer) => Promise<Result<Sink>>,
): Promise<Result<{ readonly size: number }>> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type))
    throw new Response(null, { status: 400, statusText: 'Bad Request' })
  if (Number(request.headers.get('Content-Length')) > LARGEST_STREAMED_MB * MB + AROUND)
    return tooLarge(LARGEST_STREAMED_MB)
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  try {
    return await taken(body, type, field, open)
  } catch (error) {
    if (error instanceof BrokenOff) return refuse('broken_off')
    throw error
  } finally {
    // what still comes is the edge's to let in and throw away
    body.on('error', () => {}).unpipe()
  }
}

/** What was sent ends too early, or is no form. */
class BrokenOff extends Error {
  override name = 'BrokenOff'
}

async function taken(
  body: Readable,
  type: string,
  field: string,
  open: (head: Buffer) => Promise<Result<Sink>>,
): Promise<Result<{ readonly size: number }>> {
  const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
  const ended = new Promise<'ended'>((resolve, reject) => {
    const broken = () => reject(new BrokenOff())
    parser.once('finish', () => resolve('ended')).on('error', broken)
    body.on('error', broken)
  })
  // awaited only later: until then a failure must not count as nobody's
  ended.catch(() => {})
  let more = false
  parser.once('filesLimit', () => {
    more = true
  })
  const begun = new Promise<Readable>((resolve) =>
    parser.once('file', (name, file, original) => {
      // a browser sends a field without a file as a file without a name
      if (name === field && original) resolve(file)
      else file.on('error', () => {}).resume()
    }),
  )
  body.pipe(parser)
  const file = await Promise.race([begun, ended])
  if (file === 'ended') return refuse('required', { field })
  // a form that ends too early ends the file by itself, a connection that is cut does not
  body.once('error', () => file.destroy(new BrokenOff()))
  const stored = await piecesInto(file, open)
  // what was refused is not read to its end
  if (!stored.ok) return stored
  await ended
  return more ? refuse('two_files') : stored
}

async function piecesInto(
  file: Readable,
  open: (head: Buffer) => Promise<Result<Sink>>,
): Promise<Result<{ readonly size: number }>> {
  let sink: Sink | undefined
  let size = 0
  for await (const piece of pieces(file)) {
    if (!sink) {
      const opened = await open(piece)
      if (!opened.ok) return opened
      sink = opened.value
    }
    size += piece.length
    if (size > sink.most * MB) return tooLarge(sink.most)
    const stored = await sink.take(piece)
    if (!stored.ok) return stored
  }
  return sink ? done({ size }) : refuse('file_empty')
}

async function* pieces(file: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  try {
    for await (const part of file as AsyncIterable<Buffer>) {
      held.push(part)
      length += part.length
      while (length >= PIECE) {
        const all = Buffer.concat(held)
        yield all.subarray(0, PIECE)
        held = [all.subarray(PIECE)]
        length -= PIECE
      }
    }
  } catch (error) {
    throw error instanceof Error && /terminated early|premature/i.test(error.message) ? new BrokenOff() : error
  }
  if (length > 0) yield Buffer.concat(held)
}

const tooLarge = (max: number) => refuse('file_too_large', { max })
