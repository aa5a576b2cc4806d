import { day } from '../../../day'
import type { Field, Reads } from '../../../extract/extract'

/** Nothing that a register knows of a running supervision lies before this day; a slip in the year does. */
export const since = day('1980-01-01')

type Kind = { readonly reads: Reads; readonly required?: true; readonly named?: true }

/** One field: its words in Dutch and English are headings too, besides the others that are given. */
export const field = (
  name: string,
  [nl, en, ...others]: readonly [nl: string, en: string, ...others: string[]],
  { reads, required, named }: Kind,
): Field => ({
  name,
  label: { nl, en },
  required: required ?? false,
  reads,
  heads: [nl, en, ...others],
  ...(named && { named }),
})

/** The number of the supervision, which every kind of file has. */
export const supervisionNumber = field(
  'supervision_number',
  ['Toezichtnummer', 'Supervision number', 'Toezicht', 'Supervision', 'Toezicht nr', 'Toezichtid', 'Supervision id'],
  { reads: { as: 'text', max: 40 }, required: true, named: true },
)
