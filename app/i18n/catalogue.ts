import type { Words } from './speak'
import { access, boxSaid, caseFacts, formFiles } from './words/access'
import { answer } from './words/answer'
import { breached, breaches, breachStates, reportings, tellings } from './words/breaches'
import { consent, formStates, formWays, refusedFor, said } from './words/consent'
import { consentForms } from './words/consent-forms'
import { doings } from './words/doings'
import { door } from './words/door'
import { dyads, waveStates } from './words/dyads'
import { faults } from './words/faults'
import { flow } from './words/flow'
import { labels } from './words/labels'
import { mailbox } from './words/mailbox'
import { reading, signing } from './words/pieces'
import { actors, grounds, privacy, subjects, termsFrom } from './words/privacy'
import { pseudonyms } from './words/pseudonyms'
import { reconciliation, statementStates } from './words/reconciliation'
import { refusals } from './words/refusals'
import { reidentify } from './words/reidentify'
import { goes, keptFrom, retention } from './words/retention'
import { rights } from './words/rights'
import { roles, shell } from './words/shell'
import { showcase } from './words/showcase'
import { signIn } from './words/sign-in'
import { happenings, messageKinds, outcomeValues, timeline } from './words/timeline'
import { today, workKinds, workStates } from './words/today'
import { visit } from './words/visit'
import { usesStopped, withdraw } from './words/withdraw'

/** All words on the screen, in every language: a page of the catalogue for each page of the system. */
export const words = {
  access,
  boxSaid,
  caseFacts,
  actors,
  answer,
  consent,
  consentForms,
  breached,
  breaches,
  breachStates,
  doings,
  door,
  dyads,
  faults,
  flow,
  formFiles,
  formStates,
  formWays,
  grounds,
  goes,
  happenings,
  keptFrom,
  labels,
  mailbox,
  messageKinds,
  outcomeValues,
  privacy,
  pseudonyms,
  reading,
  reconciliation,
  refusals,
  refusedFor,
  reidentify,
  reportings,
  rights,
  roles,
  said,
  retention,
  shell,
  showcase,
  signIn,
  signing,
  statementStates,
  subjects,
  tellings,
  termsFrom,
  timeline,
  today,
  usesStopped,
  withdraw,
  visit,
  waveStates,
  workKinds,
  workStates,
} satisfies Record<string, Words>
