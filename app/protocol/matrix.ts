import type { Day } from './day'
import { nonResponseOn } from './reminders'
import type { Perspective, Wave } from './study'
import type { WaveWindow } from './waves'

/** What is known of one side at one wave. */
export type CellFacts = {
  readonly openedOn: Day | null
  readonly completedOn: Day | null
  /** Closed without an answer. */
  readonly closedOn: Day | null
  readonly brokenOffOn: Day | null
  readonly erasedOn: Day | null
  /** At least one item was answered. */
  readonly answered: boolean
}

/**
 * Where one side stands at one wave. `complete`, or closed as it was when it was broken off. `expected`: asked, or to be asked, and until when at the latest (null: nobody knows yet);
 * `partial`: begun, answers are kept; `missing`: it will not come, and the reason is a code of the study (`no_reply`,
 * `supervisor_declined` and `withdrew` beside those for which a wave is lost).
 */
export type Cell =
  | { readonly state: 'complete'; readonly on: Day; readonly asItWas: boolean }
  | { readonly state: 'erased'; readonly on: Day }
  | { readonly state: 'partial'; readonly since: Day; readonly until: Day | null }
  | { readonly state: 'missing'; readonly reason: string; readonly partly: boolean }
  | { readonly state: 'expected'; readonly from: Day | null; readonly until: Day | null }

/** What a wave's two cells follow from, beside their own facts. */
export type WaveFacts = {
  readonly client: CellFacts | null
  readonly supervisor: CellFacts | null
  readonly window: WaveWindow | null
  /** Why the client will not be met for this wave; null while that is not so. */
  readonly lost: string | null
  readonly withdrew: boolean
  readonly supervisorDeclined: boolean
  /** The day of the planned interview. */
  readonly plannedOn: Day | null
}

/** The client's side of a wave (protocol §3, §4): an interview is complete, broken off, lost, or still to be held. */
export function clientCell({ client, window, lost, withdrew, plannedOn }: WaveFacts): Cell {
  const held = client && settled(client)
  if (held) return held
  const reason = withdrew ? 'withdrew' : lost
  if (reason) return { state: 'missing', reason, partly: client?.answered ?? false }
  if (client?.openedOn) return { state: 'partial', since: client.openedOn, until: window?.closes ?? null }
  return { state: 'expected', from: plannedOn ?? window?.opens ?? null, until: window?.closes ?? plannedOn }
}

/** The supervisor's side: asked by link until the day before non-response (protocol §3), also when the client is lost (§4.3). */
export function supervisorCell(wave: Pick<Wave, 'questionnaire'>, facts: WaveFacts): Cell {
  const { supervisor, window, withdrew, supervisorDeclined } = facts
  const filled = supervisor && settled(supervisor)
  if (filled) return filled
  const partly = supervisor?.answered ?? false
  if (withdrew) return { state: 'missing', reason: 'withdrew', partly }
  if (supervisorDeclined) return { state: 'missing', reason: 'supervisor_declined', partly }
  if (supervisor?.closedOn) return { state: 'missing', reason: 'no_reply', partly }
  if (supervisor?.openedOn) {
    const until = nonResponseOn(wave.questionnaire, supervisor.openedOn)
    return partly
      ? { state: 'partial', since: supervisor.openedOn, until }
      : { state: 'expected', from: supervisor.openedOn, until }
  }
  // before the first wave nothing is asked of who is never approached
  if (!window && facts.lost) return { state: 'missing', reason: facts.lost, partly: false }
  return { state: 'expected', from: facts.plannedOn ?? window?.opens ?? null, until: null }
}

function settled({ completedOn, brokenOffOn, erasedOn }: CellFacts): Cell | null {
  if (erasedOn) return { state: 'erased', on: erasedOn }
  return completedOn ? { state: 'complete', on: completedOn, asItWas: brokenOffOn === completedOn } : null
}

/** Both sides of every wave of a course, in the order of the study. */
export const matrixOf = (
  waves: readonly Wave[],
  factsOf: (wave: string) => WaveFacts,
): { readonly wave: string; readonly cells: Readonly<Record<Perspective, Cell>> }[] =>
  waves.map((wave) => {
    const facts = factsOf(wave.name)
    return { wave: wave.name, cells: { client: clientCell(facts), supervisor: supervisorCell(wave, facts) } }
  })
