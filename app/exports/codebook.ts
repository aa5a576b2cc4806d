import { reasonCodes } from '../protocol/reasons'
import { STAGE_NAMES, STAGES } from '../protocol/stages'
import type { StudyProtocol, Words } from '../protocol/study'
import type { Column } from './column'

/** What a release's codebook says: the study, how missing is written, and every column of the table. */
export type Codebook = {
  readonly study: string
  readonly missing: string
  /** What an empty field of a question can mean; why else there is no answer has codes, at each column (`missing_codes`). */
  readonly empty: Words
  readonly rows: number
  readonly left_out: Readonly<Record<string, number>>
  readonly columns: readonly Omit<Column, 'value'>[]
  /** Where a case can stand on its way into the table: a stage, the step it belongs to, and what it is called. */
  readonly stages: readonly {
    readonly stage: string
    readonly step: string | null
    readonly label: Words
    readonly cite: string
  }[]
  /** Why a case leaves, by step or wave: the code, what it is called, and the group that counts it. */
  readonly reasons: readonly {
    readonly step: string
    readonly reason: string
    readonly label: Words
    readonly group: string
    readonly cite: string
  }[]
}

/** The codebook of a table. Takes the study, the columns as written, how many rows there are and who was left out, and why. */
export const codebook = (
  study: StudyProtocol,
  columns: readonly Column[],
  { rows, left_out }: Pick<Codebook, 'rows' | 'left_out'>,
): Codebook => ({
  study: study.code,
  missing: '',
  empty: {
    nl: 'Leeg bij een vraag: opengelaten, of de vraag stond niet in deze vragenlijst, of er is geen meting.',
    en: 'Empty at a question: left open, or the question was not in this questionnaire, or there is no measurement.',
  },
  rows,
  left_out,
  columns: columns.map(({ value: _, ...described }) => described),
  stages: STAGE_NAMES.map((stage) => ({ stage, ...STAGES[stage] })),
  reasons: Object.keys(study.reasons).flatMap((step) =>
    reasonCodes(study, step).flatMap((reason) => {
      const told = study.reasons[step]?.[reason]
      if (!told) return []
      const { nl, en, group, cite } = told
      return [{ step, reason, label: { nl, en }, group, cite }]
    }),
  ),
})
