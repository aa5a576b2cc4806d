import { Busboy } from '@fastify/busboy'
import { type FileKind, kindOf } from '../../platform/file-kind'
import { done, type Refusal, type Result, refuse } from '../../protocol/refusal'

const MB = 1024 * 1024
/** A file at most, in MB; a whole form at most, with what stands around the file. */
const LARGEST_FILE_MB = 10
const LARGEST_BODY = 12 * MB
// a drawn signature is the longest field that we know
const LIMITS = { fieldSize: 64 * 1024, fields: 100, fileSize: LARGEST_FILE_MB * MB, files: 4, headerSize: 4_096 }

/** A form with files: its fields as in any form, and the files by field; null for one that is larger than we take. */
export type Upload = { readonly form: FormData; readonly files: ReadonlyMap<string, Buffer | null> }

/**
 * Reads a form with files, never more of it than the limits. A file that is too large is passed over and the fields
 * stay; a form that is too large altogether is read up to its first file, so **the file stands last in a form**.
 * Throws 400 when what was sent is no such form, or only half of one.
 */
export async function uploadOf(request: Request): Promise<Upload> {
  const unreadable = () => new Response(null, { status: 400, statusText: 'Bad Request' })
  const type = request.headers.get('Content-Type') ?? ''
  const length = Number(request.headers.get('Content-Length') ?? 0)
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type)) throw unreadable()
  try {
    return await read(request.body.getReader(), type, length > LARGEST_BODY)
  } catch {
    throw unreadable()
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** With `tooMuch` it stops at the first file. The rest of the body is the edge's to let in and throw away. */
async function read(reader: Reader, type: string, tooMuch: boolean): Promise<Upload> {
  const form = new FormData()
  const files = new Map<string, Buffer | null>()
  const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
  let stop = false
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('field', (name, value, _nameCut, cut) => {
      if (cut) reject(new Error('a field is too long'))
      else form.append(name, value)
    })
    parser.on('file', (name, file, original) => {
      const pieces: Buffer[] = []
      file.on('data', (piece: Buffer) => pieces.push(piece))
      file.on('error', reject)
      file.on('end', () => {
        const bytes = Buffer.concat(pieces)
        // a browser sends a field without a file as a file without a name
        if (original || bytes.length > 0) files.set(name, file.truncated ? null : bytes)
      })
      if (!tooMuch) return
      files.set(name, null)
      stop = true
      resolve()
    })
    parser.on('fieldsLimit', () => reject(new Error('too many fields')))
    parser.on('filesLimit', () => reject(new Error('too many files')))
    parser.on('error', reject)
    parser.on('finish', resolve)
  })
  // awaited only after the loop: until then a failure must not count as nobody's
  ended.catch(() => {})
  while (!stop) {
    const { done: over, value } = await reader.read()
    if (over) parser.end()
    else parser.write(Buffer.from(value))
    if (over) break
  }
  await ended
  return { form, files }
}

/** A file that was sent, and what it really is. Refusals name the field: `required`, `file_too_large`, and those of `kindOf`. */
export function fileOf({ files }: Upload, field: string): Result<{ readonly kind: FileKind; readonly bytes: Buffer }> {
  const bytes = files.get(field)
  if (bytes === undefined) return refuse('required', { field })
  if (bytes === null) return refuse('file_too_large', { field, max: LARGEST_FILE_MB })
  const kind = kindOf(bytes)
  return kind.ok ? done({ kind: kind.value, bytes }) : refuse(kind.refusal.code, { field })
}

/** The status of a page that refuses a file. */
export const statusFor = ({ code }: Refusal): 413 | 400 => (code === 'file_too_large' ? 413 : 400)
