import type { PublishedFigures } from '../../published-figures'

const SCALES = ['trust', 'direction_and_frame', 'bond', 'friction', 'total'] as const

/** A row of the printed table: mean, standard deviation and n, in the order of SCALES. */
const scores = (...rows: readonly (readonly [mean: number, sd: number, n: number])[]) =>
  Object.fromEntries(rows.map(([mean, sd, n], at) => [SCALES[at] as string, { mean, sd, n }]))
/** A row of numbers, in the order of SCALES. */
const row = (...values: readonly number[]) =>
  Object.fromEntries(values.map((value, at) => [SCALES[at] as string, value]))

/** What the publications of this study print (protocol §8; the flow §2 and §4.4). */
export const publishedFigures = {
  cite: '§8',
  scores: {
    'T1 client': scores([6.43, 0.75, 302], [5.85, 1.03, 294], [6.05, 0.86, 302], [2.14, 1.11, 302], [6.09, 0.66, 302]),
    'T2 client': scores([6.41, 0.85, 210], [5.78, 1.04, 210], [6.1, 0.92, 210], [2.13, 1.06, 210], [6.05, 0.66, 210]),
    'T1 supervisor': scores(
      [4.93, 1.02, 272],
      [5.5, 0.77, 273],
      [5.89, 0.71, 273],
      [3.11, 1.13, 273],
      [5.36, 0.67, 273],
    ),
    'T2 supervisor': scores(
      [5.02, 1.12, 180],
      [5.49, 0.79, 180],
      [5.97, 0.77, 179],
      [3.02, 1.21, 180],
      [5.43, 0.75, 180],
    ),
  },
  alpha: {
    'T1 client': row(0.68, 0.74, 0.72, 0.5),
    'T2 client': row(0.78, 0.77, 0.78, 0.5),
    'T1 supervisor': row(0.81, 0.71, 0.75, 0.69),
    'T2 supervisor': row(0.85, 0.75, 0.81, 0.72),
  },
  correlations: { T1: row(0.17, 0.13, 0.21, 0.24) },
  // attendance lapses are printed as 43 in other tables
  outcomes: {
    attendance_lapse: { yes: 41, n: 168 },
    formal_action: { yes: 37, n: 168 },
    negative_dropout: { yes: 33, n: 273 },
    early_intervention_report: { yes: 74, n: 291 },
  },
  flow: {
    cite: '§2',
    steps: { register: 2501, inquiry: 2146, criteria: 1776, judgement: 659, approach: 482, T1: 302, T2: 201 },
    lost: { T2: { supervision_ended: 57, criteria_no_longer_met: 31, refused: 11, unreliable_answers: 2 } },
  },
} satisfies PublishedFigures
