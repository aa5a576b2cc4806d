import type { Day } from '../../protocol/day'
import type { Given } from '../../protocol/study'

/** A draft as far as it had come: made where somebody fills in, counted from 1. */
export type Part = { readonly draftId: string; readonly draftSeq: number }

/** Answers on their way in: all of them so far, not what changed. */
export type Draft = Part & {
  /** What stood when this draft was begun; null when nothing did. */
  readonly base: Part | null
  readonly answers: Given
  /** So far, by the name of the block. */
  readonly seconds?: Readonly<Record<string, number>>
  /** What an interviewer wrote down, by item; '' is of the whole. */
  readonly notes?: Readonly<Record<string, string>>
  readonly language?: 'nl' | 'en'
  /** The order in which it was asked, when the device drew it. */
  readonly order?: readonly string[]
  /** Signed off. */
  readonly complete: boolean
  /** The client stopped; together with `complete`: it is closed with what there is (protocol §3). */
  readonly brokenOff?: boolean
  /** Why it was broken off: a code. */
  readonly why?: string
  /** The day on which an interview was asked that is brought in later; today when it is not said. */
  readonly on?: Day
}

/** Whether this is the same draft, at least as far. */
export const reaches = (stood: Part | null, part: Part): boolean =>
  stood?.draftId === part.draftId && stood.draftSeq >= part.draftSeq

export const samePart = (one: Part | null, other: Part | null): boolean =>
  one?.draftId === other?.draftId && one?.draftSeq === other?.draftSeq
