import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Occasion } from '../../app/platform/occasion'
import { z } from '../../app/platform/zod'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import { dataDigest, MANIFEST, manifestOf } from '../../app/records/releases/manifest'
import { changedSince } from '../../app/records/releases/members'
import { type Release, releaseById } from '../../app/records/releases/release'
import { askedThen } from './asked'
import type { ReleaseDesk } from './draw'
import { makeFiles } from './make'
import { keyMark, versionsOf } from './marks'

/** A file that is not as the manifest has it. */
export type WrongFile = { readonly name: string; readonly what: 'changed' | 'missing' | 'not_in_manifest' }
/** Why a release was not made again: it is another home's, other code or another protocol made it, or another key. */
export type NotAgain = 'unknown_release' | 'other_code' | 'other_protocol' | 'other_key'

/** What a look at a folder came to. */
export type Verified = {
  readonly release: number
  readonly files: number
  readonly wrong: readonly WrongFile[]
  /** Whether making it again gave the same bytes; null when it was not made again, with the reason. */
  readonly again: boolean | null
  readonly why: NotAgain | null
  /** Of how many people something is otherwise now than it was released; null when nobody looked. Never who, never what. */
  readonly changed: number | null
}

/** What a look at the files takes from a manifest: a file from outside, that anybody may have written. */
const MANIFEST_FILE = z.object({
  release: z.object({ id: z.uuid(), number: z.number() }),
  spec: z.object({ purpose: z.string() }),
  files: z.array(z.object({ name: z.string(), media: z.string(), size: z.number(), sha256: z.string() })),
  data_sha256: z.string(),
})
type Found = z.infer<typeof MANIFEST_FILE>

/**
 * Looks whether a folder holds a release as its manifest says, file by file. When this home made it, it is made again as of
 * its snapshot and compared, as long as nothing in it was erased or corrected since; else it is said of how many people.
 * Refused as `no_manifest`. Leaves nothing behind.
 */
export async function verifyFolder(
  desk: ReleaseDesk,
  occasion: Occasion,
  { folder, keyOf }: { readonly folder: string; readonly keyOf: (purpose: string) => Buffer },
): Promise<Result<Verified>> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '')
  const manifest = manifestIn(text)
  if (!manifest) return refuse('no_manifest')
  const known = await releaseById(desk.study, manifest.release.id)
  const ours = known?.studyId === occasion.study.id && known.marks ? known : null
  const wrong = await wrongFiles(folder, manifest)
  // what else it says of a release of this home is known here
  if (ours && !wrong.some(({ name }) => name === MANIFEST) && !saysAs(text, occasion, ours, manifest))
    wrong.push({ name: MANIFEST, what: 'changed' })
  const looked = { release: manifest.release.number, files: manifest.files.length, wrong }
  const key = keyOf(manifest.spec.purpose)
  const why = reasonNotTo(occasion, ours, key)
  if (!ours || why) return done({ ...looked, again: null, why: why ?? 'unknown_release', changed: null })
  const { files, changed } = await madeAgain(desk, occasion, ours, key)
  const again = dataDigest(files) === dataDigest(manifest.files)
  // of the same bytes it is of no interest what else is known of somebody by now
  return done({ ...looked, again, why: null, changed: again ? 0 : changed })
}

function manifestIn(text: string): Found | null {
  try {
    return MANIFEST_FILE.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const saysAs = (text: string, { study }: Occasion, ours: Release, { files }: Found): boolean =>
  isDeepStrictEqual(JSON.parse(text), JSON.parse(JSON.stringify(manifestOf(study, ours, files))))

async function wrongFiles(folder: string, { files, data_sha256 }: Found): Promise<WrongFile[]> {
  const there = await readdir(folder)
  const named = new Set([MANIFEST, ...files.map(({ name }) => name)])
  const wrong: WrongFile[] = there.filter((name) => !named.has(name)).map((name) => ({ name, what: 'not_in_manifest' }))
  for (const { name, sha256 } of files) {
    if (!there.includes(name)) wrong.push({ name, what: 'missing' })
    else if ((await digestOf(join(folder, name))) !== sha256) wrong.push({ name, what: 'changed' })
  }
  // a manifest that does not fit itself was changed
  if (dataDigest(files) !== data_sha256) wrong.push({ name: MANIFEST, what: 'changed' })
  return wrong
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}

function reasonNotTo({ study }: Occasion, ours: Release | null, key: Buffer): NotAgain | null {
  const versions = versionsOf(study.protocol)
  if (!ours?.marks) return 'unknown_release'
  if (ours.marks.code !== versions.code) return 'other_code'
  if (ours.marks.protocol !== versions.protocol) return 'other_protocol'
  return ours.marks.key === keyMark(key) ? null : 'other_key'
}

async function madeAgain(
  desk: ReleaseDesk,
  occasion: Occasion,
  { id, spec, cutOff, snapshotAt, marks, counts }: Release,
  key: Buffer,
) {
  if (!cutOff || !marks || !counts) throw new RangeError('a release that is made knows what it knew')
  const folder = await mkdtemp(join(tmpdir(), 'koppel-again-'))
  try {
    const known = { cutOff, seenBy: snapshotAt, followedTo: marks.followed_to }
    const wish = { spec, key, known, asked: await askedThen(desk.study, occasion.study, marks.asked) }
    const made = await makeFiles(desk, occasion, wish, { folder, progress: () => undefined })
    const changed = await changedSince(desk.study, id, made.members)
    // who is left out for another reason now, or is out of the study altogether, is somebody too
    return { files: made.files, changed: changed + apart(counts.left_out, made.counts.left_out) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const apart = (then: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): number =>
  Object.keys({ ...then, ...now }).reduce((sum, why) => sum + Math.abs((then[why] ?? 0) - (now[why] ?? 0)), 0)
