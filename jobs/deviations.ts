import { signedOutOfForce } from '../app/identity/counted'
import type { Occasion } from '../app/platform/occasion'
import type { Finding } from '../app/protocol/deviations'
import { sweepDeviations } from '../app/records/deviations/sweep'
import { placesKnown } from '../app/records/sites/places'
import type { Desk } from './desk'

/** Looks for what goes otherwise than the protocol says, in both rooms. Gives how many deviations came, went or came back. */
export async function lookForDeviations(
  { study, vault }: Pick<Desk, 'study' | 'vault'>,
  occasion: Occasion,
): Promise<number> {
  const locations = (await placesKnown(study, occasion.study)).map(({ location }) => location)
  const signed = await signedOutOfForce(vault, occasion.study, locations)
  const versions = signed.map(
    ({ location, month }): Finding => ({
      kind: 'consent_version',
      fact: `${location}|${month}`,
      registrationId: null,
      location,
      month,
    }),
  )
  return sweepDeviations(study, occasion, versions)
}
