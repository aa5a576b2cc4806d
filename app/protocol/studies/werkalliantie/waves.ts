import { INSTRUMENTS } from '../../instruments/names'
import type { Ladder, Wave } from '../../study'
import type { ScopeName } from './consent'
import type { CriterionName } from './criteria'
import { lossReasons } from './reasons'

/** The supervisor's questionnaire; the same days for the inquiry (protocol §2.2). */
export const questionnaire = { reminders: [7, 14], nonResponse: 21, cite: '§3' } as const satisfies Ladder
export const inquiry = { ...questionnaire, cite: '§2.2' } as const satisfies Ladder

type OwnWave = Wave & { needs: readonly ScopeName[]; criteria: readonly CriterionName[] }

export const waves = [
  {
    name: 'T1',
    cite: '§3',
    label: { nl: 'Eerste meting', en: 'First measurement' },
    appointmentReminders: [],
    closingWarnings: [],
    questionnaire,
    instruments: {
      client: [INSTRUMENTS.backgroundClient, INSTRUMENTS.client],
      supervisor: [INSTRUMENTS.backgroundSupervisor, INSTRUMENTS.supervisor],
    },
    needs: [],
    losses: [],
    criteria: ['clear_headed'],
  },
  {
    name: 'T2',
    cite: '§4',
    label: { nl: 'Tweede meting', en: 'Second measurement' },
    window: { anchor: 'T1', opensAfterMonths: 6, closesAfterMonths: 9 },
    appointmentReminders: [14, 28],
    closingWarnings: [28, 7],
    questionnaire,
    instruments: {
      client: [INSTRUMENTS.changesClient, INSTRUMENTS.client],
      supervisor: [INSTRUMENTS.changesSupervisor, INSTRUMENTS.supervisor, INSTRUMENTS.lapses],
    },
    needs: ['approach_again'],
    losses: Object.keys(lossReasons),
    criteria: [
      'conditional_sanction',
      'no_electronic_monitoring',
      'no_penitentiary_programme',
      'supervision_started',
      'ambulatory',
      'clear_headed',
    ],
  },
] as const satisfies readonly OwnWave[]
