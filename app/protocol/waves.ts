import { addMonths, type Day, daysBetween } from './day'
import type { StudyProtocol, Wave } from './study'

export type WaveWindow = { readonly opens: Day; readonly closes: Day }

/** What has happened to one case at one wave; each fact counts from its own day on. */
export type WaveFacts = {
  /** The day that anchors the window: the client's interview of the wave before it. */
  readonly anchor: Day | null
  /** The day on which the client's interview was opened. */
  readonly begun: Day | null
  /** The day on which it was complete, or closed as it was. */
  readonly held: Day | null
  readonly lost: Day | null
  readonly withdrawn: Day | null
}

/** The section that gives each state. */
const CITES = {
  withdrawn: '§6',
  held: '§3',
  lost: '§4.4',
  begun: '§3',
  not_anchored: '§4.1',
  not_yet: '§4.2',
  open: '§4.2',
  closing: '§4.3',
  missed: '§4.2',
} as const

export type WaveStateName = keyof typeof CITES
/** Where a case stands at a wave. `daysLeft` runs to the closing, 0 on the last day; null when nothing runs. */
export type WaveState = {
  readonly state: WaveStateName
  readonly opens: Day | null
  readonly closes: Day | null
  readonly daysLeft: number | null
  readonly cite: string
}

/** The first and the last day on which a wave may be held, both included (protocol §4.2). Throws for a wave without window. */
export function windowOf(wave: Pick<Wave, 'name' | 'window'>, anchor: Day): WaveWindow {
  if (!wave.window) throw new RangeError(`wave ${wave.name} has no window`)
  return {
    opens: addMonths(anchor, wave.window.opensAfterMonths),
    closes: addMonths(anchor, wave.window.closesAfterMonths),
  }
}

/** Where a case stands at a wave on this day (protocol §4). What was held stays held, whatever came after. */
export function waveState(wave: Wave, facts: WaveFacts, today: Day): WaveState {
  const happened = (on: Day | null) => on !== null && on <= today
  const window = wave.window && happened(facts.anchor) && facts.anchor ? windowOf(wave, facts.anchor) : null
  const state = happened(facts.held)
    ? 'held'
    : happened(facts.withdrawn)
      ? 'withdrawn'
      : happened(facts.lost)
        ? 'lost'
        : happened(facts.begun)
          ? 'begun'
          : runningState(wave, window, today)
  const running = state === 'not_yet' || state === 'open' || state === 'closing'
  return {
    state,
    opens: window?.opens ?? null,
    closes: window?.closes ?? null,
    daysLeft: window && running ? daysBetween(today, window.closes) : null,
    cite: CITES[state],
  }
}

function runningState(wave: Wave, window: WaveWindow | null, today: Day): WaveStateName {
  if (!wave.window) return 'open'
  if (!window) return 'not_anchored'
  if (today < window.opens) return 'not_yet'
  if (today > window.closes) return 'missed'
  return daysBetween(today, window.closes) <= Math.max(-1, ...wave.closingWarnings) ? 'closing' : 'open'
}

/** The wave with this name. Throws a RangeError when the study has none. */
export function waveNamed(study: Pick<StudyProtocol, 'waves'>, name: string): Wave {
  const wave = study.waves.find((candidate) => candidate.name === name)
  if (!wave) throw new RangeError(`no wave ${name}`)
  return wave
}

/** Since how many days before it closes work counts as closing: since the first warning that any wave gives (protocol §4.3). */
export const warnedDays = ({ waves }: Pick<StudyProtocol, 'waves'>): number =>
  Math.max(0, ...waves.flatMap(({ closingWarnings }) => closingWarnings))

/** The waves whose window counts from the interview of this one (protocol §4.1). */
export const anchoredBy = (study: Pick<StudyProtocol, 'waves'>, name: string): Wave[] =>
  study.waves.filter((wave) => wave.window?.anchor === name)
