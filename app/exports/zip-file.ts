import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file that goes into an archive: so many bytes, which are read when it is its turn. */
export type Packed = {
  readonly name: string
  readonly size: number
  readonly bytes: () => AsyncIterable<Uint8Array>
}

/**
 * An archive of these files in this order, each read as fast as the archive is: memory does not grow with them. The same
 * files and moment give the same bytes in one time zone. Breaks off with an error when a file has another size than was said.
 */
export function zipFile(files: readonly Packed[], moment: Date): Readable {
  const zip = new ZipFile()
  // the types know only how it is read
  const output = zip.outputStream as Readable
  let reading: Readable | undefined
  zip.on('error', (error: Error) => output.destroy(error))
  output.once('close', () => reading?.destroy())
  for (const { name, size, bytes } of files)
    zip.addReadStreamLazy(name, { size, mtime: moment, mode: 0o100600 }, (give) => {
      reading = Readable.from(bytes())
      reading.once('error', (error) => output.destroy(error))
      give(null, reading)
    })
  zip.end()
  return output
}
