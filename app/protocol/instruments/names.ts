/** The alliance questionnaire of the study, by who fills it in and when (protocol §7). */
export const INSTRUMENTS = {
  client: 'wa-gk-client',
  supervisor: 'wa-gk-supervisor',
  supervisorFollowUp: 'wa-gk-supervisor-follow-up',
} as const
