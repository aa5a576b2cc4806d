import { loseBeforeWave } from '../../../app/records/fieldwork/loss'
import { filled, isoDay } from '../column'
import { cohortFile } from '../file'

const columns = { supervision: filled, on: isoDay, reason: filled }

/** Clients lost before the second wave, with the reason that decides (protocol §4.4). */
export const lossesFile = cohortFile({
  name: 't2-not-held.csv',
  delimiter: ',',
  encoding: 'utf-8',
  columns,
  number: 'supervision',
  day: 'on',
  order: () => 9,
  play: ({ desk, occasion, registrationId }, { on, reason }) =>
    loseBeforeWave(desk.study, occasion, { registrationId, wave: 'T2', on, reason }),
})
