import type { Words } from './words'

type Step = { readonly code: string; readonly label: Words }
type Incident = { readonly cite: string; readonly label: Words; readonly about: Words; readonly steps: readonly Step[] }

const STOP: Step = {
  code: 'stopped',
  label: {
    nl: 'Stop het interview. Wat al is ingevuld, blijft bewaard.',
    en: 'Stop the interview. What was filled in so far is kept.',
  },
}
const TELL: Step = {
  code: 'told_coordinator',
  label: { nl: 'Bel de coördinator van het onderzoek, vandaag nog.', en: 'Call the coordinator of the study, today.' },
}

/**
 * What can happen at an interview that needs more than the next question, and what to do then. The publications describe no
 * such steps: these are decided, from what consent promises (§6) and what an interviewer may know (§1).
 */
export const INCIDENTS = {
  threat: {
    cite: '§3, §6',
    label: { nl: 'Dreiging of geweld', en: 'Threat or violence' },
    about: {
      nl: 'De cliënt dreigt met geweld, tegen u, tegen zichzelf of tegen iemand anders.',
      en: 'The client threatens with violence, against you, themselves or somebody else.',
    },
    steps: [
      {
        code: 'left_room',
        label: { nl: 'Ga de kamer uit als u niet veilig bent.', en: 'Leave the room if you are not safe.' },
      },
      {
        code: 'called_help',
        label: {
          nl: 'Gebruik de alarmknop, of haal iemand van het kantoor erbij. Bij direct gevaar: bel 112.',
          en: 'Use the alarm button, or fetch somebody of the office. In immediate danger: call 112.',
        },
      },
      STOP,
      TELL,
    ],
  },
  disclosed_offence: {
    cite: '§6',
    label: { nl: 'Verteld strafbaar feit', en: 'Disclosed offence' },
    about: {
      nl: 'De cliënt vertelt over een strafbaar feit dat nog niet bekend is, of dat nog moet gebeuren.',
      en: 'The client tells of an offence that is not known yet, or that is still to happen.',
    },
    steps: [
      {
        code: 'no_details',
        label: {
          nl: 'Vraag niet door. Zeg dat u hier niets over opschrijft in de vragenlijst.',
          en: 'Do not ask further. Say that you write nothing of it in the questionnaire.',
        },
      },
      {
        code: 'not_to_supervisor',
        label: {
          nl: 'Vertel het niet aan de toezichthouder en niet aan het kantoor: het onderzoek is vertrouwelijk.',
          en: 'Do not tell the supervisor or the office: the study is confidential.',
        },
      },
      {
        code: 'danger_weighed',
        label: {
          nl: 'Loopt er nu iemand gevaar? Bel dan meteen de coördinator, die besluit of het gemeld moet worden.',
          en: 'Is somebody in danger now? Then call the coordinator at once, who decides whether it must be reported.',
        },
      },
      TELL,
    ],
  },
  distress: {
    cite: '§6',
    label: { nl: 'Overstuur of in de war', en: 'Distressed or confused' },
    about: {
      nl: 'De cliënt raakt overstuur, is in de war, of heeft gebruikt.',
      en: 'The client is distressed or confused, or has taken something.',
    },
    steps: [
      {
        code: 'paused',
        label: {
          nl: 'Neem een pauze. Vraag of de cliënt wil stoppen, en zeg dat stoppen mag.',
          en: 'Take a break. Ask whether the client wants to stop, and say that stopping is allowed.',
        },
      },
      STOP,
      {
        code: 'help_offered',
        label: {
          nl: 'Vraag wie u voor de cliënt kunt bellen. Laat de cliënt niet alleen weggaan als dat niet goed voelt.',
          en: 'Ask whom you can call for the client. Do not let the client leave alone if that does not feel right.',
        },
      },
      TELL,
    ],
  },
  other: {
    cite: '§3',
    label: { nl: 'Iets anders', en: 'Something else' },
    about: {
      nl: 'Er gebeurt iets waardoor het interview anders loopt dan afgesproken.',
      en: 'Something happens that makes the interview go otherwise than agreed.',
    },
    steps: [STOP, TELL],
  },
} as const satisfies Record<string, Incident>

export type IncidentKind = keyof typeof INCIDENTS
export const INCIDENT_KINDS = Object.keys(INCIDENTS) as IncidentKind[]
/** A kind as it was sent or stored; undefined when there is none. */
export const readIncident = (text: string): IncidentKind | undefined => INCIDENT_KINDS.find((kind) => kind === text)
/** The steps to take when this happens, in this order. */
export const stepsFor = (kind: IncidentKind): readonly Step[] => INCIDENTS[kind].steps
