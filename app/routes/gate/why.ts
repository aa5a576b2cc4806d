import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import type { Piece } from '../../protocol/planner/piece'
import type { StudyProtocol } from '../../protocol/study'
import { waveNamed } from '../../protocol/waves'
import type { WorkKind } from '../../protocol/work'

/** Which fact fired which rule, in the reader's words: what happened on which day → what follows from it (the section). */
export function whyOf(
  say: Say,
  protocol: StudyProtocol,
  { kind, wave, opens, due, because }: Pick<Piece, 'kind' | 'wave' | 'opens' | 'due' | 'because'>,
): string {
  const { fact, on, cite } = because
  const happened = fact === 'anchor_held' ? (waveNamed(protocol, wave).window?.anchor ?? wave) : wave
  return say(words.workWhy.because, {
    fact: say(words.workCauses[fact], { wave: happened, on }),
    follows: say(words.workFollows[kind], { wave, opens, due }),
    cite,
  })
}

/** What a piece of work is called: its kind, and the wave when it is of one. */
export const workNamed = (say: Say, { kind, wave }: { readonly kind: WorkKind; readonly wave: string }): string =>
  say(words.workKinds[kind]) + (/^T\d+$/.test(wave) ? ` ${wave}` : '')
