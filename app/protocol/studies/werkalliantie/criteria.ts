import { mayApproach } from '../../contacts'
import type { CaseFacts, Criterion, Verdict } from '../../study'
import { contacts } from './contacts'
import type { approachReasons } from './reasons-approach'
import type { criteriaReasons } from './reasons-criteria'

type Code = keyof typeof criteriaReasons | keyof typeof approachReasons
type OwnCriterion = Criterion & { reasons: readonly Code[]; reasonFromFacts: Code }

/** A yes in the register speaks against it; an empty field is unknown. */
const absent = (present: boolean | null): Verdict => (present === null ? 'unknown' : present ? 'not_met' : 'met')

/** Only the supervisor can say so: unknown before the reply, met when the reply ticks nothing against it. */
const repliedWithout = ({ reason }: CaseFacts): Verdict => (reason === undefined ? 'unknown' : 'met')

function started(facts: CaseFacts): Verdict {
  if (facts.status !== 'running') return 'not_met'
  // "Not my client" leaves open who the supervisor is: another one is asked (protocol §2.1, 3).
  return facts.startedOn !== null && facts.isSupervisor === true ? repliedWithout(facts) : 'unknown'
}

export const criteria = [
  {
    name: 'conditional_sanction',
    cite: '§2.1.1',
    label: { nl: 'Voorwaardelijke sanctie', en: 'Conditional sanction' },
    reasons: ['not_conditional'],
    reasonFromFacts: 'not_conditional',
    asked: 'inquiry',
    // The register's "other" says nothing: a reply without a reason against it confirms.
    judge: (facts) => (facts.modality === 'conditional' || facts.reason === null ? 'met' : 'unknown'),
  },
  {
    name: 'no_electronic_monitoring',
    cite: '§2.1.1',
    label: { nl: 'Geen elektronisch toezicht', en: 'No electronic monitoring' },
    reasons: ['electronic_monitoring'],
    reasonFromFacts: 'electronic_monitoring',
    asked: 'inquiry',
    judge: (facts) => absent(facts.electronicMonitoring),
  },
  {
    name: 'no_penitentiary_programme',
    cite: '§2.1.1',
    label: { nl: 'Geen penitentiair programma', en: 'No penitentiary programme' },
    reasons: ['penitentiary_programme'],
    reasonFromFacts: 'penitentiary_programme',
    asked: 'inquiry',
    judge: (facts) => absent(facts.penitentiaryProgramme),
  },
  {
    name: 'supervision_started',
    cite: '§2.1.3',
    label: { nl: 'Het toezicht is echt gestart', en: 'Supervision has really started' },
    reasons: ['supervision_not_started', 'supervisor_unknown', 'phone_contact_only'],
    reasonFromFacts: 'supervision_not_started',
    asked: 'inquiry',
    judge: started,
  },
  {
    name: 'new_client',
    cite: '§2.1.4',
    label: { nl: 'Nieuwe cliënt', en: 'New client' },
    reasons: ['voluntary_frame', 'administrative_restart', 'revision_of_supervision'],
    reasonFromFacts: 'revision_of_supervision',
    asked: 'inquiry',
    judge: repliedWithout,
  },
  {
    name: 'few_contacts',
    cite: '§2.1.5',
    label: { nl: 'Hoogstens drie gesprekken gehad', en: 'At most three talks held' },
    reasons: ['too_many_contacts_late_registration', 'too_many_contacts'],
    reasonFromFacts: 'too_many_contacts',
    asked: 'inquiry',
    judge: (facts) =>
      facts.contacts === null ? 'unknown' : mayApproach({ contacts }, facts.contacts) ? 'met' : 'not_met',
  },
  {
    name: 'enough_dutch',
    cite: '§2.1.6',
    label: { nl: 'Genoeg Nederlands zonder tolk', en: 'Enough Dutch without an interpreter' },
    reasons: ['no_dutch'],
    reasonFromFacts: 'no_dutch',
    asked: 'inquiry',
    judge: repliedWithout,
  },
  {
    name: 'clear_headed',
    cite: '§2.1.7',
    label: { nl: 'Niet onder invloed, aanspreekbaar', en: 'Not intoxicated, can be spoken to' },
    reasons: ['intoxicated_or_confused'],
    reasonFromFacts: 'intoxicated_or_confused',
    asked: 'interview',
    // Neither register nor supervisor can know: the interviewer judges on the day.
    judge: () => 'unknown',
  },
  {
    name: 'ambulatory',
    cite: '§2.1.8',
    label: { nl: 'Niet opgenomen in een kliniek', en: 'Not admitted to a clinic' },
    reasons: ['in_clinic'],
    reasonFromFacts: 'in_clinic',
    asked: 'inquiry',
    judge: repliedWithout,
  },
] as const satisfies readonly OwnCriterion[]

export type CriterionName = (typeof criteria)[number]['name']
