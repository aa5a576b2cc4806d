import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Occasion } from '../../app/platform/occasion'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import { keptSpec } from '../../app/protocol/release-spec'
import { askedEver } from '../../app/records/instruments/asked-ever'
import { dataDigest, MANIFEST, type Manifest } from '../../app/records/releases/manifest'
import { changedSince } from '../../app/records/releases/members'
import { releaseById } from '../../app/records/releases/release'
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
  /** How many of its people have other data now, or none; null when nobody looked. Never who, never what. */
  readonly changed: number | null
}

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
  const manifest = await manifestIn(folder)
  if (!manifest) return refuse('no_manifest')
  const wrong = await wrongFiles(folder, manifest)
  const looked = { release: manifest.release.number, files: manifest.files.length, wrong }
  const key = keyOf(manifest.spec.purpose)
  const why = await reasonNotTo(desk, occasion, manifest, key)
  if (why) return done({ ...looked, again: null, why, changed: null })
  const { files, changed } = await madeAgain(desk, occasion, manifest, key)
  const again = dataDigest(files) === dataDigest(manifest.files)
  // of the same bytes it is of no interest what else is known of somebody by now
  return done({ ...looked, again, why: null, changed: again ? 0 : changed })
}

async function manifestIn(folder: string): Promise<Manifest | null> {
  try {
    const found = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest
    return Array.isArray(found.files) && found.release && found.spec ? { ...found, spec: keptSpec(found.spec) } : null
  } catch {
    return null
  }
}

async function wrongFiles(folder: string, { files, data_sha256 }: Manifest): Promise<WrongFile[]> {
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

async function reasonNotTo(
  { study: db }: ReleaseDesk,
  { study }: Occasion,
  manifest: Manifest,
  key: Buffer,
): Promise<NotAgain | null> {
  const known = await releaseById(db, manifest.release.id)
  const versions = versionsOf(study.protocol)
  if (known?.studyId !== study.id) return 'unknown_release'
  if (manifest.code !== versions.code) return 'other_code'
  if (manifest.protocol !== versions.protocol) return 'other_protocol'
  return manifest.key === keyMark(key) ? null : 'other_key'
}

async function madeAgain(desk: ReleaseDesk, occasion: Occasion, manifest: Manifest, key: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'koppel-again-'))
  try {
    const known = { cutOff: manifest.cut_off, seenBy: new Date(manifest.snapshot_at), followedTo: manifest.followed_to }
    const asked = await askedEver(desk.study, occasion.study)
    const wish = { spec: manifest.spec, key, known, asked }
    const { files, members } = await makeFiles(desk, occasion, wish, { folder, progress: () => undefined })
    return { files, changed: await changedSince(desk.study, manifest.release.id, members) }
  } finally {
    await rm(folder, { recursive: true })
  }
}
