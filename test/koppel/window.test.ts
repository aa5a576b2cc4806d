import { expect, test } from 'vitest'
import { answerOf, koppelHere } from './cli'

/** §4.2: six to nine calendar months after T1, a month's end clamps. */
const WINDOWS = [
  ['an ordinary day', '2012-03-05', '2012-09-05', '2012-12-05'],
  ['over the end of the year', '2011-12-15', '2012-06-15', '2012-09-15'],
  ['31 August before a leap day', '2011-08-31', '2012-02-29', '2012-05-31'],
  ['31 August before an ordinary February', '2012-08-31', '2013-02-28', '2013-05-31'],
  ['the leap day itself', '2012-02-29', '2012-08-29', '2012-11-29'],
  ['31 March, whose months are shorter', '2012-03-31', '2012-09-30', '2012-12-31'],
  ['31 May: closes in a leap February', '2015-05-31', '2015-11-30', '2016-02-29'],
  ['31 May: closes in an ordinary February', '2014-05-31', '2014-11-30', '2015-02-28'],
  ['2100 is no leap year', '2099-08-31', '2100-02-28', '2100-05-31'],
  ['over summer time', '2012-03-25', '2012-09-25', '2012-12-25'],
] as const

test.each(WINDOWS)('%s', async (_, t1, opens, closes) => {
  const ran = await koppelHere(['window', '--t1', t1, '--json'])
  expect([ran.code, answerOf(ran)]).toEqual([0, { opens, closes }])
})

test('for people: one line a fact', async () => {
  const { stdout } = await koppelHere(['window', '--t1', '2012-03-05'])
  expect(stdout).toBe('opens   2012-09-05\ncloses  2012-12-05\n')
})
