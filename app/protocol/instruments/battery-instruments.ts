import type { Instrument } from '../study'
import { backgroundClient } from './background-client'
import { backgroundSupervisor } from './background-supervisor'
import { changesClient } from './changes-client'
import { changesSupervisor } from './changes-supervisor'
import { lapses } from './lapses'

/** What is asked beside the alliance, in our own wording (protocol §7.2). */
export const aroundTheAlliance: readonly Instrument[] = [
  backgroundClient,
  changesClient,
  backgroundSupervisor,
  changesSupervisor,
  lapses,
]
