import { APPROVAL_KINDS } from '../inclusion'
import { aroundTheAlliance } from '../instruments/battery-instruments'
import { waGk } from '../instruments/wa-gk'
import { FOLLOW_UP_MONTHS } from '../outcomes/period'
import type { StudyProtocol } from '../study'
import { consent, registerLinkage, scopes, takingPart } from './werkalliantie/consent'
import { contacts } from './werkalliantie/contacts'
import { criteria } from './werkalliantie/criteria'
import { dispositions } from './werkalliantie/dispositions'
import { extracts } from './werkalliantie/extract/extracts'
import { inclusionPeriods } from './werkalliantie/inclusion'
import { outcomes } from './werkalliantie/outcomes'
import { publishedFigures } from './werkalliantie/published'
import { quasiIdentifiers } from './werkalliantie/quasi-identifiers'
import { reasons } from './werkalliantie/reasons'
import { registerCovers, registerEvents } from './werkalliantie/register'
import { retention } from './werkalliantie/retention'
import { scaleDefinitions } from './werkalliantie/scales'
import { inquiry, waves } from './werkalliantie/waves'

/** The study of the working alliance in probation, as published (protocol §2–§8). */
export const werkalliantie = {
  code: 'werkalliantie',
  title: { nl: 'De werkalliantie in het toezicht', en: 'The working alliance in probation supervision' },
  criteria,
  contacts,
  placesPerSupervisor: 3,
  noShowsAllowed: 3,
  inquiry,
  waves,
  scopes,
  takingPart,
  registerLinkage,
  scaleDefinitions,
  instruments: [...waGk, ...aroundTheAlliance],
  outcomes,
  publishedFigures,
  followUpMonths: FOLLOW_UP_MONTHS,
  quasiIdentifiers,
  reasons,
  dispositions,
  approvals: APPROVAL_KINDS,
  inclusionPeriods,
  comesBackWithin: 42,
  aboutToBeLost: { talkWithin: 7, unansweredAfter: 14 },
  consent,
  retention,
  registerEvents,
  registerCovers,
  fields: [],
  extracts,
  answersShared: false,
} as const satisfies StudyProtocol
