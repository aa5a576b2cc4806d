import { signConsent } from '../../../app/identity/consent'
import { locationOf } from '../../../app/records/location'
import { filled, isoDay, yesOrNo } from '../column'
import { cohortFile } from '../file'

const said = (yes: boolean) => (yes ? 'accepted' : 'declined')

const columns = {
  supervision: filled,
  signed_on: isoDay,
  take_part: yesOrNo,
  pseudonymous_processing: yesOrNo,
  approach_again: yesOrNo,
  phone: yesOrNo,
}

/**
 * Signed consent forms (protocol §6). The number of the supervision serves to find the client and is not kept with the
 * form. The cohort of 2012 has linkage to the register by ethical approval, not by a box on its form.
 */
export const consentFile = cohortFile({
  name: 'consent.csv',
  delimiter: ',',
  encoding: 'utf-8',
  columns,
  number: 'supervision',
  day: 'signed_on',
  order: () => 3,
  play: async ({ desk, occasion, registrationId }, cells) =>
    signConsent(desk.vault, occasion, {
      registrationId,
      version: 'paper-2011',
      language: 'nl',
      signedOn: cells.signed_on,
      location: await locationOf(desk.study, registrationId),
      way: 'import',
      scopes: {
        take_part: said(cells.take_part),
        pseudonymous_processing: said(cells.pseudonymous_processing),
        approach_again: said(cells.approach_again),
        phone: said(cells.phone),
        register_linkage: 'accepted',
      },
    }),
})
