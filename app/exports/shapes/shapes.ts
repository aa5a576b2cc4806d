import type { ReleaseChoice, TableName } from '../../protocol/release-spec'
import type { StudyProtocol } from '../../protocol/study'
import { events } from './events'
import { individual } from './individual'
import { items } from './items'
import { pairwise } from './pairwise'
import { personTime } from './person-time'
import type { Making } from './seen'
import type { Asked, Shape } from './shape'
import { wide } from './wide'

const MADE = { wide, individual, pairwise, items, events, person_time: personTime } satisfies Record<
  TableName,
  (making: Making) => Shape
>

/** The tables that were chosen, in their order: takes the study, what was ever asked in it, and what of it goes out. */
export const shapes = (study: StudyProtocol, asked: Asked, chosen: ReleaseChoice): Shape[] =>
  chosen.tables.map((name) => MADE[name]({ study, asked, chosen }))
