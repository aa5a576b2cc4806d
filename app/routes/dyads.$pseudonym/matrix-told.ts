import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { type Say, speak } from '../../i18n/speak'
import type { Cell } from '../../protocol/matrix'
import { reasonNamed } from '../../protocol/reasons'
import type { Perspective, StudyProtocol } from '../../protocol/study'
import { waveNamed } from '../../protocol/waves'
import { stepOfWave } from '../../records/standing'
import type { Timeline } from '../../records/timeline'

type ShownCell = {
  readonly state: Cell['state']
  readonly said: string
  readonly more: string | null
  /** The pair in which it was measured, when there was more than one. */
  readonly pair: string | null
  /** The supervisor's questionnaire, for who looks after it. */
  readonly questionnaire: { readonly id: string; readonly wave: string } | null
}
export type ShownMatrix = {
  readonly sides: readonly Perspective[]
  readonly rows: readonly { readonly wave: string; readonly cells: Partial<Readonly<Record<Perspective, ShownCell>>> }[]
  readonly pairs: readonly { readonly pseudonym: string; readonly until: string | null }[]
}

type Reader = {
  readonly language: Language
  readonly correspondence: boolean
  /** Whether they look after questionnaires: that these came, never what was answered. */
  readonly keeps: boolean
}

/**
 * The matrix of a pair in the reader's words. `correspondence` is whether they may know what supervisors owe: an interviewer
 * sees the client's side only (§1).
 */
export function shownMatrix(
  { matrix, pairs }: Pick<Timeline, 'matrix' | 'pairs'>,
  protocol: StudyProtocol,
  { language, correspondence, keeps }: Reader,
): ShownMatrix {
  const say = speak(language)
  const sides: readonly Perspective[] = correspondence ? ['client', 'supervisor'] : ['client']
  const pairOf = (id: string | null | undefined) =>
    pairs.length > 1 ? (pairs.find((one) => one.id === id)?.pseudonym ?? null) : null
  return {
    sides,
    rows: matrix.map(({ wave, cells, measured }) => ({
      wave,
      cells: Object.fromEntries(
        sides.map((side) => {
          const told = tell(cells[side], wave, protocol, say, language)
          const id = keeps && side === 'supervisor' ? measured[side]?.id : undefined
          const questionnaire = id ? { id, wave } : null
          return [side, { state: cells[side].state, ...told, pair: pairOf(measured[side]?.pairId), questionnaire }]
        }),
      ),
    })),
    pairs: pairs.map(({ pseudonym, unboundOn }, at) => ({
      pseudonym,
      until: at < pairs.length - 1 ? unboundOn : null,
    })),
  }
}

function tell(
  cell: Cell,
  wave: string,
  protocol: StudyProtocol,
  say: Say,
  language: Language,
): { readonly said: string; readonly more: string | null } {
  const { matrix: w } = words
  switch (cell.state) {
    case 'complete':
      return { said: say(cell.asItWas ? w.asItWas : w.complete, cell), more: null }
    case 'erased':
      return { said: say(w.erased, cell), more: null }
    case 'partial':
      return { said: say(w.partial, cell), more: cell.until && say(w.until, { until: cell.until }) }
    case 'missing':
      return {
        said: say(w.missing, { reason: reasonIn(cell.reason, wave, protocol, say, language) }),
        more: cell.partly ? say(w.partly) : null,
      }
    case 'expected':
      return {
        said: cell.from ? say(w.expected, { from: cell.from }) : say(w.toPlan),
        more: cell.until && cell.until !== cell.from ? say(w.until, { until: cell.until }) : null,
      }
  }
}

function reasonIn(code: string, wave: string, protocol: StudyProtocol, say: Say, language: Language): string {
  const { missingReasons } = words
  const own = Object.hasOwn(missingReasons, code) ? missingReasons[code as keyof typeof missingReasons] : undefined
  if (own) return say(own)
  const step = stepOfWave(waveNamed(protocol, wave))
  return (reasonNamed(protocol, step, code) ?? reasonNamed(protocol, 'approach', code))?.[language] ?? code
}
