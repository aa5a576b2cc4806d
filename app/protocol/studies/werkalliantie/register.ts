import type { RegisterEventKind } from '../../study'

/** What the register can tell after the start of supervision (protocol §1, §5). */
export const registerEvents = {
  ended: {
    cite: '§5',
    label: { nl: 'Toezicht beëindigd', en: 'Supervision ended' },
    kinds: {
      completed: { label: { nl: 'Voltooid', en: 'Completed' }, reasons: {} },
      early_positive: {
        label: { nl: 'Voortijdig positief beëindigd', en: 'Completed early, positively' },
        reasons: { goals_reached: { nl: 'Doelen eerder bereikt', en: 'Goals reached early' } },
      },
      neutral: {
        label: { nl: 'Neutraal beëindigd', en: 'Ended neutrally' },
        reasons: {
          admitted_to_clinic: { nl: 'Opgenomen in een kliniek', en: 'Admitted to a clinic' },
          moved: { nl: 'Verhuisd', en: 'Moved' },
          deceased: { nl: 'Overleden', en: 'Died' },
        },
      },
      negative: {
        label: { nl: 'Voortijdig negatief beëindigd', en: 'Ended early, negatively' },
        reasons: {
          breach_of_special_conditions: {
            nl: 'Bijzondere voorwaarden overtreden',
            en: 'Breach of special conditions',
          },
          breach_of_instructions: { nl: 'Aanwijzingen niet gevolgd', en: 'Breach of instructions' },
          lack_of_cooperation: { nl: 'Werkte niet mee', en: 'Lack of cooperation' },
          repeated_absence: { nl: 'Herhaald niet verschenen', en: 'Repeated absence' },
          reoffending_during_supervision: {
            nl: 'Nieuw delict tijdens het toezicht',
            en: 'Reoffending during supervision',
          },
        },
      },
    },
  },
  early_intervention_report: {
    cite: '§5',
    label: { nl: 'Vroeghulpmelding', en: 'Early-intervention report' },
    kinds: {},
  },
  formal_action: {
    cite: '§1',
    label: { nl: 'Formele handeling', en: 'Formal action' },
    kinds: {
      consultation: {
        label: { nl: 'Overleg met de opdrachtgever', en: 'Consultation with the commissioning authority' },
        reasons: {},
      },
      warning: { label: { nl: 'Officiële waarschuwing', en: 'Official warning' }, reasons: {} },
      instruction: { label: { nl: 'Aanwijzing', en: 'Instruction' }, reasons: {} },
      reprimand: { label: { nl: 'Berisping', en: 'Reprimand' }, reasons: {} },
    },
  },
} as const satisfies Record<string, RegisterEventKind>

/** The follow-up tells endings and reports; formal actions come from the supervisor's questionnaire (protocol §5). */
export const registerCovers = [
  'ended',
  'early_intervention_report',
] as const satisfies readonly (keyof typeof registerEvents)[]
