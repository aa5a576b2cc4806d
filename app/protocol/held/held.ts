import { auditHeld } from './audit'
import { consentHeld } from './consent'
import { identityHeld } from './identity'
import { intakeHeld } from './intake'
import type { Held } from './kinds'
import { measuredHeld } from './measured'
import { measuringHeld } from './measuring'
import { planningHeld } from './planning'
import { queueHeld } from './queue'
import { releasesHeld } from './releases'
import { screeningHeld } from './screening'
import { statementsHeld } from './statements'

/** Everything that the database holds, by schema and table. A test compares it with the database's own catalogue. */
export const HELD: Readonly<Record<string, Held>> = {
  ...identityHeld,
  ...consentHeld,
  ...intakeHeld,
  ...screeningHeld,
  ...measuredHeld,
  ...measuringHeld,
  ...statementsHeld,
  ...planningHeld,
  ...releasesHeld,
  ...auditHeld,
}

/** A schema that is described as a whole: its tables are another program's. */
export const HELD_WHOLE: Readonly<Record<string, Omit<Held, 'columns'>>> = { bullmq: queueHeld }

/** The columns of a table that tell of offences (GDPR art. 10). */
export const offencesIn = ({ columns }: Pick<Held, 'columns'>): readonly string[] =>
  Object.keys(columns).filter((column) => columns[column] === 'offence')

/** The columns of a table that name somebody. */
export const namesIn = ({ columns }: Pick<Held, 'columns'>): readonly string[] =>
  Object.keys(columns).filter((column) => columns[column] === 'name')
