import { expect, test } from 'vitest'
import { tells } from '../../app/identity/purpose'
import { day } from '../../app/protocol/day'

const KNOWN = {
  surname: 'van der Énden-de Boer',
  numbers: ['1203', '20110417', '06-98765432', null],
  bornOn: day('1985-03-07'),
}

test.each([
  'mw. van der Enden belde',
  'de brief van Endens advocaat',
  'Boer vroeg om inzage',
  'vanderendendeboer@example.org schreef',
  'nummer 1203 klopt niet',
  'nr. 2011.0417 twee keer ingeschreven',
  'teruggebeld op 0031 6 9876 54 32',
  'geboren 7 maart 1985',
  'geboren 07/03/1985',
  'born on the 7th of March 1985',
  'born March 7, 1985',
  'geboren 1985-03-07',
  'geboren 07031985',
  'van 7-3-85',
])('says who it is: %s', (purpose) => {
  expect(tells(purpose, KNOWN)).toBe(true)
})

test.each([
  'De cliënt belde en vroeg om inzage van de brief.',
  'Klacht over het gesprek van 7 maart 2012',
  'Formulier 12034 van de boerderij klopt niet',
  'Op 3 maart om 7 uur gebeld, op 85 terug',
])('says nothing of who it is: %s', (purpose) => {
  expect(tells(purpose, KNOWN)).toBe(false)
})

test('of whom nothing is known any more nothing can be told', () => {
  expect(tells('Mevrouw Jansen belde', { surname: null, numbers: [null], bornOn: null })).toBe(false)
})
