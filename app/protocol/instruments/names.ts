/** The instruments of the study, by what is asked and who answers (protocol §7). */
export const INSTRUMENTS = {
  client: 'wa-gk-client',
  supervisor: 'wa-gk-supervisor',
  backgroundClient: 'background-client',
  backgroundSupervisor: 'background-supervisor',
  changesClient: 'changes-client',
  changesSupervisor: 'changes-supervisor',
  lapses: 'lapses',
} as const
