import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { homeOf, link, loggable, menuFor, ownPath, PAGES } from '../../app/access/pages'
import { ROLES } from '../../app/access/roles'

const ROUTES = join(import.meta.dirname, '../../app/routes')

/** The address that the framework gives to a file of app/routes. */
const addressOf = (name: string) =>
  `/${name
    .replace(/\.tsx$/, '')
    .split('.')
    .filter((segment) => segment !== '_index')
    .map((segment) => segment.replace(/^\$/, ':'))
    .join('/')}`

test('every route is in the table, and every line of the table is a route', () => {
  const files = readdirSync(ROUTES).filter((name) => name !== '$.tsx' && name !== 'gate')
  expect(files.map(addressOf).sort()).toEqual(Object.keys(PAGES).sort())
})

test('links are built as they always were', () => {
  expect({
    home: link.home(),
    signIn: link.signIn('/dyads?search=7KM'),
    today: link.today('2012-08-15|inquiry:intake:0198'),
    flow: link.flow(),
    dyads: link.dyads({ after: '2012-08-15|0198', search: '7KM' }),
    dyad: link.dyad('7KM-2QX-9RA'),
    labels: link.labels({ search: '7KM-2QX-9RA', of: 'both' }),
    mailbox: link.mailbox(),
    message: link.message('0198'),
    components: link.components(),
    answer: link.answer('a.b'),
  }).toMatchInlineSnapshot(`
    {
      "answer": "/answer/a.b",
      "components": "/components",
      "dyad": "/dyads/7KM-2QX-9RA",
      "dyads": "/dyads?after=2012-08-15%7C0198&search=7KM",
      "flow": "/flow",
      "home": "/",
      "labels": "/labels?search=7KM-2QX-9RA&of=both",
      "mailbox": "/mailbox",
      "message": "/mailbox/0198",
      "signIn": "/sign-in?next=%2Fdyads%3Fsearch%3D7KM",
      "today": "/today?after=2012-08-15%7Cinquiry%3Aintake%3A0198",
    }
  `)
})

test('the menu of a role is what it may read, and its home is the first of it', () => {
  const menus = Object.fromEntries(ROLES.map((role) => [role, [homeOf(role), ...menuFor(role, true)].join(' ')]))
  expect(menus).toMatchInlineSnapshot(`
    {
      "analyst": "/flow /flow",
      "coordinator": "/today /today /flow /dyads /mailbox",
      "data_manager": "/flow /flow /dyads /mailbox",
      "interviewer": "/today /today /flow /dyads",
      "privacy_officer": "/flow /flow",
    }
  `)
  expect(menuFor('coordinator', false)).not.toContain('/mailbox')
})

test.each([
  ['/', '/'],
  ['/today', '/today'],
  ['/answer/a.b', '/answer/…'],
  ['//answer//a.b/', '/answer/…'],
  ['/Answer/a.b', '/Answer/…'],
  ['/%61nswer/a.b', '/%61nswer/…'],
  ['/dyads/7KM-2QX-9RA', '/dyads/…'],
])('%s stands in the log as %s', (path, written) => {
  expect(loggable(path)).toBe(written)
})

test.each([
  ['/today', true],
  ['/dyads/7KM-2QX-9RA', true],
  ['/dyads?search=7KM', true],
  ['//evil.example', false],
  ['https://evil.example/today', false],
  ['/today\\..\\evil', false],
  ['/today\nSet-Cookie: a=b', false],
  ['/sign-out', false],
  [null, false],
])('goes back to %s: %s', (path, own) => {
  expect(ownPath(path)).toBe(own ? path : undefined)
})
