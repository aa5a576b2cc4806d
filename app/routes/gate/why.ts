import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import type { Piece } from '../../protocol/planner/piece'
import type { StudyProtocol } from '../../protocol/study'
import { waveNamed } from '../../protocol/waves'
import { type WorkKind, withWave } from '../../protocol/work'

/** Which fact fired which rule, in the reader's words: what happened on which day → what follows from it (the section). */
export function whyOf(
  say: Say,
  protocol: StudyProtocol,
  { kind, wave, opens, due, because }: Pick<Piece, 'kind' | 'wave' | 'opens' | 'due' | 'because'>,
): string {
  return say(words.workWhy.because, {
    fact: happened(say, protocol, { wave, because }),
    follows: say(words.workFollows[kind], { wave, opens, due }),
    cite: because.cite,
  })
}

/** Which fact it was, on which day, in the reader's words. */
export function happened(
  say: Say,
  protocol: StudyProtocol,
  { wave, because: { fact, on } }: Pick<Piece, 'wave' | 'because'>,
): string {
  const at = fact === 'anchor_held' ? (waveNamed(protocol, wave).window?.anchor ?? wave) : wave
  return say(words.workCauses[fact], { wave: at, on })
}

/** What a piece of work is called: its kind, and the wave when it is of one. */
export const workNamed = (say: Say, { kind, wave }: { readonly kind: WorkKind; readonly wave: string }): string =>
  withWave(say(words.workKinds[kind]), wave)
