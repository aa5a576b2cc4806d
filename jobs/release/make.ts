import type { Imprint } from '../../app/exports/table/table'
import type { Occasion } from '../../app/platform/occasion'
import type { Disclosure } from '../../app/protocol/disclosure/disclosure'
import type { Perspective, StudyProtocol } from '../../app/protocol/study'
import type { ReleaseFile } from '../../app/records/releases/files'
import type { Member } from '../../app/records/releases/members'
import type { ReleaseCounts } from '../../app/records/releases/release'
import { describingFiles } from './describing'
import { draw, type ReleaseDesk, Stopped, type Wish } from './draw'
import { dataFiles } from './formats'
import { versionsOf } from './marks'
import { writeWhole } from './write-file'

/** What lies in the folder, and what is known of it. */
export type Made = {
  readonly files: readonly ReleaseFile[]
  readonly counts: ReleaseCounts
  readonly disclosure: Disclosure
  readonly members: readonly Member[]
  readonly snapshotAt: Date
}

/** Of the whole the part that reading the study takes; the rest is writing files, one like the other. */
const READING = 0.4

/**
 * Makes the files of a release in a folder that is there: reads the study once, then writes one format after the other from
 * what it read. The same study, spec, key and knowledge give the same bytes, wherever they are made. Throws `Stopped` when
 * the machine is to stop.
 */
export async function makeFiles(
  desk: ReleaseDesk,
  occasion: Occasion,
  wish: Wish,
  { folder, progress }: { readonly folder: string; readonly progress: (part: number) => void },
): Promise<Made> {
  const { protocol, code } = occasion.study
  const { purpose, language, formats } = wish.spec
  const versions = versionsOf(protocol)
  const imprint: Imprint = {
    study: code,
    title: protocol.title,
    language,
    purpose,
    cutOff: wish.known.cutOff,
    version: `${versions.code}, ${versions.protocol}`,
  }
  const drawn = await draw(desk, occasion, wish, { folder, progress: (part) => progress(part * READING) })
  const { filled, counts, disclosure, members, scales, snapshotAt } = drawn
  try {
    const files: ReleaseFile[] = []
    const planned = dataFiles(filled, formats, { ...chosenOf(protocol, wish), imprint })
    const write = async ({ name, media, pieces }: (typeof planned)[number]) => {
      if (desk.stop?.aborted) throw new Stopped()
      files.push({ name, media, ...(await writeWhole(folder, name, pieces())) })
      progress(READING + (1 - READING) * (files.length / (planned.length + 1)))
    }
    for (const one of planned) await write(one)
    // what describes the others comes last: it says how large they are
    for (const one of await describingFiles(filled, files, {
      study: protocol,
      imprint,
      spec: wish.spec,
      counts,
      scales,
    }))
      await write(one)
    return { files, counts, disclosure, members, snapshotAt }
  } finally {
    await drawn.drop()
  }
}

/** The study and what was asked in it, as far as it was chosen. */
const chosenOf = (study: StudyProtocol, { asked, spec: { waves, instruments } }: Wish) => ({
  study: { ...study, waves: study.waves.filter(({ name }) => waves.includes(name)) },
  asked: (wave: string, perspective: Perspective) =>
    asked(wave, perspective).filter(({ name }) => instruments === null || instruments.includes(name)),
})
