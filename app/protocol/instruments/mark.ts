import type { Item, Perspective, Words } from '../study'
import { type Setting, worded } from './setting'

const TEXTS: Readonly<Record<Perspective, Words>> = {
  client: {
    nl: '{professional} en ik werken samen. Daarvoor geef ik dit cijfer:',
    en: '{professional} and I work together. For that I give this mark:',
  },
  supervisor: {
    nl: '{client} en ik werken samen. Daarvoor geef ik dit cijfer:',
    en: '{client} and I work together. For that I give this mark:',
  },
}

/** A mark from 1 to 10, asked of both at each wave (protocol §7.2). */
export const mark = (perspective: Perspective, setting: Setting): Item => ({
  code: 'mark',
  kind: 'mark',
  min: 1,
  max: 10,
  block: 'mark',
  text: worded(TEXTS[perspective], setting),
})
