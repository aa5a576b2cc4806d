/**
 * Where anybody can have a mailbox: that somebody has theirs at the same place says nothing of where they work. The large
 * providers, and those of Dutch households; `*` is any ending of a country.
 */
const PUBLIC =
  'aol.com caiway.nl chello.nl fastmail.com gmail.com gmx.* googlemail.com hetnet.nl home.nl hotmail.* hushmail.com icloud.com ' +
  'kpnmail.nl kpnplanet.nl live.* mac.com mail.com mail.ru me.com msn.com online.nl outlook.* planet.nl pm.me proton.me ' +
  'protonmail.com quicknet.nl rocketmail.com solcon.nl telfort.nl tele2.nl upcmail.nl versatel.nl web.de xs4all.nl ' +
  'yahoo.* yandex.* zeelandnet.nl ziggo.nl zonnet.nl'

const ALL = new Set(PUBLIC.split(' '))

/** Whether an address (in small letters) is at such a place. */
export function isPublic(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return ALL.has(domain) || ALL.has(`${domain.split('.', 1)[0]}.*`)
}
