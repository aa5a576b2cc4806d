import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const [first, second] = werkalliantie.waves

/** The two waves whose published rates people follow here (protocol §3, §4). */
export const FIRST = first.name
export const SECOND_WAVE = second.name
