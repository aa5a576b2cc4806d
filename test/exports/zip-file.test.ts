import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { type Packed, zipFile } from '../../app/exports/zip-file'

const MOMENT = new Date('2014-08-15T12:00:00Z')

const packed = (name: string, ...pieces: string[]): Packed => ({
  name,
  size: Buffer.byteLength(pieces.join('')),
  bytes: async function* () {
    for (const piece of pieces) yield Buffer.from(piece)
  },
})

async function bytesOf(files: readonly Packed[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of zipFile(files, MOMENT)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** What a reader of archives finds: names, texts and days, in order. */
const opened = (bytes: Buffer) =>
  new Promise<[string, string, string][]>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const found: [string, string, string][] = []
      zip.once('end', () => resolve(found))
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault)
          let text = ''
          for await (const piece of stream) text += piece
          found.push([entry.fileName, text, entry.getLastModDate().toISOString()])
          zip.readEntry()
        }),
      )
      zip.readEntry()
    }),
  )

const FILES = [packed('wide.csv', 'dyad,é\n', 'A1B,1\n'), packed('empty.txt'), packed('codebook.html', '<p>')]

test('an archive has its files in their order, and the same files give the same bytes', async () => {
  const bytes = await bytesOf(FILES)
  expect(await opened(bytes)).toEqual([
    ['wide.csv', 'dyad,é\nA1B,1\n', MOMENT.toISOString()],
    ['empty.txt', '', MOMENT.toISOString()],
    ['codebook.html', '<p>', MOMENT.toISOString()],
  ])
  expect((await bytesOf(FILES)).equals(bytes)).toBe(true)
})

test('a file that ends too early, or breaks, breaks the archive off', async () => {
  const gone = { ...packed('wide.csv', 'half'), size: 8 }
  await expect(bytesOf([gone, ...FILES])).rejects.toThrow('unexpected number of bytes')
  const broken: Packed = {
    ...packed('wide.csv', 'x'),
    // biome-ignore lint/correctness/useYield: it breaks before it gives anything
    bytes: async function* () {
      throw new Error('the line is down')
    },
  }
  await expect(bytesOf([FILES[0] as Packed, broken])).rejects.toThrow('the line is down')
})

test('nothing is read faster than it is taken, nor after nobody takes it any more', async () => {
  let given = 0
  let ended = false
  const piece = Buffer.alloc(64 * 1024)
  const large: Packed = {
    name: 'large',
    size: 1000 * piece.length,
    bytes: async function* () {
      try {
        for (; given < 1000; given += 1) yield Uint8Array.from(piece, () => Math.random() * 256)
      } finally {
        ended = true
      }
    },
  }
  const archive = zipFile([large], MOMENT)
  archive.once('readable', () => undefined)
  await wait(300)
  expect(given).toBeLessThan(50)
  archive.destroy()
  await expect.poll(() => ended).toBe(true)
})
