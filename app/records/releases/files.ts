import type { StudyDb } from '../../platform/database'

/** A file of a release, without its bytes. */
export type ReleaseFile = {
  readonly name: string
  readonly media: string
  /** Bytes. */
  readonly size: number
  /** Hex. */
  readonly sha256: string
}

/** Keeps a file with a release that is being made: its bytes in as many rows as pieces come. */
export async function keepFile(
  db: StudyDb,
  releaseId: string,
  { name, media, size, sha256 }: ReleaseFile,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  await db.releaseFile.createMany({ data: { releaseId, name, media, size, sha256: Buffer.from(sha256, 'hex') } })
  let seq = 0
  for await (const piece of bytes) {
    await db.releaseChunk.createMany({ data: { releaseId, name, seq, bytes: Uint8Array.from(piece) } })
    seq += 1
  }
}

/** The files of a release by name, and whether their bytes are still there: they go with the first of its people who is erased. */
export async function filesOf(db: StudyDb, releaseId: string): Promise<{ files: ReleaseFile[]; there: boolean }> {
  const rows = await db.releaseFile.findMany({ where: { releaseId }, orderBy: { name: 'asc' } })
  const there = await db.releaseChunk.findFirst({ where: { releaseId }, select: { seq: true } })
  const files = rows.map(({ name, media, size, sha256 }) => ({
    ...{ name, media, size: Number(size) },
    sha256: Buffer.from(sha256).toString('hex'),
  }))
  return { files, there: there !== null }
}

/** The bytes of a file of a release, a row at a time. */
export async function* bytesOf(db: StudyDb, releaseId: string, name: string): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq += 1) {
    const row = await db.releaseChunk.findUnique({ where: { releaseId_name_seq: { releaseId, name, seq } } })
    if (!row) return
    yield row.bytes
  }
}
