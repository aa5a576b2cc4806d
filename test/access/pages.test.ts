import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loggable } from '../../app/access/loggable'
import { homeOf, menuFor } from '../../app/access/menu'
import { link, ownPath, PAGES } from '../../app/access/pages'
import { ROLES } from '../../app/access/roles'

const ROUTES = join(import.meta.dirname, '../../app/routes')

/** The address that the framework gives to a file of app/routes. */
const addressOf = (name: string) =>
  `/${name
    .replace(/\.tsx?$/, '')
    .split('.')
    .filter((segment) => segment !== '_index')
    .map((segment) => segment.replace(/^\$/, ':').replace(/_$/, ''))
    .join('/')}`

test('every route is in the table, and every line of the table is a route', () => {
  const files = readdirSync(ROUTES).filter((name) => name !== '$.tsx' && name !== 'gate')
  expect(files.map(addressOf).sort()).toEqual(Object.keys(PAGES).sort())
})

test('links are built as they always were', () => {
  expect({
    home: link.home(),
    signIn: link.signIn('/dyads?search=7KM'),
    today: link.today({ state: 'due', location: 'Utrecht', after: '2012-08-15|inquiry:intake:0198' }),
    flow: link.flow(),
    dyads: link.dyads({ after: '2012-08-15|0198', search: '7KM' }),
    dyad: link.dyad('7KM-2QX-9RA'),
    consent: link.consent('7KM-2QX-9RA', 'signed'),
    letter: link.letter('7KM-2QX-9RA', 'en'),
    letterPdf: link.letterPdf('7KM-2QX-9RA', 'en'),
    sign: link.sign('7KM-2QX-9RA', { language: 'en', again: 'yes' }),
    paperForm: link.paperForm('7KM-2QX-9RA', { version: 'tablet-1' }),
    emptyForm: link.emptyForm('7KM-2QX-9RA', { language: 'nl', version: 'tablet-1' }),
    consentCopy: link.consentCopy('7KM-2QX-9RA'),
    consents: link.consents('checked'),
    formCheck: link.formCheck('0198'),
    scan: link.scan('0198'),
    labels: link.labels({ search: '7KM-2QX-9RA', of: 'both' }),
    mailbox: link.mailbox(),
    message: link.message('0198'),
    components: link.components(),
    answer: link.answer('a.b'),
    rights: link.rights('a.b', 'answers'),
    ownAnswers: link.ownAnswers('a.b', 'csv'),
    visit: link.visit('7KM-2QX-9RA'),
    reidentify: link.reidentify(),
    reidentifyOver: link.reidentifyOver(),
  }).toMatchInlineSnapshot(`
    {
      "answer": "/answer/a.b",
      "components": "/components",
      "consent": "/consent/7KM-2QX-9RA?done=signed",
      "consentCopy": "/consent/7KM-2QX-9RA/copy",
      "consents": "/consents?done=checked",
      "dyad": "/dyads/7KM-2QX-9RA",
      "dyads": "/dyads?after=2012-08-15%7C0198&search=7KM",
      "emptyForm": "/consent/7KM-2QX-9RA/paper/pdf?language=nl&version=tablet-1",
      "flow": "/flow",
      "formCheck": "/consents/0198",
      "home": "/",
      "labels": "/labels?search=7KM-2QX-9RA&of=both",
      "letter": "/consent/7KM-2QX-9RA/letter?language=en",
      "letterPdf": "/consent/7KM-2QX-9RA/letter/pdf?language=en",
      "mailbox": "/mailbox",
      "message": "/mailbox/0198",
      "ownAnswers": "/answer/a.b/rights/answers?as=csv",
      "paperForm": "/consent/7KM-2QX-9RA/paper?version=tablet-1",
      "reidentify": "/reidentify",
      "reidentifyOver": "/reidentify/over",
      "rights": "/answer/a.b/rights?step=answers",
      "scan": "/consents/0198/scan",
      "sign": "/consent/7KM-2QX-9RA/sign?language=en&again=yes",
      "signIn": "/sign-in?next=%2Fdyads%3Fsearch%3D7KM",
      "today": "/today?state=due&location=Utrecht&after=2012-08-15%7Cinquiry%3Aintake%3A0198",
      "visit": "/visit/7KM-2QX-9RA",
    }
  `)
})

test('the menu of a role is what it may read, and its home is the first of it', () => {
  const menus = Object.fromEntries(ROLES.map((role) => [role, [homeOf(role), ...menuFor(role, true)].join(' ')]))
  expect(menus).toMatchInlineSnapshot(`
    {
      "analyst": "/flow /flow /rates /scores /report /releases",
      "coordinator": "/today /today /calendar /flow /intake /supervisors /dyads /follow-up /imports /consents /rates /report /sites /instruments /paper /queries /deviations /interviewers /do-not-ask /reconciliation /messages /retention /mailbox",
      "data_manager": "/flow /flow /intake /dyads /follow-up /imports /consents /rates /releases /sites /instruments /interviewers /reconciliation /jobs /mailbox",
      "interviewer": "/today /today /calendar /flow /dyads /consents /rates /paper /queries",
      "key_holder": "/reidentify /reidentify /flow /rates",
      "privacy_officer": "/privacy /privacy /flow /rates /releases /deviations /reconciliation /retention",
    }
  `)
  expect(menuFor('coordinator', false)).not.toContain('/mailbox')
})

test.each([
  ['/', '/'],
  ['/today', '/today'],
  ['/answer/a.b', '/answer/…'],
  ['/answer/a.b/rights/answers', '/answer/…'],
  ['/visit/7KM-2QX-9RA', '/visit/…'],
  ['//answer//a.b/', '/answer/…'],
  ['/Answer/a.b', '/…'],
  ['/%61nswer/a.b', '/…'],
  ['/today.data', '/today'],
  ['/_root.data', '/…'],
  ['/someone@example.org', '/…'],
  ['/7KM-2QX-9RA', '/…'],
  ['/dyads/7KM-2QX-9RA', '/dyads/…'],
])('%s stands in the log as %s', (path, written) => {
  expect(loggable(path)).toBe(written)
})

test.each([
  ['/today', true],
  ['/dyads/7KM-2QX-9RA', true],
  ['/dyads?search=7KM', true],
  ['/consent/7KM-2QX-9RA/sign?language=en', true],
  ['/consent/7KM-2QX-9RA/letter/pdf/x', false],
  ['/answer/a.b/rights', true],
  ['//evil.example', false],
  ['https://evil.example/today', false],
  ['/today\\..\\evil', false],
  ['/today\nSet-Cookie: a=b', false],
  ['/sign-out', false],
  [null, false],
])('goes back to %s: %s', (path, own) => {
  expect(ownPath(path)).toBe(own ? path : undefined)
})
