import { day } from '../../day'
import type { InclusionPeriod } from '../../inclusion'

const UNTIL = day('2012-11-28')
const from = (region: string, first: string): InclusionPeriod => ({ region, from: day(first), until: UNTIL })

/** When each region opened, and the day on which all of them closed (protocol §2.1). */
export const inclusionPeriods = [
  from('Utrecht', '2011-11-15'),
  from('Rotterdam', '2012-01-01'),
  from('Midden- & Oost-Nederland', '2012-01-13'),
  from('Noord-Holland', '2012-01-17'),
  from('Brabant', '2012-03-01'),
] as const satisfies readonly InclusionPeriod[]
