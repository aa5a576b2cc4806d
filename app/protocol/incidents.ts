import type { Words } from './words'

/** Something that can happen at an interview, and what is to be done then, in this order. */
type IncidentKind = { readonly label: Words; readonly steps: Readonly<Record<string, Words>> }

const stop = { nl: 'Stop het interview. Leg de tablet weg.', en: 'Stop the interview. Put the tablet away.' }
const call = { nl: 'Bel de coördinator, vandaag nog.', en: 'Call the coordinator, today.' }
const emergency = {
  nl: 'Is er nu gevaar voor iemand? Bel 112.',
  en: 'Is somebody in danger now? Call the emergency number, 112.',
}

/**
 * What to do when something happens (protocol §3: interviewers sign for confidentiality and are trained). The steps are our own
 * (decided): safety comes first, nobody investigates, and what was told stays with who has to know.
 */
export const INCIDENTS = {
  threat: {
    label: { nl: 'De cliënt is dreigend of agressief', en: 'The client threatens or is aggressive' },
    steps: {
      stop,
      leave: {
        nl: 'Ga de kamer uit. Uw veiligheid gaat voor. Laat spullen liggen.',
        en: 'Leave the room. Your safety comes first. Leave things behind.',
      },
      staff: {
        nl: 'Haal een medewerker van deze locatie, of gebruik de alarmknop.',
        en: 'Get somebody of this location, or use the alarm button.',
      },
      emergency,
      call,
    },
  },
  disclosed_offence: {
    label: { nl: 'De cliënt vertelt over een strafbaar feit', en: 'The client tells about an offence' },
    steps: {
      no_questions: {
        nl: 'Vraag niet door. U onderzoekt dit niet.',
        en: 'Ask no further. You do not investigate this.',
      },
      not_written: {
        nl: 'Schrijf niet op wat de cliënt vertelde, ook niet bij de opmerkingen.',
        en: 'Do not write down what the client told, in the notes neither.',
      },
      told: {
        nl: 'Zeg wat u gaat doen: u overlegt met de coördinator. Beloof niet dat u zwijgt.',
        en: 'Say what you will do: you talk to the coordinator. Do not promise to keep silent.',
      },
      emergency,
      call,
    },
  },
  distress: {
    label: { nl: 'Het gaat niet goed met de cliënt', en: 'The client is not well' },
    steps: {
      pause: {
        nl: 'Neem pauze. Zeg dat stoppen mag, zonder reden.',
        en: 'Pause. Say that stopping is allowed, without a reason.',
      },
      staff: {
        nl: 'Vraag of er iemand van deze locatie bij mag komen.',
        en: 'Ask whether somebody of this location may come.',
      },
      emergency,
      call,
    },
  },
  other: { label: { nl: 'Iets anders', en: 'Something else' }, steps: { stop, emergency, call } },
} as const satisfies Record<string, IncidentKind>

export type Incident = keyof typeof INCIDENTS

/** A kind as it was sent or stored; undefined when there is none. */
export const readIncident = (text: string): Incident | undefined =>
  (Object.keys(INCIDENTS) as Incident[]).find((kind) => kind === text)

/** The steps of a kind, by code and in order. */
export const stepsOf = (kind: Incident): Readonly<Record<string, Words>> => INCIDENTS[kind].steps
