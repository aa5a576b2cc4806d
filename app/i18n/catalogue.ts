import type { Words } from './speak'
import { answer } from './words/answer'
import { dyads, waveStates } from './words/dyads'
import { faults } from './words/faults'
import { flow } from './words/flow'
import { labels } from './words/labels'
import { mailbox } from './words/mailbox'
import { reading, signing } from './words/pieces'
import { pseudonyms } from './words/pseudonyms'
import { refusals } from './words/refusals'
import { roles, shell } from './words/shell'
import { showcase } from './words/showcase'
import { signIn } from './words/sign-in'
import { happenings, messageKinds, outcomeValues, timeline } from './words/timeline'
import { today, workKinds, workStates } from './words/today'

/** All words on the screen, in every language: a page of the catalogue for each page of the system. */
export const words = {
  answer,
  dyads,
  faults,
  flow,
  happenings,
  labels,
  mailbox,
  messageKinds,
  outcomeValues,
  pseudonyms,
  reading,
  refusals,
  roles,
  shell,
  showcase,
  signIn,
  signing,
  timeline,
  today,
  waveStates,
  workKinds,
  workStates,
} satisfies Record<string, Words>
