import type { Words } from '../speak'

/** Why something from a device was not taken in. */
export const refusedDevices = {
  unreadable_parcel: {
    nl: 'Wat dit apparaat verstuurde, was niet te lezen. Het ligt er nog. Laat het de beheerder weten.',
    en: 'What this device sent could not be read. It is still there. Tell the administrator.',
  },
} satisfies Words
