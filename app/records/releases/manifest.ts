import { createHash } from 'node:crypto'
import type { StudyRef } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { gate } from '../../protocol/disclosure/gate'
import type { ReleaseSpec } from '../../protocol/release-spec'
import type { ReleaseFile } from './files'
import type { Release, ReleaseCounts } from './release'

export const MANIFEST = 'manifest.json'

/** What a manifest says of a release. Itself it is outside what is compared: it says who asked, who let it go, and when. */
export type Manifest = {
  readonly code: string
  readonly study: string
  readonly protocol: string
  readonly release: { readonly id: string; readonly number: number }
  readonly spec: ReleaseSpec
  readonly cut_off: Day
  readonly followed_to: Day
  /** The moment of its snapshot, and the last entry of the audit before it. */
  readonly snapshot_at: string
  readonly audit_head: string | null
  /** Tells keys apart and says nothing of them. */
  readonly key: string
  readonly people: Omit<ReleaseCounts, 'rows'>
  readonly rows: ReleaseCounts['rows']
  readonly asked: { readonly by: string; readonly on: Day }
  /** Who let it go: a second person, or the owner of a home in one go; null as long as nobody did. */
  readonly approved: {
    readonly by: string
    readonly on: Day
    readonly in_one_go: boolean
  } | null
  /** How many are alike, what the gate said, and why it went all the same. */
  readonly disclosure: {
    readonly verdict: 'safe' | 'blocked' | 'overridden'
    readonly k: number
    readonly smallest: number | null
    readonly rows_below: number
    readonly objections: readonly object[]
    readonly override: string | null
  }
  readonly files: readonly ReleaseFile[]
  /** SHA-256 over a line for each file, by name: its SHA-256, two spaces, its name (as `sha256sum` writes them). */
  readonly data_sha256: string
}

/** The digest of all files together. */
export const dataDigest = (files: readonly Pick<ReleaseFile, 'name' | 'sha256'>[]): string =>
  createHash('sha256')
    .update(
      files
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
        .join(''),
    )
    .digest('hex')

/** The manifest of a release that was made, as it stands now. Takes the files as they were written. */
export function manifestOf(study: StudyRef, release: Release, files: readonly ReleaseFile[]): Manifest {
  const { id, number, spec, cutOff, snapshotAt, counts, disclosure, marks } = release
  if (!cutOff || !snapshotAt || !counts || !disclosure || !marks) throw new RangeError(`release ${number} is not made`)
  const { rows, ...people } = counts
  const found = gate(disclosure, release.override === null ? undefined : { reason: release.override })
  return {
    code: marks.code,
    study: study.code,
    protocol: marks.protocol,
    release: { id, number },
    spec,
    cut_off: cutOff,
    followed_to: marks.followed_to,
    snapshot_at: snapshotAt.toISOString(),
    audit_head: marks.audit_head,
    key: marks.key,
    people,
    rows,
    asked: { by: release.askedBy, on: release.askedOn },
    approved:
      release.state === 'approved' && release.decidedBy && release.decidedOn
        ? { by: release.decidedBy, on: release.decidedOn, in_one_go: release.decidedBy === release.askedBy }
        : null,
    disclosure: {
      verdict: found.verdict,
      k: disclosure.k,
      smallest: disclosure.smallest,
      rows_below: disclosure.below.rows,
      objections: found.verdict === 'safe' ? [] : found.objections,
      override: release.override,
    },
    files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    data_sha256: dataDigest(files),
  }
}

/** A manifest as it is written. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`
