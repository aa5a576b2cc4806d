import type { Words } from './speak'
import { access, boxSaid, caseFacts, formFiles } from './words/access'
import { answer } from './words/answer'
import { audit } from './words/audit'
import { breached, breaches, breachStates, reportings, tellings } from './words/breaches'
import { appointmentStates, availability, calendar, plan, rooms } from './words/calendar'
import { caseFile, intakeSteps, sayers, supervisionStates, verdicts } from './words/case'
import { conflicts, conflictsWhy } from './words/conflicts'
import { consent, formStates, formWays, refusedFor, said } from './words/consent'
import { consentForms } from './words/consent-forms'
import { deviationStates, deviations } from './words/deviations'
import { device } from './words/device'
import { disclosure } from './words/disclosure'
import { doNotAsk } from './words/do-not-ask'
import { doings } from './words/doings'
import { door } from './words/door'
import { dyads, waveStates } from './words/dyads'
import { failedMail, mailFailures } from './words/failed-mail'
import { faults } from './words/faults'
import { flow } from './words/flow'
import { followUp, followUpStates, origin } from './words/follow-up'
import { importing, importStates, imports } from './words/import-pages'
import { incidents } from './words/incidents'
import {
  answeredBy,
  attemptOutcomes,
  inquiries,
  inquiryEnds,
  mailStates,
  supervisorsPage,
  ways,
} from './words/inquiries'
import { instruments } from './words/instruments'
import { hindrances, intake, risks } from './words/intake'
import { interview } from './words/interview'
import { interviewers } from './words/interviewers'
import { backupKinds, backupOutcomes, jobNames, jobs } from './words/jobs'
import { labels } from './words/labels'
import { mailbox } from './words/mailbox'
import { matrix, missingReasons } from './words/matrix'
import { messagesPage, messagesWhen, staffMessages } from './words/messages'
import { paper, typedIn } from './words/paper'
import { reading, signing } from './words/pieces'
import { coming, workCauses, workEndings, workFollows, workPlan, workWhy } from './words/planner'
import { practice } from './words/practice'
import { actors, grounds, privacy, subjects, termsFrom } from './words/privacy'
import { pseudonyms } from './words/pseudonyms'
import { entryWays, queriesPage, queryStates } from './words/queries'
import { questionnaire } from './words/questionnaire'
import { questionnaireStates, questionnaires } from './words/questionnaires'
import { rates } from './words/rates'
import { reconciliation, statementStates } from './words/reconciliation'
import { refusals } from './words/refusals'
import { reidentify } from './words/reidentify'
import {
  askRelease,
  release,
  releaseFormats,
  releaseLeftOut,
  releaseStates,
  releases,
  releaseTables,
} from './words/releases'
import { covariateNames, measureNames, report } from './words/report'
import { goes, keptFrom, retention } from './words/retention'
import { rights } from './words/rights'
import { scaleNames, scores } from './words/scores'
import { roles, shell } from './words/shell'
import { showcase } from './words/showcase'
import { signIn } from './words/sign-in'
import { sites } from './words/sites'
import { talk } from './words/talk'
import { happenings, messageKinds, outcomeValues, timeline } from './words/timeline'
import { today, workKinds, workStates } from './words/today'
import { visit } from './words/visit'
import { vouchers } from './words/vouchers'
import { usesStopped, withdraw } from './words/withdraw'

/** All words on the screen, in every language: a page of the catalogue for each page of the system. */
export const words = {
  appointmentStates,
  audit,
  availability,
  calendar,
  plan,
  rooms,
  access,
  boxSaid,
  caseFacts,
  caseFile,
  coming,
  conflicts,
  conflictsWhy,
  covariateNames,
  actors,
  answer,
  answeredBy,
  attemptOutcomes,
  consent,
  consentForms,
  breached,
  breaches,
  breachStates,
  deviations,
  deviationStates,
  device,
  disclosure,
  doNotAsk,
  doings,
  door,
  dyads,
  failedMail,
  mailFailures,
  faults,
  flow,
  followUp,
  followUpStates,
  formFiles,
  formStates,
  formWays,
  grounds,
  goes,
  happenings,
  incidents,
  interviewers,
  imports,
  importing,
  importStates,
  hindrances,
  intake,
  instruments,
  intakeSteps,
  inquiries,
  inquiryEnds,
  interview,
  keptFrom,
  jobNames,
  backupKinds,
  backupOutcomes,
  jobs,
  labels,
  mailbox,
  matrix,
  measureNames,
  missingReasons,
  mailStates,
  messageKinds,
  messagesPage,
  messagesWhen,
  origin,
  outcomeValues,
  practice,
  privacy,
  paper,
  typedIn,
  pseudonyms,
  entryWays,
  queriesPage,
  queryStates,
  questionnaire,
  questionnaires,
  questionnaireStates,
  rates,
  reading,
  reconciliation,
  refusals,
  refusedFor,
  reidentify,
  askRelease,
  release,
  releaseFormats,
  releaseLeftOut,
  releases,
  releaseStates,
  releaseTables,
  report,
  reportings,
  rights,
  roles,
  said,
  sayers,
  scaleNames,
  scores,
  retention,
  risks,
  shell,
  sites,
  showcase,
  signIn,
  signing,
  staffMessages,
  statementStates,
  subjects,
  supervisorsPage,
  supervisionStates,
  talk,
  tellings,
  termsFrom,
  timeline,
  today,
  usesStopped,
  ways,
  withdraw,
  verdicts,
  visit,
  vouchers,
  waveStates,
  workCauses,
  workEndings,
  workFollows,
  workKinds,
  workPlan,
  workStates,
  workWhy,
} satisfies Record<string, Words>
