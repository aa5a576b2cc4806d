import type { ReleaseChoice, TableName } from '../../protocol/release-spec'
import type { StudyProtocol } from '../../protocol/study'
import type { Making } from './seen'
import type { Asked, Shape } from './shape'
import { wide } from './wide'

const MADE: Readonly<Partial<Record<TableName, (making: Making) => Shape>>> = { wide }

/** The tables that were chosen, in their order: takes the study, what was ever asked in it, and what of it goes out. */
export const shapes = (study: StudyProtocol, asked: Asked, chosen: ReleaseChoice): Shape[] =>
  chosen.tables.flatMap((name) => MADE[name]?.({ study, asked, chosen }) ?? [])
