import { closeSync, existsSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BadBackup, damaged } from './bad-backup'

/** What `backup key` makes: the recipient may be known to anyone, the identity opens every back-up made for it. */
const IDENTITY = /^AGE-SECRET-KEY-1[0-9A-Z]+$/
/** The rights of everybody but the owner; Windows has none of these. */
const OTHERS = process.platform === 'win32' ? 0 : 0o077

/** Whether a text is a recipient that files can be encrypted to (X25519). */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return /^age1[0-9a-z]+$/.test(text)
  } catch {
    return false
  }
}

/**
 * Makes an identity in a new file that only its owner reads (0600), as `age-keygen` writes them; gives its recipient.
 * Throws what the file system throws: EEXIST where there is a file already.
 */
export async function makeIdentity(path: string, at: Date): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, `# created: ${at.toISOString()}\n# public key: ${recipient}\n${identity}\n`)
  } finally {
    closeSync(file)
  }
  return recipient
}

/**
 * The identities of a file, one a line; lines that begin with # say nothing. Throws a BadBackup: `bad_identity` when it has none or cannot
 * be read, `identity_open` when others can read it.
 */
export function identitiesOf(path: string): readonly string[] {
  if (!existsSync(path)) throw new BadBackup({ code: 'bad_identity', file: path })
  if (statSync(path).mode & OTHERS) throw new BadBackup({ code: 'identity_open', file: path })
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  const identities = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  if (identities.length === 0 || !identities.every((one) => IDENTITY.test(one)))
    throw new BadBackup({ code: 'bad_identity', file: path })
  return identities
}

/** For whom the identities of a file open. */
export const recipientsOf = (path: string): Promise<string[]> =>
  Promise.all(identitiesOf(path).map(identityToRecipient))

/** Encrypts what streams by to recipients (age, version 1): 64 KiB at a time, each with its own tag. */
export async function encrypted(
  source: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return iterable(await encrypter.encrypt(streamOf(source)))
}

/**
 * Opens what streams by. Throws a BadBackup: `backup_wrong_key` when none of the identities opens it, `backup_damaged` at the
 * first piece that is not what was written, and at the end when it is not the end.
 */
export async function* decrypted(
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const opened = await decrypter.decrypt(streamOf(source)).catch((cause: Error) => {
    throw /no identity matched/.test(cause.message) ? new BadBackup({ code: 'backup_wrong_key' }) : damaged(cause)
  })
  const chunks = iterable(opened)[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await chunks.next().catch((cause: Error) => {
        throw cause instanceof BadBackup ? cause : damaged(cause)
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    await chunks.return?.().catch(() => undefined)
  }
}

/** Node's streams of the web can be walked; the types of a browser's do not say so. */
const iterable = (stream: ReadableStream<Uint8Array>) => stream as unknown as AsyncIterable<Uint8Array>

/** One chunk at a time: the strategy that Node gives a stream of bytes would take in thousands. */
function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: async () => {
        await chunks.return?.()
      },
    },
    { highWaterMark: 1 },
  )
}
