import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../app/identity/accounts'

const widest = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length))

/** What a visitor of the demo needs to know, to print. */
export function welcome(address: string, today: string): string {
  const accounts = DEMO_ACCOUNTS.map(({ email, role }) => `    ${email.padEnd(widest)}  ${role}`)
  return `
  Koppel, with a cohort of invented people

  Open      ${address}
  Clock     ${today} (move it on by a day, a week or a month at the top of each page)
  Accounts  password for all: ${DEMO_PASSWORD}
${accounts.join('\n')}

  Ctrl-C stops everything; the next start goes on from there.
`
}
