import { addDays, type Day } from './day'
import type { Words } from './words'

type Qualification = {
  readonly cite: string
  /** Who needs it. */
  readonly of: 'everybody' | 'students'
  readonly label: Words
}

/**
 * What whoever holds interviews has to have (protocol §3). None ends by itself unless a last day is written beside it: how
 * long a certificate of conduct holds is the institution's rule, not the study's.
 */
export const QUALIFICATIONS = {
  statement: {
    cite: '§3',
    of: 'everybody',
    label: { nl: 'Geheimhoudingsverklaring getekend', en: 'Confidentiality statement signed' },
  },
  vog: {
    cite: '§3',
    of: 'everybody',
    label: { nl: 'VOG getoond', en: 'Certificate of conduct (VOG) shown' },
  },
  training: {
    cite: '§3',
    of: 'everybody',
    label: { nl: 'Training gevolgd', en: 'Trained' },
  },
  watched: {
    cite: '§3',
    of: 'students',
    label: { nl: 'Eén interview bijgewoond', en: 'Watched one interview' },
  },
  supervised: {
    cite: '§3',
    of: 'students',
    label: { nl: 'Eerste interview onder begeleiding gehouden', en: 'Held the first interview under supervision' },
  },
} as const satisfies Record<string, Qualification>

export type QualificationKind = keyof typeof QUALIFICATIONS
export const QUALIFICATION_KINDS = Object.keys(QUALIFICATIONS) as QualificationKind[]
/** A kind as it was sent or stored; undefined when there is none. */
export const readQualification = (text: string): QualificationKind | undefined =>
  QUALIFICATION_KINDS.find((kind) => kind === text)

/** The code of an interviewer, as it stands on everything they do: at most four letters, then at most five digits. */
export const isInterviewerCode = (text: string): boolean => /^[A-Za-z]{0,4}\d{1,5}$/.test(text)

/** Something that an interviewer has, and between which days it counts. */
export type Held = {
  readonly kind: QualificationKind
  readonly obtainedOn: Day
  /** The last day on which it counts; null is for good. */
  readonly untilOn: Day | null
  /** The day on which it was taken back: it counts no more from that day on. */
  readonly endedOn: Day | null
}

/** Who holds interviews, from which day on, and until the day before they ended. */
export type Interviewing = { readonly student: boolean; readonly sinceOn: Day; readonly endedOn: Day | null }

/** Whether somebody may hold an interview on a day. */
export type Standing = {
  /** False: not at all. */
  readonly may: boolean
  /** What there should be and is not, in the order of the table. */
  readonly missing: readonly QualificationKind[]
  /** A student's first one: only with a second person there who may hold interviews alone (protocol §3). */
  readonly supervisedOnly: boolean
}

/** Whether something counts on a day; its last day is included. */
export const countsOn = ({ obtainedOn, untilOn, endedOn }: Held, on: Day): boolean =>
  obtainedOn <= on && (untilOn === null || on <= untilOn) && (endedOn === null || on < endedOn)

/** The kinds that somebody needs. */
export const neededBy = ({ student }: Pick<Interviewing, 'student'>): QualificationKind[] =>
  QUALIFICATION_KINDS.filter((kind) => student || QUALIFICATIONS[kind].of === 'everybody')

/**
 * Whether somebody may hold an interview on a day (protocol §3): everything that is needed counts on that day. A student who
 * only lacks the supervised first one may hold it, with a second person there who is qualified.
 */
export function standingOn(who: Interviewing, held: readonly Held[], on: Day): Standing {
  const missing = neededBy(who).filter((kind) => !held.some((one) => one.kind === kind && countsOn(one, on)))
  const works = who.sinceOn <= on && (who.endedOn === null || on < who.endedOn)
  const supervisedOnly = works && missing.length > 0 && missing.every((kind) => kind === 'supervised')
  return { may: works && (missing.length === 0 || supervisedOnly), missing, supervisedOnly }
}

/** How many days before the last one it is said that something runs out (decided). */
const WARNED = 30

/** What counts today and, for want of another of its kind, no more within thirty days: with its last day, by kind. */
export function runningOut(
  who: Interviewing,
  held: readonly Held[],
  today: Day,
): { kind: QualificationKind; until: Day }[] {
  const soon = addDays(today, WARNED)
  return neededBy(who).flatMap((kind) => {
    const counting = held.filter((one) => one.kind === kind && countsOn(one, today))
    const untils = counting.map(({ untilOn }) => untilOn)
    const last = untils.includes(null) ? null : untils.toSorted().at(-1)
    return last && last <= soon ? [{ kind, until: last }] : []
  })
}
